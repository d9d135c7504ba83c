using CsCheck;
using Froth.Core.Data;
using Froth.Core.Filings;
using Froth.Core.Time;
using Froth.Data.Ingest;
using Froth.Data.Sources;
using Froth.Data.Stores;

namespace Froth.IntegrationTests.Stores;

/// <summary>What every store has to do with responses of sources, and with the filed facts in them. An engine inherits this suite.</summary>
public abstract class SourceStoreConformance : IDisposable
{
    private readonly StoreFolder _folder = new();

    protected StoreFolder Folder => _folder;

    protected abstract IObservationStore Open(StoreFolder folder, params IReadOnlyList<ISource> sources);

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void Ingest_FiledFacts_ComeBackWhole()
    {
        using var store = Open(_folder);
        store.IngestFiles([_folder.Write("entities.csv", "id,name,kind,cik\nnvidia,NVIDIA,firm,0001045810\n")], StoreFolder.Options());
        var file = Toy("nv.toy", ToySource.Fact("1045810", "us-gaap:Revenues", "-44062000000.25"), ToySource.Fact("001045810", "us-gaap:Assets", "7", start: "-"));
        var result = store.IngestFiles([new IngestFile(file) { Name = "CIK.json", Url = "https://toy.example/nv", FetchedAt = StoreFolder.Clock.GetUtcNow().AddDays(-2) }], With(new ToySource()));
        result.Quarantined.ShouldBe(0, string.Join('\n', result.Problems));
        result.Files.ShouldHaveSingleItem().Kind.ShouldBe("toy:lines");
        var facts = Facts(store);
        facts.Count.ShouldBe(2);
        var fact = facts.Single(f => f.Tag == "us-gaap:Revenues");
        (fact.Entity, fact.Value, fact.Unit, fact.Form, fact.Dimension, fact.HasRoundedDates).ShouldBe(("nvidia", -44062000000.25m, "USD", "10-Q", "", false));
        fact.Period.ShouldBe(Period.Between(new DateOnly(2025, 1, 27), new DateOnly(2025, 4, 27)));
        fact.Filed.ShouldBe(new DateOnly(2025, 5, 28));
        fact.Accession.ToString().ShouldBe("0001045810-25-000116");
        fact.RecordedAt.ShouldBe(StoreFolder.Clock.GetUtcNow().AddMicroseconds(1));
        (fact.Accession.ToString(), fact.Tag, fact.Form, fact.Provenance.Locator).ShouldBe(("0001045810-25-000116", "us-gaap:Revenues", "10-Q", "CIK.json"));
        fact.Provenance.Source.ShouldBe(new Source("toy", "Toy office", "Toy source", "https://toy.example", null, "public domain", AccessClass.Public));
        store.FindSnapshot(fact.Provenance.SnapshotId).ShouldBe(File.ReadAllBytes(file));
        store.Snapshots().Single(s => s.Name == "CIK.json").FetchedAt.ShouldBe(StoreFolder.Clock.GetUtcNow().AddDays(-2));
        facts.Single(f => f.Tag == "us-gaap:Assets").Period.ShouldBe(Period.Instant(new DateOnly(2025, 4, 27)));
    }

    [Fact]
    public void Read_TagsAndEntities_LimitFiledFacts()
    {
        using var store = Open(_folder);
        store.IngestFiles([Toy("a.toy", ToySource.Fact("1", "a", "1"), ToySource.Fact("1", "b", "2"), ToySource.Fact("2", "a", "3"))], With(new ToySource()));
        store.Read(new FactQuery(StoreFolder.Today)).FiledFacts.ShouldBeEmpty();
        Facts(store).Select(f => f.Value).ShouldBe([1, 2, 3]);
        store.Read(new FactQuery(StoreFolder.Today) { FiledTags = ["a", "unheard-of"] }).FiledFacts.Select(f => f.Value).ShouldBe([1, 3]);
        store.Read(new FactQuery(StoreFolder.Today) { FiledTags = [], Entities = ["cik-2", "nobody"] }).FiledFacts.ShouldHaveSingleItem().Value.ShouldBe(3);
        store.Read(new FactQuery(StoreFolder.Today) { FiledTags = ["b"], Entities = ["cik-2"] }).FiledFacts.ShouldBeEmpty();
        store.Read(new FactQuery(StoreFolder.Today)).Entities.Find("cik-2")!.Name.English.ShouldBe("Firm 2");
    }

