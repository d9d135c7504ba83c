using System.Diagnostics;
using Froth.Core.Data;
using Froth.Core.Filings;
using Froth.Core.Time;
using Froth.Data.Ingest;
using Froth.Data.Sources;
using Froth.Data.Stores.DuckDb;

namespace Froth.Data.Stores;

/// <summary>
/// The embedded store: one DuckDB file for the writer, and immutable generations beside it for readers. The writer's file is open
/// only while a run is ingested; readers never open it, so reading and writing never wait for each other. Safe for use by several
/// threads; a read sees one generation.
/// </summary>
public sealed class DuckDbStore : IObservationStore
{
    private readonly Lock _gate = new();
    private readonly Generations _generations;
    private readonly SnapshotFolder _snapshots;
    private readonly StoreOptions _options;
    private FactReader? _reader;

    /// <summary>Names a store. Nothing is created or opened before the first read or ingest.</summary>
    /// <param name="path">The writer's file; its folder is created with the first ingest.</param>
    /// <param name="options">Limits; null for the defaults.</param>
    /// <exception cref="ArgumentException">The path is empty or names a folder.</exception>
    public DuckDbStore(string path, StoreOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        Path = System.IO.Path.GetFullPath(path);
        if (Directory.Exists(Path)) throw new ArgumentException($"'{path}' is a folder; name a file, such as {System.IO.Path.Combine(path, "froth.duckdb")}.", nameof(path));
        _options = options ?? new StoreOptions();
        _generations = new Generations(Path);
        _snapshots = new SnapshotFolder(Path);
    }

    /// <summary>Full path of the writer's file.</summary>
    public string Path { get; }

    /// <inheritdoc />
    public string DataVersion => Reading(reader => reader.DataVersion, "");

    /// <inheritdoc />
    public FactBatch Read(FactQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Reading(reader => StoreReading.Batch(reader, query), new FactBatch([], [], Core.Entities.EntityBook.Empty, ""));
    }

    /// <inheritdoc />
    public IReadOnlyList<Observation> ReadSeries(string entity, string concept, Vintage vintage) =>
        Reading<IReadOnlyList<Observation>>(reader => StoreReading.Series(reader, entity, concept, vintage), []);

    /// <inheritdoc />
    public IReadOnlyList<Observation> ReadPanel(string concept, IReadOnlyList<string> entities, IReadOnlyList<DateOnly> periodEnds, Vintage vintage)
    {
        ArgumentNullException.ThrowIfNull(entities);
        ArgumentNullException.ThrowIfNull(periodEnds);
        return Reading<IReadOnlyList<Observation>>(reader => StoreReading.Panel(reader, concept, entities, periodEnds, vintage), []);
    }

    /// <inheritdoc />
    public IReadOnlyList<DatedEvent> ReadEvents(Vintage vintage) => Reading(reader => RecordReader.Events(reader, vintage), []);

    /// <inheritdoc />
    public IReadOnlyList<IngestRun> Runs() => Reading(reader => Ledger.Runs(reader.Session), []);

    /// <inheritdoc />
    public IReadOnlyList<QuarantinedRow> Quarantine(int? run = null) => Reading(reader => Ledger.Quarantine(reader.Session, run), []);

    /// <inheritdoc />
    public IReadOnlyList<FilingRecord> ReadFilings(string entity, Vintage vintage)
    {
        ArgumentException.ThrowIfNullOrEmpty(entity);
        return Reading(reader => RecordReader.Filings(reader, entity, vintage), []);
    }

    /// <inheritdoc />
    public IReadOnlyList<EntityReview> EntityReviews() => Reading(reader => Ledger.Reviews(reader.Session), []);

    /// <inheritdoc />
    public IReadOnlyList<Snapshot> Snapshots() => Reading<IReadOnlyList<Snapshot>>(reader => [.. reader.Snapshots], []);

    /// <inheritdoc />
    public byte[]? FindSnapshot(string id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        if (id.Length != 64 || !id.All(char.IsAsciiHexDigitLower)) throw new ArgumentException($"'{id}' is not a lower-case hexadecimal SHA-256.", nameof(id));
        return _snapshots.Read(id);
    }

    /// <inheritdoc />
    public StoreDescription Describe()
    {
        var bytes = File.Exists(Path) ? new FileInfo(Path).Length : 0;
        var empty = new StoreDescription(Path, bytes, Schema.Version, "", null, 0, new Dictionary<string, long>());
        return Reading(
            reader => empty with
            {
                DataVersion = reader.DataVersion,
                Generation = reader.FileName,
                GenerationBytes = new FileInfo(_generations.PathOf(reader.FileName)) is { Exists: true } file ? file.Length : 0,
                Counts = Ledger.Counts(reader.Session),
            },
            empty);
    }

    /// <inheritdoc />
    public IngestResult IngestFiles(IReadOnlyList<string> paths, IngestOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return IngestFiles([.. paths.Select(path => new IngestFile(path))], options, cancellation);
    }

    /// <inheritdoc />
    public IngestResult IngestFiles(IReadOnlyList<IngestFile> files, IngestOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(options);
        if (files.Count == 0) throw new ArgumentException("At least one file is needed.", nameof(files));
        return Write(options, transaction => transaction.Run(files), cancellation);
    }

    /// <inheritdoc />
    public IngestResult Reparse(string? sourceId, IngestOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (sourceId is not null && Sources.All(s => s.Description.Id != sourceId))
            throw new ArgumentException($"There is no source '{sourceId}'; known: {string.Join(", ", Sources.Select(s => s.Description.Id))}.", nameof(sourceId));
        return Write(options with { Source = null, CompleteSet = null }, transaction => transaction.Reparse(sourceId), cancellation);
    }

