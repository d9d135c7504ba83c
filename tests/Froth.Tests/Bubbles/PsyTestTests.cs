using Froth.Core.Bubbles;
using Froth.Numerics;
using Froth.Numerics.Dating;
using Froth.Numerics.Simulation;

namespace Froth.Tests.Bubbles;

public sealed class PsyTestTests
{
    private static readonly PsyTestSettings Quick = new() { Replications = 199, MinimumWindow = 12 };

    [Fact]
    public void Read_BubblyWalk_RejectsByBothNullsAndDatesTheBubble()
    {
        var result = Run(Bubbly(), Quick);
        result.Nulls.Select(n => n.Null).ShouldBe([PsyNull.MonteCarlo, PsyNull.WildBootstrap]);
        foreach (var of in result.Nulls)
        {
            of[PsyStatistic.Gsadf].PValue.ShouldBeLessThan(0.05);
            of[PsyStatistic.Gsadf].Quantiles.ShouldBeInOrder();
            of[PsyStatistic.Gsadf].StandardErrors.ShouldAllBe(e => e > 0);
            var episode = of.Episodes.ShouldHaveSingleItem();
            episode.Start.ShouldBeInRange(60, 75);
            episode.End.ShouldBeInRange(80, 95);
            episode.Sign.ShouldBe(EpisodeSign.Positive);
            // What dates it: the statistic is above its critical value inside, and not on either side.
            for (var i = episode.Start - 1; i <= episode.End; i++)
                (result.Sequence.Bsadf[i - result.Sequence.FirstEnd] > of.Sequence[i]).ShouldBe(i >= episode.Start && i < episode.End);
        }

        PsyWords.Verdict(result.Nulls[0], 0.95).English.ShouldContain("rejects");
    }

    [Fact]
    public void Read_ReplicationsOfOneSeries_GiveThePValueOfTheirFormula()
    {
        var result = Run(Bubbly(), Quick);
        var test = result.Nulls[0][PsyStatistic.Gsadf];
        // Above every path: (1 + 0) / (1 + 199).
        test.PValue.ShouldBe(1 / 200.0);
        test.RejectsAt.ShouldBe(0.99);
        test.Rejects(0.95).ShouldBeTrue();
    }

    [Fact]
    public void Read_WalkWithOneVolatileStretch_SaysThatTheNullsDisagree()
    {
        // Walks with a stretch of eightfold volatility: on some of them Monte Carlo rejects and the bootstrap, which keeps the stretch, does not.
        var found = Enumerable.Range(1, 40).Select(seed => Run(Volatile((ulong)seed), Quick))
            .FirstOrDefault(r => r.Nulls[0][PsyStatistic.Gsadf].Rejects(0.95) && !r.Nulls[1][PsyStatistic.Gsadf].Rejects(0.95));
        found.ShouldNotBeNull();
        found.Notes.ShouldContain(n => n.English.Contains("Monte Carlo rejects, the wild bootstrap does not") && n.Chinese.Length > 0);
        found.Nulls[1].Episodes.ShouldBeEmpty();
    }

    [Fact]
    public void Read_SadfDating_UsesTheHigherSequenceAndFindsNoMore()
    {
        var (usual, early) = (Run(Bubbly(), Quick), Run(Bubbly(), Quick with { DatedBy = PsyDating.Bsadf }));
        var last = usual.Series.Count - 1;
        usual.Nulls[0].Sequence[last].ShouldBe(usual.Nulls[0][PsyStatistic.Sadf].Quantiles[1], 1e-6);
        early.Nulls[0].Sequence[last].ShouldBeLessThan(usual.Nulls[0].Sequence[last]);
        early.Nulls[0].Episodes[0].Start.ShouldBeLessThanOrEqualTo(usual.Nulls[0].Episodes[0].Start);
    }

    [Fact]
    public void Read_WithoutNulls_HasStatisticsAlone()
    {
        var series = Bubbly();
        var result = PsyTest.Read(series, Quick, PsyTest.Statistics(series, Quick), null, null);
        result.Nulls.ShouldBeEmpty();
        result.Value(PsyStatistic.Gsadf).ShouldBeGreaterThan(result.Value(PsyStatistic.Sadf) - 1e-12);
        result.WhyMissing(PsyStatistic.Adf).ShouldBeNull();
    }

    [Fact]
    public void Read_ConstantStretch_IsNotedWithItsReason()
    {
        var values = new double[100];
        new RandomWalk { Start = 50 }.Path(3, 0, values);
        values.AsSpan(0, 40).Fill(50);
        var series = new PriceSeries("p", values);
        var result = PsyTest.Read(series, Quick, PsyTest.Statistics(series, Quick), null, null);
        result.Sequence.Status[0].ShouldNotBe(WindowStatus.Computed);
        result.Notes.ShouldContain(n => n.English.Contains("have no statistic"));
        double.IsNaN(result.Value(PsyStatistic.Gsadf)).ShouldBeFalse();
    }

    [Fact]
    public void Simulation_LogsOfPrices_AreThoseOfTheirLogarithms()
    {
        var prices = new PriceSeries("p", [.. Bubbly().Values.Select(v => Math.Exp(v / 50))]);
        var logs = new PriceSeries("p", [.. Bubbly().Values.Select(v => v / 50)]);
        var (of, direct) = (PsyTest.Statistics(prices, Quick with { Log = true }), PsyTest.Statistics(logs, Quick));
        of.Gsadf.ShouldBe(direct.Gsadf, 1e-9);
        of.Adf.ShouldBe(direct.Adf, 1e-9);
    }

    [Fact]
    public void Read_WrongLevel_IsRefused()
    {
        var series = Bubbly();
        var sequence = PsyTest.Statistics(series, Quick);
        Should.Throw<ArgumentException>(() => PsyTest.Read(series, Quick with { Level = 0.5 }, sequence, null, null)).Message.ShouldContain("0.5");
    }

    private static PsyResult Run(PriceSeries series, PsyTestSettings settings) => PsyTest.Read(
        series, settings, PsyTest.Statistics(series, settings),
        NullRun.Distribution(PsyTest.Simulation(series, settings, PsyNull.MonteCarlo), settings.Replications),
        NullRun.Distribution(PsyTest.Simulation(series, settings, PsyNull.WildBootstrap), settings.Replications));

    // A walk of 120 levels with a bubble on top that grows by 12 % a step from 60 to 84 and bursts.
    private static PriceSeries Bubbly()
    {
        var values = new double[120];
        new RandomWalk { Start = 100 }.Path(7, 0, values);
        var steps = values.Zip(values[1..], (a, b) => b - a).ToArray();
        var bubble = 0.0;
        for (var i = 1; i < values.Length; i++)
        {
            bubble = i == 60 ? 3 : i is > 60 and < 85 ? bubble * 1.12 : i >= 85 ? 0 : bubble;
            values[i] = 100 + steps[..i].Sum() + bubble;
        }

        return new PriceSeries("p", values);
    }

    private static PriceSeries Volatile(ulong seed)
    {
        var values = new double[150];
        new RandomWalk { Start = 0 }.Path(seed, 0, values);
        var walk = (double[])values.Clone();
        for (var i = 1; i < values.Length; i++) values[i] = values[i - 1] + (walk[i] - walk[i - 1]) * (i is >= 90 and < 130 ? 8 : 1);
        return new PriceSeries("p", values);
    }
}
