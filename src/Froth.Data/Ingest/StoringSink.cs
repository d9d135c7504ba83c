using Froth.Core;
using Froth.Core.Data;
using Froth.Core.Entities;
using Froth.Core.Filings;
using Froth.Data.Sources;
using Froth.Data.Stores;

namespace Froth.Data.Ingest;

/// <summary>
/// Takes what a source tells about one file, on the parsing thread. Batches of filed facts go on at once. Rows of tables are gathered as
/// canonical CSV and then pass the very checks of a user's own file.
/// </summary>
internal sealed class StoringSink : ParseSink
{
    private const long MostBuffered = 8 << 20;
    private const int MostRefused = 4096;
    private readonly ParseContext _context;
    private readonly InputFile _file;
    private readonly IngestOptions _options;
    private readonly CsvFileParser _tableParser;
    private readonly BatchPools _pools;
    private readonly Action<ParsedBatch> _emit;
    private readonly RunProgress _progress;
    private readonly CancellationToken _cancellation;
    private readonly List<TableBuffer> _tables = [.. CsvShape.All.Where(s => s != CsvShape.FiledFacts).Select(s => new TableBuffer(s))];
    private readonly List<string> _newEntities = [];
    private readonly Dictionary<string, (string Scheme, string Value, string Name)> _registered = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _named = new(StringComparer.Ordinal);
    private readonly string _publication;
    private readonly int _publicationWord;
    private readonly int _today;
    private List<QuarantinedRow> _refused = [];
    private List<EntityReview> _reviews = [];

    public StoringSink(
        ParseContext context, InputFile file, IngestOptions options, CsvFileParser tableParser, BatchPools pools, Action<ParsedBatch> emit, RunProgress progress, CancellationToken cancellation)
    {
        (_context, _file, _options, _tableParser, _pools) = (context, file, options, tableParser, pools);
        (_emit, _progress, _cancellation) = (emit, progress, cancellation);
        _publication = PublicationOf(file);
        _publicationWord = context.Words.Add(_publication);
        _today = Cells.Days(context.Today);
        if (!context.Sources.Contains(_publication)) TellPublication();
    }

    /// <summary>True once rows have gone through the checks, so that this file can no longer be taken back by itself.</summary>
    public bool HasFlushed { get; private set; }

    public override EntityBook Entities => _context.Book;

    public override DateOnly Today => _context.Today;

    public override void Row(string table, string locator, params ReadOnlySpan<(string Column, string? Value)> cells)
    {
        var buffer = _tables.Find(t => t.Shape.Name == table) ?? throw new ArgumentException($"There is no table '{table}'.", nameof(table));
        var filled = buffer.Fill(locator, cells, _publication);
        if (filled.Sum(c => (long)(c?.Length ?? 0)) * 3 > _options.MaximumRowBytes)
        {
            Refuse(locator, "", $"the row is longer than {_options.MaximumRowBytes:N0} bytes", []);
            return;
        }

        buffer.Write(locator);
        if (buffer.Shape == CsvShape.Entities) _registered.Remove(filled[CsvShape.Entities.IndexOf("id")] ?? "");
        if (buffer.Shape == CsvShape.Entities) KnowAtOnce(filled);
        if (buffer.Length > MostBuffered / 4 && _tables.Sum(t => t.Length) > MostBuffered) Flush();
    }

    public override void Refuse(string locator, string column, string reason, ReadOnlySpan<byte> raw)
    {
        _refused.Add(new QuarantinedRow(0, _file.Name, 0, column, reason, Cells.Show(raw, 500)) { Locator = locator });
        if (_refused.Count >= MostRefused) EmitNotes();
    }

    public override string EntityOf(string scheme, string value, string name)
    {
        if (CsvShape.Entities.IndexOf(scheme) < 0) throw new ArgumentException($"'{scheme}' is not a scheme of identifiers.", nameof(scheme));
        if (_context.FindBy(scheme, value) is { } held) return held;
        if (Described(scheme, name) is { } described) return described;
        var trimmed = ParseContext.Trimmed(scheme, value);
        var id = $"{scheme}-{trimmed.ToLowerInvariant()}";
        if (_context.Knows(id)) return id;
        var called = name.Length > 0 ? name : id;
        _registered[id] = (scheme, trimmed, called);
        _newEntities.Add(id);
        _context.Know(new Entity { Id = id, Name = Bilingual.Same(called), Kind = EntityKind.Firm, Identifiers = new Dictionary<string, string> { [scheme] = trimmed } });
        return id;
    }

    // Somebody may have described the firm without that identifier: the very same name, legal forms put aside, is then the same firm. A
    // merely similar name means nothing here, since the identifier already tells who is meant.
    private string? Described(string scheme, string name) =>
        name.Length > 0 && _context.Names.FindCertain(name) is { } id && _context.Find(id) is { Kind: EntityKind.Firm or EntityKind.Lab } entity
            && !entity.Identifiers.ContainsKey(scheme) ? id : null;

