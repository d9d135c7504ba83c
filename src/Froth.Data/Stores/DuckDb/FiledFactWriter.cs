using Froth.Data.Ingest;
using Froth.Data.Sources;

namespace Froth.Data.Stores.DuckDb;

/// <summary>
/// Lands facts of filings. Those of an entity of which the store holds none go straight into the table; the others are staged first
/// and only what is new of them is added.
/// </summary>
/// <param name="session">The writer's session, in a transaction.</param>
/// <param name="run">Number of the run.</param>
/// <param name="scope">What the run may compare with and withdraw.</param>
internal sealed class FiledFactWriter(DuckSession session, int run, RunScope scope) : IDisposable
{
    // Small bursts, so that storing goes on beside the parsing and little is left to do once the parser is done.
    private const int RowsInFlush = 24_576;

    // What is staged is compared at the latest when it would outgrow the engine's memory.
    private const int MostStaged = 2_000_000;

    private readonly Dictionary<int, int> _snapshotOf = [];
    private HashSet<int>? _held;
    private DuckAppender? _direct;
    private DuckAppender? _stage;
    private long _nextNumber;
    private long _staged;
    private int _unflushed;
    private bool _hasStagedTable;

    public long Added { get; private set; }

    public long Duplicates { get; private set; }

    public long Withdrawn { get; private set; }

    public void Land(FiledFactBatch batch, InputFile file)
    {
        if (batch.Count == 0) return;
        if (_held is null) Begin();
        if (MayGoDirect(batch, file.Snapshot))
        {
            Append(_direct ??= new DuckAppender(session, "filed_facts"), batch, file);
            Added += batch.Count;
            return;
        }

        if (!_hasStagedTable) session.Execute(Schema.CreateStagedFacts);
        _hasStagedTable = true;
        Append(_stage ??= new DuckAppender(session, "staged_facts"), batch, file);
        _staged += batch.Count;
        if (_staged >= MostStaged && !scope.Withdraws) Settle();
    }

    /// <summary>One file has been read whole: when it was parsed again, what it no longer tells is withdrawn.</summary>
    public void EndFile(InputFile file)
    {
        if (!scope.IsReparse) return;
        if (_held is null) Begin();
        if (!_hasStagedTable) session.Execute(Schema.CreateStagedFacts);
        _hasStagedTable = true;
        Settle($"f.snapshot = {file.Snapshot}");
    }

    /// <summary>The file turned out to be unusable: takes back what has landed of it.</summary>
    public void Discard(InputFile file)
    {
        _direct?.Complete();
        _stage?.Complete();
        var landed = session.Insert($"delete from filed_facts where run = {run} and snapshot = {file.Snapshot}");
        Added -= landed;
        if (_hasStagedTable) _staged -= session.Insert($"delete from staged_facts where snapshot = {file.Snapshot}");
    }

    /// <summary>Settles what is staged; of a complete set also withdraws what it no longer tells.</summary>
    public void Complete()
    {
        _direct?.Complete();
        if (scope.IsComplete && _held is null) Begin();
        if (scope.IsComplete && _held!.Count > 0 && !_hasStagedTable)
        {
            session.Execute(Schema.CreateStagedFacts);
            _hasStagedTable = true;
        }

        if (_hasStagedTable && !scope.IsReparse) Settle(scope.IsComplete ? "true" : null);
    }

    public void Dispose()
    {
        _direct?.Dispose();
        _stage?.Dispose();
    }

    private void Begin()
    {
        _nextNumber = session.Scalar("select coalesce(max(no), 0) from filed_facts") + 1;
        _held = [];
        if (_nextNumber == 1) return;
        using var rows = session.Query($"select distinct entity from filed_facts where {scope.OfOrigin}");
        while (rows.NextChunk())
        {
            foreach (var entity in rows.Ints(0)) _held.Add(entity);
        }
    }

    // A further file of the same run may tell the same facts of an entity again, so the direct way is open to its first file only.
    private bool MayGoDirect(FiledFactBatch batch, int snapshot)
    {
        if (scope.IsReparse || (scope.IsComplete && _held!.Count > 0)) return false;
        var last = -1;
        foreach (var entity in batch.Entity.AsSpan(0, batch.Count))
        {
            if (entity == last) continue;
            last = entity;
            if (_held!.Contains(entity)) return false;
            if (!_snapshotOf.TryAdd(entity, snapshot) && _snapshotOf[entity] != snapshot) return false;
        }

        return true;
    }

    private void Append(DuckAppender appender, FiledFactBatch batch, InputFile file)
    {
        FiledFactColumns.Append(appender, batch, run, file.Snapshot, _nextNumber);
        _nextNumber += batch.Count;
        _unflushed += batch.Count;
        if (_unflushed < RowsInFlush) return;
        _direct?.Complete();
        _stage?.Complete();
        _unflushed = 0;
    }

    // Adds what the store does not hold and, where a condition says of which facts, withdraws what was not told again.
    private void Settle(string? withdraw = null)
    {
        _direct?.Complete();
        _stage?.Complete();
        var added = session.Insert($"""
            insert into filed_facts select min(s.no), {run}, s.entity, s.tag, s.dimension, s.unit, s.starts, s.ends, s.value, s.filed, s.accession, s.form, s.rounded,
                min_by(s.snapshot, s.no), min_by(s.source, s.no)
            from staged_facts s anti join (
                select * from filed_facts f where f.entity between (select min(entity) from staged_facts) and (select max(entity) from staged_facts)
                    and f.entity in (select entity from staged_facts) and {scope.OfOriginOrRun(run)} and {RunScope.NotWithdrawn("filed_facts")}) h on ({SameContent("s", "h")})
            group by s.entity, s.tag, s.dimension, s.unit, s.starts, s.ends, s.value, s.filed, s.accession, s.form, s.rounded
            """);
        Added += added;
        Duplicates += _staged - added;
        if (withdraw is not null)
        {
            Withdrawn += session.Insert($"""
                insert into withdrawals select 'filed_facts', f.no, {run} from filed_facts f anti join staged_facts s on ({SameContent("f", "s")})
                where {withdraw} and f.run < {run} and {scope.OfOrigin} and {RunScope.NotWithdrawn("filed_facts")}
                """);
        }

        session.Execute("truncate staged_facts");
        _staged = 0;
    }

    private static string SameContent(string a, string b) =>
        string.Join(" and ", ((string[])["entity", "tag", "dimension", "unit", "ends", "accession", "filed", "form", "value", "rounded"]).Select(c => $"{a}.{c} = {b}.{c}"))
        + $" and {a}.starts is not distinct from {b}.starts";
}
