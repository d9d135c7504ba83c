using System.Globalization;
using Froth.Core.Data;
using Froth.Core.Entities;
using Froth.Core.Time;
using Froth.Data.Ingest;

namespace Froth.Data.Stores.DuckDb;

/// <summary>One generation, open for reading, with the tables that every read needs already in arrays.</summary>
internal sealed class FactReader : IDisposable
{
    /// <summary>Stands for the run that withdraws a fact while none does.</summary>
    public const int Never = int.MaxValue;

    private readonly DuckSession _session;
    private readonly string[] _words;
    private readonly Dictionary<string, int> _numberOf;
    private readonly Dictionary<string, Source> _sources = new(StringComparer.Ordinal);
    private readonly Source?[] _sourceOfWord;
    private readonly Dictionary<int, (Snapshot Snapshot, Source AsSource)> _snapshots = [];
    private readonly Dictionary<(Source, int), Provenance> _wholes = new(SourceAndSnapshot.Instance);
    private readonly List<(int Number, DateTimeOffset RecordedAt)> _runs = [];
    private readonly DateTimeOffset[] _recordedAt;
    private (string Known, EntityBook Book)? _entities;

    public FactReader(DuckSession session, string fileName, string dataVersion)
    {
        _session = session;
        FileName = fileName;
        DataVersion = dataVersion;
        _words = ReadWords();
        _numberOf = new Dictionary<string, int>(_words.Length, StringComparer.Ordinal);
        for (var i = 0; i < _words.Length; i++) _numberOf[_words[i]] = i;
        ReadRuns();
        _recordedAt = new DateTimeOffset[_runs.Count == 0 ? 0 : _runs[^1].Number + 1];
        foreach (var (number, at) in _runs) _recordedAt[number] = at;
        ReadSnapshots();
        ReadSources();
        _sourceOfWord = [.. _words.Select(word => _sources.GetValueOrDefault(word))];
    }

    public string FileName { get; }

    public string DataVersion { get; }

    public DuckSession Session => _session;

    public IEnumerable<Snapshot> Snapshots => _snapshots.Values.Select(s => s.Snapshot);

    /// <summary>Number of a word, or -1 when no fact bears it.</summary>
    public int NumberOf(string word) => _numberOf.GetValueOrDefault(word, -1);

    public int WordCount => _words.Length;

    public string Word(int number) => _words[number];

    public DateTimeOffset RecordedAt(int run) => _recordedAt[run];

    /// <summary>The publication with that number; 0 means that the file itself is the source.</summary>
    public Source SourceOf(int word, int snapshot) => (word > 0 ? _sourceOfWord[word] : null) ?? _snapshots[snapshot].AsSource;

    /// <summary>The publication with that id; the file itself where the row names none.</summary>
    public Source SourceOf(string id, int snapshot) => _sources.GetValueOrDefault(id) ?? _snapshots[snapshot].AsSource;

    public Provenance ProvenanceOf(Source source, int snapshot, int line, string locator)
    {
        var held = _snapshots[snapshot].Snapshot;
        var place = line == 0 && locator.Length > 0 ? held.Name : string.Create(CultureInfo.InvariantCulture, $"{held.Name}:{line}");
        return new Provenance(source, held.Id, locator.Length > 0 ? $"{locator} ({place})" : place);
    }

    /// <summary>A whole response as evidence, made once: thousands of filed facts share it.</summary>
    public Provenance ProvenanceOf(Source source, int snapshot)
    {
        if (_wholes.TryGetValue((source, snapshot), out var known)) return known;
        var held = _snapshots[snapshot].Snapshot;
        return _wholes[(source, snapshot)] = new Provenance(source, held.Id, held.Name);
    }

    /// <summary>The part of the vintage that speaks of recording: runs up to a number, and nothing withdrawn by them.</summary>
    public string Known(Vintage vintage)
    {
        var last = 0;
        foreach (var (number, at) in _runs)
        {
            if (at <= vintage.KnownAt) last = number;
        }

        return string.Create(CultureInfo.InvariantCulture, $"run <= {last} and withdrawn > {last}");
    }

