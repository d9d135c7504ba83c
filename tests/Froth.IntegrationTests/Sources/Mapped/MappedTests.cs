using System.Text.RegularExpressions;
using Froth.Data.Sources;
using Froth.Data.Sources.Mapped;
using Froth.IntegrationTests.Sources.Tables;
using Parquet.Schema;

namespace Froth.IntegrationTests.Sources.Mapped;

public sealed partial class MappedTests : IDisposable
{
    private const string Small = """{"table":"observations","columns":{"entity":{"column":"Who","as":"entity-name"},"concept":{"constant":"revenue"},"end":{"column":"Day"},"value":{"column":"Sum"},"unit":{"constant":"USD"},"published":{"column":"Day","addDays":30}}}""";

    private readonly TableFolder _folder = new();
    private readonly MappedSource _source = new();

    /// <summary>The worked example of the guide: its mapping, applied to its file, gives its rows.</summary>
    [Fact]
    public void Parse_ExampleOfTheGuide_GivesTheRowsThatTheGuideShows()
    {
        var guide = File.ReadAllText(Repository.Path("docs", "guide", "mapping.md"));
        string Block(string kind, int index = 0) => Fence().Matches(guide).Where(m => m.Groups["kind"].Value == kind).ElementAt(index).Groups["text"].Value;
        var sink = Parse(_folder.Write("sales.csv", Block("csv")), Block("json"));
        sink.Refused.Count.ShouldBe(1);
        sink.Refused[0].Reason.ShouldContain("'£' is not in the map of unit");
        string[] columns = ["entity", "concept", "start", "end", "value", "unit", "grade", "published", "note"];
        var told = sink.Rows.Where(r => r.Table == "observations").Select(r => string.Join(',', columns.Select(c => r[c])));
        string.Join('\n', told.Prepend(string.Join(',', columns))).ShouldBe(Block("csv", 1).Trim());
    }

    [Fact]
    public async Task Parse_SameTableInThreeKindsOfFile_GivesTheSameRows()
    {
        var csv = _folder.Write("a.csv", "Who,Day,Sum\nNVIDIA,2026-01-31,1.5\nOpenAI,2026-02-28,2\n");
        var xlsx = _folder.Workbook("a.xlsx", ("Data", [["Who", "Day", "Sum"], ["NVIDIA", new DateTime(2026, 1, 31), 1.5], ["OpenAI", "2026-02-28", 2]]));
        var parquet = await _folder.Parquet("a.parquet", new ParquetSchema(new DataField<string>("Who"), new DateTimeDataField("Day", DateTimeFormat.Date), new DataField<double>("Sum")),
            new Dictionary<string, object?> { ["Who"] = "NVIDIA", ["Day"] = new DateTime(2026, 1, 31), ["Sum"] = 1.5 }, new Dictionary<string, object?> { ["Who"] = "OpenAI", ["Day"] = new DateTime(2026, 2, 28), ["Sum"] = 2.0 });
        foreach (var path in (string[])[csv, xlsx, parquet])
        {
            var sink = Parse(path, Small);
            sink.Refused.ShouldBeEmpty(path);
            sink.Rows.Where(r => r.Table == "observations").Select(r => (r["entity"], r["end"], r["value"], r["published"])).ShouldBe(
                [("nvidia", "2026-01-31", "1.5", "2026-03-02"), ("openai", "2026-02-28", "2", "2026-03-30")], path);
            sink.Rows.Single(r => r.Table == "sources")["access"].ShouldBe("licensed");
        }
    }

