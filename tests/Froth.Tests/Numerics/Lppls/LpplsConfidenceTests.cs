using Froth.Numerics;

namespace Froth.Tests.Numerics.Lppls;

public sealed class LpplsConfidenceTests
{
    private static readonly LpplsWindows Few = LpplsWindows.Usual with { Longest = 150, Shortest = 60, Step = 15, Effort = LpplsEffort.Quick };

    [Fact]
    public void Usual_Windows_Are126() => LpplsWindows.Usual.Count.ShouldBe(126);

    [Fact]
    public void At_SimulatedBubbles_AreHighAndWalksLow()
    {
        var times = LpplsSamples.Weekdays(150);
        var (bubbles, falls, walks) = (0.0, 0.0, 0.0);
        const int Series = 12;
        for (var seed = 1UL; seed <= Series; seed++)
        {
            var bubble = LpplsSamples.Curve(times, times[^1] + 6, 0.5, 9, b: -0.03, c1: 0.001, c2: 0.0005, noise: 0.004, seed: seed);
            var rising = LpplsConfidence.At(times, bubble, 149, Few);
            bubbles += rising.RisingShare / Series;
            rising.Falling.ShouldBe(0);
            falls += LpplsConfidence.At(times, [.. bubble.Select(v => -v)], 149, Few).FallingShare / Series;
            walks += LpplsConfidence.At(times, LpplsSamples.Walk(150, seed), 149, Few).RisingShare / Series;
        }

        bubbles.ShouldBeGreaterThan(0.6);
        falls.ShouldBeGreaterThan(0.6);
        walks.ShouldBeLessThan(0.3);
    }

    [Fact]
    public void Over_AnyThreadsAndAnyDivision_IsTheSameBits()
    {
        var times = LpplsSamples.Weekdays(170);
        var values = LpplsSamples.Walk(170, 4);
        int[] ends = [149, 155, 169];
        var one = LpplsConfidence.Over(times, values, ends, Few, new LpplsRun(1));
        var four = LpplsConfidence.Over(times, values, ends, Few, new LpplsRun(4));
        for (var i = 0; i < ends.Length; i++)
        {
            one[i].Fits.ShouldBe(four[i].Fits);
            // A run taken up again does the remaining ends by themselves, and later rows are not looked at.
            LpplsConfidence.At(times[..(ends[i] + 1)], values[..(ends[i] + 1)], ends[i], Few).Fits.ShouldBe(one[i].Fits);
        }
    }

    [Fact]
    public void At_WindowsThatCannotBeFitted_StayInTheDenominator()
    {
        var times = LpplsSamples.Weekdays(150);
        var values = LpplsSamples.Curve(times, times[^1] + 6, 0.5, 9, b: -0.03, noise: 0.004);
        values[60] = double.NaN;
        var gap = LpplsConfidence.At(times, values, 149, Few);
        gap.Windows.ShouldBe(7);
        gap.Statuses[LpplsStatus.Gap].ShouldBe(5, "windows of 150, 135, 120, 105 and 90 rows reach back to row 60");
        gap.RisingShare.ShouldBeLessThanOrEqualTo(2 / 7.0);

        var early = LpplsConfidence.At(times, values, 50, Few);
        early.Statuses[LpplsStatus.TooShort].ShouldBe(7);
        early.RisingShare.ShouldBe(0);
    }

    [Fact]
    public void At_Counts_FollowFromTheFitsAndTheFilter()
    {
        var times = LpplsSamples.Weekdays(150);
        var values = LpplsSamples.Curve(times, times[^1] + 6, 0.5, 9, b: -0.03, noise: 0.004);
        var all = LpplsConfidence.At(times, values, 149, Few with { Filter = new LpplsFilter([]) });
        (all.Rising + all.Falling).ShouldBe(all.Windows, "a filter without rules lets every fit pass");
        var strict = LpplsConfidence.At(times, values, 149, Few with { Filter = new LpplsFilter([new(LpplsQuantity.Omega, 2, 3, "froth", "a test")]) });
        strict.Rising.ShouldBe(strict.Fits.Count(f => f.Omega is >= 2 and <= 3 && f.B < 0));
        all.RisingShifts.Count.ShouldBe(all.Rising);
        all.RisingShifts.ShouldBeInOrder();
    }

    [Fact]
    public void Rules_AtTheirEdges_PassAndBeyondDoNot()
    {
        var fit = new LpplsFit
        {
            Status = LpplsStatus.Fitted, T1 = 0, T2 = 100, Rows = 70, CriticalTime = 110, Exponent = 1.2, Omega = 25, B = -1,
            Oscillations = 2.5, Damping = 0.8, MeanRelativeError = 0.05,
        };
        LpplsFilter.Usual.SignOf(fit).ShouldBe(1);
        LpplsFilter.Usual.SignOf(fit with { B = 1 }).ShouldBe(-1);
        LpplsFit[] wrong =
        [
            fit with { CriticalTime = 110.1 }, fit with { CriticalTime = 94.9 }, fit with { Exponent = 1.21 }, fit with { Exponent = 0.009 },
            fit with { Omega = 25.1 }, fit with { Omega = 1.9 }, fit with { Oscillations = 2.49 }, fit with { Damping = 0.79 },
            fit with { MeanRelativeError = 0.051 }, fit with { Damping = double.NaN }, fit with { Status = LpplsStatus.NotConverged },
        ];
        foreach (var one in wrong) LpplsFilter.Usual.SignOf(one).ShouldBe(0);
        foreach (var rule in LpplsFilter.Usual.Rules)
        {
            rule.Status.ShouldBeOneOf("published", "convention", "froth");
            rule.Citation.ShouldNotBeNullOrWhiteSpace();
        }
    }

    [Fact]
    public void Over_ProgressAndCancellation_AreHeard()
    {
        var times = LpplsSamples.Weekdays(160);
        var values = LpplsSamples.Walk(160, 2);
        var told = new List<long>();
        LpplsConfidence.Over(times, values, [150, 159], Few, new LpplsRun(2, (done, all) =>
        {
            all.ShouldBe(14);
            told.Add(done);
        }));
        told.ShouldBe(Enumerable.Range(1, 14).Select(i => (long)i));
        using var stop = new CancellationTokenSource();
        Should.Throw<OperationCanceledException>(() =>
            LpplsConfidence.Over(times, values, [150, 159], Few, new LpplsRun(2, (_, _) => stop.Cancel(), stop.Token)));
    }
}
