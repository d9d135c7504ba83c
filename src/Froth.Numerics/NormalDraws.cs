using System.Runtime.Intrinsics;

namespace Froth.Numerics;

/// <summary>
/// Standard normal numbers by their place in a stream: number i depends on the seed and on i and on nothing else, so a part of the stream
/// can be made or read in any order and on any thread. Made by the method of Box and Muller (1958) from additions, multiplications,
/// divisions and square roots alone, which round alike everywhere: the bits are the same for every split and every width of vector.
/// </summary>
public static class NormalDraws
{
    /// <summary>Fills with the numbers <paramref name="first"/>, <paramref name="first"/> + 1, ... of a seed's stream.</summary>
    /// <param name="seed">Chooses the stream.</param>
    /// <param name="first">Place of the first number; not negative.</param>
    /// <param name="into">Where they go.</param>
    /// <exception cref="ArgumentOutOfRangeException">The first place is negative.</exception>
    public static void Fill(ulong seed, long first, Span<double> into) => Fill(seed, first, into, Vector512.IsHardwareAccelerated);

    // Blocks of the narrow kind begin at whole multiples of eight wherever a call begins; of a block partly wanted a whole one is made.
    internal static void Fill(ulong seed, long first, Span<double> into, bool wide)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        var (key, place) = (CounterBits.Key(seed), (ulong)first);
        var skipped = (int)(place % NormalBlocks256.Length);
        if (skipped > 0)
        {
            var length = Math.Min(NormalBlocks256.Length - skipped, into.Length);
            Part(key, place - (ulong)skipped, skipped, into[..length]);
            into = into[length..];
            place += (ulong)length;
        }

        if (wide)
        {
            var length = into.Length - into.Length % NormalBlocks512.Length;
            NormalBlocks512.Fill(key, place, into[..length]);
            into = into[length..];
            place += (ulong)length;
        }

        var whole = into.Length - into.Length % NormalBlocks256.Length;
        NormalBlocks256.Fill(key, place, into[..whole]);
        Part(key, place + (ulong)whole, 0, into[whole..]);
    }

    private static void Part(ulong key, ulong place, int from, Span<double> into)
    {
        if (into.IsEmpty) return;
        Span<double> block = stackalloc double[NormalBlocks256.Length];
        NormalBlocks256.Fill(key, place, block);
        block.Slice(from, into.Length).CopyTo(into);
    }
}
