namespace Froth.Core.Valuation;

/// <summary>
/// The return that a share index promises at its price when its cash flows grow for some years and then at a lasting rate for ever,
/// after Damodaran's implied equity risk premium.
/// </summary>
public static class ImpliedPremium
{
    /// <summary>Years of expected growth before the lasting rate.</summary>
    public const int Years = 5;

    /// <summary>r that solves Σ CF_t/(1+r)^t + CF_n(1+g)/((r−g)(1+r)^n) = level; NaN when there is none between g and 1.</summary>
    /// <param name="level">Level of the index.</param>
    /// <param name="cashFlows">Cash flows of the coming years, in points of the index.</param>
    /// <param name="lastingGrowth">Growth after them, g; a fraction a year.</param>
    /// <exception cref="ArgumentException">There is no cash flow.</exception>
    public static double Return(double level, ReadOnlySpan<double> cashFlows, double lastingGrowth)
    {
        if (cashFlows.Length == 0) throw new ArgumentException("No cash flow.", nameof(cashFlows));
        var (low, high) = (lastingGrowth, 1.0);
        if (!(level > 0 && cashFlows[^1] > 0 && lastingGrowth < 1 && PresentValue(cashFlows, lastingGrowth, high) <= level)) return double.NaN;
        for (var step = 0; step < 100; step++)
        {
            var middle = (low + high) / 2;
            if (PresentValue(cashFlows, lastingGrowth, middle) > level) low = middle;
            else high = middle;
        }

        return (low + high) / 2;
    }

    /// <summary>The return for a cash yield that grows at one rate for five years and then at a lasting one; the level cancels out.</summary>
    /// <param name="cashYield">Cash paid out over the last twelve months over the level.</param>
    /// <param name="growth">Growth of it in the coming five years, a year.</param>
    /// <param name="lastingGrowth">Growth after them.</param>
    public static double Return(double cashYield, double growth, double lastingGrowth)
    {
        Span<double> flows = stackalloc double[Years];
        for (var t = 0; t < Years; t++) flows[t] = cashYield * Math.Pow(1 + growth, t + 1);
        return Return(1, flows, lastingGrowth);
    }

    private static double PresentValue(ReadOnlySpan<double> cashFlows, double growth, double rate)
    {
        var (value, discount) = (0.0, 1.0);
        foreach (var flow in cashFlows)
        {
            discount *= 1 + rate;
            value += flow / discount;
        }

        return value + cashFlows[^1] * (1 + growth) / ((rate - growth) * discount);
    }
}
