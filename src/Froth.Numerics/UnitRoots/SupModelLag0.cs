using System.Runtime.CompilerServices;

namespace Froth.Numerics;

/// <summary>
/// Without lags three running sums are enough. With x = y(r) − y(end) the steps add up to −x of the window's first row, and the product of
/// level and step telescopes: Σ x·d = −½(x² + Σ d²).
/// </summary>
internal struct SupModelLag0<TLanes, TLayout, TVector> : ISupModel<TLanes, TLayout, TVector, SupModelLag0<TLanes, TLayout, TVector>>
    where TLanes : struct, ILanes<TVector>
    where TLayout : struct, IRowLayout<TLanes, TVector>
    where TVector : struct
{
    private TVector _end;
    private TVector _x;
    private TVector _levels;
    private TVector _levelSquares;
    private TVector _stepSquares;

    public readonly TVector LevelTotal => _levelSquares;

    public readonly TVector StepTotal => _stepSquares;

    public static SupModelLag0<TLanes, TLayout, TVector> At(ref readonly double end, int lag) => new() { _end = TLayout.AtEnd(in end, 0) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ref readonly double end, nint stride, nint k)
    {
        _x = TLanes.Subtract(TLayout.Row(in end, -k), _end);
        _levels = TLanes.Add(_levels, _x);
        _levelSquares = TLanes.MultiplyAdd(_x, _x, _levelSquares);
        _stepSquares = TLanes.Add(_stepSquares, TLayout.Row(in RowPlane.Of(in end, 2 * stride), -k));
    }

    public void AddWhereAny(ref readonly double end, nint stride, nint k, TVector count)
    {
        var before = this;
        var zero = TLanes.Broadcast(0);
        Add(in end, stride, k);
        _levels = TLanes.SelectGreater(count, zero, _levels, before._levels);
        _levelSquares = TLanes.SelectGreater(count, zero, _levelSquares, before._levelSquares);
        _stepSquares = TLanes.SelectGreater(count, zero, _stepSquares, before._stepSquares);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Evaluate(TVector count, TVector half, TVector freedom, out TVector numerator, out TVector denominator)
    {
        Moments(count, half, out var a, out var b, out var c);
        var bb = TLanes.Multiply(b, b);
        denominator = TLanes.NotNegative(TLanes.MultiplySubtract(a, c, bb));
        numerator = TLanes.WithSign(TLanes.Multiply(bb, freedom), b);
    }

    public readonly void LeftOver(TVector count, TVector half, out TVector level, out TVector error)
    {
        Moments(count, half, out var a, out var b, out var c);
        level = TLanes.Divide(a, count);
        error = TLanes.Divide(TLanes.MultiplySubtract(a, c, TLanes.Multiply(b, b)), TLanes.Multiply(a, count));
    }

    // n times the centred sums: of level with level, level with step, step with step.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Moments(TVector count, TVector half, out TVector a, out TVector b, out TVector c)
    {
        var xx = TLanes.Multiply(_x, _x);
        b = TLanes.SubtractProduct(TLanes.Multiply(_levels, _x), half, TLanes.Add(xx, _stepSquares));
        a = TLanes.MultiplySubtract(count, _levelSquares, TLanes.Multiply(_levels, _levels));
        c = TLanes.MultiplySubtract(count, _stepSquares, xx);
    }
}
