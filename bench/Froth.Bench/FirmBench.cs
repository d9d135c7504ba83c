using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Froth.Core.Data;
using Froth.Core.Entities;
using Froth.Core.Financing;
using Froth.Core.Firms;
using Froth.Core.Indicators;
using Froth.Core.Time;

namespace Froth.Bench;

/// <summary>Minsky's classes of many firms at every quarter as it was known: both windows, all lenses, shares of 5,000 draws, flags.</summary>
internal static class FirmBench
{
    private const int Quarters = 40;

    /// <summary>Runs on one thread and on two; each run builds its panel anew.</summary>
    public static void Run(int firms)
    {
        Observation[] told = [.. GeneratedFirms.Of(firms, Quarters)];
        var watch = Stopwatch.StartNew();
        _ = Perturbation.Default.Draws;
        Print($"firms.draws made once: {watch.Elapsed.TotalMilliseconds:N0} ms");
        foreach (var threads in (int[])[1, 2, 1, 2])
        {
            var facts = FactSet.Cut(Vintage.At(new DateOnly(2026, 1, 1)), told, [], EntityBook.Empty);
            watch.Restart();
            var panel = FirmPanel.Of(new InputSet(facts, FirmPanel.Inputs));
            var built = watch.Elapsed.TotalSeconds;
            var (read, checksum) = Read(panel, threads);
            Print($"firms.minsky of {firms:N0} firms, {read:N0} quarters, {told.Length:N0} facts, {threads} threads: {watch.Elapsed.TotalSeconds:N2} s, of which the panel {built:N2} s (target <= 3 s on two); checksum {checksum:X16}");
        }

        Print($"firms.memory peak of the process, facts included: {Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000:N0} MB (target <= 500)");
    }

    private static (int Read, ulong Checksum) Read(FirmPanel panel, int threads)
    {
        var sums = new (int Read, ulong Sum)[panel.Firms.Count];
        Parallel.For(0, sums.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, firm =>
        {
            var (read, sum) = (0, 14695981039346656037UL);
            foreach (var quarter in panel.Firms[firm].AsKnown)
            {
                sum = Fold(sum, FirmFinancing.Read(quarter, (IReadOnlyList<Flow>)[]));
                read++;
            }

            sums[firm] = (read, sum);
        });
        return (sums.Sum(s => s.Read), sums.Aggregate(14695981039346656037UL, (all, firm) => Fold(all, firm.Sum)));
    }

    private static ulong Fold(ulong sum, FirmFinancing read)
    {
        foreach (var (service, shares) in ((DebtService, ClassShares)[])[(read.TwelveMonths, read.TwelveMonthsShares), (read.SingleQuarter, read.SingleQuarterShares)])
        {
            foreach (var number in (double[])[service.InterestCover, service.DebtServiceCover, service.InvestmentCover, service.FundingGap, service.RunwayMonths,
                shares.Hedge, shares.Speculative, shares.Ponzi, shares.EquityDependent, shares.Unknown])
                sum = Fold(sum, BitConverter.DoubleToUInt64Bits(double.IsNaN(number) ? double.NaN : number));
        }

        foreach (var lens in read.Lenses) sum = Fold(Fold(sum, (ulong)lens.Class), BitConverter.DoubleToUInt64Bits(double.IsNaN(lens.Value) ? double.NaN : lens.Value));
        return Fold(sum, (ulong)(read.IsBelowInterestForThreeYears is { } below ? below ? 1 : 0 : 2));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Fold(ulong sum, ulong next) => (sum ^ next) * 1099511628211UL;

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
