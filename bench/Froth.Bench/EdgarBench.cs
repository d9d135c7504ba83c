using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Froth.Core.Time;
using Froth.Data.Ingest;
using Froth.Data.Sources;
using Froth.Data.Stores;

namespace Froth.Bench;

/// <summary>Company facts of filings into the store: some files, and a bulk archive. Without files of its own the bench makes some in their shape.</summary>
internal static class EdgarBench
{
    private const int Stores = 7;
    private const int BytesInMember = 3_600_000;

    private static ISource Source { get; } = SourceCatalogue.Find("edgar")!;

    /// <summary>Files to a durable commit in a fresh store, then publishing and the read of one firm.</summary>
    /// <param name="paths">Files of company facts; empty for three generated ones.</param>
    public static void Files(IReadOnlyList<string> paths)
    {
        using var folder = new TemporaryFolder();
        if (paths.Count == 0) paths = [.. Enumerable.Range(1, 3).Select(i => WriteMember(folder.File($"CIK{i:0000000000}.json"), i))];
        var bytes = paths.Sum(p => new FileInfo(p).Length);
        var (stored, whole, processor) = (new List<double>(), new List<double>(), new List<double>());
        long rows = 0;
        var watch = new Stopwatch();

        // The first store pays for what is only compiled or parsed once; it is not counted.
        for (var repetition = 0; repetition <= Stores; repetition++)
        {
            using var store = new DuckDbStore(folder.File($"{repetition}/froth.duckdb"));
            store.IngestFiles([GeneratedRows.WriteEntities(folder.File("entities.csv"), 1)], new IngestOptions { Publish = false });
            watch.Restart();
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var result = store.IngestFiles(paths, new IngestOptions { Source = Source, Publish = false });
            if (repetition == 0) continue;
            processor.Add((Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds);
            whole.Add(watch.Elapsed.TotalSeconds);
            stored.Add(result.StoreTime.TotalSeconds);
            rows = result.RowsRead;
            if (result.Quarantined > 0) Print($"edgar.files refused {result.Quarantined}: {string.Join(" | ", result.Problems.Take(3))}");
            if (repetition == Stores) Read(store, watch);
        }

        Print($"edgar.files by '{Source.Description.Id}', {bytes / 1e6:N1} MB, {rows:N0} rows to the durable commit: {bytes / 1e6 / stored.Min():N0} MB/s best, {bytes / 1e6 / Median(stored):N0} MB/s median of {Stores} (target >= 130)");
        Print($"edgar.files: {rows / stored.Min():N0} rows/s best ({stored.Min() * 1000:N0} ms), {rows / Median(stored):N0} rows/s median; with opening, checkpoint and closing {whole.Min() * 1000:N0} ms best, {Median(whole) * 1000:N0} ms median");
        Print($"edgar.files processor time of all that: {processor.Min() * 1000:N0} ms best, {Median(processor) * 1000:N0} ms median on {Environment.ProcessorCount} cores (a loaded machine shows in wall time, not here)");
        Print($"edgar.files peak memory of this process: {Peak() / 1e6:N0} MB");
    }

    /// <summary>A bulk archive streamed into a fresh store and published.</summary>
    /// <param name="megabytes">Uncompressed size.</param>
    public static void Bulk(int megabytes)
    {
        using var folder = new TemporaryFolder();
        var members = (int)Math.Ceiling(megabytes * 1e6 / BytesInMember);
        var zip = folder.File("companyfacts.zip");
        long bytes = 0;
        using (var archive = ZipFile.Open(zip, ZipArchiveMode.Create))
        {
            for (var i = 1; i <= members; i++)
            {
                var member = WriteMember(folder.File("member.json"), i);
                bytes += new FileInfo(member).Length;
                archive.CreateEntryFromFile(member, $"CIK{i:0000000000}.json", CompressionLevel.Fastest);
            }
        }

        Print($"edgar.bulk: {members} members, {bytes / 1e6:N0} MB, packed {new FileInfo(zip).Length / 1e6:N0} MB; before: {Peak() / 1e6:N0} MB peak");
        using var store = new DuckDbStore(folder.File("bulk/froth.duckdb"));
        var result = store.IngestFiles([zip], new IngestOptions { Source = Source, Publish = false });
        Print($"edgar.bulk stored: {result.Added:N0} rows in {result.StoreTime.TotalSeconds:N1} s, {bytes / 1e6 / result.StoreTime.TotalSeconds:N0} MB/s; peak {Peak() / 1e6:N0} MB (target <= 500)");
        Read(store, Stopwatch.StartNew());
        Print($"edgar.bulk with publishing: peak {Peak() / 1e6:N0} MB (target <= 500); generation {store.Describe().GenerationBytes / 1e6:N0} MB of {store.Describe().Bytes / 1e6:N0} MB");
    }

    private static void Read(DuckDbStore store, Stopwatch watch)
    {
        watch.Restart();
        store.Publish();
        Print($"edgar.publish: {watch.Elapsed.TotalMilliseconds:N0} ms");
        var known = store.Read(new FactQuery(Vintage.At(new DateOnly(2030, 1, 1))) { Concepts = [], IncludeFlows = false }).Entities.All.Where(e => e.Identifiers.ContainsKey("cik")).ToList();
        var all = store.Read(new FactQuery(Vintage.At(new DateOnly(2030, 1, 1))) { Concepts = [], IncludeFlows = false, Entities = [known[0].Id], FiledTags = [] }).FiledFacts;
        var tags = all.GroupBy(f => f.Tag).OrderByDescending(g => g.Count()).Take(24).Select(g => g.Key).ToList();
        var (times, read) = (new List<double>(), 0);
        for (var i = 0; i < 41; i++)
        {
            watch.Restart();
            read = store.Read(new FactQuery(Vintage.At(new DateOnly(2030, 1, 1))) { Concepts = [], IncludeFlows = false, Entities = [known[i * 7 % known.Count].Id], FiledTags = tags }).FiledFacts.Count;
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        Print($"edgar.read of {read:N0} facts of one of {known.Count} firms: {times.Min():N1} ms best, {Median(times):N1} ms median (target <= 5)");
    }

    private static string WriteMember(string path, int cik)
    {
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20);
        file.Write($"{{\"cik\":{cik},\"entityName\":\"Generated Firm {cik}\",\"facts\":{{\"us-gaap\":{{");
        for (var tag = 0; tag < 200; tag++)
        {
            file.Write($"{(tag > 0 ? "," : "")}\"GeneratedTag{tag}\":{{\"label\":\"Tag {tag}\",\"description\":\"A tag of the bench, described at some length as such tags are.\",\"units\":{{\"USD\":[");
            for (var i = 0; i < 115; i++)
            {
                var end = new DateOnly(2009, 3, 31).AddMonths(3 * (i / 2));
                var filed = end.AddDays(40 + 365 * (i % 2));
                var number = cik * 1_000_003L + tag * 7919L + i;
                file.Write(string.Create(CultureInfo.InvariantCulture,
                    $"{(i > 0 ? "," : "")}{{\"start\":\"{end.AddMonths(-3).AddDays(1):yyyy-MM-dd}\",\"end\":\"{end:yyyy-MM-dd}\",\"val\":{number * 1000 % 900_000_000_000},\"accn\":\"{cik:0000000000}-{filed.Year % 100:00}-{filed.Month * 100 + i % 100:000000}\",\"fy\":{filed.Year},\"fp\":\"Q1\",\"form\":\"10-Q\",\"filed\":\"{filed:yyyy-MM-dd}\",\"frame\":\"CY2009Q1\"}}"));
            }

            file.Write("]}}");
        }

        file.Write("}}}");
        return path;
    }

    private static long Peak() => Process.GetCurrentProcess().PeakWorkingSet64;

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