    private IReadOnlyList<ISource> Sources => _options.Sources ?? SourceCatalogue.All;

    private IngestResult Write(IngestOptions options, Func<IngestTransaction, IngestResult> write, CancellationToken cancellation)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        using var held = WriterLock.Take(Path, options.What, options.LockTimeout, cancellation);
        IngestResult result;
        var watch = new Stopwatch();
        (string FileName, string DataVersion)? generation = null;
        using (var session = OpenWriter())
        {
            var selection = new FileSelection(session, _snapshots, Sources, options, cancellation);
            result = Translated(() => write(new IngestTransaction(session, selection, options, cancellation)));
            watch.Start();
            Translated(() => session.Execute("checkpoint"));
            if (options.Publish && (!result.Unchanged || !IsPublished())) generation = Translated(() => _generations.Build(session));
        }

        if (generation is { } built) _generations.Point(built.FileName, built.DataVersion);
        return result with { PublishTime = watch.Elapsed };
    }

    /// <summary>Makes readers see everything that has been ingested; does nothing when they already do.</summary>
    public void Publish()
    {
        if (!File.Exists(Path)) return;
        using var held = WriterLock.Take(Path, "publish", TimeSpan.FromSeconds(30), CancellationToken.None);
        if (!IsPublished()) PublishLocked();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_gate)
        {
            _reader?.Dispose();
            _reader = null;
        }
    }

    private bool IsPublished() => _generations.Current() is { } pointer && _generations.IsFresh(pointer);

    private void PublishLocked()
    {
        (string FileName, string DataVersion) built;
        using (var session = OpenWriter())
        {
            Translated(() => session.Execute("checkpoint"));
            built = Translated(() => _generations.Build(session));
        }

        _generations.Point(built.FileName, built.DataVersion);
    }

    // A new store appears under its name only when it is whole, so a death while it is made leaves nothing that looks corrupt.
    private DuckSession OpenWriter()
    {
        if (!File.Exists(Path))
        {
            File.Delete(Path + ".new");
            File.Delete(Path + ".new.wal");
            using (var created = Translated(() => DuckSession.Open(Path + ".new", readOnly: false, _options.WriterMemoryLimit))) created.Execute("begin;" + Schema.Create + "commit; checkpoint");
            File.Move(Path + ".new", Path);
        }

        var session = StoreFile.Open(Path, readOnly: false, _options.WriterMemoryLimit);
        try
        {
            Schema.Check(session, Path);
            Schema.Upgrade(session);

            // The writer's file is a log that nobody scans; trying out compressions would cost a quarter of the ingest. Generations are compressed.
            session.Execute("set force_compression = 'uncompressed'");
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private T Reading<T>(Func<FactReader, T> read, T whenEmpty)
    {
        lock (_gate)
        {
            return CurrentReader() is { } reader ? Translated(() => read(reader)) : whenEmpty;
        }
    }

    // The pointer is looked at before every read, so a long-lived reader picks up the next generation between requests.
    private FactReader? CurrentReader()
    {
        if (!File.Exists(Path)) return null;
        var pointer = _generations.Current();
        if (pointer is null || !_generations.IsFresh(pointer)) pointer = Recover(pointer);
        if (pointer is null) return null;
        if (_reader?.FileName == pointer.FileName) return _reader;
        _reader?.Dispose();
        _reader = null;
        return _reader = Open(pointer);
    }

    /// <summary>A run was committed but not published, or the file was changed by other hands: the first reader to see it sets it right.</summary>
    private Pointer? Recover(Pointer? pointer)
    {
        // An old generation lacks tables that every read relies on, so there is nothing to fall back on until the new one is made.
        var isUsable = pointer is null || pointer.SchemaVersion == Schema.Version;
        using var held = isUsable ? WriterLock.TryTake(Path, "publish") : WriterLock.Take(Path, "publish", TimeSpan.FromSeconds(30), CancellationToken.None);
        if (held is null) return pointer;
        if (!IsPublished()) PublishLocked();
        return _generations.Current();
    }

    private FactReader Open(Pointer pointer)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                var session = StoreFile.Open(_generations.PathOf(pointer.FileName), readOnly: true, _options.ReaderMemoryLimit);
                return new FactReader(session, pointer.FileName, pointer.DataVersion);
            }
            catch (Exception fault) when (attempt < 5 && fault is FileNotFoundException or StoreUnavailableException)
            {
                // Two publications may have passed since the pointer was read; the new pointer names a file that exists.
                pointer = _generations.Current() ?? pointer;
            }
        }
    }

    private void Translated(Action action) => Translated(() =>
    {
        action();
        return true;
    });

    private T Translated<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (DuckFault fault)
        {
            throw StoreFile.Translate(Path, fault);
        }
    }
}

/// <summary>Limits of an embedded store.</summary>
public sealed record StoreOptions
{
    /// <summary>Most memory the engine takes while a run is written; beyond it the engine uses a temporary folder beside the store.</summary>
    public string WriterMemoryLimit { get; init; } = "256MB";

    /// <summary>Most memory the engine takes for reading.</summary>
    public string ReaderMemoryLimit { get; init; } = "256MB";

    /// <summary>The sources that the store knows when it parses snapshots again or names the source of an unknown file; null for all of the program.</summary>
    public IReadOnlyList<ISource>? Sources { get; init; }
}
