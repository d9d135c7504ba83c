using System.Diagnostics;
using System.Globalization;
using Froth.Core.Filings;
using Froth.Core.Time;
using Froth.Data.DefaultData;
using Froth.Data.Stores;

namespace Froth.Bench;

/// <summary>From one firm's filed facts in the store to its resolved history and its figures, at one vintage.</summary>
internal static class ResolveBench
{
    private const int Times = 41;

    /// <summary>Runs over the shipped filings of one firm.</summary>
    public static void Run()
    {
        using var folder = new TemporaryFolder();
        using var store = new DuckDbStore(folder.File("froth.duckdb"));
        new DefaultDataSet(Path.Combine(StartBench.Root(), "data")).EnsureLoaded(store);
        var vintage = Vintage.At(new DateOnly(2026, 7, 9));
        var (read, resolved, figures) = (new List<double>(), new List<double>(), new List<double>());
        var (facts, observations) = (0, 0);
        for (var i = 0; i < Times; i++)
        {
            var watch = Stopwatch.StartNew();
            var filed = store.Read(new FactQuery(vintage) { Concepts = [], Entities = ["nvidia"], IncludeFlows = false, FiledTags = [] }).FiledFacts;
            read.Add(watch.Elapsed.TotalMilliseconds);
            watch.Restart();
            var history = ConceptResolver.Shipped.Resolve(filed);
            resolved.Add(watch.Elapsed.TotalMilliseconds);
            watch.Restart();
            if (FirmFacts.Of("nvidia", vintage.AsOf, history, ConceptMap.Shipped).Facts.Count == 0) throw new InvalidOperationException("Nothing was resolved.");
            figures.Add(watch.Elapsed.TotalMilliseconds);
            (facts, observations) = (filed.Count, history.Count);
        }

        Print($"resolve.history of one firm, {facts:N0} filed facts to {observations:N0} revisions: {resolved.Min():N1} ms best, {Median(resolved):N1} ms median of {Times}, {resolved[0]:N1} ms the first time (target <= 20)");
        Print($"resolve.read of those facts from the store: {read.Min():N1} ms best, {Median(read):N1} ms median");
        Print($"resolve.figures by quarter, twelve months and year, with checks and splits: {figures.Min():N1} ms best, {Median(figures):N1} ms median");
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
