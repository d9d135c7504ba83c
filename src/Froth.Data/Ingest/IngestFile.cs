using Froth.Data.Sources;

namespace Froth.Data.Ingest;

/// <summary>A file handed to the store: a canonical CSV, or a response of a source.</summary>
/// <param name="Path">Where the bytes lie. They are kept as a snapshot before anything is parsed.</param>
public sealed record IngestFile(string Path)
{
    /// <summary>Name under which it is listed and cited; null for the file's own.</summary>
    public string? Name { get; init; }

    /// <summary>Address it was fetched from, without secrets; empty for a user's own file.</summary>
    public string Url { get; init; } = "";

    /// <summary>When it was fetched; null for the instant of the run.</summary>
    public DateTimeOffset? FetchedAt { get; init; }

    /// <summary>Arguments by which the source parses this file; null for those of the run.</summary>
    public SourceArguments? Arguments { get; init; }
}
