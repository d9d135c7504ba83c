using System.Runtime.CompilerServices;

namespace Froth.Numerics;

/// <summary>What the lanes of a sweep stand for, and therefore how rows and counts reach them.</summary>
internal interface IRowLayout<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    /// <summary>By how many rows the last lane's window is longer than the first one's.</summary>
    static abstract int Spread { get; }

    /// <summary>The value <paramref name="offset"/> dates after that of <paramref name="date"/>, for each lane.</summary>
    static abstract TVector Row(ref readonly double date, nint offset);

    /// <summary>The entry for <paramref name="k"/> rows in the first lane of a table by number of rows.</summary>
    static abstract TVector ByCount(ref readonly double table, nint k);

    /// <summary>The value at the end of each lane's window, where that of the first lane ends at <paramref name="date"/>.</summary>
    static abstract TVector AtEnd(ref readonly double date, nint offset);
}

/// <summary>Lanes are neighbouring end dates of one series: rows are shared, the count grows by one a lane.</summary>
internal readonly struct EndsOfOneSeries<TLanes, TVector> : IRowLayout<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    public static int Spread => TLanes.Count - 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Row(ref readonly double date, nint offset) => TLanes.Broadcast(Unsafe.Add(ref Unsafe.AsRef(in date), offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector ByCount(ref readonly double table, nint k) => TLanes.Load(in table, k);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector AtEnd(ref readonly double date, nint offset) => TLanes.Load(in date, offset);
}

/// <summary>Lanes are as many series, one end date each: values lie side by side, the count is the same in all.</summary>
internal readonly struct SeriesSideBySide<TLanes, TVector> : IRowLayout<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    public static int Spread => 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Row(ref readonly double date, nint offset) => TLanes.Load(in date, offset * TLanes.Count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector ByCount(ref readonly double table, nint k) => TLanes.Broadcast(Unsafe.Add(ref Unsafe.AsRef(in table), k));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector AtEnd(ref readonly double date, nint offset) => TLanes.Load(in date, offset * TLanes.Count);
}
