using CsCheck;
using Froth.Numerics;
using Froth.Numerics.Simulation;

namespace Froth.Tests.Numerics.UnitRoots;

public sealed class NullSimulationTests
{
    [Fact]
    public void Block_AnyReplication_EqualsTheTestOfItsPath() => Gen.Select(Gen.Int[40, 90], Gen.Int[0, 2], Gen.ULong, Gen.Int[0, 1000]).Sample((length, lag, seed, first) =>
    {
        foreach (var width in new[] { LaneWidth.One, LaneWidth.Four, LaneWidth.Eight })
        {
            var settings = new PsySettings { Lag = lag, Width = width };
            var block = new NullSimulation(new RandomWalk(), seed, length, settings).Block(first, 5);
            var path = new double[length];
            new RandomWalk().Path(seed, first + 3, path);
            var one = Psy.Compute(path, settings);
            block.Gsadf[3].ShouldBe(one.Gsadf, 1e-12 * Math.Max(1, Math.Abs(one.Gsadf)));
            block.Sadf[3].ShouldBe(one.Sadf, 1e-12 * Math.Max(1, Math.Abs(one.Sadf)));
            block.Adf[3].ShouldBe(one.Adf, 1e-12 * Math.Max(1, Math.Abs(one.Adf)));
            for (var i = 0; i < one.Bsadf.Length; i++)
            {
                block.Bsadf[i * 5 + 3].ShouldBe((float)one.Bsadf[i], 1e-6f);
                block.SadfTo[i * 5 + 3].ShouldBe((float)one.Badf[..(i + 1)].Max(), 1e-6f);
            }
        }
    }, iter: 20);

    [Fact]
    public void Blocks_ThreadsOrderAndResumption_ChangeNoBit()
    {
        var simulation = new NullSimulation(new RandomWalk(), 11, 60, new PsySettings());
        var whole = NullRun.Blocks(simulation, 300);
        var saved = new Dictionary<long, NullBlock>();
        using var stop = new CancellationTokenSource();
        Should.Throw<OperationCanceledException>(() => NullRun.Blocks(simulation, 300, done: (block, total) =>
        {
            saved[block.First] = block;
            if (total >= 128) stop.Cancel();
        }, cancel: stop.Token));
        saved.Count.ShouldBeInRange(2, 4);
        var made = 0;
        var resumed = NullRun.Blocks(simulation, 300, 2, saved.GetValueOrDefault, (_, _) => Interlocked.Increment(ref made));
        made.ShouldBe(5 - saved.Count);
        for (var i = 0; i < whole.Count; i++)
        {
            resumed[i].Gsadf.ShouldBe(whole[i].Gsadf);
            resumed[i].Bsadf.ShouldBe(whole[i].Bsadf);
        }
        // A replication is the same in another block, and the order of blocks is nothing to the quantiles.
        simulation.Block(70, 3).Gsadf.ShouldBe(whole[1].Gsadf[6..9]);
        NullDistribution.Of([.. whole.Reverse()], 0.95).Sequence(0.95).ToArray().ShouldBe(NullDistribution.Of(whole, 0.95).Sequence(0.95).ToArray());
    }

    [Fact]
    public void Distribution_OfKnownStatistics_HasTheirQuantilesAndShares()
    {
        double[] statistics = [.. Enumerable.Range(1, 99).Select(i => (double)i)];
        var found = NullDistribution.Of([new NullBlock(0, statistics, statistics, statistics, [.. statistics.Select(s => (float)s)])], 0.5);
        found.Quantile(PsyStatistic.Gsadf, 0.5).ShouldBe(50);
        found.Quantile(PsyStatistic.Sadf, 0.95).ShouldBe(94.1, 1e-12);
        found.PValue(PsyStatistic.Adf, 90).ShouldBe(0.11, 1e-12);
        found.PValue(PsyStatistic.Adf, 1000).ShouldBe(0.01, 1e-12);
        found.PValue(PsyStatistic.Adf, double.NaN).ShouldBe(double.NaN);
        found.Sequence(0.5)[0].ShouldBe(50);
        // Half of two binomial standard deviations of 4.975 places around the middle one.
        found.StandardError(PsyStatistic.Gsadf, 0.5).ShouldBe(98 * Math.Sqrt(0.25 / 99), 1e-9);
    }

