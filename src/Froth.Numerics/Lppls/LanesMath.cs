using System.Runtime.CompilerServices;

namespace Froth.Numerics;

/// <summary>
/// Logarithm, exponential, sine and cosine from their power series after the usual reductions, good to about one unit in the last place
/// where the fit uses them: positive normal numbers, exponents within ±700, angles within ±10^6.
/// </summary>
internal static class LanesMath<V, TLanes>
    where V : struct
    where TLanes : ILanes<V>
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
        var one = TLanes.Set(1);
        var s = TLanes.Div(TLanes.Sub(mantissa, one), TLanes.Add(mantissa, one));
        var z = TLanes.Mul(s, s);
        var p = TLanes.Set(2.0 / 21);
        p = Horner(p, z, 2.0 / 19);
        p = Horner(p, z, 2.0 / 17);
        p = Horner(p, z, 2.0 / 15);
        p = Horner(p, z, 2.0 / 13);
        p = Horner(p, z, 2.0 / 11);
        p = Horner(p, z, 2.0 / 9);
        p = Horner(p, z, 2.0 / 7);
        p = Horner(p, z, 2.0 / 5);
        p = Horner(p, z, 2.0 / 3);
        var rest = TLanes.Fma(TLanes.Mul(s, z), p, TLanes.Mul(k, TLanes.Set(Ln2Rest)));
        return TLanes.Fma(k, TLanes.Set(Ln2), TLanes.Add(TLanes.Add(s, s), rest));
    }

    /// <summary>e^x − 1, without loss near zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V ExpLessOne(V x)
    {
        var shifted = TLanes.Fma(x, TLanes.Set(1 / Ln2), TLanes.Set(Rounder));
        var k = TLanes.Sub(shifted, TLanes.Set(Rounder));
        var r = TLanes.Fma(k, TLanes.Set(-Ln2), x);
        r = TLanes.Fma(k, TLanes.Set(-Ln2Rest), r);
        var p = TLanes.Set(1.0 / 6227020800);
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
        p = TLanes.Fma(TLanes.Mul(r, r), p, r);
        var power = TLanes.PowerOfTwo(TLanes.Add(shifted, TLanes.Set(1023)));
        return TLanes.Fma(power, p, TLanes.Sub(power, TLanes.Set(1)));
    }

    /// <summary>Sine, and cosine of the same angle in radians.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V SinCos(V angle, out V cosine)
    {
        var shifted = TLanes.Fma(angle, TLanes.Set(1 / Pi), TLanes.Set(Rounder));
        var k = TLanes.Sub(shifted, TLanes.Set(Rounder));
        var r = TLanes.Fma(k, TLanes.Set(-Pi), angle);
        r = TLanes.Fma(k, TLanes.Set(-PiRest), r);
        var z = TLanes.Mul(r, r);
        var s = TLanes.Set(-1.0 / 121645100408832000);
        s = Horner(s, z, 1.0 / 355687428096000);
        s = Horner(s, z, -1.0 / 1307674368000);
        s = Horner(s, z, 1.0 / 6227020800);
        s = Horner(s, z, -1.0 / 39916800);
        s = Horner(s, z, 1.0 / 362880);
        s = Horner(s, z, -1.0 / 5040);
        s = Horner(s, z, 1.0 / 120);
        s = Horner(s, z, -1.0 / 6);
        s = TLanes.Fma(TLanes.Mul(s, z), r, r);
        var c = TLanes.Set(1.0 / 2432902008176640000);
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
    private static V Horner(V p, V x, double next) => TLanes.Fma(p, x, TLanes.Set(next));
}
