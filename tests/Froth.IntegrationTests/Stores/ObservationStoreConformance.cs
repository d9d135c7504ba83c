using CsCheck;
using Froth.Core.Data;
using Froth.Core.Financing;
using Froth.Core.Time;
using Froth.Data.Ingest;
using Froth.Data.Stores;

namespace Froth.IntegrationTests.Stores;

/// <summary>What every store has to do, whatever engine is behind it. An engine inherits this suite.</summary>
public abstract class ObservationStoreConformance : IDisposable
{
    private readonly StoreFolder _folder = new();

    protected StoreFolder Folder => _folder;

    protected abstract IObservationStore Open(StoreFolder folder);

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void Read_EmptyStore_GivesNothing()
    {
        using var store = Open(_folder);
        var batch = store.Read(new FactQuery(StoreFolder.Today));
        batch.Observations.ShouldBeEmpty();
        batch.Flows.ShouldBeEmpty();
        store.DataVersion.ShouldBe("");
        store.Runs().ShouldBeEmpty();
    }

    [Fact]
    public void Ingest_ObservationsWithSource_ComeBackWhole()
    {
        using var store = Open(_folder);
        var file = _folder.Observations("facts.csv",
            "NVIDIA Corp,revenue,segment a,2025-01-27,2025-04-27,44062000000,,,USD,filed,2025-05-28,filing,tag Revenues,\"as told, \"\"net\"\"\"".Replace("NVIDIA Corp", "Nvidia Corp", StringComparison.Ordinal));
        var result = store.IngestFiles([file, .. _folder.Base()], StoreFolder.Options());
        result.Quarantined.ShouldBe(0, string.Join('\n', result.Problems));
        var fact = store.Read(new FactQuery(StoreFolder.Today)).Observations.ShouldHaveSingleItem();
        fact.Entity.ShouldBe("nvidia");
        fact.Dimension.ShouldBe("segment a");
        fact.Period.ShouldBe(Period.Between(new DateOnly(2025, 1, 27), new DateOnly(2025, 4, 27)));
        fact.Value.ShouldBe(Amount.Point(44062000000m));
        fact.Grade.ShouldBe(Grade.Filed);
        fact.Note.ShouldBe("as told, \"net\"");
        fact.Provenance.Source.Publisher.ShouldBe("SEC");
        fact.Provenance.Locator.ShouldBe("tag Revenues (facts.csv:2)");
        fact.RecordedAt.ShouldBe(StoreFolder.Clock.GetUtcNow());
        store.FindSnapshot(fact.Provenance.SnapshotId).ShouldBe(File.ReadAllBytes(file));
    }

    [Fact]
    public void Ingest_SameBytesTwice_ChangesNothing()
    {
        using var store = Open(_folder);
        var file = _folder.Observations("facts.csv", Row("revenue", "1", "2025-05-28"));
        store.IngestFiles([.. _folder.Base(), file], StoreFolder.Options());
        var before = (store.DataVersion, store.Runs().Count, store.Read(new FactQuery(StoreFolder.Today)).Observations.Count);
        var again = store.IngestFiles([.. _folder.Base(), file], StoreFolder.Options());
        again.Unchanged.ShouldBeTrue();
        again.AlreadyHeld.ShouldBe(["entities.csv", "sources.csv", "facts.csv"], ignoreOrder: true);
        (store.DataVersion, store.Runs().Count, store.Read(new FactQuery(StoreFolder.Today)).Observations.Count).ShouldBe(before);
    }

    [Fact]
    public void Ingest_SameFactsFromAnotherFile_AreNotAddedTwice()
    {
        using var store = Open(_folder);
        store.IngestFiles([.. _folder.Base(), _folder.Observations("a.csv", Row("revenue", "1", "2025-05-28"), Row("revenue", "2", "2025-06-28"))], StoreFolder.Options());
        var result = store.IngestFiles([_folder.Observations("b.csv", Row("revenue", "1.0", "2025-05-28"), Row("net-income", "3", "2025-05-28"))], StoreFolder.Options());
        result.Added.ShouldBe(1);
        result.Duplicates.ShouldBe(1);
        store.Read(new FactQuery(StoreFolder.Today)).Observations.Count.ShouldBe(3);
    }

