namespace Froth.Numerics;

/// <summary>
/// The confidence indicator of one end: the share of nested windows whose fit qualifies, for rising and for falling bubbles by themselves.
/// Windows that could not be fitted stay in the denominator. A share of windows is not a probability: how often a series without a bubble
/// reaches it is what <see cref="LpplsNull"/> counts.
/// </summary>
/// <remarks>Source: Zhang, Zhang and Sornette (2016), PLoS ONE 11(11), e0165819, where confidence and trust are defined.</remarks>
public sealed record LpplsConfidence
{
    /// <summary>Row on which the windows end.</summary>
    public required int End { get; init; }

    /// <summary>All windows.</summary>
    public required int Windows { get; init; }

    /// <summary>Windows qualified with B &lt; 0.</summary>
    public required int Rising { get; init; }

    /// <summary>Windows qualified with B &gt; 0.</summary>
    public required int Falling { get; init; }

    /// <summary>Windows by what came of their fit.</summary>
    public required IReadOnlyDictionary<LpplsStatus, int> Statuses { get; init; }

    /// <summary>Fitted windows whose optimum a second grid did not confirm.</summary>
    public required int Unverified { get; init; }

    /// <summary>Qualified windows with tc, m or ω on a bound of the box: their optimum lies outside it.</summary>
    public required int OnBound { get; init; }

    /// <summary>tc − t2 of the windows qualified as rising, in the unit of the times, sorted. A spread of a parameter, not a forecast.</summary>
    public required IReadOnlyList<double> RisingShifts { get; init; }

    /// <summary>tc − t2 of the windows qualified as falling, sorted.</summary>
    public required IReadOnlyList<double> FallingShifts { get; init; }

    /// <summary>Every window's fit, the longest first.</summary>
    public required IReadOnlyList<LpplsFit> Fits { get; init; }

    /// <summary>Rising over all windows, 0 to 1.</summary>
    public double RisingShare => (double)Rising / Windows;

    /// <summary>Falling over all windows, 0 to 1.</summary>
    public double FallingShare => (double)Falling / Windows;

    /// <summary>The indicator at one end.</summary>
    /// <param name="times">Strictly increasing.</param>
    /// <param name="logPrices">One a time.</param>
    /// <param name="end">Row on which the windows end.</param>
    /// <param name="windows">Which windows; null for <see cref="LpplsWindows.Usual"/>.</param>
    /// <param name="run">Threads and cancellation; null for all threads.</param>
    /// <exception cref="ArgumentException">Lengths differ, times do not increase, the end is not a row, or the settings make no sense.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static LpplsConfidence At(double[] times, double[] logPrices, int end, LpplsWindows? windows = null, LpplsRun? run = null) =>
        Over(times, logPrices, [end], windows, run)[0];

    /// <summary>The indicator at several ends. The result is the same bits for any number of threads and for any division into runs.</summary>
    /// <param name="times">Strictly increasing.</param>
    /// <param name="logPrices">One a time; a window with a NaN in it is not fitted and stays in the denominator.</param>
    /// <param name="ends">Rows on which the windows end. Only rows up to its end enter a value.</param>
    /// <param name="windows">Which windows; null for <see cref="LpplsWindows.Usual"/>.</param>
    /// <param name="run">Threads, progress in windows, and cancellation; null for all threads.</param>
    /// <exception cref="ArgumentException">Lengths differ, times do not increase, an end is not a row, or the settings make no sense.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static IReadOnlyList<LpplsConfidence> Over(
        double[] times, double[] logPrices, IReadOnlyList<int> ends, LpplsWindows? windows = null, LpplsRun? run = null)
    {
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(logPrices);
        ArgumentNullException.ThrowIfNull(ends);
        windows ??= LpplsWindows.Usual;
        windows.Check();
        LpplsFitter.CheckTimes(times, logPrices.Length);
        foreach (var end in ends)
        {
            if (end < 0 || end >= times.Length) throw new ArgumentException($"{end} is not one of {times.Length} rows.", nameof(ends));
        }

        var fits = new LpplsFit[ends.Count * windows.Count];
        (run ?? new LpplsRun()).Do(fits.Length, () => new LpplsFitter(windows.Box, windows.Effort), (i, fitter) =>
            fits[i] = FitOf(fitter, times, logPrices, ends[i / windows.Count], windows, i % windows.Count));
        return [.. ends.Select((end, i) => Summary(end, new ArraySegment<LpplsFit>(fits, i * windows.Count, windows.Count), windows.Filter))];
    }

    internal static LpplsFit FitOf(LpplsFitter fitter, double[] times, double[] logPrices, int end, LpplsWindows windows, int window)
    {
        var (start, rows) = (windows.StartOf(window, end), windows.RowsOf(window));
        return start < 0
            ? new LpplsFit { Status = LpplsStatus.TooShort, T1 = double.NaN, T2 = times[end], Rows = rows }
            : fitter.Fit(times.AsSpan(start, rows), logPrices.AsSpan(start, rows));
    }

    private static LpplsConfidence Summary(int end, IReadOnlyList<LpplsFit> fits, LpplsFilter filter)
    {
        int[] signs = [.. fits.Select(filter.SignOf)];
        return new LpplsConfidence
        {
            End = end,
            Windows = fits.Count,
            Rising = signs.Count(s => s > 0),
            Falling = signs.Count(s => s < 0),
            Statuses = fits.CountBy(f => f.Status).ToDictionary(),
            Unverified = fits.Count(f => f.HasParameters && !f.Verified),
            OnBound = fits.Where((f, i) => signs[i] != 0 && f.Active != (0, 0, 0)).Count(),
            RisingShifts = Shifts(1),
            FallingShifts = Shifts(-1),
            Fits = fits,
        };

        double[] Shifts(int sign) => [.. fits.Where((_, i) => signs[i] == sign).Select(f => f.CriticalTime - f.T2).Order()];
    }
}
