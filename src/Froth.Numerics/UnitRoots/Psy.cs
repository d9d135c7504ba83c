using System.Runtime.Intrinsics;

namespace Froth.Numerics;

/// <summary>
/// The recursive right-tailed unit-root tests for explosive behaviour: backward ADF and its suprema. Sources: Phillips, Wu and Yu (2011),
/// International Economic Review 52; Phillips, Shi and Yu (2015), International Economic Review 56.
/// </summary>
public static class Psy
{
    // Four units in the last place of a level.
    private const double LevelRounding = 4 * 2.220446049250313e-16;

    // The square of a step this many times smaller than the largest would vanish.
    private const double LargestRatio = 1e100;

    /// <summary>BADF, BSADF and their suprema for a series. O(T²) time, O(T) memory.</summary>
    /// <param name="levels">The series in time order: prices, their logarithms or ratios; finite.</param>
    /// <param name="settings">Lag, window, threads; null for lag 0 and the default window on one thread.</param>
    /// <param name="cancel">Stops the work between end dates.</param>
    /// <exception cref="ArgumentException">The series is too short, or a level is not finite or out of all proportion; the message names it.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static PsySequence Compute(ReadOnlySpan<double> levels, PsySettings? settings = null, CancellationToken cancel = default)
    {
        settings ??= new PsySettings();
        var window = settings.WindowFor(levels.Length);
        var series = new SeriesRows(levels.Length, settings.Lag, 1);
        series.Noise = LevelRounding * ScaleInto(levels, series.Levels);
        series.Arrange();
        var sequence = new PsySequence(levels.Length, window, settings.Lag);
        Widths(series, sequence, settings, cancel);
        return sequence;
    }

    /// <summary>A copy measured from the first level, in units of the power of two that makes the largest distance about one: neither changes a t ratio.</summary>
    /// <returns>The largest absolute level in those units; 0 for a constant series.</returns>
    internal static double ScaleInto(ReadOnlySpan<double> levels, Span<double> scaled)
    {
        double distance = 0, largest = 0;
        for (var i = 0; i < levels.Length; i++)
        {
            if (!double.IsFinite(levels[i])) throw new ArgumentException($"Level {i} is {levels[i]}; every level must be a finite number.", nameof(levels));
            // Halved, so that the distance of two huge numbers stays finite.
            scaled[i] = levels[i] / 2 - levels[0] / 2;
            distance = Math.Max(distance, Math.Abs(scaled[i]));
            largest = Math.Max(largest, Math.Abs(levels[i] / 2));
        }
        if (distance == 0) return 0;
        var exponent = Math.ILogB(distance);
        for (var i = 0; i < scaled.Length; i++) scaled[i] = Math.ScaleB(scaled[i], -exponent);
        RefuseDisproportion(levels, scaled);
        return Math.ScaleB(largest, -exponent);
    }

    private static void RefuseDisproportion(ReadOnlySpan<double> levels, ReadOnlySpan<double> scaled)
    {
        var (smallest, largest, at) = Steps(scaled);
        // Where the first level is the outlier, all others are swallowed: they differ, and their distances from it do not.
        if (largest > LargestRatio * smallest || Swallowed(levels, scaled))
        {
            // A step has two ends, and the larger is the stranger.
            if (Math.Abs(levels[at - 1]) > Math.Abs(levels[at])) at--;
            throw new ArgumentException($"Level {at} is {levels[at]:R}, out of all proportion to the other levels.", nameof(levels));
        }
    }

    private static (double Smallest, double Largest, int At) Steps(ReadOnlySpan<double> levels)
    {
        double smallest = double.PositiveInfinity, largest = 0;
        var at = 0;
        for (var i = 1; i < levels.Length; i++)
        {
            var step = Math.Abs(levels[i] - levels[i - 1]);
            if (step > 0) smallest = Math.Min(smallest, step);
            if (step > largest) (largest, at) = (step, i);
        }
        return (smallest, largest, at);
    }

    private static bool Swallowed(ReadOnlySpan<double> levels, ReadOnlySpan<double> scaled)
    {
        for (var i = 1; i < levels.Length; i++) if (levels[i] != levels[i - 1] && scaled[i] == scaled[i - 1]) return true;
        return false;
    }

