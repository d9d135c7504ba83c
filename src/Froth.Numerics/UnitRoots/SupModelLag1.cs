using System.Runtime.CompilerServices;

namespace Froth.Numerics;

/// <summary>
/// One lag needs one running sum more, that of neighbouring steps; with g = d(r−1) the other sums telescope. The constant and the lag are
/// taken out by two by two determinants, without a division.
/// </summary>
internal struct SupModelLag1<TLanes, TLayout, TVector> : ISupModel<TLanes, TLayout, TVector, SupModelLag1<TLanes, TLayout, TVector>>
    where TLanes : struct, ILanes<TVector>
    where TLayout : struct, IRowLayout<TLanes, TVector>
    where TVector : struct
{
    private TVector _end;
    private TVector _lastStep;
    private TVector _x;
    private TVector _g;
    private TVector _levels;
    private TVector _levelSquares;
    private TVector _stepSquares;
    private TVector _neighbours;

    public readonly TVector LevelTotal => _levelSquares;

    public readonly TVector StepTotal => _stepSquares;

    public static SupModelLag1<TLanes, TLayout, TVector> At(ref readonly double end, int lag)
    {
        var level = TLayout.AtEnd(in end, 0);
        return new() { _end = level, _lastStep = TLanes.Subtract(level, TLayout.AtEnd(in end, -1)) };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ref readonly double end, nint stride, nint k)
    {
        _x = TLanes.Subtract(TLayout.Row(in end, -k), _end);
        _g = TLayout.Row(in RowPlane.Of(in end, stride), -k - 1);
        _levels = TLanes.Add(_levels, _x);
        _levelSquares = TLanes.MultiplyAdd(_x, _x, _levelSquares);
        _stepSquares = TLanes.Add(_stepSquares, TLayout.Row(in RowPlane.Of(in end, 2 * stride), -k));
        _neighbours = TLanes.Add(_neighbours, TLayout.Row(in RowPlane.Of(in end, 3 * stride), -k));
    }

    public void AddWhereAny(ref readonly double end, nint stride, nint k, TVector count)
    {
        var before = this;
        var zero = TLanes.Broadcast(0);
        Add(in end, stride, k);
        _levels = TLanes.SelectGreater(count, zero, _levels, before._levels);
        _levelSquares = TLanes.SelectGreater(count, zero, _levelSquares, before._levelSquares);
        _stepSquares = TLanes.SelectGreater(count, zero, _stepSquares, before._stepSquares);
        _neighbours = TLanes.SelectGreater(count, zero, _neighbours, before._neighbours);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Evaluate(TVector count, TVector half, TVector freedom, out TVector numerator, out TVector denominator)
    {
        Moments(count, half, out var a, out var b, out var c, out _);
        var bb = TLanes.Multiply(b, b);
        denominator = TLanes.NotNegative(TLanes.MultiplySubtract(a, c, bb));
        numerator = TLanes.WithSign(TLanes.Multiply(bb, freedom), b);
    }

    public readonly void LeftOver(TVector count, TVector half, out TVector level, out TVector error)
    {
        Moments(count, half, out var a, out var b, out var c, out var lag);
        var scale = TLanes.Multiply(lag, count);
        level = TLanes.Divide(a, scale);
        error = TLanes.Divide(TLanes.MultiplySubtract(a, c, TLanes.Multiply(b, b)), TLanes.Multiply(a, scale));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Moments(TVector count, TVector half, out TVector a, out TVector b, out TVector c, out TVector lag)
    {
        // Sums over the window: of d it is −x, of g it is g − lastStep − x; the rest as their names say, each times n and centred.
        var xx = TLanes.Multiply(_x, _x);
        var xg = TLanes.Multiply(_x, _g);
        var lagSum = TLanes.Subtract(TLanes.Subtract(_g, _lastStep), _x);
        var lagSquares = TLanes.MultiplyAdd(_g, _g, TLanes.SubtractProduct(_stepSquares, _lastStep, _lastStep));
        var levelLag = TLanes.Add(TLanes.Subtract(_stepSquares, xx), TLanes.Add(xg, xg));
        var levelLevel = TLanes.MultiplySubtract(count, _levelSquares, TLanes.Multiply(_levels, _levels));
        var levelStep = TLanes.SubtractProduct(TLanes.Multiply(_levels, _x), half, TLanes.Add(xx, _stepSquares));
        var stepStep = TLanes.MultiplySubtract(count, _stepSquares, xx);
        var levelWithLag = TLanes.SubtractProduct(TLanes.Multiply(half, levelLag), _levels, lagSum);
        var stepWithLag = TLanes.MultiplyAdd(count, _neighbours, TLanes.Multiply(_x, lagSum));
        lag = TLanes.MultiplySubtract(count, lagSquares, TLanes.Multiply(lagSum, lagSum));
        a = TLanes.MultiplySubtract(levelLevel, lag, TLanes.Multiply(levelWithLag, levelWithLag));
        b = TLanes.MultiplySubtract(levelStep, lag, TLanes.Multiply(levelWithLag, stepWithLag));
        c = TLanes.MultiplySubtract(stepStep, lag, TLanes.Multiply(stepWithLag, stepWithLag));
    }
}
