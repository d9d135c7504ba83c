using Froth.Core.Filings;
using Froth.Core.Time;

namespace Froth.Core.Data;

/// <summary>
/// Anything recorded: append-only, dated twice (when the world could know, when this store knew) and traceable. Subclasses are
/// <see cref="Observation"/> and <see cref="Financing.Flow"/>.
/// </summary>
public abstract record Fact
{
    /// <summary>What the fact is about; two facts of one key are revisions of each other.</summary>
    public abstract string Key { get; }

    /// <summary>The day the fact describes: a period's end, a deal's announcement.</summary>
    public abstract DateOnly Date { get; }

    /// <summary>First day on which the world could know it.</summary>
    public required DateOnly PublishedAt { get; init; }

    /// <summary>When this store recorded it (UTC).</summary>
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>How sure it is.</summary>
    public required Grade Grade { get; init; }

    /// <summary>Where it comes from.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>What the source says in words, and any doubt; may be empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>Where exactly inside its source it stands.</summary>
    public virtual string Place => Provenance.Locator;

    /// <summary>What a reader should know beside the number: the note, or why this reading was chosen; may be empty.</summary>
    public virtual Bilingual Remark => Bilingual.Same(Note);

    /// <summary>Who may see it.</summary>
    public AccessClass Access => Provenance.Source.Access;
}

/// <summary>One number about one entity, concept and period, as published at one time. Restatements are further observations.</summary>
public sealed record Observation : Fact
{
    private string? _key;

    /// <summary>Entity id, such as <c>nvidia</c>.</summary>
    public required string Entity { get; init; }

    /// <summary>Concept id, such as <c>revenue</c>; see <see cref="Concepts"/>.</summary>
    public required string Concept { get; init; }

    /// <summary>Tells apart parallel facts of one entity, concept and period (a funding round, a model); empty for most.</summary>
    public string Dimension { get; init; } = "";

    /// <summary>The time described.</summary>
    public required Period Period { get; init; }

    /// <summary>The number, or range, in <see cref="Unit"/>; money in whole units of the currency.</summary>
    public required Amount Value { get; init; }

    /// <summary>Unit of <see cref="Value"/>.</summary>
    public required Unit Unit { get; init; }

    /// <inheritdoc />
    public override string Key => _key ??= $"{Entity}|{Concept}|{Dimension}|{Period}|{Unit.Code}";

    /// <inheritdoc />
    public override DateOnly Date => Period.End;

    /// <summary>How the value was found in filings; null for what was told in Froth's own concepts.</summary>
    public Resolution? Resolution { get; init; }

    /// <inheritdoc />
    public override string Place => Resolution is { } resolved
        ? $"{resolved.Fact.Accession} {resolved.Tag} {resolved.Fact.Form} ({Provenance.Locator})".TrimStart()
        : base.Place;

    /// <inheritdoc />
    public override Bilingual Remark => Resolution is { Choice: not Choice.Only } resolved ? resolved.Reason : base.Remark;

    /// <summary>
    /// A hash of what the fact is about and when it was published. Equal facts share it; hashing every field, provenance included, took
    /// most of the time of taking distinct lineages.
    /// </summary>
    public override int GetHashCode() => HashCode.Combine(Key, PublishedAt);

    /// <summary>The central value as a double; NaN where the range is open, and where two readings are disputed.</summary>
    public double Double => Resolution?.Status == ResolutionStatus.Disputed ? double.NaN : (double?)Value.Central ?? double.NaN;
}
