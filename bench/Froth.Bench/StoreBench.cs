using System.Diagnostics;
using System.Globalization;
using Froth.Core.Data;
using Froth.Core.Time;
using Froth.Data.Ingest;
using Froth.Data.Stores;

namespace Froth.Bench;

/// <summary>Ingest, and reads as of a day, on generated stores that are removed afterwards.</summary>
internal static class StoreBench
{
    private const int Firms = 500;
    private const int Revisions = 5;

    /// <summary>Rows of a CSV parsed, validated and stored, from the file's first byte to the commit.</summary>
    public static void Ingest(int rows)
    {
        using var folder = new TemporaryFolder();
        var entities = GeneratedRows.WriteEntities(folder.File("entities.csv"), Firms);
        var csv = GeneratedRows.WriteObservations(folder.File("observations.csv"), 0, rows, Firms, Revisions);
        var stored = new List<double>();
        var published = new List<double>();
        for (var repetition = 0; repetition < 3; repetition++)
        {
            using var store = new DuckDbStore(folder.File($"{repetition}/froth.duckdb"));
            store.IngestFiles([entities], new IngestOptions());
            var result = store.IngestFiles([csv], new IngestOptions());
            if (result.Added != rows) throw new InvalidOperationException($"{result.Added} of {rows} rows landed: {string.Join(" | ", result.Problems)}");
            stored.Add(result.StoreTime.TotalSeconds);
            published.Add(result.PublishTime.TotalSeconds);
        }

        var million = rows / 1e6;
        Print($"ingest.csv {million:0.##}M rows: {rows / Median(stored):N0} rows/s (target >= 800,000)");
        Print($"ingest.csv publish: {Median(published) * 1000:N0} ms");
        Print($"ingest.csv {million:0.##}M rows with publish: {rows / (Median(stored) + Median(published)):N0} rows/s");
        Print($"ingest.csv file: {new FileInfo(csv).Length / 1e6:N0} MB; peak memory of this process: {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:N0} MB");
    }

    /// <summary>A store of the size of the default data: cold ingest, and the read that every command makes.</summary>
    public static void DefaultSize()
    {
        using var folder = new TemporaryFolder();
        var entities = GeneratedRows.WriteEntities(folder.File("entities.csv"), Firms);
        var csv = GeneratedRows.WriteObservations(folder.File("observations.csv"), 0, 25_000, Firms, Revisions);
        var watch = Stopwatch.StartNew();
        using (var store = new DuckDbStore(folder.File("froth.duckdb"))) store.IngestFiles([entities, csv], new IngestOptions());
        Print($"default.cold 25k rows ingested and published: {watch.ElapsedMilliseconds} ms (target <= 1,500)");
        var read = new List<double>();
        for (var repetition = 0; repetition < 7; repetition++)
        {
            watch.Restart();
            using var store = new DuckDbStore(folder.File("froth.duckdb"));
            var batch = store.Read(new FactQuery(Vintage.At(new DateOnly(2026, 1, 1))));
            read.Add(watch.Elapsed.TotalMilliseconds);
            if (batch.Observations.Count == 0) throw new InvalidOperationException("Nothing was read.");
        }

        Print($"default.read 25k rows, opening included: {read.Min():N1} ms best, {Median(read):N1} ms median (target <= 120)");
    }

    /// <summary>One series and one panel, as of a day, from a large store.</summary>
    public static void AsOf(int rows)
    {
        using var folder = new TemporaryFolder();
        using var store = new DuckDbStore(folder.File("froth.duckdb"));
        store.IngestFiles([GeneratedRows.WriteEntities(folder.File("entities.csv"), Firms)], new IngestOptions { Publish = false });
        var part = rows / Revisions;
        var watch = Stopwatch.StartNew();
        for (var revision = 0; revision < Revisions; revision++)
        {
            var csv = GeneratedRows.WriteRevision(folder.File("part.csv"), revision, part, Firms);
            store.IngestFiles([csv], new IngestOptions { Publish = false });
        }

        Print($"asof.load {rows / 1e6:0.##}M rows in {Revisions} runs: {watch.Elapsed.TotalSeconds:N1} s");
        watch.Restart();
        store.Publish();
        Print($"asof.publish (compaction): {watch.Elapsed.TotalSeconds:N1} s; generation {store.Describe().GenerationBytes / 1e6:N0} MB");
        var vintage = Vintage.At(new DateOnly(2024, 6, 30));
        var firms = Enumerable.Range(0, Firms).Select(GeneratedRows.Firm).ToList();
        var quarters = Enumerable.Range(0, 40).Select(q => GeneratedRows.QuarterEnd(q)).ToList();
        var series = Times(101, i => store.ReadSeries(firms[i * 7 % Firms], GeneratedRows.Concept(i % 20), vintage).Count);
        var panel = Times(21, i => store.ReadPanel(GeneratedRows.Concept(i % 20), firms, quarters, vintage).Count);
        Print($"asof.series of {rows / 1e6:0.##}M rows: {Median(series):N2} ms median (target <= 3)");
        Print($"asof.panel 500 x 40 of {rows / 1e6:0.##}M rows: {Median(panel):N1} ms median (target <= 80)");
    }

    private static List<double> Times(int repetitions, Func<int, int> read)
    {
        var times = new List<double>();
        for (var i = 0; i < repetitions; i++)
        {
            var watch = Stopwatch.StartNew();
            if (read(i) == 0) throw new InvalidOperationException("Nothing was read.");
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return times;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
