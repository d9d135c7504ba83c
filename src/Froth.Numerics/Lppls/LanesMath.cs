using System.Runtime.CompilerServices;

namespace Froth.Numerics;

/// <summary>
/// Logarithm, exponential, sine and cosine from their power series after the usual reductions, good to about one unit in the last place
/// where the fit uses them: positive normal numbers, exponents within ±700, angles within ±10^6.
/// </summary>
internal static class LanesMath<V, TLanes>
    where V : struct
    where TLanes : IBitLanes<V>
{
    // Adding this leaves a number rounded to an integer in the lowest bits.
    private const double Rounder = 6755399441055744.0;
    private const double Ln2 = 0.6931471805599453;
    private const double Ln2Rest = 2.3190468138462996e-17;
    private const double Pi = 3.141592653589793;
    private const double PiRest = 1.2246467991473532e-16;

    /// <summary>Natural logarithm: 2 artanh((x − 1)/(x + 1)) of the mantissa, and the exponent times ln 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Log(V x)
    {
        var mantissa = TLanes.Mantissa(x, out var k);
        var one = TLanes.Broadcast(1);
        var s = TLanes.Divide(TLanes.Subtract(mantissa, one), TLanes.Add(mantissa, one));
        var z = TLanes.Multiply(s, s);
        var p = TLanes.Broadcast(2.0 / 21);
        p = Horner(p, z, 2.0 / 19);
        p = Horner(p, z, 2.0 / 17);
        p = Horner(p, z, 2.0 / 15);
        p = Horner(p, z, 2.0 / 13);
        p = Horner(p, z, 2.0 / 11);
        p = Horner(p, z, 2.0 / 9);
        p = Horner(p, z, 2.0 / 7);
        p = Horner(p, z, 2.0 / 5);
        p = Horner(p, z, 2.0 / 3);
        var rest = TLanes.MultiplyAdd(TLanes.Multiply(s, z), p, TLanes.Multiply(k, TLanes.Broadcast(Ln2Rest)));
        return TLanes.MultiplyAdd(k, TLanes.Broadcast(Ln2), TLanes.Add(TLanes.Add(s, s), rest));
    }

    /// <summary>e^x − 1, without loss near zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V ExpLessOne(V x)
    {
        var shifted = TLanes.MultiplyAdd(x, TLanes.Broadcast(1 / Ln2), TLanes.Broadcast(Rounder));
        var k = TLanes.Subtract(shifted, TLanes.Broadcast(Rounder));
        var r = TLanes.MultiplyAdd(k, TLanes.Broadcast(-Ln2), x);
        r = TLanes.MultiplyAdd(k, TLanes.Broadcast(-Ln2Rest), r);
        var p = TLanes.Broadcast(1.0 / 6227020800);
        p = Horner(p, r, 1.0 / 479001600);
        p = Horner(p, r, 1.0 / 39916800);
        p = Horner(p, r, 1.0 / 3628800);
        p = Horner(p, r, 1.0 / 362880);
        p = Horner(p, r, 1.0 / 40320);
        p = Horner(p, r, 1.0 / 5040);
        p = Horner(p, r, 1.0 / 720);
        p = Horner(p, r, 1.0 / 120);
        p = Horner(p, r, 1.0 / 24);
        p = Horner(p, r, 1.0 / 6);
        p = Horner(p, r, 0.5);
        p = TLanes.MultiplyAdd(TLanes.Multiply(r, r), p, r);
        var power = TLanes.PowerOfTwo(TLanes.Add(shifted, TLanes.Broadcast(1023)));
        return TLanes.MultiplyAdd(power, p, TLanes.Subtract(power, TLanes.Broadcast(1)));
    }

    /// <summary>Sine, and cosine of the same angle in radians.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V SinCos(V angle, out V cosine)
    {
        var shifted = TLanes.MultiplyAdd(angle, TLanes.Broadcast(1 / Pi), TLanes.Broadcast(Rounder));
        var k = TLanes.Subtract(shifted, TLanes.Broadcast(Rounder));
        var r = TLanes.MultiplyAdd(k, TLanes.Broadcast(-Pi), angle);
        r = TLanes.MultiplyAdd(k, TLanes.Broadcast(-PiRest), r);
        var z = TLanes.Multiply(r, r);
        var s = TLanes.Broadcast(-1.0 / 121645100408832000);
        s = Horner(s, z, 1.0 / 355687428096000);
        s = Horner(s, z, -1.0 / 1307674368000);
        s = Horner(s, z, 1.0 / 6227020800);
        s = Horner(s, z, -1.0 / 39916800);
        s = Horner(s, z, 1.0 / 362880);
        s = Horner(s, z, -1.0 / 5040);
        s = Horner(s, z, 1.0 / 120);
        s = Horner(s, z, -1.0 / 6);
        s = TLanes.MultiplyAdd(TLanes.Multiply(s, z), r, r);
        var c = TLanes.Broadcast(1.0 / 2432902008176640000);
        c = Horner(c, z, -1.0 / 6402373705728000);
        c = Horner(c, z, 1.0 / 20922789888000);
        c = Horner(c, z, -1.0 / 87178291200);
        c = Horner(c, z, 1.0 / 479001600);
        c = Horner(c, z, -1.0 / 3628800);
        c = Horner(c, z, 1.0 / 40320);
        c = Horner(c, z, -1.0 / 720);
        c = Horner(c, z, 1.0 / 24);
        c = Horner(c, z, -0.5);
        c = Horner(c, z, 1);
        cosine = TLanes.NegateIfOdd(c, shifted);
        return TLanes.NegateIfOdd(s, shifted);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Horner(V p, V x, double next) => TLanes.MultiplyAdd(p, x, TLanes.Broadcast(next));
}
