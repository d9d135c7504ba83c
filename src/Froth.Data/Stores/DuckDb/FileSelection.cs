using Froth.Core.Data;
using Froth.Data.Ingest;
using Froth.Data.Sources;

namespace Froth.Data.Stores.DuckDb;

/// <summary>Keeps the bytes of the files of a run, tells what each is, and leaves out what needs no second reading.</summary>
internal sealed class FileSelection(DuckSession session, SnapshotFolder snapshots, IReadOnlyList<ISource> sources, IngestOptions options, CancellationToken cancellation)
{
    /// <summary>Files that cannot be used, and why.</summary>
    public List<QuarantinedRow> Rejected { get; } = [];

    /// <summary>Names of files that the store holds whole.</summary>
    public List<string> AlreadyHeld { get; } = [];

    /// <summary>Keeps the bytes of the files as snapshots. The store is not asked, so this may run beside reading it.</summary>
    public List<InputFile> Keep(IReadOnlyList<IngestFile> given) => [.. given.AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(Keep).OfType<InputFile>()];

    /// <summary>Of the kept files those to read, in the order in which they are read.</summary>
    public List<InputFile> Select(List<InputFile> kept)
    {
        var files = new List<InputFile>();
        var held = Held(kept);
        foreach (var file in kept)
        {
            file.IsHeld = held.Contains(file.Sha256);
            if (Recognise(file) is { } problem) Rejected.Add(problem);
            else if (options.CompleteSet is null && file.IsHeld && IsHeldWhole(file)) AlreadyHeld.Add(file.Name);
            else if (files.All(f => f.Sha256 != file.Sha256 || f.Arguments.ToJson() != file.Arguments.ToJson())) files.Add(file);
        }

        return Ordered(files);
    }

    /// <summary>The snapshots that came through a source, to be parsed again, oldest first.</summary>
    public List<InputFile> SelectHeld(string? sourceId)
    {
        var files = new List<InputFile>();
        using var rows = session.Query("select no, sha256, name, bytes, source, url, format, arguments, access, fetched from snapshots where source <> '' order by no");
        while (rows.NextChunk())
        {
            for (var i = 0; i < rows.Count; i++)
            {
                var (name, id, path) = (rows.Text(2, i), rows.Text(4, i), snapshots.PathOf(rows.Text(1, i)));
                if (sourceId is not null && id != sourceId) continue;
                if (Unreadable(id, path) is { } reason)
                {
                    Rejected.Add(new QuarantinedRow(0, name, 0, "", reason, ""));
                    continue;
                }

                Codes.TryParse<AccessClass>(rows.Text(8, i), out var access);
                var file = new InputFile
                {
                    Name = name, BytesPath = path, Sha256 = rows.Text(1, i), Length = rows.Longs(3)[i], Url = rows.Text(5, i), Snapshot = rows.Ints(0)[i],
                    FetchedAt = Instants.FromMicroseconds(rows.Longs(9)[i]), Arguments = SourceArguments.FromJson(rows.Text(7, i)), Access = access, Source = Find(id),
                };
                file.Format = file.Source!.Recognise(file.AsResponse(options.Clock.GetUtcNow())) ?? rows.Text(6, i);
                file.Index = files.Count;
                files.Add(file);
            }
        }

        return files;
    }

    private InputFile? Keep(IngestFile given)
    {
        try
        {
            return snapshots.Keep(given with { Arguments = given.Arguments ?? options.Arguments }, cancellation);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Rejected.Add(new QuarantinedRow(0, given.Name ?? Path.GetFileName(given.Path), 0, "", $"the file cannot be read: {fault.Message}", ""));
            return null;
        }
    }

    private QuarantinedRow? Recognise(InputFile file)
    {
        var response = file.AsResponse(options.Clock.GetUtcNow());
        file.Access = options.DefaultAccess;
        if (options.Source is { } source)
        {
            if (source.Recognise(response) is not { } format)
                return new QuarantinedRow(0, file.Name, 0, "", $"this is not a file of {source.Description.Title.English} ({source.Description.Id}){Advice(file, response)}", "");
            (file.Source, file.Format) = (source, format);
            if (source.Description.Access > file.Access) file.Access = source.Description.Access;
            return null;
        }

        return CsvHeader.Recognise(file, options.MaximumRowBytes) is { } problem ? problem with { Reason = problem.Reason + Advice(file, response) } : null;
    }

    private string Advice(InputFile file, SourceFile response)
    {
        var known = sources.FirstOrDefault(s => s != options.Source && s.Recognise(response) is not null);
        return known is null ? "" : $". It looks like a file of {known.Description.Title.English}: try 'froth ingest {known.Description.Id} --file {file.Name}'";
    }

    private string? Unreadable(string sourceId, string path) =>
        Find(sourceId) is null ? $"this program has no source '{sourceId}' to parse it again"
        : File.Exists(path) ? null
        : $"its bytes are missing from the folder of snapshots ({path}); fetch it again";

    private ISource? Find(string id) => options.Source?.Description.Id == id ? options.Source : sources.FirstOrDefault(s => s.Description.Id == id);

    // One question for all files, most of which are new: each further question would cost a millisecond.
    private HashSet<string> Held(List<InputFile> files)
    {
        var held = new HashSet<string>(StringComparer.Ordinal);
        if (files.Count == 0) return held;
        using var rows = session.Query($"select sha256 from snapshots where sha256 in ({string.Join(',', files.Select(f => $"'{f.Sha256}'"))})");
        while (rows.NextChunk())
        {
            for (var i = 0; i < rows.Count; i++) held.Add(rows.Text(0, i));
        }

        return held;
    }

    // Bytes whose last reading left rows in quarantine are read again: what was unknown then may be known now.
    private bool IsHeldWhole(InputFile file) => session.Scalar($"""
        select count(*) from snapshots s where {SnapshotSql(file)} and exists (select 1 from run_files f where f.snapshot = s.no)
            and not exists (select 1 from run_files f join quarantine q on q.run = f.run and q.file = f.name
                where f.snapshot = s.no and f.run = (select max(l.run) from run_files l where l.snapshot = s.no))
        """) > 0;

    /// <summary>Condition for the snapshot of these very bytes read in this very way.</summary>
    public static string SnapshotSql(InputFile file) =>
        $"s.sha256 = '{file.Sha256}' and s.source = '{file.SourceId}' and s.arguments = '{ArgumentsOf(file).Replace("'", "''", StringComparison.Ordinal)}'";

    public static string ArgumentsOf(InputFile file) => file.Source is null ? "" : file.Arguments.ToJson();

    // Sources, entities and filings come first, since responses may refer to them; then the responses, to which other rows may refer.
    private static List<InputFile> Ordered(List<InputFile> files)
    {
        var ordered = files.OrderBy(f => f.Shape is null ? CsvShape.All.IndexOf(CsvShape.Filings) + 0.5 : CsvShape.All.IndexOf(f.Shape)).ToList();
        for (var i = 0; i < ordered.Count; i++) ordered[i].Index = i;
        return ordered;
    }
}
