using Froth.Numerics;
using Froth.Numerics.Simulation;

namespace Froth.Core.Bubbles;

/// <summary>
/// The confidence indicator of the log-periodic power law on a series of prices, read beside the false alarms of the same procedure on paths without a bubble.
/// Source: Zhang, Zhang and Sornette (2016), PLoS ONE 11(11), e0165819.
/// </summary>
public static class LpplsTest
{
    /// <summary>Shares of the windows' tc that are told: quantiles by linear interpolation (type 7).</summary>
    public static IReadOnlyList<double> ShiftQuantiles { get; } = [0.10, 0.25, 0.50, 0.75, 0.90];

    /// <summary>Rows of the dates to judge, in rising order: those that have room for the shortest window.</summary>
    /// <param name="observations">Levels in the series.</param>
    /// <param name="settings">How many dates and how far apart.</param>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    public static IReadOnlyList<int> Ends(int observations, LpplsTestSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.Ends, 1, nameof(settings));
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.Every, 1, nameof(settings));
        List<int> ends = [];
        for (long end = observations - 1; ends.Count < settings.Ends && end >= settings.Shortest - 1; end -= settings.Every) ends.Add((int)end);
        ends.Reverse();
        return ends;
    }

    /// <summary>The indicator at each date.</summary>
    /// <param name="series">Prices above 0.</param>
    /// <param name="settings">The conventions.</param>
    /// <param name="run">Progress in windows and cancellation.</param>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    /// <exception cref="InvalidOperationException">A price has no logarithm.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static IReadOnlyList<LpplsConfidence> Confidence(PriceSeries series, LpplsTestSettings settings, LpplsRun? run = null)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(settings);
        return LpplsConfidence.Over(Times(series), series.Logged().Values, Ends(series.Count, settings), settings.Windows, run);
    }

    /// <summary>The same procedure at the last row of paths without a bubble; they have the times of the series' last rows, as many as the longest window takes.</summary>
    /// <inheritdoc cref="Confidence"/>
    /// <param name="kind">Which paths.</param>
    /// <param name="series">Prices above 0.</param>
    /// <param name="settings">The conventions.</param>
    /// <param name="run">Progress in paths and cancellation.</param>
    public static LpplsNullResult Null(PriceSeries series, LpplsTestSettings settings, LpplsNullKind kind, LpplsRun? run = null)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(settings);
        var logs = series.Logged().Values;
        var times = Times(series)[^Math.Min(series.Count, settings.Longest)..];
        var fit = kind == LpplsNullKind.Garch ? GarchFit.Of(Changes(logs)) : null;
        if (kind == LpplsNullKind.Garch && fit!.Parameters is null) return new LpplsNullResult(kind, fit, null);
        var path = fit?.Parameters is { } steps ? GarchPaths(new GarchWalk(steps) { Start = logs[0] }, times.Length, settings.Seed) : LpplsNull.RandomWalks(logs, times.Length, settings.Seed);
        // Any threshold does: alarms are counted from the shares, each date at its own.
        return new LpplsNullResult(kind, fit, LpplsNull.Of(times, path, settings.Replications, 1, settings.Windows, run));
    }

    /// <summary>The trust indicator of the last date, which takes about as long as a hundred dates of confidence.</summary>
    /// <inheritdoc cref="Confidence"/>
    public static LpplsTrust Trust(PriceSeries series, LpplsTestSettings settings, LpplsRun? run = null)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(settings);
        return LpplsTrust.At(Times(series), series.Logged().Values, series.Count - 1, settings.Seed, settings.Windows, run: run);
    }

    /// <summary>Puts the parts together and says what a reader must know.</summary>
    /// <param name="series">The prices.</param>
    /// <param name="settings">The conventions.</param>
    /// <param name="ends">Of <see cref="Confidence"/>.</param>
    /// <param name="nulls">Of <see cref="Null"/>.</param>
    /// <param name="trust">Of <see cref="Trust"/>; null for none.</param>
    public static LpplsResult Read(PriceSeries series, LpplsTestSettings settings, IReadOnlyList<LpplsConfidence> ends, IReadOnlyList<LpplsNullResult> nulls, LpplsTrust? trust) => new()
    {
        Series = series, Settings = settings, Ends = ends, Nulls = nulls, Trust = trust, Notes = LpplsWords.Notes(series, settings, ends, nulls),
    };

    /// <summary>A quantile of sorted numbers by linear interpolation (type 7); NaN of none.</summary>
    /// <param name="sorted">In rising order.</param>
    /// <param name="share">0 to 1.</param>
    public static double Quantile(IReadOnlyList<double> sorted, double share)
    {
        ArgumentNullException.ThrowIfNull(sorted);
        if (sorted.Count == 0) return double.NaN;
        var place = share * (sorted.Count - 1);
        var below = (int)place;
        return below + 1 < sorted.Count ? sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]) : sorted[below];
    }

    private static Func<ulong, double[]> GarchPaths(GarchWalk walk, int rows, ulong seed) => replication =>
    {
        var path = new double[rows];
        walk.Path(seed, (long)replication, path);
        return path;
    };

    private static double[] Changes(double[] logs)
    {
        var changes = new double[logs.Length - 1];
        for (var i = 0; i < changes.Length; i++) changes[i] = logs[i + 1] - logs[i];
        return changes;
    }

    // Calendar days, so that weekends and holidays count; rows where there are no dates.
    private static double[] Times(PriceSeries series) =>
        series.Dates is { } dates ? [.. dates.Select(d => (double)d.DayNumber)] : [.. Enumerable.Range(0, series.Count).Select(i => (double)i)];
}
