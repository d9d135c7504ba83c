namespace Froth.Numerics;

/// <summary>
/// Standard normal numbers by their place in a stream: number i depends on the seed and on i and on nothing else, so a part of the stream
/// can be made or read in any order and on any thread. Made by the method of Box and Muller (1958).
/// </summary>
public static class NormalDraws
{
    // 2^64 over the golden ratio: the step of SplitMix64, which keeps neighbouring counters far apart.
    private const ulong Step = 0x9E3779B97F4A7C15UL;

    /// <summary>Fills with the numbers <paramref name="first"/>, <paramref name="first"/> + 1, ... of a seed's stream.</summary>
    /// <param name="seed">Chooses the stream.</param>
    /// <param name="first">Place of the first number; not negative.</param>
    /// <param name="into">Where they go.</param>
    /// <exception cref="ArgumentOutOfRangeException">The first place is negative.</exception>
    public static void Fill(ulong seed, long first, Span<double> into)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        for (var i = 0; i < into.Length; i++) into[i] = At(seed, (ulong)(first + i));
    }

    // Each number of a pair is made by itself, so that a stream may be entered at an odd place.
    private static double At(ulong seed, ulong place)
    {
        var pair = place / 2 * 2;
        var radius = Math.Sqrt(-2 * Math.Log(Uniform(seed, pair)));
        var angle = Math.Tau * Uniform(seed, pair + 1);
        return radius * (place == pair ? Math.Cos(angle) : Math.Sin(angle));
    }

    // In the middle of one of 2^53 equal steps: never 0, whose logarithm is infinite, and never 1.
    private static double Uniform(ulong seed, ulong counter) => ((Mix(Mix(seed) + Step * (counter + 1)) >> 11) + 0.5) * (1.0 / (1UL << 53));

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
