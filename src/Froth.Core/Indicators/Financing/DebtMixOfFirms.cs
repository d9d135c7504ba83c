using Froth.Core.Data;
using Froth.Core.Financing;
using Froth.Core.Firms;

namespace Froth.Core.Indicators.Financing;

/// <summary>Debt outstanding by kind of lender and paper.</summary>
public sealed class DebtMixOfFirms : Indicator
{
    private static readonly Input Sector = Input.Concept(SectorDebt.Entity, SectorDebt.Outstanding, Unit.UsDollar);
    private static readonly Input[] Needed = [.. FirmPanel.Inputs, Sector];

    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "debt-mix",
        Title = new("Debt outside banks and public bonds, at least", "银行与公开债券之外的债务占比（至少）"),
        Meaning = new(
            "How much of what is owed is owed to funds, suppliers, vehicles and holders of asset-backed paper, where neither a bank supervisor nor a market price looks on.",
            "债务中有多少由基金、供应商、特殊目的载体及资产支持证券持有人提供——既无银行监管，亦无市场定价。"),
        Pillar = Pillar.Financing, Unit = Unit.Ratio, Display = Display.Percent, Frequency = Frequency.Quarterly,
        Method = new Bilingual(
            "(private credit + vendor credit + debt of vehicles + asset-backed securities) / total debt, as told by kind at the quarter's end. What is not told by kind is unknown: it stays out of the value (at least) and is added in the upper end. " +
            "Coverage: share of the debt that is told by kind. Parts: each kind, and the Herfindahl index of the told ones. Leases stand apart. The series of the sector itself is what others tell of it.",
            "(私募信贷+供应商信贷+载体债务+资产支持证券)/总债务，取季末按类别披露的余额。未按类别披露的部分视为未知：不计入数值（故为下界），计入上限。覆盖率：按类别披露的债务占比。分项：各类占比及已披露类别的赫芬达尔指数。租赁不计。行业自身的序列取第三方所述。").Then(FirmMedians.Rule),
        Caveats = new(
            "Kinds are told as principal, the total as carried in the books. A loan syndicated by banks may lie with funds. Few firms tell their debt by kind.",
            "各类别按本金披露，总额按账面价值。银行牵头的银团贷款可能实由基金持有。按类别披露债务的企业很少。"),
        Citations = [FiledDebtShare.Methods, new("BIS staff bulletin, January 2026: share of private credit in loans to AI firms, as reported on a secondary page")],
        Bands = Bands.RisingPercentile,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => Needed;

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs)
    {
        var firms = FirmMedians.Compute(inputs, ReadingOf);
        return firms with { Panel = [.. firms.Panel, .. SectorDebt.Series(inputs.Latest(Sector))] };
    }

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("A tenth is not told by kind", "一成未按类别披露"),
            Working = "Debt 100: bonds 50, vendor credit 30, private credit 10, the rest 10 not told. Shadow kinds: 40 / 100 = 0.4 at least, 50 / 100 = 0.5 at most.",
            Facts =
            [
                ExampleFacts.Over("cloud", Concepts.OperatingCashFlow, "2024-01-01", "2024-12-31", 4e9, Unit.UsDollar),
                ExampleFacts.At("cloud", FirmConcepts.DebtTotal, "2024-12-31", 100e9, Unit.UsDollar),
                ExampleFacts.At("cloud", FirmConcepts.DebtOutstanding, "2024-12-31", 50e9, Unit.UsDollar, "bond"),
                ExampleFacts.At("cloud", FirmConcepts.DebtOutstanding, "2024-12-31", 30e9, Unit.UsDollar, "vendor-credit"),
                ExampleFacts.At("cloud", FirmConcepts.DebtOutstanding, "2024-12-31", 10e9, Unit.UsDollar, "private-credit"),
            ],
            Entity = "cloud", Expected = 0.4, ExpectedLow = 0.4, ExpectedHigh = 0.5,
        },
    ];

    private static Reading ReadingOf(FirmQuarter quarter) => DebtMix.Of(quarter) is { } mix
        ? SectorDebt.ReadingOf(quarter.Known, mix)
        : Reading.None(quarter.Known, MissingReason.NoData, new("Debt is not told by kind for the quarter's end.", "季末债务未按类别披露。"));
}