    [Fact]
    public void Ingest_LaterRecording_AddsOnlyWhatIsNew()
    {
        using var store = Open(_folder);
        var first = ToySource.Fact("1", "a", "1");
        store.IngestFiles([Toy("one.toy", first)], With(new ToySource()));
        store.IngestFiles([Toy("one.toy", first)], With(new ToySource())).Unchanged.ShouldBeTrue();
        var result = store.IngestFiles([Toy("two.toy", first, ToySource.Fact("1", "a", "2", accession: "0000000001-25-000002"), ToySource.Fact("2", "a", "3"))], With(new ToySource()));
        (result.Added, result.Duplicates).ShouldBe((3, 1));
        Facts(store).Select(f => f.Value).ShouldBe([1, 2, 3]);
        var third = store.IngestFiles([Toy("three.toy", first, "refuse /x no matter")], With(new ToySource()));
        (third.Added, third.Duplicates, third.Quarantined).ShouldBe((0, 1, 1));
    }

    [Fact]
    public void Ingest_SameFactsInTwoFilesOfOneRun_AreAddedOnce()
    {
        using var store = Open(_folder);
        var result = store.IngestFiles([Toy("a.toy", ToySource.Fact("1", "a", "1")), Toy("b.toy", ToySource.Fact("1", "a", "1"), ToySource.Fact("1", "b", "2"))], With(new ToySource()));
        Facts(store).Select(f => f.Value).ShouldBe([1, 2]);
        result.Duplicates.ShouldBe(1);
    }

    [Fact]
    public void Read_RandomFilings_ShowsEveryRevisionOfTheVintage()
    {
        // Three runs tell random facts: the store must agree with the plain definition at every vintage.
        var fact = Gen.Select(Gen.Int[1, 3], Gen.Int[1, 20], Gen.Int[1, 5]);
        fact.Array[1, 8].Array[3].Sample(
            runs =>
            {
                using var folder = new StoreFolder();
                using var store = Open(folder);
                var told = new List<(int Run, int Firm, int Day, int Value)>();
                for (var run = 0; run < runs.Length; run++)
                {
                    var rows = runs[run].Distinct().ToList();
                    foreach (var (firm, day, value) in rows)
                    {
                        if (!told.Any(t => (t.Firm, t.Day, t.Value) == (firm, day, value))) told.Add((run, firm, day, value));
                    }

                    var file = folder.Write($"{run}.toy", "toy\n" + string.Concat(rows.Select(r => ToySource.Fact($"{r.Item1}", "a", $"{r.Item3}", $"2025-06-{r.Item2:00}") + "\n")) + $"refuse r{run} makes the bytes differ\n");
                    store.IngestFiles([file], With(new ToySource()) with { Clock = new StoreFolder.FixedClock(StoreFolder.Clock.GetUtcNow().AddHours(run)) });
                }

                foreach (var day in (int[])[1, 7, 20])
                {
                    for (var run = 0; run < runs.Length; run++)
                    {
                        var vintage = new Vintage(new DateOnly(2025, 6, day), StoreFolder.Clock.GetUtcNow().AddHours(run));
                        var expected = told.Where(t => t.Run <= run && t.Day <= day).Select(t => ($"cik-{t.Firm}", t.Day, (decimal)t.Value)).Order();
                        store.Read(new FactQuery(vintage) { FiledTags = [] }).FiledFacts.Select(f => (f.Entity, f.Filed.Day, f.Value)).Order().ShouldBe(expected);
                    }
                }
            },
            iter: 3);
    }

