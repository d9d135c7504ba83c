namespace Froth.Numerics;

/// <summary>
/// Cholesky factor of the curve's three columns, the constant one projected out and each scaled to length one first, so that what is
/// left of a pivot says how far a column stands from those before it.
/// </summary>
internal readonly struct LpplsFactor
{
    // A column whose part apart from the others is a smaller share of its square than this adds nothing but rounding.
    private const double SmallestPivot = 1e-13;

    private readonly double _weight, _root, _s0, _s1, _s2;
    private readonly double _d0, _d1, _d2;
    private readonly double _l10, _l20, _l21, _i1, _i2;

    /// <summary>From the sums of the columns and their products (11, 12, 13, 22, 23, 33).</summary>
    public LpplsFactor(ReadOnlySpan<double> sums, double weight)
    {
        (_weight, _root, _s0, _s1, _s2) = (weight, 1 / Math.Sqrt(weight), sums[0], sums[1], sums[2]);
        var (m00, m11, m22) = (sums[3] - _s0 * _s0 / weight, sums[6] - _s1 * _s1 / weight, sums[8] - _s2 * _s2 / weight);
        IsSound = m00 > SmallestPivot * sums[3] && m11 > SmallestPivot * sums[6] && m22 > SmallestPivot * sums[8];
        if (!IsSound) return;
        (_d0, _d1, _d2) = (1 / Math.Sqrt(m00), 1 / Math.Sqrt(m11), 1 / Math.Sqrt(m22));
        _l10 = (sums[4] - _s0 * _s1 / weight) * _d0 * _d1;
        _l20 = (sums[5] - _s0 * _s2 / weight) * _d0 * _d2;
        var p1 = 1 - _l10 * _l10;
        IsSound = p1 > SmallestPivot;
        if (!IsSound) return;
        _i1 = 1 / Math.Sqrt(p1);
        _l21 = ((sums[7] - _s1 * _s2 / weight) * _d1 * _d2 - _l10 * _l20) * _i1;
        var p2 = 1 - _l20 * _l20 - _l21 * _l21;
        IsSound = p2 > SmallestPivot;
        if (IsSound) _i2 = 1 / Math.Sqrt(p2);
    }

    /// <summary>False when the columns depend on each other.</summary>
    public bool IsSound { get; }

    /// <summary>Products of two vectors that <see cref="Forward"/> gave.</summary>
    public static double Dot((double, double, double, double) a, (double, double, double, double) b) =>
        a.Item1 * b.Item1 + a.Item2 * b.Item2 + a.Item3 * b.Item3 + a.Item4 * b.Item4;

    /// <summary>Coefficients of the three columns from their products with a target whose own mean is zero.</summary>
    public (double, double, double) Solve(double b0, double b1, double b2)
    {
        var (_, z0, z1, z2) = Forward(b0, b1, b2, 0);
        var a2 = z2 * _i2;
        var a1 = (z1 - _l21 * a2) * _i1;
        var a0 = z0 - _l10 * a1 - _l20 * a2;
        return (a0 * _d0, a1 * _d1, a2 * _d2);
    }

    /// <summary>
    /// A column's components along the constant and three further orthogonal directions, from its products with the columns and with the
    /// constant: their squares are what projection takes away.
    /// </summary>
    public (double, double, double, double) Forward(double b0, double b1, double b2, double sum)
    {
        var mean = sum / _weight;
        var z0 = (b0 - mean * _s0) * _d0;
        var z1 = ((b1 - mean * _s1) * _d1 - _l10 * z0) * _i1;
        return (sum * _root, z0, z1, ((b2 - mean * _s2) * _d2 - _l20 * z0 - _l21 * z1) * _i2);
    }
}
