namespace Froth.Numerics;

/// <summary>
/// The lowest sum of squares in a box: every grid point that none of its neighbours undercuts is a candidate, the best few are followed
/// down. Nothing here is random, so the same window gives the same bits. Not for two threads at once.
/// </summary>
internal sealed class LpplsSearch(LpplsKernel kernel, LpplsEffort effort)
{
    // Two descents end in the same optimum when their sums of squares differ by less than this share.
    private const double SameOptimum = 1e-8;
    private const double Loose = 1e-9;
    private const double Tight = 1e-15;
    private const int MostEvaluations = 100;

    // The log-periodic angle near tc turns with ln(tc − t), so distances from t2 are spaced by ratio down to this share of the window.
    private const double NearestShift = 1e-3;

    private const int ValleyShifts = 28;
    private const double ValleyPower = 0.15;
    private const double ValleyFrequency = 0.6;
    private const double ValleyStep = 0.12;
    private const int ValleyStarts = 6;

    private readonly List<(double Sse, int Place)> _candidates = [];
    private readonly List<LpplsPoint> _ends = [];
    private double[] _sse = [];

    /// <summary>Where every descent of the last run ended.</summary>
    public IReadOnlyList<LpplsPoint> Ends => _ends;

    /// <summary>The best optimum, whether a second grid led to the same one, and whether its descent came to rest.</summary>
    public (LpplsPoint Point, bool Verified, bool Converged) Run(in LpplsBounds bounds)
    {
        _ends.Clear();
        var (shifts, powers, step) = (effort.Shifts, effort.Powers, effort.FrequencyStep);
        var first = Valley(bounds, Whole(bounds, shifts, powers, step, 0.5));
        if (!effort.Verify) return Polish(bounds, first, false);
        var second = Whole(bounds, shifts, powers, step, 0);
        if (!Same(first, second)) second = Valley(bounds, second);
        var best = Lower(first, second);
        if (Same(first, second)) return Polish(bounds, best, true);
        var third = Valley(bounds, Whole(bounds, 2 * shifts, Math.Min(powers + 2, LpplsKernel.MostPowers), step / 2, 0.25));
        return Polish(bounds, Lower(best, third), Same(best, third));
    }

    private static LpplsPoint Lower(in LpplsPoint a, in LpplsPoint b) => b.Sse < a.Sse ? b : a;

    private bool Same(in LpplsPoint a, in LpplsPoint b) => Math.Abs(a.Sse - b.Sse) <= SameOptimum * Math.Min(a.Sse, b.Sse) + 1e-20 * kernel.Total;

    private LpplsPoint Whole(in LpplsBounds bounds, int shifts, int powers, double step, double phase) =>
        Follow(bounds, new LpplsGrid(bounds, shifts, powers, step, phase, NearestShift), effort.Starts);

    // Near t2 the last few rows' angles turn fast with tc, so that one hollow holds several optima with nearly the same exponent and
    // frequency: a narrow grid around the best one sees them.
    private LpplsPoint Valley(in LpplsBounds bounds, in LpplsPoint from)
    {
        if (double.IsPositiveInfinity(from.Sse)) return from;
        var around = bounds with
        {
            PowerLow = Math.Max(from.Power - ValleyPower, bounds.PowerLow),
            PowerHigh = Math.Min(from.Power + ValleyPower, bounds.PowerHigh),
            FrequencyLow = Math.Max(from.Frequency - ValleyFrequency, bounds.FrequencyLow),
            FrequencyHigh = Math.Min(from.Frequency + ValleyFrequency, bounds.FrequencyHigh),
        };
        var grid = new LpplsGrid(around, ValleyShifts, 3, ValleyStep, 0, NearestShift);
        return Lower(from, Follow(bounds, grid, ValleyStarts));
    }

    private (LpplsPoint, bool, bool) Polish(in LpplsBounds bounds, in LpplsPoint from, bool verified)
    {
        if (double.IsPositiveInfinity(from.Sse)) return (from, false, false);
        var (point, converged) = LpplsDescent.Run(kernel, bounds, from, Tight, MostEvaluations);
        return (point, verified, converged);
    }

    // The best end of the descents from a grid's best candidates.
    private LpplsPoint Follow(in LpplsBounds bounds, in LpplsGrid grid, int starts)
    {
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
        for (var i = 0; i < _candidates.Count && i < starts; i++)
        {
            var (point, _) = LpplsDescent.Run(kernel, bounds, grid.At(_candidates[i].Place), Loose, MostEvaluations);
            if (point.Sse < best.Sse) best = point;
            _ends.Add(point);
        }

        return best;
    }
}
