namespace Froth.Numerics;

/// <summary>
/// Hamilton's alternative to a trend: the cycle at t is the residual of a least-squares regression of y(t) on a constant and on
/// y(t−h), y(t−h−1), …, as many as there are lags. Source: Hamilton (2018), Review of Economics and Statistics 100.
/// </summary>
public static class HamiltonFilter
{
    private const int MostLags = 16;

    /// <summary>The residuals over the whole series. The regression knows all of it, so an earlier residual changes with later data.</summary>
    /// <param name="values">The series, equally spaced; NaN in it makes every residual NaN.</param>
    /// <param name="horizon">h, at least 1; 8 for quarters.</param>
    /// <param name="lags">How many lags, 1 to 16; 4 for quarters.</param>
    /// <param name="cycle">Takes the residuals, as long as <paramref name="values"/>; the first horizon + lags − 1 are NaN.</param>
    /// <returns>How many residuals there are; 0, and NaN throughout, when the data do not determine the regression.</returns>
    /// <exception cref="ArgumentException">A length, the horizon or the number of lags is out of range.</exception>
    public static int Cycle(ReadOnlySpan<double> values, int horizon, int lags, Span<double> cycle)
    {
        if (cycle.Length != values.Length) throw new ArgumentException($"The cycle has {cycle.Length} places for {values.Length} values.", nameof(cycle));
        cycle.Fill(double.NaN);
        Span<double> slopes = stackalloc double[MostLags];
        if (!Regress(values, horizon, lags, slopes, out var constant)) return 0;
        var first = horizon + lags - 1;
        for (var t = first; t < values.Length; t++) cycle[t] = Residual(values, t, horizon, slopes[..lags], constant);
        return values.Length - first;
    }

    /// <summary>
    /// The residual of the last value alone: taken over growing beginnings of a series it is the cycle as it could have been read on each
    /// day. NaN when the data do not determine the regression.
    /// </summary>
    /// <param name="values">The series up to the day.</param>
    /// <param name="horizon">h, at least 1.</param>
    /// <param name="lags">How many lags, 1 to 16.</param>
    /// <exception cref="ArgumentException">The horizon or the number of lags is out of range.</exception>
    public static double Last(ReadOnlySpan<double> values, int horizon, int lags)
    {
        Span<double> slopes = stackalloc double[MostLags];
        return Regress(values, horizon, lags, slopes, out var constant) ? Residual(values, values.Length - 1, horizon, slopes[..lags], constant) : double.NaN;
    }

    private static double Residual(ReadOnlySpan<double> values, int t, int horizon, ReadOnlySpan<double> slopes, double constant)
    {
        var fitted = constant;
        for (var j = 0; j < slopes.Length; j++) fitted += slopes[j] * values[t - horizon - j];
        return values[t] - fitted;
    }

    // Centred sums keep the digits that a level far from zero would cost.
    private static bool Regress(ReadOnlySpan<double> values, int horizon, int lags, Span<double> slopes, out double constant)
    {
        if (horizon < 1) throw new ArgumentException($"The horizon is {horizon}, below 1.", nameof(horizon));
        if (lags is < 1 or > MostLags) throw new ArgumentException($"There are {lags} lags; 1 to {MostLags} can be used.", nameof(lags));
        constant = double.NaN;
        var first = horizon + lags - 1;
        var count = values.Length - first;
        if (count <= lags + 1) return false;
        Span<double> means = stackalloc double[lags];
        Span<double> products = stackalloc double[lags * lags];
        var mean = Mean(values[first..]);
        for (var j = 0; j < lags; j++) means[j] = Mean(values.Slice(first - horizon - j, count));
        for (var i = 0; i < lags; i++)
        {
            slopes[i] = Product(values.Slice(first - horizon - i, count), means[i], values[first..], mean);
            for (var j = 0; j <= i; j++) products[i * lags + j] = Product(values.Slice(first - horizon - i, count), means[i], values.Slice(first - horizon - j, count), means[j]);
        }

        if (!Solve(products, slopes[..lags])) return false;
        constant = mean;
        for (var j = 0; j < lags; j++) constant -= slopes[j] * means[j];
        return true;
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value;
        return sum / values.Length;
    }

    private static double Product(ReadOnlySpan<double> left, double leftMean, ReadOnlySpan<double> right, double rightMean)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++) sum += (left[i] - leftMean) * (right[i] - rightMean);
        return sum;
    }

    // Cholesky in place on the lower half. False when a pivot is lost to rounding: the lags are then the same line.
    private static bool Solve(Span<double> lower, Span<double> right)
    {
        var size = right.Length;
        for (var i = 0; i < size; i++)
        {
            var whole = lower[i * size + i];
            for (var j = 0; j <= i; j++)
            {
                var sum = lower[i * size + j];
                for (var k = 0; k < j; k++) sum -= lower[i * size + k] * lower[j * size + k];
                if (j < i) lower[i * size + j] = sum / lower[j * size + j];
                else if (!(sum > 1e-13 * whole)) return false;
                else lower[i * size + i] = Math.Sqrt(sum);
            }
        }

        for (var i = 0; i < size; i++)
        {
            for (var k = 0; k < i; k++) right[i] -= lower[i * size + k] * right[k];
            right[i] /= lower[i * size + i];
        }

        for (var i = size - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < size; k++) right[i] -= lower[k * size + i] * right[k];
            right[i] /= lower[i * size + i];
        }

        return true;
    }
}
