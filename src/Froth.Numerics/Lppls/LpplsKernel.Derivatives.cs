namespace Froth.Numerics;

internal sealed partial class LpplsKernel
{
    // With f = x^m, b and c the second and third column, v = 1/x and l = ln x, every derivative of the curve is a sum of f, b and c
    // times v, l, v², vl or l²; and because the residuals are orthogonal to the columns, so are gradient and curvature of such sums.
    private void Derivatives<V, T>(ref LpplsPoint point)
        where V : struct
        where T : IBitLanes<V>
    {
        Slopes<V, T>(ref point);
        Span<double> sums = stackalloc double[27];
        for (var k = 0; k < 3; k++) Along<V, T>(ByShift + k, sums[(4 * k)..]);
        Bent<V, T>(Whole, sums[12..]);
        Bent<V, T>(Second, sums[17..]);
        Bent<V, T>(Third, sums[22..]);
        LpplsCurvature.Complete(ref point, in _factor, sums[..12], sums[12..]);
    }

    // The curve's derivatives with the coefficients held, and their products among themselves.
    private void Slopes<V, T>(ref LpplsPoint point)
        where V : struct
        where T : IBitLanes<V>
    {
        ref var whole = ref Start(Whole);
        ref var first = ref Start(First);
        ref var second = ref Start(Second);
        ref var third = ref Start(Third);
        ref var log = ref Start(Log);
        ref var inverse = ref Start(Inverse);
        ref var byShift = ref Start(ByShift);
        ref var byPower = ref Start(ByPower);
        ref var byFrequency = ref Start(ByFrequency);
        var (m, w) = (point.Power, point.Frequency);
        var (a1, a2, a3) = (T.Broadcast(point.A1), T.Broadcast(point.A2), T.Broadcast(point.A3));
        var (alongSecond, alongThird) = (T.Broadcast(m * point.A2 + w * point.A3), T.Broadcast(m * point.A3 - w * point.A2));
        var (perPower, zero) = (T.Broadcast(point.A1 / m), T.Broadcast(0));
        var (h00, h01, h02, h11, h12, h22) = (zero, zero, zero, zero, zero, zero);
        for (var i = 0; i < _stride; i += T.Count)
        {
            var (f, b, c) = (T.Load(ref whole, i), T.Load(ref second, i), T.Load(ref third, i));
            var l = T.Load(ref log, i);
            var d0 = T.Multiply(T.Load(ref inverse, i), T.MultiplyAdd(a1, f, T.MultiplyAdd(alongSecond, b, T.Multiply(alongThird, c))));
            T.Store(d0, ref byShift, i);
            var d1 = T.Multiply(l, T.MultiplyAdd(perPower, f, T.MultiplyAdd(a2, b, T.Multiply(a3, c))));
            d1 = T.Subtract(d1, T.Multiply(perPower, T.Load(ref first, i)));
            T.Store(d1, ref byPower, i);
            var d2 = T.Multiply(l, T.Subtract(T.Multiply(a3, b), T.Multiply(a2, c)));
            T.Store(d2, ref byFrequency, i);
            h00 = T.MultiplyAdd(d0, d0, h00);
            h01 = T.MultiplyAdd(d0, d1, h01);
            h02 = T.MultiplyAdd(d0, d2, h02);
            h11 = T.MultiplyAdd(d1, d1, h11);
            h12 = T.MultiplyAdd(d1, d2, h12);
            h22 = T.MultiplyAdd(d2, d2, h22);
        }

        (point.H00, point.H01, point.H02) = (T.Sum(h00), T.Sum(h01), T.Sum(h02));
        (point.H11, point.H12, point.H22) = (T.Sum(h11), T.Sum(h12), T.Sum(h22));
    }

    // A derivative's products with the constant and the three columns.
    private void Along<V, T>(int column, Span<double> sums)
        where V : struct
        where T : IBitLanes<V>
    {
        ref var slope = ref Start(column);
        ref var root = ref Start(Root);
        ref var first = ref Start(First);
        ref var second = ref Start(Second);
        ref var third = ref Start(Third);
        var zero = T.Broadcast(0);
        var (q, a, b, c) = (zero, zero, zero, zero);
        for (var i = 0; i < _stride; i += T.Count)
        {
            var d = T.Load(ref slope, i);
            q = T.MultiplyAdd(d, T.Load(ref root, i), q);
            a = T.MultiplyAdd(d, T.Load(ref first, i), a);
            b = T.MultiplyAdd(d, T.Load(ref second, i), b);
            c = T.MultiplyAdd(d, T.Load(ref third, i), c);
        }

        (sums[0], sums[1], sums[2], sums[3]) = (T.Sum(q), T.Sum(a), T.Sum(b), T.Sum(c));
    }

    // A column's products with the residuals and v, l, v², vl, l².
    private void Bent<V, T>(int column, Span<double> sums)
        where V : struct
        where T : IBitLanes<V>
    {
        ref var from = ref Start(column);
        ref var residual = ref Start(Residual);
        ref var log = ref Start(Log);
        ref var inverse = ref Start(Inverse);
        var zero = T.Broadcast(0);
        var (bv, bl, bvv, bvl, bll) = (zero, zero, zero, zero, zero);
        for (var i = 0; i < _stride; i += T.Count)
        {
            var (v, l) = (T.Load(ref inverse, i), T.Load(ref log, i));
            var t = T.Multiply(T.Load(ref from, i), T.Load(ref residual, i));
            var (tv, tl) = (T.Multiply(t, v), T.Multiply(t, l));
            bv = T.Add(bv, tv);
            bl = T.Add(bl, tl);
            bvv = T.MultiplyAdd(tv, v, bvv);
            bvl = T.MultiplyAdd(tv, l, bvl);
            bll = T.MultiplyAdd(tl, l, bll);
        }

        (sums[0], sums[1], sums[2], sums[3], sums[4]) = (T.Sum(bv), T.Sum(bl), T.Sum(bvv), T.Sum(bvl), T.Sum(bll));
    }
}
