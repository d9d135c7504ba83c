using System.Runtime.Intrinsics;

namespace Froth.Numerics;

internal readonly struct FourLanes : ILanes<Vector256<double>>
{
    public static int Count => 4;

    public static Vector256<double> Load(ref double from, int at) => Vector256.LoadUnsafe(ref from, (nuint)at);

    public static void Store(Vector256<double> value, ref double to, int at) => value.StoreUnsafe(ref to, (nuint)at);

    public static Vector256<double> Set(double value) => Vector256.Create(value);

    public static Vector256<double> Add(Vector256<double> a, Vector256<double> b) => a + b;

    public static Vector256<double> Sub(Vector256<double> a, Vector256<double> b) => a - b;

    public static Vector256<double> Mul(Vector256<double> a, Vector256<double> b) => a * b;

    public static Vector256<double> Div(Vector256<double> a, Vector256<double> b) => a / b;

    public static Vector256<double> Fma(Vector256<double> a, Vector256<double> b, Vector256<double> c) => Vector256.FusedMultiplyAdd(a, b, c);

    public static Vector256<double> Abs(Vector256<double> a) => Vector256.Abs(a);

    public static Vector256<double> Max(Vector256<double> a, Vector256<double> b) => Vector256.MaxNative(a, b);

    public static double Sum(Vector256<double> a) => Vector256.Sum(a);

    public static Vector256<double> Mantissa(Vector256<double> value, out Vector256<double> exponent)
    {
        var bits = value.AsInt64() + Vector256.Create(LaneBits.ToRootHalf);
        exponent = ((bits >>> 52) | Vector256.Create(LaneBits.TwoTo52)).AsDouble() - Vector256.Create(LaneBits.TwoTo52AndBias);
        return ((bits & Vector256.Create(LaneBits.MantissaMask)) + Vector256.Create(LaneBits.RootHalf)).AsDouble();
    }

    public static Vector256<double> PowerOfTwo(Vector256<double> shifted) => (shifted.AsInt64() << 52).AsDouble();

    public static Vector256<double> NegateIfOdd(Vector256<double> value, Vector256<double> shifted) => (value.AsInt64() ^ (shifted.AsInt64() << 63)).AsDouble();
}
