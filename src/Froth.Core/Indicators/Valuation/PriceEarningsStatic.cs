using Froth.Core.Data;
using Froth.Core.Valuation;

namespace Froth.Core.Indicators.Valuation;

/// <summary>Static price–earnings ratio (静态市盈率): over the last annual report.</summary>
public sealed class PriceEarningsStatic : Indicator
{
    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "pe-static",
        Title = new("P/E, static", "静态市盈率"),
        Meaning = new(
            "Years of the last reported annual earnings that the firm's market value amounts to. Of the three kinds the one that lags most.",
            "公司市值相当于最近一份年报净利润的多少倍。三种口径中最为滞后。"),
        Pillar = Pillar.Valuation,
        Unit = Unit.Ratio,
        Display = Display.Multiple,
        Frequency = Frequency.Irregular,
        Method = new(
            "Market value of the day over net income attributable to shareholders of the last fiscal year whose report had been published by that day. Zero or negative income: n.m.",
            "当日市值除以截至该日已公布的最近财年归母净利润；净利润为零或为负时记为n.m.。"),
        Caveats = new(
            "Not comparable with the trailing or dynamic kind, and the three never enter one series. For a fast-growing firm it overstates how dear the share is against present earnings. Market values are single sourced points, often of the day a round number was crossed; some were told within the day.",
            "不可与滚动或动态口径比较，三者绝不混入同一序列。对高速增长的公司，会高估其相对当前盈利的昂贵程度。市值为个别有出处的数据点，多为突破整数关口之日，部分为盘中价。"),
        Citations = [new("Froth methods, section 2.1: price–earnings ratios by kind")],
        Bands = Bands.RisingPercentile,
        MoneyDegree = 0,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs { get; } = [FirmMultiples.MarketValue, FirmMultiples.NetIncome];

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("The year counts once it is published", "年报公布后方可使用"),
            Working = "Market value 3000 on 5 June 2024; net income of the year to 28 January 2024: 30. 3000 / 30 = 100.",
            Facts =
            [
                ExampleFacts.At(FirmMultiples.HeadlineFirm, Concepts.MarketCapitalisation, "2024-06-05", 3000, Unit.UsDollar),
                ExampleFacts.Over(FirmMultiples.HeadlineFirm, Concepts.NetIncome, "2023-01-30", "2024-01-28", 30, Unit.UsDollar),
            ],
            Expected = 100,
        },
        new()
        {
            Title = new("A loss has no ratio", "亏损则无市盈率"),
            Working = "Market value 502.9, net income of the year −0.452: the denominator is negative, n.m.",
            Facts =
            [
                ExampleFacts.At(FirmMultiples.HeadlineFirm, Concepts.MarketCapitalisation, "2025-09-04", 502.9, Unit.UsDollar),
                ExampleFacts.Over(FirmMultiples.HeadlineFirm, Concepts.NetIncome, "2024-01-01", "2024-12-31", -0.452, Unit.UsDollar),
            ],
            Expected = double.NaN,
            ExpectedMissing = MissingReason.NonPositiveDenominator,
        },
    ];

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs) =>
        FirmMultiples.Arrange(inputs, FirmMultiples.Of(inputs, PriceEarningsKind.Static));
}
