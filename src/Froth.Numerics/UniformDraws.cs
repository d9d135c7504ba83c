namespace Froth.Numerics;

/// <summary>
/// Uniform numbers, indices and random signs by their place in a stream: number i depends on the seed and on i and on nothing else, as with
/// <see cref="NormalDraws"/>, and the three streams of a seed and its normal numbers do not depend on each other.
/// </summary>
public static class UniformDraws
{
    private const ulong OfNumbers = 0x3C79AC492BA7B653UL;
    private const ulong OfIndices = 0x1C69B3F74AC4AE35UL;
    private const ulong OfSigns = 0x9B97D5C1A1F2C6E9UL;

    /// <summary>The number at one place: above 0 and below 1, one of 2^52 equally spaced values.</summary>
    /// <param name="seed">Chooses the stream.</param>
    /// <param name="place">Place of the number; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The place is negative.</exception>
    public static double At(ulong seed, long place)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(place);
        return CounterBits.Uniform(CounterBits.At(CounterBits.Key(seed ^ OfNumbers), (ulong)place));
    }

    /// <summary>Fills with the numbers <paramref name="first"/>, <paramref name="first"/> + 1, ... of a seed's stream, each above 0 and below 1.</summary>
    /// <param name="seed">Chooses the stream.</param>
    /// <param name="first">Place of the first number; not negative.</param>
    /// <param name="into">Where they go.</param>
    /// <exception cref="ArgumentOutOfRangeException">The first place is negative.</exception>
    public static void Fill(ulong seed, long first, Span<double> into)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        var key = CounterBits.Key(seed ^ OfNumbers);
        for (var i = 0; i < into.Length; i++) into[i] = CounterBits.Uniform(CounterBits.At(key, (ulong)first + (ulong)i));
    }

    /// <summary>Fills with indices 0 to <paramref name="count"/> − 1, as a resampling with replacement needs them.</summary>
    /// <param name="seed">Chooses the stream.</param>
    /// <param name="first">Place of the first index; not negative.</param>
    /// <param name="count">How many things there are to choose from; at least 1. No index is favoured by more than count / 2^64.</param>
    /// <param name="into">Where they go.</param>
    /// <exception cref="ArgumentOutOfRangeException">The first place is negative or the count below 1.</exception>
    public static void Indices(ulong seed, long first, int count, Span<int> into)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var key = CounterBits.Key(seed ^ OfIndices);
        for (var i = 0; i < into.Length; i++) into[i] = (int)Math.BigMul(CounterBits.At(key, (ulong)first + (ulong)i), (ulong)count, out _);
    }

    /// <summary>Fills with signs, each 1 or −1 and as likely the one as the other (Rademacher's distribution). Sixty-four places share a random word.</summary>
    /// <param name="seed">Chooses the stream.</param>
    /// <param name="first">Place of the first sign; not negative.</param>
    /// <param name="into">Where they go.</param>
    /// <exception cref="ArgumentOutOfRangeException">The first place is negative.</exception>
    public static void Signs(ulong seed, long first, Span<double> into)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        var key = CounterBits.Key(seed ^ OfSigns);
        var place = (ulong)first;
        while (into.Length > 0)
        {
            var word = CounterBits.At(key, place / 64) >> (int)(place % 64);
            var length = Math.Min(64 - (int)(place % 64), into.Length);
            for (var i = 0; i < length; i++, word >>= 1) into[i] = BitConverter.UInt64BitsToDouble(0x3FF0000000000000UL | (word << 63));
            into = into[length..];
            place += (ulong)length;
        }
    }
}
