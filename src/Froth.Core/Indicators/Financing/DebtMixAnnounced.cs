using Froth.Core.Data;
using Froth.Core.Entities;
using Froth.Core.Financing;

namespace Froth.Core.Indicators.Financing;

/// <summary>Signed debt of the sector by kind of lender and paper.</summary>
public sealed class DebtMixAnnounced : Indicator
{
    private static readonly Input Sector = Input.Concept(SectorDebt.Entity, SectorDebt.Issued, Unit.UsDollar);
    private static readonly Input[] Needed = [.. FinancingBook.Inputs, Sector];

    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "debt-mix-announced",
        Title = new("New debt outside banks and public bonds, at least", "银行与公开债券之外的新增债务占比（至少）"),
        Meaning = new(
            "How much of the sector's new borrowing comes from funds, suppliers, vehicles and asset-backed paper rather than from banks and public bonds.",
            "行业新增借款中，来自基金、供应商、特殊目的载体与资产支持证券而非银行与公开债券的比例。"),
        Pillar = Pillar.Financing, Unit = Unit.Ratio, Display = Display.Percent, Frequency = Frequency.Monthly, StaleAfterDays = FinancingReadings.StaleAfterDays,
        Method = new Bilingual(
            "(private credit + vendor credit + vehicles + asset-backed securities) / signed debt of the six months to each month end, firmly told amounts. A loan has the kind of its lenders when all are of one: banks, funds (private credit), " +
            "makers and sellers of chips (vendor credit); other and mixed lenders leave it unknown, out of the value (at least) and in the upper end. A bond is convertible when the record says so. Coverage: share of the debt of known kind. " +
            "Parts: each kind, number of deals, Herfindahl index of the told kinds. The series of the sector itself is what others tell of it.",
            "(私募信贷+供应商信贷+载体+资产支持证券)/截至各月末六个月的已签约债务，取确有把握的金额。贷款方同属一类时按该类计：银行、基金（私募信贷）、芯片厂商与经销商（供应商信贷）；其他或混合贷款方视为未知，" +
            "不计入数值（故为下界）而计入上限。记录注明可转换者计为可转债。覆盖率：类别已知的债务占比。分项：各类占比、笔数、已知类别的赫芬达尔指数。行业自身的序列取第三方所述。").Then(FinancingReadings.Rules),
        Caveats = new Bilingual(
            "Banks that arrange a loan often sell it on to funds, which nobody tells. A vehicle counts whole although part of it is equity.",
            "牵头银行常将贷款转售给基金而不披露。特殊目的载体整体计入，尽管其中含有股权。").Then(FinancingReadings.Caveats),
        Citations = [FiledDebtShare.Methods, new("BIS staff bulletin, January 2026: share of private credit in loans to AI firms, as reported on a secondary page")],
        Bands = Bands.RisingPercentile,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => Needed;

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs)
    {
        var sector = FinancingReadings.OfWindows(inputs, DebtShare.SectorWindowMonths, fewestReceivers: 1, w => MixOf(w, inputs.Entities));
        return sector with { Panel = SectorDebt.Series(inputs.Latest(Sector)) };
    }

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("Bonds, vehicles, and loans of unknown lenders", "债券、载体与贷款方不明的贷款"),
            Working = "Six months: bonds 4 × 1 = 4 bn, vehicles 3 × 1 = 3 bn, loans of lenders without a record 1 × 3 = 3 bn. 3 / 10 = 0.3 at least; with the loans 6 / 10 = 0.6.",
            Facts =
            [
                .. Enumerable.Range(1, 4).Select(i => ExampleFacts.Deal($"a{i}", "2025-02-10", "holders", "cloud", FlowKind.DebtBond, 1e9)),
                .. Enumerable.Range(1, 3).Select(i => ExampleFacts.Deal($"b{i}", "2025-03-10", "holders", "vehicle", FlowKind.Spv, 1e9)),
                ExampleFacts.Deal("c", "2025-06-30", "lender", "cloud", FlowKind.DebtLoan, 3e9),
            ],
            Expected = 0.3, ExpectedLow = 0.3, ExpectedHigh = 0.6, Tolerance = 1e-12,
        },
    ];

    private static Reading MixOf(FinancingWindow window, EntityBook entities)
    {
        List<FinancingRow> debts = [.. window.Signed.Where(r => r.Flow.Layer == FlowLayer.Debt)];
        if (debts.Count == 0) return FinancingReadings.NothingSigned(window);
        var mix = DebtMix.From(debts.Select(r => (DebtKinds.Of(r.Flow, entities), r.Money!.Value.Told)), double.NaN, [.. debts.SelectMany(r => r.Facts).Distinct()]);
        var reading = SectorDebt.ReadingOf(window.Last, mix);
        return reading with { Remark = window.LeftOutRemark(), Parts = [.. reading.Parts, new(new("Deals", "笔数"), debts.Count) { Unit = Unit.Count }] };
    }
}
