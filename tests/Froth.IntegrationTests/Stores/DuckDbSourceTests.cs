using Froth.Core.Time;
using Froth.Data.Sources;
using Froth.Data.Stores;

namespace Froth.IntegrationTests.Stores;

/// <summary>The embedded store: the suite of sources, parsing again, and stores of the version before.</summary>
public sealed class DuckDbSourceTests : SourceStoreConformance
{
    protected override IObservationStore Open(StoreFolder folder, params IReadOnlyList<ISource> sources) =>
        new DuckDbStore(folder.StorePath, new StoreOptions { Sources = sources });

    [Fact]
    public void Reparse_ParserThatTellsOtherwise_AddsAndWithdrawsAndLeavesEarlierViews()
    {
        using (var store = Open(Folder, new ToySource()))
        {
            store.IngestFiles(Folder.Base(), StoreFolder.Options());
            store.IngestFiles([Lines("a.toy")], With(new ToySource(tells: l => !l.Contains("later", StringComparison.Ordinal))));
            store.IngestFiles([Folder.Observations("own.csv", "nvidia,own,,,2025-01-01,1,,,USD,filed,2025-01-02,filing,,")], StoreFolder.Options());
        }

        var better = new ToySource(tells: l => !l.Contains("wrong", StringComparison.Ordinal));
        using var again = Open(Folder, better);
        var result = again.Reparse("toy", At(1));
        (result.Added, result.Withdrawn, result.Quarantined).ShouldBe((2, 3, 0), string.Join('\n', result.Problems));
        Facts(again).Select(f => f.Tag).ShouldBe(["kept", "later"], ignoreOrder: true);
        var batch = again.Read(new FactQuery(StoreFolder.Today));
        batch.Observations.Select(o => o.Concept).ShouldBe(["kept", "later", "own"], ignoreOrder: true);
        again.ReadFilings("nvidia", StoreFolder.Today).ShouldBeEmpty();

        var before = new Vintage(new DateOnly(2026, 1, 31), StoreFolder.Clock.GetUtcNow().AddMinutes(1));
        again.Read(new FactQuery(before) { FiledTags = [] }).FiledFacts.Select(f => f.Tag).ShouldBe(["kept", "wrong"], ignoreOrder: true);
        again.Read(new FactQuery(before)).Observations.Select(o => o.Concept).ShouldBe(["kept", "wrong", "own"], ignoreOrder: true);
        again.ReadFilings("nvidia", before).Count.ShouldBe(1);

        var version = again.DataVersion;
        again.Reparse(null, At(2)).Unchanged.ShouldBeTrue();
        again.DataVersion.ShouldBe(version);
        again.Runs().Count.ShouldBe(4);
    }

    [Fact]
    public void Reparse_SameFactInTwoSnapshots_StaysAsLongAsOneTellsIt()
    {
        using (var store = Open(Folder, new ToySource()))
        {
            store.IngestFiles([Folder.Write("a.toy", $"toy\n{ToySource.Fact("1", "a", "1")}\n")], With(new ToySource()));
            store.IngestFiles([Folder.Write("b.toy", $"toy\n{ToySource.Fact("1", "a", "1")}\nrefuse /x y\n")], With(new ToySource()));
        }

        using var again = Open(Folder, new ToySource());
        again.Reparse(null, At(1)).Unchanged.ShouldBeTrue();
        using var without = Open(Folder, new ToySource(tells: l => !l.StartsWith("fact", StringComparison.Ordinal)));
        without.Reparse(null, At(2)).Withdrawn.ShouldBe(1);
        Facts(without).ShouldBeEmpty();
        using var restored = Open(Folder, new ToySource());
        restored.Reparse(null, At(3)).Added.ShouldBe(1);
        Facts(restored).ShouldHaveSingleItem().Value.ShouldBe(1);
    }

    [Fact]
    public void Reparse_QuarantineToldDifferently_IsARunOfItsOwn()
    {
        using (var store = Open(Folder, new ToySource()))
            store.IngestFiles([Folder.Write("a.toy", $"toy\n{ToySource.Fact("1", "a", "1")}\nrefuse /x y\n")], With(new ToySource()));
        using var again = Open(Folder, new ToySource(tells: l => !l.StartsWith("refuse", StringComparison.Ordinal)));
        again.Reparse(null, At(1)).Run.ShouldBe(2);
        again.Quarantine(1).Count.ShouldBe(1);
        again.Quarantine(2).ShouldBeEmpty();
        Should.Throw<ArgumentException>(() => again.Reparse("unheard-of", At(2))).Message.ShouldContain("toy");
    }

    [Fact]
    public void Reparse_UnusableNow_KeepsWhatIsHeld()
    {
        using (var store = Open(Folder, new ToySource()))
            store.IngestFiles([Folder.Write("a.toy", $"toy\n{ToySource.Fact("1", "a", "1")}\nland\nbreak\n")], With(new ToySource(tells: l => l != "break")));
        using var again = Open(Folder, new ToySource());
        var result = again.Reparse(null, At(1));
        (result.Withdrawn, result.Quarantined).ShouldBe((0, 1));
        Facts(again).Count.ShouldBe(1);
        again.Reparse(null, At(2)).Unchanged.ShouldBeTrue();
    }

