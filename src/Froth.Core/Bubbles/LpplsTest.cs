using Froth.Numerics;

namespace Froth.Core.Bubbles;

/// <summary>
/// The LPPLS confidence indicator of a series over time, beside how often random walks with the drift and volatility of the series show as much. Source of
/// the indicator: Zhang, Zhang and Sornette (2016), PLoS ONE 11(11), e0165819.
/// </summary>
public static class LpplsTest
{
    /// <summary>Times of the fits: days, or observations where there are no dates.</summary>
    public static double[] TimesOf(PriceSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        return series.Dates is { } dates ? [.. dates.Select(d => (double)d.DayNumber)] : [.. Enumerable.Range(0, series.Count).Select(i => (double)i)];
    }

    /// <summary>The days of the indicator that have all windows, oldest first.</summary>
    /// <param name="series">Prices.</param>
    /// <param name="settings">How many days and how far apart.</param>
    /// <returns>Indices of levels; none where the series is shorter than the longest window.</returns>
    public static IReadOnlyList<int> EndsOf(PriceSeries series, LpplsTestSettings settings)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(settings);
        return [.. Enumerable.Range(0, settings.Ends).Select(i => series.Count - 1 - i * settings.Every).Where(end => end >= settings.Windows.Longest - 1).Reverse()];
    }

    /// <summary>The indicator at <see cref="EndsOf"/>.</summary>
    /// <param name="series">Prices, above 0.</param>
    /// <param name="settings">The conventions.</param>
    /// <param name="run">Threads, progress in windows, and cancellation.</param>
    /// <exception cref="InvalidOperationException">A price has no logarithm.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static IReadOnlyList<LpplsConfidence> Indicator(PriceSeries series, LpplsTestSettings settings, LpplsRun run) =>
        LpplsConfidence.Over(TimesOf(series), series.Logged().Values, EndsOf(series, settings), settings.Windows, run);

    /// <summary>
    /// The indicator at the last day of random walks with the mean and standard deviation of the series' log changes, on its last days. Walk r depends on the
    /// seed and on r alone.
    /// </summary>
    /// <param name="series">Prices, above 0; at least as many as the longest window has rows.</param>
    /// <param name="settings">The conventions.</param>
    /// <param name="first">The first walk, from 0.</param>
    /// <param name="count">How many; 1 or more.</param>
    /// <param name="run">Threads, progress in walks, and cancellation.</param>
    /// <exception cref="ArgumentException">The series is shorter than the longest window.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static LpplsChance Walks(PriceSeries series, LpplsTestSettings settings, int first, int count, LpplsRun run)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var (times, logs) = (TimesOf(series), series.Logged().Values);
        var rows = settings.Windows.Longest;
        if (times.Length < rows) throw new ArgumentException($"The series has {times.Length} levels; the longest window needs {rows}.", nameof(series));
        var walk = LpplsNull.RandomWalks(logs, rows, settings.Seed);
        // Only shares are read; the kernel's own threshold is of no account.
        var found = LpplsNull.Of(times[^rows..], replication => walk(replication + (ulong)first), count, 1, settings.Windows, run);
        return new LpplsChance([.. found.RisingShares], [.. found.FallingShares]);
    }
}
