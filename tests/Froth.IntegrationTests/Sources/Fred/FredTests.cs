using System.Globalization;
using System.Text;
using System.Text.Json;
using Froth.Data.Sources;
using Froth.Data.Sources.Fred;
using Froth.IntegrationTests.Sources.Tables;

namespace Froth.IntegrationTests.Sources.Fred;

public sealed class FredTests : IDisposable
{
    private const string Head = "{\"realtime_start\":\"1776-07-04\",\"realtime_end\":\"9999-12-31\",\"observation_start\":\"1600-01-01\",\"observation_end\":\"9999-12-31\","
        + "\"units\":\"lin\",\"output_type\":1,\"file_type\":\"json\",\"order_by\":\"observation_date\",\"sort_order\":\"asc\",\"count\":6,\"offset\":0,\"limit\":100000,\"observations\":[";

    private readonly TableFolder _folder = new();
    private readonly FredSource _source = new();

    [Fact]
    public void Parse_Vintages_PublishesEachOnItsOwnDay()
    {
        var path = _folder.Write("a.json", Head
            + Value("2024-01-25", "2024-02-27", "2023-10-01", "27938.831") + "," + Value("2024-02-28", "9999-12-31", "2023-10-01", "27944.627") + ","
            + Value("2024-04-25", "9999-12-31", "2024-01-01", "28284.498") + "," + Value("2024-07-25", "9999-12-31", "2024-04-01", ".") + ","
            + Value("2024-10-30", "9999-12-31", "2024-07-01", "29349.924") + "," + Value("2025-01-30", "9999-12-31", "2024-10-01", "29700.58") + "]}");
        var sink = RecordingSink.Parse(_source, path, TableFolder.Today, TableFolder.Arguments(("series", "GDP")));
        sink.Refused.ShouldBeEmpty();
        var rows = Observations(sink);
        rows.Select(r => (r["start"], r["end"], r["value"], r["published"])).ShouldBe(
        [
            ("2023-10-01", "2023-12-31", "27938831000000", "2024-01-25"), ("2023-10-01", "2023-12-31", "27944627000000", "2024-02-28"),
            ("2024-01-01", "2024-03-31", "28284498000000", "2024-04-25"), ("2024-07-01", "2024-09-30", "29349924000000", "2024-10-30"),
            ("2024-10-01", "2024-12-31", "29700580000000", "2025-01-30"),
        ]);
        rows.ShouldAllBe(r => r["entity"] == "fred" && r["concept"] == "fred-gdp" && r["unit"] == "USD" && r["note"] == "");
        sink.Rows.Single(r => r.Table == "entities")["kind"].ShouldBe("market");
    }

    [Fact]
    public void Parse_ContinuedWindow_LeavesOutWhatAnEarlierWindowTold()
    {
        var path = _folder.Write("a.json", Head.Replace("1776-07-04", "2025-01-01", StringComparison.Ordinal)
            + Value("2025-01-01", "2025-02-11", "2024-10-01", "4.10") + "," + Value("2025-02-12", "9999-12-31", "2024-11-01", "4.20") + ","
            + Value("2025-02-13", "9999-12-31", "2024-12-01", "4.30") + "," + Value("2025-02-14", "9999-12-31", "2025-01-01", "4.40") + "]}");
        var arguments = TableFolder.Arguments(("series", "FEDFUNDS"));
        Observations(RecordingSink.Parse(_source, path, TableFolder.Today, arguments.With("continued-window", "yes"))).Select(r => r["value"]).ShouldBe(["0.042", "0.043", "0.044"]);
        Observations(RecordingSink.Parse(_source, path, TableFolder.Today, arguments)).Count.ShouldBe(4);
    }

