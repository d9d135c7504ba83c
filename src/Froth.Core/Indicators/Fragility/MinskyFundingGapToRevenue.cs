using Froth.Core.Data;
using Froth.Core.Firms;

namespace Froth.Core.Indicators.Fragility;

/// <summary>G over revenue: what must be found outside, as a share of revenue.</summary>
public sealed class MinskyFundingGapToRevenue : Indicator
{
    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "minsky-funding-gap-to-revenue",
        Title = new("Funding gap to revenue", "资金缺口/收入"),
        Meaning = new(
            "How much outside money a firm needs in a year to meet debt service, building and commitments, as a share of its revenue. Negative: cash is left over.",
            "企业一年内为偿债、建设与承诺所需的外部资金占收入之比。为负则有盈余。"),
        Pillar = Pillar.Fragility, Unit = Unit.Ratio, Display = Display.Percent, Frequency = Frequency.Quarterly,
        Method = new(
            "(Interest + principal due + capital expenditure + take-or-pay due − cash before interest) / revenue, twelve months. The gap in the firm's own currency is a part. Commitments that are not told count as none, so the value is then the least it can be. Headline: the median of firms with a value, from three firms on.",
            "（利息＋到期本金＋资本开支＋到期照付不议−付息前现金流）÷ 收入，过去十二个月；以本币计的缺口列为分项。未披露的承诺按零计，此时数值为下限。行业值：有数值企业的中位数（至少三家）。"),
        Caveats = new(
            "Debt that is rolled over as a matter of course counts as a gap. Money is never added across currencies.",
            "例行展期的债务也计为缺口。不同货币不相加。"),
        Citations = [MinskyReadings.Primary],
        Bands = Bands.Rising(0.05, 0.15, 0.30, ThresholdStatus.Froth, "Froth's own: a twentieth, a seventh and a third of revenue to be found outside", 0.01),
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => FirmPanel.Inputs;

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs) => FirmReadings.Median(inputs, Read);

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("A builder", "大举建设的企业"),
            Working = "Due 20 + 180 + capital expenditure 400 = 600, cash 80 + 20 = 100: gap 500; revenue 1,000: 0.5.",
            Facts = [.. MinskyReadings.Year("a", 80, 20, 180, 400), ExampleFacts.Over("a", Concepts.Revenue, "2025-01-01", "2025-12-31", 1000, Unit.UsDollar)],
            Entity = "a", Expected = 0.5,
        },
    ];

    private static Reading Read(FirmQuarter quarter)
    {
        var service = quarter.Service(DebtServiceWindow.TwelveMonths);
        var revenue = quarter.Year(Concepts.Revenue);
        var why = service.Why ?? MinskyReadings.WithoutCapitalExpenditure(service) ?? (revenue is null ? quarter.WhyMissing(Concepts.Revenue) : null);
        var value = revenue is { Value: > 0 } ? service.FundingGap / revenue.Value : double.NaN;
        Part[] gap = double.IsNaN(service.FundingGap) ? [] : [new(new("Funding gap", "资金缺口"), service.FundingGap) { Unit = quarter.Currency }];
        return FirmReadings.Of(
            quarter, value, why, new("Revenue is not positive.", "收入不为正。"), [.. service.Lineage, .. revenue?.Lineage ?? []], [.. gap, .. MinskyReadings.Money(service)]);
    }
}
