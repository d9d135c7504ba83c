namespace Froth.Core.Valuation;

/// <summary>
/// Worth of a firm as its book value plus what it earns above the return that its owners demand (Ohlson 1995). The fade and what
/// comes after it are assumptions of Froth's own, kept here as data: the return on book falls in a straight line to the demanded
/// return over <see cref="Years"/>, half of what is earned stays in the firm, and after the fade nothing is earned above the demand,
/// so there is no continuing value.
/// </summary>
public sealed record ResidualIncomeModel
{
    /// <summary>The assumptions that the indicators use.</summary>
    public static ResidualIncomeModel Usual { get; } = new();

    /// <summary>Years until the return on book has fallen to the demanded return.</summary>
    public int Years { get; init; } = 10;

    /// <summary>Share of earnings kept; losses stay in full.</summary>
    public double Retention { get; init; } = 0.5;

    /// <summary>Demanded return of the central value, a year.</summary>
    public double Rate { get; init; } = 0.10;

    /// <summary>Lower demanded return of the range.</summary>
    public double LowRate { get; init; } = 0.08;

    /// <summary>Higher demanded return of the range.</summary>
    public double HighRate { get; init; } = 0.12;

    /// <summary>Years over which research and development is written off in a straight line where it is capitalised.</summary>
    public int ResearchYears { get; init; } = 5;

    /// <summary>V = B₀ + Σ (ROE_t − r)·B_{t−1}/(1+r)^t, in the unit of the book.</summary>
    /// <param name="book">Book value now; positive.</param>
    /// <param name="returnOnBook">Present return on book, a year.</param>
    /// <param name="rate">Demanded return, a year.</param>
    /// <exception cref="ArgumentOutOfRangeException">The book is not positive, or the rate not above −1.</exception>
    public double Value(double book, double returnOnBook, double rate)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(book);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(rate, -1);
        var (value, held, discount) = (book, book, 1.0);
        for (var t = 1; t <= Years; t++)
        {
            var earned = returnOnBook + (rate - returnOnBook) * t / Years;
            discount *= 1 + rate;
            value += (earned - rate) * held / discount;
            held *= 1 + (earned > 0 ? Retention * earned : earned);
        }

        return value;
    }

    /// <summary>Book value of past research and development at the end of its newest year: each year's sum less a straight line.</summary>
    /// <param name="spent">Sums by year, the newest first; as many as <see cref="ResearchYears"/> at least.</param>
    /// <exception cref="ArgumentException">Too few years.</exception>
    public double ResearchAsset(ReadOnlySpan<double> spent)
    {
        if (spent.Length < ResearchYears) throw new ArgumentException($"{spent.Length} years are fewer than {ResearchYears}.", nameof(spent));
        var asset = 0.0;
        for (var k = 0; k < ResearchYears; k++) asset += spent[k] * (1 - (double)k / ResearchYears);
        return asset;
    }
}
