using Froth.Data.Sources;
using Froth.Data.Stores;

namespace Froth.Data.Ingest;

/// <summary>What the parsing thread hands to the storing thread.</summary>
internal sealed class ParsedBatch
{
    /// <summary>Which file of the run.</summary>
    public required InputFile File { get; init; }

    /// <summary>Sound observations, or null.</summary>
    public ObservationBatch? Observations { get; init; }

    /// <summary>Facts of filings, or null.</summary>
    public FiledFactBatch? FiledFacts { get; init; }

    /// <summary>Sound rows of a small shape.</summary>
    public IReadOnlyList<RecordRow> Records { get; init; } = [];

    /// <summary>Rows refused.</summary>
    public IReadOnlyList<QuarantinedRow> Quarantined { get; init; } = [];

    /// <summary>Names that no entity certainly bears.</summary>
    public IReadOnlyList<EntityReview> Reviews { get; init; } = [];

    /// <summary>How the file ended, in its last batch.</summary>
    public FileEnd End { get; init; }
}

/// <summary>Whether a batch is the last of its file.</summary>
internal enum FileEnd
{
    /// <summary>More follows.</summary>
    NotYet,

    /// <summary>The file was read whole.</summary>
    Whole,

    /// <summary>The file turned out to be unusable: what was handed over of it must not land.</summary>
    Unusable,
}

/// <summary>A sound row of a small shape: its cells in the shape's order, each in the one canonical spelling of its kind.</summary>
internal sealed record RecordRow(CsvShape Shape, int Line, string[] Cells)
{
    /// <summary>
    /// The cells as one text, by which two rows are known to be the same. Where in a response a source told the row (it has no line then)
    /// does not count, since lists grow at either end.
    /// </summary>
    public string Content => string.Join('\u001f', Line > 0 ? Cells : Cells.Where((_, i) => i != Shape.IndexOf("locator")));

    public string this[string column] => Cells[Shape.IndexOf(column)];

    /// <summary>What tells revisions of one thing apart from other things: the id and, where the shape has it, the day of publication.</summary>
    public string RevisionKey => Shape.IndexOf("published") >= 0 ? $"{this["id"]}|{this["published"]}" : this["id"];
}
