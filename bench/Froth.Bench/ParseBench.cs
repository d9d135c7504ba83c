using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using Froth.Data.Sources.Edgar;
using Froth.Data.Sources.Edgar.Json;

namespace Froth.Bench;

/// <summary>Parsing of EDGAR's responses from memory into batches, on one core, beside other ways to read the same bytes.</summary>
internal static class ParseBench
{
    private const int Repetitions = 15;
    private const int Warm = 10;
    private static readonly DateOnly Today = new(2026, 12, 31);

    public static void Run(string? samples)
    {
        var folder = samples ?? Path.Combine(StartBench.Root(), "..", "shared", "samples");
        var facts = Path.Combine(folder, "edgar", "companyfacts");
        if (Directory.Exists(facts))
        {
            CompanyFacts("recorded", [.. Directory.EnumerateFiles(facts, "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)], withPeers: true);
            Numbers("recorded", Member(Path.Combine(folder, "edgar", "fsds", "2010q2.zip"), "sub.txt"), Member(Path.Combine(folder, "edgar", "fsds", "2010q2.zip"), "num.txt"));
        }
        else Print($"samples not found in {Path.GetFullPath(folder)}; give their folder as argument. Generated files of the same shape follow.");

        CompanyFacts("generated", [GeneratedEdgar.CompanyFacts(75_000)], withPeers: !Directory.Exists(facts));
        var (sub, num) = GeneratedEdgar.StatementSet(130_000);
        Numbers("generated", sub, num);
        Print("yardsticks of other tools, measured elsewhere on files of this shape: Python json 68 MB/s, node JSON.parse 133, DuckDB typed read + unnest 157, naive Utf8JsonReader 220");
    }

    private static void CompanyFacts(string which, List<byte[]> files, bool withPeers)
    {
        var bytes = files.Sum(f => (long)f.Length);
        var loaded = files.ConvertAll(file =>
        {
            var response = new ResponseBytes();
            response.Load(file);
            return response;
        });
        var sink = new BenchSink(Today);
        var time = Time(() =>
        {
            foreach (var file in loaded)
            {
                var writer = new FactWriter(sink);
                new FactsParser(sink, writer).ParseFirm(file, "bench");
                writer.Finish();
            }
        });
        var own = bytes / time.Best / 1e6;
        var facts = sink.Facts / (Repetitions + Warm);
        Tell($"parse.companyfacts {which}, {bytes / 1e6:0.0} MB, {facts:N0} facts", bytes, time, " (target >= 600)");
        Tell($"parse.companyfacts {which}, general path only", bytes, Time(() =>
        {
            foreach (var file in loaded)
            {
                var writer = new FactWriter(sink);
                new FactsParser(sink, writer, isFast: false).ParseFirm(file, "bench");
                writer.Finish();
            }
        }));
        if (!withPeers) return;
        Peer("naive Utf8JsonReader to structs", bytes, own, Time(() => Check(files.Sum(ParsePeers.NaiveReader), facts)));
        Peer("System.Text.Json JsonDocument.Parse (no facts taken out)", bytes, own, Time(() => files.ForEach(ParsePeers.Document)));
        using var peer = new ParsePeers.Duck(files);
        Peer("DuckDB read_json, typed, unnested, one thread (from files in the page cache)", bytes, own, Time(() => Check(peer.Count(), facts), 5));
    }

    private static void Numbers(string which, byte[] sub, byte[] num)
    {
        var sink = new BenchSink(Today);
        var time = Time(() =>
        {
            var writer = new FactWriter(sink);
            var sets = new StatementSets(sink, writer);
            sets.ReadFilings(new TabRows(new MemoryStream(sub), "sub.txt"));
            sets.ReadFacts(new MemoryStream(num), () => 0);
            writer.Finish();
        });
        Tell($"parse.fsds {which}, num.txt {num.Length / 1e6:0.0} MB, {sink.Facts / (Repetitions + Warm):N0} facts", num.Length, time, " (target >= 500)");
    }

    // Wall time tells of the machine's other work too; processor time, summed over all repetitions, does not.
    private static Timing Time(Action parse, int repetitions = Repetitions)
    {
        for (var i = 0; i < (repetitions == Repetitions ? Warm : 1); i++) parse();
        var seconds = new List<double>();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        for (var i = 0; i < repetitions; i++)
        {
            var watch = Stopwatch.StartNew();
            parse();
            seconds.Add(watch.Elapsed.TotalSeconds);
        }

        seconds.Sort();
        return new Timing(seconds[0], seconds[repetitions / 2], (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds / repetitions);
    }

    private static void Check(long found, long wanted)
    {
        if (found != wanted) throw new InvalidOperationException($"A peer found {found} facts instead of {wanted}.");
    }

    private static byte[] Member(string zip, string name)
    {
        using var archive = ZipFile.OpenRead(zip);
        using var stream = archive.GetEntry(name)!.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static void Peer(string what, long bytes, double own, Timing time) => Print(
        $"parse.peer {what}: {bytes / time.Best / 1e6:0} MB/s best, {bytes / time.Median / 1e6:0} median; Froth is {own / (bytes / time.Best / 1e6):0.0} times as fast");

    private static void Tell(string what, long bytes, Timing time, string target = "") => Print(
        $"{what}: {bytes / time.Best / 1e6:0} MB/s best, {bytes / time.Median / 1e6:0} median of {Repetitions}{target}; {bytes / time.Processor / 1e6:0} MB/s of processor time");

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static void Print(string line) => Console.WriteLine(line);

    private readonly record struct Timing(double Best, double Median, double Processor);
}
