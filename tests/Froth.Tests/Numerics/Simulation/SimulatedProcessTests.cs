using CsCheck;
using Froth.Numerics.Simulation;

namespace Froth.Tests.Numerics.Simulation;

public sealed class SimulatedProcessTests
{
    private static readonly Garch Steps = new(0.05, 0.1, 0.1, 0.85);

    public static TheoryData<SimulatedProcess> Kinds =>
        [new RandomWalk(), RandomWalk.VanishingDrift, ExplosiveEpisodes.One, ExplosiveEpisodes.Two, new EvansBubble(), new BlanchardBubble(), new GarchWalk(Steps)];

    [Theory]
    [MemberData(nameof(Kinds), DisableDiscoveryEnumeration = true)]
    public void Path_DrawnAgain_IsTheSameAndOtherReplicationsAreNot(SimulatedProcess process) =>
        Gen.Select(Gen.ULong, Gen.Long[-3, 1000], Gen.Int[0, 130]).Sample((seed, replication, length) =>
        {
            double[] first = new double[length], again = new double[length], other = new double[length];
            process.Path(seed, replication, first);
            process.Path(seed, replication + 1, other);
            process.Path(seed, replication, again);
            again.ShouldBe(first);
            first.ShouldAllBe(y => double.IsFinite(y));
            if (length == 0) return;
            other[0].ShouldBe(first[0]);
            if (length > 1) other.ShouldNotBe(first);
        }, iter: 50);

    // The four paths below were reckoned apart from this program, from the equations and the words of SplitMix64.
    [Fact]
    public void RandomWalk_VanishingDrift_FollowsItsEquation() => Drawn(RandomWalk.VanishingDrift).ShouldBe(
        [0, 0.057938847336122826, -1.3451532181954438, -0.7574622425001512, -1.1910623074990037, -1.4361511535618259, -2.7536221846662245, -2.9565939166859283, -4.5007257154311215, -3.57012731340998], 1e-11);

    [Fact]
    public void ExplosiveEpisodes_TwoOfThem_FollowTheirEquationAndFallBack() =>
        Drawn(new ExplosiveEpisodes { Episodes = [new EpisodeShare(0.3, 0.5), new EpisodeShare(0.7, 0.9)] }).ShouldBe(
            [100.0, 99.71440477341227, 114.55553568609176, 146.64200698548333, 179.85366930775797, 112.2123824213252, 130.77423020527542, 161.5660535892358, 190.98595645609103, 136.41399335499898], 1e-9);

    [Fact]
    public void EvansBubble_AboveTheThreshold_FollowsItsEquation() => Drawn(new EvansBubble { Start = 2, Deviation = 0.5 }).ShouldBe(
        [2.0, 2.4072228537011977, 1.41370477097092, 2.146835070817558, 2.031550398754147, 2.103927583985915, 1.2779024976795492, 0.37922216945036386, 0.15444630526728922, 0.2167914566925103], 1e-11);

    [Fact]
    public void BlanchardBubble_UntilItBursts_FollowsItsEquation() => Drawn(new BlanchardBubble()).ShouldBe(
        [0.1, 0.1487381654200837, 0.1780144861641786, 0.2816524585171267, 0.40647068582572454, 0.5993533633567023, 0.8565059141019216, -0.009089151960591117, -0.06295768190324248, 0.024917952060634258], 1e-11);

    [Fact]
    public void GarchWalk_LongPath_FollowsItsEquation()
    {
        var path = new double[2001];
        new GarchWalk(Steps).Path(11, 0, path);
        path[1].ShouldBe(-1.5012851001726988, 1e-11);
        path[2].ShouldBe(-2.993450533058446, 1e-11);
        path[2000].ShouldBe(41.64716251806839, 1e-9);
    }

    [Fact]
    public void ExplosiveEpisodes_WithoutNoise_GrowAndReturnToTheLevelAtOrigin()
    {
        var path = new double[100];
        (ExplosiveEpisodes.One with { Deviation = 0 }).Path(1, 0, path);
        var growth = 1 + Math.Pow(100, -0.6);
        path[38].ShouldBe(100);
        path[39].ShouldBe(100 * growth, 1e-9);
        path[54].ShouldBe(100 * Math.Pow(growth, 16), 1e-9);
        path[55].ShouldBe(path[39]);
        path[99].ShouldBe(path[39]);
        ExplosiveEpisodes.Observations(ExplosiveEpisodes.Two.Episodes[1], 100).ShouldBe((60, 70));
    }

    [Fact]
    public void EvansBubble_ManySteps_GrowsAsExpectedAndStaysPositive()
    {
        // E[B(t)] = B(0)·1.05^t, whatever collapses. The law has a heavy tail, so few steps and many paths.
        var (sum, smallest, path) = (0.0, double.PositiveInfinity, new double[6]);
        for (var replication = 0; replication < 40_000; replication++)
        {
            new EvansBubble { Start = 1.5 }.Path(3, replication, path);
            smallest = Math.Min(smallest, path.Min());
            sum += path[5];
        }

        smallest.ShouldBeGreaterThan(0);
        (sum / 40_000).ShouldBe(1.5 * Math.Pow(1.05, 5), 0.05);
    }

    [Fact]
    public void GarchWalk_LongPath_HasTheVarianceOfTheLongRunAndClusters()
    {
        var path = new double[400_001];
        new GarchWalk(new Garch(0, 0.05, 0.1, 0.8)).Path(1, 0, path);
        var squares = path.Zip(path.Skip(1), (a, b) => (b - a) * (b - a)).ToArray();
        var variance = squares.Average();
        variance.ShouldBe(0.5, 0.015);
        // First autocorrelation of the squares is α(1 − αβ − β²)/(1 − 2αβ − β²) = 0.14 (Bollerslev 1986).
        var first = squares.Zip(squares.Skip(1), (a, b) => (a - variance) * (b - variance)).Average() / squares.Average(s => (s - variance) * (s - variance));
        first.ShouldBe(0.14, 0.025);
    }

    [Fact]
    public void Parameters_OutOfRange_AreRefused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new RandomWalk { Deviation = -1 });
        Should.Throw<ArgumentOutOfRangeException>(() => new RandomWalk { Drift = double.NaN });
        Should.Throw<ArgumentOutOfRangeException>(() => new EvansBubble { Survival = 0 });
        Should.Throw<ArgumentOutOfRangeException>(() => new BlanchardBubble { Growth = double.PositiveInfinity });
        Should.Throw<ArgumentException>(() => new ExplosiveEpisodes { Episodes = [new EpisodeShare(0.5, 0.7), new EpisodeShare(0.6, 0.8)] });
        Should.Throw<ArgumentException>(() => new GarchWalk(new Garch(0, 1, 0.5, 0.5)));
        Should.Throw<InvalidOperationException>(() => new EvansBubble { Remainder = 2 }.Path(1, 0, new double[3]));
    }

    private static double[] Drawn(SimulatedProcess process)
    {
        var path = new double[10];
        process.Path(5, 2, path);
        return path;
    }
}
