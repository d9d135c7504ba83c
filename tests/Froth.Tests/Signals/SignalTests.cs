using CsCheck;
using Froth.Core.Indicators;
using Froth.Core.Signals;

namespace Froth.Tests.Signals;

public sealed class SignalTests
{
    [Fact]
    public void ExpandingPercentile_HandWorked_CountsTiesHalf()
    {
        // 3: alone, 0.5/1. 1: below 3, 0.5/2. 3: one smaller and two equal, (1 + 1)/3. 5: three smaller, 3.5/4.
        var ranks = ExpandingPercentile.Of([3, 1, 3, 5]);
        ranks[0].ShouldBe(0.5);
        ranks[1].ShouldBe(0.25);
        ranks[2].ShouldBe(2 / 3.0, 1e-15);
        ranks[3].ShouldBe(0.875);
    }

    [Fact]
    public void ExpandingPercentile_WithGaps_IgnoresNaN()
    {
        var ranks = ExpandingPercentile.Of([1, double.NaN, 2]);
        double.IsNaN(ranks[1]).ShouldBeTrue();
        ranks[2].ShouldBe(0.75);
    }

    [Fact]
    public void ExpandingPercentile_AnyHistory_EqualsTheDefinitionAndLooksNowhereAhead() =>
        Gen.Int[-5, 5].Array[1, 40].Sample(draws =>
        {
            var values = draws.Select(d => (double)d).ToArray();
            var ranks = ExpandingPercentile.Of(values);
            for (var i = 0; i < values.Length; i++)
            {
                var past = values.Take(i + 1).ToList();
                var expected = (past.Count(v => v < values[i]) + past.Count(v => v == values[i]) / 2.0) / past.Count;
                ranks[i].ShouldBe(expected, 1e-12);
            }
        });

    [Fact]
    public void Signal_BelowTwelveObservations_GivesNeitherPercentileNorBand()
    {
        var signal = Signal.Of(Bands.RisingPercentile, History(Enumerable.Range(1, 11).Select(i => (double)i)));
        double.IsNaN(signal.Percentile).ShouldBeTrue();
        signal.Band.ShouldBeNull();
        signal.Observations.ShouldBe(11);
    }

    [Fact]
    public void Signal_AtTwelveRisingObservations_AlarmsAtTheTop()
    {
        var signal = Signal.Of(Bands.RisingPercentile, History(Enumerable.Range(1, 12).Select(i => (double)i)));
        signal.Percentile.ShouldBe(11.5 / 12, 1e-12);
        signal.Band.ShouldBe(Band.Alarm);
    }

    [Fact]
    public void Step_WobblingOnACut_HoldsUntilTheMarginIsCleared()
    {
        var bands = Bands.Rising(0.70, 0.90, 1.00, ThresholdStatus.Froth, "test", hysteresis: 0.05);
        Signal.Step(bands, null, 0.71).ShouldBe(Band.Watch);
        Signal.Step(bands, Band.Watch, 0.67).ShouldBe(Band.Watch);
        Signal.Step(bands, Band.Watch, 0.64).ShouldBe(Band.Calm);
        Signal.Step(bands, Band.Calm, 0.69).ShouldBe(Band.Calm);
        Signal.Step(bands, Band.Alarm, 0.80).ShouldBe(Band.Watch);
    }

    [Fact]
    public void Step_FallingBands_WorsenDownwards()
    {
        var bands = Bands.FallingBelow(0.30, 0.15, 0.05, ThresholdStatus.Froth, "test", hysteresis: 0.02);
        Signal.Step(bands, null, 0.31).ShouldBe(Band.Calm);
        Signal.Step(bands, null, 0.10).ShouldBe(Band.Elevated);
        Signal.Step(bands, Band.Elevated, 0.16).ShouldBe(Band.Elevated);
        Signal.Step(bands, Band.Elevated, 0.18).ShouldBe(Band.Watch);
    }

    [Fact]
    public void Bands_CutsOutOfOrder_AreRefused() =>
        Should.Throw<ArgumentException>(() => Bands.Rising(0.9, 0.8, 1.0, ThresholdStatus.Froth, "test"));

    private static List<Reading> History(IEnumerable<double> values) =>
        [.. values.Select((v, i) => new Reading { Date = new DateOnly(2020, 1, 1).AddMonths(i), Value = v })];
}
