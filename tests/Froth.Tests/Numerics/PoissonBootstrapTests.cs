using Froth.Numerics;

namespace Froth.Tests.Numerics;

public sealed class PoissonBootstrapTests
{
    [Fact]
    public void Weight_ManyDraws_HasMeanAndVarianceOne()
    {
        var bootstrap = new PoissonBootstrap(1);
        var weights = Enumerable.Range(0, 100_000).Select(i => (double)bootstrap.Weight(i % 1000, PoissonBootstrap.KeyOf($"unit {i / 1000}"))).ToList();
        var mean = weights.Average();
        mean.ShouldBe(1, 0.015);
        weights.Average(w => (w - mean) * (w - mean)).ShouldBe(1, 0.03);
    }

    [Fact]
    public void Interval_MostDrawsMissing_IsOpen() =>
        PoissonBootstrap.Interval([double.NaN, double.NaN, 1], 0.9).ShouldBe((double.NaN, double.NaN));

    [Fact]
    public void Interval_HundredAndOneDraws_CutsTheTails()
    {
        var (low, high) = PoissonBootstrap.Interval([.. Enumerable.Range(0, 101).Select(i => (double)i)], 0.9);
        low.ShouldBe(5, 1e-9);
        high.ShouldBe(95, 1e-9);
    }

    [Fact]
    public void RunningSlope_StraightLineWithAGap_IsItsSlope()
    {
        var slope = new RunningSlope();
        foreach (var x in (double[])[0, 1, 2, 5]) slope.Add(x, 3 - 2 * x);
        slope.Add(3, double.NaN);
        slope.Slope.ShouldBe(-2, 1e-12);
        slope.Count.ShouldBe(4);
    }
}
