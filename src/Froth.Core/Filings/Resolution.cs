using Froth.Core.Data;

namespace Froth.Core.Filings;

/// <summary>What became of the readings of one concept and period.</summary>
public enum ResolutionStatus
{
    /// <summary>One filing tells it under a tag that says the concept.</summary>
    Reported,

    /// <summary>Computed from other facts, all of which are named.</summary>
    Derived,

    /// <summary>Told under a tag that says something near.</summary>
    Substituted,

    /// <summary>Covers only what is told; an unknown part is missing.</summary>
    Partial,

    /// <summary>Two readings remain. Neither is picked; both are shown, and computations treat the value as missing.</summary>
    Disputed,
}

/// <summary>Why a value was chosen.</summary>
public enum Choice
{
    /// <summary>No other tag and no other value was told.</summary>
    Only,

    /// <summary>The newest filing of the period tells it.</summary>
    NewestFiling,

    /// <summary>Other tags of the same filing tell less: they are parts.</summary>
    Whole,

    /// <summary>The newest filing tells only a part; it uses the tag of the whole for other periods.</summary>
    WholeOfEarlierFiling,

    /// <summary>One filing tells two values; other filings of the period bear this one out.</summary>
    BorneOut,

    /// <summary>Of tags that may be parts, the broadest, which is also the largest.</summary>
    Broadest,

    /// <summary>Nothing nearer was told.</summary>
    NothingNearer,

    /// <summary>A sum of other concepts.</summary>
    Sum,

    /// <summary>A sum over the members of an axis.</summary>
    SumOfMembers,

    /// <summary>One filing tells two values and nothing decides between them.</summary>
    TwoValues,

    /// <summary>An amendment tells another value than the report.</summary>
    Amended,

    /// <summary>Several tags whose overlap nobody states.</summary>
    UnknownOverlap,
}

/// <summary>How a value was found in filings: which tag of which filing, why that one, and what else was told.</summary>
public sealed record Resolution
{
    /// <summary>What became of the readings.</summary>
    public required ResolutionStatus Status { get; init; }

    /// <summary>Why.</summary>
    public required Choice Choice { get; init; }

    /// <summary>The fact chosen, or the first of the disputed ones; for a sum the fact behind its first term.</summary>
    public required FiledFact Fact { get; init; }

    /// <summary>What else was told about the period: parts, older values, the other readings of a dispute.</summary>
    public IReadOnlyList<FiledFact> Others { get; init; } = [];

    /// <summary>The terms of a sum; empty for what was told.</summary>
    public IReadOnlyList<Observation> Terms { get; init; } = [];

    /// <summary>Those of the terms that are taken off; empty for a plain sum.</summary>
    public IReadOnlyList<Observation> Subtracted { get; init; } = [];

    /// <summary>A concept that the sum lacks although the firm told it before; empty where nothing is missing.</summary>
    public string Missing { get; init; } = "";

    /// <summary>True where the value was computed.</summary>
    public bool IsDerived => Choice is Choice.Sum or Choice.SumOfMembers;

    /// <summary>The tag, or the tags of a sum joined by <c> + </c> and <c> − </c>.</summary>
    public string Tag => Terms.Count == 0 ? Fact.Tag : Joined(t => t.Resolution?.Tag ?? t.Concept);

    /// <summary>Why this tag, in a sentence.</summary>
    public Bilingual Reason => ResolutionText.Of(this);

    // The first term of a sum is never taken off.
    internal string Joined(Func<Observation, string> name) =>
        string.Concat(Terms.Select((t, i) => (i == 0 ? "" : Subtracted.Contains(t) ? " − " : " + ") + name(t)));
}
