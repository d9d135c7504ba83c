namespace Froth.Data.Stores.DuckDb;

/// <summary>Reads the ledger tables.</summary>
internal static class Ledger
{
    public static List<IngestRun> Runs(DuckSession session)
    {
        var files = Files(session).ToLookup(f => f.Run, f => f.File);
        var runs = new List<IngestRun>();
        using var rows = session.Query("select no, recorded, who, what, origin, code_version, state, added, duplicates, quarantined, withdrawn from runs order by no");
        while (rows.NextChunk())
        {
            for (var i = 0; i < rows.Count; i++)
            {
                var number = rows.Ints(0)[i];
                runs.Add(new IngestRun(number, Instants.FromMicroseconds(rows.Longs(1)[i]), rows.Text(2, i), rows.Text(3, i), rows.Text(4, i), rows.Text(5, i),
                    rows.Text(6, i), rows.Longs(7)[i], rows.Longs(8)[i], rows.Longs(9)[i], rows.Longs(10)[i], [.. files[number]]));
            }
        }

        return runs;
    }

    public static List<QuarantinedRow> Quarantine(DuckSession session, int? run)
    {
        var refused = new List<QuarantinedRow>();
        using var rows = session.Query($"select run, file, line, reason_column, reason, raw, coalesce(locator, '') from quarantine {(run is null ? "" : $"where run = {run}")}");
        while (rows.NextChunk())
        {
            for (var i = 0; i < rows.Count; i++)
                refused.Add(new QuarantinedRow(rows.Ints(0)[i], rows.Text(1, i), rows.Longs(2)[i], rows.Text(3, i), rows.Text(4, i), rows.Text(5, i)) { Locator = rows.Text(6, i) });
        }

        return refused;
    }

    /// <summary>The reviews of each file as its last run left them: what has been settled since is no longer asked.</summary>
    public static List<EntityReview> Reviews(DuckSession session)
    {
        var reviews = new List<EntityReview>();
        using var rows = session.Query("""
            select r.run, s.sha256, r.file, r.locator, r.name, r.candidate, r.score, r.reason from entity_reviews r join snapshots s on s.no = r.snapshot
            where r.run = (select max(f.run) from run_files f where f.snapshot = r.snapshot) order by r.run, s.no, r.rowid
            """);
        while (rows.NextChunk())
        {
            for (var i = 0; i < rows.Count; i++)
            {
                reviews.Add(new EntityReview(rows.Ints(0)[i], rows.Text(1, i), rows.Text(2, i), rows.Text(3, i), rows.Text(4, i), rows.Text(5, i), rows.Doubles(6)[i], rows.Text(7, i)));
            }
        }

        return reviews;
    }

    public static Dictionary<string, long> Counts(DuckSession session)
    {
        string[] tables = ["observations", "flows", "events", "entities", "sources", "filings", "filed_facts", "entity_reviews", "snapshots", "runs", "quarantine"];
        return tables.ToDictionary(t => t, t => session.Scalar($"select count(*) from {t}"), StringComparer.Ordinal);
    }

    private static List<(int Run, RunFile File)> Files(DuckSession session)
    {
        var files = new List<(int, RunFile)>();
        using var rows = session.Query("select f.run, f.name, f.kind, s.sha256 from run_files f join snapshots s on s.no = f.snapshot order by f.run, f.manifest");
        while (rows.NextChunk())
        {
            for (var i = 0; i < rows.Count; i++) files.Add((rows.Ints(0)[i], new RunFile(rows.Text(1, i), rows.Text(2, i), rows.Text(3, i))));
        }

        return files;
    }
}
