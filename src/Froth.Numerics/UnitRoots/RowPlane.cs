using System.Runtime.CompilerServices;

namespace Froth.Numerics;

/// <summary>Where another plane of the same rows lies.</summary>
internal static class RowPlane
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref readonly double Of(ref readonly double rows, nint offset) => ref Unsafe.Add(ref Unsafe.AsRef(in rows), offset);
}
