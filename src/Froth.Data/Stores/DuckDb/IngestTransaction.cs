using System.Collections.Concurrent;
using System.Diagnostics;
using Froth.Core.Data;
using Froth.Data.Ingest;

namespace Froth.Data.Stores.DuckDb;

/// <summary>
/// One ingest run from files to commit. The files' bytes are kept first; then one thread parses and this one stores, inside one
/// transaction. Whatever throws before the commit leaves the store as it was.
/// </summary>
internal sealed class IngestTransaction(DuckSession session, FileSelection selection, IngestOptions options, CancellationToken cancellation)
{
    private const int ProblemsShown = 20;

    // The engine takes rows in bursts; so many batches (some 15 MB) keep the parser going meanwhile.
    private const int BatchesAhead = 32;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly List<QuarantinedRow> _problems = [];
    private KnownRecords? _known;

    public IngestResult Run(IReadOnlyList<IngestFile> given)
    {
        // Copying and hashing the files takes as long as reading what the run needs to know; neither waits for the other.
        var keeping = Task.Run(() => selection.Keep(given), CancellationToken.None);
        try
        {
            _known = KnownRecords.Read(session);
        }
        finally
        {
            ((IAsyncResult)keeping).AsyncWaitHandle.WaitOne();
        }

        var files = selection.Select(keeping.GetAwaiter().GetResult());
        if (selection.Rejected.Count > 0 && (options.Strict || files.Count == 0)) throw Rejected(selection.Rejected.Count);
        if (files.Count == 0 || IsLastOfItsSet(files)) return Unchanged(files);
        return Transact(files, new RunScope(options.CompleteSet ?? "user", options.CompleteSet is not null, IsReparse: false));
    }

    /// <summary>Parses what came through sources again.</summary>
    public IngestResult Reparse(string? sourceId)
    {
        var files = selection.SelectHeld(sourceId);
        if (selection.Rejected.Count > 0 && options.Strict) throw Rejected(selection.Rejected.Count);
        foreach (var rejected in selection.Rejected) Note(rejected);
        return files.Count == 0 ? Unchanged(files) : Transact(files, new RunScope("user", IsComplete: false, IsReparse: true));
    }

    private IngestResult Transact(List<InputFile> files, RunScope scope)
    {
        session.Execute("begin transaction");
        try
        {
            var result = Land(files, scope);
            if (result.Unchanged) session.Execute("rollback");
            else session.Execute("commit");
            return result with { StoreTime = _watch.Elapsed };
        }
        catch
        {
            session.Execute("rollback");
            throw;
        }
    }

    // A complete set is told again as a whole, so what counts is whether its last run told the same files.
    private bool IsLastOfItsSet(List<InputFile> files)
    {
        if (options.CompleteSet is not { } set) return false;
        var last = Ledger.Runs(session).LastOrDefault(run => run.Origin == set);
        return last is not null && last.Files.Select(f => f.SnapshotId).ToHashSet(StringComparer.Ordinal).SetEquals(files.Select(f => f.Sha256));
    }

    private IngestResult Land(List<InputFile> files, RunScope scope)
    {
        var run = (int)session.Scalar("select coalesce(max(no), 0) from runs") + 1;
        var isNew = NumberSnapshots(files);
        using var lookup = new FilingLookup(session);
        using var context = Context(files, lookup, out var wordsBefore);
        using var writer = new RunWriter(session, run, scope);
        if (!scope.IsReparse) LandRejected(files, writer);
        ParseAndStore(files, context, writer);
        if (options.Strict && writer.Quarantined > 0) throw Rejected(writer.Quarantined);
        if (!scope.IsReparse && writer.Unusable == files.Count) throw Rejected(writer.Quarantined);
        writer.Complete();
        var changes = writer.Added + writer.Withdrawn + isNew.Count > 0 || scope.IsComplete || (scope.IsReparse && IsToldDifferently(files, run));
        if (!changes) return Unchanged(files) with { RowsRead = context.RowsRead, Duplicates = scope.IsReparse ? writer.Duplicates + context.Duplicates : 0 };
        AppendWords(context.Words, wordsBefore);
        AppendLedger(files, isNew, run, scope, context, writer);
        return Result(files, run, context, writer);
    }

    private void LandRejected(List<InputFile> files, RunWriter writer)
    {
        if (selection.Rejected.Count == 0) return;
        foreach (var rejected in selection.Rejected) Note(rejected);
        writer.Land(new ParsedBatch { File = files[0], Quarantined = selection.Rejected });
    }

    // What a file leaves in quarantine and for review is part of what its parser tells.
    private bool IsToldDifferently(List<InputFile> files, int run)
    {
        var of = $"(select name, max(run) as run from run_files where snapshot in ({string.Join(',', files.Select(f => f.Snapshot))}) group by name, snapshot)";
        return Differ("quarantine", "q.file, q.line, q.reason_column, q.reason, q.raw, q.locator") || Differ("entity_reviews", "q.file, q.locator, q.name, q.candidate, q.reason");

        bool Differ(string table, string columns)
        {
            var (told, held) = ($"select {columns} from {table} q where q.run = {run}", $"select {columns} from {table} q join {of} l on q.run = l.run and q.file = l.name");
            return session.Scalar($"select count(*) from (({told} except {held}) union all ({held} except {told}))") > 0;
        }
    }

