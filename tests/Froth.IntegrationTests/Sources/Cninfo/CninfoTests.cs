using Froth.Data.Sources;
using Froth.Data.Sources.Cninfo;
using Froth.IntegrationTests.Sources.Tables;

namespace Froth.IntegrationTests.Sources.Cninfo;

/// <summary>The responses here are written by hand in the shape that public code reads; the announcements are invented.</summary>
public sealed class CninfoTests : IDisposable
{
    private readonly TableFolder _folder = new();
    private readonly CninfoSource _source = new();

    // 1756396800000 is 2025-08-28 16:00 in universal time and midnight of 29 August in Beijing.
    [Fact]
    public void Parse_Announcement_IsAnEventOfItsDayInBeijing()
    {
        var sink = Parse(Page(false, One("1224567890", "<em>寒武纪</em>：2025年半年度报告", "1756396800000", "finalpage/2025-08-29/1224567890.PDF")));
        sink.Refused.ShouldBeEmpty();
        var (source, told) = (sink.Rows.Single(r => r.Table == "sources"), sink.Rows.Single(r => r.Table == "events"));
        (told["id"], told["date"], told["published"], told["category"]).ShouldBe(("cninfo-1224567890", "2025-08-29", "2025-08-29", "filing"));
        told["what"].ShouldBe("688256 寒武纪: 寒武纪：2025年半年度报告");
        told["source"].ShouldBe(source["id"]);
        source["url"].ShouldBe("https://static.cninfo.com.cn/finalpage/2025-08-29/1224567890.PDF");
        source["access"].ShouldBe("public");
    }

    [Fact]
    public void Parse_BadAnnouncements_AreRefusedAndTheRestLands()
    {
        var sink = Parse(Page(false, One("", "a", "1756396800000", "a.pdf"), One("1", "", "1756396800000", "a.pdf"), One("2", "b", "null", "a.pdf"), One("3", "c", "-5", "a.pdf"),
            One("4", "d", "1756396800000", ""), "7", One("5", "e", "1756396800000", "a.pdf"), One("6", "f", "1756396800000", "@evil.example/a.pdf"), One("7", "g", "999999999999999999", "a.pdf")));
        sink.Rows.Where(r => r.Table == "events").Select(r => r["id"]).ShouldBe(["cninfo-5", "cninfo-6"]);
        sink.Rows.Where(r => r.Table == "sources").ShouldAllBe(r => new Uri(r["url"]).Host == "static.cninfo.com.cn");
        sink.Refused.Select(r => (r.Locator, r.Column)).ShouldBe(
        [
            ("/announcements/0", "announcementId"), ("/announcements/1", "announcementTitle"), ("/announcements/2", "announcementTime"), ("/announcements/3", "announcementTime"),
            ("/announcements/4", "adjunctUrl"), ("/announcements/5", ""), ("/announcements/8", "announcementTime"),
        ]);
    }

    [Fact]
    public void Parse_BadResponses_AreRefusedWhole()
    {
        Should.Throw<SourceFormatException>(() => Parse(Page(false, One("1", "a", "1756396800000", "a.pdf"))[..^5])).Message.ShouldContain("not whole JSON");
        Should.Throw<SourceFormatException>(() => Parse(Page(false, One("1", "\\ud800", "1756396800000", "a.pdf")))).Message.ShouldContain("not Unicode");
        Should.Throw<SourceFormatException>(() => Parse("{\"announcements\":\"none\",\"totalRecordNum\":0}")).Message.ShouldContain("no list of announcements");
        foreach (var other in (string[])["<html>announcements</html>", "{\"announcements\":[]}", "[]", ""]) _source.Recognise(SourceFile.At(_folder.Write("other", other))).ShouldBeNull(other);
        Parse("{\"announcements\":null,\"totalRecordNum\":0,\"hasMore\":false}").Rows.ShouldBeEmpty();
    }

