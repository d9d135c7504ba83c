namespace Froth.DefaultData;

internal sealed record FilingConcept(string Name, string Unit, string[] Tags);

/// <summary>
/// Which tags can carry a concept. The order only settles ties inside one filing: which tag speaks for a period is
/// decided by the newest filing that reports the period, because firms change tags and old ones go stale.
/// </summary>
internal static class FilingConcepts
{
    public static readonly FilingConcept[] All =
    [
        Usd("revenue", "Revenues", "RevenueFromContractWithCustomerExcludingAssessedTax", "SalesRevenueNet"),
        Usd("net-income", "NetIncomeLoss"),
        Usd("operating-income", "OperatingIncomeLoss"),
        Usd("operating-cash-flow", "NetCashProvidedByUsedInOperatingActivities",
            "NetCashProvidedByUsedInOperatingActivitiesContinuingOperations"),
        Usd("capital-expenditure", "PaymentsToAcquireProductiveAssets", "PaymentsToAcquirePropertyPlantAndEquipment"),
        Usd("interest-expense", "InterestExpense", "InterestExpenseNonoperating"),
        Usd("interest-paid", "InterestPaidNet", "InterestPaid"),
        Usd("research-and-development", "ResearchAndDevelopmentExpense"),
        Usd("depreciation-amortisation", "DepreciationDepletionAndAmortization",
            "DepreciationAmortizationAndAccretionNet", "DepreciationAndAmortization"),
        // Depreciation alone is another measure, and the only one that Alphabet files.
        Usd("depreciation", "Depreciation"),
        Usd("cash", "CashAndCashEquivalentsAtCarryingValue"),
        Usd("cash-and-securities", "CashCashEquivalentsAndShortTermInvestments"),
        Usd("marketable-securities-current", "MarketableSecuritiesCurrent", "AvailableForSaleSecuritiesCurrent", "DebtSecuritiesCurrent"),
        Usd("marketable-securities-noncurrent", "MarketableSecuritiesNoncurrent"),
        // One tag a period, never a sum: NVIDIA files the same billion under both.
        Usd("debt-current", "DebtCurrent", "LongTermDebtCurrent"),
        Usd("commercial-paper", "CommercialPaper"),
        Usd("debt-noncurrent", "LongTermDebtNoncurrent", "LongTermDebtAndCapitalLeaseObligations"),
        Usd("debt-issued", "ProceedsFromIssuanceOfDebt", "ProceedsFromDebtNetOfIssuanceCosts", "ProceedsFromConvertibleDebt",
            "ProceedsFromIssuanceOfLongTermDebt"),
        Usd("debt-repaid", "RepaymentsOfDebt", "RepaymentsOfDebtAndCapitalLeaseObligations", "RepaymentsOfLongTermDebt",
            "RepaymentsOfConvertibleDebt"),
        Usd("equity-issued", "ProceedsFromIssuanceOfCommonStock", "ProceedsFromStockPlans", "ProceedsFromStockOptionsExercised"),
        Usd("equity-repurchased", "PaymentsForRepurchaseOfCommonStock"),
        Usd("dividends-paid", "PaymentsOfDividends"),
        // Three measures whose overlap nobody states, hence three concepts.
        Usd("purchase-obligations", "PurchaseObligation"),
        Usd("purchase-obligations-unconditional", "UnrecordedUnconditionalPurchaseObligationBalanceSheetAmount"),
        Usd("purchase-commitments-long-term", "LongTermPurchaseCommitmentAmount"),
        Usd("stockholders-equity", "StockholdersEquity"),
        Usd("eps-diluted", "EarningsPerShareDiluted"),
        new("shares-outstanding", "count", ["dei:EntityCommonStockSharesOutstanding", "us-gaap:CommonStockSharesOutstanding"]),
    ];

    public static readonly IReadOnlySet<string> Tags = All.SelectMany(c => c.Tags).ToHashSet(StringComparer.Ordinal);

    // Under this tag Apple files the depreciation of property alone, below the figure of its cash flow statement.
    static readonly HashSet<(string Entity, string Tag)> Narrower = [("apple", "us-gaap:DepreciationAndAmortization")];

    // Proceeds of one issue, told again in a note of later reports and tagged with the period of the report.
    static readonly (string Entity, decimal Value, DateOnly Issued)[] Retold =
    [
        ("nvidia", 1_980_000_000m, new DateOnly(2016, 9, 30)),
        ("nvidia", 1_477_500_000m, new DateOnly(2013, 12, 31)),
    ];

    /// <summary>False for facts that bear a right tag and say something else.</summary>
    public static bool Means(string entity, FilingConcept concept, FilingFact fact) =>
        !Narrower.Contains((entity, fact.Tag))
        && !(concept.Name == "debt-issued"
            && Retold.Any(r => r.Entity == entity && r.Value == fact.Value && fact.Start > r.Issued));

    static FilingConcept Usd(string name, params string[] tags) => new(name, "USD", [.. tags.Select(t => "us-gaap:" + t)]);
}
