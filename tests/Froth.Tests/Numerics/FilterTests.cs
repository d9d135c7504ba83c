using CsCheck;
using Froth.Numerics;

namespace Froth.Tests.Numerics;

public sealed class FilterTests
{
    private static readonly Gen<double[]> Series = Gen.Double[-100, 100].Array[1, 60];
    private static readonly Gen<double> Lambda = Gen.OneOf(Gen.Double[0, 10], Gen.Double[10, 1e6]);

    [Fact]
    public void Trend_StraightLine_IsTheLine() => Gen.Select(Gen.Int[1, 80], Gen.Double[-5, 5], Gen.Double[-50, 50], Lambda).Sample((count, slope, start, lambda) =>
    {
        double[] line = [.. Enumerable.Range(0, count).Select(i => start + slope * i)];
        Near(Trend(line, lambda), line, 1e-6);
        Near(OneSided(line, lambda), line, 1e-6);
    });

    [Fact]
    public void Trend_NoSmoothing_IsTheData() => Series.Sample(values => Near(Trend(values, 0), values, 1e-12));

    [Fact]
    public void Trend_AnySeries_KeepsSumAndFirstMoment() => Gen.Select(Series, Lambda).Sample((values, lambda) =>
    {
        // D annihilates constants and lines, so the trend has the sum and the first moment of the data.
        var trend = Trend(values, lambda);
        trend.Sum().ShouldBe(values.Sum(), 1e-4);
        trend.Select((v, i) => v * i).Sum().ShouldBe(values.Select((v, i) => v * i).Sum(), 1e-2);
    });

    [Fact]
    public void OneSided_EachPoint_IsTheEndOfTheTrendUpToIt() => Gen.Select(Series, Lambda).Sample((values, lambda) =>
    {
        var ends = Enumerable.Range(1, values.Length).Select(n => Trend(values[..n], lambda)[^1]).ToArray();
        Near(OneSided(values, lambda), ends, 1e-6);
    });

    [Fact]
    public void OneSided_LaterData_ChangeNothing() => Gen.Select(Series, Series, Lambda).Sample((values, later, lambda) =>
        OneSided([.. values, .. later], lambda)[..values.Length].ShouldBe(OneSided(values, lambda)));

    [Fact]
    public void OneSided_FewerThanTheMinimum_HasNoTrend()
    {
        var trend = new double[5];
        HodrickPrescott.OneSided([1, 2, 4, 8, 16], 10, 4, trend);
        trend[..3].ShouldAllBe(t => double.IsNaN(t));
        trend[3..].ShouldAllBe(t => !double.IsNaN(t));
    }

    [Fact]
    public void Trend_MissingValue_BridgesNoGap()
    {
        Trend([1, 2, double.NaN, 4, 5], 10).ShouldAllBe(t => double.IsNaN(t));
        OneSided([1, 2, double.NaN, 4, 5], 10).Select(double.IsNaN).ShouldBe([false, false, true, true, true]);
    }

    [Fact]
    public void Trend_Misuse_NamesTheArgument()
    {
        Should.Throw<ArgumentException>(() => HodrickPrescott.Trend([1, 2, 3], -1, new double[3])).ParamName.ShouldBe("lambda");
        Should.Throw<ArgumentException>(() => HodrickPrescott.Trend([1, 2, 3], 1, new double[2])).ParamName.ShouldBe("trend");
        Should.Throw<ArgumentException>(() => HodrickPrescott.OneSided([1, 2, 3], 1, 0, new double[3])).ParamName.ShouldBe("minimum");
        Should.Throw<ArgumentException>(() => HamiltonFilter.Last([1, 2, 3], 0, 4)).ParamName.ShouldBe("horizon");
        Should.Throw<ArgumentException>(() => HamiltonFilter.Last([1, 2, 3], 8, 17)).ParamName.ShouldBe("lags");
        Should.Throw<ArgumentException>(() => TailIndex.Hill([1, 2, 3], 0)).ParamName.ShouldBe("count");
    }

