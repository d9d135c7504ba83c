namespace Froth.Numerics;

/// <summary>The supremum at one end date by plane rotations instead of sums: for the few ends where sums would lose digits or windows have no ratio.</summary>
/// <param name="Sup">The largest t ratio; NaN where no window has one.</param>
/// <param name="Whole">That of the window from the first level.</param>
/// <param name="Start">Start level of the window with the largest ratio; −1 where there is none.</param>
/// <param name="SetAside">Windows without a ratio.</param>
/// <param name="Status">Why no window has a ratio: the reason of the shortest.</param>
internal readonly record struct CarefulSup(double Sup, double Whole, int Start, int SetAside, WindowStatus Status)
{
    /// <summary>Works the supremum out.</summary>
    /// <param name="levels">The series.</param>
    /// <param name="noise">Size of a step's error that rounding of the levels explains.</param>
    /// <param name="lag">Lagged steps.</param>
    /// <param name="minimumWindow">Fewest rows.</param>
    /// <param name="end">End level.</param>
    public static CarefulSup At(ReadOnlySpan<double> levels, double noise, int lag, int minimumWindow, int end)
    {
        var rows = new RowFactor(lag, noise);
        double best = double.NaN, whole = double.NaN;
        var (start, setAside, why) = (-1, 0, WindowStatus.Computed);
        for (var r = end - 1; r >= lag; r--)
        {
            rows.Add(levels, r, levels[end - 1]);
            if (rows.Count < minimumWindow) continue;
            var status = rows.Ratio(out whole);
            if (status != WindowStatus.Computed)
            {
                setAside++;
                if (why == WindowStatus.Computed) why = status;
            }
            else if (!(whole <= best)) (best, start) = (whole, r - lag);
        }
        return new(best, whole, start, setAside, double.IsNaN(best) ? why : WindowStatus.Computed);
    }
}
