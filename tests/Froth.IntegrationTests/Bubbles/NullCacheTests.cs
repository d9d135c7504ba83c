using Froth.Core;
using Froth.Data.Bubbles;
using Froth.Numerics;
using Froth.Numerics.Simulation;

namespace Froth.IntegrationTests.Bubbles;

/// <summary>Saved simulations: read, gone on with, and never trusted when damaged.</summary>
public sealed class NullCacheTests : IDisposable
{
    private const int Paths = 300;

    private readonly string _folder = Directory.CreateTempSubdirectory("froth-nulls-").FullName;
    private readonly List<Bilingual> _told = [];
    private readonly NullSimulation _simulation = new(RandomWalk.VanishingDrift, 5, 60, new PsySettings());

    private NullKey Key => NullKey.Of("random-walk", _simulation, Paths);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Distribution_SecondTime_IsReadAndEqual()
    {
        var (first, made) = Run();
        made.ShouldBe(5);
        var (second, again) = Run();
        again.ShouldBe(0);
        ShouldBeEqual(second, first);
        ShouldBeEqual(first, NullRun.Distribution(_simulation, Paths));
        _told.ShouldBeEmpty();
        Directory.GetFileSystemEntries(_folder).Length.ShouldBe(1);
    }

    [Fact]
    public void Distribution_Stopped_GoesOnFromItsBlocks()
    {
        using var stop = new CancellationTokenSource();
        var stopped = Should.Throw<SimulationStoppedException>(() => Cache().Distribution(Key, _simulation, 1, at =>
        {
            if (at.Done >= 128) stop.Cancel();
        }, stop.Token));
        stopped.Progress.Done.ShouldBe(128);
        // Two threads may tell of their blocks in either order.
        var told = new System.Collections.Concurrent.ConcurrentBag<NullProgress>();
        var resumed = Cache().Distribution(Key, _simulation, 2, told.Add);
        told.MaxBy(at => at.Done).ShouldBe(new NullProgress(Paths, Paths, 128));
        ShouldBeEqual(resumed, NullRun.Distribution(_simulation, Paths));
        Directory.GetFileSystemEntries(_folder).Length.ShouldBe(1);
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.999, 0)]
    [InlineData(0, 0)]
    [InlineData(0, 10)]
    [InlineData(0, -1)]
    public void Distribution_DamagedFile_IsNamedAndComputedAnew(double flipAt, int cutTo)
    {
        var (first, _) = Run();
        var file = Directory.GetFiles(_folder).ShouldHaveSingleItem();
        var bytes = File.ReadAllBytes(file);
        bytes[(int)(flipAt * (bytes.Length - 1))] ^= 1;
        File.WriteAllBytes(file, cutTo == 0 ? bytes : cutTo < 0 ? [] : bytes[..cutTo]);
        var (second, made) = Run();
        made.ShouldBe(5);
        _told.ShouldHaveSingleItem().English.ShouldContain(Path.GetFileName(file));
        ShouldBeEqual(second, first);
        Run().Made.ShouldBe(0);
    }

    [Fact]
    public void Distribution_DamagedBlock_IsNamedAndComputedAnew()
    {
        using var stop = new CancellationTokenSource();
        Should.Throw<SimulationStoppedException>(() => Cache().Distribution(Key, _simulation, 1, at =>
        {
            if (at.Done >= 128) stop.Cancel();
        }, stop.Token));
        var block = Directory.GetFiles(Directory.GetDirectories(_folder).ShouldHaveSingleItem()).Order().First();
        var bytes = File.ReadAllBytes(block);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(block, bytes);
        var (resumed, made) = Run();
        made.ShouldBe(4);
        _told.ShouldHaveSingleItem().Chinese.ShouldContain("损坏");
        ShouldBeEqual(resumed, NullRun.Distribution(_simulation, Paths));
    }

    [Fact]
    public void Distribution_FileOfAnotherKey_IsNotTrusted()
    {
        Run();
        var file = Directory.GetFiles(_folder).ShouldHaveSingleItem();
        var other = new NullSimulation(RandomWalk.VanishingDrift, 6, 60, new PsySettings());
        File.Copy(file, file.Replace("-s5-", "-s6-", StringComparison.Ordinal));
        var found = Cache().Distribution(NullKey.Of("random-walk", other, Paths), other, 1);
        _told.Count.ShouldBe(1);
        ShouldBeEqual(found, NullRun.Distribution(other, Paths));
    }

    [Fact]
    public void Key_EveryPart_ChangesIt()
    {
        double[] series = [1, 2, 3];
        NullKey[] keys =
        [
            Key, Key with { Kind = "wild-normal" }, Key with { Observations = 61 }, Key with { MinimumWindow = 9 }, Key with { Lag = 1 }, Key with { Replications = 4 },
            Key with { Seed = 6 }, NullKey.Of("random-walk", _simulation, Paths, series), NullKey.Of("random-walk", _simulation, Paths, [1, 2, 4]),
        ];
        keys.Select(k => k.Text).Distinct().Count().ShouldBe(keys.Length);
        keys.Select(k => k.Name).Distinct().Count().ShouldBe(keys.Length);
    }

    [Fact]
    public void Distribution_FolderThatCannotBe_IsToldAndLosesNothing()
    {
        var file = Path.Combine(_folder, "taken");
        File.WriteAllText(file, "");
        var found = new NullCache(Path.Combine(file, "below"), Tell).Distribution(Key, _simulation, 1);
        ShouldBeEqual(found, NullRun.Distribution(_simulation, Paths));
        _told.ShouldContain(t => t.English.Contains("cannot be written"));
    }

    private (NullDistribution Found, int Made) Run()
    {
        var made = 0;
        var found = Cache().Distribution(Key, _simulation, 2, _ => Interlocked.Increment(ref made));
        return (found, made);
    }

    private NullCache Cache() => new(_folder, Tell);

    private void Tell(Bilingual note)
    {
        lock (_told) _told.Add(note);
    }

    private static void ShouldBeEqual(NullDistribution found, NullDistribution expected)
    {
        found.Replications.ShouldBe(expected.Replications);
        found.Failed.ShouldBe(expected.Failed);
        foreach (var statistic in Enum.GetValues<PsyStatistic>()) found.Statistics(statistic).ToArray().ShouldBe(expected.Statistics(statistic).ToArray());
        foreach (var level in (double[])[0.90, 0.95, 0.99])
        {
            found.Sequence(level).ToArray().ShouldBe(expected.Sequence(level).ToArray());
            found.SadfSequence(level).ToArray().ShouldBe(expected.SadfSequence(level).ToArray());
        }
    }
}
