using Froth.Core.Data;
using Froth.Core.Valuation;

namespace Froth.Core.Indicators.Valuation;

/// <summary>The premium over government bonds that the S&amp;P 500 promises at its price.</summary>
public sealed class ImpliedEquityPremium : Indicator
{
    // The inputs are told together, once a year or once a month; an older companion would belong to another day.
    private const int GoodDays = 45;

    private static readonly Input Level = new("index-level", CapeMonths.Market, null);
    private static readonly Input CashYield = new("cash-yield", CapeMonths.Market, null);
    private static readonly Input Growth = new("earnings-growth-expected", CapeMonths.Market, null);
    private static readonly Input Riskless = new("riskfree-rate", CapeMonths.Market, null);
    private static readonly Input Published = new("implied-erp", CapeMonths.Market, null);

    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "implied-erp",
        Title = new("Implied equity risk premium of the S&P 500", "标普500隐含股权风险溢价"),
        Meaning = new(
            "What holders of shares may expect above government bonds if the cash that firms pay out grows as expected. Low means that little is paid for the risk.",
            "若企业派发的现金按预期增长，持股可期望获得的超出国债的回报。偏低说明承担风险的补偿很少。"),
        Pillar = Pillar.Valuation,
        Unit = Unit.Ratio,
        Display = Display.Percent,
        Frequency = Frequency.Annual,
        Method = new(
            "The return r at which the present value of dividends and buybacks equals the index: they grow for five years as expected and then at the riskless rate for ever; the premium is r less the riskless rate. Cash yield, expected growth and riskless rate of the same day, or at most 45 days before. The level of the index cancels out. Beside it the premium as its author published it, where told.",
            "使股息与回购现值等于指数点位的回报率r：前五年按预期增速增长，其后永续按无风险利率增长；溢价为r减无风险利率。现金收益率、预期增速与无风险利率取同日或之前45天内。指数点位可约去。另列作者公布值（如有）。"),
        Caveats = new(
            "As good as the expected growth, which analysts set and which runs high in good times. Buybacks swing with the cycle. The lasting growth at the riskless rate is an assumption. The published value may take other cash flows, so that the two differ.",
            "可靠程度取决于分析师的预期增速，景气时往往偏高。回购随周期大幅波动。永续增速等于无风险利率为假设。公布值可能采用其他现金流口径，故两者会有差异。"),
        Citations =
        [
            new("Damodaran, A., Equity risk premiums: determinants, estimation and implications; implied premiums of the S&P 500", "https://pages.stern.nyu.edu/~adamodar/"),
            new("Froth methods, section 2.6: implied equity risk premium"),
        ],
        Bands = Bands.FallingPercentile,
        MoneyDegree = 0,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs { get; } = [Level, CashYield, Growth, Riskless, Published];

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("Three percent paid out, growing by eight", "派现3%、增速8%"),
            Working = "Level 100: cash flows 3.24, 3.4992, 3.779136, 4.081467, 4.407984, then 4 percent growth. At r = 7.723093 percent they are worth 100; less 4 percent riskless: 0.03723093. (Solved by bisection outside Froth.)",
            Entity = CapeMonths.Market,
            Facts =
            [
                ExampleFacts.At(CapeMonths.Market, "index-level", "2024-01-01", 100, Unit.Index),
                ExampleFacts.At(CapeMonths.Market, "cash-yield", "2024-01-01", 0.03, Unit.Ratio),
                ExampleFacts.At(CapeMonths.Market, "earnings-growth-expected", "2024-01-01", 0.08, Unit.Ratio),
                ExampleFacts.At(CapeMonths.Market, "riskfree-rate", "2024-01-01", 0.04, Unit.Ratio),
            ],
            Expected = 0.03723093,
            Tolerance = 1e-8,
        },
        new()
        {
            Title = new("Growth not told", "未披露预期增速"),
            Working = "Cash yield and riskless rate without expected growth: nothing can be solved for.",
            Entity = CapeMonths.Market,
            Facts =
            [
                ExampleFacts.At(CapeMonths.Market, "cash-yield", "2024-01-01", 0.03, Unit.Ratio),
                ExampleFacts.At(CapeMonths.Market, "riskfree-rate", "2024-01-01", 0.04, Unit.Ratio),
            ],
            Expected = double.NaN,
            ExpectedMissing = MissingReason.NoData,
        },
    ];

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var told = new[] { Growth, Riskless, Published, Level }.Select(i => Plain(inputs, i)).ToArray();
        var readings = Plain(inputs, CashYield).GroupBy(o => o.Date).OrderBy(g => g.Key).Select(g => Read(g.Last(), told)).ToList();
        if (readings.Count == 0)
            readings.Add(Reading.None(inputs.Vintage.AsOf, MissingReason.NoData, new("No cash yield of the index is known.", "没有该指数的现金收益率数据。")));
        return new IndicatorResult(new ReadingSeries(CapeMonths.Market, readings), []);
    }

    private static List<Observation> Plain(InputSet inputs, Input input) =>
        [.. inputs.Latest(input).Where(o => o.Dimension.Length == 0 && !double.IsNaN(o.Double)).OrderBy(o => o.Date)];

    private static Reading Read(Observation cash, List<Observation>[] told)
    {
        var day = cash.Date;
        var near = told.Select(list => list.FindLast(o => o.Date <= day && day.DayNumber - o.Date.DayNumber <= GoodDays)).ToArray();
        IReadOnlyList<Fact> lineage = [cash, .. near.OfType<Observation>()];
        if (near[0] is not { } growth || near[1] is not { } riskless)
            return Reading.None(day, MissingReason.NoData, new("Expected growth or riskless rate of that day is not known.", "缺少当日的预期增速或无风险利率。"), lineage);
        var r = ImpliedPremium.Return(cash.Double, growth.Double, riskless.Double);
        if (double.IsNaN(r))
            return Reading.None(day, MissingReason.NotIdentified, new("No return between the riskless rate and 100 percent fits.", "在无风险利率与100%之间无解。"), lineage);
        var published = near[2]?.Double ?? double.NaN;
        return new Reading
        {
            Date = day, Value = r - riskless.Double, Lineage = lineage,
            Parts =
            [
                new(new("Implied return", "隐含回报率"), r),
                new(new("Premium as published", "作者公布的溢价"), published),
                new(new("This value less the published one", "本值与公布值之差"), r - riskless.Double - published),
            ],
        };
    }
}
