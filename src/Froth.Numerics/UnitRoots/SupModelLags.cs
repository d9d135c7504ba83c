using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Froth.Numerics;

/// <summary>
/// Any number of lags: running sums of all products of steps, elimination of the lags lane by lane. What is summed over the window of a
/// lagged step telescopes; the products of steps d(r−i)·d(r−j) are those of distance j − i, i rows earlier.
/// </summary>
internal struct SupModelLags<TLanes, TLayout, TVector> : ISupModel<TLanes, TLayout, TVector, SupModelLags<TLanes, TLayout, TVector>>
    where TLanes : struct, ILanes<TVector>
    where TLayout : struct, IRowLayout<TLanes, TVector>
    where TVector : struct
{
    private int _lag;
    private TVector _end;
    private TVector _levels;
    private TVector _levelSquares;

    // One room for all, in this order: y(end − j) − y(end); sums level × step j; sums of products of steps, by distance and first lag;
    // sums of a window's steps j; the triangle under elimination.
    private TVector[] _room;

    public readonly TVector LevelTotal => _levelSquares;

    public readonly TVector StepTotal => _room[2 * (_lag + 1)];

    // Places in the room.
    private readonly nint LevelSteps => _lag + 1;

    private readonly nint Products => 2 * (_lag + 1);

    private readonly nint StepSums => Products + (_lag + 1) * (_lag + 2) / 2;

    private readonly nint Triangle => StepSums + _lag + 1;

    public static SupModelLags<TLanes, TLayout, TVector> At(ref readonly double end, int lag)
    {
        var model = new SupModelLags<TLanes, TLayout, TVector> { _lag = lag, _end = TLayout.AtEnd(in end, 0), _room = [] };
        model._room = new TVector[model.Triangle + (lag + 2) * (lag + 2)];
        for (var j = 0; j <= lag; j++) model._room[j] = TLanes.Subtract(TLayout.AtEnd(in end, -j), model._end);
        return model;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ref readonly double end, nint stride, nint k) => AddWhereAny(in end, stride, k, TLanes.Broadcast(1));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddWhereAny(ref readonly double end, nint stride, nint k, TVector count)
    {
        var zero = TLanes.Broadcast(0);
        var one = TLanes.SelectGreater(count, zero, TLanes.Broadcast(1), zero);
        ref var room = ref MemoryMarshal.GetArrayDataReference(_room);
        ref var levelSteps = ref Unsafe.Add(ref room, LevelSteps);
        ref var product = ref Unsafe.Add(ref room, Products);
        ref var stepSum = ref Unsafe.Add(ref room, StepSums);
        ref readonly var step = ref RowPlane.Of(in end, stride);
        var x = TLanes.Multiply(one, TLanes.Subtract(TLayout.Row(in end, -k), _end));
        _levels = TLanes.Add(_levels, x);
        _levelSquares = TLanes.MultiplyAdd(x, x, _levelSquares);
        for (nint j = 0; j <= _lag; j++)
        {
            Unsafe.Add(ref levelSteps, j) = TLanes.MultiplyAdd(x, TLayout.Row(in step, -k - j), Unsafe.Add(ref levelSteps, j));
            Unsafe.Add(ref stepSum, j) = TLanes.Subtract(Unsafe.Add(ref room, j), TLanes.Subtract(TLayout.Row(in end, -k - j), _end));
            ref readonly var products = ref RowPlane.Of(in end, (2 + j) * stride);
            for (nint i = 0; i + j <= _lag; i++)
            {
                product = TLanes.MultiplyAdd(one, TLayout.Row(in products, -k - i), product);
                product = ref Unsafe.Add(ref product, 1);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Evaluate(TVector count, TVector half, TVector freedom, out TVector numerator, out TVector denominator)
    {
        Moments(count, out var a, out var b, out var c);
        var bb = TLanes.Multiply(b, b);
        denominator = TLanes.NotNegative(TLanes.MultiplySubtract(a, c, bb));
        numerator = TLanes.WithSign(TLanes.Multiply(bb, freedom), b);
    }

    public readonly void LeftOver(TVector count, TVector half, out TVector level, out TVector error)
    {
        Moments(count, out var a, out var b, out var c);
        level = TLanes.Divide(a, count);
        error = TLanes.Divide(TLanes.SubtractProduct(c, TLanes.Divide(b, a), b), count);
    }

    // n times the centred products, in the order lag 1, …, lag k, level, step, below the diagonal; then the lags are eliminated.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Moments(TVector count, out TVector a, out TVector b, out TVector c)
    {
        nint lag = _lag, size = lag + 2;
        ref var room = ref MemoryMarshal.GetArrayDataReference(_room);
        ref var levelSteps = ref Unsafe.Add(ref room, LevelSteps);
        ref var stepSums = ref Unsafe.Add(ref room, StepSums);
        ref var work = ref Unsafe.Add(ref room, Triangle);
        ref var products = ref Unsafe.Add(ref room, Products);
        ref var level = ref Unsafe.Add(ref work, lag * size);
        ref var step = ref Unsafe.Add(ref level, size);
        var stepSum = stepSums;
        Unsafe.Add(ref step, lag) = Centred(count, levelSteps, _levels, stepSum);
        Unsafe.Add(ref step, lag + 1) = Centred(count, products, stepSum, stepSum);
        Unsafe.Add(ref level, lag) = Centred(count, _levelSquares, _levels, _levels);
        for (nint j = 1; j <= lag; j++)
        {
            var sum = Unsafe.Add(ref stepSums, j);
            Unsafe.Add(ref level, j - 1) = Centred(count, Unsafe.Add(ref levelSteps, j), _levels, sum);
            // Distance j starts after the longer rows of all smaller distances.
            Unsafe.Add(ref step, j - 1) = Centred(count, Unsafe.Add(ref products, j * (lag + 1) - j * (j - 1) / 2), stepSum, sum);
            for (nint i = j; i <= lag; i++)
            {
                var distance = i - j;
                var product = Unsafe.Add(ref products, distance * (lag + 1) - distance * (distance - 1) / 2 + j);
                Unsafe.Add(ref work, (i - 1) * size + j - 1) = Centred(count, product, Unsafe.Add(ref stepSums, i), sum);
            }
        }
        Eliminate(ref work, lag);
        (a, b, c) = (Unsafe.Add(ref level, lag), Unsafe.Add(ref step, lag), Unsafe.Add(ref step, lag + 1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Centred(TVector count, TVector product, TVector left, TVector right) =>
        TLanes.MultiplySubtract(count, product, TLanes.Multiply(left, right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Eliminate(ref TVector work, nint lag)
    {
        var size = lag + 2;
        for (nint p = 0; p < lag; p++)
        {
            var inverse = TLanes.Divide(TLanes.Broadcast(1), Unsafe.Add(ref work, p * size + p));
            for (var i = p + 1; i < size; i++)
            {
                ref var row = ref Unsafe.Add(ref work, i * size);
                var multiple = TLanes.Multiply(Unsafe.Add(ref row, p), inverse);
                ref var column = ref Unsafe.Add(ref work, (p + 1) * size + p);
                for (var j = p + 1; j <= i; j++)
                {
                    Unsafe.Add(ref row, j) = TLanes.SubtractProduct(Unsafe.Add(ref row, j), multiple, column);
                    column = ref Unsafe.Add(ref column, size);
                }
            }
        }
    }
}
