using System.Runtime.CompilerServices;

namespace Froth.Numerics;

/// <summary>How many numbers the curve's kernel works on at once.</summary>
internal enum LaneWidth
{
    /// <summary>One: any processor.</summary>
    One = 1,

    /// <summary>Four: AVX2.</summary>
    Four = 4,

    /// <summary>Eight: AVX-512.</summary>
    Eight = 8,
}

/// <summary>
/// The few operations that the kernel is written in. Every width does the same operations on each number, fused multiply-adds
/// included, so a single number comes out the same bits in each; only the order of sums differs.
/// </summary>
internal interface ILanes<V>
    where V : struct
{
    static abstract int Count { get; }

    static abstract V Load(ref double from, int at);

    static abstract void Store(V value, ref double to, int at);

    static abstract V Set(double value);

    static abstract V Add(V a, V b);

    static abstract V Sub(V a, V b);

    static abstract V Mul(V a, V b);

    static abstract V Div(V a, V b);

    /// <summary>a·b + c with one rounding.</summary>
    static abstract V Fma(V a, V b, V c);

    static abstract V Abs(V a);

    static abstract V Max(V a, V b);

    static abstract double Sum(V a);

    /// <summary>Takes a positive number apart into 2^exponent times a mantissa between √½ and √2.</summary>
    static abstract V Mantissa(V value, out V exponent);

    /// <summary>2^k of a number that had 2^52 + 2^51 + 1023 added, so that k + 1023 stands in its lowest bits.</summary>
    static abstract V PowerOfTwo(V shifted);

    /// <summary>The value, negated where the lowest bit of the other is set.</summary>
    static abstract V NegateIfOdd(V value, V shifted);
}

/// <summary>What all widths share: how the bits of a double are laid out.</summary>
internal static class LaneBits
{
    public const long RootHalf = 0x3FE6A09E00000000;
    public const long ToRootHalf = 0x3FF0000000000000 - RootHalf;
    public const long MantissaMask = 0x000FFFFFFFFFFFFF;

    // 2^52 as bits: an integer below 2^52 put into its mantissa is 2^52 and that integer as a number.
    public const long TwoTo52 = 0x4330000000000000;
    public const double TwoTo52AndBias = 4503599627370496.0 + 1023;
}

internal readonly struct OneLane : ILanes<double>
{
    public static int Count => 1;

    public static double Load(ref double from, int at) => Unsafe.Add(ref from, at);

    public static void Store(double value, ref double to, int at) => Unsafe.Add(ref to, at) = value;

    public static double Set(double value) => value;

    public static double Add(double a, double b) => a + b;

    public static double Sub(double a, double b) => a - b;

    public static double Mul(double a, double b) => a * b;

    public static double Div(double a, double b) => a / b;

    public static double Fma(double a, double b, double c) => Math.FusedMultiplyAdd(a, b, c);

    public static double Abs(double a) => Math.Abs(a);

    public static double Max(double a, double b) => Math.Max(a, b);

    public static double Sum(double a) => a;

    public static double Mantissa(double value, out double exponent)
    {
        var bits = BitConverter.DoubleToInt64Bits(value) + LaneBits.ToRootHalf;
        exponent = BitConverter.Int64BitsToDouble((bits >>> 52) | LaneBits.TwoTo52) - LaneBits.TwoTo52AndBias;
        return BitConverter.Int64BitsToDouble((bits & LaneBits.MantissaMask) + LaneBits.RootHalf);
    }

    public static double PowerOfTwo(double shifted) => BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(shifted) << 52);

    public static double NegateIfOdd(double value, double shifted) =>
        BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(value) ^ (BitConverter.DoubleToInt64Bits(shifted) << 63));
}
