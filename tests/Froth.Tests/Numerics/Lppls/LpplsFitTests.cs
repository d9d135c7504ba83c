using CsCheck;
using Froth.Numerics;

namespace Froth.Tests.Numerics.Lppls;

public sealed class LpplsFitTests
{
    [Theory]
    [InlineData(0.4, 8, 12)]
    [InlineData(0.7, 6.3, 5)]
    [InlineData(0.25, 12, 20)]
    public void Of_ExactCurve_GivesItsParametersBack(double m, double omega, double after)
    {
        var times = LpplsSamples.Weekdays(200);
        var criticalTime = times[^1] + after;
        var fit = LpplsFit.Of(times, LpplsSamples.Curve(times, criticalTime, m, omega), LpplsBox.Narrow);

        fit.Status.ShouldBe(LpplsStatus.Fitted);
        fit.Verified.ShouldBeTrue();
        fit.SumOfSquares.ShouldBeLessThan(1e-18);
        fit.CriticalTime.ShouldBe(criticalTime, 1e-4);
        fit.Exponent.ShouldBe(m, 1e-5);
        fit.Omega.ShouldBe(omega, 1e-4);
        fit.A.ShouldBe(8, 1e-5);
        fit.B.ShouldBe(-0.02, 1e-5);
        fit.C1.ShouldBe(0.001, 1e-6);
        fit.C2.ShouldBe(-0.0008, 1e-6);
        fit.Damping.ShouldBe(m * 0.02 / (omega * Math.Sqrt(0.001 * 0.001 + 0.0008 * 0.0008)), 1e-4);
        fit.Oscillations.ShouldBe(omega / Math.Tau * Math.Log((criticalTime - times[0]) / after), 1e-4);
        fit.LogPriceAt(times[50]).ShouldBe(LpplsSamples.Curve(times, criticalTime, m, omega)[50], 1e-9);
    }

    [Fact]
    public void Of_NoisyCurve_StaysNearAndNeverAboveTheTruth()
    {
        var times = LpplsSamples.Weekdays(250);
        var values = LpplsSamples.Curve(times, times[^1] + 15, 0.5, 8, noise: 0.002);
        var exact = LpplsSamples.Curve(times, times[^1] + 15, 0.5, 8);
        var fit = LpplsFit.Of(times, values, LpplsBox.Narrow);
        fit.SumOfSquares.ShouldBeLessThan(values.Zip(exact, (y, f) => (y - f) * (y - f)).Sum());
        fit.Omega.ShouldBe(8, 0.5);
        fit.CriticalTime.ShouldBe(times[^1] + 15, 10);
    }

    [Fact]
    public void Of_LogPricesMoved_MovesAOnly() => Gen.Select(Gen.ULong, Gen.Double[-5, 5]).Sample((seed, by) =>
    {
        var times = LpplsSamples.Weekdays(60);
        var values = LpplsSamples.Walk(60, seed);
        var (fit, moved) = (LpplsFit.Of(times, values, LpplsBox.Narrow), LpplsFit.Of(times, [.. values.Select(v => v + by)], LpplsBox.Narrow));
        moved.SumOfSquares.ShouldBe(fit.SumOfSquares, 1e-9 * fit.SumOfSquares);
        moved.CriticalTime.ShouldBe(fit.CriticalTime, 1e-3);
        moved.Exponent.ShouldBe(fit.Exponent, 1e-4);
        moved.A.ShouldBe(fit.A + by, 1e-3);
        moved.B.ShouldBe(fit.B, 1e-3 * Math.Abs(fit.B) + 1e-6);
    }, iter: 15);

    [Fact]
    public void Of_TimesStretched_StretchesTcAndKeepsTheCurve() => Gen.Select(Gen.ULong, Gen.Double[0.1, 30]).Sample((seed, by) =>
    {
        var times = LpplsSamples.Weekdays(60);
        var values = LpplsSamples.Walk(60, seed);
        var fit = LpplsFit.Of(times, values, LpplsBox.Narrow);
        var other = LpplsFit.Of([.. times.Select(t => (t - times[0]) * by)], values, LpplsBox.Narrow);
        other.SumOfSquares.ShouldBe(fit.SumOfSquares, 1e-8 * fit.SumOfSquares);
        other.CriticalTime.ShouldBe((fit.CriticalTime - times[0]) * by, 1e-3 * by);
        other.Omega.ShouldBe(fit.Omega, 1e-3);
        other.LogPriceAt((times[20] - times[0]) * by).ShouldBe(fit.LogPriceAt(times[20]), 1e-5);
    }, iter: 15);

