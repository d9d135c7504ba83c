using CsCheck;
using Froth.Numerics;

namespace Froth.Tests.Numerics;

public sealed class LagSelectionTests
{
    // The choices were made apart from this program: normal equations of every regression solved in 30 digits.
    [Fact]
    public void Choose_TwentyFourSeries_IsWhatTheNormalEquationsGive()
    {
        var series = Enumerable.Range(1, 24).Select(s => Autoregressive((ulong)s, 120)).ToList();
        series.Select(s => LagSelection.Choose(s, 8, LagCriterion.Akaike)).ShouldBe([3, 4, 3, 3, 3, 3, 5, 4, 3, 3, 1, 4, 1, 3, 3, 3, 3, 5, 1, 1, 3, 3, 3, 3]);
        series.Select(s => LagSelection.Choose(s, 8, LagCriterion.Schwarz)).ShouldBe([1, 3, 3, 1, 3, 3, 0, 3, 1, 3, 1, 1, 1, 1, 3, 3, 3, 3, 1, 1, 1, 3, 1, 1]);
    }

    [Fact]
    public void Choose_AnyUnitAndAnyLevel_IsTheSame() =>
        Gen.Select(Gen.ULong[1, 100_000], Gen.Int[30, 200], Gen.Int[0, 8], Gen.Double[-150, 150], Gen.Double[-1e5, 1e5]).Sample((seed, count, most, power, added) =>
        {
            var series = Autoregressive(seed, count);
            foreach (var criterion in Enum.GetValues<LagCriterion>())
            {
                var lag = LagSelection.Choose(series, most, criterion);
                LagSelection.Choose([.. series.Select(y => y * Math.Pow(10, power))], most, criterion).ShouldBe(lag);
                LagSelection.Choose([.. series.Select(y => -y)], most, criterion).ShouldBe(lag);
                LagSelection.Choose([.. series.Select(y => y + added)], most, criterion).ShouldBe(lag);
            }
        }, iter: 300);

    [Fact]
    public void Choose_AWalkWithoutMemory_IsUsuallyNoLagForSchwarz()
    {
        var none = 0;
        for (var seed = 0UL; seed < 200; seed++)
        {
            var steps = new double[300];
            NormalDraws.Fill(seed, 0, steps);
            if (LagSelection.Choose(Summed(steps), 6, LagCriterion.Schwarz) == 0) none++;
        }

        none.ShouldBeGreaterThan(180);
    }

    [Fact]
    public void Choose_SeriesWithoutVariation_IsNoLag()
    {
        LagSelection.Choose(new double[40], 4, LagCriterion.Akaike).ShouldBe(0);
        LagSelection.Choose([.. Enumerable.Range(0, 40).Select(t => 1e6 + 0.1 * t)], 4, LagCriterion.Schwarz).ShouldBe(0);
        // A constant change and the level before explain a parabola's differences wholly once one lag tells the last change.
        LagSelection.Choose([.. Enumerable.Range(0, 40).Select(t => (double)(t * t))], 4, LagCriterion.Schwarz).ShouldBe(1);
    }

    [Fact]
    public void Choose_Misuse_IsRefused()
    {
        Should.Throw<ArgumentException>(() => LagSelection.Choose(new double[12], 4, LagCriterion.Akaike)).ParamName.ShouldBe("levels");
        LagSelection.Choose(new double[13], 4, LagCriterion.Akaike).ShouldBe(0);
        Should.Throw<ArgumentException>(() => LagSelection.Choose(new double[40], -1, LagCriterion.Akaike)).ParamName.ShouldBe("maximumLag");
        Should.Throw<ArgumentException>(() => LagSelection.Choose([.. new double[39], double.NaN], 1, LagCriterion.Akaike)).ParamName.ShouldBe("levels");
    }

    [Fact]
    public void SchwertMaximum_OneHundredLevels_IsTwelve()
    {
        LagSelection.SchwertMaximum(100).ShouldBe(12);
        LagSelection.SchwertMaximum(1830).ShouldBe(24);
    }

    private static double[] Autoregressive(ulong seed, int count)
    {
        var steps = new double[count];
        NormalDraws.Fill(seed, 0, steps);
        for (var t = 0; t < count; t++) steps[t] += 0.4 * (t > 0 ? steps[t - 1] : 0) - 0.3 * (t > 2 ? steps[t - 3] : 0);
        return Summed(steps);
    }

    private static double[] Summed(double[] steps)
    {
        var levels = new double[steps.Length + 1];
        levels[0] = 100;
        for (var t = 0; t < steps.Length; t++) levels[t + 1] = levels[t] + steps[t];
        return levels;
    }
}
