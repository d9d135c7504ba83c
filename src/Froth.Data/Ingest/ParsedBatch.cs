using Froth.Data.Stores;

namespace Froth.Data.Ingest;

/// <summary>What the parsing thread hands to the storing thread.</summary>
internal sealed class ParsedBatch
{
    /// <summary>Which file of the run.</summary>
    public required CsvFile File { get; init; }

    /// <summary>Sound observations, or null.</summary>
    public ObservationBatch? Observations { get; init; }

    /// <summary>Sound rows of a small shape.</summary>
    public IReadOnlyList<RecordRow> Records { get; init; } = [];

    /// <summary>Rows refused.</summary>
    public IReadOnlyList<QuarantinedRow> Quarantined { get; init; } = [];
}

/// <summary>A sound row of a small shape: its cells in the shape's order, each in the one canonical spelling of its kind.</summary>
internal sealed record RecordRow(CsvShape Shape, int Line, string[] Cells)
{
    /// <summary>The cells as one text, by which two rows are known to be the same.</summary>
    public string Content => string.Join('\u001f', Cells);

    public string this[string column] => Cells[Shape.IndexOf(column)];

    /// <summary>What tells revisions of one thing apart from other things: the id and, where the shape has it, the day of publication.</summary>
    public string RevisionKey => Shape.IndexOf("published") >= 0 ? $"{this["id"]}|{this["published"]}" : this["id"];
}

/// <summary>A file to ingest: its bytes are already kept as a snapshot and hashed.</summary>
internal sealed class CsvFile
{
    public required string Name { get; init; }

    /// <summary>The snapshot's own file, which nobody changes while it is parsed.</summary>
    public required string BytesPath { get; init; }

    public required string Sha256 { get; init; }

    public required long Length { get; init; }

    /// <summary>Number of the snapshot in the store.</summary>
    public int Snapshot { get; set; }

    /// <summary>What the header says the file is; null when it could not be told.</summary>
    public CsvShape? Shape { get; set; }

    /// <summary>Position in the run.</summary>
    public int Index { get; set; }
}
