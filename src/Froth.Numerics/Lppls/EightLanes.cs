using System.Runtime.Intrinsics;

namespace Froth.Numerics;

internal readonly struct EightLanes : ILanes<Vector512<double>>
{
    public static int Count => 8;

    public static Vector512<double> Load(ref double from, int at) => Vector512.LoadUnsafe(ref from, (nuint)at);

    public static void Store(Vector512<double> value, ref double to, int at) => value.StoreUnsafe(ref to, (nuint)at);

    public static Vector512<double> Set(double value) => Vector512.Create(value);

    public static Vector512<double> Add(Vector512<double> a, Vector512<double> b) => a + b;

    public static Vector512<double> Sub(Vector512<double> a, Vector512<double> b) => a - b;

    public static Vector512<double> Mul(Vector512<double> a, Vector512<double> b) => a * b;

    public static Vector512<double> Div(Vector512<double> a, Vector512<double> b) => a / b;

    public static Vector512<double> Fma(Vector512<double> a, Vector512<double> b, Vector512<double> c) => Vector512.FusedMultiplyAdd(a, b, c);

    public static Vector512<double> Abs(Vector512<double> a) => Vector512.Abs(a);

    public static Vector512<double> Max(Vector512<double> a, Vector512<double> b) => Vector512.MaxNative(a, b);

    public static double Sum(Vector512<double> a) => Vector512.Sum(a);

    public static Vector512<double> Mantissa(Vector512<double> value, out Vector512<double> exponent)
    {
        var bits = value.AsInt64() + Vector512.Create(LaneBits.ToRootHalf);
        exponent = ((bits >>> 52) | Vector512.Create(LaneBits.TwoTo52)).AsDouble() - Vector512.Create(LaneBits.TwoTo52AndBias);
        return ((bits & Vector512.Create(LaneBits.MantissaMask)) + Vector512.Create(LaneBits.RootHalf)).AsDouble();
    }

    public static Vector512<double> PowerOfTwo(Vector512<double> shifted) => (shifted.AsInt64() << 52).AsDouble();

    public static Vector512<double> NegateIfOdd(Vector512<double> value, Vector512<double> shifted) => (value.AsInt64() ^ (shifted.AsInt64() << 63)).AsDouble();
}
