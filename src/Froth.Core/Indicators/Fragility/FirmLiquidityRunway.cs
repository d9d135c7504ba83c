using Froth.Core.Data;
using Froth.Core.Firms;

namespace Froth.Core.Indicators.Fragility;

/// <summary>Months that a firm's liquidity lasts at its funding gap.</summary>
public sealed class FirmLiquidityRunway : Indicator
{
    private static readonly Bilingual NoGap = new("There is no funding gap.", "没有资金缺口。");

    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "firm-liquidity-runway",
        Title = new("Shortest liquidity runway of a firm", "企业最短流动性跑道"),
        Meaning = new(
            "How long a firm could go on paying debt service and building as it does from cash and current securities alone, if no one lent or invested.",
            "若无人再放贷或投资，企业仅靠现金与流动证券还能维持现有偿债与建设多久。"),
        Pillar = Pillar.Fragility, Unit = Unit.Months, Display = Display.Number, Frequency = Frequency.Quarterly,
        Method = new(
            "12 · (cash + current marketable securities) / funding gap of the twelve months. No value without a gap. Undrawn credit is left out: lenders may withdraw it. Headline: the shortest among firms with a gap, the remark names it; coverage: firms with a value / firms with accounts.",
            "12 ×（现金＋流动有价证券）÷ 过去十二个月资金缺口。无缺口则无数值。未提取授信不计，因其可能被撤回。行业值：有缺口企业中最短者，备注列明；覆盖率 = 有数值企业/有账目企业。"),
        Caveats = new(
            "Building can be stopped and securities held as noncurrent can be sold, so a strong firm with a gap lasts longer than this. Cash of a lender's reserve account may not be free.",
            "建设可以停止，列为非流动的证券可以出售，因此有缺口的稳健企业实际可维持更久。受限账户中的现金未必可动用。"),
        Citations = [MinskyReadings.Primary],
        Bands = Bands.FallingBelow(24, 12, 6, ThresholdStatus.Froth, "Froth's own: 12 months as for laboratories, methods 1.4; 24 and 6 months stand around it"),
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => FirmPanel.Inputs;

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs) => FirmReadings.Lowest(inputs, q => MinskyReadings.Read(
        q, s => s.RunwayMonths, NoGap, s => MinskyReadings.WithoutCapitalExpenditure(s) ?? (s.Liquidity is null ? q.WhyMissing(FirmConcepts.Cash) : null)));

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("Half a year of cash", "半年的现金"),
            Working = "Gap 20 + 180 + 400 − 100 = 500 a year. Cash 200 + securities 50 = 250. 12 × 250 / 500 = 6 months.",
            Facts =
            [
                .. MinskyReadings.Year("a", 80, 20, 180, 400),
                ExampleFacts.At("a", FirmConcepts.Cash, "2025-12-31", 200, Unit.UsDollar),
                ExampleFacts.At("a", FirmConcepts.MarketableSecuritiesCurrent, "2025-12-31", 50, Unit.UsDollar),
            ],
            Expected = 6,
        },
        new()
        {
            Title = new("No gap", "没有缺口"),
            Working = "Cash 400 against 20 + 80 + 100 = 200 due: nothing must be found outside.",
            Facts = [.. MinskyReadings.Year("a", 380, 20, 80, 100), ExampleFacts.At("a", FirmConcepts.Cash, "2025-12-31", 200, Unit.UsDollar)],
            Entity = "a", Expected = double.NaN, ExpectedMissing = MissingReason.NonPositiveDenominator,
        },
    ];
}
