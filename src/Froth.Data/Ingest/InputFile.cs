using System.Text;
using Froth.Core.Data;
using Froth.Data.Sources;

namespace Froth.Data.Ingest;

/// <summary>A file to ingest: its bytes are already kept as a snapshot and hashed.</summary>
internal sealed class InputFile
{
    public required string Name { get; init; }

    /// <summary>The snapshot's own file, which nobody changes while it is parsed.</summary>
    public required string BytesPath { get; init; }

    public required string Sha256 { get; init; }

    public required long Length { get; init; }

    /// <summary>Address it was fetched from; empty for a user's own file.</summary>
    public string Url { get; init; } = "";

    /// <summary>When it was fetched; null means with this run.</summary>
    public DateTimeOffset? FetchedAt { get; init; }

    /// <summary>The arguments by which its source parses it.</summary>
    public SourceArguments Arguments { get; init; } = SourceArguments.None;

    /// <summary>The source that parses it; null for a canonical CSV.</summary>
    public ISource? Source { get; set; }

    /// <summary>Which of the source's formats it has.</summary>
    public string Format { get; set; } = "";

    /// <summary>Access class of what it tells without naming a source.</summary>
    public AccessClass Access { get; set; }

    /// <summary>Whether the store holds a snapshot of these bytes, read in whatever way.</summary>
    public bool IsHeld { get; set; }

    /// <summary>Number of the snapshot in the store.</summary>
    public int Snapshot { get; set; }

    /// <summary>The shape of its rows: what the header says or, for a table that a source told, what the source says.</summary>
    public CsvShape? Shape { get; set; }

    /// <summary>Position in the run.</summary>
    public int Index { get; set; }

    /// <summary>True for rows that a source told: they have a locator in their last column, and no line.</summary>
    public bool IsTold => Source is not null && Shape is not null;

    public string SourceId => Source?.Description.Id ?? "";

    /// <summary>What it turned out to be, as the ledger says it: a shape, or source and format.</summary>
    public string Kind => Source is null ? Shape!.Name : $"{SourceId}:{Format}";

    /// <summary>One table of what its source told, as a file that leads back to the same snapshot.</summary>
    public InputFile Table(CsvShape shape) => new()
    {
        Name = Name, BytesPath = BytesPath, Sha256 = Sha256, Length = Length, Source = Source, Format = Format, Access = Access, Snapshot = Snapshot,
        Shape = shape, Index = Index,
    };

    public SourceFile AsResponse(DateTimeOffset now) => new()
    {
        Name = Name, BytesPath = BytesPath, Length = Length, Sha256 = Sha256, Url = Url, FetchedAt = FetchedAt ?? now,
    };

    /// <summary>Line to store; 0 where only a locator tells the place.</summary>
    public int LineOf(CsvRecords record) => IsTold ? 0 : (int)record.Line;

    public string LocatorOf(CsvRecords record) => IsTold && record.FieldCount > 0 ? Encoding.UTF8.GetString(record.Field(record.FieldCount - 1)) : "";

    /// <summary>The place of an earlier row, as a message names it.</summary>
    public string PlaceOf(InputFile first, int line)
    {
        if (line == 0) return first.Index == Index ? "an earlier row" : $"a row of {first.Name}";
        return first.Index == Index ? $"line {line}" : $"{first.Name}, line {line}";
    }
}
