namespace Froth.Core.Financing;

/// <summary>Concentration of a total over its receivers. All take non-negative amounts and return NaN when these sum to nothing.</summary>
public static class Concentration
{
    /// <summary>How many receivers count as the leaders.</summary>
    public const int Leaders = 5;

    /// <summary>Herfindahl–Hirschman index: sum of squared shares, from 1/n to 1.</summary>
    public static double Herfindahl(IReadOnlyList<double> amounts)
    {
        var total = Total(amounts);
        return total > 0 ? amounts.Sum(a => a / total * (a / total)) : double.NaN;
    }

    /// <summary>Effective number of equally large receivers: one over the index.</summary>
    public static double EffectiveNumber(IReadOnlyList<double> amounts) => 1 / Herfindahl(amounts);

    /// <summary>Share of the <see cref="Leaders"/> largest.</summary>
    public static double TopShare(IReadOnlyList<double> amounts)
    {
        var total = Total(amounts);
        return total > 0 ? amounts.OrderDescending().Take(Leaders).Sum() / total : double.NaN;
    }

    private static double Total(IReadOnlyList<double> amounts)
    {
        ArgumentNullException.ThrowIfNull(amounts);
        if (amounts.Any(a => a < 0)) throw new ArgumentException("Amounts must not be negative.", nameof(amounts));
        return amounts.Sum();
    }
}
