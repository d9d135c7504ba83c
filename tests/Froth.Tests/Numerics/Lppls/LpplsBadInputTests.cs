using Froth.Numerics;

namespace Froth.Tests.Numerics.Lppls;

public sealed class LpplsBadInputTests
{
    private static readonly double[] Times = LpplsSamples.Weekdays(60);

    [Fact]
    public void Of_Gap_SaysSo() => Status(v => v[30] = double.NaN).ShouldBe(LpplsStatus.Gap);

    [Fact]
    public void Of_Infinity_IsAGap() => Status(v => v[30] = double.NegativeInfinity).ShouldBe(LpplsStatus.Gap);

    [Fact]
    public void Of_NumberNoPriceHasAsLogarithm_SaysSo() => Status(v => v[30] = 1e300).ShouldBe(LpplsStatus.NotALogPrice);

    [Fact]
    public void Of_Constant_SaysSo() => Status(v => Array.Fill(v, 4.2)).ShouldBe(LpplsStatus.Constant);

    [Fact]
    public void Of_ConstantButForRounding_SaysSo() => Status(v =>
    {
        Array.Fill(v, 4.2);
        v[7] = Math.BitIncrement(4.2);
    }).ShouldBe(LpplsStatus.Constant);

    [Fact]
    public void Of_OneWildDay_IsFittedWithNumbers()
    {
        var values = LpplsSamples.Walk(60, 1);
        values[20] = 700;
        var fit = LpplsFit.Of(Times, values, LpplsBox.Narrow);
        fit.HasParameters.ShouldBeTrue();
        double.IsFinite(fit.SumOfSquares).ShouldBeTrue();
        double.IsFinite(fit.A).ShouldBeTrue();
    }

    [Fact]
    public void Of_StraightLine_IsFittedWithNumbers()
    {
        // m = 1 and no oscillation: ω means nothing then, and the damping says so by its size.
        var fit = LpplsFit.Of(Times, [.. Times.Select(t => 0.001 * t)], LpplsBox.Wide);
        fit.HasParameters.ShouldBeTrue();
        fit.SumOfSquares.ShouldBeLessThan(1e-15);
        fit.Damping.ShouldBeGreaterThan(1e3);
    }

    [Fact]
    public void Of_TooFewRows_SaysSo()
    {
        for (var rows = 0; rows < LpplsFit.FewestRows; rows++)
        {
            var fit = LpplsFit.Of(LpplsSamples.Weekdays(rows), LpplsSamples.Walk(Math.Max(rows, 1), 1).AsSpan(0, rows), LpplsBox.Narrow);
            fit.Status.ShouldBe(LpplsStatus.TooShort);
            fit.Rows.ShouldBe(rows);
            double.IsNaN(fit.A).ShouldBeTrue();
        }

        LpplsFit.Of(Times.AsSpan(0, LpplsFit.FewestRows), LpplsSamples.Walk(LpplsFit.FewestRows, 1), LpplsBox.Narrow).HasParameters.ShouldBeTrue();
    }

    [Fact]
    public void Of_TimesThatDoNotIncrease_Throw()
    {
        foreach (var wrong in new[] { Times[9], Times[8], double.NaN, double.PositiveInfinity })
        {
            double[] times = [.. Times];
            times[10] = wrong;
            var error = Should.Throw<ArgumentException>(() => LpplsFit.Of(times, LpplsSamples.Walk(60, 1), LpplsBox.Narrow));
            error.ParamName.ShouldBe("times");
            error.Message.ShouldContain("10");
        }
    }

    [Fact]
    public void Of_LengthsThatDiffer_Throw() =>
        Should.Throw<ArgumentException>(() => LpplsFit.Of(Times, new double[59], LpplsBox.Narrow)).ParamName.ShouldBe("times");

    [Fact]
    public void Of_BoxesThatMakeNoSense_ThrowAndNameTheBound()
    {
        Throws(LpplsBox.Narrow with { OmegaLow = 0 }, "OmegaLow");
        Throws(LpplsBox.Narrow with { OmegaHigh = 1 }, "OmegaHigh");
        Throws(LpplsBox.Narrow with { MLow = -0.1 }, "MLow");
        Throws(LpplsBox.Narrow with { MHigh = double.NaN }, "MHigh");
        Throws(LpplsBox.Narrow with { TcLow = -2 }, "TcLow");
        Throws(LpplsBox.Narrow with { TcHigh = 0 }, "TcHigh");

        static void Throws(LpplsBox box, string name) =>
            Should.Throw<ArgumentException>(() => LpplsFit.Of(Times, new double[60], box)).ParamName.ShouldBe(name);
    }

    [Fact]
    public void Of_EffortsThatMakeNoSense_ThrowAndNameTheNumber()
    {
        Throws(LpplsEffort.Usual with { Shifts = 1 }, "Shifts");
        Throws(LpplsEffort.Usual with { Powers = 9 }, "Powers");
        Throws(LpplsEffort.Usual with { FrequencyStep = 0 }, "FrequencyStep");
        Throws(LpplsEffort.Usual with { Starts = 0 }, "Starts");

        static void Throws(LpplsEffort effort, string name) =>
            Should.Throw<ArgumentException>(() => LpplsFit.Of(Times, new double[60], LpplsBox.Narrow, effort)).ParamName.ShouldBe(name);
    }

    [Fact]
    public void Of_BoxOfOnePlace_FitsThere()
    {
        var fit = LpplsFit.Of(Times, LpplsSamples.Walk(60, 4), new LpplsBox(0.05, 0.05, 0.5, 0.5, 8, 8));
        fit.Status.ShouldBe(LpplsStatus.Fitted);
        (fit.Exponent, fit.Omega).ShouldBe((0.5, 8));
        fit.CriticalShift.ShouldBe(0.05, 1e-9);
    }

    [Fact]
    public void Confidence_SettingsThatMakeNoSense_Throw()
    {
        var values = LpplsSamples.Walk(60, 1);
        Throws(LpplsWindows.Usual with { Shortest = 5 });
        Throws(LpplsWindows.Usual with { Longest = 100 });
        Throws(LpplsWindows.Usual with { Step = 0 });
        Should.Throw<ArgumentException>(() => LpplsConfidence.At(Times, values, 60)).ParamName.ShouldBe("ends");
        Should.Throw<ArgumentException>(() => LpplsNull.Of(Times, _ => values, 5, 0));
        Should.Throw<ArgumentException>(() => LpplsNull.Of(Times, _ => new double[3], 5, 0.5)).ParamName.ShouldBe("path");
        Should.Throw<ArgumentException>(() => LpplsQuantileFit.Of(Times, values, 1, LpplsBox.Narrow)).ParamName.ShouldBe("quantile");
        Should.Throw<ArgumentException>(() => LpplsNull.RandomWalks([1, 2], 10, 1));

        void Throws(LpplsWindows windows) => Should.Throw<ArgumentException>(() => LpplsConfidence.At(Times, values, 59, windows));
    }

    private static LpplsStatus Status(Action<double[]> change)
    {
        var values = LpplsSamples.Walk(60, 1);
        change(values);
        var fit = LpplsFit.Of(Times, values, LpplsBox.Narrow);
        double.IsNaN(fit.SumOfSquares).ShouldBeTrue();
        return fit.Status;
    }
}
