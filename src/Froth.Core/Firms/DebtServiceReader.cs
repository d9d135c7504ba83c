using Froth.Core.Data;

namespace Froth.Core.Firms;

/// <summary>
/// Finds the terms of debt service in a firm's accounts. An unknown term gives a reason; it never makes a firm look safer. What is told
/// only once a year, or of a neighbouring quarter, stands in for what is not told of the window and is graded as an estimate, so that the
/// draws move it widely. Capitalised interest and lease principal are lines that most firms never have: where a firm did not tell one in
/// the last two annual reports it counts as none.
/// </summary>
public static class DebtServiceReader
{
    // A line that two annual reports in a row leave out has ended; before that its absence is a gap.
    private const int EndedAfterMonths = 27;

    // Interest of a span that ended longer ago says little about interest now.
    private const int PaceMonths = 15;

    /// <summary>Reads one window of one quarter.</summary>
    public static DebtService Read(FirmQuarter quarter, DebtServiceWindow window)
    {
        ArgumentNullException.ThrowIfNull(quarter);
        var quarters = window == DebtServiceWindow.TwelveMonths ? 4 : 1;
        var (operating, paid) = (Flow(quarter, window, Concepts.OperatingCashFlow), InterestOf(quarter, window, quarters));
        var opening = quarter.Before(quarters);
        var service = new DebtService
        {
            Quarter = quarter, Window = window, Operating = operating, InterestPaid = paid,
            InterestCapitalised = Further(quarter, window, FirmConcepts.InterestCapitalised),
            PrincipalDue = DueFrom(opening),
            LeasePrincipal = Further(quarter, window, FirmConcepts.FinanceLeasePrincipalPaid),
            IsInterestInside = operating is null || paid is null ? null : InterestInside(quarter, paid),
            CapitalExpenditure = Flow(quarter, window, Concepts.CapitalExpenditure),
            Commitments = opening.Balance(FirmConcepts.PurchaseObligationsDueYear1),
            Liquidity = LiquidityOf(quarter),
        };
        return service with
        {
            CashFlow = service.IsInterestInside is not { } inside ? null : inside ? operating! + paid! : operating,
            Interest = Sum(paid, service.InterestCapitalised),
            Principal = Sum(service.PrincipalDue, service.LeasePrincipal),
            Why = WhyUnknown(service, opening),
        };
    }

    /// <summary>A flow of the window, a quarter's times four; null when it cannot be derived.</summary>
    internal static FirmFigure? Flow(FirmQuarter quarter, DebtServiceWindow window, string concept) => window == DebtServiceWindow.TwelveMonths
        ? quarter.Year(concept)
        : quarter.Quarter(concept) is { } single ? single with { Value = single.Value * 4 } : null;

    private static Bilingual UnknownPlace { get; } = new(
        "Whether interest paid stands inside cash from operations is not known for this filer.", "未知该公司支付的利息是否计入经营活动现金流。");

    private static Bilingual Negative { get; } = new("Interest or principal is told as negative.", "利息或到期本金披露为负值。");

    private static Bilingual Lapsed(string concept) => new(
        $"{concept} was told before and is not told now; leaving it out would make the firm look safer.", $"{concept}此前曾披露而现未披露；略去会使企业显得更安全。");

    private static Bilingual? WhyUnknown(DebtService service, FirmQuarter opening)
    {
        if (service.Operating is null) return service.Quarter.WhyMissing(Concepts.OperatingCashFlow);
        if (service.InterestPaid is null)
            return service.Quarter.WhyMissing(service.Quarter.HasTold(FirmConcepts.InterestPaid, EndedAfterMonths) ? FirmConcepts.InterestPaid : FirmConcepts.InterestExpense);
        if (service.IsInterestInside is null) return UnknownPlace;
        if (service.InterestCapitalised is null) return Lapsed(FirmConcepts.InterestCapitalised);
        if (service.PrincipalDue is null) return opening.WhyMissing(FirmConcepts.DebtCurrent);
        if (service.LeasePrincipal is null) return Lapsed(FirmConcepts.FinanceLeasePrincipalPaid);

        // Each by itself: a negative part could hide behind a larger positive one.
        FirmFigure[] payments = [service.InterestPaid, service.InterestCapitalised, service.PrincipalDue, service.LeasePrincipal];
        return payments.Any(p => p.Value < 0) ? Negative : null;
    }

