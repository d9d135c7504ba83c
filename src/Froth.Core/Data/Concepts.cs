namespace Froth.Core.Data;

/// <summary>Names of the concepts that the program itself reads. Files may hold others.</summary>
public static class Concepts
{
    /// <summary>Revenue over a period.</summary>
    public const string Revenue = "revenue";

    /// <summary>Net income attributable to shareholders, over a period.</summary>
    public const string NetIncome = "net-income";

    /// <summary>Income from operations, over a period.</summary>
    public const string OperatingIncome = "operating-income";

    /// <summary>Cash from operations, over a period.</summary>
    public const string OperatingCashFlow = "operating-cash-flow";

    /// <summary>Payments for property, plant, equipment and the like, over a period.</summary>
    public const string CapitalExpenditure = "capital-expenditure";

    /// <summary>Proceeds of debt issued, over a period.</summary>
    public const string DebtIssued = "debt-issued";

    /// <summary>Repayments of debt, over a period.</summary>
    public const string DebtRepaid = "debt-repaid";

    /// <summary>Proceeds of shares issued, over a period.</summary>
    public const string EquityIssued = "equity-issued";

    /// <summary>Payments for own shares, over a period.</summary>
    public const string EquityRepurchased = "equity-repurchased";

    /// <summary>Shares outstanding, at a day.</summary>
    public const string SharesOutstanding = "shares-outstanding";

    /// <summary>Market value of all shares, at a day.</summary>
    public const string MarketCapitalisation = "market-cap";

    /// <summary>Revenue of the data-centre segment, over a period.</summary>
    public const string DataCentreRevenue = "datacenter-revenue";

    /// <summary>Annualised revenue told by or about a private firm, at a day.</summary>
    public const string RevenueRunRate = "revenue-run-rate";

    /// <summary>Money raised in a round, at a day; the dimension is <c>round id:type</c>.</summary>
    public const string RoundAmount = "round-amount";

    /// <summary>Valuation after a round, at a day; the dimension is <c>round id:type</c>.</summary>
    public const string PostMoneyValuation = "post-money-valuation";

    /// <summary>Price of an index, monthly.</summary>
    public const string Price = "price";

    /// <summary>Closing price of a share or index as traded, at a day; never adjusted afterwards.</summary>
    public const string ClosingPrice = "price-close";

    /// <summary>Closing price adjusted for later splits and dividends, at a day; it changes with every later split or dividend.</summary>
    public const string AdjustedClosingPrice = "price-adjusted-close";

    /// <summary>Shares traded on a day, a count.</summary>
    public const string TradedVolume = "volume";

    /// <summary>Earnings of an index over twelve months, monthly.</summary>
    public const string Earnings = "earnings";

    /// <summary>Dividends of an index over twelve months, monthly.</summary>
    public const string Dividends = "dividends";

    /// <summary>Price in constant money.</summary>
    public const string RealPrice = "real-price";

    /// <summary>Earnings in constant money.</summary>
    public const string RealEarnings = "real-earnings";

    /// <summary>Consumer price index.</summary>
    public const string ConsumerPriceIndex = "cpi";

    /// <summary>Ten-year government yield, a fraction.</summary>
    public const string LongRate = "long-rate";
}
