namespace Froth.Numerics;

/// <summary>How heavy the upper tail of a sample is.</summary>
public static class TailIndex
{
    /// <summary>
    /// Hill's estimate of the exponent α of a tail P(X &gt; x) ~ x^−α from the <paramref name="count"/> largest values: one over the mean of
    /// ln(x₍ᵢ₎ / x₍ₖ₊₁₎). The smaller, the heavier: below 2 the variance does not exist, below 1 not even the mean. Values that are not
    /// positive are left out. Source: Hill (1975), Annals of Statistics 3.
    /// </summary>
    /// <param name="values">The sample, in any order.</param>
    /// <param name="count">k, at least 1; the next largest value is the threshold.</param>
    /// <returns>NaN when there are not k + 1 positive values, or when the k largest all equal the threshold.</returns>
    /// <exception cref="ArgumentException">The count is below 1.</exception>
    public static double Hill(ReadOnlySpan<double> values, int count)
    {
        if (count < 1) throw new ArgumentException($"The count is {count}, below 1.", nameof(count));
        var sorted = values.ToArray();
        Array.Sort(sorted);
        if (sorted.Length <= count || !(sorted[^(count + 1)] > 0)) return double.NaN;
        var threshold = sorted[^(count + 1)];
        var sum = 0.0;
        for (var i = 1; i <= count; i++) sum += Math.Log(sorted[^i] / threshold);
        return sum > 0 ? count / sum : double.NaN;
    }
}