    [Fact]
    public void Parse_Sheet_IsTheOneNamed()
    {
        var path = _folder.Workbook("a.xlsx", ("First", [["Who", "Day", "Sum"], ["NVIDIA", "2026-01-31", 1]]), ("Second", [["Who", "Day", "Sum"], ["OpenAI", "2026-01-31", 2]]));
        Parse(path, Small).Rows.Single(r => r.Table == "observations")["entity"].ShouldBe("nvidia");
        Parse(path, Small.Replace("{\"table\"", "{\"sheet\":\"Second\",\"table\"", StringComparison.Ordinal)).Rows.Single(r => r.Table == "observations")["entity"].ShouldBe("openai");
        Should.Throw<SourceFormatException>(() => Parse(path, Small.Replace("{\"table\"", "{\"sheet\":\"Third\",\"table\"", StringComparison.Ordinal))).Message.ShouldContain("no sheet 'Third'");
    }

    [Fact]
    public void Parse_BadRows_AreRefusedWithTheirColumn()
    {
        var path = _folder.Write("a.csv", "Who,Day,Sum\nNobody Known,2026-01-31,1\nNVIDIA,31.01.2026,1\nNVIDIA,2026-01-31,\"1,5\"\nNVIDIA,2026-01-31\nNVIDIA,2026-01-31,5\n");
        var sink = Parse(path, Small);
        sink.Refused.Select(r => (r.Locator, r.Column)).ShouldBe([("line 2", "Who"), ("line 3", "Day"), ("line 4", "Sum"), ("line 5", "")]);
        sink.Rows.Count(r => r.Table == "observations").ShouldBe(1);
    }

    [Fact]
    public void Parse_OtherTables_ComeOutInTheirOwnColumns()
    {
        var map = """{"table":"events","where":{"Kind":"IPO"},"columns":{"id":{"column":"Id"},"date":{"column":"Day"},"category":{"column":"Kind","map":{"IPO":"listing"}},"what":{"column":"Text"},"value":{"column":"Sum","scale":1000},"published":{"column":"Day"},"source":{"constant":"mine"}}}""";
        var sink = Parse(_folder.Write("a.csv", "Id,Day,Kind,Text,Sum\nE1,2026-01-31,IPO,Lists,1.5\nE2,2026-01-31,Other,No,2\nE3,2026-01-31,IPO,Lists,\n"), map);
        sink.Refused.ShouldBeEmpty();
        sink.Rows.Where(r => r.Table == "events").Select(r => (r["id"], r["category"], r["value"], r["source"])).ShouldBe([("E1", "listing", "1500", "mine"), ("E3", "listing", "", "mine")]);
    }

    [Fact]
    public void Parse_ScaleThatCannotBeHeld_IsRefusedAndNotRounded()
    {
        var map = Small.Replace("\"column\":\"Sum\"", "\"column\":\"Sum\",\"scale\":1.2345678901234567", StringComparison.Ordinal);
        Parse(_folder.Write("a.csv", "Who,Day,Sum\nNVIDIA,2026-01-31,1.2345678901234567\n"), map).Refused.Single().Reason.ShouldContain("not rounded");
    }

