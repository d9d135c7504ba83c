using System.Globalization;
using Froth.Core;
using Froth.Core.Entities;
using Froth.Data.Sources;
using Froth.Data.Sources.Prices;
using Froth.IntegrationTests.Sources.Tables;

namespace Froth.IntegrationTests.Sources.Prices;

public sealed class PricesTests : IDisposable
{
    private static readonly Entity Share = new() { Id = "acme", Name = Bilingual.Same("Acme"), Kind = EntityKind.Firm };
    private static readonly Entity Index = new() { Id = "an-index", Name = Bilingual.Same("An index"), Kind = EntityKind.Market };

    private readonly TableFolder _folder = new();
    private readonly PricesSource _source = new();

    // Counts, days and sums were taken from the recorded files by other means.
    [Theory]
    [InlineData("msanet_NVDA.csv", "acme", "yes", "price-adjusted-close", 3758, "2010-06-29", "2025-06-05", "65756.201443958", "USD")]
    [InlineData("msanet_IXIC.csv", "an-index", "no", "price-close", 3758, "2010-06-29", "2025-06-05", "30471832.008030", "index")]
    [InlineData("nasdaq_dotcom_1994_2000.csv", "an-index", "both", "price-close", 1563, "1994-01-03", "2000-03-10", "2437734.350218", "index")]
    [InlineData("vega_sp500-2000.csv", "an-index", null, "price-adjusted-close", 5105, "2000-01-03", "2020-04-17", "8145749.726481", "index")]
    [InlineData("vix-daily.csv", "an-index", "no", "price-close", 9235, "1990-01-02", "2026-07-23", "179550.590000", "index")]
    public void Parse_RecordedFiles_KeepEveryClose(string file, string entity, string? adjusted, string concept, int count, string first, string last, string sum, string unit)
    {
        var arguments = TableFolder.Arguments(("entity", entity));
        if (adjusted is not null) arguments = arguments.With("adjusted", adjusted);
        var sink = RecordingSink.Parse(_source, Repository.Shared("samples", "prices", file), TableFolder.Today, arguments, Share, Index);
        sink.Refused.ShouldBeEmpty();
        var rows = Observations(sink).Where(r => r["concept"] == concept).ToList();
        rows.Count.ShouldBe(count);
        (rows[0]["end"], rows[^1]["end"]).ShouldBe((first, last));
        rows.Sum(r => decimal.Parse(r["value"], CultureInfo.InvariantCulture)).ShouldBe(decimal.Parse(sum, CultureInfo.InvariantCulture));
        rows.ShouldAllBe(r => r["unit"] == unit && r["published"] == r["end"] && r["entity"] == entity && r["note"] == "");
    }

    [Fact]
    public void Parse_RecordedVolume_IsACount()
    {
        var sink = RecordingSink.Parse(_source, Repository.Shared("samples", "prices", "msanet_NVDA.csv"), TableFolder.Today, TableFolder.Arguments(("entity", "acme"), ("adjusted", "yes")), Share);
        var rows = Observations(sink).Where(r => r["concept"] == "volume").ToList();
        rows.Sum(r => decimal.Parse(r["value"], CultureInfo.InvariantCulture)).ShouldBe(1817133802200m);
        rows.ShouldAllBe(r => r["unit"] == "count");
        Observations(sink).ShouldAllBe(r => r["concept"] != "price-close", "nothing in the file is a price as traded");
    }

    [Fact]
    public void Parse_OneCloseWithoutWord_IsNotGuessed()
    {
        var one = _folder.Write("a.csv", "Date,Close,Volume\n2024-01-02,10,5\n");
        Fault(one, ("entity", "acme")).ShouldContain("--adjusted yes or --adjusted no");
        Fault(one, ("entity", "acme"), ("adjusted", "both")).ShouldContain("only one closing price");
        Fault(one, ("entity", "acme"), ("adjusted", "perhaps")).ShouldContain("'perhaps' is not known");
        Fault(one, ("adjusted", "no")).ShouldContain("whose prices");
        Fault(one, ("adjusted", "no"), ("entity", "nobody")).ShouldContain("No entity is called 'nobody'");
        Fault(one, ("adjusted", "no"), ("entity", "acme"), ("currency", "doubloons")).ShouldContain("three letters");
        var adjusted = _folder.Write("b.csv", "date,ADJ CLOSE\n2024-01-02,10\n");
        Fault(adjusted, ("entity", "acme"), ("adjusted", "no")).ShouldContain("only adjusted prices");
        Observations(Parse(adjusted, ("entity", "acme"))).Single()["concept"].ShouldBe("price-adjusted-close");
    }

