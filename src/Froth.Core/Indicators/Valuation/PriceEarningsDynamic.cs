using Froth.Core.Data;
using Froth.Core.Valuation;

namespace Froth.Core.Indicators.Valuation;

/// <summary>Dynamic price–earnings ratio (动态市盈率) in its annualised meaning: over this year's earnings to date, scaled to a year.</summary>
public sealed class PriceEarningsDynamic : Indicator
{
    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "pe-dynamic-annualised",
        Title = new("P/E, dynamic (annualised)", "动态市盈率（年化）"),
        Meaning = new(
            "Years of earnings at this fiscal year's pace so far that the firm's market value amounts to: the kind that trading software in China shows as dynamic.",
            "按本财年至今的盈利速度年化后，公司市值相当于其多少倍；即国内行情软件所称“动态市盈率”。"),
        Pillar = Pillar.Valuation,
        Unit = Unit.Ratio,
        Display = Display.Multiple,
        Frequency = Frequency.Irregular,
        Method = new(
            "Market value of the day over net income of the fiscal year to date times 4/q, q being the number of its quarters: a first quarter counts four times, a half-year twice, nine months 4/3. Only what had been published by that day. Zero or negative income: n.m.",
            "当日市值除以（本财年累计归母净利润×4/q），q为已披露季度数：一季报×4，半年报×2，三季报×4/3。仅使用截至该日已公布的数据；净利润为零或为负时记为n.m.。"),
        Caveats = new(
            "The word dynamic is also used for price over forecast earnings: that is another number and is not shown here. Four times one quarter takes the season for the year. Half-year earnings per share set against the price without annualising doubles the ratio, a mistake seen in print.",
            "“动态”亦有人指以预测盈利计算的市盈率，二者不同，此处不含后者。单季乘以四会把季节性当作全年。以半年每股收益直接除股价而未年化，会使倍数翻倍，此错误曾见诸报道。"),
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
            Title = new("Half a year counts twice", "半年报乘以二"),
            Working = "Market value 502.9 (Cambricon, 4 September 2025, billions of yuan), first half 1.038: 502.9 / (1.038 · 4/2) = 242.24.",
            Entity = "cambricon",
            Facts =
            [
                ExampleFacts.At("cambricon", Concepts.MarketCapitalisation, "2025-09-04", 502.9, Unit.Parse("CNY")),
                ExampleFacts.Over("cambricon", Concepts.NetIncome, "2024-01-01", "2024-12-31", -0.452, Unit.Parse("CNY")),
                ExampleFacts.Over("cambricon", Concepts.NetIncome, "2025-01-01", "2025-06-30", 1.038, Unit.Parse("CNY")),
            ],
            Expected = 242.24,
            Tolerance = 0.01,
        },
    ];

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs) =>
        FirmMultiples.Arrange(inputs, FirmMultiples.Of(inputs, PriceEarningsKind.DynamicAnnualised));
}
