using Froth.Data.Sources;
using Froth.Data.Sources.Edgar;

namespace Froth.IntegrationTests.Sources.Edgar;

public sealed class EdgarSourceTests
{
    private static readonly SourceSettings Settings = new(new Dictionary<string, string> { ["contact"] = "Jane Doe jane@example.org" });
    private static readonly EdgarSource Source = new();

    [Theory]
    [InlineData("1045810")]
    [InlineData("0001045810")]
    [InlineData("CIK0001045810")]
    public void Requests_Firm_AsksForIndexAndFacts(string cik) =>
        Source.Requests(SourceArguments.None.With("cik", cik, "1045810"), Settings).Select(r => r.Url.ToString()).ShouldBe(
            ["https://data.sec.gov/submissions/CIK0001045810.json", "https://data.sec.gov/api/xbrl/companyfacts/CIK0001045810.json"]);

    [Theory]
    [InlineData("NVDA")]
    [InlineData("0")]
    [InlineData("12345678901")]
    [InlineData("1045810/../x")]
    public void Requests_WhatIsNoCik_IsNamed(string cik) =>
        Should.Throw<ArgumentException>(() => Source.Requests(SourceArguments.None.With("cik", cik), Settings)).Message.ShouldContain($"'{cik}'");

    [Fact]
    public void Requests_WithoutContact_SaysHowToSetIt() =>
        Should.Throw<SourceNotConfiguredException>(() => Source.Requests(SourceArguments.None.With("cik", "1"), SourceSettings.None)).Message.ShouldContain("froth sources set contact");

    [Fact]
    public void Requests_Nothing_IsMisuse() => Should.Throw<ArgumentException>(() => Source.Requests(SourceArguments.None, Settings));

    [Fact]
    public void Requests_Frames_AreSpelledOut() =>
        Source.Requests(SourceArguments.None.With("frames", "Revenues/USD/CY2023", "dei/EntityPublicFloat/USD/CY2023Q2I"), Settings).Select(r => r.Url.AbsolutePath).ShouldBe(
            ["/api/xbrl/frames/us-gaap/Revenues/USD/CY2023.json", "/api/xbrl/frames/dei/EntityPublicFloat/USD/CY2023Q2I.json"]);

    [Theory]
    [InlineData("Revenues")]
    [InlineData("Revenues/USD/2023")]
    [InlineData("../Revenues/USD/CY2023")]
    [InlineData("Rev?x/USD/CY2023")]
    public void Requests_WhatIsNoFrame_IsNamed(string frame) =>
        Should.Throw<ArgumentException>(() => Source.Requests(SourceArguments.None.With("frames", frame), Settings)).Message.ShouldContain(frame);

    [Fact]
    public void Following_Tickers_LeadToTheirFirms()
    {
        var arguments = SourceArguments.None.With("tickers", "nvda", "BRK.B", "NOPE");
        Source.Requests(arguments, Settings).Single().Url.ToString().ShouldBe("https://www.sec.gov/files/company_tickers.json");
        const string List = """{"0":{"cik_str":1045810,"ticker":"NVDA","title":"NVIDIA CORP"},"1":{"cik_str":"1067983","ticker":"BRK-B","title":"BERKSHIRE"},"2":{"cik_str":1,"ticker":"X","title":"X"}}""";
        Following(List, arguments).Select(r => r.Name).ShouldBe(
            ["submissions-CIK0001045810.json", "companyfacts-CIK0001045810.json", "submissions-CIK0001067983.json", "companyfacts-CIK0001067983.json"]);
        var sink = EdgarText.Parse(List, arguments: arguments);
        sink.Refused.Single().Reason.ShouldContain("'NOPE'");
        sink.Rows.ShouldBeEmpty();
        Should.Throw<SourceFormatException>(() => EdgarText.Parse(List[..^20], arguments: arguments));
    }

