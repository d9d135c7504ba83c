namespace Froth.Numerics;

/// <summary>
/// Bootstrap by Poisson(1) weights. The weight of a unit depends only on the seed, the number of the draw and the unit's own key,
/// never on which other units there are: adding later data leaves every earlier draw unchanged, so an interval computed for a past
/// day is the same today as it was then. For n units it tends to the ordinary bootstrap as n grows.
/// </summary>
/// <param name="seed">Chooses the stream; the same seed always gives the same weights.</param>
public readonly struct PoissonBootstrap(ulong seed)
{
    // The Poisson(1) distribution function at 0, 1, 2, ...; beyond 8 the remainder is below 1e-6.
    private static readonly double[] Cumulative = CumulativePoissonOne(9);

    /// <summary>How often the unit with that key is drawn in draw number <paramref name="draw"/>: 0, 1, 2, ...</summary>
    public int Weight(int draw, ulong key)
    {
        var uniform = Uniform(Mix(seed ^ Mix((ulong)draw + 0x9E3779B97F4A7C15UL) ^ Mix(key)));
        var weight = 0;
        while (weight < Cumulative.Length && uniform >= Cumulative[weight]) weight++;
        return weight;
    }

    /// <summary>A stable 64-bit key of a text (FNV-1a), the same on every machine and in every run.</summary>
    public static ulong KeyOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var hash = 14695981039346656037UL;
        foreach (var unit in text) hash = (hash ^ unit) * 1099511628211UL;
        return hash;
    }

    /// <summary>
    /// Equal-tailed interval that holds a share <paramref name="level"/> of the draws. NaN draws are left out; the result is
    /// (NaN, NaN) when fewer than half of the draws are numbers, because the rest would be a selection.
    /// </summary>
    /// <param name="draws">One value a draw; sorted in place.</param>
    /// <param name="level">Between 0 and 1, such as 0.90.</param>
    public static (double Low, double High) Interval(Span<double> draws, double level)
    {
        draws.Sort();
        // NaN sorts before every number.
        var firstNumber = 0;
        while (firstNumber < draws.Length && double.IsNaN(draws[firstNumber])) firstNumber++;
        var numbers = draws[firstNumber..];
        if (numbers.Length == 0 || numbers.Length * 2 < draws.Length) return (double.NaN, double.NaN);
        var tail = (1 - level) / 2;
        return (Quantile(numbers, tail), Quantile(numbers, 1 - tail));
    }

    // Linear interpolation between order statistics (Hyndman and Fan's type 7).
    private static double Quantile(ReadOnlySpan<double> sorted, double probability)
    {
        var place = probability * (sorted.Length - 1);
        var below = (int)place;
        return below + 1 >= sorted.Length ? sorted[^1] : sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
    }

    private static double Uniform(ulong bits) => (bits >> 11) * (1.0 / (1UL << 53));

    // The finaliser of SplitMix64.
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }

    private static double[] CumulativePoissonOne(int terms)
    {
        var cumulative = new double[terms];
        var (term, sum) = (Math.Exp(-1), 0.0);
        for (var k = 0; k < terms; k++)
        {
            sum += term;
            cumulative[k] = sum;
            term /= k + 1;
        }

        return cumulative;
    }
}
