using System.Globalization;
using Froth.Core.Data;
using Froth.Core.Filings;

namespace Froth.Core.Time;

/// <summary>
/// One point of view in time. A fact is visible when the world could know it (<see cref="Fact.PublishedAt"/> on or before
/// <see cref="AsOf"/>) and when this store had recorded it (<see cref="Fact.RecordedAt"/> on or before <see cref="KnownAt"/>).
/// Facts are filtered first and only then is the latest revision taken, so a later revision never hides an earlier one.
/// </summary>
/// <param name="AsOf">Last day of publication that counts.</param>
/// <param name="KnownAt">Last instant of recording that counts; the end of time means "all this store holds".</param>
public readonly record struct Vintage(DateOnly AsOf, DateTimeOffset KnownAt)
{
    /// <summary>The view of <paramref name="day"/> with everything the store holds now.</summary>
    public static Vintage At(DateOnly day) => new(day, DateTimeOffset.MaxValue);

    /// <summary>True when <paramref name="fact"/> is visible at this vintage.</summary>
    public bool Admits(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact.PublishedAt <= AsOf && fact.RecordedAt <= KnownAt;
    }

    /// <summary>True when the filed <paramref name="fact"/> is visible at this vintage.</summary>
    public bool Admits(FiledFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact.Filed <= AsOf && fact.RecordedAt <= KnownAt;
    }

    /// <summary>The same store knowledge seen one calendar month earlier.</summary>
    public Vintage MonthBefore() => this with { AsOf = AsOf.AddMonths(-1) };

    /// <inheritdoc />
    public override string ToString() => AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
