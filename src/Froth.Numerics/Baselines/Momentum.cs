namespace Froth.Numerics.Baselines;

/// <summary>
/// The simplest baseline: how far a price has moved in a number of periods, in standard deviations of such a move as the periods before it would have it. No test, for
/// it has no published critical value; it can be held against normal quantiles only as a rule of thumb.
/// </summary>
public static class Momentum
{
    /// <summary>ln(p(t) / p(t−h)) / (s·√h), where s is the standard deviation of the w one-period log changes that end at t−h.</summary>
    /// <param name="prices">Prices, equally spaced. Where one that is needed is NaN or not above 0 the statistic is NaN.</param>
    /// <param name="horizon">h, at least 1: periods of the move.</param>
    /// <param name="window">w, at least 2: one-period changes before the move, from which its size is judged.</param>
    /// <param name="statistic">Takes the statistic, as long as <paramref name="prices"/>; NaN at the first h + w places, and where the changes before do not vary.</param>
    /// <exception cref="ArgumentException">A length, the horizon or the window is out of range.</exception>
    public static void Statistic(ReadOnlySpan<double> prices, int horizon, int window, Span<double> statistic)
    {
        if (statistic.Length != prices.Length) throw new ArgumentException($"There are {statistic.Length} places for {prices.Length} prices.", nameof(statistic));
        if (horizon < 1) throw new ArgumentException($"The horizon is {horizon}, below 1.", nameof(horizon));
        if (window < 2) throw new ArgumentException($"The window is {window}, below 2.", nameof(window));
        statistic.Fill(double.NaN);
        var logs = new double[prices.Length];
        for (var t = 0; t < logs.Length; t++) logs[t] = prices[t] > 0 && double.IsFinite(prices[t]) ? Math.Log(prices[t]) : double.NaN;
        for (var t = (long)horizon + window; t < logs.Length; t++)
        {
            var deviation = Deviation(logs.AsSpan((int)t - horizon - window, window + 1));
            if (deviation > 0) statistic[(int)t] = (logs[t] - logs[t - horizon]) / (deviation * Math.Sqrt(horizon));
        }
    }

    // Of the changes within the logs, with one degree of freedom for their mean; 0 when they vary by rounding alone.
    private static double Deviation(ReadOnlySpan<double> logs)
    {
        var count = logs.Length - 1;
        var mean = (logs[count] - logs[0]) / count;
        var (squares, largest) = (0.0, 0.0);
        for (var i = 1; i <= count; i++)
        {
            var step = logs[i] - logs[i - 1] - mean;
            squares += step * step;
            largest = Math.Max(largest, Math.Abs(logs[i]));
        }

        return Math.Sqrt(squares / (count - 1)) is var deviation && deviation <= 1e-15 * (1 + largest) ? 0 : deviation;
    }
}
