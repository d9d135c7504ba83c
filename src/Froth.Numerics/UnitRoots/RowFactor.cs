namespace Froth.Numerics;

/// <summary>
/// The triangular factor of a regression's rows, taken in one by one by plane rotations (Givens): slow beside the sweeps, but neither a level
/// shift nor an outburst of volatility, nor lags that nearly explain the level, cost the digits that squares and their differences would.
/// Source: Golub and Van Loan, Matrix Computations, 6.5.
/// </summary>
internal sealed class RowFactor
{
    // What is left of a column below this share of it is rounding of doubles, not variation.
    private const double Rounding = 1e-13;

    private readonly int _lag;
    private readonly int _size;
    private readonly double _noise;
    private readonly double[] _factor;
    private readonly double[] _row;
    private readonly double[] _squares;

    /// <summary>No rows yet.</summary>
    /// <param name="lag">Lagged steps.</param>
    /// <param name="noise">Size of a step's error that rounding of the levels explains.</param>
    public RowFactor(int lag, double noise)
    {
        // Columns: the constant, the lags, the level, the step.
        (_lag, _size, _noise) = (lag, lag + 3, noise);
        (_factor, _row, _squares) = (new double[_size * _size], new double[_size], new double[_size]);
    }

    /// <summary>Rows taken.</summary>
    public int Count { get; private set; }

    /// <summary>Takes row <paramref name="r"/>; levels are measured from <paramref name="origin"/>.</summary>
    public void Add(ReadOnlySpan<double> levels, int r, double origin)
    {
        _row[0] = 1;
        for (var m = 1; m <= _lag; m++) _row[m] = levels[r + 1 - m] - levels[r - m];
        _row[_lag + 1] = levels[r] - origin;
        _row[_lag + 2] = levels[r + 1] - levels[r];
        for (var i = 0; i < _size; i++) _squares[i] += _row[i] * _row[i];
        Count++;
        for (var p = 0; p < _size; p++) Rotate(p);
    }

    /// <summary>The t ratio of the level's coefficient, or why there is none.</summary>
    public WindowStatus Ratio(out double ratio)
    {
        ratio = double.NaN;
        var freedom = Count - 2 - _lag;
        if (freedom < 1) return WindowStatus.TooShort;
        for (var m = 1; m <= _lag; m++) if (!IsLeft(m)) return WindowStatus.CollinearLags;
        if (!IsLeft(_lag + 1)) return WindowStatus.ConstantLevel;
        var error = Math.Abs(At(_size - 1, _size - 1));
        // Steps are differences of levels and carry the levels' rounding: an error of that size is none.
        if (!IsLeft(_size - 1) || error <= Math.Sqrt(Count) * _noise) return WindowStatus.ExactFit;
        ratio = Math.Sign(At(_lag + 1, _lag + 1)) * At(_lag + 1, _lag + 2) / error * Math.Sqrt(freedom);
        return WindowStatus.Computed;
    }

    private bool IsLeft(int column) => Math.Abs(At(column, column)) > Rounding * Math.Sqrt(_squares[column]);

    private double At(int row, int column) => _factor[row * _size + column];

    // Turns the new row and row p of the factor until the new row's number in column p is nothing.
    private void Rotate(int p)
    {
        if (_row[p] == 0) return;
        var diagonal = At(p, p);
        var length = double.Hypot(diagonal, _row[p]);
        var (cosine, sine) = (diagonal / length, _row[p] / length);
        _factor[p * _size + p] = length;
        for (var j = p + 1; j < _size; j++)
        {
            var above = _factor[p * _size + j];
            _factor[p * _size + j] = cosine * above + sine * _row[j];
            _row[j] = cosine * _row[j] - sine * above;
        }
    }
}
