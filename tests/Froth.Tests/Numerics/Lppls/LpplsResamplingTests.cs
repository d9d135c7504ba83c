using Froth.Numerics;

namespace Froth.Tests.Numerics.Lppls;

public sealed class LpplsResamplingTests
{
    private static readonly LpplsWindows Few = LpplsWindows.Usual with { Longest = 120, Shortest = 60, Step = 30, Effort = LpplsEffort.Quick };

    [Fact]
    public void Trust_ClearBubble_IsHighAndAWalkLower()
    {
        var times = LpplsSamples.Weekdays(120);
        var bubble = LpplsSamples.Curve(times, times[^1] + 5, 0.5, 9, b: -0.03, c1: 0.001, c2: 0.0005, noise: 0.003);
        var trust = LpplsTrust.At(times, bubble, 119, 7, Few, 20);
        trust.Rising.ShouldBeGreaterThan(0.6);
        trust.Falling.ShouldBe(0);
        trust.RisingShares.Count.ShouldBe(3);
        var walks = Enumerable.Range(1, 6).Average(seed => LpplsTrust.At(times, LpplsSamples.Walk(120, (ulong)seed), 119, 7, Few, 20).Rising);
        walks.ShouldBeLessThan(trust.Rising - 0.2);
    }

    [Fact]
    public void Trust_AnyThreads_IsTheSame()
    {
        var times = LpplsSamples.Weekdays(120);
        var values = LpplsSamples.Curve(times, times[^1] + 5, 0.5, 9, noise: 0.01);
        var (one, three) = (At(1, 7), At(3, 7));
        one.RisingShares.ShouldBe(three.RisingShares);
        one.FallingShares.ShouldBe(three.FallingShares);

        LpplsTrust At(int threads, ulong seed) => LpplsTrust.At(times, values, 119, seed, Few, 10, run: new LpplsRun(threads));
    }

    [Fact]
    public void Trust_WindowsThatCannotBeFitted_CountAsZero()
    {
        var times = LpplsSamples.Weekdays(70);
        var trust = LpplsTrust.At(times, LpplsSamples.Walk(70, 1), 69, 7, Few, 5);
        trust.RisingShares[0].ShouldBe(0);
        trust.Rising.ShouldBe(0, "two of three windows are longer than the series");
    }

    [Fact]
    public void Null_RandomWalks_CountsAlarmsWithAnInterval()
    {
        var times = LpplsSamples.Weekdays(120);
        var paths = LpplsNull.RandomWalks(LpplsSamples.Walk(500, 3), 120, 11);
        var found = LpplsNull.Of(times, paths, 16, 1 / 3.0, Few, new LpplsRun(2));
        found.Paths.ShouldBe(16);
        found.RisingAlarms.ShouldBe(found.RisingShares.Count(s => s >= 1 / 3.0));
        found.RisingInterval.ShouldBe(ShareInterval.Of(found.RisingAlarms, 16));
        found.RisingInterval.Low.ShouldBeLessThanOrEqualTo(found.RisingRate);
        // Each path goes through the very procedure that a series goes through.
        for (var i = 0; i < 3; i++)
        {
            var direct = LpplsConfidence.At(times, paths((ulong)i), 119, Few);
            found.RisingShares[i].ShouldBe(direct.RisingShare);
            found.FallingShares[i].ShouldBe(direct.FallingShare);
        }

        LpplsNull.Of(times, paths, 16, 1 / 3.0, Few, new LpplsRun(1)).RisingShares.ShouldBe(found.RisingShares);
    }

    [Fact]
    public void RandomWalks_ManyPaths_HaveTheSeriesOwnDriftAndSpread()
    {
        double[] series = [1, 1.03, 1.02, double.NaN, 1.0, 1.05, 1.06];
        double[] changes = [0.03, -0.01, 0.05, 0.01];
        var paths = LpplsNull.RandomWalks(series, 101, 5);
        var all = new List<double>();
        for (var p = 0UL; p < 400; p++)
        {
            var path = paths(p);
            path[0].ShouldBe(1);
            for (var i = 1; i < path.Length; i++) all.Add(path[i] - path[i - 1]);
        }

        var mean = changes.Average();
        var deviation = Math.Sqrt(changes.Sum(c => (c - mean) * (c - mean)) / 3);
        all.Average().ShouldBe(mean, 4 * deviation / 200);
        Math.Sqrt(all.Average(c => (c - mean) * (c - mean))).ShouldBe(deviation, 0.02 * deviation);
        paths(1)[5].ShouldNotBe(paths(2)[5]);
    }
}
