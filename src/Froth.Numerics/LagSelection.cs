using System.Numerics.Tensors;

namespace Froth.Numerics;

/// <summary>What a <see cref="LagSelection"/> weighs fit against.</summary>
public enum LagCriterion
{
    /// <summary>Akaike's: 2 for a coefficient. Source: Akaike (1974), IEEE Transactions on Automatic Control 19, 716–723.</summary>
    Akaike,

    /// <summary>Schwarz's (BIC): ln n for a coefficient. Source: Schwarz (1978), Annals of Statistics 6, 461–464.</summary>
    Schwarz,
}

/// <summary>
/// How many lagged differences a Dickey–Fuller regression of Δy(t) on a constant, y(t−1) and Δy(t−1), ..., Δy(t−k) takes: the k that minimises
/// ln(residual sum of squares / n) + penalty · (k + 2) / n over the same n rows for every k, those that the largest k leaves (Ng and Perron 2005, Oxford Bulletin of
/// Economics and Statistics 67, 115–134, on why the rows must be the same). Every column is centred, brought to its own length and made orthogonal to those before it,
/// so neither the units of the series nor a constant added to it matter.
/// </summary>
public static class LagSelection
{
    // A column of which less than this is left has nothing to say that the columns before it have not.
    private const double Dependent = 1e-9;

    // Residuals below this share of the differences are rounding; a longer regression cannot do better than to reach them.
    private const double Exact = 1e-12;

    /// <summary>The number of lagged differences, 0 to <paramref name="maximumLag"/>; the smallest one among equals. 0 when the differences do not vary.</summary>
    /// <param name="levels">The series, equally spaced; at least 2·maximumLag + 5 levels, all finite.</param>
    /// <param name="maximumLag">The most lagged differences, not negative.</param>
    /// <param name="criterion">What fit is weighed against.</param>
    /// <exception cref="ArgumentException">There are too few levels, the maximum is negative, or a level is not finite.</exception>
    public static int Choose(ReadOnlySpan<double> levels, int maximumLag, LagCriterion criterion)
    {
        if (maximumLag < 0) throw new ArgumentException($"The maximum lag is {maximumLag}, below 0.", nameof(maximumLag));
        var rows = levels.Length - 1 - maximumLag;
        // Two rows more than the longest regression has coefficients.
        if (rows < maximumLag + 4) throw new ArgumentException($"{levels.Length} levels are too few for {maximumLag} lags.", nameof(levels));
        foreach (var level in levels)
        {
            if (!double.IsFinite(level)) throw new ArgumentException($"A level is {level}.", nameof(levels));
        }

        var target = Differences(levels, maximumLag, 0);
        if (!ToUnitLength(target)) return 0;
        var basis = new List<double[]>();
        TakeOut(Level(levels, maximumLag), basis, target);
        var penalty = (criterion == LagCriterion.Akaike ? 2 : Math.Log(rows)) / rows;
        var (best, least) = (0, double.PositiveInfinity);
        for (var lag = 0; lag <= maximumLag; lag++)
        {
            if (lag > 0) TakeOut(Differences(levels, maximumLag, lag), basis, target);
            var value = 2 * Math.Log(Math.Max(Length(target), Exact)) + penalty * (lag + 2);
            if (value < least) (best, least) = (lag, value);
        }

        return best;
    }

    /// <summary>Schwert's rule for the largest lag to try: the whole part of 12·(T/100)^¼. Source: Schwert (1989), Journal of Business and Economic Statistics 7, 147–159.</summary>
    /// <param name="length">T, the number of levels, not negative.</param>
    public static int SchwertMaximum(int length) => (int)(12 * Math.Pow(Math.Max(0, length) / 100.0, 0.25));

    // Column of y(t−1), less its first value so that a high level costs no digits.
    private static double[] Level(ReadOnlySpan<double> levels, int maximumLag)
    {
        var column = new double[levels.Length - 1 - maximumLag];
        for (var i = 0; i < column.Length; i++) column[i] = levels[maximumLag + i] - levels[maximumLag];
        return Centred(column, levels);
    }

    // Column of Δy(t−lag).
    private static double[] Differences(ReadOnlySpan<double> levels, int maximumLag, int lag)
    {
        var column = new double[levels.Length - 1 - maximumLag];
        for (var i = 0; i < column.Length; i++) column[i] = levels[maximumLag - lag + i + 1] - levels[maximumLag - lag + i];
        return Centred(column, levels);
    }

    // A column that varies by no more than the rounding of the levels is constant.
    private static double[] Centred(double[] column, ReadOnlySpan<double> levels)
    {
        var (mean, left) = (0.0, 0.0);
        foreach (var x in column) mean += x / column.Length;
        for (var i = 0; i < column.Length; i++) left = Math.Max(left, Math.Abs(column[i] -= mean));
        if (left <= 1e-15 * Math.Abs(TensorPrimitives.MaxMagnitude(levels))) Array.Clear(column);
        return column;
    }

    // What the column adds to the basis leaves the target. The second pass removes what rounding left of the first.
    private static void TakeOut(double[] column, List<double[]> basis, double[] target)
    {
        if (!ToUnitLength(column)) return;
        for (var pass = 0; pass < 2; pass++)
        {
            foreach (var axis in basis) Subtract(column, axis);
            if (!(Length(column) > Dependent)) return;
            ToUnitLength(column);
        }

        basis.Add(column);
        Subtract(target, column);
    }

    private static void Subtract(double[] from, double[] axis)
    {
        var share = 0.0;
        for (var i = 0; i < from.Length; i++) share += from[i] * axis[i];
        for (var i = 0; i < from.Length; i++) from[i] -= share * axis[i];
    }

    private static bool ToUnitLength(double[] column)
    {
        var length = Length(column);
        if (!(length > 0)) return false;
        for (var i = 0; i < column.Length; i++) column[i] /= length;
        return true;
    }

    // Over the largest entry, so that neither very large nor very small units leave the range of a double.
    private static double Length(double[] column)
    {
        var (largest, square) = (0.0, 0.0);
        foreach (var x in column) largest = Math.Max(largest, Math.Abs(x));
        if (largest == 0) return 0;
        foreach (var x in column) square += x / largest * (x / largest);
        return largest * Math.Sqrt(square);
    }
}
