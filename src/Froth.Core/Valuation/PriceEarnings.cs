namespace Froth.Core.Valuation;

/// <summary>
/// The kinds of price–earnings ratio that never mix. Prices and earnings are totals of the firm in one currency, or both per share.
/// </summary>
public enum PriceEarningsKind
{
    /// <summary>Over the last annual report (静态).</summary>
    Static,

    /// <summary>Over the last four quarters (滚动).</summary>
    TrailingTwelveMonths,

    /// <summary>Over this fiscal year's earnings to date, scaled to a year (动态, annualised).</summary>
    DynamicAnnualised,

    /// <summary>Over the earnings that analysts expect of the coming year (动态, forecast): shares only the word with the annualised kind.</summary>
    DynamicForecast,
}

/// <summary>The arithmetic of price–earnings ratios and of what they imply. Earnings that are not positive give NaN: "n.m.".</summary>
public static class PriceEarnings
{
    /// <summary>Price over the earnings of one year; NaN when the earnings are zero, negative or unknown.</summary>
    public static double Ratio(double price, double yearEarnings) => yearEarnings > 0 ? price / yearEarnings : double.NaN;

    /// <summary>Earnings of a fiscal year to date at the pace of a whole year: a first quarter counts four times, nine months 4/3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number of quarters is not 1 to 4.</exception>
    public static double Annualised(double earningsToDate, int quarters)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(quarters, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quarters, 4);
        return earningsToDate * 4 / quarters;
    }

    /// <summary>Earnings of the last four quarters: the year, plus this year to date, minus the same part of the year before.</summary>
    public static double TrailingEarnings(double lastYear, double toDate, double sameMonthsLastYear) => lastYear + toDate - sameMonthsLastYear;

    /// <summary>
    /// Share of the price that present earnings, kept up for ever and discounted at <paramref name="discountRate"/>, do not explain:
    /// the present value of growth opportunities over price, 1 − 1/(r·PE). Negative when present earnings explain more than the price.
    /// </summary>
    public static double GrowthOpportunityShare(double priceEarnings, double discountRate) => 1 - 1 / (discountRate * priceEarnings);

    /// <summary>
    /// Yearly growth of earnings over <paramref name="years"/> that earns the discount rate when the ratio then stands at
    /// <paramref name="exitPriceEarnings"/> and nothing is paid out: (1 + r)(PE/exit)^(1/n) − 1.
    /// </summary>
    public static double ImpliedGrowth(double priceEarnings, double discountRate, double years, double exitPriceEarnings) =>
        (1 + discountRate) * Math.Pow(priceEarnings / exitPriceEarnings, 1 / years) - 1;
}
