namespace Froth.Numerics;

internal sealed partial class LpplsKernel
{
    private void Value<V, T>(ref LpplsPoint point)
        where V : struct
        where T : IBitLanes<V>
    {
        Distances<V, T>(point.Shift);
        Curves<V, T>(point.Power, point.Frequency);
        Span<double> sums = stackalloc double[12];
        Products<V, T>(sums);
        _factor = new LpplsFactor(sums, Weight);
        if (!_factor.IsSound)
        {
            point.Sse = double.PositiveInfinity;
            return;
        }

        (point.A1, point.A2, point.A3) = _factor.Solve(sums[9], sums[10], sums[11]);
        point.A0 = -(point.A1 * sums[0] + point.A2 * sums[1] + point.A3 * sums[2]) / Weight;
        point.Sse = Remainder<V, T>(in point);
    }

    // 1/x with its sign, and ln |x|.
    private void Distances<V, T>(double shift)
        where V : struct
        where T : IBitLanes<V>
    {
        ref var lag = ref Start(Lag);
        ref var inverse = ref Start(Inverse);
        ref var log = ref Start(Log);
        var (by, smallest) = (T.Broadcast(shift), T.Broadcast(SmallestDistance));
        for (var i = 0; i < _stride; i += T.Count)
        {
            var x = T.Add(T.Load(ref lag, i), by);
            var distance = T.Max(T.Magnitude(x), smallest);
            T.Store(LanesMath<V, T>.Log(distance), ref log, i);
            T.Store(T.Divide(x, T.Multiply(distance, distance)), ref inverse, i);
        }
    }

    // (x^m − 1)/m, x^m cos, x^m sin, each times the root of the row's weight.
    private void Curves<V, T>(double power, double frequency)
        where V : struct
        where T : IBitLanes<V>
    {
        ref var root = ref Start(Root);
        ref var log = ref Start(Log);
        ref var first = ref Start(First);
        ref var second = ref Start(Second);
        ref var third = ref Start(Third);
        ref var whole = ref Start(Whole);
        var (m, perPower, w, one) = (T.Broadcast(power), T.Broadcast(1 / power), T.Broadcast(frequency), T.Broadcast(1));
        for (var i = 0; i < _stride; i += T.Count)
        {
            var (l, q) = (T.Load(ref log, i), T.Load(ref root, i));
            var less = LanesMath<V, T>.ExpLessOne(T.Multiply(l, m));
            var f = T.Multiply(T.Add(less, one), q);
            var sine = LanesMath<V, T>.SinCos(T.Multiply(l, w), out var cosine);
            T.Store(T.Multiply(T.Multiply(less, perPower), q), ref first, i);
            T.Store(f, ref whole, i);
            T.Store(T.Multiply(f, cosine), ref second, i);
            T.Store(T.Multiply(f, sine), ref third, i);
        }
    }

    // Sums of the columns, of their products and of their products with the target.
    private void Products<V, T>(Span<double> sums)
        where V : struct
        where T : IBitLanes<V>
    {
        ref var root = ref Start(Root);
        ref var first = ref Start(First);
        ref var second = ref Start(Second);
        ref var third = ref Start(Third);
        ref var target = ref Start(Target);
        var zero = T.Broadcast(0);
        var (q1, q2, q3, s11, s12, s13) = (zero, zero, zero, zero, zero, zero);
        var (s22, s23, s33, y1, y2, y3) = (zero, zero, zero, zero, zero, zero);
        for (var i = 0; i < _stride; i += T.Count)
        {
            var (a, b, c) = (T.Load(ref first, i), T.Load(ref second, i), T.Load(ref third, i));
            var q = T.Load(ref root, i);
            q1 = T.MultiplyAdd(q, a, q1);
            q2 = T.MultiplyAdd(q, b, q2);
            q3 = T.MultiplyAdd(q, c, q3);
            s11 = T.MultiplyAdd(a, a, s11);
            s12 = T.MultiplyAdd(a, b, s12);
            s13 = T.MultiplyAdd(a, c, s13);
            s22 = T.MultiplyAdd(b, b, s22);
            s23 = T.MultiplyAdd(b, c, s23);
            s33 = T.MultiplyAdd(c, c, s33);
            var y = T.Load(ref target, i);
            y1 = T.MultiplyAdd(y, a, y1);
            y2 = T.MultiplyAdd(y, b, y2);
            y3 = T.MultiplyAdd(y, c, y3);
        }

        (sums[0], sums[1], sums[2], sums[3], sums[4], sums[5]) = (T.Sum(q1), T.Sum(q2), T.Sum(q3), T.Sum(s11), T.Sum(s12), T.Sum(s13));
        (sums[6], sums[7], sums[8], sums[9], sums[10], sums[11]) = (T.Sum(s22), T.Sum(s23), T.Sum(s33), T.Sum(y1), T.Sum(y2), T.Sum(y3));
    }

    // Residuals, and the sum of their squares.
    private double Remainder<V, T>(in LpplsPoint point)
        where V : struct
        where T : IBitLanes<V>
    {
        ref var root = ref Start(Root);
        ref var first = ref Start(First);
        ref var second = ref Start(Second);
        ref var third = ref Start(Third);
        ref var target = ref Start(Target);
        ref var residual = ref Start(Residual);
        var (a0, a1, a2, a3) = (T.Broadcast(-point.A0), T.Broadcast(-point.A1), T.Broadcast(-point.A2), T.Broadcast(-point.A3));
        var sse = T.Broadcast(0);
        for (var i = 0; i < _stride; i += T.Count)
        {
            var r = T.MultiplyAdd(a0, T.Load(ref root, i), T.Load(ref target, i));
            r = T.MultiplyAdd(a1, T.Load(ref first, i), r);
            r = T.MultiplyAdd(a2, T.Load(ref second, i), r);
            r = T.MultiplyAdd(a3, T.Load(ref third, i), r);
            T.Store(r, ref residual, i);
            sse = T.MultiplyAdd(r, r, sse);
        }

        return T.Sum(sse);
    }
}