    [Fact]
    public void Ingest_CorrectionAndBack_LastTellingWins()
    {
        using var store = Open(_folder);
        store.IngestFiles([.. _folder.Base(), _folder.Observations("a.csv", Row("revenue", "1", "2025-05-28"))], StoreFolder.Options());
        store.IngestFiles([_folder.Observations("b.csv", Row("revenue", "2", "2025-05-28"))], StoreFolder.Options());
        store.IngestFiles([_folder.Observations("c.csv", Row("revenue", "1", "2025-05-28"), Row("net-income", "5", "2025-05-28"))], StoreFolder.Options());
        store.ReadSeries("nvidia", "revenue", StoreFolder.Today).ShouldHaveSingleItem().Value.ShouldBe(Amount.Point(1));
    }

    [Fact]
    public void Read_RangesAndOpenEnds_RoundTrip()
    {
        using var store = Open(_folder);
        store.IngestFiles([.. _folder.Base(), _folder.Observations("facts.csv",
            "openai,a,,,2025-01-01,,1.5,2.5,USD,press,2025-01-02,filing,,",
            "openai,b,,,2025-01-01,,,2.5,USD,press,2025-01-02,filing,,",
            "openai,c,,,2025-01-01,,-3,,USD,press,2025-01-02,filing,,",
            "openai,d,,,2025-01-01,2,1.5,2.5,USD,press,2025-01-02,filing,,",
            "openai,e,,,2025-01-01,+2,,,USD,,2025-01-02,filing,,")], StoreFolder.Options());
        var values = store.Read(new FactQuery(StoreFolder.Today)).Observations.ToDictionary(o => o.Concept, o => o.Value);
        values["a"].ShouldBe(new Amount(1.5m, 2.5m));
        values["b"].ShouldBe(new Amount(null, 2.5m));
        values["c"].ShouldBe(new Amount(-3m, null));
        values["d"].ShouldBe(new Amount(1.5m, 2.5m, 2m));
        values["e"].ShouldBe(Amount.Point(2));
    }

    [Fact]
    public void Read_AnyDecimalThatFits_ComesBackExactly()
    {
        Gen.Select(Gen.Long, Gen.Int[0, 18], Gen.Bool).Array[40].Sample(
            numbers =>
            {
                using var folder = new StoreFolder();
                using var store = Open(folder);
                var values = numbers.Select(n => new decimal((int)n.Item1, (int)(n.Item1 >> 32), 0, n.Item3, (byte)n.Item2)).ToList();
                var rows = values.Select((v, i) => $"nvidia,c,d{i},,2025-01-01,{v.ToString(System.Globalization.CultureInfo.InvariantCulture)},,,USD,press,2025-01-02,,,");
                store.IngestFiles([.. folder.Base(), folder.Observations("facts.csv", [.. rows])], StoreFolder.Options()).Quarantined.ShouldBe(0);
                var read = store.Read(new FactQuery(StoreFolder.Today)).Observations.ToDictionary(o => o.Dimension, o => o.Value.Low!.Value);
                for (var i = 0; i < values.Count; i++) read[$"d{i}"].ShouldBe(values[i]);
            },
            iter: 3);
    }

    [Fact]
    public void ReadSeries_RandomRevisions_FiltersFirstAndThenTakesTheLatest()
    {
        // Three runs of random revisions of two facts: the store must agree with the plain definition at every vintage.
        var revision = Gen.Select(Gen.Int[0, 1], Gen.Int[1, 20], Gen.Int[1, 99]);
        revision.Array[1, 8].Array[3].Sample(
            runs =>
            {
                using var folder = new StoreFolder();
                using var store = Open(folder);
                store.IngestFiles(folder.Base(), StoreFolder.Options() with { Clock = new StoreFolder.FixedClock(StoreFolder.Clock.GetUtcNow().AddHours(-1)) });
                var told = new List<(int Run, int Fact, int Day, int Value)>();
                for (var run = 0; run < runs.Length; run++)
                {
                    var rows = runs[run].DistinctBy(r => (r.Item1, r.Item2)).ToList();
                    told.AddRange(rows.Select(r => (run, r.Item1, r.Item2, r.Item3)));
                    var clock = new StoreFolder.FixedClock(StoreFolder.Clock.GetUtcNow().AddHours(run));
                    store.IngestFiles(
                        [folder.Observations($"{run}.csv", [.. rows.Select(r => $"nvidia,revenue,,,2024-12-{r.Item1 + 30},{r.Item3},,,USD,filed,2025-01-{r.Item2:00},,run {run},")])],
                        StoreFolder.Options() with { Clock = clock });
                }

                for (var day = 1; day <= 20; day += 3)
                {
                    for (var run = 0; run < runs.Length; run++)
                    {
                        var vintage = new Vintage(new DateOnly(2025, 1, day), StoreFolder.Clock.GetUtcNow().AddHours(run));
                        var expected = told.Where(t => t.Run <= run && t.Day <= day).GroupBy(t => t.Fact)
                            .Select(g => g.OrderBy(t => t.Day).ThenBy(t => t.Run).Last()).OrderBy(t => t.Fact).Select(t => (decimal)t.Value);
                        store.ReadSeries("nvidia", "revenue", vintage).Select(o => o.Value.Low!.Value).ShouldBe(expected);
                        var batch = store.Read(new FactQuery(vintage));
                        FactSet.Cut(vintage, batch.Observations, batch.Flows, batch.Entities).Latest("revenue").Select(o => o.Value.Low!.Value).ShouldBe(expected);
                    }
                }
            },
            iter: 3);
    }

