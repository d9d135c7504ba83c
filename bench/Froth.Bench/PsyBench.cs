using System.Diagnostics;
using System.Globalization;
using Froth.Numerics;
using Froth.Numerics.Simulation;

namespace Froth.Bench;

/// <summary>
/// The recursive tests on random walks, one thread. The anchor is the R package exuber 1.1.0 on one AVX-512 machine; its figures were taken
/// elsewhere and are printed as they stand. The floor is the estimate of half a nanosecond a window at lag 0 and 0.9 at lag 1.
/// </summary>
internal static class PsyBench
{
    private static readonly (int Lag, int Length, double AnchorMilliseconds)[] Sequences =
    [
        (0, 100, 0.763), (0, 400, 15.4), (0, 1000, 202), (0, 2000, 1674), (0, 6358, 54_700), (1, 400, 48.3), (1, 1000, 644), (1, 2000, 5154),
    ];

    private static readonly (int Length, double MonteCarlo, double? WildBootstrap)[] Simulations = [(100, 54, 67), (400, 1537, 1515), (1000, 22_400, null)];

    public static void Run()
    {
        Console.WriteLine($"psy: {LaneWidths.Resolve(LaneWidth.Widest)} numbers at once on this processor, one thread, best of many rounds");
        foreach (var (lag, length, anchor) in Sequences) Sequence(lag, length, LaneWidth.Widest, anchor);
        foreach (var width in new[] { LaneWidth.One, LaneWidth.Four }) Sequence(0, 2000, width, 1674);
        for (var lag = 2; lag <= 8; lag++) Sequence(lag, 1000, LaneWidth.Widest, null);
        foreach (var (length, monteCarlo, bootstrap) in Simulations)
        {
            Simulation("monte carlo", new RandomWalk(), length, monteCarlo);
            if (bootstrap is { } anchor) Simulation("wild bootstrap", new WildBootstrap(Walk(length)), length, anchor);
        }
    }

    private static void Sequence(int lag, int length, LaneWidth width, double? anchor)
    {
        var levels = Walk(length);
        var settings = new PsySettings { Lag = lag, Width = width };
        PsySequence found = null!;
        var best = Best(() => found = Psy.Compute(levels, settings), 1);
        var windows = Windows(found.Bsadf.Length);
        Print($"bsadf, lag {lag}, T {length}, {width.ToString().ToLowerInvariant()} lanes", best, anchor, $"{1e6 * best / windows:0.00} ns a window, {Floor(lag)}gsadf {found.Gsadf:0.000000}");

        string Floor(int k) => k switch { 0 => $"{100 * 0.5 * windows / (1e6 * best):0} % of the floor's speed, ", 1 => $"{100 * 0.9 * windows / (1e6 * best):0} % of the floor's speed, ", _ => "" };
    }

    private static void Simulation(string name, SimulatedProcess process, int length, double anchor)
    {
        var simulation = new NullSimulation(process, 1, length, new PsySettings());
        const int Replications = 128;
        NullBlock block = null!;
        var best = Best(() => block = simulation.Block(0, Replications), 1) * 100 / Replications;
        Print($"{name}, n {length}, per 100 replications", best, anchor, $"{1e6 * best / 100 / Windows(simulation.Ends):0.00} ns a window, mean gsadf {block.Gsadf.Average():0.0000}");
    }

    private static double Windows(int ends) => ends * (ends + 1.0) / 2;

    private static void Print(string what, double milliseconds, double? anchor, string rest) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{what}: {milliseconds:0.000} ms{(anchor is { } a ? $" (anchor {a:0.###} ms, {a / milliseconds:0} times)" : "")}, {rest}"));

    private static double[] Walk(int length)
    {
        var levels = new double[length];
        new RandomWalk().Path(20260701, 0, levels);
        return levels;
    }

    // Milliseconds of the fastest of at least twenty runs, or of as many as fit into a second and a half.
    private static double Best(Action work, int warm)
    {
        for (var i = 0; i < warm; i++) work();
        var (best, whole) = (double.PositiveInfinity, Stopwatch.StartNew());
        for (var i = 0; i < 20 || whole.ElapsedMilliseconds < 1500; i++)
        {
            var watch = Stopwatch.StartNew();
            work();
            best = Math.Min(best, watch.Elapsed.TotalMilliseconds);
            if (whole.ElapsedMilliseconds > 6000) break;
        }
        return best;
    }
}