    [Fact]
    public void Requests_Codes_AreFormsOverTls()
    {
        var requests = _source.Requests(new SourceArguments([new("codes", ["688256", "000938"]), new("from", ["2025-01-01"])]), SourceSettings.None);
        requests.Select(r => r.FormBody!["searchkey"]).ShouldBe(["688256", "000938"]);
        requests.ShouldAllBe(r => r.Url.AbsoluteUri == "https://www.cninfo.com.cn/new/hisAnnouncement/query" && r.JsonBody == null && r.FormBody!["seDate"] == "2025-01-01~2099-12-31" && r.FormBody["pageNum"] == "1");
        _source.Requests(TableFolder.Arguments(("search", "算力"), ("to", "2025-06-30")), SourceSettings.None).Single().FormBody!["seDate"].ShouldBe("1990-12-19~2025-06-30");
        _source.Requests(TableFolder.Arguments(("search", "../x")), SourceSettings.None).Single().Name.ShouldBe("cninfo-___x-1.json");
        foreach (var bad in (SourceArguments[])[SourceArguments.None, TableFolder.Arguments(("codes", "68825")), TableFolder.Arguments(("codes", "688256"), ("search", "x")), TableFolder.Arguments(("codes", "688256"), ("from", "soon"))])
        {
            Should.Throw<ArgumentException>(() => _source.Requests(bad, SourceSettings.None), bad.ToJson());
        }
    }

    [Fact]
    public void Following_HasMore_AsksForTheNextPage()
    {
        var request = _source.Requests(TableFolder.Arguments(("codes", "688256")), SourceSettings.None)[0];
        var more = SourceFile.At(_folder.Write("more.json", Page(true, One("1", "a", "1756396800000", "a.pdf"))));
        var second = _source.Following(request, more, SourceArguments.None).Single();
        (second.FormBody!["pageNum"], second.FormBody["searchkey"], second.Name).ShouldBe(("2", "688256", "cninfo-688256-2.json"));
        _source.Following(second, more, SourceArguments.None).Single().FormBody!["pageNum"].ShouldBe("3");
        _source.Following(second, SourceFile.At(_folder.Write("last.json", Page(false, One("1", "a", "1756396800000", "a.pdf")))), SourceArguments.None).ShouldBeEmpty();
        _source.Following(second, SourceFile.At(_folder.Write("empty.json", Page(true))), SourceArguments.None).ShouldBeEmpty("a page without announcements ends it, whatever it says");
        _source.Following(second, SourceFile.At(_folder.Write("error.html", "<html>")), SourceArguments.None).ShouldBeEmpty();
        _source.Following(second, SourceFile.At(_folder.Write("cut.json", Page(true, One("1", "a", "1756396800000", "a.pdf"))[..^5])), SourceArguments.None).ShouldBeEmpty();
    }

    [Fact]
    public void Following_WithoutEnd_StopsAtAHundredPages()
    {
        var request = _source.Requests(TableFolder.Arguments(("codes", "688256")), SourceSettings.None)[0];
        var more = SourceFile.At(_folder.Write("more.json", Page(true, One("1", "a", "1756396800000", "a.pdf"))));
        var pages = 1;
        while (_source.Following(request, more, SourceArguments.None) is [var next])
        {
            request = next;
            (++pages).ShouldBeLessThan(1_000);
        }

        pages.ShouldBe(100);
    }

    public void Dispose() => _folder.Dispose();

    private static string One(string id, string title, string time, string link) =>
        $"{{\"secCode\":\"688256\",\"secName\":\"寒武纪\",\"orgId\":\"gfbj0833819\",\"announcementId\":\"{id}\",\"announcementTitle\":\"{title}\",\"announcementTime\":{time},\"adjunctUrl\":\"{link}\",\"adjunctType\":\"PDF\"}}";

    private static string Page(bool hasMore, params string[] announcements) =>
        $"{{\"classifiedAnnouncements\":null,\"totalRecordNum\":31,\"announcements\":[{string.Join(',', announcements)}],\"hasMore\":{(hasMore ? "true" : "false")},\"totalpages\":1}}";

    private RecordingSink Parse(string response) => RecordingSink.Parse(_source, _folder.Write("a.json", response), TableFolder.Today);
}
