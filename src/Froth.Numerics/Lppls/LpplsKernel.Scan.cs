using System.Runtime.Intrinsics;

namespace Froth.Numerics;

internal sealed partial class LpplsKernel
{
    private const double SmallestDeterminant = 1e-12;

    /// <summary>
    /// The sum of squares at one tc for all exponents and a row of evenly spaced frequencies. From one frequency to the next each row's
    /// angle turns by the same amount, so sines and cosines come from a rotation, and all exponents share them.
    /// </summary>
    /// <param name="shift">(tc − t2)/dt.</param>
    /// <param name="powers">At most <see cref="MostPowers"/>.</param>
    /// <param name="frequency">The first frequency.</param>
    /// <param name="step">From one to the next.</param>
    /// <param name="sse">One row of frequencies an exponent; infinite where the columns depend on each other.</param>
    public void Scan(double shift, ReadOnlySpan<double> powers, double frequency, double step, Span<double> sse)
    {
        switch (Width)
        {
            case LaneWidth.Eight: Scan<Vector512<double>, EightLanes>(shift, powers, frequency, step, sse); break;
            case LaneWidth.Four: Scan<Vector256<double>, FourLanes>(shift, powers, frequency, step, sse); break;
            default: Scan<double, ScalarLanes>(shift, powers, frequency, step, sse); break;
        }
    }

    private void Scan<V, T>(double shift, ReadOnlySpan<double> powers, double frequency, double step, Span<double> sse)
        where V : struct
        where T : IBitLanes<V>
    {
        Distances<V, T>(shift);
        Span<double> fixedSums = stackalloc double[4 * MostPowers];
        for (var p = 0; p < powers.Length; p++) PowerColumns<V, T>(p, powers[p], fixedSums[(4 * p)..]);
        Angles<V, T>(frequency, Cosine, Sine);
        Angles<V, T>(step, TurnCosine, TurnSine);
        var count = sse.Length / powers.Length;
        for (var k = 0; k < count; k++)
        {
            for (var p = 0; p < powers.Length; p++) sse[p * count + k] = Unexplained<V, T>(p, fixedSums.Slice(4 * p, 4));
            if (k + 1 < count) Turn<V, T>();
        }
    }

    // The constant and the first column do not change with the frequency: what is left is a regression on two columns.
    private double Unexplained<V, T>(int place, ReadOnlySpan<double> fixedSums)
        where V : struct
        where T : IBitLanes<V>
    {
        Span<double> sums = stackalloc double[8];
        GridProducts<V, T>(place, sums);
        var (sum, perSquare, product) = (fixedSums[0], 1 / (fixedSums[1] - fixedSums[0] * fixedSums[0] / Weight), fixedSums[2]);
        var (mean2, mean3) = (sums[0] / Weight, sums[1] / Weight);
        var (along2, along3) = ((sums[2] - mean2 * sum) * perSquare, (sums[3] - mean3 * sum) * perSquare);
        var (cross2, cross3) = (sums[2] - mean2 * sum, sums[3] - mean3 * sum);
        var s22 = sums[4] - mean2 * sums[0] - along2 * cross2;
        var s23 = sums[5] - mean2 * sums[1] - along2 * cross3;
        // sin² + cos² = 1: the last square needs no sum of its own.
        var s33 = fixedSums[3] - sums[4] - mean3 * sums[1] - along3 * cross3;
        var (y2, y3) = (sums[6] - along2 * product, sums[7] - along3 * product);
        var determinant = s22 * s33 - s23 * s23;
        if (!(determinant > SmallestDeterminant * s22 * s33)) return double.PositiveInfinity;
        return Total - product * product * perSquare - (y2 * y2 * s33 - 2 * y2 * y3 * s23 + y3 * y3 * s22) / determinant;
    }