    [Fact]
    public void Parse_BothCloses_StayApart()
    {
        var path = _folder.Write("a.csv", "VOLUME,Adj Close,date,Close,open\n5,2.5,2024/1/2,10,9\n");
        Observations(Parse(path, ("entity", "acme"), ("currency", "EUR"))).Select(r => (r["concept"], r["value"], r["unit"])).ShouldBe(
            [("price-close", "10", "EUR"), ("price-adjusted-close", "2.5", "EUR"), ("volume", "5", "count")]);
        Observations(Parse(path, ("entity", "acme"), ("adjusted", "yes"))).Select(r => r["concept"]).ShouldBe(["price-adjusted-close", "volume"]);
        Observations(Parse(path, ("entity", "acme"), ("adjusted", "no"))).Select(r => r["concept"]).ShouldBe(["price-close", "volume"]);
        Observations(Parse(path, ("ticker", "NEW"))).ShouldAllBe(r => r["entity"] == "ticker-new");
    }

    [Fact]
    public void Parse_BadRows_AreRefusedAndTheRestLands()
    {
        var path = _folder.Write("a.csv", "Date,High,Low,Close,Volume\n2024-01-03,11,9,10,1\n2024-01-02,11,9,NaN,1\n2024-01-04,11,9,-10,1\n2024-01-05,8,9,8.5,1\n"
            + "2024-01-03,11,9,10.5,1\n2024-02-30,11,9,10,1\n2024-01-08,11,9,10\n2024-01-09,11,9,,1\n2024-01-10,11,9,10,-1\n2024-01-01,,,9.5,\n");
        var sink = Parse(path, ("entity", "acme"), ("adjusted", "no"));
        Observations(sink).Where(r => r["concept"] == "price-close").Select(r => (r["end"], r["value"])).ShouldBe([("2024-01-01", "9.5"), ("2024-01-03", "10")]);
        sink.Refused.Select(r => (r.Locator, r.Column)).ShouldBe(
        [
            ("line 3", "Close"), ("line 4", "Close"), ("line 5", "high"), ("line 6", "date"), ("line 7", "date"), ("line 8", ""), ("line 9", "Close"), ("line 10", "Volume"),
        ]);
    }

    [Fact]
    public void Parse_LongGap_IsNotedOnTheRowAfterIt()
    {
        var path = _folder.Write("a.csv", "date,close,volume\n2024-01-20,3,\n2024-01-02,1,\n2024-01-09,2,\n");
        Observations(Parse(path, ("entity", "acme"), ("adjusted", "no"))).Select(r => r["note"]).ShouldBe(["", "", "after a gap of 11 days"]);
    }

    [Fact]
    public void Parse_DatesWithTheYearLast_NeedTheirForm()
    {
        var path = _folder.Write("a.csv", "date,close,volume\n01/02/2024,3,\n");
        Fault(path, ("entity", "acme"), ("adjusted", "no")).ShouldContain("--date-format");
        Observations(Parse(path, ("entity", "acme"), ("adjusted", "no"), ("date-format", "dd/MM/yyyy"))).Single()["end"].ShouldBe("2024-02-01");
    }

    [Fact]
    public void Parse_Access_TravelsWithTheSource()
    {
        var path = _folder.Write("a.csv", "date,close,volume\n2024-01-02,1,\n");
        var sink = Parse(path, ("entity", "acme"), ("adjusted", "no"));
        var source = sink.Rows.Single(r => r.Table == "sources");
        source["access"].ShouldBe("licensed");
        Observations(sink).Single()["source"].ShouldBe(source["id"]);
        Parse(path, ("entity", "acme"), ("adjusted", "no"), ("access", "public")).Rows.Single(r => r.Table == "sources")["access"].ShouldBe("public");
        Fault(path, ("entity", "acme"), ("adjusted", "no"), ("access", "secret")).ShouldContain("'secret' is not known");
    }

    [Fact]
    public void Recognise_OtherTables_AreNotPrices()
    {
        foreach (var other in (string[])["date,close,feeling\n", "observation_date,DGS10\n", "date,volume\n", "{\"date\":1}", "date,close,Close,open\n", "", "\"date,close,volume"])
        {
            _source.Recognise(SourceFile.At(_folder.Write("other", other))).ShouldBeNull(other);
        }

        _source.Recognise(SourceFile.At(_folder.Write("mine", "DATE,OPEN,HIGH,LOW,CLOSE\n"))).ShouldNotBeNull();
    }

    public void Dispose() => _folder.Dispose();

    private static List<TestRow> Observations(RecordingSink sink) => [.. sink.Rows.Where(r => r.Table == "observations")];

    private RecordingSink Parse(string path, params (string, string)[] arguments) => RecordingSink.Parse(_source, path, TableFolder.Today, TableFolder.Arguments(arguments), Share, Index);

    private string Fault(string path, params (string, string)[] arguments) => Should.Throw<SourceFormatException>(() => Parse(path, arguments)).Message;
}
