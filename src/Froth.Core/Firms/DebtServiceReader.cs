using Froth.Core.Data;

namespace Froth.Core.Firms;

/// <summary>Finds the terms of debt service in a firm's accounts. An unknown term gives a reason; it never makes a firm look safer.</summary>
public static class DebtServiceReader
{
    // A line that two annual reports in a row leave out has ended; before that its absence is a gap.
    private const int EndedAfterMonths = 27;

    /// <summary>Reads one window of one quarter.</summary>
    public static DebtService Read(FirmQuarter quarter, DebtServiceWindow window)
    {
        ArgumentNullException.ThrowIfNull(quarter);
        var quarters = window == DebtServiceWindow.TwelveMonths ? 4 : 1;
        FirmFigure? Flow(string concept) => window == DebtServiceWindow.TwelveMonths ? quarter.Year(concept)
            : quarter.Quarter(concept) is { } single ? single with { Value = single.Value * 4 } : null;
        var operating = Flow(Concepts.OperatingCashFlow);
        var paid = Flow(FirmConcepts.InterestPaid) ?? Flow(FirmConcepts.InterestExpense) ?? NoneOfNoDebt(quarter, quarters);
        var service = new DebtService
        {
            Quarter = quarter, Window = window,
            CapitalExpenditure = Flow(Concepts.CapitalExpenditure),
            Commitments = quarter.Opening(FirmConcepts.PurchaseObligationsDueYear1, quarters),
            Liquidity = LiquidityOf(quarter),
        };
        if (operating is null) return service with { Why = quarter.WhyMissing(Concepts.OperatingCashFlow) };
        if (paid is null) return service with { CashFlow = operating, Why = quarter.WhyMissing(FirmConcepts.InterestPaid) };
        if (InterestInside(quarter, operating, paid) is not { } inside) return service with { CashFlow = operating, Interest = paid, Why = UnknownPlace };
        service = service with { CashFlow = inside ? operating + paid : operating, Interest = paid };
        if (Further(quarter, Flow, FirmConcepts.InterestCapitalised) is not { } capitalised) return service with { Why = Lapsed(FirmConcepts.InterestCapitalised) };
        service = service with { Interest = Sum(paid, capitalised) };
        if (DueFrom(quarter, quarters) is not { } due) return service with { Why = quarter.Before(quarters).WhyMissing(FirmConcepts.DebtCurrent) };
        if (Further(quarter, Flow, FirmConcepts.FinanceLeasePrincipalPaid) is not { } leases) return service with { Principal = due, Why = Lapsed(FirmConcepts.FinanceLeasePrincipalPaid) };
        service = service with { Principal = Sum(due, leases) };
        return service.Interest.Value < 0 || service.Principal.Value < 0 ? service with { Why = Negative } : service;
    }

    private static Bilingual UnknownPlace { get; } = new(
        "Whether interest paid stands inside cash from operations is not known for this filer.", "未知该公司支付的利息是否计入经营活动现金流。");

    private static Bilingual Negative { get; } = new("Interest or principal is told as negative.", "利息或到期本金披露为负值。");

    private static Bilingual Lapsed(string concept) => new(
        $"{concept} was told before and is not told now; leaving it out would make the firm look safer.", $"{concept}此前曾披露而现未披露；略去会使企业显得更安全。");

    /// <summary>Cash and, where told, current securities; null when no cash is told.</summary>
    private static FirmFigure? LiquidityOf(FirmQuarter quarter) => quarter.Balance(FirmConcepts.Cash) is not { } cash ? null
        : quarter.Balance(FirmConcepts.MarketableSecuritiesCurrent) is { } securities ? cash + securities : cash;

    // Where no debt is told to exist at either end, no interest falls due on any.
    private static FirmFigure? NoneOfNoDebt(FirmQuarter quarter, int quarters) =>
        quarter.Balance(FirmConcepts.DebtTotal) is { Value: 0 } now && quarter.Opening(FirmConcepts.DebtTotal, quarters) is { Value: 0 } before ? now + before : null;

    private static FirmFigure? DueFrom(FirmQuarter quarter, int quarters) =>
        quarter.Opening(FirmConcepts.DebtDueYear1, quarters) ?? quarter.Opening(FirmConcepts.DebtCurrent, quarters)
        ?? (quarter.Opening(FirmConcepts.DebtTotal, quarters) is { Value: 0 } none ? none : null);

    // US accounts keep interest paid inside cash from operations; elsewhere the statement itself must say.
    private static bool? InterestInside(FirmQuarter quarter, FirmFigure operating, FirmFigure paid)
    {
        if (quarter.Newest(FirmConcepts.InterestInOperatingCashFlow) is { } told) return told.Double switch { 1 => true, 0 => false, _ => null };
        if (paid.Lineage.All(o => Tag(o).EndsWith("ClassifiedAsFinancingActivities", StringComparison.Ordinal))) return false;
        if (paid.Lineage.All(o => Tag(o).EndsWith("InterestPaidClassifiedAsOperatingActivities", StringComparison.Ordinal))) return true;
        return operating.Lineage.All(o => Tag(o).StartsWith("us-gaap:", StringComparison.Ordinal)) ? true : null;
    }

    private static string Tag(Observation told) => told.Resolution?.Tag ?? "";

    // A line that some firms never have. Null when the firm had it lately and does not tell it now.
    private static FirmFigure? Further(FirmQuarter quarter, Func<string, FirmFigure?> flow, string concept) =>
        flow(concept) ?? quarter.LastFiscalYear(concept) ?? (quarter.HasTold(concept, EndedAfterMonths) ? null : new FirmFigure(0, Grade.Audited, []));

    private static FirmFigure Sum(FirmFigure a, FirmFigure b) => b.Lineage.Count == 0 ? a : a + b;
}
