using Froth.Numerics;
using Froth.Numerics.Simulation;

namespace Froth.Tests.Numerics.UnitRoots;

public sealed class PanelPsyTests
{
    [Fact]
    public void Compute_SameSeriesTwice_IsTheSeries()
    {
        var levels = Walk(90, 1);
        var panel = PanelPsy.Compute([levels, levels], seed: 4);
        panel.Bsadf.ShouldBe(Psy.Compute(levels).Bsadf);
        panel.Gsadf.ShouldBe(Psy.Compute(levels).Gsadf);
        // The bootstrap draws the same dates for both: the average is again that of one series.
        var block = panel.Block(10, 6);
        var alone = new NullSimulation(new SieveBootstrap(levels, 0), 4, 90, new PsySettings()).Block(10, 6);
        for (var i = 0; i < 6; i++) block.Gsadf[i].ShouldBe(alone.Gsadf[i], 1e-6);
        block.Sadf.ShouldBe(alone.Sadf, 1e-12);
    }

    [Fact]
    public void Compute_AllSeries_CountInAverageAndBootstrap()
    {
        double[][] levels = [Walk(80, 1), Walk(80, 2), Walk(80, 3)];
        var panel = PanelPsy.Compute(levels);
        for (var e = 0; e < panel.Bsadf.Length; e++) panel.Bsadf[e].ShouldBe(levels.Average(l => Psy.Compute(l).Bsadf[e]), 1e-12);
        // Series that move apart average out: the panel's null is narrower than that of one series.
        var of3 = NullDistribution.Of(NullRun.Blocks(panel, 500), 0.95);
        var of1 = NullDistribution.Of(NullRun.Blocks(PanelPsy.Compute([levels[0], levels[0]]), 500), 0.95);
        of3.Quantile(PsyStatistic.Gsadf, 0.95).ShouldBeLessThan(of1.Quantile(PsyStatistic.Gsadf, 0.95) - 0.3);
    }

    [Fact]
    public void Bootstrap_OfOneWalk_IsTheNullOfRandomWalks()
    {
        var panel = PanelPsy.Compute([Walk(120, 8), Walk(120, 8)]);
        var sieve = NullDistribution.Of(NullRun.Blocks(panel, 3000, 2), 0.95);
        var walks = NullRun.Distribution(new NullSimulation(new RandomWalk(), 9, 120, new PsySettings()), 3000);
        // Resampled residuals are not normal, so the two agree nearly: a fifth of a unit beside a spread of two.
        sieve.Quantile(PsyStatistic.Gsadf, 0.95).ShouldBe(walks.Quantile(PsyStatistic.Gsadf, 0.95), 0.2);
    }

    [Fact]
    public void Compute_BadPanels_AreRefusedByName()
    {
        var levels = Walk(60, 1);
        Should.Throw<ArgumentException>(() => PanelPsy.Compute([levels])).Message.ShouldContain("two series");
        Should.Throw<ArgumentException>(() => PanelPsy.Compute([levels, levels[1..]])).Message.ShouldContain("Series 1");
        Should.Throw<ArgumentException>(() => PanelPsy.Compute([levels, [.. levels[..30], double.NaN, .. levels[31..]]])).Message.ShouldContain("Series 1: Level 30");
    }

    private static double[] Walk(int length, ulong seed)
    {
        var levels = new double[length];
        new RandomWalk().Path(seed, 0, levels);
        return levels;
    }
}
