using System.Collections.Concurrent;
using System.Diagnostics;
using Froth.Data.Ingest;

namespace Froth.Data.Stores.DuckDb;

/// <summary>
/// One ingest run from files to commit. The files' bytes are kept first; then one thread parses and this one stores, inside one
/// transaction. Whatever throws before the commit leaves the store as it was.
/// </summary>
internal sealed class IngestTransaction(DuckSession session, SnapshotFolder snapshots, IngestOptions options, CancellationToken cancellation)
{
    private const int ProblemsShown = 20;

    // The engine takes rows in bursts; so many batches (some 15 MB) keep the parser going meanwhile.
    private const int BatchesAhead = 32;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly List<QuarantinedRow> _problems = [];
    private readonly List<QuarantinedRow> _rejectedFiles = [];
    private readonly List<string> _alreadyHeld = [];

    public IngestResult Run(IReadOnlyList<string> paths)
    {
        var files = Select(paths);
        if (_rejectedFiles.Count > 0 && (options.Strict || files.Count == 0)) throw Rejected(_rejectedFiles.Count);
        if (files.Count == 0 || IsLastOfItsSet(files)) return Unchanged(files);
        session.Execute("begin transaction");
        try
        {
            var result = Land(files);
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

    // Keeps the bytes, reads the headers, and leaves out what needs no second reading.
    private List<CsvFile> Select(IReadOnlyList<string> paths)
    {
        var files = new List<CsvFile>();
        foreach (var path in paths)
        {
            if (Keep(path) is not { } file) continue;
            if (CsvHeader.Recognise(file, options.MaximumRowBytes) is { } problem) _rejectedFiles.Add(problem);
            else if (options.CompleteSet is null && IsHeldWhole(file.Sha256)) _alreadyHeld.Add(file.Name);
            else if (files.All(f => f.Sha256 != file.Sha256)) files.Add(file);
        }

        files = [.. files.OrderBy(f => CsvShape.All.IndexOf(f.Shape!))];
        for (var i = 0; i < files.Count; i++) files[i].Index = i;
        return files;
    }

    private CsvFile? Keep(string path)
    {
        try
        {
            return snapshots.Keep(path, cancellation);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            _rejectedFiles.Add(new QuarantinedRow(0, Path.GetFileName(path), 0, "", $"the file cannot be read: {fault.Message}", ""));
            return null;
        }
    }

    // Bytes that left rows in quarantine are read again: what was unknown then may be known now.
    private bool IsHeldWhole(string sha256) => session.Scalar($"""
        select count(*) from snapshots s join run_files f on f.snapshot = s.no where s.sha256 = '{sha256}'
            and not exists (select 1 from quarantine q where q.run = f.run and q.file = f.name)
        """) > 0;

    // A complete set is told again as a whole, so what counts is whether its last run told the same files.
    private bool IsLastOfItsSet(List<CsvFile> files)
    {
        if (options.CompleteSet is not { } set) return false;
        var last = Ledger.Runs(session).LastOrDefault(run => run.Origin == set);
        return last is not null && last.Files.Select(f => f.SnapshotId).ToHashSet(StringComparer.Ordinal).SetEquals(files.Select(f => f.Sha256));
    }

    private IngestResult Land(List<CsvFile> files)
    {
        var run = (int)session.Scalar("select coalesce(max(no), 0) from runs") + 1;
        var isNew = NumberSnapshots(files);
        using var context = Context(files, out var wordsBefore);
        using var writer = new RunWriter(session, run, options.CompleteSet ?? "user", options.DefaultAccess);
        foreach (var rejected in _rejectedFiles) Note(rejected);
        if (_rejectedFiles.Count > 0) writer.Land(new ParsedBatch { File = files[0], Quarantined = _rejectedFiles });
        ParseAndStore(files, context, writer);
        if (options.Strict && writer.Quarantined > 0) throw Rejected(writer.Quarantined);
        writer.Complete(options.CompleteSet is not null);
        if (writer.Added == 0 && writer.Withdrawn == 0 && isNew.Count == 0 && options.CompleteSet is null) return Unchanged(files);
        AppendWords(context.Words, wordsBefore);
        AppendLedger(files, isNew, run, context, writer);
        return Result(files, run, context, writer);
    }

    // The engine's other threads would take the parser's core, and this thread would spin while it waits for them.
    private void ParseAndStore(List<CsvFile> files, ParseContext context, RunWriter writer)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var parsed = new BlockingCollection<ParsedBatch>(BatchesAhead);
        var pool = new BatchPool();
        var parser = new CsvFileParser(context, options, pool, batch => parsed.Add(batch, stop.Token), stop.Token);
        session.UseThreads(1);
        var parsing = Task.Factory.StartNew(() => Parse(parser, files, parsed), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            foreach (var batch in parsed.GetConsumingEnumerable(stop.Token))
            {
                foreach (var row in batch.Quarantined) Note(row);
                writer.Land(batch);
                if (batch.Observations is { } stored) pool.Return(stored);
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

    private static void Parse(CsvFileParser parser, List<CsvFile> files, BlockingCollection<ParsedBatch> parsed)
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

    private ParseContext Context(List<CsvFile> files, out int wordsBefore)
    {
        var words = new WordTable();
        using (var rows = session.Query("select text from words order by no"))
        {
            while (rows.NextChunk())
            {
                for (var i = 0; i < rows.Count; i++) words.Add(rows.Text(0, i));
            }
        }

        wordsBefore = words.Count;
        var entities = HeldRecords.Read(session, CsvShape.Entities, "true").GroupBy(h => h.Row["id"], StringComparer.Ordinal).Select(g => ParseContext.EntityOf(g.Last().Row));
        var sources = HeldRecords.Read(session, CsvShape.Sources, "true").Select(h => h.Row["id"]);
        var context = new ParseContext(words, entities, sources, options);
        context.Files.AddRange(files);
        return context;
    }

    private HashSet<string> NumberSnapshots(List<CsvFile> files)
    {
        var isNew = new HashSet<string>(StringComparer.Ordinal);
        var next = (int)session.Scalar("select coalesce(max(no), 0) from snapshots");
        foreach (var file in files)
        {
            file.Snapshot = (int)session.Scalar($"select max(no) from snapshots where sha256 = '{file.Sha256}'");
            if (file.Snapshot > 0) continue;
            file.Snapshot = ++next;
            isNew.Add(file.Sha256);
        }

        return isNew;
    }

    private void AppendWords(WordTable words, int from)
    {
        using var appender = new DuckAppender(session, "words");
        for (var i = from; i < words.Count; i++) appender.AppendRow(i, words.Text(i));
        appender.Complete();
    }

    private void AppendLedger(List<CsvFile> files, HashSet<string> isNew, int run, ParseContext context, RunWriter writer)
    {
        // Later runs bear later instants even where the clock stands still or was set back.
        var now = Math.Max(Instants.ToMicroseconds(options.Clock.GetUtcNow()), session.Scalar("select coalesce(max(recorded), 0) + 1 from runs"));
        using (var ledger = new DuckAppender(session, "snapshots"))
        {
            foreach (var file in files.Where(f => isNew.Contains(f.Sha256))) ledger.AppendRow(file.Snapshot, file.Sha256, file.Name, now, file.Length, run);
            ledger.Complete();
        }

        using (var ledger = new DuckAppender(session, "run_files"))
        {
            foreach (var file in files) ledger.AppendRow(run, file.Snapshot, file.Name, file.Shape!.Name, file.Index);
            ledger.Complete();
        }

        using (var ledger = new DuckAppender(session, "runs"))
        {
            ledger.AppendRow(run, now, options.Who, options.What, options.CompleteSet ?? "user", options.CodeVersion, "completed",
                writer.Added, writer.Duplicates + context.Duplicates, writer.Quarantined, writer.Withdrawn);
            ledger.Complete();
        }
    }

    private void Note(QuarantinedRow row)
    {
        if (_problems.Count < ProblemsShown) _problems.Add(row);
    }

    private IngestResult Result(List<CsvFile> files, int run, ParseContext context, RunWriter writer) => new()
    {
        Run = run,
        Files = Listed(files),
        AlreadyHeld = _alreadyHeld,
        RowsRead = context.RowsRead,
        Added = writer.Added,
        Duplicates = writer.Duplicates + context.Duplicates,
        Quarantined = writer.Quarantined,
        Withdrawn = writer.Withdrawn,
        Problems = [.. _problems.Select(p => p with { Run = run })],
    };

    private IngestResult Unchanged(List<CsvFile> files) =>
        new() { Run = null, Files = Listed(files), AlreadyHeld = [.. _alreadyHeld, .. files.Select(f => f.Name)], Problems = _problems };

    private static List<RunFile> Listed(List<CsvFile> files) => [.. files.Select(f => new RunFile(f.Name, f.Shape!.Name, f.Sha256))];

    private IngestRejectedException Rejected(long count)
    {
        var problems = _problems.Count > 0 ? _problems : _rejectedFiles;
        return new IngestRejectedException($"Nothing was ingested: {count:N0} problem(s). {string.Join(" | ", problems.Take(5))}"
            + (options.Strict ? " Correct the file, or ingest without --strict to let the sound rows land." : ""), problems);
    }
}
