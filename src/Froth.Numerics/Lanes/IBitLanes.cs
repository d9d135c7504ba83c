using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Froth.Numerics;

/// <summary>Lanes that also take numbers apart into their bits, for logarithms, powers and sines, and that can be summed.</summary>
internal interface IBitLanes<TVector> : ILanes<TVector>
    where TVector : struct
{
    static abstract TVector Max(TVector a, TVector b);

    static abstract double Sum(TVector a);

    /// <summary>Takes a positive number apart into 2^exponent times a mantissa between √½ and √2.</summary>
    static abstract TVector Mantissa(TVector value, out TVector exponent);

    /// <summary>2^k of a number that had 2^52 + 2^51 + 1023 added, so that k + 1023 stands in its lowest bits.</summary>
    static abstract TVector PowerOfTwo(TVector shifted);

    /// <summary>The value, negated where the lowest bit of the other is set.</summary>
    static abstract TVector NegateIfOdd(TVector value, TVector shifted);
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

internal readonly partial struct ScalarLanes : IBitLanes<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Max(double a, double b) => Math.Max(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(double a) => a;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Mantissa(double value, out double exponent)
    {
        var bits = BitConverter.DoubleToInt64Bits(value) + LaneBits.ToRootHalf;
        exponent = BitConverter.Int64BitsToDouble((bits >>> 52) | LaneBits.TwoTo52) - LaneBits.TwoTo52AndBias;
        return BitConverter.Int64BitsToDouble((bits & LaneBits.MantissaMask) + LaneBits.RootHalf);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double PowerOfTwo(double shifted) => BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(shifted) << 52);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double NegateIfOdd(double value, double shifted) =>
        BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(value) ^ (BitConverter.DoubleToInt64Bits(shifted) << 63));
}

internal readonly partial struct FourLanes : IBitLanes<Vector256<double>>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Max(Vector256<double> a, Vector256<double> b) => Vector256.MaxNative(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector256<double> a) => Vector256.Sum(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Mantissa(Vector256<double> value, out Vector256<double> exponent)
    {
        var bits = value.AsInt64() + Vector256.Create(LaneBits.ToRootHalf);
        exponent = ((bits >>> 52) | Vector256.Create(LaneBits.TwoTo52)).AsDouble() - Vector256.Create(LaneBits.TwoTo52AndBias);
        return ((bits & Vector256.Create(LaneBits.MantissaMask)) + Vector256.Create(LaneBits.RootHalf)).AsDouble();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> PowerOfTwo(Vector256<double> shifted) => (shifted.AsInt64() << 52).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> NegateIfOdd(Vector256<double> value, Vector256<double> shifted) => (value.AsInt64() ^ (shifted.AsInt64() << 63)).AsDouble();
}

internal readonly partial struct EightLanes : IBitLanes<Vector512<double>>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Max(Vector512<double> a, Vector512<double> b) => Vector512.MaxNative(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector512<double> a) => Vector512.Sum(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Mantissa(Vector512<double> value, out Vector512<double> exponent)
    {
        var bits = value.AsInt64() + Vector512.Create(LaneBits.ToRootHalf);
        exponent = ((bits >>> 52) | Vector512.Create(LaneBits.TwoTo52)).AsDouble() - Vector512.Create(LaneBits.TwoTo52AndBias);
        return ((bits & Vector512.Create(LaneBits.MantissaMask)) + Vector512.Create(LaneBits.RootHalf)).AsDouble();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> PowerOfTwo(Vector512<double> shifted) => (shifted.AsInt64() << 52).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> NegateIfOdd(Vector512<double> value, Vector512<double> shifted) => (value.AsInt64() ^ (shifted.AsInt64() << 63)).AsDouble();
}
