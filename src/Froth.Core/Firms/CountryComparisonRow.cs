using Froth.Core.Data;
using Froth.Core.Indicators;

namespace Froth.Core.Firms;

/// <summary>What is known of one country in one row: a number, or the reason why there is none.</summary>
public sealed record CountryComparisonSide
{
    /// <summary>The number in the row's unit; NaN when there is none.</summary>
    public double Value { get; init; } = double.NaN;

    /// <summary>Lower end; NaN when open or when the number is a point.</summary>
    public double Low { get; init; } = double.NaN;

    /// <summary>Upper end; NaN when open or when the number is a point.</summary>
    public double High { get; init; } = double.NaN;

    /// <summary>Unit, where it differs from the row's: money that no dated rate converts stands in its own currency.</summary>
    public Unit? Unit { get; init; }

    /// <summary>How many things (deals, receivers, firms, labs: the row says which) stand behind the number.</summary>
    public int Count { get; init; }

    /// <summary>Share, 0 to 1, of what should have entered that did; NaN when not applicable.</summary>
    public double Coverage { get; init; } = double.NaN;

    /// <summary>Names of the firms or labs behind the number; empty where the facts name them well enough.</summary>
    public IReadOnlyList<Bilingual> Names { get; init; } = [];

    /// <summary>Why there is no number; null when there is one.</summary>
    public Bilingual? Why { get; init; }

    /// <summary>Inputs that are missing, each named; there may be some beside a number.</summary>
    public IReadOnlyList<Bilingual> Missing { get; init; } = [];

    /// <summary>The facts behind the number.</summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>True when there is a number.</summary>
    public bool HasValue => !double.IsNaN(Value);

    /// <summary>Day on which the newest of the facts was published; null without facts.</summary>
    public DateOnly? Newest => Facts.Count == 0 ? null : Facts.Max(f => f.PublishedAt);

    /// <summary>No number, and why.</summary>
    internal static CountryComparisonSide None(Bilingual why, params IReadOnlyList<Bilingual> missing) => new() { Why = why, Missing = missing };
}

/// <summary>One measure of two countries. A row that one of them lacks stays, with the reason.</summary>
public sealed record CountryComparisonRow
{
    /// <summary>Stable kebab-case id.</summary>
    public required string Id { get; init; }

    /// <summary>Heading under which it stands.</summary>
    public required Bilingual Group { get; init; }

    /// <summary>What is measured.</summary>
    public required Bilingual Title { get; init; }

    /// <summary>Unit of both sides unless a side says otherwise.</summary>
    public required Unit Unit { get; init; }

    /// <summary>How the numbers are written.</summary>
    public required Display Display { get; init; }

    /// <summary>What <see cref="CountryComparisonSide.Count"/> counts.</summary>
    public required Bilingual Counted { get; init; }

    /// <summary>The first country.</summary>
    public required CountryComparisonSide First { get; init; }

    /// <summary>The second country.</summary>
    public required CountryComparisonSide Second { get; init; }

    /// <summary>What to know before the two are compared; null for nothing.</summary>
    public Bilingual? Note { get; init; }
}