    [Fact]
    public void Ingest_RowsOfSource_PassTheChecksOfACsv()
    {
        using var store = Open(_folder);
        store.IngestFiles(_folder.Base(), StoreFolder.Options());
        const string sound = "entity=NVIDIA|concept=revenue|end=2025-01-01|value=5|unit=USD|grade=filed|published=2025-01-02|note=a, \"b\"";
        var file = Toy("rows.toy", $"row observations /a/0 {sound}", $"row observations /a/1 {sound}", $"row observations /a/2 {sound.Replace("value=5", "value=6", StringComparison.Ordinal)}",
            $"row observations /a/3 {sound.Replace("NVIDIA", "Nobody", StringComparison.Ordinal)}", $"row observations /a/4 {sound.Replace("note=a", "note==a", StringComparison.Ordinal)}",
            "row entities /e/0 id=newco|name=Newco|kind=lab", "row flows /f/0 id=D1|from=newco|to=nvidia|kind=equity_investment|announced=2025-01-02|low=1|high=1|currency=USD|published=2025-01-02",
            "row events /v/0 id=V1|date=2025-13-01|category=c|what=w");
        var result = store.IngestFiles([file], With(new ToySource()));
        (result.Added, result.Duplicates, result.Quarantined).ShouldBe((4, 1, 4), string.Join('\n', result.Problems));
        var batch = store.Read(new FactQuery(StoreFolder.Today));
        var fact = batch.Observations.ShouldHaveSingleItem();
        (fact.Entity, fact.Note, fact.Provenance.Locator, fact.Provenance.Source.Id).ShouldBe(("nvidia", "a, \"b\"", "/a/0 (rows.toy)", "toy"));
        batch.Flows.ShouldHaveSingleItem().From.ShouldBe(["newco"]);
        var refused = store.Quarantine().OrderBy(q => q.Locator, StringComparer.Ordinal).ToList();
        refused.Select(q => (q.File, q.Line, q.Locator, q.Column)).ShouldBe(
            [("rows.toy", 0, "/a/2", "value"), ("rows.toy", 0, "/a/3", "entity"), ("rows.toy", 0, "/a/4", "note"), ("rows.toy", 0, "/v/0", "date")]);
        refused[0].Reason.ShouldStartWith("contradicts an earlier row,");
        refused[1].ToString().ShouldBe("rows.toy, /a/3, column entity: unknown entity 'Nobody'; add it to an entities file or use an id, name or alias that is known");
    }

    [Fact]
    public void Ingest_ImpossibleFacts_AreRefusedAndTheRestLands()
    {
        using var store = Open(_folder);
        var file = Toy("a.toy", ToySource.Fact("1", "a", "1", filed: "2026-02-01"), ToySource.Fact("1", "b", "2"), ToySource.Fact("1", "c", "3", start: "2025-05-01"), ToySource.Fact("1", "d", "4"));
        store.IngestFiles([file], With(new ToySource())).Quarantined.ShouldBe(2);
        Facts(store).Select(f => (f.Tag, f.Value)).ShouldBe([("b", 2m), ("d", 4m)]);
        store.Quarantine().Select(q => (q.Locator, q.Column)).ShouldBe([("0001045810-25-000116 a 10-Q", "filed"), ("0001045810-25-000116 c 10-Q", "start")]);
        Should.Throw<IngestRejectedException>(() => store.IngestFiles([Toy("b.toy", ToySource.Fact("9", "x", "1"), ToySource.Fact("9", "a", "1", filed: "2026-02-01"))], With(new ToySource()) with { Strict = true }));
        Facts(store).Count.ShouldBe(2);
    }

