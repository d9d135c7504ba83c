namespace Froth.Numerics;

/// <summary>
/// How often series without a bubble look like one: the whole confidence procedure on paths of a null model. Grobys (2026, not
/// read in the source) is said to find strong size distortion, so a confidence value is not to be read without this.
/// </summary>
/// <param name="Threshold">The share that counts as an alarm.</param>
/// <param name="RisingAlarms">Paths whose rising share reaches the threshold.</param>
/// <param name="FallingAlarms">Paths whose falling share reaches it.</param>
/// <param name="Paths">All paths.</param>
/// <param name="RisingShares">The rising share of each path, in the order of the replications.</param>
/// <param name="FallingShares">The falling share of each path.</param>
public sealed record LpplsNull(
    double Threshold, int RisingAlarms, int FallingAlarms, int Paths, IReadOnlyList<double> RisingShares, IReadOnlyList<double> FallingShares)
{
    /// <summary>Rising alarms over paths: the false-alarm rate for rising bubbles.</summary>
    public double RisingRate => (double)RisingAlarms / Paths;

    /// <summary>Falling alarms over paths.</summary>
    public double FallingRate => (double)FallingAlarms / Paths;

    /// <summary>90 percent interval of the rising rate (Wilson).</summary>
    public (double Low, double High) RisingInterval => ShareInterval.Of(RisingAlarms, Paths);

    /// <summary>90 percent interval of the falling rate (Wilson).</summary>
    public (double Low, double High) FallingInterval => ShareInterval.Of(FallingAlarms, Paths);

    /// <summary>Runs the procedure on many paths, at the last row of each.</summary>
    /// <param name="times">The times of every path, strictly increasing; usually those of the series in question.</param>
    /// <param name="path">Log prices of a replication, one a time; depends on the replication's number only and may be called from any thread.</param>
    /// <param name="replications">How many paths, numbered from 0.</param>
    /// <param name="threshold">Above 0 and at most 1: the observed share, to see how often chance alone reaches it, or a fixed one.</param>
    /// <param name="windows">Which windows; null for <see cref="LpplsWindows.Usual"/>.</param>
    /// <param name="run">Threads, progress in paths, and cancellation; null for all threads.</param>
    /// <exception cref="ArgumentException">A path's length differs from the times', the threshold is not a share, or the settings make no sense.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static LpplsNull Of(
        double[] times, Func<ulong, double[]> path, int replications, double threshold, LpplsWindows? windows = null, LpplsRun? run = null)
    {
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(replications);
        if (!(threshold > 0 && threshold <= 1)) throw new ArgumentException($"{threshold} is not above 0 and at most 1.", nameof(threshold));
        windows ??= LpplsWindows.Usual;
        windows.Check();
        LpplsFitter.CheckTimes(times, times.Length);
        if (times.Length == 0) throw new ArgumentException("There is no time.", nameof(times));
        var (rising, falling) = (new double[replications], new double[replications]);
        var shared = run ?? new LpplsRun();
        shared.Do(replications, () => new LpplsFitter(windows.Box, windows.Effort), (i, fitter) =>
        {
            var prices = path((ulong)i);
            if (prices.Length != times.Length) throw new ArgumentException($"Path {i} has {prices.Length} rows for {times.Length} times.", nameof(path));
            var (ups, downs) = (0, 0);
            for (var w = 0; w < windows.Count; w++)
            {
                shared.Cancel.ThrowIfCancellationRequested();
                var sign = windows.Filter.SignOf(LpplsConfidence.FitOf(fitter, times, prices, times.Length - 1, windows, w));
                (ups, downs) = (ups + (sign > 0 ? 1 : 0), downs + (sign < 0 ? 1 : 0));
            }

            (rising[i], falling[i]) = ((double)ups / windows.Count, (double)downs / windows.Count);
        });
        return new LpplsNull(threshold, rising.Count(x => x >= threshold), falling.Count(x => x >= threshold), replications, rising, falling);
    }

    /// <summary>
    /// Paths of a random walk with the series' own mean and standard deviation of the change from row to row, and its own first value.
    /// </summary>
    /// <param name="logPrices">The series; its gaps are left out.</param>
    /// <param name="rows">Rows of a path.</param>
    /// <param name="seed">Chooses the stream.</param>
    /// <exception cref="ArgumentException">Fewer than two neighbouring numbers pairs in the series, or fewer than two rows wanted.</exception>
    public static Func<ulong, double[]> RandomWalks(ReadOnlySpan<double> logPrices, int rows, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 2);
        var changes = new List<double>();
        for (var i = 1; i < logPrices.Length; i++)
        {
            var change = logPrices[i] - logPrices[i - 1];
            if (double.IsFinite(change)) changes.Add(change);
        }

        if (changes.Count < 2) throw new ArgumentException($"{changes.Count} changes give no spread.", nameof(logPrices));
        var mean = changes.Average();
        var deviation = Math.Sqrt(changes.Sum(c => (c - mean) * (c - mean)) / (changes.Count - 1));
        var start = logPrices[0];
        if (!double.IsFinite(start)) start = 0;
        return replication =>
        {
            var path = new double[rows];
            NormalDraws.Fill(seed, (long)replication * rows, path);
            path[0] = start;
            for (var i = 1; i < rows; i++) path[i] = path[i - 1] + mean + deviation * path[i];
            return path;
        };
    }
}
