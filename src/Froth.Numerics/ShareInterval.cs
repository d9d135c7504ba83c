namespace Froth.Numerics;

/// <summary>90 percent intervals of a share that was counted, k of n, and of the difference of two such shares.</summary>
public static class ShareInterval
{
    // The normal quantile at 95 percent, for 5 percent in either tail.
    private const double Z = 1.6448536269514722;

    /// <summary>Wilson's score interval; both ends NaN when n is zero.</summary>
    /// <param name="k">Cases counted, 0 to n.</param>
    /// <param name="n">All cases.</param>
    /// <exception cref="ArgumentException">k is negative or above n.</exception>
    public static (double Low, double High) Of(int k, int n)
    {
        if (k < 0 || k > n) throw new ArgumentException($"{k} of {n} is not a share.", nameof(k));
        if (n == 0) return (double.NaN, double.NaN);
        var share = (double)k / n;
        var centre = (share + Z * Z / (2 * n)) / (1 + Z * Z / n);
        var half = Z / (1 + Z * Z / n) * Math.Sqrt(share * (1 - share) / n + Z * Z / (4.0 * n * n));
        return (k == 0 ? 0 : centre - half, k == n ? 1 : centre + half);
    }

    /// <summary>The first share minus the second, with Newcombe's interval that squares and adds the distances to Wilson's ends; NaN when either n is zero.</summary>
    /// <exception cref="ArgumentException">A k is negative or above its n.</exception>
    public static (double Value, double Low, double High) Difference(int k1, int n1, int k2, int n2)
    {
        var (first, second) = (Of(k1, n1), Of(k2, n2));
        var (share1, share2) = ((double)k1 / n1, (double)k2 / n2);
        var value = share1 - share2;
        return (value, value - Root(share1 - first.Low, second.High - share2), value + Root(first.High - share1, share2 - second.Low));
        static double Root(double a, double b) => Math.Sqrt(a * a + b * b);
    }
}