    [Fact]
    public void ReadPanel_EntitiesAndPeriods_GivesTheLatestOfEach()
    {
        using var store = Open(_folder);
        store.IngestFiles([.. _folder.Base(), _folder.Observations("facts.csv",
            "nvidia,revenue,,,2024-12-31,1,,,USD,filed,2025-02-01,filing,,", "nvidia,revenue,,,2024-12-31,2,,,USD,filed,2025-03-01,filing,,",
            "openai,revenue,,,2024-12-31,3,,,USD,press,2025-02-01,filing,,", "openai,revenue,,,2024-09-30,4,,,USD,press,2025-02-01,filing,,",
            "softbank,revenue,,,2024-12-31,5,,,USD,press,2025-02-01,filing,,", "nvidia,net-income,,,2024-12-31,6,,,USD,filed,2025-02-01,filing,,")], StoreFolder.Options());
        var panel = store.ReadPanel("revenue", ["nvidia", "openai"], [new DateOnly(2024, 12, 31)], StoreFolder.Today);
        panel.Select(o => (o.Entity, o.Value.Low!.Value)).ShouldBe([("nvidia", 2m), ("openai", 3m)]);
        store.ReadPanel("revenue", ["nvidia", "openai"], [new DateOnly(2024, 12, 31)], Vintage.At(new DateOnly(2025, 2, 1))).Select(o => o.Value.Low!.Value).ShouldBe([1m, 3m]);
        store.ReadPanel("revenue", [], [], StoreFolder.Today).Count.ShouldBe(4);
        store.ReadPanel("unheard-of", [], [], StoreFolder.Today).ShouldBeEmpty();
    }

    [Fact]
    public void Read_ConceptAndEntityFilter_LeavesOutTheRest()
    {
        using var store = Open(_folder);
        store.IngestFiles([.. _folder.Base(), _folder.Observations("facts.csv", Row("revenue", "1", "2025-05-28"), Row("net-income", "2", "2025-05-28"),
            Row("revenue", "3", "2025-05-28").Replace("nvidia", "openai", StringComparison.Ordinal))], StoreFolder.Options());
        var query = new FactQuery(StoreFolder.Today) { Concepts = ["revenue"], Entities = ["openai", "nobody"] };
        store.Read(query).Observations.ShouldHaveSingleItem().Value.ShouldBe(Amount.Point(3));
    }

    [Fact]
    public void Read_FlowsAmended_GivesEveryVisibleRevision()
    {
        using var store = Open(_folder);
        const string header = "id,from,to,from_name,to_name,kind,announced,low,high,currency,up_to,binding,counts_in_total,term_years,grade,published,source,what\n";
        var file = _folder.Write("flows.csv", header
            + "D1,nvidia,OpenAI,NVIDIA,OpenAI,equity_investment,2025-09-22,,100000000000,USD,true,letter-of-intent,true,,company,2025-09-22,filing,up to 100 bn\n"
            + "D1,nvidia,openai,NVIDIA,OpenAI,equity_investment,2025-09-22,30000000000,30000000000,USD,false,binding,true,4.5,company,2026-01-15,filing,signed for less\n");
        store.IngestFiles([file, .. _folder.Base()], StoreFolder.Options()).Quarantined.ShouldBe(0);
        var batch = store.Read(new FactQuery(StoreFolder.Today));
        batch.Flows.Count.ShouldBe(2);
        var latest = FactSet.Cut(StoreFolder.Today, batch.Observations, batch.Flows, batch.Entities).Flows.ShouldHaveSingleItem();
        latest.Value.ShouldBe(Amount.Point(30000000000m));
        latest.Stage.ShouldBe(FlowStage.Signed);
        latest.To.ShouldBe(["openai"]);
        latest.TermYears.ShouldBe(4.5);
        store.Read(new FactQuery(Vintage.At(new DateOnly(2025, 12, 31)))).Flows.ShouldHaveSingleItem().IsUpTo.ShouldBeTrue();
    }

