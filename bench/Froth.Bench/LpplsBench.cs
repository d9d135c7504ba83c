using System.Diagnostics;
using System.Globalization;
using Froth.Numerics;

namespace Froth.Bench;

/// <summary>
/// Fits of the log-periodic power law on a made-up series. The anchor is the Python package lppls, whose figures were taken elsewhere and are
/// printed as they stand: its search stops at the first local optimum, the nested runs here look for the lowest of all in each window.
/// </summary>
internal static class LpplsBench
{
    private const int Rounds = 9;
    private const double AnchorSearchMicroseconds = 24_800;
    private const double AnchorNestedMilliseconds = 6_900;
    private static readonly TimeSpan Warmth = TimeSpan.FromMilliseconds(400);

    public static void Run()
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"lppls: {LaneWidths.Resolve(LaneWidth.Widest)} numbers at once on this processor, best of {Rounds} rounds"));
        var times = Enumerable.Range(0, 800).Select(i => i / 5 * 7 + i % 5 + 0.0).ToArray();
        var values = Series(times);
        foreach (var rows in new[] { 30, 120, 500 }) Evaluation(times[^rows..], values[^rows..]);
        Local(times[^120..], values[^120..]);
        foreach (var (name, box) in new[] { ("m 0.1-0.9, w 4-25", LpplsBox.Narrow), ("m 0-2, w 1-50", LpplsBox.Search) })
        {
            foreach (var threads in new[] { 1, 2 }) Nested(times, values, name, box, threads);
        }

        Confidence(times, values);
    }

    // A bubble, weekly waves of no meaning and noise.
    private static double[] Series(double[] times)
    {
        var noise = new double[times.Length];
        NormalDraws.Fill(20260701, 0, noise);
        var walk = 0.0;
        return [.. times.Select((t, i) =>
        {
            var x = times[^1] + 25 - t;
            walk += 0.006 * noise[i];
            return 8 - 0.02 * Math.Pow(x, 0.5) * (1 + 0.08 * Math.Cos(8 * Math.Log(x))) + walk;
        })];
    }

    private static void Evaluation(double[] times, double[] values)
    {
        var kernel = new LpplsKernel();
        kernel.Load(times, values);
        var sum = 0.0;
        const int Count = 2000;
        var best = Best(() =>
        {
            for (var i = 0; i < Count; i++)
            {
                var point = new LpplsPoint { Shift = 0.02 + 1e-6 * i, Power = 0.5, Frequency = 8 };
                kernel.Value(ref point);
                kernel.Derivatives(ref point);
                sum += point.Sse + point.E22;
            }
        });
        Print($"evaluation with gradient and both second derivatives, n = {times.Length}", best.TotalNanoseconds / Count, "ns", null, sum);
    }

    // As the anchor's: from a start somewhere in the box until the descent rests.
    private static void Local(double[] times, double[] values)
    {
        var kernel = new LpplsKernel();
        kernel.Load(times, values);
        var bounds = LpplsBox.Search.Bounds;
        var starts = (from s in new[] { 0.01, 0.05, 0.15 } from m in new[] { 0.2, 0.5, 0.9 } from w in Enumerable.Range(0, 12)
            select new LpplsPoint { Shift = s, Power = m, Frequency = 3 + 2 * w }).ToList();
        var (sum, rested) = (0.0, 0);
        var (before, searches) = (kernel.Evaluations, 0);
        var best = Best(() =>
        {
            (sum, rested) = (0, 0);
            searches += starts.Count;
            foreach (var start in starts)
            {
                var (point, converged) = LpplsDescent.Run(kernel, bounds, start, 1e-9, 100);
                sum += point.Sse;
                rested += converged ? 1 : 0;
            }
        });
        var evaluations = (kernel.Evaluations - before) / (double)searches;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"lppls: {rested} of {starts.Count} local searches rested, {evaluations:F1} evaluations each"));
        Print("local search, n = 120, one thread (must 50, aim 31)", best.TotalMicroseconds / starts.Count, "us", AnchorSearchMicroseconds, sum);
    }

    // 13 ends of 18 windows from 115 to 30 rows by fives: 234.
    private static void Nested(double[] times, double[] values, string name, LpplsBox box, int threads)
    {
        var windows = new LpplsWindows(115, 30, 5, box, LpplsFilter.Usual, LpplsEffort.Usual);
        int[] ends = [.. Enumerable.Range(times.Length - 13, 13)];
        IReadOnlyList<LpplsConfidence> found = [];
        var best = Best(() => found = LpplsConfidence.Over(times, values, ends, windows, new LpplsRun(threads)));
        var fits = found.SelectMany(c => c.Fits).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"lppls: {fits.Count} windows, {fits.Count(f => f.Verified)} verified, {fits.Average(f => f.Evaluations):F0} evaluations each"));
        var target = threads == 2 ? " (must 345, aim 172)" : "";
        Print($"nested windows, {name}, lowest optimum each, {threads} threads{target}", best.TotalMilliseconds, "ms", AnchorNestedMilliseconds, fits.Sum(f => f.SumOfSquares));
    }

    private static void Confidence(double[] times, double[] values)
    {
        LpplsConfidence? found = null;
        var best = Best(() => found = LpplsConfidence.At(times, values, times.Length - 1), 3);
        Print("confidence of one end, 126 windows of 125 to 750 rows, all threads", best.TotalMilliseconds, "ms", null, found!.Fits.Sum(f => f.SumOfSquares));
    }

    private static TimeSpan Best(Action work, int rounds = Rounds)
    {
        // The compiler takes about this long to put its better code in place.
        var warm = Stopwatch.StartNew();
        var turns = 0;
        while (turns++ < 2 || warm.Elapsed < Warmth) work();
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            work();
            if (watch.Elapsed < best) best = watch.Elapsed;
        }

        return best;
    }

    // The sum depends on every result, so that no work can be left out unnoticed.
    private static void Print(string what, double value, string unit, double? anchor, double sum) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"lppls: {what}: {value:F1} {unit}{(anchor is { } a ? $", anchor {a:F0} {unit}, {a / value:F0} times" : "")} [sum {sum:R}]"));
}