    [Fact]
    public void Ingest_UnusableFileAmongOthers_LandsNothingOfItAndAllOfThem()
    {
        using var store = Open(_folder);
        var broken = Toy("broken.toy", ToySource.Fact("1", "a", "1"), "row entities /e id=ghost|name=Ghost|kind=lab", "land", "break");
        var result = store.IngestFiles([broken, Toy("sound.toy", ToySource.Fact("1", "a", "2"), "name /n Ghost")], With(new ToySource()));
        Facts(store).ShouldHaveSingleItem().Value.ShouldBe(2);
        store.Read(new FactQuery(StoreFolder.Today)).Entities.All.Select(e => e.Id).ShouldBe(["cik-1"]);
        result.Problems.ShouldHaveSingleItem().ToString().ShouldBe("broken.toy: broken.toy breaks off; fetch it again.");
        Should.Throw<IngestRejectedException>(() => store.IngestFiles([broken], With(new ToySource()))).Message.ShouldContain("breaks off");
        store.Runs().Count.ShouldBe(1);
    }

    [Fact]
    public void Ingest_FileOfAnotherSource_IsRefusedAndTheRightSourceNamed()
    {
        using var store = Open(_folder, new ToySource(), new ToySource("other"));
        var file = Toy("a.toy", ToySource.Fact("1", "a", "1"));
        Should.Throw<IngestRejectedException>(() => store.IngestFiles([file], StoreFolder.Options())).Message.ShouldContain("try 'froth ingest toy --file a.toy'");
        var thrown = Should.Throw<IngestRejectedException>(() => store.IngestFiles([file], With(new ToySource("other"))));
        thrown.Message.ShouldContain("this is not a file of Toy source (other)");
        thrown.Message.ShouldContain("try 'froth ingest toy --file a.toy'");
    }

    [Fact]
    public void Ingest_SameBytesWithOtherArguments_AreReadAgain()
    {
        using var store = Open(_folder);
        store.IngestFiles(_folder.Base(), StoreFolder.Options());
        var file = Toy("a.toy", "argument");
        store.IngestFiles([file], With(new ToySource()) with { Arguments = SourceArguments.None.With("concept", "first") }).Added.ShouldBe(2);
        store.IngestFiles([file], With(new ToySource()) with { Arguments = SourceArguments.None.With("concept", "first") }).Unchanged.ShouldBeTrue();
        store.IngestFiles([new IngestFile(file) { Arguments = SourceArguments.None.With("concept", "second") }], With(new ToySource())).Added.ShouldBe(1);
        store.Read(new FactQuery(StoreFolder.Today)).Observations.Select(o => o.Concept).ShouldBe(["first", "second"], ignoreOrder: true);
    }

    [Fact]
    public void Ingest_StricterAccess_MakesItsOwnPublication()
    {
        using var store = Open(_folder);
        store.IngestFiles([Toy("a.toy", ToySource.Fact("1", "a", "1"))], With(new ToySource()));
        store.IngestFiles([Toy("b.toy", ToySource.Fact("2", "a", "1"), "refuse /x secret piece")], With(new ToySource()) with { DefaultAccess = AccessClass.Confidential });
        Facts(store).Select(f => f.Provenance.Source.Access).ShouldBe([AccessClass.Public, AccessClass.Confidential]);
        store.Quarantine().ShouldHaveSingleItem().Raw.ShouldContain("withheld");
    }

