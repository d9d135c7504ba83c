using System.Diagnostics;
using Froth.Data.Stores;

namespace Froth.IntegrationTests.Stores;

/// <summary>Several processes at once, and processes that die.</summary>
public sealed class StoreProcessTests : IDisposable
{
    private const int Rows = 30_000;
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Ingest_KilledAtRandomMoments_LandsAllOrNothingAndCanBeRepeated()
    {
        using (var store = new DuckDbStore(_folder.StorePath)) store.IngestFiles(_folder.Base(), StoreFolder.Options());
        var random = new Random(20_251_123);
        var landed = 0;
        for (var kill = 0; kill < 9; kill++)
        {
            var file = ManyRows($"kill-{kill}.csv", kill);
            using (var probe = Probe("ingest", file))
            {
                probe.StandardOutput.ReadLine().ShouldBe("ingesting");
                Thread.Sleep(random.Next(10, 800));
                probe.Kill();
                probe.WaitForExit();
            }

            using var store = new DuckDbStore(_folder.StorePath);
            var count = Count(store);
            count.ShouldBeOneOf(landed, landed + Rows);
            store.Runs().Count.ShouldBe(1 + count / Rows);

            // Now and then the next process comes upon what the dead one left, without a repair in between.
            if (kill % 3 < 2)
            {
                store.IngestFiles([file], StoreFolder.Options()).Unchanged.ShouldBe(count > landed);
                count = Count(store);
                count.ShouldBe(landed + Rows);
            }

            landed = count;
        }
    }

    [Fact]
    public void Ingest_FiledFactsKilledAtRandomMoments_LandAllOrNothing()
    {
        using (var store = new DuckDbStore(_folder.StorePath)) store.IngestFiles(_folder.Base(), StoreFolder.Options());
        var random = new Random(20_251_124);
        for (var (kill, landed) = (0, 0); kill < 4; kill++)
        {
            var file = ManyFiledFacts($"kill-{kill}.csv", kill);
            using (var probe = Probe("ingest", file))
            {
                probe.StandardOutput.ReadLine().ShouldBe("ingesting");
                Thread.Sleep(random.Next(10, 800));
                probe.Kill();
                probe.WaitForExit();
            }

            using var store = new DuckDbStore(_folder.StorePath);
            var count = (int)store.Describe().Counts["filed_facts"];
            count.ShouldBeOneOf(landed, landed + Rows);
            store.IngestFiles([file], StoreFolder.Options()).Unchanged.ShouldBe(count > landed);
            landed += Rows;
            store.Describe().Counts["filed_facts"].ShouldBe(landed);
        }
    }

    [Fact]
    public void Read_WhileAnotherProcessIngests_GoesOnAndSeesWholeRuns()
    {
        using var reader = new DuckDbStore(_folder.StorePath);
        reader.IngestFiles([.. _folder.Base(), ManyRows("first.csv", 0)], StoreFolder.Options());
        using var probe = Probe("ingest", ManyRows("second.csv", 1));
        var reads = 0;
        while (!probe.HasExited)
        {
            Count(reader).ShouldBeOneOf(Rows, 2 * Rows);
            reads++;
        }

        probe.ExitCode.ShouldBe(0, probe.StandardError.ReadToEnd());
        reads.ShouldBeGreaterThan(0);
        Count(reader).ShouldBe(2 * Rows);
    }

    [Fact]
    public void Ingest_AnotherProcessWrites_NamesItAndTakesOverOnceItIsDead()
    {
        using var store = new DuckDbStore(_folder.StorePath);
        store.IngestFiles(_folder.Base(), StoreFolder.Options());
        var file = ManyRows("held.csv", 0);
        using var probe = Probe("hold", file);
        while (probe.StandardOutput.ReadLine() != "holding") probe.HasExited.ShouldBeFalse();
        var busy = Should.Throw<StoreBusyException>(() => store.IngestFiles([file], StoreFolder.Options() with { LockTimeout = TimeSpan.FromMilliseconds(200) }));
        busy.Message.ShouldContain($"process {probe.Id} (probe hold, since ");
        Count(store).ShouldBe(0);
        probe.Kill();
        probe.WaitForExit();
        store.IngestFiles([file], StoreFolder.Options()).Added.ShouldBe(Rows);
    }

    private static int Count(DuckDbStore store) => (int)store.Describe().Counts.GetValueOrDefault("observations");

    private string ManyRows(string name, int part) => _folder.Observations(name,
        [.. Enumerable.Range(0, Rows).Select(i => $"nvidia,part-{part},d{i % 1250},,2025-{i / 1250 % 12 + 1:00}-{i / 15000 + 1:00},{i},,,USD,filed,2025-12-31,filing,row {i},")]);

    private string ManyFiledFacts(string name, int part) => _folder.Write(name, "entity,tag,end,value,unit,accession,form,filed\n" + string.Concat(
        Enumerable.Range(0, Rows).Select(i => $"nvidia,tag-{i % 500},2025-{i / 500 % 12 + 1:00}-{i / 6000 + 1:00},{i},USD,0001045810-25-{part:000000},10-Q,2025-12-31\n")));

    private Process Probe(string mode, string file)
    {
        var name = OperatingSystem.IsWindows() ? "Froth.StoreProbe.exe" : "Froth.StoreProbe";
        var program = AppContext.BaseDirectory.Replace("Froth.IntegrationTests", "Froth.StoreProbe", StringComparison.Ordinal) + name;
        var start = new ProcessStartInfo(program, [mode, _folder.StorePath, file]) { RedirectStandardOutput = true, RedirectStandardError = true };
        return Process.Start(start)!;
    }
}