    [Theory]
    [InlineData("not json", "is not JSON")]
    [InlineData("[]", "$ is not an object")]
    [InlineData("{}", "$.table is missing")]
    [InlineData("""{"table":"prices"}""", "$.table 'prices' is not a table")]
    [InlineData("""{"table":"observations","rows":1}""", "$.rows is not known")]
    [InlineData("""{"table":"observations"}""", "$.columns is missing")]
    [InlineData("""{"table":"observations","columns":{"entity":{"constant":"x"}}}""", "$.columns.concept is missing")]
    [InlineData("""{"table":"observations","columns":{"colour":{"constant":"x"}}}""", "$.columns.colour is not a column of observations")]
    [InlineData("""{"table":"observations","columns":{"entity":"Ticker"}}""", "$.columns.entity is not an object")]
    [InlineData("""{"table":"observations","columns":{"entity":{}}}""", "$.columns.entity needs either")]
    [InlineData("""{"table":"observations","columns":{"entity":{"column":"a","constant":"b"}}}""", "$.columns.entity needs either")]
    [InlineData("""{"table":"observations","columns":{"entity":{"constant":"b","map":{}}}}""", "$.columns.entity is a constant")]
    [InlineData("""{"table":"observations","columns":{"entity":{"column":1}}}""", "$.columns.entity.column is not text")]
    [InlineData("""{"table":"observations","columns":{"entity":{"column":"a","as":"isin"}}}""", "$.columns.entity.as 'isin' is not known")]
    [InlineData("""{"table":"observations","columns":{"note":{"column":"a","as":"entity-name"}}}""", "$.columns.note.as fits only entities")]
    [InlineData("""{"table":"observations","columns":{"end":{"column":"a","scale":2}}}""", "$.columns.end.scale fits only numbers")]
    [InlineData("""{"table":"observations","columns":{"value":{"column":"a","format":"dd"}}}""", "$.columns.value.format fits only dates")]
    [InlineData("""{"table":"observations","columns":{"value":{"column":"a","scale":0}}}""", "$.columns.value.scale is not a number other than 0")]
    [InlineData("""{"table":"observations","columns":{"value":{"column":"a","decimalComma":"yes"}}}""", "$.columns.value.decimalComma is neither")]
    [InlineData("""{"table":"observations","columns":{"end":{"column":"a","addDays":-1}}}""", "$.columns.end.addDays is not a whole number")]
    [InlineData("""{"table":"observations","columns":{"unit":{"column":"a","map":{"$":1}}}}""", "$.columns.unit.map.$ is not text")]
    [InlineData("""{"table":"observations","columns":{"value":{"column":"a"},"value":{"column":"b"}}}""", "$.columns.value stands twice")]
    public void Parse_WrongMapping_NamesThePlace(string map, string expected) =>
        Should.Throw<SourceFormatException>(() => Parse(_folder.Write("a.csv", "a,b\n1,2\n"), map)).Message.ShouldContain(expected);

    [Theory]
    [InlineData("skipRows\":-1", "$.skipRows is not a whole number")]
    [InlineData("delimiter\":\"x\"", "$.delimiter 'x' is not one of")]
    [InlineData("where\":[]", "$.where is not an object")]
    [InlineData("where\":{\"a\":[]}", "$.where.a is neither")]
    [InlineData("where\":{\"a\":[1]}", "$.where.a holds something")]
    [InlineData("where\":{\"Nope\":\"1\"}", "no column 'Nope', which the mapping names at $.where.Nope")]
    public void Parse_WrongPartOfAMapping_NamesThePlace(string part, string expected) =>
        Should.Throw<SourceFormatException>(() => Parse(_folder.Write("a.csv", "Who,Day,Sum\n"), Small.Replace("{\"table\"", $"{{\"{part},\"table\"", StringComparison.Ordinal))).Message.ShouldContain(expected);

    [Fact]
    public void Parse_MissingColumnOrMapping_IsRefusedWhole()
    {
        var path = _folder.Write("a.csv", "Who,Day\nNVIDIA,2026-01-31\n");
        Should.Throw<SourceFormatException>(() => Parse(path, Small)).Message.ShouldContain("no column 'Sum', which the mapping names at $.columns.value.column. Its columns are Who, Day");
        Should.Throw<SourceFormatException>(() => RecordingSink.Parse(_source, path, TableFolder.Today)).Message.ShouldContain("--map FILE");
    }

    [Fact]
    public void Catalogue_AnyTable_IsNotTakenForAMappedOne()
    {
        var file = SourceFile.At(_folder.Write("a.csv", "Who,Day,Sum\n"));
        _source.Recognise(file).ShouldBe("csv");
        SourceCatalogue.Recognise(file).ShouldBeNull();
        SourceCatalogue.Find("mapped").ShouldBeOfType<MappedSource>();
    }

    public void Dispose() => _folder.Dispose();

    private RecordingSink Parse(string path, string map) => RecordingSink.Parse(_source, path, TableFolder.Today, TableFolder.Arguments(("map-json", map)), TableFolder.Known());

    [GeneratedRegex(@"```(?<kind>json|csv)\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
