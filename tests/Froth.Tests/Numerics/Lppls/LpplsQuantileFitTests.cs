using Froth.Numerics;

namespace Froth.Tests.Numerics.Lppls;

public sealed class LpplsQuantileFitTests
{
    private static readonly double[] Times = LpplsSamples.Weekdays(120);

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.8)]
    public void Of_NoisyCurve_HasThatShareBelowItself(double quantile)
    {
        var values = LpplsSamples.Curve(Times, Times[^1] + 10, 0.5, 8, noise: 0.01);
        var found = LpplsQuantileFit.Of(Times, values, quantile, LpplsBox.Narrow);
        // A pinball optimum passes through as many points as it has parameters, seven at most.
        found.ShareBelow.ShouldBe(quantile, 7.5 / 120);
        var loss = Times.Zip(values, (t, y) => Pinball(y - found.Fit.LogPriceAt(t), quantile)).Sum();
        found.Loss.ShouldBe(loss, 1e-6 * loss);
    }

    [Fact]
    public void Of_AnyQuantile_LosesNoMoreThanLeastSquaresMovedUpOrDown()
    {
        var values = LpplsSamples.Walk(120, 6);
        var squares = LpplsFit.Of(Times, values, LpplsBox.Narrow);
        foreach (var quantile in new[] { 0.05, 0.3, 0.5, 0.9 })
        {
            double[] residuals = [.. Times.Zip(values, (t, y) => y - squares.LogPriceAt(t)).Order()];
            var moved = residuals[(int)(quantile * residuals.Length)];
            var found = LpplsQuantileFit.Of(Times, values, quantile, LpplsBox.Narrow);
            found.Loss.ShouldBeLessThanOrEqualTo(residuals.Sum(r => Pinball(r - moved, quantile)));
        }
    }

    [Fact]
    public void Of_MedianWithWildDays_StaysWithTheCurve()
    {
        var values = LpplsSamples.Curve(Times, Times[^1] + 10, 0.5, 8, noise: 0.0005);
        foreach (var day in new[] { 20, 55, 90 }) values[day] += 0.5;
        var exact = LpplsSamples.Curve(Times, Times[^1] + 10, 0.5, 8);
        var median = LpplsQuantileFit.Of(Times, values, 0.5, LpplsBox.Narrow).Fit;
        var squares = LpplsFit.Of(Times, values, LpplsBox.Narrow);
        Distance(median).ShouldBeLessThan(0.002);
        Distance(squares).ShouldBeGreaterThan(0.005);

        double Distance(LpplsFit fit) => Times.Zip(exact, (t, y) => Math.Abs(y - fit.LogPriceAt(t))).Average();
    }

    [Fact]
    public void Of_GapInTheWindow_SaysSo()
    {
        var values = LpplsSamples.Walk(120, 6);
        values[3] = double.NaN;
        var found = LpplsQuantileFit.Of(Times, values, 0.5, LpplsBox.Narrow);
        found.Fit.Status.ShouldBe(LpplsStatus.Gap);
        double.IsNaN(found.Loss).ShouldBeTrue();
    }

    private static double Pinball(double r, double quantile) => r * (r < 0 ? quantile - 1 : quantile);
}
