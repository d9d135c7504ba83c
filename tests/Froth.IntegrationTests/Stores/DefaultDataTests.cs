using Froth.Core.Time;
using Froth.Data.DefaultData;
using Froth.Data.Stores;

namespace Froth.IntegrationTests.Stores;

/// <summary>The data set that ships with the program, and how a newer one takes the place of an older one.</summary>
public sealed class DefaultDataTests : IDisposable
{
    private readonly StoreFolder _folder = new();
    private readonly string _data;

    public DefaultDataTests()
    {
        _data = Directory.CreateDirectory(_folder.Path("data")).FullName;
        _folder.Write("data/entities.csv", StoreFolder.Entities);
        _folder.Write("data/sources.csv", StoreFolder.Sources);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void EnsureLoaded_Twice_LoadsOnce()
    {
        using var store = new DuckDbStore(_folder.StorePath);
        Ship(Row("a", 1));
        Load(store).ShouldNotBeNull().Added.ShouldBe(7);
        Load(store).ShouldBeNull();
        File.SetLastWriteTimeUtc(_folder.Path("data/sources.csv"), DateTime.UtcNow.AddDays(1));
        Load(store).ShouldBeNull();
        store.Runs().Count.ShouldBe(1);
    }

    [Fact]
    public void EnsureLoaded_NewerSet_WithdrawsWhatItNoLongerTellsAndKeepsThePast()
    {
        using var store = new DuckDbStore(_folder.StorePath);
        Ship(Row("kept", 1), Row("corrected", 2), Row("dropped", 3));
        Load(store);
        var before = store.Runs()[^1].RecordedAt;
        Ship(Row("kept", 1), Row("corrected", 20), Row("new", 4));
        var result = Load(store).ShouldNotBeNull();
        (result.Added, result.Withdrawn).ShouldBe((2, 1));
        Latest(store, DateTimeOffset.MaxValue).ShouldBe([("corrected", 20m), ("kept", 1m), ("new", 4m)]);
        Latest(store, before).ShouldBe([("corrected", 2m), ("dropped", 3m), ("kept", 1m)]);
    }

    [Fact]
    public void EnsureLoaded_RowWithdrawnAndShippedAgain_ComesBack()
    {
        using var store = new DuckDbStore(_folder.StorePath);
        Ship(Row("a", 1), Row("b", 2));
        Load(store);
        Ship(Row("a", 1));
        Load(store);
        Latest(store, DateTimeOffset.MaxValue).ShouldBe([("a", 1m)]);
        Ship(Row("a", 1), Row("b", 2));
        Load(store).ShouldNotBeNull().Added.ShouldBe(1);
        Latest(store, DateTimeOffset.MaxValue).ShouldBe([("a", 1m), ("b", 2m)]);
    }

    [Fact]
    public void EnsureLoaded_NewerSet_LeavesTheUsersOwnRows()
    {
        using var store = new DuckDbStore(_folder.StorePath);
        Ship(Row("shipped", 1));
        Load(store);
        store.IngestFiles([_folder.Observations("own.csv", Row("own", 5), Row("shipped", 1))], StoreFolder.Options());
        Ship(Row("other", 2));
        Load(store);
        Latest(store, DateTimeOffset.MaxValue).ShouldBe([("other", 2m), ("own", 5m), ("shipped", 1m)]);
    }

    [Fact]
    public void EnsureLoaded_FlowNoLongerShipped_IsWithdrawn()
    {
        using var store = new DuckDbStore(_folder.StorePath);
        const string header = "id,from,to,kind,announced,low,high,currency,published,what\n";
        _folder.Write("data/flows.csv", header + "D1,nvidia,openai,warrant,2025-01-01,1,1,USD,2025-01-01,one\nD2,nvidia,openai,warrant,2025-01-01,1,1,USD,2025-01-01,two\n");
        Load(store);
        _folder.Write("data/flows.csv", header + "D2,nvidia,openai,warrant,2025-01-01,1,1,USD,2025-01-01,two\n");
        Load(store).ShouldNotBeNull().Withdrawn.ShouldBe(1);
        store.Read(new FactQuery(StoreFolder.Today)).Flows.ShouldHaveSingleItem().Id.ShouldBe("D2");
    }

    [Fact]
    public void EnsureLoaded_FolderMissing_SaysWhatToDo()
    {
        using var store = new DuckDbStore(_folder.StorePath);
        Should.Throw<FileNotFoundException>(() => new DefaultDataSet(_folder.Path("nowhere")).EnsureLoaded(store)).Message.ShouldContain("Install the program again");
    }

    [Fact]
    public void EnsureLoaded_ShippedFiles_LandWholly()
    {
        if (!Directory.Exists(Repository.Path("data"))) Assert.Skip("the default data set is not in this checkout yet");
        using var store = new DuckDbStore(_folder.StorePath);
        var result = new DefaultDataSet(Repository.Path("data")).EnsureLoaded(store).ShouldNotBeNull();
        result.Quarantined.ShouldBe(0, string.Join('\n', result.Problems));
        result.Duplicates.ShouldBe(0);
    }

    private static string Row(string concept, int value) => $"nvidia,{concept},,,2025-04-27,{value},,,USD,filed,2025-05-28,filing,,";

    private void Ship(params string[] rows) => _folder.Observations("data/observations.csv", rows);

    private Data.Ingest.IngestResult? Load(DuckDbStore store) => new DefaultDataSet(_data).EnsureLoaded(store);

    private static List<(string, decimal)> Latest(DuckDbStore store, DateTimeOffset knownAt) =>
        [.. Core.Data.FactSet.LatestOf(store.Read(new FactQuery(new Vintage(new DateOnly(2026, 1, 31), knownAt))).Observations).OrderBy(o => o.Concept).Select(o => (o.Concept, o.Value.Low!.Value))];
}
