using Froth.Core.Data;
using Froth.Core.Filings;
using Froth.Core.Time;
using Froth.Data.Ingest;

namespace Froth.Data.Stores;

/// <summary>
/// The one seam between the program and the place where facts are kept. Append-only and bitemporal: nothing is updated in place,
/// and every write is one transaction that belongs to one ingest run.
/// </summary>
public interface IObservationStore : IDisposable
{
    /// <summary>Short hash of the content: equal on every machine that ingested the same bytes in the same order. Empty for an empty store.</summary>
    string DataVersion { get; }

    /// <summary>Where the store is, how large, and what it holds.</summary>
    StoreDescription Describe();

    /// <summary>Every visible revision of what the query asks for.</summary>
    FactBatch Read(FactQuery query);

    /// <summary>Latest visible revision of each fact of one entity and concept, ordered by period, dimension, unit.</summary>
    /// <param name="entity">Entity id.</param>
    /// <param name="concept">Concept id.</param>
    /// <param name="vintage">The point of view; facts are filtered by it before the latest revision is taken.</param>
    IReadOnlyList<Observation> ReadSeries(string entity, string concept, Vintage vintage);

    /// <summary>Latest visible revision of each fact of one concept for several entities, ordered by entity, period, dimension, unit.</summary>
    /// <param name="concept">Concept id.</param>
    /// <param name="entities">Entity ids; empty for all.</param>
    /// <param name="periodEnds">Last days of the periods wanted; empty for all.</param>
    /// <param name="vintage">The point of view; facts are filtered by it before the latest revision is taken.</param>
    IReadOnlyList<Observation> ReadPanel(string concept, IReadOnlyList<string> entities, IReadOnlyList<DateOnly> periodEnds, Vintage vintage);

    /// <summary>Latest visible revision of each event, by date.</summary>
    IReadOnlyList<DatedEvent> ReadEvents(Vintage vintage);

    /// <summary>Latest visible revision of each filing of one entity, by day of publication.</summary>
    /// <param name="entity">Entity id.</param>
    /// <param name="vintage">The point of view.</param>
    IReadOnlyList<FilingRecord> ReadFilings(string entity, Vintage vintage);

    /// <summary>The ledger of ingest runs, oldest first.</summary>
    IReadOnlyList<IngestRun> Runs();

    /// <summary>Rows that were refused, oldest first.</summary>
    /// <param name="run">Only this run's, or null for all.</param>
    IReadOnlyList<QuarantinedRow> Quarantine(int? run = null);

    /// <summary>Names that the last reading of each file could not settle, oldest run first.</summary>
    IReadOnlyList<EntityReview> EntityReviews();

    /// <summary>Every snapshot of raw bytes held, oldest first.</summary>
    IReadOnlyList<Snapshot> Snapshots();

    /// <summary>The raw bytes of a snapshot, or null when the store does not hold it.</summary>
    /// <param name="id">Lower-case hexadecimal SHA-256.</param>
    /// <exception cref="StoreCorruptException">The bytes no longer have the hash that names them.</exception>
    byte[]? FindSnapshot(string id);

    /// <summary>
    /// Ingests files as one run: either all that is sound in them lands, or nothing. Entities and sources are read first, whatever
    /// the order of <paramref name="paths"/>.
    /// </summary>
    /// <exception cref="IngestRejectedException">No file could be used, or <see cref="IngestOptions.Strict"/> is set and something is wrong.</exception>
    /// <exception cref="StoreBusyException">Another process writes, and did not finish within <see cref="IngestOptions.LockTimeout"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; nothing landed.</exception>
    IngestResult IngestFiles(IReadOnlyList<string> paths, IngestOptions options, CancellationToken cancellation = default);

    /// <summary>
    /// The same with what is known of each file: the address it came from, when, and by what arguments it is to be parsed. With
    /// <see cref="IngestOptions.Source"/> the files are responses of that source. One that turns out to be unusable is quarantined as a
    /// whole, and the others land.
    /// </summary>
    /// <exception cref="IngestRejectedException">No file could be used, or <see cref="IngestOptions.Strict"/> is set and something is wrong.</exception>
    /// <exception cref="StoreBusyException">Another process writes, and did not finish within <see cref="IngestOptions.LockTimeout"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; nothing landed.</exception>
    IngestResult IngestFiles(IReadOnlyList<IngestFile> files, IngestOptions options, CancellationToken cancellation = default);

    /// <summary>
    /// Parses every snapshot that came through a source again, as one run: what its parser now tells and the store does not hold is added,
    /// and what it no longer tells is withdrawn. Views known at an earlier instant stay as they were. When nothing is told differently
    /// nothing changes.
    /// </summary>
    /// <param name="sourceId">Only snapshots of this source; null for all.</param>
    /// <param name="options">How to ingest; source, arguments, access class and complete set are those of each snapshot and not read from here.</param>
    /// <param name="cancellation">Stops the run; nothing lands.</param>
    /// <exception cref="ArgumentException">The store knows no source with that id.</exception>
    /// <exception cref="IngestRejectedException"><see cref="IngestOptions.Strict"/> is set and something is wrong.</exception>
    /// <exception cref="StoreBusyException">Another process writes, and did not finish within <see cref="IngestOptions.LockTimeout"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; nothing landed.</exception>
    IngestResult Reparse(string? sourceId, IngestOptions options, CancellationToken cancellation = default);
}