    /// <summary>Cash and, where told, current securities; null when no cash is told.</summary>
    private static FirmFigure? LiquidityOf(FirmQuarter quarter) => quarter.Balance(FirmConcepts.Cash) is not { } cash ? null
        : quarter.Balance(FirmConcepts.MarketableSecuritiesCurrent) is { } securities ? cash + securities : cash;

    private static FirmFigure? InterestOf(FirmQuarter quarter, DebtServiceWindow window, int quarters) =>
        Flow(quarter, window, FirmConcepts.InterestPaid) ?? Flow(quarter, window, FirmConcepts.InterestExpense) ?? NoneOfNoDebt(quarter, quarters)
        ?? quarter.LastFiscalYear(FirmConcepts.InterestPaid)?.AsEstimate() ?? quarter.LastFiscalYear(FirmConcepts.InterestExpense)?.AsEstimate()
        ?? quarter.AtPace(FirmConcepts.InterestPaid, PaceMonths) ?? quarter.AtPace(FirmConcepts.InterestExpense, PaceMonths);

    // Where no debt is told to exist at either end, no interest falls due on any; unless some was told for a part of the window.
    private static FirmFigure? NoneOfNoDebt(FirmQuarter quarter, int quarters)
    {
        if (quarter.HasTold(FirmConcepts.InterestPaid, 3 * quarters) || quarter.HasTold(FirmConcepts.InterestExpense, 3 * quarters)) return null;
        return quarter.Balance(FirmConcepts.DebtTotal) is { Value: 0 } now && quarter.Opening(FirmConcepts.DebtTotal, quarters) is { Value: 0 } before
            ? now + before : null;
    }

    // Of the two neighbours of an opening balance that is not told, the larger one: the smaller could make the firm look safer.
    private static FirmFigure? DueFrom(FirmQuarter opening) =>
        DueAt(opening) ?? (opening.Balance(FirmConcepts.DebtTotal) is { Value: 0 } none ? none : null)
        ?? Larger(DueAt(opening.Before(1)), DueAt(opening.Before(-1)))?.AsEstimate();

    // In the middle of a fiscal year the first line of a table of maturities is often only the rest of that year, which is less than falls
    // due in twelve months. It then counts beside current debt, never alone.
    private static FirmFigure? DueAt(FirmQuarter opening)
    {
        var (table, current) = (opening.Balance(FirmConcepts.DebtDueYear1), opening.Balance(FirmConcepts.DebtCurrent));
        if (current is not null) return Larger(table, current);
        return table is not null && (opening.IsFiscalYearEnd == true || Tag(table.Lineage[0]).EndsWith("InNextTwelveMonths", StringComparison.Ordinal)) ? table : null;
    }

    private static FirmFigure? Larger(FirmFigure? a, FirmFigure? b) => a is null ? b : b is null || a.Value >= b.Value ? a : b;

    // US accounts keep interest paid inside cash from operations; elsewhere the statement itself must say. Of nothing the place is no matter.
    private static bool? InterestInside(FirmQuarter quarter, FirmFigure paid)
    {
        if (paid.Value == 0) return false;
        if (quarter.Newest(FirmConcepts.InterestInOperatingCashFlow) is { } told) return told.Double switch { 1 => true, 0 => false, _ => null };
        if (paid.Lineage.All(o => Tag(o).EndsWith("ClassifiedAsFinancingActivities", StringComparison.Ordinal))) return false;
        if (paid.Lineage.All(o => Tag(o).EndsWith("InterestPaidClassifiedAsOperatingActivities", StringComparison.Ordinal))) return true;
        return quarter.Taxonomy == "us-gaap" ? true : null;
    }

    private static string Tag(Observation told) => told.Resolution?.Tag ?? "";

    // A line that some firms never have; null when it was told lately, but as nothing that can be used.
    private static FirmFigure? Further(FirmQuarter quarter, DebtServiceWindow window, string concept) =>
        Flow(quarter, window, concept) ?? quarter.LastFiscalYear(concept) ?? quarter.AtPace(concept, EndedAfterMonths)
        ?? (quarter.HasTold(concept, EndedAfterMonths) ? null : NeverTold);

    private static FirmFigure NeverTold { get; } = new(0, Grade.Audited, []);

    private static FirmFigure? Sum(FirmFigure? a, FirmFigure? b) => a is null || b is null ? null : b.Lineage.Count == 0 ? a : a + b;
}
