using Froth.Core.Data;
using Froth.Core.Valuation;

namespace Froth.Core.Indicators.Valuation;

/// <summary>Trailing price–earnings ratio (滚动市盈率): over the last four quarters.</summary>
public sealed class PriceEarningsTrailing : Indicator
{
    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "pe-ttm",
        Title = new("P/E, trailing twelve months", "滚动市盈率（TTM）"),
        Meaning = new(
            "Years of the last four quarters' earnings that the firm's market value amounts to: the kind to compare firms and times by.",
            "公司市值相当于最近四个季度净利润的多少倍，适合跨公司、跨时间比较。"),
        Pillar = Pillar.Valuation,
        Unit = Unit.Ratio,
        Display = Display.Multiple,
        Frequency = Frequency.Irregular,
        Method = new(
            "Market value of the day over net income attributable to shareholders of the last four fiscal quarters published by that day: last year plus this year to date minus the same part of last year, on one basis. For the S&P 500 the index over its twelve-month earnings. Zero or negative income: n.m.",
            "当日市值除以截至该日已公布的最近四个财季归母净利润：上年全年＋本年累计−上年同期累计，口径一致。标普500为指数除以其十二个月盈利。净利润为零或为负时记为n.m.。"),
        Caveats = new(
            "Not comparable with the static or dynamic kind. Earnings include one-off gains, such as those on stakes in other AI firms. Market values are single sourced points, often of the day a round number was crossed. The index earnings of a month became known only months later.",
            "不可与静态或动态口径比较。盈利含一次性收益（如持有其他AI公司股权的估值收益）。市值为个别有出处的数据点，多为突破整数关口之日。指数某月的盈利要数月后才为人所知。"),
        Citations =
        [
            new("Froth methods, section 2.1: price–earnings ratios by kind"),
            new("S&P 500 monthly data after Robert Shiller, mirror datasets/s-and-p-500 (PDDL)", "https://github.com/datasets/s-and-p-500"),
        ],
        Bands = Bands.RisingPercentile,
        MoneyDegree = 0,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs { get; } =
        [FirmMultiples.MarketValue, FirmMultiples.NetIncome, FirmMultiples.IndexPrice, FirmMultiples.IndexEarnings];

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("Half a year in, after a loss", "半年报之后，上年亏损"),
            Working = "Market value 502.9 (Cambricon, 4 September 2025, billions of yuan). Year 2024 −0.452, first half 2025 1.038, first half 2024 −0.530: −0.452 + 1.038 + 0.530 = 1.116; 502.9 / 1.116 = 450.627.",
            Entity = "cambricon",
            Facts =
            [
                ExampleFacts.At("cambricon", Concepts.MarketCapitalisation, "2025-09-04", 502.9, Unit.Parse("CNY")),
                ExampleFacts.Over("cambricon", Concepts.NetIncome, "2024-01-01", "2024-12-31", -0.452, Unit.Parse("CNY")),
                ExampleFacts.Over("cambricon", Concepts.NetIncome, "2024-01-01", "2024-06-30", -0.530, Unit.Parse("CNY")),
                ExampleFacts.Over("cambricon", Concepts.NetIncome, "2025-01-01", "2025-06-30", 1.038, Unit.Parse("CNY")),
            ],
            Expected = 450.63,
            Tolerance = 0.01,
        },
        new()
        {
            Title = new("The index", "指数"),
            Working = "Index at 4000, earnings of twelve months 200: 4000 / 200 = 20.",
            Entity = CapeMonths.Market,
            Facts =
            [
                .. CapeMonths.Example(Concepts.Price, "2023-01", 1, _ => 4000, Unit.Index),
                .. CapeMonths.Example(Concepts.Earnings, "2023-01", 1, _ => 200, Unit.Index),
            ],
            Expected = 20,
        },
    ];

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs) => FirmMultiples.Arrange(
        inputs, [.. FirmMultiples.Of(inputs, PriceEarningsKind.TrailingTwelveMonths), FirmMultiples.OfIndex(inputs)]);
}
