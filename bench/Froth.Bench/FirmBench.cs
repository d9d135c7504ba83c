using System.Diagnostics;
using System.Globalization;
using Froth.Core.Data;
using Froth.Core.Entities;
using Froth.Core.Financing;
using Froth.Core.Firms;
using Froth.Core.Indicators;
using Froth.Core.Time;

namespace Froth.Bench;

/// <summary>
/// All measures of many firms at every quarter as it was known: Minsky's classes with both windows, all lenses, shares of 5,000 draws and
/// flags; migration; valuation; the mix of financing. A line a part, then the whole.
/// </summary>
internal static class FirmBench
{
    private const int Quarters = 40;

    private static readonly Indicator[] Migration = Named("class-migration-down-ratio", "class-mobility");

    private static readonly Indicator[] Valuation = [.. IndicatorCatalogue.All.Where(i => i.Definition.Pillar == Pillar.Valuation
        && i.Inputs.Any(n => n.ConceptId == Concepts.MarketCapitalisation))];

    private static readonly Indicator[] Mix = Named(
        "debt-mix", "debt-maturity-gap", "refinancing-wall", "lease-cover", "off-balance-share", "opacity-gaps", "debt-gap-one-sided");

    /// <summary>Runs on one thread and on two; each run builds its panel anew.</summary>
    public static void Run(int firms)
    {
        Observation[] told = [.. GeneratedFirms.Of(firms, Quarters)];
        var watch = Stopwatch.StartNew();
        _ = Perturbation.Default.Draws;
        Print($"firms.draws made once: {watch.Elapsed.TotalMilliseconds:N0} ms");
        foreach (var threads in (int[])[1, 2, 1, 2])
        {
            // What the run before left behind is not this run's memory.
            GC.Collect();
            Measure(FactSet.Cut(Vintage.At(new DateOnly(2026, 1, 1)), told, [], EntityBook.Empty), firms, threads);
        }

        Print($"firms.memory peak of the process, facts included: {Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000:N0} MB (target <= 500)");
    }

    private static void Measure(FactSet facts, int firms, int threads)
    {
        var (whole, processor) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads };
        var panel = Timed("panel", () => FirmPanel.Of(new InputSet(facts, FirmPanel.Inputs)));
        var minsky = Timed($"minsky, both windows, lenses, {Perturbation.Default.Draws:N0} draws", () => Minsky(panel, options));
        var migration = Timed("migration", () => Indicators(Migration, facts, options));
        var valuation = Timed($"valuation, {Valuation.Length} measures", () => Indicators(Valuation, facts, options));
        var mix = Timed($"financing mix, {Mix.Length} measures", () => Indicators(Mix, facts, options));
        var used = (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds;
        Print($"firms.all of {firms:N0} firms x {Quarters} quarters, {facts.AllObservations.Count:N0} facts, {threads} threads: {whole.Elapsed.TotalSeconds:N2} s, processor {used:N2} s (target <= 3 s on two)");
        Print($"firms.checksums, {threads} threads: {minsky:X16} {migration:X16} {valuation:X16} {mix:X16}");

        T Timed<T>(string part, Func<T> run)
        {
            var watch = Stopwatch.StartNew();
            var result = run();
            Print($"firms.{part}, {threads} threads: {watch.Elapsed.TotalMilliseconds:N0} ms");
            return result;
        }
    }

    private static ulong Minsky(FirmPanel panel, ParallelOptions options)
    {
        var sums = new Checksum[panel.Firms.Count];
        Parallel.For(0, sums.Length, options, firm =>
        {
            var sum = new Checksum();
            foreach (var quarter in panel.Firms[firm].AsKnown) sum.Add(FirmFinancing.Read(quarter, (IReadOnlyList<Flow>)[]));
            sums[firm] = sum;
        });
        return Checksum.Of(sums);
    }

    private static ulong Indicators(Indicator[] indicators, FactSet facts, ParallelOptions options)
    {
        var sums = new Checksum[indicators.Length];
        Parallel.For(0, sums.Length, options, i =>
        {
            var sum = new Checksum();
            sum.Add(indicators[i].ComputeOn(facts));
            sums[i] = sum;
        });
        return Checksum.Of(sums);
    }

    private static Indicator[] Named(params string[] ids) =>
        [.. ids.Select(id => IndicatorCatalogue.Find(id) ?? throw new ArgumentException($"No indicator is called '{id}'.", nameof(ids)))];

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
