using Froth.Data.Ingest;
using Froth.Data.Stores;

namespace Froth.IntegrationTests.Stores;

/// <summary>The embedded store: the common suite, and what is its own (files, locks, generations).</summary>
public sealed class DuckDbStoreTests : ObservationStoreConformance
{
    protected override IObservationStore Open(StoreFolder folder) => new DuckDbStore(folder.StorePath);

    [Fact]
    public void Read_CorruptFile_IsRefusedAndLeftUntouched()
    {
        var bytes = new byte[20_000];
        new Random(7).NextBytes(bytes);
        Folder.Write("froth.duckdb", bytes);
        using var store = new DuckDbStore(Folder.StorePath);
        Should.Throw<StoreCorruptException>(() => store.Read(new FactQuery(StoreFolder.Today))).Message.ShouldContain("left untouched");
        Should.Throw<StoreCorruptException>(() => store.IngestFiles(Folder.Base(), StoreFolder.Options())).Message.ShouldContain(Folder.StorePath);
        File.ReadAllBytes(Folder.StorePath).ShouldBe(bytes);
    }

    [Fact]
    public void Read_StoreDamagedAfterUse_IsRefused()
    {
        using (var store = Open(Folder)) store.IngestFiles(Folder.Base(), StoreFolder.Options());
        var bytes = File.ReadAllBytes(Folder.StorePath);
        bytes.AsSpan(0, 64).Fill(0xFF);
        File.WriteAllBytes(Folder.StorePath, bytes);
        using var again = Open(Folder);
        Should.Throw<StoreCorruptException>(() => again.Runs());
    }

    [Fact]
    public void Read_DuckDbFileOfAnotherProgram_IsRefused()
    {
        using (var session = Data.Stores.DuckDb.DuckSession.Open(Folder.StorePath, readOnly: false, "100MB")) session.Execute("create table t(x int); checkpoint");
        using var store = Open(Folder);
        Should.Throw<StoreCorruptException>(() => store.IngestFiles(Folder.Base(), StoreFolder.Options())).Message.ShouldContain("not a Froth store");
    }

    [Fact]
    public void Ingest_NewerSchema_IsRefused()
    {
        using (var store = Open(Folder)) store.IngestFiles(Folder.Base(), StoreFolder.Options());
        using (var session = Data.Stores.DuckDb.DuckSession.Open(Folder.StorePath, readOnly: false, "100MB"))
            session.Execute("update meta set value = '99' where key = 'schema_version'; checkpoint");
        using var again = Open(Folder);
        Should.Throw<StoreTooNewException>(() => again.IngestFiles([Folder.Observations("f.csv", Row("a", "1", "2025-05-28"))], StoreFolder.Options())).Message.ShouldContain("schema version 99");
        Should.Throw<StoreTooNewException>(() => again.Runs());
    }

    [Fact]
    public void Constructor_FolderGiven_NamesTheParameter() =>
        Should.Throw<ArgumentException>(() => new DuckDbStore(Path.GetTempPath())).ParamName.ShouldBe("path");

    [Fact]
    public void Read_AfterAnotherInstanceIngested_SeesTheNextGeneration()
    {
        using var reader = Open(Folder);
        using var writer = Open(Folder);
        for (var i = 1; i <= 4; i++)
        {
            writer.IngestFiles([.. Folder.Base(), Folder.Observations($"{i}.csv", Row($"concept-{i}", "1", "2025-05-28"))], StoreFolder.Options());
            reader.Read(new FactQuery(StoreFolder.Today)).Observations.Count.ShouldBe(i);
        }

        Directory.GetFiles(Folder.StorePath + ".generations").Length.ShouldBe(2);
        reader.Describe().Generation.ShouldNotBeNull().ShouldStartWith("gen-000004-");
    }

    [Fact]
    public void Read_CommittedButNotPublished_PublishesFirst()
    {
        using (var writer = Open(Folder))
        {
            writer.IngestFiles(Folder.Base(), StoreFolder.Options());
            writer.IngestFiles([Folder.Observations("f.csv", Row("a", "1", "2025-05-28"))], StoreFolder.Options() with { Publish = false });
        }

        using var reader = Open(Folder);
        reader.Read(new FactQuery(StoreFolder.Today)).Observations.Count.ShouldBe(1);
    }

    [Fact]
    public void FindSnapshot_BytesChangedByOtherHands_IsRefused()
    {
        using var store = Open(Folder);
        store.IngestFiles(Folder.Base(), StoreFolder.Options());
        var id = store.Snapshots()[0].Id;
        File.AppendAllText(Path.Combine(Path.GetDirectoryName(Folder.StorePath)!, "snapshots", id[..2], id), "x");
        Should.Throw<StoreCorruptException>(() => store.FindSnapshot(id)).Message.ShouldContain(id);
        store.FindSnapshot(new string('0', 64)).ShouldBeNull();
        Should.Throw<ArgumentException>(() => store.FindSnapshot("../secret"));
    }
}
