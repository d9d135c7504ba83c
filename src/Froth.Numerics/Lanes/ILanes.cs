using System.Runtime.CompilerServices;

namespace Froth.Numerics;

/// <summary>
/// The arithmetic of a kernel on lanes of numbers, so that one source serves every width. <typeparamref name="TVector"/> holds the lanes;
/// the type that implements this holds none, and the compiler makes straight code for each.
/// </summary>
internal interface ILanes<TVector>
    where TVector : struct
{
    /// <summary>Numbers in a vector.</summary>
    static abstract int Count { get; }

    /// <summary>The same number in every lane.</summary>
    static abstract TVector Broadcast(double value);

    /// <summary>The numbers at <paramref name="index"/> and after.</summary>
    static abstract TVector Load(ref readonly double first, nint index);

    /// <summary>Writes the lanes at <paramref name="index"/> and after.</summary>
    static abstract void Store(TVector value, ref double first, nint index);

    static abstract TVector Add(TVector a, TVector b);

    static abstract TVector Subtract(TVector a, TVector b);

    static abstract TVector Multiply(TVector a, TVector b);

    static abstract TVector Divide(TVector a, TVector b);

    /// <summary>a·b + c, rounded once.</summary>
    static abstract TVector MultiplyAdd(TVector a, TVector b, TVector c);

    /// <summary>a·b − c, rounded once.</summary>
    static abstract TVector MultiplySubtract(TVector a, TVector b, TVector c);

    /// <summary>c − a·b, rounded once.</summary>
    static abstract TVector SubtractProduct(TVector c, TVector a, TVector b);

    /// <summary>A number that is not negative, with the sign of another.</summary>
    static abstract TVector WithSign(TVector magnitude, TVector sign);

    /// <summary>The numbers without their signs.</summary>
    static abstract TVector Magnitude(TVector value);

    static abstract TVector SquareRoot(TVector value);

    /// <summary>Zero in place of what is below zero.</summary>
    static abstract TVector NotNegative(TVector value);

    /// <summary>Lane by lane <paramref name="whenGreater"/> where a &gt; b, else <paramref name="otherwise"/>.</summary>
    static abstract TVector SelectGreater(TVector a, TVector b, TVector whenGreater, TVector otherwise);
}

/// <summary>One lane: plain numbers.</summary>
internal readonly partial struct ScalarLanes : ILanes<double>
{
    public static int Count => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Broadcast(double value) => value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Load(ref readonly double first, nint index) => Unsafe.Add(ref Unsafe.AsRef(in first), index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(double value, ref double first, nint index) => Unsafe.Add(ref first, index) = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Add(double a, double b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Subtract(double a, double b) => a - b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Multiply(double a, double b) => a * b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Divide(double a, double b) => a / b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MultiplyAdd(double a, double b, double c) => Math.FusedMultiplyAdd(a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MultiplySubtract(double a, double b, double c) => Math.FusedMultiplyAdd(a, b, -c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double SubtractProduct(double c, double a, double b) => Math.FusedMultiplyAdd(-a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double WithSign(double magnitude, double sign) => sign < 0 ? -magnitude : magnitude;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Magnitude(double value) => Math.Abs(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double SquareRoot(double value) => Math.Sqrt(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double NotNegative(double value) => value > 0 ? value : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double SelectGreater(double a, double b, double whenGreater, double otherwise) => a > b ? whenGreater : otherwise;
}
