namespace Froth.Numerics;

// SplitMix64 read by its counter (Steele, Lea and Flood 2014, OOPSLA): word i depends on the key and on i alone.
internal static class CounterBits
{
    // 2^64 over the golden ratio: the step of SplitMix64, which keeps neighbouring counters far apart.
    internal const ulong Step = 0x9E3779B97F4A7C15UL;
    internal const ulong First = 0xBF58476D1CE4E5B9UL;
    internal const ulong Second = 0x94D049BB133111EBUL;

    // Neighbouring seeds are mixed, so that their streams do not start a step apart.
    internal static ulong Key(ulong seed) => Mix(seed);

    internal static ulong At(ulong key, ulong counter) => Mix(key + Step * (counter + 1));

    // In the middle of one of 2^52 equal steps: exact, never 0, whose logarithm is infinite, and never 1.
    internal static double Uniform(ulong word) => BitConverter.UInt64BitsToDouble((word >> 12) | 0x3FF0000000000000UL) - (1 - 1.0 / (1UL << 53));

    internal static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * First;
        value = (value ^ (value >> 27)) * Second;
        return value ^ (value >> 31);
    }
}
