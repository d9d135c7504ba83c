using Froth.Core.Data;
using Froth.Core.Firms;

namespace Froth.Core.Financing;

/// <summary>Balances of a firm that several measures of its debt start from.</summary>
public static class FirmDebt
{
    /// <summary>Quarters for which a line that is told only once a year still stands: until the next annual report.</summary>
    public const int CarriedQuarters = 3;

    /// <summary>All debt at the quarter's end: as told, else what is due within a year plus what is due later; null when unknown.</summary>
    public static FirmFigure? Total(FirmQuarter quarter)
    {
        ArgumentNullException.ThrowIfNull(quarter);
        if (quarter.Balance(FirmConcepts.DebtTotal) is { } total) return total;
        return quarter.Balance(FirmConcepts.DebtCurrent) is { } current && quarter.Balance(FirmConcepts.DebtNoncurrent) is { } later ? current + later : null;
    }

    /// <summary>Cash and, where told, current securities at the quarter's end; null when no cash is told.</summary>
    public static FirmFigure? Liquidity(FirmQuarter quarter)
    {
        ArgumentNullException.ThrowIfNull(quarter);
        if (quarter.Balance(FirmConcepts.Cash) is not { } cash) return null;
        return quarter.Balance(FirmConcepts.MarketableSecuritiesCurrent) is { } securities ? cash + securities : cash;
    }

    /// <summary>Income from operations before depreciation and amortisation over twelve months, without a firm's own adjustments; null when unknown.</summary>
    public static FirmFigure? Ebitda(FirmQuarter quarter)
    {
        ArgumentNullException.ThrowIfNull(quarter);
        return quarter.Year(Concepts.OperatingIncome) is { } income && quarter.Year(FirmConcepts.DepreciationAmortisation) is { } written ? income + written : null;
    }

    /// <summary>A balance at the quarter's end or, where it is not told then, the newest one at most <see cref="CarriedQuarters"/> earlier; null when none is.</summary>
    public static FirmFigure? Carried(FirmQuarter quarter, string concept)
    {
        ArgumentNullException.ThrowIfNull(quarter);
        if (quarter.Balance(concept) is { } now) return now;
        for (var back = 1; back <= CarriedQuarters; back++)
        {
            if (quarter.Opening(concept, back) is { } earlier) return earlier;
        }

        return null;
    }

    /// <summary>Why there is no total debt, in a sentence.</summary>
    public static Bilingual WhyNoTotal(FirmQuarter quarter)
    {
        ArgumentNullException.ThrowIfNull(quarter);
        return quarter.WhyMissing(FirmConcepts.DebtTotal);
    }
}
