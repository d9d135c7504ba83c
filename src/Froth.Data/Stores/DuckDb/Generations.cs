using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Froth.Data.Stores.DuckDb;

/// <summary>Which generation readers should open, and the state of the writer's file that it was made from.</summary>
/// <param name="FileName">File name of the generation.</param>
/// <param name="StoreBytes">Length of the writer's file after the run.</param>
/// <param name="StoreTicks">Its time of change after the run.</param>
/// <param name="DataVersion">Short hash over the content.</param>
/// <param name="SchemaVersion">Version of its tables.</param>
internal sealed record Pointer(string FileName, long StoreBytes, long StoreTicks, string DataVersion, int SchemaVersion);

/// <summary>
/// Immutable copies of the store that readers open. A new one is made complete under another name, and then one small file is
/// replaced atomically; so a reader sees the old or the new generation, never a part.
/// </summary>
internal sealed class Generations(string storePath)
{
    private readonly string _folder = storePath + ".generations";
    private readonly string _pointerPath = storePath + ".current";

    public string PathOf(string fileName) => Path.Combine(_folder, fileName);

    /// <summary>The pointer, or null when nothing was published.</summary>
    public Pointer? Current()
    {
        try
        {
            var lines = File.ReadAllLines(_pointerPath);
            return lines.Length >= 4 && long.TryParse(lines[1], out var bytes) && long.TryParse(lines[2], out var ticks)
                ? new Pointer(lines[0], bytes, ticks, lines[3], lines.Length > 4 && int.TryParse(lines[4], out var schema) ? schema : 1)
                : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>True when the writer's file is as it was when <paramref name="pointer"/> was written: no run came after it, and no upgrade of the tables.</summary>
    public bool IsFresh(Pointer pointer)
    {
        var store = new FileInfo(storePath);
        return pointer.SchemaVersion == Schema.Version && store.Length == pointer.StoreBytes && store.LastWriteTimeUtc.Ticks == pointer.StoreTicks
            && !File.Exists(storePath + ".wal") && File.Exists(PathOf(pointer.FileName));
    }

    /// <summary>Writes the generation of the store's present state and returns its name and data version.</summary>
    public (string FileName, string DataVersion) Build(DuckSession session)
    {
        Directory.CreateDirectory(_folder);
        var version = DataVersionOf(session);
        var run = session.Scalar("select coalesce(max(no), 0) from runs");
        var name = string.Create(CultureInfo.InvariantCulture, $"gen-{run:000000}-{version}.duckdb");
        var temporary = PathOf(name + ".tmp");
        File.Delete(temporary);
        File.Delete(temporary + ".wal");
        session.Execute($"set force_compression = 'auto'; attach '{temporary.Replace("'", "''", StringComparison.Ordinal)}' as g; begin; {GenerationSql(version)} commit; detach g");
        File.Move(temporary, PathOf(name), overwrite: true);
        return (name, version);
    }

    /// <summary>Points readers to a generation, once the writer's file is closed, and removes what nobody needs any more.</summary>
    public void Point(string fileName, string dataVersion)
    {
        var store = new FileInfo(storePath);
        var before = Current()?.FileName;
        var text = string.Create(CultureInfo.InvariantCulture, $"{fileName}\n{store.Length}\n{store.LastWriteTimeUtc.Ticks}\n{dataVersion}\n{Schema.Version}\n");
        File.WriteAllText(_pointerPath + ".tmp", text);
        File.Move(_pointerPath + ".tmp", _pointerPath, overwrite: true);
        RemoveAllBut(fileName, before);
    }

    /// <summary>Sorted so that a series, and the panel of a concept, lie together; one row a revision, with the run that withdrew it.</summary>
    private static string GenerationSql(string version) => $"""
        create table g.meta as select * from main.meta union all select 'data_version', '{version}';
        create table g.observations as
            select o.* exclude (no), coalesce(w.run, {FactReader.Never})::integer as withdrawn
            from observations o left join (select row_no, min(run) as run from withdrawals where kind = 'observations' group by row_no) w on w.row_no = o.no
            order by concept, entity, dimension, unit, ends, starts, published, o.run, o.no;
        create table g.filed_facts as
            select o.*, coalesce(w.run, {FactReader.Never})::integer as withdrawn
            from filed_facts o left join (select row_no, min(run) as run from withdrawals where kind = 'filed_facts' group by row_no) w on w.row_no = o.no
            order by entity, tag, dimension, unit, ends, starts, filed, o.run, o.no;
        {string.Join('\n', Ingest.CsvShape.Records.Select(s => $"""
            create table g.{s.Name} as select r.*, coalesce(w.run, {FactReader.Never})::integer as withdrawn from {s.Name} r
            left join (select row_no, min(run) as run from withdrawals where kind = '{s.Name}' group by row_no) w on w.row_no = r.no order by r.no;
            """))}
        {string.Join('\n', ((string[])["words", "runs", "run_files", "snapshots", "quarantine", "entity_reviews"]).Select(t => $"create table g.{t} as from {t};"))}
        """;

    private static string DataVersionOf(DuckSession session)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"schema {Schema.Version}\n"));
        using var rows = session.Query("select s.sha256 || case when s.source = '' then '' else ' ' || s.source || ' ' || s.arguments end from run_files f join snapshots s on s.no = f.snapshot order by f.run, f.manifest");
        while (rows.NextChunk())
        {
            for (var i = 0; i < rows.Count; i++) hash.AppendData(Encoding.UTF8.GetBytes(rows.Text(0, i) + "\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    // The previous generation stays for readers that have read the old pointer and not opened the file yet. A file that is
    // still open is removed by the system later (Unix), or refuses and is tried again at the next publication (Windows).
    private void RemoveAllBut(string current, string? previous)
    {
        foreach (var path in Directory.EnumerateFiles(_folder))
        {
            var name = Path.GetFileName(path);
            if (name == current || name == previous) continue;
            try
            {
                File.Delete(path);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                continue;
            }
        }
    }
}
