namespace Froth.Numerics.Baselines;

/// <summary>
/// Monitoring for a bubble by cumulated changes, a baseline to hold recursive unit-root tests against. After n levels of training the sum of the changes since then
/// is compared with a boundary that it crosses once in a long time when the series is a random walk. Source: Homm and Breitung (2012), Journal of Financial Econometrics 10,
/// 198–231, after Chu, Stinchcombe and White (1996), Econometrica 64, 1045–1065.
/// </summary>
public static class CusumTest
{
    /// <summary>(y(t) − y(n)) / (σ̂(t)·√t) at each observation t counted from 1, where σ̂(t)² is the mean square of the changes up to t about their mean.</summary>
    /// <param name="levels">The series, usually of log prices. From a NaN on the statistic is NaN.</param>
    /// <param name="training">n, at least 2 and at most the number of levels.</param>
    /// <param name="statistic">Takes the statistic, as long as <paramref name="levels"/>; NaN up to the last level of training, and while the changes do not vary.</param>
    /// <exception cref="ArgumentException">A length or the training is out of range.</exception>
    public static void Statistic(ReadOnlySpan<double> levels, int training, Span<double> statistic)
    {
        if (statistic.Length != levels.Length) throw new ArgumentException($"There are {statistic.Length} places for {levels.Length} levels.", nameof(statistic));
        Check(training, levels.Length);
        statistic.Fill(double.NaN);
        var (mean, squares, largest) = (0.0, 0.0, Math.Abs(levels[0]));
        for (var i = 1; i < levels.Length; i++)
        {
            // Welford's running mean and sum of squares of the first i changes.
            var step = levels[i] - levels[i - 1] - mean;
            mean += step / i;
            squares += step * (levels[i] - levels[i - 1] - mean);
            largest = Math.Max(largest, Math.Abs(levels[i]));
            // Changes that vary by the rounding of the levels alone do not vary.
            if (i >= training && Math.Sqrt(squares / i) > 1e-15 * largest) statistic[i] = (levels[i] - levels[training - 1]) / Math.Sqrt(squares / i * (i + 1));
        }
    }

    /// <summary>
    /// The boundary √(b + ln(t/n)) with b = −2·ln(2·level), 4.6 at 5 percent: in a long series a random walk without drift crosses it at any time, however late, with at most
    /// the chance <paramref name="level"/>. A drift of the walk adds to that.
    /// </summary>
    /// <param name="level">Above 0 and below ½, such as 0.05; the test has one side.</param>
    /// <param name="training">n, at least 2 and at most the number of places.</param>
    /// <param name="boundary">Takes the boundary, one place a level; NaN up to the last level of training.</param>
    /// <exception cref="ArgumentException">The level or the training is out of range.</exception>
    public static void Boundary(double level, int training, Span<double> boundary)
    {
        if (!(level is > 0 and < 0.5)) throw new ArgumentException($"A level of {level} is not between 0 and ½.", nameof(level));
        Check(training, boundary.Length);
        boundary[..training].Fill(double.NaN);
        for (var i = training; i < boundary.Length; i++) boundary[i] = Math.Sqrt(-2 * Math.Log(2 * level) + Math.Log((i + 1.0) / training));
    }

    private static void Check(int training, int length)
    {
        if (training < 2 || training > length) throw new ArgumentException($"Training on {training} of {length} levels is not possible.", nameof(training));
    }
}