    /// <summary>The whole vintage as a condition. It is applied before any latest revision is taken.</summary>
    public string Visible(Vintage vintage) =>
        string.Create(CultureInfo.InvariantCulture, $"published <= date '{vintage.AsOf:yyyy-MM-dd}' and {Known(vintage)}");

    /// <summary>The entities known at a vintage. The last book is kept: readers ask for the same one time and again, and there may be thousands in it.</summary>
    public EntityBook Entities(Vintage vintage)
    {
        var known = Known(vintage);
        if (_entities?.Known == known) return _entities.Value.Book;
        var latest = new Dictionary<string, Entity>(StringComparer.Ordinal);
        foreach (var held in HeldRecords.Read(_session, CsvShape.Entities, known))
        {
            var entity = ParseContext.EntityOf(held.Row);
            latest[entity.Id] = entity;
        }

        _entities = (known, new EntityBook(latest.Values));
        return _entities.Value.Book;
    }

    public void Dispose() => _session.Dispose();

    private string[] ReadWords()
    {
        var words = new string[_session.Scalar("select coalesce(max(no) + 1, 1) from words")];
        words[0] = "";
        using var rows = _session.Query("select no, text from words");
        while (rows.NextChunk())
        {
            var numbers = rows.Ints(0);
            var texts = rows.Texts(1);
            for (var i = 0; i < rows.Count; i++) words[numbers[i]] = texts[i].ToString();
        }

        return words;
    }

    private void ReadRuns()
    {
        using var rows = _session.Query("select no, recorded from runs order by no");
        while (rows.NextChunk())
        {
            for (var i = 0; i < rows.Count; i++) _runs.Add((rows.Ints(0)[i], Instants.FromMicroseconds(rows.Longs(1)[i])));
        }
    }

    private void ReadSnapshots()
    {
        using var rows = _session.Query("select no, sha256, name, fetched, bytes from snapshots order by no");
        while (rows.NextChunk())
        {
            for (var i = 0; i < rows.Count; i++)
            {
                var snapshot = new Snapshot(rows.Text(1, i), rows.Text(2, i), Instants.FromMicroseconds(rows.Longs(3)[i]), rows.Longs(4)[i]);
                var itself = new Source($"file-{snapshot.Id[..12]}", "own file", snapshot.Name, "", null, "as its owner says", AccessClass.Public);
                _snapshots[rows.Ints(0)[i]] = (snapshot, itself);
            }
        }
    }

    private void ReadSources()
    {
        foreach (var held in HeldRecords.Read(_session, CsvShape.Sources, "true"))
        {
            var row = held.Row;
            Codes.TryParse<AccessClass>(row["access"], out var access);
            DateOnly? date = row["date"].Length > 0 ? DateOnly.ParseExact(row["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
            _sources[row["id"]] = new Source(row["id"], row["publisher"], row["title"], row["url"], date, row["licence"], access);
        }
    }
}

/// <summary>Sources of one reader are the same when they are the same object; comparing them text by text would cost more than it saves.</summary>
internal sealed class SourceAndSnapshot : IEqualityComparer<(Source Source, int Snapshot)>
{
    public static readonly SourceAndSnapshot Instance = new();

    public bool Equals((Source Source, int Snapshot) x, (Source Source, int Snapshot) y) => x.Snapshot == y.Snapshot && ReferenceEquals(x.Source, y.Source);

    public int GetHashCode((Source Source, int Snapshot) key) => key.Snapshot * 397 ^ System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(key.Source);
}

/// <summary>Instants as the store keeps them: microseconds since 1970 in UTC.</summary>
internal static class Instants
{
    public static long ToMicroseconds(DateTimeOffset instant) => (instant.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / 10;

    public static DateTimeOffset FromMicroseconds(long microseconds) => new(DateTimeOffset.UnixEpoch.UtcTicks + microseconds * 10, TimeSpan.Zero);
}
