namespace Froth.Numerics;

/// <summary>Fits one window after the other in the same memory. Not for two threads at once.</summary>
internal sealed class LpplsFitter
{
    private const double LargestLog = 745;
    private const double SmallestSpread = 1e-26;

    private readonly LpplsKernel _kernel;
    private readonly LpplsSearch _search;
    private readonly LpplsBounds _bounds;

    public LpplsFitter(LpplsBox box, LpplsEffort effort, LaneWidth width = LaneWidth.Widest)
    {
        ArgumentNullException.ThrowIfNull(box);
        ArgumentNullException.ThrowIfNull(effort);
        box.Check();
        effort.Check();
        _bounds = box.Bounds;
        _kernel = new LpplsKernel(width);
        _search = new LpplsSearch(_kernel, effort);
    }

    public static void CheckTimes(ReadOnlySpan<double> times, int prices)
    {
        if (times.Length != prices) throw new ArgumentException($"{prices} log prices for {times.Length} times.", nameof(times));
        for (var i = 0; i < times.Length; i++)
        {
            if (!double.IsFinite(times[i])) throw new ArgumentException($"Time {i} is {times[i]}.", nameof(times));
            if (i > 0 && !(times[i] > times[i - 1])) throw new ArgumentException($"Time {i}, {times[i]}, is not after {times[i - 1]}.", nameof(times));
        }
    }

    /// <summary>Why a window cannot be fitted, or <see cref="LpplsStatus.Fitted"/>.</summary>
    public static LpplsStatus Judge(ReadOnlySpan<double> logPrices)
    {
        if (logPrices.Length < LpplsFit.FewestRows) return LpplsStatus.TooShort;
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var y in logPrices)
        {
            if (!double.IsFinite(y)) return LpplsStatus.Gap;
            (low, high) = (Math.Min(low, y), Math.Max(high, y));
        }

        if (Math.Max(-low, high) > LargestLog) return LpplsStatus.NotALogPrice;
        return low == high ? LpplsStatus.Constant : LpplsStatus.Fitted;
    }

    /// <summary>Where the descents of the window fitted last ended.</summary>
    public IReadOnlyList<LpplsPoint> Ends => _search.Ends;

    /// <summary>Fits a window whose times have been checked.</summary>
    public LpplsFit Fit(ReadOnlySpan<double> times, ReadOnlySpan<double> logPrices)
    {
        var status = Judge(logPrices);
        if (status != LpplsStatus.Fitted) return Empty(times, status);
        _kernel.Load(times, logPrices);
        // Prices that differ by rounding alone are as good as constant.
        if (_kernel.Total <= SmallestSpread * times.Length * Math.Max(1, _kernel.Mean * _kernel.Mean)) return Empty(times, LpplsStatus.Constant);
        var before = _kernel.Evaluations;
        var (point, verified, converged) = _search.Run(_bounds);
        if (!double.IsFinite(point.Sse)) return Empty(times, LpplsStatus.Dependent);
        _kernel.Value(ref point);
        return Result(times, point) with
        {
            Status = converged ? LpplsStatus.Fitted : LpplsStatus.NotConverged,
            Verified = verified,
            Evaluations = _kernel.Evaluations - before,
        };
    }

    /// <summary>Residuals of the window fitted last: log price less curve.</summary>
    public ReadOnlySpan<double> Residuals => _kernel.Residuals;

    private static LpplsFit Empty(ReadOnlySpan<double> times, LpplsStatus status) => new()
    {
        Status = status,
        T1 = times.Length > 0 ? times[0] : double.NaN,
        T2 = times.Length > 0 ? times[^1] : double.NaN,
        Rows = times.Length,
    };

    private LpplsFit Result(ReadOnlySpan<double> times, in LpplsPoint point)
    {
        var (mean, worst) = (0.0, 0.0);
        foreach (var r in _kernel.Residuals)
        {
            var error = Math.Abs(Math.Exp(r) - 1);
            (mean, worst) = (mean + error, Math.Max(worst, error));
        }

        return LpplsCurve.InTimes(point, times[0], times[^1], _kernel.Mean) with
        {
            Rows = times.Length,
            Active = _bounds.Active(point),
            MeanRelativeError = mean / times.Length,
            WorstRelativeError = worst,
        };
    }
}
