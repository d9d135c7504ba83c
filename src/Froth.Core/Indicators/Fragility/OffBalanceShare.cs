using Froth.Core.Data;
using Froth.Core.Financing;
using Froth.Core.Firms;

namespace Froth.Core.Indicators.Fragility;

/// <summary>What firms owe beside their balance sheets.</summary>
public sealed class OffBalanceShare : Indicator
{
    private static readonly Input[] Needed = [.. FirmPanel.Inputs, Input.Flows];

    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "off-balance-share",
        Title = new("Off-balance-sheet share, at least", "表外义务占比（至少）"),
        Meaning = new(
            "How much of what a firm has bound itself to pay does not show as debt. At least: what is not told cannot be counted.",
            "企业已承诺支付的款项中有多少未体现为债务。数值为下界：未披露者无从计入。"),
        Pillar = Pillar.Fragility, Unit = Unit.Ratio, Display = Display.Percent, Frequency = Frequency.Quarterly,
        Method = new Bilingual(
            "(debt of vehicles the firm vouches for + other guarantees + undiscounted leases not commenced + purchase obligations) / (the same + debt on the balance sheet). The share is taken over the terms that are told; the upper end is open " +
            "while one is unknown. Coverage: told terms of four (firm). Guarantees are the firm's recorded, binding ones in its currency, known on the day and not run out; ceilings count in the upper end only. Leases and purchases told once a year stand for three further quarters.",
            "(其担保的载体债务+其他担保+未折现的未起租租赁+采购义务)/(前述合计+表内债务)。仅就已披露项目计算；有任一项未知则上端开放。覆盖率（企业）：四项中已披露的比例。" +
            "担保取已收录、具约束力、以其本币计、当日可知且未到期者；上限金额只计入上端。一年披露一次的租赁与采购沿用其后三个季度。").Then(FirmMedians.Rule),
        Caveats = new(
            "Purchase obligations include parts and stock that a maker needs anyway. Lease payments are spread over decades and not discounted, so they look large beside debt. Vehicles are told thinly. A low share can mean little told.",
            "采购义务含生产必需的零部件与存货。租金分布于数十年且未折现，与债务相比显得偏大。载体披露稀少。占比低可能只是披露少。"),
        Citations = [new("Froth methods, section 3.6: off-balance share")],
        Bands = Bands.Rising(0.25, 0.5, 0.75, ThresholdStatus.Froth, "Froth's own: at one half as much is owed beside the balance sheet as on it"),
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => Needed;

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        List<Flow> guarantees = [.. inputs.Flows().Where(f => f.Kind == FlowKind.Guarantee)];
        return FirmMedians.Compute(inputs, q => ReadingOf(OffBalance.Of(q, guarantees, inputs.Entities)));
    }

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("Leases and a guarantee beside ten billion of debt", "百亿债务之外的租赁与担保"),
            Working = "Leases not commenced 20, a guarantee of 10, debt 10 bn; vehicles and purchases are not told. (20 + 10) / (30 + 10) = 0.75, at least; the upper end is open.",
            Facts =
            [
                ExampleFacts.Over("cloud", Concepts.OperatingCashFlow, "2024-01-01", "2024-12-31", 4e9, Unit.UsDollar),
                ExampleFacts.At("cloud", FirmConcepts.DebtTotal, "2024-12-31", 10e9, Unit.UsDollar),
                ExampleFacts.At("cloud", FirmConcepts.LeasesNotCommenced, "2024-12-31", 20e9, Unit.UsDollar),
                ExampleFacts.Deal("g", "2024-06-30", "cloud", "landlord", FlowKind.Guarantee, 10e9),
            ],
            Entity = "cloud", Expected = 0.75, ExpectedLow = 0.75,
        },
    ];

    private static Reading ReadingOf(OffBalance told)
    {
        var quarter = told.Quarter;
        Part[] parts =
        [
            .. told.Terms.Select(t => new Part(t.Name, t.Amount ?? double.NaN, double.NaN, t.Most) { Unit = quarter.Currency }),
            new(new("Debt on the balance sheet", "表内债务"), told.Debt?.Value ?? double.NaN) { Unit = quarter.Currency },
        ];
        if (told.Why is { } why) return Reading.None(quarter.Known, MissingReason.NoData, why, told.Lineage) with { Parts = parts };
        return new Reading
        {
            Date = quarter.Known, Value = told.Share, Low = told.Share, High = told.MostShare, Coverage = told.Told / 4.0, Parts = parts, Lineage = told.Lineage,
            Remark = told.Told == 4 ? null : new($"At least: {told.Told} of four terms are told.", $"至少：四项中披露了 {told.Told} 项。"),
        };
    }
}