    [Fact]
    public void Following_RecordedIndex_LeadsToPagesAndInstances()
    {
        var file = SourceFile.At(Repository.Shared("samples", "edgar", "submissions", "CIK0001318605.json"));
        var request = new SourceRequest(new Uri("https://data.sec.gov/submissions/CIK0001318605.json"), "x");
        Source.Following(request, file, SourceArguments.None).Select(r => r.Url.ToString()).ShouldBe(["https://data.sec.gov/submissions/CIK0001318605-submissions-001.json"]);
        var all = Source.Following(request, file, SourceArguments.None.With("with-instances", "yes"));
        all.Skip(1).Select(r => r.Url.ToString()).ShouldBe([
            "https://www.sec.gov/Archives/edgar/data/1318605/000162828026003952/tsla-20251231_htm.xml",
            "https://www.sec.gov/Archives/edgar/data/1318605/000162828025045968/tsla-20250930_htm.xml",
            "https://www.sec.gov/Archives/edgar/data/1318605/000162828025035806/tsla-20250630_htm.xml",
            "https://www.sec.gov/Archives/edgar/data/1318605/000162828025018911/tsla-20250331_htm.xml"]);
        (all[1].Arguments!.One("accession"), all[1].Arguments!.One("filed"), all[1].Arguments!.One("cik")).ShouldBe(("0001628280-26-003952", "2026-01-29", "0001318605"));
        all[0].Arguments!.One("cik").ShouldBe("0001318605");
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("CIK0000000002-submissions-001.json")]
    [InlineData("https://evil.example/CIK0000000001.json")]
    public void Following_PageOfAnother_IsRefused(string page) =>
        Should.Throw<SourceFormatException>(() => Following(
            """{"cik":"1","entityType":"x","filings":{"recent":{"accessionNumber":[],"filingDate":[],"form":[],"primaryDocument":[]},"files":[{"name":"PAGE"}]}}""".Replace("PAGE", page), SourceArguments.None));

    [Theory]
    [InlineData("companyfacts/CIK0000320193.json", "companyfacts")]
    [InlineData("submissions/CIK0001045810.json", "submissions")]
    [InlineData("submissions/CIK0001318605-submissions-001.json", "submissions-page")]
    [InlineData("fsds/2010q2.zip", "fsds")]
    public void Recognise_RecordedFile_IsKnown(string name, string format) => Source.Recognise(SourceFile.At(Repository.Shared(["samples", "edgar", .. name.Split('/')]))).ShouldBe(format);

    [Theory]
    [InlineData("""{"facts":{"us-gaap":{""", "companyfacts")]
    [InlineData(""" { "entityName" : "A", "cik" : 1, "facts" """, "companyfacts")]
    [InlineData("""{"taxonomy":"us-gaap","tag":"X","ccp":"CY2023","uom":"USD","data":[]}""", "frames")]
    [InlineData("""{"cik":1,"taxonomy":"us-gaap","tag":"X","label":null,"units":{}}""", "companyconcept")]
    [InlineData("""{"0":{"cik_str":1,"ticker":"A","title":"A"}}""", "company-tickers")]
    [InlineData("""{"cik":"1","entityType":"operating","sic""", "submissions")]
    [InlineData("""{"accessionNumber":["0001""", "submissions-page")]
    [InlineData("""{"name":"something else","cik":1}""", null)]
    [InlineData("""{"0":{"a":1}}""", null)]
    [InlineData("""["facts"]""", null)]
    [InlineData("<html></html>", null)]
    [InlineData("entity,concept\n", null)]
    [InlineData("", null)]
    public void Recognise_Content_DecidesAlone(string text, string? format) => EdgarText.Recognise(text).ShouldBe(format);

    private static IReadOnlyList<SourceRequest> Following(string response, SourceArguments arguments)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, response);
            return Source.Following(new SourceRequest(new Uri("https://data.sec.gov/x"), "x"), SourceFile.At(path), arguments);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
