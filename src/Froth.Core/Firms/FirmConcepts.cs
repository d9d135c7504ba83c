using Froth.Core.Data;

namespace Froth.Core.Firms;

/// <summary>Names of the concepts that measures of firms read, beside those of <see cref="Concepts"/>. Amounts paid and owed are positive.</summary>
public static class FirmConcepts
{
    /// <summary>
    /// Dimension of a sum over twelve months that are not a fiscal year, as some firms and vendors tell it. Without it the sum would pass
    /// for a fiscal year and move the firm's calendar.
    /// </summary>
    public const string TwelveMonths = "ttm";

    /// <summary>Revenue less its cost, over a period.</summary>
    public const string GrossProfit = "gross-profit";

    /// <summary>Income tax, over a period.</summary>
    public const string IncomeTax = "income-tax";

    /// <summary>The firm's own adjusted EBITDA, over a period.</summary>
    public const string AdjustedEbitda = "adjusted-ebitda";

    /// <summary>Interest as an expense, over a period.</summary>
    public const string InterestExpense = "interest-expense";

    /// <summary>Interest paid in cash, net of what was capitalised, over a period.</summary>
    public const string InterestPaid = "interest-paid";

    /// <summary>Interest capitalised, over a period.</summary>
    public const string InterestCapitalised = "interest-capitalised";

    /// <summary>
    /// 1 when interest paid stands inside cash from operations, 0 when it stands in financing; a fact about the firm's statements.
    /// </summary>
    public const string InterestInOperatingCashFlow = "interest-in-operating-cash-flow";

    /// <summary>Depreciation and amortisation, over a period.</summary>
    public const string DepreciationAmortisation = "depreciation-amortisation";

    /// <summary>Research and development, over a period.</summary>
    public const string ResearchAndDevelopment = "research-and-development";

    /// <summary>Principal paid on finance leases, over a period.</summary>
    public const string FinanceLeasePrincipalPaid = "finance-lease-principal-paid";

    /// <summary>Cash and equivalents, at a day.</summary>
    public const string Cash = "cash";

    /// <summary>Current marketable securities, at a day.</summary>
    public const string MarketableSecuritiesCurrent = "marketable-securities-current";

    /// <summary>Committed credit not yet drawn, at a day.</summary>
    public const string UndrawnCredit = "undrawn-credit";

    /// <summary>Debt due within a year, at a day.</summary>
    public const string DebtCurrent = "debt-current";

    /// <summary>Debt due later, at a day.</summary>
    public const string DebtNoncurrent = "debt-noncurrent";

    /// <summary>All debt, at a day.</summary>
    public const string DebtTotal = "debt-total";

    /// <summary>Principal due within the next twelve months, at a day.</summary>
    public const string DebtDueYear1 = "debt-due-year-1";

    /// <summary>Principal due in years 1 to 5, in order, and after them, at a day.</summary>
    public static readonly IReadOnlyList<string> DebtDue = [DebtDueYear1, "debt-due-year-2", "debt-due-year-3", "debt-due-year-4", "debt-due-year-5", "debt-due-later"];

    /// <summary>Debt by kind of lender or paper (the dimension: bank, bond, convertible, abs, private-credit, vendor-credit, spv, lease), at a day.</summary>
    public const string DebtOutstanding = "debt-outstanding";

    /// <summary>Liability of finance leases, at a day.</summary>
    public const string FinanceLeaseLiability = "finance-lease-liability";

    /// <summary>Liability of operating leases, at a day.</summary>
    public const string OperatingLeaseLiability = "operating-lease-liability";

    /// <summary>Undiscounted payments of leases signed and not commenced, at a day.</summary>
    public const string LeasesNotCommenced = "leases-not-commenced";

    /// <summary>Purchase obligations, at a day.</summary>
    public const string PurchaseObligations = "purchase-obligations";

    /// <summary>Purchase obligations due within the next twelve months, at a day.</summary>
    public const string PurchaseObligationsDueYear1 = "purchase-obligations-due-year-1";

    /// <summary>Revenue under contract and not yet earned, at a day.</summary>
    public const string RemainingPerformanceObligation = "remaining-performance-obligation";

    /// <summary>Property, plant and equipment, net, at a day.</summary>
    public const string PropertyPlantEquipment = "property-plant-equipment";

    /// <summary>All assets, at a day.</summary>
    public const string Assets = "assets";

    /// <summary>Equity of the shareholders, at a day.</summary>
    public const string StockholdersEquity = "stockholders-equity";

    /// <summary>Useful life over which a class of assets (the dimension) is written off, in years.</summary>
    public const string UsefulLife = "useful-life";

    /// <summary>1 when a named gap of disclosure (the dimension) exists, 0 when it was shown not to.</summary>
    public const string OpacityGap = "opacity-gap";

    /// <summary>Net income of a coming year as analysts expect it.</summary>
    public const string NetIncomeForecast = "net-income-forecast";

    /// <summary>Years of the first, non-cancellable term of a vehicle's lease.</summary>
    public const string LeaseInitialYears = "lease-initial-years";

    /// <summary>Years until a vehicle's debt is due in full.</summary>
    public const string DebtFinalMaturityYears = "debt-final-maturity-years";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Concepts.Revenue, GrossProfit, Concepts.OperatingIncome, Concepts.NetIncome, IncomeTax, AdjustedEbitda,
        Concepts.OperatingCashFlow, Concepts.CapitalExpenditure, InterestExpense, InterestPaid, InterestCapitalised, InterestInOperatingCashFlow,
        DepreciationAmortisation, ResearchAndDevelopment, FinanceLeasePrincipalPaid,
        Concepts.DebtIssued, Concepts.DebtRepaid, Concepts.EquityIssued, Concepts.EquityRepurchased,
        Cash, MarketableSecuritiesCurrent, UndrawnCredit, DebtCurrent, DebtNoncurrent, DebtTotal, .. DebtDue, DebtOutstanding,
        FinanceLeaseLiability, OperatingLeaseLiability, LeasesNotCommenced, PurchaseObligations, PurchaseObligationsDueYear1,
        RemainingPerformanceObligation, PropertyPlantEquipment, Assets, StockholdersEquity, UsefulLife, OpacityGap,
        NetIncomeForecast, LeaseInitialYears, DebtFinalMaturityYears, Concepts.MarketCapitalisation,
    ];
}
