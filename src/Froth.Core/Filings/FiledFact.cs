using Froth.Core.Data;
using Froth.Core.Time;

namespace Froth.Core.Filings;

/// <summary>
/// One number as one filing told it, under the tag that the filer chose. Nothing is decided yet: several tags may speak of one
/// concept, and several filings of one period. The concept resolver turns these into observations at a vintage.
/// </summary>
public sealed record FiledFact
{
    /// <summary>Entity id, such as <c>nvidia</c>.</summary>
    public required string Entity { get; init; }

    /// <summary>Taxonomy and tag, such as <c>us-gaap:Revenues</c>.</summary>
    public required string Tag { get; init; }

    /// <summary>
    /// What the number is confined to, as <c>axis=member</c> pairs joined by <c>;</c> in the order of the axes; empty for the whole firm.
    /// </summary>
    public string Dimension { get; init; } = "";

    /// <summary>The days covered, from the fact's own dates and never from the fiscal labels of its filing.</summary>
    public required Period Period { get; init; }

    /// <summary>The number as filed, in <see cref="Unit"/>; never adjusted for splits.</summary>
    public required decimal Value { get; init; }

    /// <summary>Unit as filed: <c>USD</c>, <c>shares</c>, <c>USD/shares</c>, <c>pure</c>, …</summary>
    public required string Unit { get; init; }

    /// <summary>The filing; 0 where the source does not name it.</summary>
    public required Accession Accession { get; init; }

    /// <summary>Form of the filing, such as <c>10-K</c> or <c>10-Q/A</c>.</summary>
    public required string Form { get; init; }

    /// <summary>The day on which the filing became public.</summary>
    public required DateOnly Filed { get; init; }

    /// <summary>When this store recorded it (UTC).</summary>
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>
    /// True where the source rounds dates (Financial Statement Data Sets: month ends, whole quarters). Such a fact only speaks for a
    /// filing of which nothing exact is held.
    /// </summary>
    public bool HasRoundedDates { get; init; }

    /// <summary>The publication and the snapshot that it was read from; accession number, tag and form tell the place inside.</summary>
    public required Provenance Provenance { get; init; }
}