    // (x^m − 1)/m and x^m of one exponent; sum and square of the first, its product with the target, and the square of the second.
    private void PowerColumns<V, T>(int place, double power, Span<double> sums)
        where V : struct
        where T : IBitLanes<V>
    {
        ref var root = ref Start(Root);
        ref var log = ref Start(Log);
        ref var target = ref Start(Target);
        ref var first = ref Start(Grid + 2 * place);
        ref var whole = ref Start(Grid + 2 * place + 1);
        var (m, perPower, one, zero) = (T.Broadcast(power), T.Broadcast(1 / power), T.Broadcast(1), T.Broadcast(0));
        var (sum, square, product, wholeSquare) = (zero, zero, zero, zero);
        for (var i = 0; i < _stride; i += T.Count)
        {
            var q = T.Load(ref root, i);
            var less = LanesMath<V, T>.ExpLessOne(T.Multiply(T.Load(ref log, i), m));
            var f = T.Multiply(T.Add(less, one), q);
            var a = T.Multiply(T.Multiply(less, perPower), q);
            T.Store(a, ref first, i);
            T.Store(f, ref whole, i);
            sum = T.MultiplyAdd(q, a, sum);
            square = T.MultiplyAdd(a, a, square);
            product = T.MultiplyAdd(a, T.Load(ref target, i), product);
            wholeSquare = T.MultiplyAdd(f, f, wholeSquare);
        }

        (sums[0], sums[1], sums[2], sums[3]) = (T.Sum(sum), T.Sum(square), T.Sum(product), T.Sum(wholeSquare));
    }

    private void Angles<V, T>(double frequency, int cosine, int sine)
        where V : struct
        where T : IBitLanes<V>
    {
        ref var log = ref Start(Log);
        ref var toCosine = ref Start(cosine);
        ref var toSine = ref Start(sine);
        var w = T.Broadcast(frequency);
        for (var i = 0; i < _stride; i += T.Count)
        {
            T.Store(LanesMath<V, T>.SinCos(T.Multiply(T.Load(ref log, i), w), out var c), ref toSine, i);
            T.Store(c, ref toCosine, i);
        }
    }

    private void Turn<V, T>()
        where V : struct
        where T : IBitLanes<V>
    {
        ref var cosine = ref Start(Cosine);
        ref var sine = ref Start(Sine);
        ref var turnCosine = ref Start(TurnCosine);
        ref var turnSine = ref Start(TurnSine);
        for (var i = 0; i < _stride; i += T.Count)
        {
            var (c, s) = (T.Load(ref cosine, i), T.Load(ref sine, i));
            var (tc, ts) = (T.Load(ref turnCosine, i), T.Load(ref turnSine, i));
            T.Store(T.Subtract(T.Multiply(c, tc), T.Multiply(s, ts)), ref cosine, i);
            T.Store(T.MultiplyAdd(s, tc, T.Multiply(c, ts)), ref sine, i);
        }
    }

    private void GridProducts<V, T>(int place, Span<double> sums)
        where V : struct
        where T : IBitLanes<V>
    {
        ref var root = ref Start(Root);
        ref var target = ref Start(Target);
        ref var first = ref Start(Grid + 2 * place);
        ref var whole = ref Start(Grid + 2 * place + 1);
        ref var cosine = ref Start(Cosine);
        ref var sine = ref Start(Sine);
        var zero = T.Broadcast(0);
        var (q2, q3, s12, s13, s22, s23, y2, y3) = (zero, zero, zero, zero, zero, zero, zero, zero);
        for (var i = 0; i < _stride; i += T.Count)
        {
            var f = T.Load(ref whole, i);
            var (b, c) = (T.Multiply(f, T.Load(ref cosine, i)), T.Multiply(f, T.Load(ref sine, i)));
            var (a, q, y) = (T.Load(ref first, i), T.Load(ref root, i), T.Load(ref target, i));
            q2 = T.MultiplyAdd(q, b, q2);
            q3 = T.MultiplyAdd(q, c, q3);
            s12 = T.MultiplyAdd(a, b, s12);
            s13 = T.MultiplyAdd(a, c, s13);
            s22 = T.MultiplyAdd(b, b, s22);
            s23 = T.MultiplyAdd(b, c, s23);
            y2 = T.MultiplyAdd(y, b, y2);
            y3 = T.MultiplyAdd(y, c, y3);
        }

        (sums[0], sums[1], sums[2], sums[3]) = (T.Sum(q2), T.Sum(q3), T.Sum(s12), T.Sum(s13));
        (sums[4], sums[5], sums[6], sums[7]) = (T.Sum(s22), T.Sum(s23), T.Sum(y2), T.Sum(y3));
    }
}