    [Fact]
    public void FindFiling_FilingsAndFacts_AnswerAParser()
    {
        using var store = Open(_folder);
        store.IngestFiles(_folder.Base(), StoreFolder.Options());
        store.IngestFiles([_folder.Write("filings.csv", "id,entity,form,published,period,title\n0001045810-25-000023,NVIDIA,10-K,2025-02-26,2025-01-26,Annual report\n")], StoreFolder.Options()).Added.ShouldBe(1);
        store.IngestFiles([Toy("a.toy", ToySource.Fact("1", "a", "1"))], With(new ToySource()));
        var asking = new ToySource();
        store.IngestFiles([Toy("b.toy", "filing 0001045810-25-000023", "filing 0001045810-25-000116", "filing 0001045810-25-000999", "period nvidia 10-K 2025-01-26", "period nvidia 10-Q 2025-01-26")], With(asking));
        var annual = new KnownFiling(new Accession(104581025000023), "10-K", new DateOnly(2025, 2, 26));
        asking.Found.ShouldBe([annual, new KnownFiling(new Accession(104581025000116), "10-Q", new DateOnly(2025, 5, 28)), null, annual, null]);
        var filing = store.ReadFilings("nvidia", StoreFolder.Today).ShouldHaveSingleItem();
        (filing.Id, filing.Form, filing.Published, filing.Period, filing.Title).ShouldBe(("0001045810-25-000023", "10-K", new DateOnly(2025, 2, 26), new DateOnly(2025, 1, 26), "Annual report"));
        store.ReadFilings("nvidia", Vintage.At(new DateOnly(2025, 2, 25))).ShouldBeEmpty();
    }

    [Fact]
    public void EntityNamed_NamesOfAllKinds_AreSettledOrPutBeforeAPerson()
    {
        using var store = Open(_folder);
        store.IngestFiles(_folder.Base(), StoreFolder.Options());
        var file = Toy("names.toy", "name /0 nvidia corp", "name /1 ＮＶＩＤＩＡ, Inc.", "name /2 OPENAI, L.L.C.", "name /3 SoftBanks", "name /4 Nobody At All", "name /5 Nobody At All");
        store.IngestFiles([file], With(new ToySource())).Reviews.ShouldBe(2);
        store.Read(new FactQuery(StoreFolder.Today)).Observations.Select(o => o.Entity).ShouldBe(["nvidia", "openai"], ignoreOrder: true);
        var reviews = store.EntityReviews();
        reviews.Select(r => (r.File, r.Locator, r.Name, r.Candidate)).ShouldBe([("names.toy", "/3", "SoftBanks", "softbank"), ("names.toy", "/4", "Nobody At All", "")]);
        reviews[0].Score.ShouldBeInRange(0.9, 0.999);
    }

    [Fact]
    public void Ingest_FiledFactsAsCsv_TellTheSame()
    {
        using var store = Open(_folder);
        const string header = "entity,tag,dimension,start,end,value,unit,accession,form,filed,source\n";
        var file = _folder.Write("filed.csv", header + "nvidia,us-gaap:Revenues,,2025-01-27,2025-04-27,1.5,USD,0001045810-25-000116,10-Q,2025-05-28,filing\n"
            + "nvidia,us-gaap:Revenues,,2025-01-27,2025-04-27,1.50,USD,0001045810-25-000116,10-Q,2025-05-28,filing\n"
            + "Nvidia Corp,us-gaap:Assets,seg=x,,2025-04-27,2,USD,,,2025-05-28,\nnvidia,us-gaap:Assets,,,2025-04-27,2,USD,12,10-Q,2025-05-28,\n");
        var result = store.IngestFiles([.. _folder.Base(), file], StoreFolder.Options());
        (result.Duplicates, result.Quarantined).ShouldBe((1, 1), string.Join('\n', result.Problems));
        result.Problems[0].Column.ShouldBe("accession");
        var facts = Facts(store);
        facts.Select(f => (f.Tag, f.Dimension, f.Value, f.Provenance.Source.Publisher)).ShouldBe([("us-gaap:Revenues", "", 1.5m, "SEC"), ("us-gaap:Assets", "seg=x", 2m, "own file")], ignoreOrder: true);
    }

    protected string Toy(string name, params string[] lines) => _folder.Write(name, $"toy\n{string.Concat(lines.Select(l => l + "\n"))}");

    protected static IngestOptions With(ISource source) => StoreFolder.Options() with { Source = source };

    protected static IReadOnlyList<FiledFact> Facts(IObservationStore store) => store.Read(new FactQuery(StoreFolder.Today) { FiledTags = [] }).FiledFacts;
}
