using System.Text;
using Froth.Core.Data;
using Froth.Data.Ingest;

namespace Froth.Data.Stores.DuckDb;

/// <summary>
/// Lands the batches of one run inside the open transaction. In an empty store observations go straight into their table; else
/// they are staged first and compared there with what the store holds.
/// </summary>
internal sealed class RunWriter : IDisposable
{
    private const int RowsInFlush = 65_536;
    private readonly DuckSession _session;
    private readonly int _run;
    private readonly RunScope _scope;
    private readonly bool _staged;
    private readonly DuckAppender _observations;
    private readonly DuckAppender _quarantine;
    private readonly DuckAppender _reviews;
    private readonly FiledFactWriter _facts;

    // Snapshots that were parsed again to their end; only what came from them may be withdrawn then.
    private readonly HashSet<int> _parsedAgain = [];
    private readonly Dictionary<CsvShape, List<(RecordRow Row, InputFile File)>> _records = [];
    private readonly Dictionary<CsvShape, Dictionary<string, HeldRecord>> _held = [];
    private readonly Dictionary<CsvShape, HashSet<string>> _told = [];
    private const string WithheldRow = "(row withheld: its file is not public)";
    private long _nextNumber;
    private long _added;
    private long _duplicates;
    private long _withdrawn;
    private int _unflushed;

    public RunWriter(DuckSession session, int run, RunScope scope)
    {
        _session = session;
        _run = run;
        _scope = scope;
        _nextNumber = session.Scalar("select coalesce(max(no), 0) from observations") + 1;
        _staged = _nextNumber > 1;
        if (_staged) session.Execute(Schema.CreateStaged);
        _observations = new DuckAppender(session, _staged ? "staged" : "observations");
        _quarantine = new DuckAppender(session, "quarantine");
        _reviews = new DuckAppender(session, "entity_reviews");
        _facts = new FiledFactWriter(session, run, scope);
    }

    public long Added => _added + _facts.Added;

    public long Duplicates => _duplicates + _facts.Duplicates;

    public long Reviews { get; private set; }

    /// <summary>Files that turned out to be unusable.</summary>
    public int Unusable { get; private set; }

    public long Quarantined { get; private set; }

    public long Withdrawn => _withdrawn + _facts.Withdrawn;

    public void Land(ParsedBatch batch)
    {
        Note(batch);
        foreach (var row in batch.Records) Stage(row, batch.File);
        if (batch.Observations is { Count: > 0 } observations)
        {
            ObservationColumns.Append(_observations, observations, _run, batch.File.Snapshot, _nextNumber);
            _nextNumber += observations.Count;
            _added += observations.Count;
            FlushAtTimes(observations.Count);
        }

        if (batch.FiledFacts is { } facts) _facts.Land(facts, batch.File);
        if (batch.End == FileEnd.Whole) EndFile(batch.File);
        if (batch.End == FileEnd.Unusable) Discard(batch.File);
    }

    /// <summary>Settles what was staged, and withdraws what is no longer told as far as the scope of the run allows.</summary>
    public void Complete()
    {
        _observations.Complete();
        _quarantine.Complete();
        _reviews.Complete();
        _facts.Complete();
        if (_staged) SettleObservations();
        foreach (var shape in CsvShape.Records) SettleRecords(shape);
    }

    public void Dispose()
    {
        _observations.Dispose();
        _quarantine.Dispose();
        _reviews.Dispose();
        _facts.Dispose();
    }

    // The text of a refused row leaves through `froth data quarantine`, so it is kept only where its file may leave.
    private void Note(ParsedBatch batch)
    {
        foreach (var row in batch.Quarantined)
        {
            _quarantine.AppendRow(_run, row.File, row.Line, row.Column, row.Reason, AccessGate.Allow(batch.File.Access, Exit.Export) ? row.Raw : WithheldRow, row.Locator);
            Quarantined++;
        }

        foreach (var review in batch.Reviews)
        {
            _reviews.AppendRow(_run, batch.File.Snapshot, review.File, review.Locator, review.Name, review.Candidate, review.Score, review.Reason);
            Reviews++;
        }
    }

    private void EndFile(InputFile file)
    {
        _facts.EndFile(file);
        if (_scope.IsReparse) _parsedAgain.Add(file.Snapshot);
    }

    // Rows of tables are only handed over once their file is known to be sound, so facts are all that can have landed.
    private void Discard(InputFile file)
    {
        _facts.Discard(file);
        Unusable++;
    }

    // Left alone the engine would let three times as many rows pile up, and the parser would wait while they are stored.
    private void FlushAtTimes(int rows)
    {
        _unflushed += rows;
        if (_unflushed < RowsInFlush) return;
        _observations.Complete();
        _unflushed = 0;
    }

