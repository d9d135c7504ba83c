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
    private readonly string _origin;
    private readonly bool _staged;
    private readonly DuckAppender _observations;
    private readonly DuckAppender _quarantine;
    private readonly Dictionary<CsvShape, List<(RecordRow Row, CsvFile File)>> _records = [];
    private readonly Dictionary<CsvShape, Dictionary<string, HeldRecord>> _held = [];
    private readonly Dictionary<CsvShape, HashSet<string>> _told = [];
    private const string WithheldRow = "(row withheld: its file is not public)";
    private long _nextNumber;
    private int _unflushed;

    // The text of a refused row leaves through `froth data quarantine`, so it is kept only where its file may leave.
    private readonly bool _keepsRaw;

    public RunWriter(DuckSession session, int run, string origin, AccessClass access)
    {
        _keepsRaw = AccessGate.Allow(access, Exit.Export);
        _session = session;
        _run = run;
        _origin = origin;
        _nextNumber = session.Scalar("select coalesce(max(no), 0) from observations") + 1;
        _staged = _nextNumber > 1;
        if (_staged) session.Execute(Schema.CreateStaged);
        _observations = new DuckAppender(session, _staged ? "staged" : "observations");
        _quarantine = new DuckAppender(session, "quarantine");
    }

    public long Added { get; private set; }

    public long Duplicates { get; private set; }

    public long Quarantined { get; private set; }

    public long Withdrawn { get; private set; }

    public void Land(ParsedBatch batch)
    {
        foreach (var row in batch.Quarantined)
        {
            _quarantine.AppendRow(_run, row.File, row.Line, row.Column, row.Reason, _keepsRaw ? row.Raw : WithheldRow);
            Quarantined++;
        }

        foreach (var row in batch.Records) Stage(row, batch.File);
        if (batch.Observations is { Count: > 0 } observations)
        {
            ObservationColumns.Append(_observations, observations, _run, batch.File.Snapshot, _nextNumber);
            _nextNumber += observations.Count;
            Added += observations.Count;
            FlushAtTimes(observations.Count);
        }
    }

    /// <summary>Settles what was staged; with <paramref name="complete"/> also withdraws what the data set no longer tells.</summary>
    public void Complete(bool complete)
    {
        _observations.Complete();
        _quarantine.Complete();
        if (_staged) SettleObservations(complete);
        foreach (var shape in CsvShape.Records) SettleRecords(shape, complete);
    }

    public void Dispose()
    {
        _observations.Dispose();
        _quarantine.Dispose();
    }

    // Left alone the engine would let three times as many rows pile up, and the parser would wait while they are stored.
    private void FlushAtTimes(int rows)
    {
        _unflushed += rows;
        if (_unflushed < RowsInFlush) return;
        _observations.Complete();
        _unflushed = 0;
    }

    private void Stage(RecordRow row, CsvFile file)
    {
        if (!_held.TryGetValue(row.Shape, out var held)) _held[row.Shape] = held = Latest(row.Shape);
        if (!_told.TryGetValue(row.Shape, out var told)) _told[row.Shape] = told = new HashSet<string>(StringComparer.Ordinal);
        told.Add(row.RevisionKey);
        if (held.TryGetValue(row.RevisionKey, out var same) && same.Row.Content == row.Content)
        {
            Duplicates++;
            return;
        }

        if (!_records.TryGetValue(row.Shape, out var rows)) _records[row.Shape] = rows = [];
        rows.Add((row, file));
        Added++;
    }

    private Dictionary<string, HeldRecord> Latest(CsvShape shape)
    {
        var latest = new Dictionary<string, HeldRecord>(StringComparer.Ordinal);
        foreach (var record in HeldRecords.Read(_session, shape, $"{OfOrigin} and {NotWithdrawn(shape.Name)}")) latest[record.Row.RevisionKey] = record;
        return latest;
    }

    private void SettleObservations(bool complete)
    {
        var staged = Added - _records.Values.Sum(r => r.Count);
        _session.Execute($"""
            create temp table held as select o.* from observations o semi join staged s on ({SameRevision("o", "s")})
                where {OfOrigin} and {NotWithdrawn("observations")}
                qualify row_number() over (partition by concept, entity, dimension, unit, starts, ends, published order by no desc) = 1;
            insert into observations select s.* from staged s anti join held h on ({SameRevision("s", "h")} and {SameContent("s", "h")});
            """);
        var added = _session.Scalar($"select count(*) from observations where run = {_run}");
        Duplicates += staged - added;
        Added += added - staged;
        if (complete) Withdraw("observations", $"select o.no from observations o anti join staged s on ({SameRevision("o", "s")}) where {OfOrigin} and o.run < {_run} and {NotWithdrawn("observations")}");
        _session.Execute("drop table staged; drop table held");
    }

    private void SettleRecords(CsvShape shape, bool complete)
    {
        var rows = _records.GetValueOrDefault(shape) ?? [];
        var number = _session.Scalar($"select coalesce(max(no), 0) from {shape.Name}");
        if (rows.Count > 0) Append(shape, rows, number);

        // Entities and sources stay: other facts, a user's own among them, may refer to them.
        if (!complete || shape == CsvShape.Entities || shape == CsvShape.Sources) return;
        var told = _told.GetValueOrDefault(shape) ?? [];
        var gone = Latest(shape).Values.Where(h => h.Run < _run && !told.Contains(h.Row.RevisionKey)).Select(h => h.Number).ToList();
        if (gone.Count > 0) Withdraw(shape.Name, $"select unnest([{string.Join(',', gone)}])");
    }

    private void Append(CsvShape shape, List<(RecordRow Row, CsvFile File)> rows, long number)
    {
        var columns = shape.Columns.Select(c => $"\"{c.Name}\"").ToList();
        _session.Execute($"create temp table staged_{shape.Name}(no bigint, snapshot integer, line integer, {string.Join(", ", columns.Select(c => c + " varchar"))})");
        using (var appender = new DuckAppender(_session, $"staged_{shape.Name}"))
        {
            foreach (var (row, file) in rows) appender.AppendRow([++number, file.Snapshot, row.Line, .. row.Cells]);
            appender.Complete();
        }

        var casts = shape.Columns.Select(c => c.Kind switch
        {
            CellKind.Date => $"nullif(\"{c.Name}\", '')::date",
            CellKind.Number => $"nullif(\"{c.Name}\", '')::decimal(38,18)",
            _ => $"\"{c.Name}\"",
        });
        _session.Execute($"insert into {shape.Name} select no, {_run}, snapshot, line, {string.Join(", ", casts)} from staged_{shape.Name} order by no; drop table staged_{shape.Name}");
    }

    private void Withdraw(string kind, string numbers)
    {
        var before = _session.Scalar("select count(*) from withdrawals");
        _session.Execute($"insert into withdrawals select '{kind}', no, {_run} from ({numbers}) t(no)");
        Withdrawn += _session.Scalar("select count(*) from withdrawals") - before;
    }

    private string OfOrigin => $"run in (select no from runs where origin = '{_origin.Replace("'", "''", StringComparison.Ordinal)}')";

    private static string NotWithdrawn(string kind) => $"no not in (select row_no from withdrawals where kind = '{kind}')";

    private static string SameRevision(string a, string b) =>
        $"{a}.concept = {b}.concept and {a}.entity = {b}.entity and {a}.dimension = {b}.dimension and {a}.unit = {b}.unit and {a}.ends = {b}.ends"
        + $" and {a}.published = {b}.published and {a}.starts is not distinct from {b}.starts";

    private static string SameContent(string a, string b) =>
        $"{a}.grade = {b}.grade and {a}.source = {b}.source"
        + string.Concat(((string[])["value", "low", "high", "locator", "note"]).Select(c => $" and {a}.{c} is not distinct from {b}.{c}"));
}
