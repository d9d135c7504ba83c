using CsCheck;
using Froth.Numerics.Baselines;
using Froth.Numerics.Simulation;

namespace Froth.Tests.Numerics.Baselines;

public sealed class BaselinesTests
{
    // Reckoned apart from this program.
    [Fact]
    public void Cusum_SixLevels_IsTheFormula()
    {
        var statistic = new double[6];
        CusumTest.Statistic([0, 1, 3, 2, 5, 9], 3, statistic);
        statistic[..3].ShouldAllBe(s => double.IsNaN(s));
        statistic[3..].ShouldBe([-0.4008918628686366, 0.6047431568147635, 1.4237369936287485], 1e-14);
        var boundary = new double[6];
        CusumTest.Boundary(0.05, 3, boundary);
        boundary[2].ShouldBe(double.NaN);
        boundary[3].ShouldBe(Math.Sqrt(4.605170185988091 + Math.Log(4 / 3.0)), 1e-14);
    }

    [Fact]
    public void Cusum_RandomWalks_CrossTheBoundaryNoMoreOftenThanTheLevel()
    {
        const int paths = 4000;
        double[] path = new double[1000], statistic = new double[1000], boundary = new double[1000];
        CusumTest.Boundary(0.05, 50, boundary);
        var crossed = 0;
        for (var replication = 0; replication < paths; replication++)
        {
            new RandomWalk().Path(9, replication, path);
            CusumTest.Statistic(path, 50, statistic);
            if (Crosses(statistic, boundary)) crossed++;
        }

        // Twenty times the training is most of the way to forever; the standard error is 0.0035.
        (crossed / (double)paths).ShouldBeInRange(0.025, 0.0605);
    }

    [Fact]
    public void Cusum_ExplosivePaths_CrossFarMoreOften()
    {
        double[] path = new double[200], statistic = new double[200], boundary = new double[200];
        CusumTest.Boundary(0.05, 50, boundary);
        var crossed = 0;
        for (var replication = 0; replication < 500; replication++)
        {
            ExplosiveEpisodes.One.Path(9, replication, path);
            CusumTest.Statistic(path, 50, statistic);
            if (Crosses(statistic, boundary)) crossed++;
        }

        crossed.ShouldBeGreaterThan(150);
    }

    [Fact]
    public void Cusum_AnyUnit_IsTheSame() => Gen.Select(Gen.Long[0, 1000], Gen.Double[-100, 100]).Sample((replication, power) =>
    {
        double[] path = new double[80], statistic = new double[80], scaled = new double[80];
        new RandomWalk().Path(4, replication, path);
        CusumTest.Statistic(path, 20, statistic);
        CusumTest.Statistic([.. path.Select(y => y * Math.Pow(10, power))], 20, scaled);
        scaled[20..].ShouldBe(statistic[20..], 1e-9);
    }, iter: 100);

    [Fact]
    public void Momentum_SevenPrices_IsTheFormula()
    {
        var statistic = new double[7];
        Momentum.Statistic([100, 110, 99, 105, 120, 150, 140], 2, 3, statistic);
        statistic.Take(5).ShouldAllBe(s => double.IsNaN(s));
        statistic[5].ShouldBe(2.35936690699066, 1e-12);
        statistic[6].ShouldBe(0.8919237318927886, 1e-12);
    }

    [Fact]
    public void Statistics_MissingOrUnvaryingSeries_AreNaN()
    {
        var statistic = new double[12];
        CusumTest.Statistic([.. Enumerable.Range(0, 12).Select(t => 0.1 * t)], 4, statistic);
        statistic.ShouldAllBe(s => double.IsNaN(s));
        Momentum.Statistic([.. Enumerable.Range(0, 12).Select(t => Math.Pow(1.01, t))], 2, 4, statistic);
        statistic.ShouldAllBe(s => double.IsNaN(s));
        CusumTest.Statistic([1, 2, 4, 3, 5, 6, double.NaN, 8, 9, 9, 9, 9], 3, statistic);
        double.IsFinite(statistic[5]).ShouldBeTrue();
        statistic.Skip(6).ShouldAllBe(s => double.IsNaN(s));
        Momentum.Statistic([1, 2, 1, 3, 1, 0, 2, 5, 2, 4, 3, 5], 1, 2, statistic);
        statistic.Select((s, t) => (s, t)).Where(p => !double.IsNaN(p.s)).Select(p => p.t).ShouldBe([3, 4, 9, 10, 11]);
    }

    [Fact]
    public void Statistics_Misuse_IsRefused()
    {
        Should.Throw<ArgumentException>(() => CusumTest.Statistic(new double[3], 2, new double[2])).ParamName.ShouldBe("statistic");
        Should.Throw<ArgumentException>(() => CusumTest.Statistic(new double[3], 1, new double[3])).ParamName.ShouldBe("training");
        Should.Throw<ArgumentException>(() => CusumTest.Boundary(0.5, 2, new double[3])).ParamName.ShouldBe("level");
        Should.Throw<ArgumentException>(() => Momentum.Statistic(new double[3], 0, 2, new double[3])).ParamName.ShouldBe("horizon");
        Should.Throw<ArgumentException>(() => Momentum.Statistic(new double[3], 1, 1, new double[3])).ParamName.ShouldBe("window");
        Should.Throw<ArgumentException>(() => Momentum.Statistic(new double[3], 1, 2, new double[4])).ParamName.ShouldBe("statistic");
    }

    private static bool Crosses(double[] statistic, double[] boundary)
    {
        for (var t = 0; t < statistic.Length; t++)
        {
            if (statistic[t] > boundary[t]) return true;
        }

        return false;
    }
}