    [Fact]
    public void Read_LicensedAndConfidential_AreReadableAndHeldBackAtTheExits()
    {
        using var store = Open(_folder);
        store.IngestFiles([.. _folder.Base(), _folder.Observations("facts.csv", Row("a", "1", "2025-05-28"),
            Row("b", "1", "2025-05-28").Replace("filing", "vendor", StringComparison.Ordinal), Row("c", "1", "2025-05-28").Replace("filing", "memo", StringComparison.Ordinal))], StoreFolder.Options());
        var facts = store.Read(new FactQuery(StoreFolder.Today)).Observations;
        facts.Select(f => f.Access).ShouldBe([AccessClass.Public, AccessClass.Licensed, AccessClass.Confidential]);
        AccessGate.Filter(facts, Exit.Export).Withheld.ShouldBe(2);
    }

    [Fact]
    public void DataVersion_SameFilesElsewhere_IsTheSame()
    {
        using var store = Open(_folder);
        using var otherFolder = new StoreFolder();
        using var other = Open(otherFolder);
        var file = _folder.Observations("facts.csv", Row("revenue", "1", "2025-05-28"));
        store.IngestFiles([.. _folder.Base(), file], StoreFolder.Options());
        other.IngestFiles([.. _folder.Base(), file], StoreFolder.Options() with { Clock = new StoreFolder.FixedClock(StoreFolder.Clock.GetUtcNow().AddDays(3)) });
        other.DataVersion.ShouldBe(store.DataVersion);
        store.DataVersion.Length.ShouldBe(12);
        other.IngestFiles([_folder.Observations("more.csv", Row("revenue", "2", "2025-06-28"))], StoreFolder.Options());
        other.DataVersion.ShouldNotBe(store.DataVersion);
    }

    [Fact]
    public void Ingest_Cancelled_LandsNothing()
    {
        using var store = Open(_folder);
        using var stop = new CancellationTokenSource();
        var rows = Enumerable.Range(0, 60_000).Select(i => Row($"concept-{i}", "1", "2025-05-28")).ToArray();
        var options = StoreFolder.Options() with { Progress = new Callback(_ => stop.Cancel()) };
        Should.Throw<OperationCanceledException>(() => store.IngestFiles([.. _folder.Base(), _folder.Observations("facts.csv", rows)], options, stop.Token));
        store.Runs().ShouldBeEmpty();
        store.Read(new FactQuery(StoreFolder.Today)).Observations.ShouldBeEmpty();
        store.IngestFiles([.. _folder.Base(), _folder.Path("facts.csv")], StoreFolder.Options()).Added.ShouldBe(60_006);
    }

    [Fact]
    public void Runs_AfterIngest_SayWhoWhenWhatAndHowMuch()
    {
        using var store = Open(_folder);
        var result = store.IngestFiles([.. _folder.Base(), _folder.Observations("facts.csv", Row("revenue", "1", "2025-05-28"), Row("revenue", "x", "2025-05-28"))], StoreFolder.Options());
        var run = store.Runs().ShouldHaveSingleItem();
        (run.Number, run.Who, run.What, run.State, run.Added, run.Quarantined).ShouldBe((1, "test", "ingest csv", "completed", 7L, 1L));
        run.RecordedAt.ShouldBe(StoreFolder.Clock.GetUtcNow());
        run.CodeVersion.ShouldNotBeEmpty();
        run.Files.Select(f => f.Kind).ShouldBe(["sources", "entities", "observations"]);
        result.Run.ShouldBe(1);
        store.Quarantine(1).ShouldHaveSingleItem().Column.ShouldBe("value");
        store.Quarantine(2).ShouldBeEmpty();
        store.Snapshots().Count.ShouldBe(3);
    }

    protected static string Row(string concept, string value, string published) =>
        $"nvidia,{concept},,2025-01-27,2025-04-27,{value},,,USD,filed,{published},filing,,";

    private sealed class Callback(Action<IngestProgress> report) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value) => report(value);
    }
}