    [Fact]
    public void Parse_DailyCsv_IsKnownOnTheNextWorkday()
    {
        var path = _folder.Write("a.csv", "observation_date,DGS10,CPIX\n2024-01-04,3.99,\n2024-01-05,4.05,\n2024-01-08,,\n2024-01-09,.,\n2024-01-10,4.04,\n");
        var sink = RecordingSink.Parse(_source, path, TableFolder.Today);
        sink.Refused.ShouldBeEmpty("a series without values needs no unit");
        Observations(sink).Select(r => (r["start"], r["end"], r["value"], r["published"])).ShouldBe(
            [("", "2024-01-04", "0.0399", "2024-01-05"), ("", "2024-01-05", "0.0405", "2024-01-08"), ("", "2024-01-10", "0.0404", "2024-01-11")]);
        Observations(sink)[0]["note"].ShouldBe("latest revision; publication assumed the next workday");
    }

    [Fact]
    public void Parse_MonthsAndQuarters_AreKnownAfterTheyEnd()
    {
        var monthly = _folder.Write("m.csv", "DATE,CPIAUCSL\n2024-01-01,309.685\n2024-02-01,311.054\n2024-03-01,312.230\n");
        Observations(RecordingSink.Parse(_source, monthly, TableFolder.Today)).Select(r => (r["start"], r["end"], r["value"], r["unit"], r["published"])).ShouldContain(
            ("2024-02-01", "2024-02-29", "311.054", "index", "2024-04-14"));
        var quarterly = _folder.Write("q.csv", "DATE,GDP\n2024-01-01,28284.498\n2024-04-01,28708.161\n2024-07-01,29016.714\n");
        Observations(RecordingSink.Parse(_source, quarterly, TableFolder.Today)).Select(r => (r["end"], r["published"])).ShouldContain(("2024-03-31", "2024-05-30"));
        Observations(RecordingSink.Parse(_source, quarterly, new DateOnly(2024, 10, 30))).Select(r => (r["end"], r["published"])).ShouldContain(
            ("2024-09-30", "2024-10-30"), "what is in the file was known when it came");
    }