    [Fact]
    public void Of_PricesUpsideDown_TurnsEverySign()
    {
        var times = LpplsSamples.Weekdays(90);
        var values = LpplsSamples.Walk(90, 3);
        var (fit, down) = (LpplsFit.Of(times, values, LpplsBox.Narrow), LpplsFit.Of(times, [.. values.Select(v => -v)], LpplsBox.Narrow));
        down.SumOfSquares.ShouldBe(fit.SumOfSquares, 1e-9 * fit.SumOfSquares);
        down.B.ShouldBe(-fit.B, 1e-5 * Math.Abs(fit.B));
        down.C1.ShouldBe(-fit.C1, 1e-4 * Math.Abs(fit.B));
    }

    [Fact]
    public void Of_ResultAndItsOwnCurve_Agree() => Gen.ULong.Sample(seed =>
    {
        var times = LpplsSamples.Weekdays(80);
        var values = LpplsSamples.Walk(80, seed);
        foreach (var box in new[] { LpplsBox.Narrow, LpplsBox.Wide, LpplsBox.SearchBothSides })
        {
            var fit = LpplsFit.Of(times, values, box, LpplsEffort.Quick);
            var sse = times.Zip(values, (t, y) => (y - fit.LogPriceAt(t)) * (y - fit.LogPriceAt(t))).Sum();
            sse.ShouldBe(fit.SumOfSquares, 1e-6 * fit.SumOfSquares);
            fit.CriticalShift.ShouldBeInRange(box.TcLow - 1e-9, box.TcHigh + 1e-9);
            fit.Exponent.ShouldBeInRange(box.MLow, box.MHigh);
            fit.Omega.ShouldBeInRange(box.OmegaLow, box.OmegaHigh);
        }
    }, iter: 20);

    [Fact]
    public void Of_LargerBox_IsNeverWorse() => Gen.ULong.Sample(seed =>
    {
        var times = LpplsSamples.Weekdays(50);
        var values = LpplsSamples.Walk(50, seed);
        var (narrow, search) = (LpplsFit.Of(times, values, LpplsBox.Narrow), LpplsFit.Of(times, values, LpplsBox.Search));
        if (narrow.Verified && search.Verified) search.SumOfSquares.ShouldBeLessThan(narrow.SumOfSquares * 1.01);
    }, iter: 30);

    [Fact]
    public void Of_WalksOfManySizes_AreAsLowAsAFarDenserSearch()
    {
        // Walks have many optima of nearly the same height: a hard case, and the same one in every run.
        var dense = new LpplsEffort(20, 7, 0.25, 40, true);
        foreach (var (rows, seed) in new[] { (30, 1UL), (55, 2UL), (80, 3UL), (120, 4UL), (160, 5UL), (240, 6UL) })
        {
            var times = LpplsSamples.Weekdays(rows);
            var values = LpplsSamples.Walk(rows, seed);
            foreach (var box in new[] { LpplsBox.Narrow, LpplsBox.Search })
            {
                var (usual, best) = (LpplsFit.Of(times, values, box), LpplsFit.Of(times, values, box, dense));
                usual.Verified.ShouldBeTrue();
                usual.SumOfSquares.ShouldBe(best.SumOfSquares, 1e-8 * best.SumOfSquares);
            }
        }
    }

    [Fact]
    public void Of_TheSameWindowTwice_IsTheSameBits()
    {
        var times = LpplsSamples.Weekdays(70);
        var values = LpplsSamples.Walk(70, 8);
        LpplsFit.Of(times, values, LpplsBox.Search).ShouldBe(LpplsFit.Of(times, values, LpplsBox.Search));
    }
}
