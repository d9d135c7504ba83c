using Froth.Core.Data;
using Froth.Core.Financing;

namespace Froth.Core.Indicators.Financing;

/// <summary>Annualised compound growth of signed external financing over complete quarters, with an interval over deals.</summary>
public sealed class AnnouncedFinancingCagr : Indicator
{
    private const int QuartersInYear = 4;

    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "announced-financing-cagr", Version = 2,
        Title = new("Announced AI financing, compound annual growth", "AI 融资公布额（年化复合增速）"),
        Meaning = new(
            "The yearly rate at which contracted outside money has grown since the record became dense, and how far single deals decide it.",
            "自记录足够密集以来，签约外部资金的年化增速，以及它在多大程度上由个别交易决定。"),
        Pillar = Pillar.Financing, Unit = Unit.Ratio, Display = Display.Percent, Frequency = Frequency.Quarterly,
        Method = new Bilingual(
            "(F(T) / F(0))^(4/n) − 1 over n calendar quarters, n ≥ 4. F(0) is the first quarter that is read. Low and high: 90 % interval of a " +
            "seeded bootstrap over deals, 2,000 draws with Poisson(1) weights; the weight of a deal never depends on later ones. Parts, of the last quarter: share of the five largest receivers, and Hill's tail exponent over the largest √n deals from ten on.",
            "(F(T)/F(0))^(4/n) − 1，n 为日历季度数且不少于 4。F(0) 取首个有读数的季度。上下限：固定种子的交易自助法，泊松(1)权重抽样 2,000 次的 90% 区间；某笔交易的权重不受其后交易影响。分项（末季）：前五大融资方占比；满十笔时以最大的 √n 笔估计希尔尾部指数。").Then(FinancingReadings.Rules),
        Caveats = new Bilingual(
            "Only two quarters enter, so the first and the last decide; the interval shows it. It covers chance in which deals there were, not gaps in the record.",
            "只用首末两个季度，因此二者决定结果，区间已反映这一点。区间只涵盖交易出现的偶然性，不涵盖收录缺口。").Then(FinancingReadings.Caveats),
        Citations = [FinancingReadings.Methods],
        Bands = Bands.RisingPercentile,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => FinancingBook.Inputs;

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs)
    {
        var quarters = new FinancingBook(inputs).Quarters();
        var start = quarters.FirstOrDefault(q => q.SignedTotal.Told > 0);
        var readings = quarters.Where(q => start is not null && QuartersBetween(start, q) >= QuartersInYear).Select(q => Growth(start!, q)).ToList();
        return readings.Count > 0 ? IndicatorResult.Of(readings) : IndicatorResult.None(inputs.Vintage.AsOf, MissingReason.InsufficientHistory, new(
            "No quarter that can be read lies four quarters after the first one.", "首个有读数的季度之后，尚无相隔四个季度且有读数的季度。"));
    }

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("Five billion, then twenty", "由五十亿到两百亿"),
            Working = "First quarter 2025: five deals of 1 bn = 5 bn. First quarter 2026: four of 5 bn = 20 bn. n = 4, so (20 / 5)^(4/4) − 1 = 3.",
            Facts =
            [
                .. Enumerable.Range(1, 5).Select(i => ExampleFacts.Deal($"b{i}", $"2025-03-{i + 10}", "fund", $"lab{i}", FlowKind.EquityInvestment, 1e9)),
                .. Enumerable.Range(1, 4).Select(i => ExampleFacts.Deal($"z{i}", "2026-03-31", "bank", "cloud", FlowKind.DebtLoan, 5e9)),
            ],
            Expected = 3,
        },
    ];

    private static int QuartersBetween(FinancingWindow first, FinancingWindow last) =>
        ((last.First.Year - first.First.Year) * 12 + last.First.Month - first.First.Month) / 3;

    private static Reading Growth(FinancingWindow start, FinancingWindow end)
    {
        if (end.Signed.Count == 0) return FinancingReadings.NothingSigned(end);
        var power = (double)QuartersInYear / QuartersBetween(start, end);
        var (low, high) = DealBootstrap.Growth(start, end, power);
        return new Reading
        {
            Date = end.Last, Value = Math.Pow(end.SignedTotal.Told / start.SignedTotal.Told, power) - 1, Low = low, High = high,
            Coverage = Math.Min(start.Coverage, end.Coverage),
            Lineage = [.. start.SignedFacts.Concat(end.SignedFacts).Distinct()], Parts = DealBootstrap.ConcentrationOf(end),
            Remark = new(
                $"From the quarter to {start.Last:yyyy-MM-dd} ({start.Signed.Count} deals) to this one ({end.Signed.Count} deals); 90 % bootstrap interval.",
                $"自截至 {start.Last:yyyy-MM-dd} 的季度（{start.Signed.Count} 笔）至本季（{end.Signed.Count} 笔）；90% 自助法区间。"),
        };
    }
}
