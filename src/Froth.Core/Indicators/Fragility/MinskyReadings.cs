using Froth.Core.Data;
using Froth.Core.Firms;

namespace Froth.Core.Indicators.Fragility;

/// <summary>What the measures of debt service share: how one is read from a firm's quarter, their sources, and the facts of their examples.</summary>
internal static class MinskyReadings
{
    public static readonly Citation Minsky = new("Minsky, H. P. (1992), The Financial Instability Hypothesis, Levy Economics Institute Working Paper 74");
    public static readonly Citation Primary = new("Froth methods, section 1.2: debt service of a firm, minsky.debt_service.v1");

    public static readonly Bilingual NothingDue = new("Nothing falls due, so the ratio means nothing.", "没有到期款项，比率无意义。");

    public static readonly Bilingual Caveats = new(
        "Cash flow has seasons; refinancing looks like repayment, so principal is what the opening balance sheet showed as due. Payments of operating leases are inside cash from operations; debt of vehicles outside. Where the accounts do not tell a term there is no number.",
        "现金流有季节性；再融资看似还款，故到期本金取自期初资产负债表。经营租赁付款计入经营现金流；特殊目的载体的债务不在其内。账目未披露某项时不给出数值。");

    /// <summary>A measure over twelve months; the quarter alone stands beside it.</summary>
    public static Reading Read(FirmQuarter quarter, Func<DebtService, double> measure, Bilingual meaningless, Func<DebtService, Bilingual?>? whyUnknown = null)
    {
        var service = quarter.Service(DebtServiceWindow.TwelveMonths);
        var single = quarter.Service(DebtServiceWindow.QuarterAnnualised);
        var value = measure(service);
        var why = service.Why ?? whyUnknown?.Invoke(service);
        return FirmReadings.Of(quarter, double.IsFinite(value) ? value : double.NaN, why, meaningless, service.Lineage, [Single(measure(single)), .. Money(service)]);
    }

    /// <summary>Why a measure that needs capital expenditure has none; null when it is told.</summary>
    public static Bilingual? WithoutCapitalExpenditure(DebtService service) => service.CapitalExpenditure switch
    {
        null => service.Quarter.WhyMissing(Concepts.CapitalExpenditure),
        { Value: < 0 } => new("Capital expenditure is told as negative.", "资本开支披露为负值。"),
        _ => null,
    };

    /// <summary>The value of the quarter alone.</summary>
    public static Part Single(double value) => new(new("Quarter times four", "单季年化"), double.IsFinite(value) ? value : double.NaN);

    /// <summary>Cash, interest, principal and capital expenditure of the twelve months, in the firm's currency; those not known left out.</summary>
    public static IEnumerable<Part> Money(DebtService service) => ((Bilingual Name, FirmFigure? Figure)[])
    [
        (new("Cash from operations before interest", "付息前经营现金流"), service.CashFlow),
        (new("Interest, capitalised included", "利息（含资本化）"), service.Interest),
        (new("Principal due", "到期本金"), service.Principal),
        (new("Capital expenditure", "资本开支"), service.CapitalExpenditure),
    ] is var terms ? terms.Where(t => t.Figure is not null).Select(t => new Part(t.Name, t.Figure!.Value) { Unit = service.Quarter.Currency }) : [];

    /// <summary>One fiscal year of a firm that keeps interest paid inside cash from operations, in millions.</summary>
    public static IReadOnlyList<Observation> Year(string firm, double operating, double interest, double principal, double capex) =>
    [
        ExampleFacts.At(firm, FirmConcepts.InterestInOperatingCashFlow, "2024-12-31", 1, Unit.Ratio),
        ExampleFacts.At(firm, FirmConcepts.DebtDueYear1, "2024-12-31", principal, Unit.UsDollar),
        ExampleFacts.Over(firm, Concepts.OperatingCashFlow, "2024-01-01", "2024-12-31", operating, Unit.UsDollar),
        ExampleFacts.Over(firm, Concepts.OperatingCashFlow, "2025-01-01", "2025-12-31", operating, Unit.UsDollar),
        ExampleFacts.Over(firm, FirmConcepts.InterestPaid, "2025-01-01", "2025-12-31", interest, Unit.UsDollar),
        ExampleFacts.Over(firm, Concepts.CapitalExpenditure, "2025-01-01", "2025-12-31", capex, Unit.UsDollar),
    ];
}
