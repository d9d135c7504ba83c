using CsCheck;
using Froth.Numerics;
using Froth.Numerics.Simulation;

namespace Froth.Tests.Numerics.UnitRoots;

public sealed class PsyTests
{
    private static readonly LaneWidth[] Widths = [LaneWidth.One, LaneWidth.Four, LaneWidth.Eight];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    public void Compute_AnyLagAndWidth_EqualsOneRegressionAWindow(int lag)
    {
        var levels = Walk(60, (ulong)lag + 1);
        var slow = WindowByWindow.Sequence(levels, lag, 20);
        foreach (var width in Widths)
        {
            var fast = Psy.Compute(levels, new PsySettings { Lag = lag, MinimumWindow = 20, Width = width });
            for (var i = 0; i < slow.Length; i++)
            {
                fast.Bsadf[i].ShouldBe(slow[i], 1e-10);
                fast.Badf[i].ShouldBe(WindowByWindow.Ratio(levels, 0, fast.FirstEnd + i, lag), 1e-10);
                WindowByWindow.Ratio(levels, fast.ArgmaxStart[i], fast.FirstEnd + i, lag).ShouldBe(slow[i], 1e-13);
            }
        }
    }

    [Fact]
    public void Compute_WidthsAndThreads_AgreeToTheLastBit() => Gen.Select(Gen.Int[40, 160], Gen.Int[0, 3], Gen.ULong).Sample((length, lag, seed) =>
    {
        var levels = Walk(length, seed);
        var one = Psy.Compute(levels, new PsySettings { Lag = lag, Width = LaneWidth.One });
        foreach (var width in Widths)
            foreach (var threads in new[] { 1, 3 })
            {
                var other = Psy.Compute(levels, new PsySettings { Lag = lag, Width = width, Threads = threads });
                other.Bsadf.ShouldBe(one.Bsadf);
                other.Badf.ShouldBe(one.Badf);
                other.ArgmaxStart.ShouldBe(one.ArgmaxStart);
            }
    }, iter: 40);

    [Fact]
    public void Compute_ScaledByAnyFactor_ChangesNothing() => Gen.Select(Gen.ULong, Gen.Double[-250, 250], Gen.Int[0, 2]).Sample((seed, exponent, lag) =>
    {
        var levels = Walk(90, seed);
        var factor = Math.Pow(10, exponent);
        var settings = new PsySettings { Lag = lag };
        Same(Psy.Compute(levels, settings), Psy.Compute([.. levels.Select(v => v * factor)], settings), 1e-12);
    }, iter: 60);

