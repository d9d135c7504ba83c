namespace Froth.Numerics;

/// <summary>
/// Linear regression that large residuals cannot bend: Huber's M-estimator by iterated reweighting, the scale taken anew each time
/// from the median absolute residual. Source: Huber (1964), Annals of Mathematical Statistics 35, 73–101; Huber and Ronchetti (2009).
/// </summary>
public sealed class HuberRegression
{
    /// <summary>Residuals up to this many scales count in full: 95 % as efficient as least squares when errors are normal.</summary>
    public const double UsualTuning = 1.345;

    // The median absolute deviation of a normal distribution in standard deviations.
    private const double NormalMedian = 0.6744897501960817;
    private const int MostRounds = 500;
    private const double Tolerance = 1e-10;

    private HuberRegression(double[] coefficients, double[] residuals, double[] leverages, double scale, bool converged)
    {
        (Coefficients, Residuals, Scale, HasConverged) = (coefficients, residuals, scale, converged);
        LeftOutResiduals = [.. residuals.Select((u, i) => leverages[i] < 1 - 1e-9 ? u / (1 - leverages[i]) : double.NaN)];
        MedianAbsoluteResidual = Median(residuals);
    }

    /// <summary>One a column.</summary>
    public IReadOnlyList<double> Coefficients { get; }

    /// <summary>y less the fit, one a row.</summary>
    public IReadOnlyList<double> Residuals { get; }

    /// <summary>
    /// What each residual would be were its row left out, the weights of the others kept; NaN where only that row speaks for a column.
    /// </summary>
    public IReadOnlyList<double> LeftOutResiduals { get; }

    /// <summary>Median of the absolute residuals.</summary>
    public double MedianAbsoluteResidual { get; }

    /// <summary>Robust standard deviation of the residuals: their median absolute value over 0.6745, as of the last weights.</summary>
    public double Scale { get; }

    /// <summary>False when the coefficients still moved after the last round.</summary>
    public bool HasConverged { get; }

    /// <summary>Fits; null when the columns depend on each other.</summary>
    /// <param name="rows">The design row by row; <paramref name="columns"/> numbers a row.</param>
    /// <param name="columns">Columns of the design, the constant one included where it is wanted.</param>
    /// <param name="y">One number a row.</param>
    /// <param name="tuning">Scales from which on a residual is weighed down.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, or there are fewer rows than columns.</exception>
    public static HuberRegression? Fit(ReadOnlySpan<double> rows, int columns, ReadOnlySpan<double> y, double tuning = UsualTuning)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tuning);
        if (LeastSquares.Fit(rows, columns, y) is not { } fit) return null;
        var residuals = ResidualsOf(rows, y, fit.Coefficients);
        var scale = Median(residuals) / NormalMedian;
        var weights = new double[y.Length];
        var converged = false;
        for (var round = 0; round < MostRounds && !converged && scale > 0; round++)
        {
            for (var i = 0; i < weights.Length; i++) weights[i] = Math.Min(1, tuning * scale / Math.Abs(residuals[i]));
            if (LeastSquares.Fit(rows, columns, y, weights) is not { } next) return null;
            converged = AreNear(fit.Coefficients, next.Coefficients);
            fit = next;
            residuals = ResidualsOf(rows, y, fit.Coefficients);
            scale = Median(residuals) / NormalMedian;
        }

        // Without any spread in the middle half there is nothing to weigh down.
        return new HuberRegression(fit.Coefficients, residuals, fit.Leverages, scale, converged || scale == 0);
    }

    private static double[] ResidualsOf(ReadOnlySpan<double> rows, ReadOnlySpan<double> y, double[] coefficients)
    {
        var residuals = y.ToArray();
        for (var i = 0; i < residuals.Length; i++)
        {
            for (var j = 0; j < coefficients.Length; j++) residuals[i] -= rows[i * coefficients.Length + j] * coefficients[j];
        }

        return residuals;
    }

    private static bool AreNear(double[] a, double[] b)
    {
        for (var i = 0; i < a.Length; i++)
        {
            if (Math.Abs(a[i] - b[i]) > Tolerance * Math.Max(1, Math.Abs(b[i]))) return false;
        }

        return true;
    }

    private static double Median(double[] residuals)
    {
        double[] sizes = [.. residuals.Select(Math.Abs)];
        Array.Sort(sizes);
        var middle = sizes.Length / 2;
        return sizes.Length % 2 == 1 ? sizes[middle] : (sizes[middle - 1] + sizes[middle]) / 2;
    }
}
