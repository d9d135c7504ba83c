namespace Froth.Numerics;

/// <summary>The supremum at one end date with running means instead of sums: for the few ends where sums would lose digits or windows have no ratio.</summary>
internal static class CarefulSup
{
    /// <summary>Fills entry <paramref name="i"/> of a sequence.</summary>
    public static void At(SeriesRows series, PsySequence sequence, int i)
    {
        var end = sequence.FirstEnd + i;
        var levels = series.Levels;
        var moments = new CrossMoments(sequence.Lag, series.Noise);
        double best = double.NaN, whole = double.NaN;
        var (start, setAside, why) = (-1, 0, WindowStatus.Computed);
        for (var r = end - 1; r >= sequence.Lag; r--)
        {
            moments.Add(levels, r, levels[end]);
            if (moments.Count < sequence.MinimumWindow) continue;
            var status = moments.Ratio(out whole);
            if (status != WindowStatus.Computed)
            {
                setAside++;
                if (why == WindowStatus.Computed) why = status;
            }
            else if (!(whole <= best)) (best, start) = (whole, r - sequence.Lag);
        }
        (sequence.Bsadf[i], sequence.Badf[i], sequence.ArgmaxStart[i], sequence.SetAside[i]) = (best, whole, start, setAside);
        sequence.Status[i] = double.IsNaN(best) ? why : WindowStatus.Computed;
    }
}
