using Froth.Core.Data;
using Froth.Core.Entities;
using Froth.Core.Filings;
using Froth.Core.Financing;
using Froth.Core.Time;

namespace Froth.Data.Stores;

/// <summary>What to read, and from which point of view.</summary>
/// <param name="Vintage">The point of view.</param>
public sealed record FactQuery(Vintage Vintage)
{
    /// <summary>Only these concepts; null for all.</summary>
    public IReadOnlyCollection<string>? Concepts { get; init; }

    /// <summary>Only observations of these entities; null for all.</summary>
    public IReadOnlyCollection<string>? Entities { get; init; }

    /// <summary>Whether flows are read too.</summary>
    public bool IncludeFlows { get; init; } = true;

    /// <summary>
    /// Filed facts of these tags, of the entities above; null reads no filed facts at all, an empty set those of every tag.
    /// </summary>
    public IReadOnlyCollection<string>? FiledTags { get; init; }
}

/// <summary>Facts as they stand in the store: every visible revision, in the store's order.</summary>
/// <param name="Observations">Observations by concept, entity, dimension, period, publication.</param>
/// <param name="Flows">Flows by id, publication; empty when not asked for.</param>
/// <param name="Entities">The entities known at the vintage.</param>
/// <param name="DataVersion">Version of the data that was read.</param>
public sealed record FactBatch(
    IReadOnlyList<Observation> Observations, IReadOnlyList<Flow> Flows, EntityBook Entities, string DataVersion)
{
    /// <summary>Filed facts by entity, tag, dimension, unit, period, filing day and run; empty when not asked for.</summary>
    public IReadOnlyList<FiledFact> FiledFacts { get; init; } = [];
}

/// <summary>Where a store is and what it holds.</summary>
/// <param name="Path">The writer's file.</param>
/// <param name="Bytes">Its length; 0 when it does not exist yet.</param>
/// <param name="SchemaVersion">Version of the tables.</param>
/// <param name="DataVersion">Short hash over the content.</param>
/// <param name="Generation">File name of the generation that readers see, or null when nothing was published yet.</param>
/// <param name="GenerationBytes">Its length.</param>
/// <param name="Counts">Rows by table: observations, flows, events, entities, sources, filings, filed_facts, entity_reviews, snapshots, runs, quarantine.</param>
public sealed record StoreDescription(
    string Path, long Bytes, int SchemaVersion, string DataVersion, string? Generation, long GenerationBytes, IReadOnlyDictionary<string, long> Counts);

/// <summary>One line of the ledger: one transaction that changed the store.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="RecordedAt">The instant that its facts bear as recorded.</param>
/// <param name="Who">User who ran it.</param>
/// <param name="What">What was asked for.</param>
/// <param name="Origin">Collection that its facts belong to: <c>user</c>, or the name of a data set that replaces itself as a whole.</param>
/// <param name="CodeVersion">Version of the program.</param>
/// <param name="State">Always <c>completed</c>: a run that failed or was killed leaves nothing behind, not even its line.</param>
/// <param name="Added">Rows added.</param>
/// <param name="Duplicates">Rows that the store, or the same run, already held.</param>
/// <param name="Quarantined">Rows refused.</param>
/// <param name="Withdrawn">Facts of an earlier run of the same data set that this run no longer tells.</param>
/// <param name="Files">The files read, in order.</param>
public sealed record IngestRun(
    int Number, DateTimeOffset RecordedAt, string Who, string What, string Origin, string CodeVersion, string State,
    long Added, long Duplicates, long Quarantined, long Withdrawn, IReadOnlyList<RunFile> Files);

/// <summary>One file of a run.</summary>
/// <param name="Name">File name.</param>
/// <param name="Kind">Shape of its rows, or source and format, such as <c>edgar:companyfacts</c>.</param>
/// <param name="SnapshotId">SHA-256 of its bytes.</param>
public sealed record RunFile(string Name, string Kind, string SnapshotId);

/// <summary>A row that was refused, and why.</summary>
/// <param name="Run">The run that refused it; 0 when nothing of the run landed.</param>
/// <param name="File">File name.</param>
/// <param name="Line">Line of the file, counted from 1; 0 where only a locator tells the place.</param>
/// <param name="Column">Column at fault; empty when the row as a whole is.</param>
/// <param name="Reason">What is wrong, in a sentence.</param>
/// <param name="Raw">The row as it stood, cut after 500 bytes.</param>
public sealed record QuarantinedRow(int Run, string File, long Line, string Column, string Reason, string Raw)
{
    /// <summary>Place inside a response of a source: JSON pointer, row number, page. Empty for a canonical CSV, which has lines.</summary>
    public string Locator { get; init; } = "";

    /// <inheritdoc />
    public override string ToString()
    {
        var place = Locator.Length > 0 ? $"{File}, {Locator}" : Line > 0 ? $"{File}, line {Line}" : File;
        return Column.Length == 0 ? $"{place}: {Reason}" : $"{place}, column {Column}: {Reason}";
    }
}

/// <summary>A name in a response that no entity certainly bears; a person decides.</summary>
/// <param name="Run">The run that met it.</param>
/// <param name="SnapshotId">SHA-256 of the bytes.</param>
/// <param name="File">Name of the file.</param>
/// <param name="Locator">Place in it.</param>
/// <param name="Name">The name as told.</param>
/// <param name="Candidate">Id of the most similar entity; empty when none is similar.</param>
/// <param name="Score">Its similarity, 0 to 1.</param>
/// <param name="Reason">Why it is not certain.</param>
public sealed record EntityReview(int Run, string SnapshotId, string File, string Locator, string Name, string Candidate, double Score, string Reason);