    // Counts and sums were taken from the recorded figures by other means.
    [Theory]
    [InlineData("fred_daily.json", "DGS2", 2885, "64.6197")]
    [InlineData("fred_daily.json", "EFFR", 2898, "60.1443")]
    [InlineData("fred_monthly.json", "DGS10", 138, "3.7515")]
    [InlineData("fred_monthly.json", "BAMLH0A0HYM2", 35, "1.1139")]
    public void Parse_RecordedSeries_KeepsEveryFigureExactly(string file, string series, int count, string sum)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Repository.Shared("samples", "macro", file)));
        var csv = new StringBuilder($"observation_date,{series}\n");
        foreach (var p in json.RootElement.GetProperty("data").GetProperty(series).EnumerateObject()) csv.Append(p.Name.Length == 7 ? p.Name + "-01" : p.Name).Append(',').Append(p.Value.GetRawText()).Append('\n');
        var sink = RecordingSink.Parse(_source, _folder.Write("a.csv", csv.ToString()), TableFolder.Today);
        sink.Refused.ShouldBeEmpty();
        var rows = Observations(sink);
        rows.Count.ShouldBe(count);
        rows.Sum(r => decimal.Parse(r["value"], CultureInfo.InvariantCulture)).ShouldBe(decimal.Parse(sum, CultureInfo.InvariantCulture));
        rows.ShouldAllBe(r => string.CompareOrdinal(r["published"], r["end"]) > 0);
    }

    [Fact]
    public void Parse_UnknownUnit_IsRefusedUntilTold()
    {
        var path = _folder.Write("a.csv", "observation_date,DGS10,ODDITY\n2024-01-03,3.9,5\n2024-01-04,3.99,6\n2024-01-05,4.05,7\n");
        var sink = RecordingSink.Parse(_source, path, TableFolder.Today);
        Observations(sink).Count.ShouldBe(3);
        sink.Refused.Single().Reason.ShouldContain("--unit ODDITY=UNIT");
        var told = RecordingSink.Parse(_source, path, TableFolder.Today, TableFolder.Arguments(("unit", "oddity=USD*1000000"), ("unit", "DGS10=percent")));
        Observations(told).Where(r => r["concept"] == "fred-oddity").Select(r => (r["value"], r["unit"])).ShouldBe([("5000000", "USD"), ("6000000", "USD"), ("7000000", "USD")]);
        Fault(path, ("unit", "ODDITY=furlongs")).ShouldContain("known units are");
        Fault(path, ("unit", "ODDITY")).ShouldContain("SERIES=UNIT");
        Fault(_folder.Write("b.csv", "observation_date,ODDITY\n2024-01-03,5\n2024-01-04,6\n2024-01-05,7\n")).ShouldContain("FRED does not tell the unit of ODDITY");
    }

    [Fact]
    public void Parse_UnclearFrequency_IsAskedFor()
    {
        var path = _folder.Write("a.csv", "observation_date,DGS10\n2024-01-03,5\n2024-04-04,6\n");
        Fault(path).ShouldContain("--frequency");
        Observations(RecordingSink.Parse(_source, path, TableFolder.Today, TableFolder.Arguments(("frequency", "daily")))).Count.ShouldBe(2);
        Fault(path, ("frequency", "hourly")).ShouldContain("'hourly' is not known");
    }

    [Fact]
    public void Parse_BadPieces_AreRefusedAndTheRestLands()
    {
        var csv = _folder.Write("a.csv", "observation_date,DGS10\n2024-01-03,3.9\nyesterday,4\n2024-01-04,NaN\n2024-01-05,4.05,9\n2024-01-08,4.01\n2024-01-09,4.02\n");
        var sink = RecordingSink.Parse(_source, csv, TableFolder.Today);
        Observations(sink).Count.ShouldBe(3);
        sink.Refused.Select(r => (r.Locator, r.Column)).ShouldBe([("line 3", "observation_date"), ("line 5", ""), ("line 4", "value")], ignoreOrder: true);
        var json = _folder.Write("a.json", Head + Value("2024-02-01", "9999-12-31", "2024-01-01", "5.33") + "," + Value("soon", "9999-12-31", "2024-02-01", "5.33") + ",7,"
            + Value("2024-04-01", "9999-12-31", "2024-03-01", "5.33") + "," + Value("2024-05-01", "9999-12-31", "2024-04-01", "x") + "," + Value("2024-06-01", "9999-12-31", "2024-05-01", "5.33") + "]}");
        var api = RecordingSink.Parse(_source, json, TableFolder.Today, TableFolder.Arguments(("series", "FEDFUNDS")));
        Observations(api).Count.ShouldBe(3);
        api.Refused.Select(r => (r.Locator, r.Column)).ShouldBe([("/observations/1", "realtime_start"), ("/observations/2", ""), ("/observations/4", "value")]);
    }

    [Fact]
    public void Parse_BadResponses_AreRefusedWhole()
    {
        var whole = Head + Value("2024-02-01", "9999-12-31", "2024-01-01", "5.33") + "]}";
        Fault(_folder.Write("cut.json", whole[..^20]), ("series", "FEDFUNDS")).ShouldContain("not whole JSON");
        Fault(_folder.Write("none.json", whole)).ShouldContain("does not name its series");
        Fault(_folder.Write("two.json", whole), ("series", "FEDFUNDS"), ("series", "DGS10")).ShouldContain("exactly one");
        Fault(_folder.Write("chg.json", whole.Replace("\"lin\"", "\"pch\"", StringComparison.Ordinal)), ("series", "FEDFUNDS")).ShouldContain("units=lin");
        var error = SourceFile.At(_folder.Write("error.json", "{\"error_code\":400,\"error_message\":\"Bad Request.  The series does not exist.\"}"));
        Should.Throw<SourceFormatException>(() => _source.Parse(error, "fred-observations-json", TableFolder.Arguments(("series", "X")), new RecordingSink(TableFolder.Today))).Message.ShouldContain("does not exist");
        foreach (var other in (string[])["<html>observation_date,DGS10</html>", "", "DATE,OPEN,HIGH,LOW,CLOSE\n1990-01-02,1,1,1,1\n", "[1]", "date,value\n"])
        {
            _source.Recognise(SourceFile.At(_folder.Write("other", other))).ShouldBeNull(other);
        }
    }

    [Fact]
    public void Requests_WithoutVintages_NeedNoKey()
    {
        var requests = _source.Requests(new SourceArguments([new("series", ["dgs10", "GDP"]), new("from", ["2015-01-01"])]), SourceSettings.None);
        requests.Select(r => r.Url.AbsoluteUri).ShouldBe(["https://fred.stlouisfed.org/graph/fredgraph.csv?id=DGS10&cosd=2015-01-01", "https://fred.stlouisfed.org/graph/fredgraph.csv?id=GDP&cosd=2015-01-01"]);
        requests[1].Arguments!.Of("series").ShouldBe(["GDP"]);
        Should.Throw<ArgumentException>(() => _source.Requests(SourceArguments.None, SourceSettings.None));
        Should.Throw<ArgumentException>(() => _source.Requests(TableFolder.Arguments(("series", "X&api_key=1")), SourceSettings.None));
        Should.Throw<ArgumentException>(() => _source.Requests(TableFolder.Arguments(("series", "X"), ("from", "2015")), SourceSettings.None));
    }

    [Fact]
    public void Requests_WithVintages_AskInWindowsWithTheKeyOutOfSight()
    {
        var arguments = TableFolder.Arguments(("series", "DGS10"), ("vintages", "yes"));
        Should.Throw<SourceNotConfiguredException>(() => _source.Requests(arguments, SourceSettings.None)).Message.ShouldContain("fred-key");
        var requests = _source.Requests(arguments, new SourceSettings(new Dictionary<string, string> { ["fred-key"] = "abc" }));
        requests.ShouldAllBe(r => r.HasSecretQuery && !r.Name.Contains("abc") && r.Url.Query.Contains("api_key=abc") && r.Url.Query.Contains("limit=100000"));
        requests.Select(r => r.Arguments!.One("continued-window") is null).ShouldBe([true, false, false, false, false, false, false]);
        var days = requests.Select(r => r.Url.Query.Split('&')).Select(q => (Start: Day(q, "realtime_start"), End: Day(q, "realtime_end"))).ToList();
        for (var i = 1; i < days.Count; i++) days[i].Start.ShouldBe(days[i - 1].End.AddDays(1));
        (days[0].Start, days[^1].End).ShouldBe((new DateOnly(1776, 7, 4), DateOnly.MaxValue));
    }

    [Fact]
    public void Following_MoreThanOnePage_AsksForTheNext()
    {
        var request = _source.Requests(TableFolder.Arguments(("series", "DGS10"), ("vintages", "yes")), new SourceSettings(new Dictionary<string, string> { ["fred-key"] = "abc" }))[0];
        var first = SourceFile.At(_folder.Write("1.json", Head.Replace("\"count\":6", "\"count\":250000", StringComparison.Ordinal) + "]}"));
        var second = _source.Following(request, first, request.Arguments!).Single();
        second.Url.Query.ShouldEndWith("&offset=100000");
        second.HasSecretQuery.ShouldBeTrue();
        var third = _source.Following(second, SourceFile.At(_folder.Write("2.json", Head.Replace("\"count\":6,\"offset\":0", "\"count\":250000,\"offset\":100000", StringComparison.Ordinal) + "]}")), request.Arguments!).Single();
        third.Url.Query.ShouldEndWith("&offset=200000");
        third.Name.ShouldBe("fred-DGS10-1776+200000.json");
        _source.Following(third, SourceFile.At(_folder.Write("3.json", Head + "]}")), request.Arguments!).ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    private static string Value(string from, string to, string date, string value) => $"{{\"realtime_start\":\"{from}\",\"realtime_end\":\"{to}\",\"date\":\"{date}\",\"value\":\"{value}\"}}";

    private static DateOnly Day(string[] query, string name) => DateOnly.ParseExact(query.Single(q => q.StartsWith(name + "=", StringComparison.Ordinal)).Split('=')[1], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static List<TestRow> Observations(RecordingSink sink) => [.. sink.Rows.Where(r => r.Table == "observations")];

    private string Fault(string path, params (string, string)[] arguments) =>
        Should.Throw<SourceFormatException>(() => RecordingSink.Parse(_source, path, TableFolder.Today, TableFolder.Arguments(arguments))).Message;
}