    private void Stage(RecordRow row, InputFile file)
    {
        if (!_held.TryGetValue(row.Shape, out var held)) _held[row.Shape] = held = Latest(row.Shape);
        if (!_told.TryGetValue(row.Shape, out var told)) _told[row.Shape] = told = new HashSet<string>(StringComparer.Ordinal);
        told.Add(row.RevisionKey);
        if (held.TryGetValue(row.RevisionKey, out var same) && same.Row.Content == row.Content)
        {
            _duplicates++;
            return;
        }

        if (!_records.TryGetValue(row.Shape, out var rows)) _records[row.Shape] = rows = [];
        rows.Add((row, file));
        _added++;
    }

    private Dictionary<string, HeldRecord> Latest(CsvShape shape)
    {
        var latest = new Dictionary<string, HeldRecord>(StringComparer.Ordinal);
        foreach (var record in HeldRecords.Read(_session, shape, $"{_scope.OfOrigin} and {RunScope.NotWithdrawn(shape.Name)}")) latest[record.Row.RevisionKey] = record;
        return latest;
    }

    private void SettleObservations()
    {
        var staged = _added - _records.Values.Sum(r => r.Count);
        _session.Execute($"""
            create temp table held as select o.* from observations o semi join staged s on ({SameRevision("o", "s")})
                where {_scope.OfOrigin} and {RunScope.NotWithdrawn("observations")}
                qualify row_number() over (partition by concept, entity, dimension, unit, starts, ends, published order by no desc) = 1;
            insert into observations select s.* from staged s anti join held h on ({SameRevision("s", "h")} and {SameContent("s", "h")});
            """);
        var added = _session.Scalar($"select count(*) from observations where run = {_run}");
        _duplicates += staged - added;
        _added += added - staged;
        var gone = $"select o.no from observations o anti join staged s on ({SameRevision("o", "s")}) where {_scope.OfOrigin} and o.run < {_run} and {RunScope.NotWithdrawn("observations")}";
        if (_scope.IsComplete) Withdraw("observations", gone);
        if (_parsedAgain.Count > 0) Withdraw("observations", $"{gone} and o.snapshot in ({string.Join(',', _parsedAgain)})");
        _session.Execute("drop table staged; drop table held");
    }

    private void SettleRecords(CsvShape shape)
    {
        if (_records.GetValueOrDefault(shape) is { Count: > 0 } rows) Append(shape, rows, _session.Scalar($"select coalesce(max(no), 0) from {shape.Name}"));

        // Entities and sources stay: other facts, a user's own among them, may refer to them.
        if (!_scope.Withdraws || shape == CsvShape.Entities || shape == CsvShape.Sources) return;
        var told = _told.GetValueOrDefault(shape) ?? [];
        var gone = Latest(shape).Values.Where(h => h.Run < _run && !told.Contains(h.Row.RevisionKey) && (_scope.IsComplete || _parsedAgain.Contains(h.Snapshot))).Select(h => h.Number).ToList();
        if (gone.Count > 0) Withdraw(shape.Name, $"select unnest([{string.Join(',', gone)}])");
    }

    private void Append(CsvShape shape, List<(RecordRow Row, InputFile File)> rows, long number)
    {
        using var appender = new DuckAppender(_session, shape.Name);
        foreach (var (row, file) in rows)
            appender.AppendRow([++number, _run, file.Snapshot, row.Line, .. row.Cells.Select((cell, i) => Typed(shape.Columns[i].Kind, cell))]);
        appender.Complete();
    }

    // The cells have passed the checks of their kind, so they are in the one spelling that it has.
    private static object? Typed(CellKind kind, string cell)
    {
        switch (kind)
        {
            case CellKind.Date:
                return Cells.TryDate(Encoding.UTF8.GetBytes(cell), out var days) ? days : null;
            case CellKind.Number:
                return cell.Length > 0 && DecimalText.Read(Encoding.UTF8.GetBytes(cell), out var scaled) is null ? scaled : null;
            default:
                return cell;
        }
    }

    private void Withdraw(string kind, string numbers)
    {
        var before = _session.Scalar("select count(*) from withdrawals");
        _session.Execute($"insert into withdrawals select '{kind}', no, {_run} from ({numbers}) t(no)");
        _withdrawn += _session.Scalar("select count(*) from withdrawals") - before;
    }

    private static string SameRevision(string a, string b) =>
        $"{a}.concept = {b}.concept and {a}.entity = {b}.entity and {a}.dimension = {b}.dimension and {a}.unit = {b}.unit and {a}.ends = {b}.ends"
        + $" and {a}.published = {b}.published and {a}.starts is not distinct from {b}.starts";

    private static string SameContent(string a, string b) =>
        $"{a}.grade = {b}.grade and {a}.source = {b}.source"
        + string.Concat(((string[])["value", "low", "high", "note"]).Select(c => $" and {a}.{c} is not distinct from {b}.{c}"))
        + $" and ({a}.locator is not distinct from {b}.locator or ({a}.line = 0 and {b}.line = 0))";
}
