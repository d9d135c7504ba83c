namespace Froth.Numerics;

/// <summary>
/// The lowest sum of squares in a box: every grid point that none of its neighbours undercuts is a candidate, the best few are followed
/// down. Nothing here is random, so the same window gives the same bits. Not for two threads at once.
/// </summary>
internal sealed class LpplsSearch(LpplsKernel kernel, LpplsEffort effort)
{
    // Two descents end in the same optimum when their sums of squares differ by less than this share.
    internal const double SameOptimum = 1e-8;
    private const double Loose = 1e-9;
    private const double Tight = 1e-15;
    private const int MostEvaluations = 100;

    // The log-periodic angle near tc turns with ln(tc − t), so distances from t2 are spaced by ratio down to this share of the window.
    private const double NearestShift = 1e-3;

    private readonly List<(double Sse, int Place)> _candidates = [];
    private double[] _sse = [];

    /// <summary>The best optimum, whether a second grid led to the same one, and whether its descent came to rest.</summary>
    public (LpplsPoint Point, bool Verified, bool Converged) Run(in LpplsBounds bounds)
    {
        var first = Grid(bounds, effort.Shifts, effort.Powers, effort.FrequencyStep, 0.5);
        if (!effort.Verify) return Polish(bounds, first, false);
        var second = Grid(bounds, effort.Shifts, effort.Powers, effort.FrequencyStep, 0);
        var best = second.Sse < first.Sse ? second : first;
        if (Same(first.Sse, second.Sse, kernel.Total)) return Polish(bounds, best, true);
        var third = Grid(bounds, 2 * effort.Shifts, Math.Min(effort.Powers + 2, LpplsKernel.MostPowers), effort.FrequencyStep / 2, 0.25);
        var known = best.Sse;
        if (third.Sse < best.Sse) best = third;
        return Polish(bounds, best, Same(known, third.Sse, kernel.Total));
    }

    internal static bool Same(double a, double b, double total) => Math.Abs(a - b) <= SameOptimum * Math.Min(a, b) + 1e-20 * total;

    private (LpplsPoint, bool, bool) Polish(in LpplsBounds bounds, in LpplsPoint from, bool verified)
    {
        if (double.IsPositiveInfinity(from.Sse)) return (from, false, false);
        var (point, converged) = LpplsDescent.Run(kernel, bounds, from, Tight, MostEvaluations);
        return (point, verified, converged);
    }

    // The best end of the descents from one grid's best candidates.
    private LpplsPoint Grid(in LpplsBounds bounds, int shifts, int powers, double step, double phase)
    {
        var grid = new LpplsGrid(bounds, shifts, powers, step, phase, NearestShift);
        if (_sse.Length < grid.Count) _sse = new double[grid.Count];
        var plane = grid.Powers.Length * grid.Frequencies;
        for (var s = 0; s < grid.Shifts.Length; s++)
        {
            kernel.Scan(grid.Shifts[s], grid.Powers, grid.FirstFrequency, grid.FrequencyStep, _sse.AsSpan(s * plane, plane));
        }

        _candidates.Clear();
        for (var i = 0; i < grid.Count; i++)
        {
            if (grid.IsLowest(_sse, i)) _candidates.Add((_sse[i], i));
        }

        _candidates.Sort();
        var best = new LpplsPoint { Sse = double.PositiveInfinity };
        for (var i = 0; i < _candidates.Count && i < effort.Starts; i++)
        {
            var (point, _) = LpplsDescent.Run(kernel, bounds, grid.At(_candidates[i].Place), Loose, MostEvaluations);
            if (point.Sse < best.Sse) best = point;
        }

        return best;
    }
}
