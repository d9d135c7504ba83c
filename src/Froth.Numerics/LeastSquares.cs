namespace Froth.Numerics;

/// <summary>Weighted linear least squares by Householder reflections: min Σ w (y − Xb)².</summary>
public static class LeastSquares
{
    private const double RankTolerance = 1e-10;

    /// <summary>Coefficients and leverages of a weighted fit; null when the columns are (nearly) dependent on each other.</summary>
    /// <param name="rows">The design row by row; <paramref name="columns"/> numbers a row.</param>
    /// <param name="columns">Columns of the design, the constant one included where it is wanted.</param>
    /// <param name="y">One number a row.</param>
    /// <param name="weights">One weight a row, not negative; empty for equal weights.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, or there are fewer rows than columns.</exception>
    public static LeastSquaresFit? Fit(ReadOnlySpan<double> rows, int columns, ReadOnlySpan<double> y, ReadOnlySpan<double> weights = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        var count = y.Length;
        if (rows.Length != count * columns) throw new ArgumentException($"{rows.Length} numbers are not {count} rows of {columns}.", nameof(rows));
        if (weights.Length != 0 && weights.Length != count) throw new ArgumentException($"{weights.Length} weights for {count} rows.", nameof(weights));
        if (count < columns) throw new ArgumentException($"{count} rows are fewer than {columns} columns.", nameof(y));
        var (a, target) = (rows.ToArray(), y.ToArray());
        for (var i = 0; i < count && weights.Length > 0; i++)
        {
            var root = Math.Sqrt(weights[i]);
            target[i] *= root;
            for (var j = 0; j < columns; j++) a[i * columns + j] *= root;
        }

        var weighted = (double[])a.Clone();
        var norm = Norm(a);
        for (var j = 0; j < columns; j++)
        {
            if (!Reflect(a, target, count, columns, j, RankTolerance * norm)) return null;
        }

        return new LeastSquaresFit(Back(a, target, columns), () => Leverages(a, weighted, count, columns));
    }

    // Turns column j into a multiple of the unit vector below row j; false when nothing of it is left.
    private static bool Reflect(double[] a, double[] y, int count, int columns, int j, double tolerance)
    {
        var square = 0.0;
        for (var i = j; i < count; i++) square += a[i * columns + j] * a[i * columns + j];
        var length = Math.Sqrt(square);
        if (!(length > tolerance)) return false;
        var diagonal = a[j * columns + j] > 0 ? -length : length;
        var first = a[j * columns + j] - diagonal;
        var scale = -diagonal * first;
        for (var c = j + 1; c <= columns; c++)
        {
            var dot = first * At(j, c);
            for (var i = j + 1; i < count; i++) dot += a[i * columns + j] * At(i, c);
            var step = dot / scale;
            At(j, c) -= step * first;
            for (var i = j + 1; i < count; i++) At(i, c) -= step * a[i * columns + j];
        }

        a[j * columns + j] = diagonal;
        return true;

        ref double At(int row, int column) => ref column == columns ? ref y[row] : ref a[row * columns + column];
    }

    private static double[] Back(double[] a, double[] y, int columns)
    {
        var b = new double[columns];
        for (var j = columns - 1; j >= 0; j--)
        {
            var rest = y[j];
            for (var c = j + 1; c < columns; c++) rest -= a[j * columns + c] * b[c];
            b[j] = rest / a[j * columns + j];
        }

        return b;
    }

    // h = |R⁻ᵀ x|² of the weighted row x.
    private static double[] Leverages(double[] a, double[] rows, int count, int columns)
    {
        var leverages = new double[count];
        var z = new double[columns];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                var rest = rows[i * columns + j];
                for (var c = 0; c < j; c++) rest -= a[c * columns + j] * z[c];
                z[j] = rest / a[j * columns + j];
                leverages[i] += z[j] * z[j];
            }
        }

        return leverages;
    }

    private static double Norm(double[] a)
    {
        var square = 0.0;
        foreach (var x in a) square += x * x;
        return Math.Sqrt(square);
    }
}

/// <summary>A least-squares fit.</summary>
public sealed class LeastSquaresFit
{
    private readonly Lazy<double[]> _leverages;

    // Of the fits of an iteration only the last one is asked for leverages.
    internal LeastSquaresFit(double[] coefficients, Func<double[]> leverages) => (Coefficients, _leverages) = (coefficients, new(leverages));

    /// <summary>One a column.</summary>
    public double[] Coefficients { get; }

    /// <summary>How much each row pulls the fit towards itself, 0 to 1, its weight included; they add up to the number of columns.</summary>
    public double[] Leverages => _leverages.Value;
}