    [Fact]
    public void Ingest_CompleteSetOfFiledFacts_WithdrawsWhatItNoLongerTells()
    {
        using var store = Open(Folder);
        store.IngestFiles(Folder.Base(), StoreFolder.Options());
        store.IngestFiles([Folder.Write("own.csv", Filed("b", 2))], StoreFolder.Options());
        var set = StoreFolder.Options() with { CompleteSet = "shipped" };
        store.IngestFiles([Folder.Write("shipped.csv", Filed("a", 1, "b", 2))], set).Added.ShouldBe(2);
        var result = store.IngestFiles([Folder.Write("shipped.csv", Filed("a", 1, "c", 3))], set with { Clock = new StoreFolder.FixedClock(StoreFolder.Clock.GetUtcNow().AddHours(1)) });
        (result.Added, result.Duplicates, result.Withdrawn).ShouldBe((1, 1, 1));
        Facts(store).Select(f => (f.Tag, f.Form, f.Provenance.Locator)).ShouldBe([("a", "10-Q", "shipped.csv"), ("b", "10-Q", "own.csv"), ("c", "10-Q", "shipped.csv")], ignoreOrder: true);
        var before = new Vintage(new DateOnly(2026, 1, 31), StoreFolder.Clock.GetUtcNow().AddMinutes(1));
        store.Read(new FactQuery(before) { FiledTags = [] }).FiledFacts.Select(f => f.Tag).Order().ShouldBe(["a", "b", "b"]);
    }

    private static string Filed(params object[] tagsAndValues) => "entity,tag,end,value,unit,form,filed\n"
        + string.Concat(tagsAndValues.Chunk(2).Select(c => $"nvidia,{c[0]},2025-04-27,{c[1]},USD,10-Q,2025-05-28\n"));

    [Fact]
    public void Reparse_TwoRecordingsOfOneName_IsSettledByOneRun()
    {
        using (var store = Open(Folder, new ToySource()))
        {
            store.IngestFiles([Folder.Write("a.toy", $"toy\n{ToySource.Fact("1", "a", "1")}\nrefuse /x y\n")], With(new ToySource()));
            store.IngestFiles([Folder.Write("a.toy", $"toy\n{ToySource.Fact("1", "a", "2")}\nrefuse /z y\n")], With(new ToySource()));
        }

        using var again = Open(Folder, new ToySource());
        again.Reparse(null, At(1)).Unchanged.ShouldBeTrue();
        again.Runs().Count.ShouldBe(2);
    }

    [Fact]
    public void Open_StoreOfVersion1_IsUpgradedWithAllItHolds()
    {
        using (var store = Open(Folder)) store.IngestFiles([.. Folder.Base(), Folder.Observations("f.csv", Row("revenue"))], StoreFolder.Options());
        MakeVersion1();
        using (var reader = Open(Folder)) reader.Read(new FactQuery(StoreFolder.Today) { FiledTags = [] }).Observations.ShouldHaveSingleItem().Concept.ShouldBe("revenue");
        using var upgraded = Open(Folder, new ToySource());
        upgraded.IngestFiles([Folder.Write("a.toy", $"toy\n{ToySource.Fact("1", "a", "1")}\nrefuse /x y\n")], With(new ToySource())).Quarantined.ShouldBe(1);
        Facts(upgraded).Count.ShouldBe(1);
        upgraded.Describe().SchemaVersion.ShouldBe(2);
        upgraded.IngestFiles([Folder.Path("f.csv")], StoreFolder.Options()).Unchanged.ShouldBeTrue();
    }

    // What version 2 brought is taken away again, in the store and in its generation, so that both are as version 1 left them.
    private void MakeVersion1()
    {
        var generation = File.ReadAllLines(Folder.StorePath + ".current")[0];
        foreach (var path in (string[])[Folder.StorePath, System.IO.Path.Combine(Folder.StorePath + ".generations", generation)])
        {
            using var session = Data.Stores.DuckDb.DuckSession.Open(path, readOnly: false, "100MB");
            session.Execute("""
                drop table filed_facts; drop table filings; drop table entity_reviews;
                create table old as select no, sha256, name, fetched, bytes, run from snapshots; drop table snapshots; alter table old rename to snapshots;
                create table old as select run, file, line, reason_column, reason, raw from quarantine; drop table quarantine; alter table old rename to quarantine;
                update meta set value = '1' where key = 'schema_version'; checkpoint;
                """);
        }

        var store = new FileInfo(Folder.StorePath);
        var pointer = File.ReadAllLines(Folder.StorePath + ".current");
        File.WriteAllText(Folder.StorePath + ".current", $"{pointer[0]}\n{store.Length}\n{store.LastWriteTimeUtc.Ticks}\n{pointer[3]}\n");
    }

    private string Lines(string name) => Toy(name, ToySource.Fact("1", "kept", "1"), ToySource.Fact("1", "wrong", "2"), ToySource.Fact("1", "later", "3"),
        Observation("kept"), Observation("wrong"), Observation("later"), "row filings /wrong id=0001045810-25-000023|entity=nvidia|form=10-K|published=2025-02-26");

    private static string Observation(string concept) => $"row observations /{concept} entity=nvidia|concept={concept}|end=2025-01-01|value=1|unit=USD|published=2025-01-02";

    private static string Row(string concept) => $"nvidia,{concept},,2025-01-27,2025-04-27,1,,,USD,filed,2025-05-28,filing,,";

    private static Data.Ingest.IngestOptions At(int hour) => StoreFolder.Options() with { Clock = new StoreFolder.FixedClock(StoreFolder.Clock.GetUtcNow().AddHours(hour)) };
}
