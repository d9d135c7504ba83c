namespace Froth.Numerics;

/// <summary>
/// The trust indicator of one end: each window's curve is given its own residuals again in another order, many times, and refitted; the
/// share of refits that qualify, and over the windows the median of that share. A window that could not be fitted counts as zero.
/// </summary>
/// <remarks>Source: Zhang, Zhang and Sornette (2016), PLoS ONE 11(11), e0165819. Resampling here is a random order of all residuals.</remarks>
/// <param name="End">Row on which the windows end.</param>
/// <param name="Rising">Median over windows of the share of refits qualified with B &lt; 0, 0 to 1.</param>
/// <param name="Falling">The same with B &gt; 0.</param>
/// <param name="RisingShares">Each window's share, the longest first.</param>
/// <param name="FallingShares">The same for falling bubbles.</param>
/// <param name="Resamples">Refits a window.</param>
public sealed record LpplsTrust(
    int End, double Rising, double Falling, IReadOnlyList<double> RisingShares, IReadOnlyList<double> FallingShares, int Resamples)
{
    /// <summary>Refits a window usually has.</summary>
    public const int UsualResamples = 100;

    /// <summary>The indicator at one end. The order of the residuals depends on seed, window and resample only.</summary>
    /// <param name="times">Strictly increasing.</param>
    /// <param name="logPrices">One a time.</param>
    /// <param name="end">Row on which the windows end.</param>
    /// <param name="seed">Chooses the orders.</param>
    /// <param name="windows">Which windows; null for <see cref="LpplsWindows.Usual"/>.</param>
    /// <param name="resamples">Refits a window.</param>
    /// <param name="effort">How closely the refits look; null for <see cref="LpplsEffort.Quick"/>.</param>
    /// <param name="run">Threads, progress in windows, and cancellation; null for all threads.</param>
    /// <exception cref="ArgumentException">Lengths differ, times do not increase, the end is not a row, or the settings make no sense.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static LpplsTrust At(
        double[] times, double[] logPrices, int end, ulong seed, LpplsWindows? windows = null, int resamples = UsualResamples,
        LpplsEffort? effort = null, LpplsRun? run = null)
    {
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(logPrices);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(resamples);
        windows ??= LpplsWindows.Usual;
        windows.Check();
        LpplsFitter.CheckTimes(times, logPrices.Length);
        if (end < 0 || end >= times.Length) throw new ArgumentException($"{end} is not one of {times.Length} rows.", nameof(end));
        var (run1, quick) = (run ?? new LpplsRun(), effort ?? LpplsEffort.Quick);
        var (rising, falling) = (new double[windows.Count], new double[windows.Count]);
        run1.Do(windows.Count, () => (new LpplsFitter(windows.Box, windows.Effort), new LpplsFitter(windows.Box, quick)), (i, fitters) =>
        {
            var fit = LpplsConfidence.FitOf(fitters.Item1, times, logPrices, end, windows, i);
            if (!fit.HasParameters) return;
            var from = windows.StartOf(i, end);
            var (ups, downs) = (0, 0);
            var refit = new Refit(times.AsSpan(from, fit.Rows), logPrices.AsSpan(from, fit.Rows), fitters.Item1.Residuals);
            for (var draw = 0; draw < resamples; draw++)
            {
                run1.Cancel.ThrowIfCancellationRequested();
                var values = refit.Shuffled(seed, ((long)i * resamples + draw) * windows.Longest);
                var sign = windows.Filter.SignOf(fitters.Item2.Fit(refit.Times, values));
                (ups, downs) = (ups + (sign > 0 ? 1 : 0), downs + (sign < 0 ? 1 : 0));
            }

            (rising[i], falling[i]) = ((double)ups / resamples, (double)downs / resamples);
        });
        return new LpplsTrust(end, Median(rising), Median(falling), rising, falling, resamples);
    }

    private static double Median(double[] shares)
    {
        double[] sorted = [.. shares.Order()];
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    // A curve and its residuals, put together again in the order of as many random numbers.
    private readonly ref struct Refit
    {
        private readonly double[] _curve;
        private readonly double[] _residuals;
        private readonly double[] _keys;
        private readonly double[] _values;

        public Refit(ReadOnlySpan<double> times, ReadOnlySpan<double> logPrices, ReadOnlySpan<double> residuals)
        {
            Times = times;
            _residuals = residuals.ToArray();
            (_curve, _keys, _values) = (new double[times.Length], new double[times.Length], new double[times.Length]);
            for (var i = 0; i < _curve.Length; i++) _curve[i] = logPrices[i] - residuals[i];
        }

        public ReadOnlySpan<double> Times { get; }

        public ReadOnlySpan<double> Shuffled(ulong seed, long first)
        {
            NormalDraws.Fill(seed, first, _keys);
            var order = (double[])_residuals.Clone();
            Array.Sort(_keys, order);
            for (var i = 0; i < _values.Length; i++) _values[i] = _curve[i] + order[i];
            return _values;
        }
    }
}