    // Lanes are neighbouring ends, so a short series may have too few of them for a wide vector; and sums of many lags live in memory, where
    // wider is better.
    private static void Widths(SeriesRows series, PsySequence sequence, PsySettings settings, CancellationToken cancel)
    {
        var width = LaneWidths.Resolve(settings.Width);
        var many = series.Lag > 1;
        if (many && width == LaneWidth.Eight && Fits(16)) Over<PairLanes<EightLanes, Vector512<double>>, Pair<Vector512<double>>>();
        else if (many && width == LaneWidth.Four && Fits(16)) Over<PairLanes<PairLanes<FourLanes, Vector256<double>>, Pair<Vector256<double>>>, Pair<Pair<Vector256<double>>>>();
        else if (width == LaneWidth.Eight && Fits(8)) Over<EightLanes, Vector512<double>>();
        else if (width != LaneWidth.One && Fits(4)) Over<FourLanes, Vector256<double>>();
        else Over<ScalarLanes, double>();

        bool Fits(int lanes) => sequence.MinimumWindow > lanes && sequence.Bsadf.Length >= lanes;

        void Over<TLanes, TVector>()
            where TLanes : struct, ILanes<TVector>
            where TVector : struct
        {
            switch (series.Lag)
            {
                case 0: Groups<TLanes, SupModelLag0<TLanes, EndsOfOneSeries<TLanes, TVector>, TVector>, TVector>(series, sequence, settings.Threads, cancel); break;
                case 1: Groups<TLanes, SupModelLag1<TLanes, EndsOfOneSeries<TLanes, TVector>, TVector>, TVector>(series, sequence, settings.Threads, cancel); break;
                default: Groups<TLanes, SupModelLags<TLanes, EndsOfOneSeries<TLanes, TVector>, TVector>, TVector>(series, sequence, settings.Threads, cancel); break;
            }
        }
    }

    private static void Groups<TLanes, TModel, TVector>(SeriesRows series, PsySequence sequence, int threads, CancellationToken cancel)
        where TLanes : struct, ILanes<TVector>
        where TModel : struct, ISupModel<TLanes, EndsOfOneSeries<TLanes, TVector>, TVector, TModel>
        where TVector : struct
    {
        var tables = RowTables.Of(series.Length);
        var groups = (sequence.Bsadf.Length + TLanes.Count - 1) / TLanes.Count;
        if (threads == 1)
        {
            for (var g = groups - 1; g >= 0; g--)
            {
                cancel.ThrowIfCancellationRequested();
                One(g);
            }
            return;
        }
        // The latest ends have the most windows: they go first, so that no thread is left with a long one at the end.
        Parallel.For(0, groups, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel }, g => One(groups - 1 - g));

        void One(int group)
        {
            // The last group overlaps the one before: an end's result does not depend on its lane.
            var end = Math.Min(sequence.FirstEnd + group * TLanes.Count, series.Length - TLanes.Count);
            var found = default(SupLanes<TVector>);
            SupSweep<TLanes, EndsOfOneSeries<TLanes, TVector>, TModel, TVector>.Run(series, tables, end, sequence.MinimumWindow, ref found);
            var lanes = SupValues.Of<TLanes, TVector>(in found, stackalloc double[SupValues.Length * TLanes.Count]);
            for (var i = group * TLanes.Count; i < end - sequence.FirstEnd + TLanes.Count; i++) Record(series, sequence, end, i - (end - sequence.FirstEnd), i, lanes);
        }
    }

    private static void Record(SeriesRows series, PsySequence sequence, int firstEnd, int lane, int i, SupValues lanes)
    {
        if (!lanes.IsSound(lane))
        {
            var careful = CarefulSup.At(series.Levels, series.Noise, series.Lag, sequence.MinimumWindow, sequence.FirstEnd + i);
            (sequence.Bsadf[i], sequence.Badf[i], sequence.ArgmaxStart[i]) = (careful.Sup, careful.Whole, careful.Start);
            (sequence.SetAside[i], sequence.Status[i]) = (careful.SetAside, careful.Status);
            return;
        }
        sequence.Bsadf[i] = lanes.Sup(lane);
        sequence.Badf[i] = lanes.Whole(lane);
        sequence.ArgmaxStart[i] = firstEnd - sequence.Lag - lanes.Row(lane);
    }
}