    [Fact]
    public void Cycle_ExactRecursion_LeavesNothing()
    {
        // y(t) = 3 + 0.5 y(t−2) exactly, so the regression on y(t−2) fits every value.
        var values = new double[40];
        (values[0], values[1]) = (1, 40);
        for (var t = 2; t < values.Length; t++) values[t] = 3 + 0.5 * values[t - 2];
        var cycle = new double[values.Length];
        HamiltonFilter.Cycle(values.AsSpan(..12), 2, 1, cycle.AsSpan(..12)).ShouldBe(10);
        cycle[..2].ShouldAllBe(c => double.IsNaN(c));
        cycle[2..12].ShouldAllBe(c => Math.Abs(c) < 1e-9);
    }

    [Fact]
    public void Cycle_SimpleRegression_IsThatWorkedByHand()
    {
        // y(t) on y(t−1): points (1,2), (2,4), (4,3), (3,6). Means 2.5 and 3.75; Sxy = 2.5, Sxx = 5; slope 0.5, constant 2.5.
        double[] values = [1, 2, 4, 3, 6];
        var cycle = new double[5];
        HamiltonFilter.Cycle(values, 1, 1, cycle).ShouldBe(4);
        Near(cycle[1..], [2 - 3.0, 4 - 3.5, 3 - 4.5, 6 - 4.0], 1e-12);
        HamiltonFilter.Last(values, 1, 1).ShouldBe(2, 1e-12);
    }

    [Fact]
    public void Cycle_StraightLine_IsNotDetermined()
    {
        // On a line all four lags carry the same information.
        double[] line = [.. Enumerable.Range(0, 60).Select(i => 2.0 * i)];
        HamiltonFilter.Cycle(line, 8, 4, new double[60]).ShouldBe(0);
        HamiltonFilter.Last(line, 8, 4).ShouldBe(double.NaN);
    }

    [Fact]
    public void Cycle_AnySeries_HasResidualsThatAddToZero() => Gen.Double[-100, 100].Array[30, 80].Sample(values =>
    {
        var cycle = new double[values.Length];
        var count = HamiltonFilter.Cycle(values, 8, 4, cycle);
        count.ShouldBe(values.Length - 11);
        cycle[11..].Sum().ShouldBe(0, 1e-6);
        HamiltonFilter.Last(values, 8, 4).ShouldBe(cycle[^1], 1e-9);
    });

    [Fact]
    public void Hill_PowersOfTwo_IsThatWorkedByHand()
    {
        // The two largest of 1, 2, 4, 8 against 2: (ln 4 + ln 2) / 2 = 1.5 ln 2; α = 1 / (1.5 ln 2).
        TailIndex.Hill([4, 1, 8, 2], 2).ShouldBe(1 / (1.5 * Math.Log(2)), 1e-12);
        TailIndex.Hill([4, 1, 8, 2], 4).ShouldBe(double.NaN);
        TailIndex.Hill([5, 5, 5], 2).ShouldBe(double.NaN);
        TailIndex.Hill([0, 0, 5], 1).ShouldBe(double.NaN);
    }

    [Fact]
    public void Hill_ParetoSample_FindsItsExponent()
    {
        // Quantiles of a Pareto distribution with exponent 1.5 stand for a sample of 20,000.
        double[] values = [.. Enumerable.Range(1, 20_000).Select(i => Math.Pow(i / 20_001.0, -1 / 1.5))];
        TailIndex.Hill(values, 2000).ShouldBe(1.5, 0.01);
    }

    private static double[] Trend(ReadOnlySpan<double> values, double lambda)
    {
        var trend = new double[values.Length];
        HodrickPrescott.Trend(values, lambda, trend);
        return trend;
    }

    private static double[] OneSided(ReadOnlySpan<double> values, double lambda)
    {
        var trend = new double[values.Length];
        HodrickPrescott.OneSided(values, lambda, 1, trend);
        return trend;
    }

    private static void Near(double[] actual, double[] expected, double tolerance)
    {
        actual.Length.ShouldBe(expected.Length);
        for (var i = 0; i < actual.Length; i++) actual[i].ShouldBe(expected[i], tolerance * Math.Max(1, Math.Abs(expected[i])), $"place {i}");
    }
}
