using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Froth.Numerics;

/// <summary>
/// One window's numbers and the columns of the curve at one place: variable projection after Golub and Pereyra (1973) with the
/// Jacobian that Kaufman (1975) shortened. Not for two threads at once.
/// </summary>
internal sealed partial class LpplsKernel
{
    // Columns of the store; each is padded with rows of weight zero, so that no width needs a remainder.
    private const int Lag = 0, Target = 1, Root = 2, Inverse = 3, Log = 4, First = 5, Second = 6, Third = 7;
    private const int ByShift = 8, ByPower = 9, ByFrequency = 10, Residual = 11;
    private const int Whole = 12, Cosine = 13, Sine = 14, TurnCosine = 15, TurnSine = 16, Grid = 17, Columns = Grid + 2 * MostPowers;

    /// <summary>Exponents that a scan can take at once.</summary>
    public const int MostPowers = 8;

    private const double SmallestDistance = 1e-12;

    private LpplsFactor _factor;
    private double[] _store = [];
    private int _rows;
    private int _stride;

    public LpplsKernel(LaneWidth width = LaneWidth.Widest) => Width = LaneWidths.Resolve(width);

    public LaneWidth Width { get; }

    public int Rows => _rows;

    /// <summary>Weighted mean of the target, taken off before everything else.</summary>
    public double Mean { get; private set; }

    /// <summary>Weighted sum of squares of the target about its mean.</summary>
    public double Total { get; private set; }

    /// <summary>Sum of the weights.</summary>
    public double Weight { get; private set; }

    public long Evaluations { get; private set; }

    /// <summary>Distance of each row from the last, in window lengths.</summary>
    public ReadOnlySpan<double> Lags => Column(Lag)[.._rows];

    public ReadOnlySpan<double> Targets => Column(Target)[.._rows];

    /// <summary>Residuals of the place evaluated last, each times the root of its weight.</summary>
    public ReadOnlySpan<double> Residuals => Column(Residual)[.._rows];

    /// <summary>Takes a window. Times increase strictly and all numbers are finite: the caller has looked.</summary>
    public void Load(ReadOnlySpan<double> times, ReadOnlySpan<double> values)
    {
        _rows = times.Length;
        _stride = (_rows + 7) / 8 * 8;
        if (_store.Length < _stride * Columns) _store = new double[_stride * Columns];
        var lag = Column(Lag);
        var last = times[^1];
        var length = last - times[0];
        for (var i = 0; i < _stride; i++) lag[i] = i < _rows ? (last - times[i]) / length : 1;
        Reload(values);
    }

    /// <summary>Takes other values, and weights if any, for the same times.</summary>
    public void Reload(ReadOnlySpan<double> values, ReadOnlySpan<double> weights = default)
    {
        var target = Column(Target);
        var root = Column(Root);
        root.Clear();
        for (var i = 0; i < _rows; i++) root[i] = weights.Length == 0 ? 1 : Math.Sqrt(weights[i]);
        var (weight, sum) = (0.0, 0.0);
        for (var i = 0; i < _rows; i++)
        {
            weight += root[i] * root[i];
            sum += root[i] * root[i] * (values[i] - values[0]);
        }

        var offset = sum / weight;
        (Weight, Mean, Total) = (weight, values[0] + offset, 0);
        target.Clear();
        for (var i = 0; i < _rows; i++)
        {
            target[i] = root[i] * (values[i] - values[0] - offset);
            Total += target[i] * target[i];
        }
    }

    /// <summary>Finds the coefficients, the residuals and their sum of squares at the point's three parameters.</summary>
    public void Value(ref LpplsPoint point)
    {
        Evaluations++;
        switch (Width)
        {
            case LaneWidth.Eight: Value<Vector512<double>, EightLanes>(ref point); break;
            case LaneWidth.Four: Value<Vector256<double>, FourLanes>(ref point); break;
            default: Value<double, ScalarLanes>(ref point); break;
        }
    }

    /// <summary>Finds the derivatives at the point valued last, where its sum of squares is finite.</summary>
    public void Derivatives(ref LpplsPoint point)
    {
        switch (Width)
        {
            case LaneWidth.Eight: Derivatives<Vector512<double>, EightLanes>(ref point); break;
            case LaneWidth.Four: Derivatives<Vector256<double>, FourLanes>(ref point); break;
            default: Derivatives<double, ScalarLanes>(ref point); break;
        }
    }

    private Span<double> Column(int column) => _store.AsSpan(column * _stride, _stride);

    private ref double Start(int column) => ref MemoryMarshal.GetReference(Column(column));
}
