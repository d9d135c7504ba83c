namespace Froth.Numerics;

/// <summary>
/// Centred cross moments of level, lagged steps and step, built row by row with running means (Welford 1962, Technometrics 4): slow beside
/// the sweeps, but no level shift or outburst of volatility costs digits.
/// </summary>
internal sealed class CrossMoments
{
    // A share of a sum of squares below this is rounding of doubles, not variation.
    private const double Rounding = 1e-13;

    private readonly int _lag;
    private readonly int _size;
    private readonly double[] _means;
    private readonly double[] _moments;
    private readonly double[] _row;
    private readonly double[] _factor;
    private readonly double _noise;

    /// <summary>No rows yet.</summary>
    /// <param name="lag">Lagged steps.</param>
    /// <param name="noise">Size of a step's error that rounding of the levels explains.</param>
    public CrossMoments(int lag, double noise)
    {
        (_lag, _size, _noise) = (lag, lag + 2, noise);
        (_means, _moments, _row, _factor) = (new double[_size], new double[_size * _size], new double[_size], new double[_size * _size]);
    }

    /// <summary>Rows taken.</summary>
    public int Count { get; private set; }

    /// <summary>Takes row <paramref name="r"/>; levels are measured from <paramref name="origin"/>.</summary>
    public void Add(ReadOnlySpan<double> levels, int r, double origin)
    {
        // In the order lags, level, step: elimination then runs down the diagonal.
        for (var m = 0; m < _lag; m++) _row[m] = levels[r - m] - levels[r - m - 1];
        _row[_lag] = levels[r] - origin;
        _row[_lag + 1] = levels[r + 1] - levels[r];
        Count++;
        for (var i = 0; i < _size; i++)
        {
            _row[i] -= _means[i];
            _means[i] += _row[i] / Count;
        }
        var weight = (Count - 1.0) / Count;
        for (var i = 0; i < _size; i++)
        {
            var scaled = weight * _row[i];
            for (var j = 0; j <= i; j++) _moments[i * _size + j] += scaled * _row[j];
        }
    }

    /// <summary>The t ratio of the level's coefficient, or why there is none.</summary>
    public WindowStatus Ratio(out double ratio)
    {
        ratio = double.NaN;
        var freedom = Count - 2 - _lag;
        if (freedom < 1) return WindowStatus.TooShort;
        Array.Copy(_moments, _factor, _moments.Length);
        for (var p = 0; p < _lag; p++)
        {
            if (!(At(p, p) > Rounding * _moments[p * _size + p])) return WindowStatus.CollinearLags;
            Eliminate(p);
        }
        double level = At(_lag, _lag), cross = At(_lag + 1, _lag), step = At(_lag + 1, _lag + 1);
        if (!(level > Rounding * _moments[_lag * _size + _lag])) return WindowStatus.ConstantLevel;
        var error = step - cross / level * cross;
        // Steps are differences of levels and carry the levels' rounding: an error of that size is none.
        if (!(error > Count * _noise * _noise) || !(error > Rounding * step)) return WindowStatus.ExactFit;
        ratio = cross / Math.Sqrt(level) * Math.Sqrt(freedom / error);
        return WindowStatus.Computed;
    }

    private double At(int i, int j) => _factor[i * _size + j];

    private void Eliminate(int p)
    {
        for (var i = p + 1; i < _size; i++)
        {
            var multiple = At(i, p) / At(p, p);
            for (var j = p + 1; j <= i; j++) _factor[i * _size + j] -= multiple * At(j, p);
        }
    }
}
