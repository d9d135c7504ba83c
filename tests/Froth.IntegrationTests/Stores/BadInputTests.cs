using System.Text;
using Froth.Data.Ingest;
using Froth.Data.Stores;

namespace Froth.IntegrationTests.Stores;

/// <summary>Bad rows go to quarantine with file, line, column and reason; the sound rows of the file land.</summary>
public sealed class BadInputTests : IDisposable
{
    private const string Sound = "nvidia,sound,,,2025-04-27,1,,,USD,filed,2025-05-28,filing,,";
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("nvidia,c,,,2025-02-30,1,,,USD,filed,2025-05-28,filing,,", "end", "'2025-02-30' is not a date")]
    [InlineData("nvidia,c,,,27/04/2025,1,,,USD,filed,2025-05-28,filing,,", "end", "is not a date")]
    [InlineData("nvidia,c,,2025-05-01,2025-04-27,1,,,USD,filed,2025-05-28,filing,,", "start", "starts after it ends")]
    [InlineData("nvidia,c,,,2025-04-27,\"1,2.3\",,,USD,filed,2025-05-28,filing,,", "value", "'1,2.3' is not a number")]
    [InlineData("nvidia,c,,,2025-04-27,NaN,,,USD,filed,2025-05-28,filing,,", "value", "'NaN' is not a number")]
    [InlineData("nvidia,c,,,2025-04-27,1e400,,,USD,filed,2025-05-28,filing,,", "value", "does not fit")]
    [InlineData("nvidia,c,,,2025-04-27,1e-19,,,USD,filed,2025-05-28,filing,,", "value", "is not rounded")]
    [InlineData("nvidia,c,,,2025-04-27,12345678901234567890.12345678901,,,USD,filed,2025-05-28,filing,,", "value", "is not rounded")]
    [InlineData("nvidia,c,,,2025-04-27,,,,USD,filed,2025-05-28,filing,,", "value", "at least one of")]
    [InlineData("nvidia,c,,,2025-04-27,,3,2,USD,filed,2025-05-28,filing,,", "low", "low 3 is above high 2")]
    [InlineData("nvidia,c,,,2025-04-27,9,1,2,USD,filed,2025-05-28,filing,,", "value", "outside low to high")]
    [InlineData("nvidia,c,,,2025-04-27,1,,,furlong,filed,2025-05-28,filing,,", "unit", "unknown unit 'furlong'")]
    [InlineData("nobody,c,,,2025-04-27,1,,,USD,filed,2025-05-28,filing,,", "entity", "unknown entity 'nobody'")]
    [InlineData("nvidia,c,,,2025-04-27,1,,,USD,sworn,2025-05-28,filing,,", "grade", "unknown grade 'sworn'")]
    [InlineData("nvidia,c,,,2025-04-27,1,,,USD,filed,2025-05-28,nowhere,,", "source", "unknown source 'nowhere'")]
    [InlineData("nvidia,c,,,2025-04-27,1,,,USD,filed,2026-02-01,filing,,", "published", "lies after the run's date 2026-01-31")]
    [InlineData("nvidia,c,,,2025-04-27,1,,,USD,filed,,filing,,", "published", "the cell is empty")]
    [InlineData("nvidia,=1+1,,,2025-04-27,1,,,USD,filed,2025-05-28,filing,,", "concept", "formula")]
    [InlineData("nvidia,c,@x,,2025-04-27,1,,,USD,filed,2025-05-28,filing,,", "dimension", "formula")]
    [InlineData("nvidia,c,,,2025-04-27,1,,,USD,filed,2025-05-28,filing,,\"=HYPERLINK(\"\"x\"\")\"", "note", "formula")]
    [InlineData("nvidia,c,,,2025-04-27,1,,,USD,filed,2025-05-28,filing,\tx,", "locator", "formula")]
    [InlineData("nvidia,c,,,2025-04-27,1,,,USD,filed,2025-05-28,filing,,,extra", "", "15 fields")]
    [InlineData("nvidia,c,,,2025-04-27,1,,,USD,filed,2025-05-28", "source", "11 fields")]
    [InlineData("nvidia,c,,,2025-04-27,1,,,USD,filed,2025-05-28,filing,,a \"word\"", "", "quote stands inside")]
    [InlineData("nvidia,c,,,2025-04-27,1,,,USD,filed,2025-05-28,filing,,\"a\" b", "", "follows a closing quote")]
    public void Ingest_BadRow_IsQuarantinedAndTheRestLands(string row, string column, string reason)
    {
        using var store = new DuckDbStore(_folder.StorePath);
        var result = store.IngestFiles([.. _folder.Base(), _folder.Observations("facts.csv", Sound, row, Sound.Replace("sound", "after", StringComparison.Ordinal))], StoreFolder.Options());
        result.Quarantined.ShouldBe(1, string.Join('\n', result.Problems));
        var refused = store.Quarantine().ShouldHaveSingleItem();
        (refused.File, refused.Line, refused.Column).ShouldBe(("facts.csv", 3, column));
        refused.Reason.ShouldContain(reason);
        refused.Raw.ShouldStartWith(row[..10]);
        refused.ToString().ShouldStartWith("facts.csv, line 3");
        store.Read(new FactQuery(StoreFolder.Today)).Observations.Select(o => o.Concept).ShouldBe(["sound", "after"], ignoreOrder: true);
    }

    [Fact]
    public void Ingest_BadRowStrict_LandsNothingAndSaysWhere()
    {
        using var store = new DuckDbStore(_folder.StorePath);
        var thrown = Should.Throw<IngestRejectedException>(() =>
            store.IngestFiles([.. _folder.Base(), _folder.Observations("facts.csv", Sound, Sound.Replace("USD", "EURO", StringComparison.Ordinal))], StoreFolder.Options(strict: true)));
        thrown.Message.ShouldContain("facts.csv, line 3, column unit: unknown unit 'EURO'");
        thrown.Problems.Count.ShouldBe(1);
        store.Runs().ShouldBeEmpty();
        store.Read(new FactQuery(StoreFolder.Today)).Observations.ShouldBeEmpty();
    }

    [Fact]
    public void Ingest_DuplicateKeysWithDifferentValues_KeepsTheFirstAndNamesItsLine()
    {
        using var store = new DuckDbStore(_folder.StorePath);
        var other = Sound.Replace(",1,,,", ",2,,,", StringComparison.Ordinal);
        var result = store.IngestFiles([.. _folder.Base(), _folder.Observations("facts.csv", Sound, other, Sound, other)], StoreFolder.Options());
        (result.Added, result.Duplicates, result.Quarantined).ShouldBe((7, 1, 2));
        store.Quarantine().ShouldAllBe(q => q.Reason.Contains("contradicts line 2", StringComparison.Ordinal));
        store.Read(new FactQuery(StoreFolder.Today)).Observations.ShouldHaveSingleItem().Double.ShouldBe(1);
    }

    [Theory]
    [InlineData("entity,concept,end,unit,published,value,colour\n", "colour", "unknown column 'colour'")]
    [InlineData("entity,concept,end,published,value\n", "unit", "missing column 'unit'")]
    [InlineData("entity,concept,end,unit,published,value,value\n", "value", "twice")]
    [InlineData("", "", "the file is empty")]
    [InlineData("\"entity,concept\n", "", "a quote is never closed")]
    public void Ingest_WrongHeader_RejectsTheFile(string text, string column, string reason)
    {
        using var store = new DuckDbStore(_folder.StorePath);
        var thrown = Should.Throw<IngestRejectedException>(() => store.IngestFiles([_folder.Write("facts.csv", text)], StoreFolder.Options()));
        var problem = thrown.Problems.ShouldHaveSingleItem();
        (problem.File, problem.Line, problem.Column).ShouldBe(("facts.csv", 1, column));
        problem.Reason.ShouldContain(reason);
        thrown.Message.ShouldContain("facts.csv");
    }

    [Fact]
    public void Ingest_MissingFile_IsNamed()
    {
        using var store = new DuckDbStore(_folder.StorePath);
        Should.Throw<IngestRejectedException>(() => store.IngestFiles([_folder.Path("absent.csv")], StoreFolder.Options())).Message.ShouldContain("absent.csv");
    }

    [Fact]
    public void Ingest_InvalidUtf8_NamesTheColumn()
    {
        byte[] row = [.. "nvidia,c,,,2025-04-27,1,,,USD,filed,2025-05-28,filing,,bad "u8, 0xC3, 0x28, (byte)'\n'];
        var refused = Single([.. Encoding.UTF8.GetBytes($"{StoreFolder.Header}\n{Sound}\n"), .. row]);
        (refused.Line, refused.Column).ShouldBe((3, "note"));
        refused.Reason.ShouldContain("UTF-8");
    }

    [Fact]
    public void Ingest_OverLongLine_IsSkippedAndTheRowsAfterItLand()
    {
        var longRow = "nvidia,c,,,2025-04-27,1,,,USD,filed,2025-05-28,filing,," + new string('x', 3 << 20);
        var refused = Single(Encoding.UTF8.GetBytes($"{StoreFolder.Header}\n{longRow}\n{Sound}\n"));
        refused.Line.ShouldBe(2);
        refused.Reason.ShouldContain("longer than 1,048,576 bytes");
        refused.Raw.Length.ShouldBeLessThan(510);
    }

    [Fact]
    public void Ingest_UnclosedQuoteAtTheEnd_KeepsTheRowsBefore()
    {
        var refused = Single(Encoding.UTF8.GetBytes($"{StoreFolder.Header}\n{Sound}\nnvidia,c,,,2025-04-27,1,,,USD,filed,2025-05-28,filing,,\"cut off\n{Sound}"));
        refused.Line.ShouldBe(3);
        refused.Reason.ShouldContain("never closed");
    }

    [Fact]
    public void Ingest_LastRowCutOff_SaysSo()
    {
        var refused = Single(Encoding.UTF8.GetBytes($"{StoreFolder.Header}\n{Sound}\nnvidia,c,,,2025-0"));
        (refused.Line, refused.Column).ShouldBe((3, "value"));
        refused.Reason.ShouldContain("the file is cut off");
    }

    [Fact]
    public void Ingest_ByteOrderMarkAndCarriageReturns_AreRead()
    {
        using var store = new DuckDbStore(_folder.StorePath);
        var note = "\"two\r\nlines\"";
        var text = $"{StoreFolder.Header}\r\n{Sound}{note}\r\n\r\n{Sound.Replace("sound", "after", StringComparison.Ordinal)}\r\n";
        store.IngestFiles([.. _folder.Base(), _folder.Write("facts.csv", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)])], StoreFolder.Options()).Quarantined.ShouldBe(0);
        var facts = store.Read(new FactQuery(StoreFolder.Today)).Observations.OrderBy(o => o.Concept).ToList();
        facts[1].Note.ShouldBe("two\r\nlines");
        facts[0].Provenance.Locator.ShouldBe("facts.csv:5");
    }

    [Fact]
    public void Ingest_RowsQuarantinedForAnUnknownEntity_LandOnceItIsKnown()
    {
        using var store = new DuckDbStore(_folder.StorePath);
        var file = _folder.Observations("facts.csv", Sound, Sound.Replace("nvidia", "newcomer", StringComparison.Ordinal));
        store.IngestFiles([.. _folder.Base(), file], StoreFolder.Options()).Quarantined.ShouldBe(1);
        store.IngestFiles([file], StoreFolder.Options()).Unchanged.ShouldBeTrue();
        store.Quarantine().Count.ShouldBe(1);
        store.IngestFiles([_folder.Write("more.csv", "id,name,kind\nnewcomer,Newcomer,lab\n"), file], StoreFolder.Options()).Added.ShouldBe(2);
        store.Read(new FactQuery(StoreFolder.Today)).Observations.Count.ShouldBe(2);
    }

    [Fact]
    public void Ingest_SourceToldInTheRow_IsKeptOnce()
    {
        using var store = new DuckDbStore(_folder.StorePath);
        const string header = "entity,concept,end,value,unit,published,publisher,title,url,source_date,licence,access\n";
        var file = _folder.Write("facts.csv", header + "nvidia,a,2025-04-27,1,USD,2025-05-28,SEC,10-Q,https://x,2025-05-28,public domain,licensed\n"
            + "nvidia,b,2025-04-27,1,USD,2025-05-28,SEC,10-Q,https://x,2025-05-28,public domain,licensed\nnvidia,c,2025-04-27,1,USD,2025-05-28,,,,,,\n");
        store.IngestFiles([_folder.Write("entities.csv", StoreFolder.Entities), file], StoreFolder.Options()).Quarantined.ShouldBe(0);
        var sources = store.Read(new FactQuery(StoreFolder.Today)).Observations.OrderBy(o => o.Concept).Select(o => o.Provenance.Source).ToList();
        sources[0].ShouldBe(sources[1]);
        (sources[0].Publisher, sources[0].Access).ShouldBe(("SEC", Froth.Core.Data.AccessClass.Licensed));
        sources[2].Title.ShouldBe("facts.csv");
        store.Describe().Counts["sources"].ShouldBe(1);
    }

    private QuarantinedRow Single(byte[] observations)
    {
        using var store = new DuckDbStore(_folder.StorePath);
        store.IngestFiles([.. _folder.Base(), _folder.Write("facts.csv", observations)], StoreFolder.Options()).Quarantined.ShouldBe(1);
        store.Read(new FactQuery(StoreFolder.Today)).Observations.ShouldHaveSingleItem().Concept.ShouldBe("sound");
        return store.Quarantine().ShouldHaveSingleItem();
    }
}
