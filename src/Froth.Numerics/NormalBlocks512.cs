using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Froth.Numerics;

// NormalBlocks256 with eight pairs at a time: the same steps in the same order, so that the bits agree.
internal static class NormalBlocks512
{
    internal const int Length = 16;

    // Fills whole blocks, the first of which begins at an even place.
    internal static void Fill(ulong key, ulong place, Span<double> into)
    {
        ref var start = ref MemoryMarshal.GetReference(into);
        var state = Vector512.Create(key + CounterBits.Step * (place + 1)) + Vector512.Create(0UL, 2, 4, 6, 8, 10, 12, 14) * CounterBits.Step;
        var odd = Vector512.Create(0UL, ulong.MaxValue, 0, ulong.MaxValue, 0, ulong.MaxValue, 0, ulong.MaxValue).AsDouble();
        for (var i = 0; i <= into.Length - Length; i += Length)
        {
            var radius = Vector512.Sqrt(MinusTwoLog(Uniform(state)));
            var (sine, cosine) = Turn(Uniform(state + Vector512.Create(CounterBits.Step)));
            sine *= radius;
            cosine *= radius;
            var near = Vector512.Create(0L, 0, 1, 1, 2, 2, 3, 3);
            var far = Vector512.Create(4L, 4, 5, 5, 6, 6, 7, 7);
            Vector512.ConditionalSelect(odd, Vector512.Shuffle(sine, near), Vector512.Shuffle(cosine, near)).StoreUnsafe(ref start, (nuint)i);
            Vector512.ConditionalSelect(odd, Vector512.Shuffle(sine, far), Vector512.Shuffle(cosine, far)).StoreUnsafe(ref start, (nuint)i + 8);
            state += Vector512.Create(unchecked(CounterBits.Step * Length));
        }
    }

    // CounterBits.Uniform of CounterBits.Mix, eight at once.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Uniform(Vector512<ulong> value)
    {
        value = (value ^ (value >> 30)) * CounterBits.First;
        value = (value ^ (value >> 27)) * CounterBits.Second;
        value ^= value >> 31;
        return ((value >> 12) | Vector512.Create(0x3FF0000000000000UL)).AsDouble() - Vector512.Create(1 - 1.0 / (1UL << 53));
    }

    // u = 2^e m with m within √½ and √2; with s = (m − 1)/(m + 1), ln m = 2s + s³ P(s²).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> MinusTwoLog(Vector512<double> u)
    {
        var raised = u.AsUInt64() + Vector512.Create(0x3FF0000000000000UL - NormalSeries.RootHalf);
        var exponent = ((raised >> 52) | Vector512.Create(NormalSeries.WholeBits)).AsDouble() - Vector512.Create(NormalSeries.WholeBias);
        var m = (u.AsUInt64() - (raised & Vector512.Create(0xFFF0000000000000UL)) + Vector512.Create(0x3FF0000000000000UL)).AsDouble();
        var s = (m - Vector512<double>.One) / (m + Vector512<double>.One);
        var z = s * s;
        var z2 = z * z;
        var p = (Vector512.Create(NormalSeries.L0) + z * NormalSeries.L1) + z2 * (Vector512.Create(NormalSeries.L2) + z * NormalSeries.L3)
            + z2 * z2 * ((Vector512.Create(NormalSeries.L4) + z * NormalSeries.L5) + z2 * NormalSeries.L6);
        return (s + s + s * z * p + exponent * NormalSeries.LogTwo) * -2;
    }

    // Sine and cosine of a share of the whole turn: the nearest quarter and, beside it, r quarters with r within ±½.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<double> Sine, Vector512<double> Cosine) Turn(Vector512<double> share)
    {
        var quarters = share * 4;
        var shifted = quarters + Vector512.Create(NormalSeries.Rounder);
        var r = quarters - (shifted - Vector512.Create(NormalSeries.Rounder));
        var z = r * r;
        var z2 = z * z;
        var sine = r * Vector512.Create(NormalSeries.HalfPi) + r * z * ((Vector512.Create(NormalSeries.S0) + z * NormalSeries.S1)
            + z2 * ((Vector512.Create(NormalSeries.S2) + z * NormalSeries.S3) + z2 * (Vector512.Create(NormalSeries.S4) + z * NormalSeries.S5)));
        var cosine = Vector512<double>.One + z * ((Vector512.Create(NormalSeries.C0) + z * NormalSeries.C1)
            + z2 * (Vector512.Create(NormalSeries.C2) + z * NormalSeries.C3)
            + z2 * z2 * ((Vector512.Create(NormalSeries.C4) + z * NormalSeries.C5) + z2 * NormalSeries.C6));
        var quarter = shifted.AsUInt64();
        var odd = (Vector512<ulong>.Zero - (quarter & Vector512<ulong>.One)).AsDouble();
        var sineSign = (quarter & Vector512.Create(2UL)) << 62;
        var cosineSign = ((quarter + Vector512<ulong>.One) & Vector512.Create(2UL)) << 62;
        return ((Vector512.ConditionalSelect(odd, cosine, sine).AsUInt64() ^ sineSign).AsDouble(),
            (Vector512.ConditionalSelect(odd, sine, cosine).AsUInt64() ^ cosineSign).AsDouble());
    }
}