    public override string? EntityNamed(string name, string locator)
    {
        if (_named.TryGetValue(name, out var known)) return known;
        var match = _context.Names.Find(name);
        if (match.Entity is null) _reviews.Add(new EntityReview(0, _file.Sha256, _file.Name, locator, name, match.Candidate, match.Score, match.Reason));
        return _named[name] = match.Entity;
    }

    public override KnownFiling? FindFiling(Accession accession) => _context.Filings.Find(accession);

    public override KnownFiling? FindFiling(string entity, string form, DateOnly periodEnd) => _context.Filings.Find(entity, form, periodEnd);

    public override void ThrowIfCancelled() => _cancellation.ThrowIfCancellationRequested();

    /// <summary>The parse ended well: everything gathered goes through the checks.</summary>
    public void Complete()
    {
        Flush();
        EmitNotes();
    }

    /// <summary>The file turned out to be unusable: nothing of it may stay.</summary>
    public void TakeBack() => _context.Forget(_newEntities);

    internal override int Word(ReadOnlySpan<byte> word) => _context.Words.Add(word);

    internal override FiledFactBatch Rent() => _pools.FiledFacts.Rent();

    internal override void Land(FiledFactBatch batch, long bytesDone)
    {
        ThrowIfCancelled();
        _context.RowsRead += batch.Count;
        RefuseImpossible(batch);
        batch.Source.AsSpan(0, batch.Count).Fill(_publicationWord);
        _emit(new ParsedBatch { File = _file, FiledFacts = batch });
        _progress.Report(bytesDone);
    }

    /// <summary>A stricter access class asked for by the run makes another publication, so that it never changes what is held already.</summary>
    private static string PublicationOf(InputFile file) =>
        file.Access == file.Source!.Description.Access ? file.SourceId : $"{file.SourceId}-{Codes.Of(file.Access)}";

    private void TellPublication()
    {
        var description = _file.Source!.Description;
        Row("sources", "", ("id", _publication), ("publisher", description.Publisher), ("title", description.Title.English), ("url", description.Url),
            ("licence", description.Licence), ("access", Codes.Of(_file.Access)));
    }

    // Later pieces of the same response may speak of the entity before its row has passed the checks.
    private void KnowAtOnce(string?[] cells)
    {
        var entity = ParseContext.EntityOf(new RecordRow(CsvShape.Entities, 0, [.. cells.Select(c => c ?? "")]));
        if (entity.Id.Length == 0) return;
        if (!_context.Knows(entity.Id)) _newEntities.Add(entity.Id);
        _context.Know(entity);
    }

    private void Flush()
    {
        HasFlushed = true;
        TellRegistered();
        foreach (var table in _tables.Where(t => t.Length > 0))
        {
            ThrowIfCancelled();
            using var rows = table.Take();
            _tableParser.Parse(_file.Table(table.Shape), rows);
        }
    }

    // The response may still describe an entity that was at first only known by its identifier, so its bare row waits.
    private void TellRegistered()
    {
        foreach (var (id, (scheme, value, name)) in _registered.ToList())
            Row("entities", $"{scheme} {value}", ("id", id), ("name", name), ("kind", Codes.Of(EntityKind.Firm)), (scheme, value));
        _registered.Clear();
    }

    private void EmitNotes()
    {
        if (_refused.Count + _reviews.Count == 0) return;
        _emit(new ParsedBatch { File = _file, Quarantined = _refused, Reviews = _reviews });
        (_refused, _reviews) = ([], []);
    }

    // What no store may hold whatever its parser thinks: facts filed after the run's day, periods that end before they start.
    private void RefuseImpossible(FiledFactBatch batch)
    {
        var kept = 0;
        for (var i = 0; i < batch.Count; i++)
        {
            if (batch.Filed[i] <= _today && batch.Start[i] <= batch.End[i])
            {
                if (kept != i) Move(batch, i, kept);
                kept++;
                continue;
            }

            var (column, reason) = batch.Filed[i] > _today ? ("filed", _context.Future(Cells.Date(batch.Filed[i]))!) : ("start", "the period starts after it ends");
            Refuse($"{new Accession(batch.Accession[i])} {_context.Words.Text(batch.Tag[i])} {_context.Words.Text(batch.Form[i])}", column, reason, []);
        }

        batch.Count = kept;
    }

    private static void Move(FiledFactBatch batch, int from, int to)
    {
        foreach (var column in (int[][])[batch.Entity, batch.Tag, batch.Dimension, batch.Unit, batch.Start, batch.End, batch.Filed, batch.Form]) column[to] = column[from];
        batch.Value[to] = batch.Value[from];
        batch.Accession[to] = batch.Accession[from];
        batch.Rounded[to] = batch.Rounded[from];
    }
}