    [Fact]
    public void Distribution_OfBlocksThatDoNotFit_IsRefused()
    {
        var simulation = new NullSimulation(new RandomWalk(), 1, 50, new PsySettings());
        var block = simulation.Block(0, 4);
        Should.Throw<ArgumentException>(() => NullDistribution.Of([block, simulation.Block(3, 4)], 0.95)).Message.ShouldContain("overlaps");
        Should.Throw<ArgumentException>(() => NullDistribution.Of([block, new NullSimulation(new RandomWalk(), 1, 60, new PsySettings()).Block(4, 4)], 0.95));
        Should.Throw<ArgumentException>(() => NullDistribution.Of([], 0.95));
        Should.Throw<ArgumentException>(() => NullDistribution.Of([block], 1));
        Should.Throw<ArgumentException>(() => NullRun.Blocks(simulation, 0));
        Should.Throw<ArgumentException>(() => NullDistribution.Of([block], 0.95).Sequence(0.9)).Message.ShouldContain("0.95");
    }

    [Fact]
    public void WildBootstrap_BySigns_KeepsTheSizeOfEveryStep()
    {
        double[] levels = [5, 6, 4, 4.5, 9];
        var path = new double[5];
        new WildBootstrap(levels, BootstrapMultiplier.Sign).Path(3, 8, path);
        path[0].ShouldBe(0);
        for (var i = 1; i < 5; i++) Math.Abs(path[i] - path[i - 1]).ShouldBe(Math.Abs(levels[i] - levels[i - 1]), 1e-12);
    }

    [Fact]
    public void WildBootstrap_ByNormals_HasTheVarianceOfEveryStep()
    {
        double[] levels = [0, 1, -2, 1];
        var bootstrap = new WildBootstrap(levels);
        double[] squares = [0, 0, 0], path = new double[4];
        for (var r = 0; r < 40_000; r++)
        {
            bootstrap.Path(5, r, path);
            for (var i = 0; i < 3; i++) squares[i] += Math.Pow(path[i + 1] - path[i], 2) / 40_000;
        }
        // Variance of a mean of squared normals: 2 / n; five of its standard deviations.
        squares[0].ShouldBe(1, 5 * Math.Sqrt(2.0 / 40_000));
        squares[1].ShouldBe(9, 9 * 5 * Math.Sqrt(2.0 / 40_000));
    }

    [Fact]
    public void CompositeBootstrap_StepsFollowTheFittedAutoregression()
    {
        // d(t) = 0.5·d(t−1) + e(t): the mean product of neighbouring steps over their mean square is the coefficient again.
        var levels = new double[400];
        NormalDraws.Fill(2, 0, levels);
        double step = 0, level = 0;
        for (var t = 0; t < levels.Length; t++) levels[t] = level += step = 0.5 * step + levels[t];
        var bootstrap = new CompositeBootstrap(levels, 1);
        double cross = 0, square = 0;
        var path = new double[300];
        for (var r = 0; r < 300; r++)
        {
            bootstrap.Path(1, r, path);
            for (var t = 50; t < path.Length - 1; t++)
            {
                cross += (path[t] - path[t - 1]) * (path[t + 1] - path[t]);
                square += Math.Pow(path[t] - path[t - 1], 2);
            }
        }
        (cross / square).ShouldBe(Autocorrelation(levels), 0.05);
        path[..2].ShouldBe(levels[..2]);
    }

    [Fact]
    public void Bootstrap_BadSeries_IsRefused()
    {
        Should.Throw<ArgumentException>(() => new WildBootstrap([1]));
        Should.Throw<ArgumentException>(() => new WildBootstrap([1, double.NaN]));
        Should.Throw<ArgumentException>(() => new CompositeBootstrap(new double[50], 2));
        Should.Throw<ArgumentException>(() => new CompositeBootstrap([1, 2, 3], 2));
        Should.Throw<ArgumentException>(() => new WildBootstrap([1, 2, 4]).Path(1, 0, new double[4]));
    }

    private static double Autocorrelation(double[] levels)
    {
        double[] steps = [.. levels.Skip(1).Zip(levels, (b, a) => b - a)];
        return steps.Skip(1).Zip(steps, (b, a) => a * b).Sum() / steps.Sum(s => s * s);
    }
}
