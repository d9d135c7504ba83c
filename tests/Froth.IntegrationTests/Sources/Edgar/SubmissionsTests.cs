using Froth.Core;
using Froth.Core.Entities;
using Froth.Data.Sources;
using Froth.Data.Sources.Edgar;

namespace Froth.IntegrationTests.Sources.Edgar;

public sealed class SubmissionsTests
{
    private const string Page = """
        {"accessionNumber":["0001234567-24-000001","0001234567-24-000002","0001234567-24-000003"],"filingDate":["2024-02-01","2024-02-02","2024-02-03"],
         "reportDate":["2023-12-31","",""],"form":["10-K/A","4","D"],"primaryDocument":["a.htm","b.xml",""]}
        """;

    private const string Index = """{"cik":"0001234567","name":"Example Corp","tickers":["EXA","EXB"],"lei":"5493000000000000XX00","formerNames":[{"name":"Old Example","from":"x"}],"filings":{"recent":""" + Page + ""","files":[]}}""";

    // Counts told by Python for the same list of forms.
    [Theory]
    [InlineData("CIK0000789019.json", 101, 65, "0001193125-26-027207", "10-Q", "2026-01-28", "2025-12-31", "msft-20251231.htm")]
    [InlineData("CIK0001045810.json", 97, 60, "0001045810-26-000021", "10-K", "2026-02-25", "2026-01-25", "nvda-20260125.htm")]
    [InlineData("CIK0001318605.json", 184, 126, "0001628280-26-003952", "10-K", "2026-01-29", "2025-12-31", "tsla-20251231.htm")]
    [InlineData("CIK0001318605-submissions-001.json", 193, 114, "0001564590-18-001786", "8-K", "2018-02-09", "2018-02-09", "tsla-8k_20180209.htm")]
    public void Parse_RecordedIndex_AgreesWithPython(string name, int filings, int current, string id, string form, string published, string period, string document)
    {
        var sink = RecordingSink.Parse(new EdgarSource(), Repository.Shared("samples", "edgar", "submissions", name), EdgarText.Today);
        var rows = sink.Rows.Where(r => r.Table == "filings").ToList();
        sink.Refused.ShouldBeEmpty();
        rows.Count.ShouldBe(filings);
        rows.Count(r => r["form"] == "8-K").ShouldBe(current);
        (rows[0]["id"], rows[0]["form"], rows[0]["published"], rows[0]["period"], rows[0]["document"]).ShouldBe((id, form, published, period, document));
        var entity = "cik-" + name[3..13].TrimStart('0');
        rows.ShouldAllBe(r => r["entity"] == entity);
    }

    [Fact]
    public void Parse_IndexOfANewFirm_DescribesIt()
    {
        var sink = EdgarText.Parse(Index);
        var entity = sink.Rows.Single(r => r.Table == "entities");
        (entity["id"], entity["name"], entity["kind"], entity["ticker"], entity["cik"], entity["lei"], entity["aliases"], entity["country"])
            .ShouldBe(("cik-1234567", "Example Corp", "firm", "EXA", "1234567", "5493000000000000XX00", "Old Example|EXB", ""));
        sink.Rows.Where(r => r.Table == "filings").Select(r => (r.Locator, r["form"])).ShouldBe([("/filings/recent/0", "10-K/A"), ("/filings/recent/2", "D")]);
    }

    [Theory]
    [InlineData("1234567")]
    [InlineData("0001234567")]
    public void Parse_IndexOfAKnownFirm_DoesNotDescribeItAgain(string cik)
    {
        var known = new Entity { Id = "example", Name = Bilingual.Same("Example"), Kind = EntityKind.Firm, Identifiers = new Dictionary<string, string> { ["cik"] = cik } };
        var sink = EdgarText.Parse(Index, known: [known]);
        sink.Rows.ShouldAllBe(r => r.Table == "filings" && r["entity"] == "example");
        sink.Rows.Count.ShouldBe(2);
    }

    [Fact]
    public void Parse_OverflowPage_TakesTheFirmFromNameOrArgument()
    {
        EdgarText.Parse(Page, "CIK0001234567-submissions-001.json").Rows[0]["entity"].ShouldBe("cik-1234567");
        EdgarText.Parse(Page, "page.json", arguments: SourceArguments.None.With("cik", "1234567")).Rows[0]["entity"].ShouldBe("cik-1234567");
        Should.Throw<SourceFormatException>(() => EdgarText.Parse(Page, "page.json")).Message.ShouldContain("--cik");
    }

    [Theory]
    [InlineData("[\"2024-02-01\",", "[", "'filingDate' has 2 entries")]
    [InlineData("\"form\":", "\"forms\":", "'form' is missing")]
    [InlineData("\"form\":[\"10-K/A\",\"4\",\"D\"]", "\"form\":{}", "'form' is missing")]
    [InlineData("\"filings\":", "\"filing\":", "'filings' is not an object")]
    [InlineData("\"cik\":\"0001234567\"", "\"cik\":null", "'cik'")]
    [InlineData("\"files\":[]}}", "\"files\":[", "breaks off")]
    public void Parse_UnusableIndex_IsRefusedWhole(string there, string instead, string said) =>
        Should.Throw<SourceFormatException>(() => EdgarText.Parse(Index.Replace(there, instead), format: EdgarFormats.Submissions)).Message.ShouldContain(said);

    [Theory]
    [InlineData("2024-02-01", "2024-02-30", "filingDate")]
    [InlineData("2024-02-01", "2026-08-01", "filingDate")]
    [InlineData("2023-12-31", "2023-12-32", "reportDate")]
    [InlineData("0001234567-24-000001", "1", "accessionNumber")]
    public void Parse_UnusableRow_IsRefusedAndTheRestLands(string there, string instead, string column)
    {
        var sink = EdgarText.Parse(Index.Replace(there, instead));
        sink.Refused.Select(r => (r.Locator, r.Column)).ShouldBe([("/filings/recent/0", column)]);
        sink.Rows.Count(r => r.Table == "filings").ShouldBe(1);
    }

    [Theory]
    [InlineData("10-K", true)]
    [InlineData("10-KT/A", true)]
    [InlineData("424B5", true)]
    [InlineData("DEF 14A", true)]
    [InlineData("D/A", true)]
    [InlineData("4", false)]
    [InlineData("SC 13G/A", false)]
    [InlineData("DEFA14A", false)]
    public void IsKept_Form_IsKeptWhenItTellsOfMoney(string form, bool kept) => Submissions.IsKept(form).ShouldBe(kept);
}
