using Froth.Core.Data;
using Froth.Core.Financing;

namespace Froth.Core.Indicators.Financing;

/// <summary>Signed external financing of a calendar quarter against the same quarter a year before.</summary>
public sealed class AnnouncedFinancingQuarterlyYoy : Indicator
{
    private const int QuartersInYear = 4;

    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "announced-financing-quarterly-yoy", Version = 2,
        Title = new("Announced AI financing, year on year", "AI 融资公布额（季度同比）"),
        Meaning = new(
            "Growth of contracted outside money over one year; 1 means it doubled.",
            "签约外部资金的同比增速；1 表示翻了一番。"),
        Pillar = Pillar.Financing, Unit = Unit.Ratio, Display = Display.Percent, Frequency = Frequency.Quarterly,
        Method = new Bilingual(
            "F(q) / F(q − 4) − 1, F = signed external financing announced in the calendar quarter. Given only when both quarters lie in the covered period and something was recorded in each. " +
            "Range: lowest F over highest F a year before, and the reverse. Parts: a 90 % interval of a seeded bootstrap over deals (2,000 draws with Poisson(1) weights), the share of the five largest receivers, and Hill's tail exponent over the largest √n deals from ten on.",
            "F(q)/F(q−4) − 1，F 为该日历季度公布的已签约外部融资。两个季度都在覆盖期内且各有记录时才给出。区间：本季下限比上年同季上限，及其反向。分项：固定种子的交易自助法 90% 区间（泊松(1)权重抽样 2,000 次）、前五大融资方占比，以及满十笔时以最大的 √n 笔估计的希尔尾部指数。").Then(FinancingReadings.Rules),
        Caveats = new Bilingual(
            "Single large deals move a quarter; read it beside the version without the five largest receivers. Part of the growth in 2025 is a fuller record.",
            "个别大额交易足以左右一个季度，应与剔除前五大融资方的指标并读。2025 年的增长有一部分来自收录更全。").Then(FinancingReadings.Caveats),
        Citations = [FinancingReadings.Methods],
        Bands = Bands.RisingPercentile,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => FinancingBook.Inputs;

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs)
    {
        var quarters = new FinancingBook(inputs).Quarters();
        List<Reading> readings = [];
        foreach (var now in quarters)
        {
            if (quarters.FirstOrDefault(q => q.First == now.First.AddMonths(-3 * QuartersInYear)) is { } before) readings.Add(Growth(before, now, readings.Count + 1));
        }

        return readings.Count > 0 ? IndicatorResult.Of(readings) : IndicatorResult.None(inputs.Vintage.AsOf, MissingReason.InsufficientHistory, new(
            "A quarter and the same quarter a year before must both lie in the period from January 2025 that the deal record covers.",
            "本季与上年同季都必须处于交易记录覆盖的期间（2025 年 1 月起）。"));
    }

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("Two billion after one", "由十亿到二十亿"),
            Working = "First quarter 2025: four deals of 0.25 bn = 1 bn. First quarter 2026: four of 0.5 bn = 2 bn. 2 / 1 − 1 = 1, that is +100 %.",
            Facts =
            [
                .. Enumerable.Range(1, 4).Select(i => ExampleFacts.Deal($"a{i}", "2025-03-20", "fund", "lab", FlowKind.EquityInvestment, 0.25e9)),
                .. Enumerable.Range(1, 4).Select(i => ExampleFacts.Deal($"b{i}", "2026-03-31", "bank", "cloud", FlowKind.DebtLoan, 0.5e9)),
            ],
            Expected = 1, ExpectedLow = 1, ExpectedHigh = 1,
        },
    ];

    private static Reading Growth(FinancingWindow before, FinancingWindow now, int count)
    {
        if (now.Signed.Count == 0) return FinancingReadings.NothingSigned(now);
        var (old, fresh) = (before.SignedTotal, now.SignedTotal);
        if (old.Told <= 0)
        {
            return Reading.None(now.Last, MissingReason.NonPositiveDenominator, new(
                "No signed money is firmly told for the same quarter a year before.", "上年同季没有确有把握的已签约金额。"), before.SignedFacts);
        }

        var (low, high) = DealBootstrap.Growth(before, now, 1);
        return new Reading
        {
            Date = now.Last, Value = fresh.Told / old.Told - 1, Low = fresh.Low / old.High - 1, High = old.Low > 0 ? fresh.High / old.Low - 1 : double.NaN,
            Coverage = Math.Min(before.Coverage, now.Coverage),
            Lineage = [.. before.SignedFacts.Concat(now.SignedFacts).Distinct()],
            Remark = new(
                $"Comparison {count} of the covered period; {before.Signed.Count} deals then, {now.Signed.Count} now.",
                $"覆盖期内的第 {count} 个同比；上年同季 {before.Signed.Count} 笔交易，本季 {now.Signed.Count} 笔。"),
            Parts =
            [
                FinancingReadings.PartOf(new("This quarter", "本季"), fresh) with { Unit = Unit.UsDollar },
                FinancingReadings.PartOf(new("A year before", "上年同季"), old) with { Unit = Unit.UsDollar },
                new(new("Growth, 90 % interval over deals", "增速：交易自助法 90% 区间"), fresh.Told / old.Told - 1, low, high),
                .. DealBootstrap.ConcentrationOf(now),
            ],
        };
    }
}