    // The engine's other threads would take the parser's core, and this thread would spin while it waits for them.
    private void ParseAndStore(List<InputFile> files, ParseContext context, RunWriter writer)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var parsed = new BlockingCollection<ParsedBatch>(BatchesAhead);
        var pools = new BatchPools();
        var parser = new RunParser(context, options, pools, batch => parsed.Add(batch, stop.Token), stop.Token);
        session.UseThreads(1);
        var parsing = Task.Factory.StartNew(() => Parse(parser, files, parsed), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            foreach (var batch in parsed.GetConsumingEnumerable(stop.Token))
            {
                foreach (var row in batch.Quarantined) Note(row);
                writer.Land(batch);
                pools.Return(batch);
            }

            parsing.GetAwaiter().GetResult();
            session.UseThreads(DuckSession.UsualThreads);
        }
        finally
        {
            stop.Cancel();
            ((IAsyncResult)parsing).AsyncWaitHandle.WaitOne();
        }
    }

    private static void Parse(RunParser parser, List<InputFile> files, BlockingCollection<ParsedBatch> parsed)
    {
        try
        {
            parser.Parse(files);
        }
        finally
        {
            parsed.CompleteAdding();
        }
    }

    private ParseContext Context(List<InputFile> files, FilingLookup lookup, out int wordsBefore)
    {
        var known = _known ?? KnownRecords.Read(session);
        wordsBefore = known.Words.Count;
        var context = new ParseContext(known.Words, known.Entities, known.Sources, new KnownFilings(lookup.Find, lookup.Find), options);
        context.Files.AddRange(files);
        return context;
    }

    private HashSet<int> NumberSnapshots(List<InputFile> files)
    {
        var isNew = new HashSet<int>();
        var next = (int)session.Scalar("select coalesce(max(no), 0) from snapshots");
        foreach (var file in files)
        {
            if (file.IsHeld) file.Snapshot = (int)session.Scalar($"select max(s.no) from snapshots s where {FileSelection.SnapshotSql(file)}");
            if (file.Snapshot > 0) continue;
            file.Snapshot = ++next;
            isNew.Add(next);
        }

        return isNew;
    }

    private void AppendWords(WordTable words, int from)
    {
        using var appender = new DuckAppender(session, "words");
        for (var i = from; i < words.Count; i++) appender.AppendRow(i, words.Text(i));
        appender.Complete();
    }

    private void AppendLedger(List<InputFile> files, HashSet<int> isNew, int run, RunScope scope, ParseContext context, RunWriter writer)
    {
        // Later runs bear later instants even where the clock stands still or was set back.
        var now = Math.Max(Instants.ToMicroseconds(options.Clock.GetUtcNow()), session.Scalar("select coalesce(max(recorded), 0) + 1 from runs"));
        using (var ledger = new DuckAppender(session, "snapshots"))
        {
            foreach (var file in files.Where(f => isNew.Contains(f.Snapshot)))
            {
                var fetched = file.FetchedAt is { } at ? Instants.ToMicroseconds(at) : now;
                ledger.AppendRow(file.Snapshot, file.Sha256, file.Name, fetched, file.Length, run, file.SourceId, file.Url, file.Format, FileSelection.ArgumentsOf(file), Codes.Of(file.Access));
            }

            ledger.Complete();
        }

        using (var ledger = new DuckAppender(session, "run_files"))
        {
            foreach (var file in files) ledger.AppendRow(run, file.Snapshot, file.Name, file.Kind, file.Index);
            ledger.Complete();
        }

        using (var ledger = new DuckAppender(session, "runs"))
        {
            ledger.AppendRow(run, now, options.Who, options.What, scope.Origin, options.CodeVersion, "completed",
                writer.Added, writer.Duplicates + context.Duplicates, writer.Quarantined, writer.Withdrawn);
            ledger.Complete();
        }
    }

    private void Note(QuarantinedRow row)
    {
        if (_problems.Count < ProblemsShown) _problems.Add(row);
    }

    private IngestResult Result(List<InputFile> files, int run, ParseContext context, RunWriter writer) => new()
    {
        Run = run,
        Files = Listed(files),
        AlreadyHeld = selection.AlreadyHeld,
        RowsRead = context.RowsRead,
        Added = writer.Added,
        Duplicates = writer.Duplicates + context.Duplicates,
        Quarantined = writer.Quarantined,
        Withdrawn = writer.Withdrawn,
        Reviews = writer.Reviews,
        Problems = [.. _problems.Select(p => p with { Run = run })],
    };

    private IngestResult Unchanged(List<InputFile> files) =>
        new() { Run = null, Files = Listed(files), AlreadyHeld = [.. selection.AlreadyHeld, .. files.Select(f => f.Name)], Problems = _problems };

    private static List<RunFile> Listed(List<InputFile> files) => [.. files.Select(f => new RunFile(f.Name, f.Kind, f.Sha256))];

    private IngestRejectedException Rejected(long count)
    {
        var problems = _problems.Count > 0 ? _problems : selection.Rejected;
        return new IngestRejectedException($"Nothing was ingested: {count:N0} problem(s). {string.Join(" | ", problems.Take(5))}"
            + (options.Strict ? " Correct the file, or ingest without --strict to let the sound rows land." : ""), problems);
    }
}
