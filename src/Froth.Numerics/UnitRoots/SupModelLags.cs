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

    // Of lane constants y(end − j) − y(end), of levels at the window's first rows, of sums level × step j, of sums step i × step j (i ≤ j).
    private TVector[] _endLevels;
    private TVector[] _firstLevels;
    private TVector[] _levelSteps;
    private TVector[] _steps;
    private TVector[] _work;

    public readonly TVector LevelTotal => _levelSquares;

    public readonly TVector StepTotal => _steps[0];

    public static SupModelLags<TLanes, TLayout, TVector> At(SeriesRows series, int end)
    {
        var (lag, size) = (series.Lag, series.Lag + 2);
        var model = new SupModelLags<TLanes, TLayout, TVector>
        {
            _lag = lag,
            _end = TLayout.AtEnd(in series.Levels[0], end),
            _endLevels = new TVector[lag + 1],
            _firstLevels = new TVector[lag + 1],
            _levelSteps = new TVector[lag + 1],
            _steps = new TVector[(lag + 1) * (lag + 1)],
            _work = new TVector[size * size],
        };
        for (var j = 0; j <= lag; j++) model._endLevels[j] = TLanes.Subtract(TLayout.AtEnd(in series.Levels[0], end - j), model._end);
        return model;
    }

    public void Add(ref readonly double rows, nint stride, nint k) => AddWhereAny(in rows, stride, k, TLanes.Broadcast(1));

    public void AddWhereAny(ref readonly double rows, nint stride, nint k, TVector count)
    {
        var zero = TLanes.Broadcast(0);
        for (var j = 0; j <= _lag; j++) _firstLevels[j] = TLanes.Subtract(TLayout.Row(in rows, k + j), _end);
        var x = TLanes.SelectGreater(count, zero, _firstLevels[0], zero);
        _levels = TLanes.Add(_levels, x);
        _levelSquares = TLanes.MultiplyAdd(x, x, _levelSquares);
        ref readonly var step = ref RowPlane.Of(in rows, stride);
        for (var j = 0; j <= _lag; j++)
        {
            _levelSteps[j] = TLanes.MultiplyAdd(x, TLayout.Row(in step, k + j - 1), _levelSteps[j]);
            ref readonly var products = ref RowPlane.Of(in rows, (2 + j) * stride);
            for (var i = 0; i + j <= _lag; i++)
            {
                ref var sum = ref _steps[i * (_lag + 1) + i + j];
                sum = TLanes.Add(sum, TLanes.SelectGreater(count, zero, TLayout.Row(in products, k + i), zero));
            }
        }
    }

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

    private readonly void Moments(TVector count, out TVector a, out TVector b, out TVector c)
    {
        int size = _lag + 2, level = _lag, step = _lag + 1;
        var sums = _firstLevels.AsSpan();
        for (var j = 1; j <= _lag; j++)
        {
            var sumJ = TLanes.Subtract(_endLevels[j], sums[j]);
            for (var i = 1; i <= j; i++)
                _work[(j - 1) * size + i - 1] = Centred(count, _steps[i * (_lag + 1) + j], TLanes.Subtract(_endLevels[i], sums[i]), sumJ);
            _work[level * size + j - 1] = Centred(count, _levelSteps[j], _levels, sumJ);
            _work[step * size + j - 1] = Centred(count, _steps[j], TLanes.Subtract(_endLevels[0], sums[0]), sumJ);
        }
        var stepSum = TLanes.Subtract(_endLevels[0], sums[0]);
        _work[level * size + level] = Centred(count, _levelSquares, _levels, _levels);
        _work[step * size + level] = Centred(count, _levelSteps[0], _levels, stepSum);
        _work[step * size + step] = Centred(count, _steps[0], stepSum, stepSum);
        Eliminate(size);
        (a, b, c) = (_work[level * size + level], _work[step * size + level], _work[step * size + step]);
    }

    private static TVector Centred(TVector count, TVector product, TVector left, TVector right) =>
        TLanes.MultiplySubtract(count, product, TLanes.Multiply(left, right));

    private readonly void Eliminate(int size)
    {
        var one = TLanes.Broadcast(1);
        for (var p = 0; p < _lag; p++)
        {
            var inverse = TLanes.Divide(one, _work[p * size + p]);
            for (var i = p + 1; i < size; i++)
            {
                var multiple = TLanes.Multiply(_work[i * size + p], inverse);
                for (var j = p + 1; j <= i; j++) _work[i * size + j] = TLanes.SubtractProduct(_work[i * size + j], multiple, _work[j * size + p]);
            }
        }
    }
}
