using Froth.Core.Data;
using Froth.Core.Firms;
using Froth.Core.Valuation;

namespace Froth.Core.Indicators.Valuation;

/// <summary>Dynamic price–earnings ratio (动态市盈率) in its other meaning: over the earnings that analysts expect of the coming year.</summary>
public sealed class PriceEarningsForecast : Indicator
{
    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "pe-dynamic-forecast",
        Title = new("P/E, dynamic (forecast)", "动态市盈率（预测）"),
        Meaning = new(
            "Years of the earnings that analysts expect of the coming year that the firm's market value amounts to. It is as good as the forecast.",
            "公司市值相当于分析师预期未来一年净利润的多少倍；其可靠程度取决于预测本身。"),
        Pillar = Pillar.Valuation,
        Unit = Unit.Ratio,
        Display = Display.Multiple,
        Frequency = Frequency.Irregular,
        Method = new(
            "Market value of the day over the newest forecast of the coming year's net income made by that day and at most 200 days before it, in one currency. A forecast is dated by the day it was made. Of forecasts for several years told on one day the nearest year counts. An expected loss: n.m.",
            "当日市值除以截至该日、200天以内最新的未来一年净利润预测，币种须一致。预测以作出之日为准；同日有多个年度的预测时取最近年度。预测为亏损时记为n.m.。"),
        Caveats = new(
            "Shares the word dynamic with the annualised kind and nothing else: the two never enter one series. Forecasts of fast-growing firms run high in good times, so the ratio looks cheap just when expectations are stretched. Whose forecast it is, and whether one-off items are left out, differs by source.",
            "与年化口径仅共用“动态”一词，两者绝不混入同一序列。景气时期对高增长公司的预测往往偏高，预期越高涨该倍数反而越显便宜。预测来源及是否剔除一次性项目因出处而异。"),
        Citations = [new("Froth methods, section 2.1: price–earnings ratios by kind")],
        Bands = Bands.RisingPercentile,
        MoneyDegree = 0,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs { get; } = [FirmMultiples.MarketValue, FirmMultiples.Forecast];

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("The newest forecast made by the day", "取该日之前最新的预测"),
            Working = "Market value 3000 on 5 June 2024. Forecasts: 50 made on 1 March, 60 made on 1 June, 75 made on 1 July (too late). 3000 / 60 = 50.",
            Facts =
            [
                ExampleFacts.At(FirmMultiples.HeadlineFirm, Concepts.MarketCapitalisation, "2024-06-05", 3000, Unit.UsDollar),
                ExampleFacts.At(FirmMultiples.HeadlineFirm, FirmConcepts.NetIncomeForecast, "2024-03-01", 50, Unit.UsDollar, "fy2025"),
                ExampleFacts.At(FirmMultiples.HeadlineFirm, FirmConcepts.NetIncomeForecast, "2024-06-01", 60, Unit.UsDollar, "fy2025"),
                ExampleFacts.At(FirmMultiples.HeadlineFirm, FirmConcepts.NetIncomeForecast, "2024-06-01", 90, Unit.UsDollar, "fy2026"),
                ExampleFacts.At(FirmMultiples.HeadlineFirm, FirmConcepts.NetIncomeForecast, "2024-07-01", 75, Unit.UsDollar, "fy2025"),
            ],
            Expected = 50,
        },
        new()
        {
            Title = new("Reported income is not a forecast", "已公布盈利不作预测使用"),
            Working = "Only reported net income is known: the kinds never mix, so there is no ratio.",
            Facts =
            [
                ExampleFacts.At(FirmMultiples.HeadlineFirm, Concepts.MarketCapitalisation, "2024-06-05", 3000, Unit.UsDollar),
                ExampleFacts.Over(FirmMultiples.HeadlineFirm, Concepts.NetIncome, "2023-01-30", "2024-01-28", 30, Unit.UsDollar),
            ],
            Expected = double.NaN,
            ExpectedMissing = MissingReason.NoData,
        },
    ];

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs) =>
        FirmMultiples.Arrange(inputs, FirmMultiples.Of(inputs, PriceEarningsKind.DynamicForecast));
}
