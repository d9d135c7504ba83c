using System.Text.RegularExpressions;

namespace Froth.Core.Filings;

/// <summary>How the facts of a concept relate to time.</summary>
public enum ConceptKind
{
    /// <summary>An amount over a period; quarters and years add up.</summary>
    Flow,

    /// <summary>An amount at a day.</summary>
    Balance,

    /// <summary>A figure of a period that does not add up over periods: earnings per share, an average.</summary>
    Average,

    /// <summary>Something that happened once, told again in later filings under varying dates.</summary>
    Event,
}

/// <summary>What a concept is measured in; the currency is the filer's.</summary>
public enum ConceptMeasure
{
    /// <summary>Money.</summary>
    Money,

    /// <summary>Shares.</summary>
    Shares,

    /// <summary>Money per share.</summary>
    PerShare,

    /// <summary>A pure number; shares of a whole are fractions of one.</summary>
    Ratio,

    /// <summary>Years.</summary>
    Years,
}

/// <summary>How near a tag comes to a concept.</summary>
public enum TagMeaning
{
    /// <summary>The tag says the concept.</summary>
    Exact,

    /// <summary>The tag says the concept, unless the filer uses an exact tag beside it: then it is a part.</summary>
    Part,

    /// <summary>The tag says something near; used, with a note, only where nothing else speaks.</summary>
    Substitute,
}

/// <summary>A tag that can carry a concept.</summary>
/// <param name="Tag">Taxonomy and tag.</param>
/// <param name="Meaning">How near it comes.</param>
/// <param name="Order">Place in the list; settles ties inside one filing.</param>
public sealed record TagCandidate(string Tag, TagMeaning Meaning, int Order);

/// <summary>Facts that bear a right tag and say something else, known from reading the filings.</summary>
/// <param name="Entity">Entity id.</param>
/// <param name="Tag">The tag; null for every tag of the concept.</param>
/// <param name="Value">The value; null for every value.</param>
/// <param name="After">Only facts of periods that begin after this day; null for all.</param>
/// <param name="Why">What the facts say instead.</param>
public sealed record TagException(string Entity, string? Tag, decimal? Value, DateOnly? After, string Why)
{
    /// <summary>True when <paramref name="fact"/> is one of them.</summary>
    public bool Covers(FiledFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact.Entity == Entity && (Tag is null || fact.Tag == Tag) && (Value is null || fact.Value == Value)
            && (After is null || (fact.Period.Start ?? fact.Period.End) > After);
    }
}

/// <summary>A concept that enters a sum.</summary>
/// <param name="Concept">The concept.</param>
/// <param name="IsOptional">Whether the sum stands without it, because a firm that has none files none.</param>
/// <param name="MustBeAbsent">Whether the sum only stands where the concept is not told: beside it nobody knows what the others include.</param>
/// <param name="IsSubtracted">Whether the term is taken off; a sum with such a term takes no part for the whole, because the rest would be too large or too small.</param>
public sealed record SumTerm(string Concept, bool IsOptional, bool MustBeAbsent = false, bool IsSubtracted = false);

/// <summary>How one concept is found in filings. All rules together are the <see cref="ConceptMap"/>.</summary>
public sealed record ConceptRule
{
    /// <summary>Concept id.</summary>
    public required string Concept { get; init; }

    /// <summary>Name in both languages.</summary>
    public required Bilingual Title { get; init; }

    /// <summary>Relation to time.</summary>
    public required ConceptKind Kind { get; init; }

    /// <summary>What it is measured in.</summary>
    public required ConceptMeasure Measure { get; init; }

    /// <summary>Tags, nearest first.</summary>
    public IReadOnlyList<TagCandidate> Tags { get; init; } = [];

    /// <summary>A pattern for the local names of tags that filers invent themselves; null for none.</summary>
    public string? Matching { get; init; }

    /// <summary>True when the year to date can only grow within a year.</summary>
    public bool Rises { get; init; }

    /// <summary>True when filers tell the balance with the dates of a period; its end is the day meant.</summary>
    public bool IsToldAsDuration { get; init; }

    /// <summary>True when nobody states how far the tags overlap: two different readings of one day are disputed, and never added.</summary>
    public bool HasUnknownOverlap { get; init; }

    /// <summary>True when the concept lives in dimensions: every member is a fact of its own.</summary>
    public bool IsDimensioned { get; init; }

    /// <summary>Text that the dimension must contain; empty for any.</summary>
    public string Within { get; init; } = "";

    /// <summary>An axis over whose members the firm's total is summed where no total is told; null for none.</summary>
    public string? SumOver { get; init; }

    /// <summary>Sums that stand in where no tag speaks, best first.</summary>
    public IReadOnlyList<IReadOnlyList<SumTerm>> Sums { get; init; } = [];

    /// <summary>Facts to leave out.</summary>
    public IReadOnlyList<TagException> Exceptions { get; init; } = [];

    private static readonly TimeSpan PatternTimeout = TimeSpan.FromSeconds(1);

    /// <summary>The candidate for a tag, or null when the tag does not belong to the concept.</summary>
    public TagCandidate? CandidateOf(string tag)
    {
        foreach (var candidate in Tags)
        {
            if (candidate.Tag == tag) return candidate;
        }

        return Matching is not null && Regex.IsMatch(tag, Matching, RegexOptions.CultureInvariant, PatternTimeout) ? new TagCandidate(tag, TagMeaning.Part, Tags.Count) : null;
    }
}
