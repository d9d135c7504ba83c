namespace Froth.Numerics;

/// <summary>The autoregression of a series' steps on themselves: d(t) = c + φ₁·d(t−1) + … + φₖ·d(t−k) + e(t), by least squares.</summary>
internal sealed class StepAutoregression
{
    private readonly double[] _coefficients;

    private StepAutoregression(double[] coefficients, double[] residuals) => (_coefficients, Residuals) = (coefficients, residuals);

    /// <summary>e(t) for t = k, k + 1, …: one for every step that has k before it.</summary>
    public double[] Residuals { get; }

    /// <summary>Fits the autoregression.</summary>
    /// <param name="levels">Finite levels.</param>
    /// <param name="lag">k, 0 or more.</param>
    /// <exception cref="ArgumentException">Too few levels, or steps that explain each other.</exception>
    public static StepAutoregression Fit(ReadOnlySpan<double> levels, int lag)
    {
        if (lag < 0) throw new ArgumentException($"The lag is {lag}, below 0.", nameof(lag));
        var (rows, columns) = (levels.Length - 1 - lag, lag + 1);
        if (rows <= columns) throw new ArgumentException($"{levels.Length} levels are too few for {lag} lags; {2 * lag + 4} are needed.", nameof(levels));
        var (design, target) = (new double[rows * columns], new double[rows]);
        for (var i = 0; i < rows; i++)
        {
            var t = i + lag;
            target[i] = levels[t + 1] - levels[t];
            design[i * columns] = 1;
            for (var m = 1; m <= lag; m++) design[i * columns + m] = levels[t + 1 - m] - levels[t - m];
        }
        var fit = LeastSquares.Fit(design, columns, target) ?? throw new ArgumentException($"The steps explain each other with {lag} lags: the series is constant, straight or too regular.", nameof(levels));
        var coefficients = fit.Coefficients.ToArray();
        for (var i = 0; i < rows; i++)
            for (var j = 0; j < columns; j++) target[i] -= coefficients[j] * design[i * columns + j];
        return new(coefficients, target);
    }

    /// <summary>The expected next step after these levels, with or without the constant.</summary>
    /// <param name="levels">At least k + 1 levels.</param>
    /// <param name="constant">Whether c counts.</param>
    public double Next(ReadOnlySpan<double> levels, bool constant)
    {
        var step = constant ? _coefficients[0] : 0;
        for (var m = 1; m < _coefficients.Length; m++) step += _coefficients[m] * (levels[^m] - levels[^(m + 1)]);
        return step;
    }
}
