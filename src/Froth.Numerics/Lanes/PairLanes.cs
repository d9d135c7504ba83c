using System.Runtime.CompilerServices;

namespace Froth.Numerics;

/// <summary>Two vectors as one.</summary>
internal struct Pair<TVector>
    where TVector : struct
{
    public TVector Lower;
    public TVector Upper;
}

/// <summary>Twice the lanes of <typeparamref name="TLanes"/>: for kernels whose sums live in memory, where each step through memory should serve more lanes.</summary>
internal readonly struct PairLanes<TLanes, TVector> : ILanes<Pair<TVector>>
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    public static int Count => 2 * TLanes.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<TVector> Broadcast(double value) => Of(TLanes.Broadcast(value), TLanes.Broadcast(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<TVector> Load(ref readonly double first, nint index) => Of(TLanes.Load(in first, index), TLanes.Load(in first, index + TLanes.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Pair<TVector> value, ref double first, nint index)
    {
        TLanes.Store(value.Lower, ref first, index);
        TLanes.Store(value.Upper, ref first, index + TLanes.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<TVector> Add(Pair<TVector> a, Pair<TVector> b) => Of(TLanes.Add(a.Lower, b.Lower), TLanes.Add(a.Upper, b.Upper));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<TVector> Subtract(Pair<TVector> a, Pair<TVector> b) => Of(TLanes.Subtract(a.Lower, b.Lower), TLanes.Subtract(a.Upper, b.Upper));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<TVector> Multiply(Pair<TVector> a, Pair<TVector> b) => Of(TLanes.Multiply(a.Lower, b.Lower), TLanes.Multiply(a.Upper, b.Upper));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<TVector> Divide(Pair<TVector> a, Pair<TVector> b) => Of(TLanes.Divide(a.Lower, b.Lower), TLanes.Divide(a.Upper, b.Upper));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<TVector> MultiplyAdd(Pair<TVector> a, Pair<TVector> b, Pair<TVector> c) =>
        Of(TLanes.MultiplyAdd(a.Lower, b.Lower, c.Lower), TLanes.MultiplyAdd(a.Upper, b.Upper, c.Upper));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<TVector> MultiplySubtract(Pair<TVector> a, Pair<TVector> b, Pair<TVector> c) =>
        Of(TLanes.MultiplySubtract(a.Lower, b.Lower, c.Lower), TLanes.MultiplySubtract(a.Upper, b.Upper, c.Upper));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<TVector> SubtractProduct(Pair<TVector> c, Pair<TVector> a, Pair<TVector> b) =>
        Of(TLanes.SubtractProduct(c.Lower, a.Lower, b.Lower), TLanes.SubtractProduct(c.Upper, a.Upper, b.Upper));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<TVector> WithSign(Pair<TVector> magnitude, Pair<TVector> sign) =>
        Of(TLanes.WithSign(magnitude.Lower, sign.Lower), TLanes.WithSign(magnitude.Upper, sign.Upper));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<TVector> Magnitude(Pair<TVector> value) => Of(TLanes.Magnitude(value.Lower), TLanes.Magnitude(value.Upper));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<TVector> SquareRoot(Pair<TVector> value) => Of(TLanes.SquareRoot(value.Lower), TLanes.SquareRoot(value.Upper));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<TVector> NotNegative(Pair<TVector> value) => Of(TLanes.NotNegative(value.Lower), TLanes.NotNegative(value.Upper));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<TVector> SelectGreater(Pair<TVector> a, Pair<TVector> b, Pair<TVector> whenGreater, Pair<TVector> otherwise) => Of(
        TLanes.SelectGreater(a.Lower, b.Lower, whenGreater.Lower, otherwise.Lower), TLanes.SelectGreater(a.Upper, b.Upper, whenGreater.Upper, otherwise.Upper));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Pair<TVector> Of(TVector lower, TVector upper) => new() { Lower = lower, Upper = upper };
}
