using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Froth.Numerics;

// Four pairs at a time. No step is left to the machine's own logarithm or sine, nor to a fused multiply-add, because their bits differ
// between machines and between widths; NormalBlocks512 takes the same steps in the same order.
internal static class NormalBlocks256
{
    internal const int Length = 8;

    // Fills whole blocks, the first of which begins at an even place.
    internal static void Fill(ulong key, ulong place, Span<double> into)
    {
        ref var start = ref MemoryMarshal.GetReference(into);
        var state = Vector256.Create(key + CounterBits.Step * (place + 1)) + Vector256.Create(0UL, 2, 4, 6) * CounterBits.Step;
        var odd = Vector256.Create(0UL, ulong.MaxValue, 0, ulong.MaxValue).AsDouble();
        for (var i = 0; i <= into.Length - Length; i += Length)
        {
            var radius = Vector256.Sqrt(MinusTwoLog(Uniform(state)));
            var (sine, cosine) = Turn(Uniform(state + Vector256.Create(CounterBits.Step)));
            sine *= radius;
            cosine *= radius;
            var near = Vector256.Create(0L, 0, 1, 1);
            var far = Vector256.Create(2L, 2, 3, 3);
            Vector256.ConditionalSelect(odd, Vector256.Shuffle(sine, near), Vector256.Shuffle(cosine, near)).StoreUnsafe(ref start, (nuint)i);
            Vector256.ConditionalSelect(odd, Vector256.Shuffle(sine, far), Vector256.Shuffle(cosine, far)).StoreUnsafe(ref start, (nuint)i + 4);
            state += Vector256.Create(unchecked(CounterBits.Step * Length));
        }
    }

    // CounterBits.Uniform of CounterBits.Mix, four at once.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Uniform(Vector256<ulong> value)
    {
        value = (value ^ (value >> 30)) * CounterBits.First;
        value = (value ^ (value >> 27)) * CounterBits.Second;
        value ^= value >> 31;
        return ((value >> 12) | Vector256.Create(0x3FF0000000000000UL)).AsDouble() - Vector256.Create(1 - 1.0 / (1UL << 53));
    }

    // u = 2^e m with m within √½ and √2; with s = (m − 1)/(m + 1), ln m = 2s + s³ P(s²).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> MinusTwoLog(Vector256<double> u)
    {
        var raised = u.AsUInt64() + Vector256.Create(0x3FF0000000000000UL - NormalSeries.RootHalf);
        var exponent = ((raised >> 52) | Vector256.Create(NormalSeries.WholeBits)).AsDouble() - Vector256.Create(NormalSeries.WholeBias);
        var m = (u.AsUInt64() - (raised & Vector256.Create(0xFFF0000000000000UL)) + Vector256.Create(0x3FF0000000000000UL)).AsDouble();
        var s = (m - Vector256<double>.One) / (m + Vector256<double>.One);
        var z = s * s;
        var z2 = z * z;
        var p = (Vector256.Create(NormalSeries.L0) + z * NormalSeries.L1) + z2 * (Vector256.Create(NormalSeries.L2) + z * NormalSeries.L3)
            + z2 * z2 * ((Vector256.Create(NormalSeries.L4) + z * NormalSeries.L5) + z2 * NormalSeries.L6);
        return (s + s + s * z * p + exponent * NormalSeries.LogTwo) * -2;
    }

    // Sine and cosine of a share of the whole turn: the nearest quarter and, beside it, r quarters with r within ±½.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<double> Sine, Vector256<double> Cosine) Turn(Vector256<double> share)
    {
        var quarters = share * 4;
        var shifted = quarters + Vector256.Create(NormalSeries.Rounder);
        var r = quarters - (shifted - Vector256.Create(NormalSeries.Rounder));
        var z = r * r;
        var z2 = z * z;
        var sine = r * Vector256.Create(NormalSeries.HalfPi) + r * z * ((Vector256.Create(NormalSeries.S0) + z * NormalSeries.S1)
            + z2 * ((Vector256.Create(NormalSeries.S2) + z * NormalSeries.S3) + z2 * (Vector256.Create(NormalSeries.S4) + z * NormalSeries.S5)));
        var cosine = Vector256<double>.One + z * ((Vector256.Create(NormalSeries.C0) + z * NormalSeries.C1)
            + z2 * (Vector256.Create(NormalSeries.C2) + z * NormalSeries.C3)
            + z2 * z2 * ((Vector256.Create(NormalSeries.C4) + z * NormalSeries.C5) + z2 * NormalSeries.C6));
        var quarter = shifted.AsUInt64();
        var odd = (Vector256<ulong>.Zero - (quarter & Vector256<ulong>.One)).AsDouble();
        var sineSign = (quarter & Vector256.Create(2UL)) << 62;
        var cosineSign = ((quarter + Vector256<ulong>.One) & Vector256.Create(2UL)) << 62;
        return ((Vector256.ConditionalSelect(odd, cosine, sine).AsUInt64() ^ sineSign).AsDouble(),
            (Vector256.ConditionalSelect(odd, sine, cosine).AsUInt64() ^ cosineSign).AsDouble());
    }
}