    [Fact]
    public void Compute_ShiftedByTenMillion_ChangesNothingToSevenDigits() => Gen.Select(Gen.ULong, Gen.Int[0, 2]).Sample((seed, lag) =>
    {
        var levels = Walk(120, seed);
        var settings = new PsySettings { Lag = lag };
        Same(Psy.Compute(levels, settings), Psy.Compute([.. levels.Select(v => v + 1e7)], settings), 1e-7);
        // Steps of a hundredth are the smallest for which the shifted input still holds the digits.
        double[] small = [.. levels.Select(v => 0.01 * v)];
        Same(Psy.Compute(small, settings), Psy.Compute([.. small.Select(v => v + 1e7)], settings), 1e-6);
    }, iter: 40);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Compute_AfterALevelShift_KeepsItsDigits(int lag)
    {
        // Behind a step of ten million lies a calm stretch: sums from the start of the series would have nothing left of it.
        var levels = Walk(120, 5);
        for (var i = 60; i < levels.Length; i++) levels[i] = levels[i] * 0.01 + 1e7;
        var found = Psy.Compute(levels, new PsySettings { Lag = lag, MinimumWindow = 20 });
        var slow = WindowByWindow.Sequence(levels, lag, 20);
        for (var i = 0; i < slow.Length; i++) found.Bsadf[i].ShouldBe(slow[i], 1e-9);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Compute_ConstantStretch_IsSetAsideWithItsReason(int lag)
    {
        var levels = Walk(90, 3);
        for (var i = 30; i < 65; i++) levels[i] = 4;
        foreach (var width in Widths)
        {
            var found = Psy.Compute(levels, new PsySettings { Lag = lag, MinimumWindow = 20, Width = width });
            var within = 64 - found.FirstEnd;
            found.SetAside[within].ShouldBeGreaterThan(0);
            found.Bsadf.ShouldAllBe(v => !double.IsNaN(v));
            found.Bsadf[within].ShouldBe(Enumerable.Range(0, 64 - 20 - lag + 1).Where(s => s < 29 - lag).Max(s => WindowByWindow.Ratio(levels, s, 64, lag)), 1e-9);
        }
    }

    [Theory]
    [InlineData(0, WindowStatus.ConstantLevel)]
    [InlineData(2, WindowStatus.CollinearLags)]
    public void Compute_ConstantSeries_HasAReasonAndNoNumber(int lag, WindowStatus why)
    {
        var found = Psy.Compute(new double[80], new PsySettings { Lag = lag });
        found.Gsadf.ShouldBe(double.NaN);
        found.Status.ShouldAllBe(s => s == why);
        found.ArgmaxStart.ShouldAllBe(s => s == -1);
    }

    [Theory]
    [InlineData(0.1, 0)]
    [InlineData(0.1, 1e7)]
    [InlineData(3, -50)]
    public void Compute_StraightLine_IsAnExactFitAndNoNumber(double slope, double origin)
    {
        double[] line = [.. Enumerable.Range(0, 80).Select(i => origin + slope * i)];
        Psy.Compute(line).Status.ShouldAllBe(s => s == WindowStatus.ExactFit);
        Psy.Compute(line, new PsySettings { Lag = 1 }).Status.ShouldAllBe(s => s != WindowStatus.Computed);
    }

    [Fact]
    public void Compute_ExactlyExponential_IsAnExactFit()
    {
        double[] path = [.. Enumerable.Range(0, 80).Select(i => Math.Pow(2, i * 0.25))];
        Psy.Compute(path).Status.ShouldAllBe(s => s == WindowStatus.ExactFit);
    }

    [Fact]
    public void Compute_OneOutlier_IsNamed()
    {
        foreach (var at in new[] { 0, 17, 79 })
        {
            var levels = Walk(80, 9);
            levels[at] = 1e300;
            var refusal = Should.Throw<ArgumentException>(() => Psy.Compute(levels));
            refusal.Message.ShouldContain("1E+300");
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Compute_NotFinite_IsNamedWithItsPlace(double value)
    {
        var levels = Walk(80, 9);
        levels[33] = value;
        Should.Throw<ArgumentException>(() => Psy.Compute(levels)).Message.ShouldContain("Level 33");
    }

    [Fact]
    public void Compute_SettingsOutOfRange_AreNamed()
    {
        var levels = Walk(60, 1);
        Should.Throw<ArgumentException>(() => Psy.Compute(levels, new PsySettings { Lag = -1 })).ParamName.ShouldBe("Lag");
        Should.Throw<ArgumentException>(() => Psy.Compute(levels, new PsySettings { MinimumWindow = 2 })).ParamName.ShouldBe("MinimumWindow");
        Should.Throw<ArgumentException>(() => Psy.Compute(levels, new PsySettings { MinimumWindow = 60 })).Message.ShouldContain("60 levels");
        Should.Throw<ArgumentException>(() => Psy.Compute(levels, new PsySettings { Threads = 0 })).ParamName.ShouldBe("Threads");
        Should.Throw<ArgumentException>(() => Psy.Compute([]));
        Psy.Compute(levels, new PsySettings { MinimumWindow = 59 }).Bsadf.Length.ShouldBe(1);
    }

    [Fact]
    public void Compute_Cancelled_Stops() => Should.Throw<OperationCanceledException>(() => Psy.Compute(Walk(80, 1), cancel: new CancellationToken(true)));

    private static void Same(PsySequence one, PsySequence other, double relative)
    {
        for (var i = 0; i < one.Bsadf.Length; i++)
        {
            other.Bsadf[i].ShouldBe(one.Bsadf[i], relative * Math.Max(1, Math.Abs(one.Bsadf[i])));
            other.Badf[i].ShouldBe(one.Badf[i], relative * Math.Max(1, Math.Abs(one.Badf[i])));
        }
    }

    private static double[] Walk(int length, ulong seed)
    {
        var levels = new double[length];
        new RandomWalk().Path(seed, 0, levels);
        return levels;
    }
}
