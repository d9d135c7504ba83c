using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Froth.Core;
using Froth.Data.Ingest;
using Froth.Data.Sources.Tables;

namespace Froth.Data.Sources.Cninfo;

/// <summary>
/// The index of announcements of mainland Chinese firms at CNINFO, the place of disclosure named by the regulator. Only the index is
/// read, never the documents. Its shape comes from documentation and public code and was never seen live.
/// </summary>
public sealed partial class CninfoSource : ISource
{
    private const string Format = "cninfo-announcements-json";
    private const string Documents = "https://static.cninfo.com.cn/";
    private const int PageSize = 30;

    // One page has at most thirty announcements; this many pages are more than any firm publishes in a year.
    private const int MostPages = 100;

    private static readonly TimeSpan BeijingTime = TimeSpan.FromHours(8);

    /// <inheritdoc />
    public SourceDescription Description { get; } = new()
    {
        Id = "cninfo",
        Title = new Bilingual("CNINFO announcements", "巨潮资讯公告"),
        Summary = new Bilingual(
            "Titles, days and links of the announcements of mainland Chinese firms; the documents themselves are not fetched.",
            "A股公司公告的标题、日期与链接；不下载公告正文。"),
        Publisher = "CNINFO (Shenzhen Securities Information)",
        Url = "https://www.cninfo.com.cn/",
        Licence = "index of public disclosures",
        Arguments =
        [
            new("codes", new("Six-digit codes, such as 688256.", "六位股票代码，例如688256。"), IsMany: true),
            new("search", new("Words in the titles.", "标题关键词。")),
            new("from", new("First day, yyyy-MM-dd.", "起始日，yyyy-MM-dd。")),
            new("to", new("Last day, yyyy-MM-dd.", "截止日，yyyy-MM-dd。")),
        ],
        SuggestedSchedule = "0 14 * * 1-5",
        StaleAfterDays = 14,
        IsUnseen = true,
    };

    /// <inheritdoc />
    /// <exception cref="ArgumentException">Neither codes nor words were given, or an argument is malformed.</exception>
    public IReadOnlyList<SourceRequest> Requests(SourceArguments arguments, SourceSettings settings)
    {
        var (codes, search) = (arguments.Of("codes"), arguments.One("search"));
        if (codes.Count == 0 && search is null) throw new ArgumentException("Give codes with --codes, such as --codes 688256, or words of titles with --search.", nameof(arguments));
        if (codes.Count > 0 && search is not null) throw new ArgumentException("CNINFO searches for a code or for words, not for both; leave one out.", nameof(arguments));
        if (codes.FirstOrDefault(c => c.Length != 6 || !c.All(char.IsAsciiDigit)) is { } bad) throw new ArgumentException($"'{bad}' is not a code of six digits, such as 688256.", nameof(arguments));
        var days = DaysOf(arguments);
        return [.. (codes.Count > 0 ? codes : [search!]).Select(key => new SourceRequest(new Uri("https://www.cninfo.com.cn/new/hisAnnouncement/query"), $"cninfo-{SafeName(key)}-1.json")
        {
            FormBody = new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["pageNum"] = "1", ["pageSize"] = PageSize.ToString(CultureInfo.InvariantCulture), ["column"] = "szse", ["tabName"] = "fulltext", ["searchkey"] = key,
                ["seDate"] = days, ["isHLtitle"] = "false", ["plate"] = "", ["stock"] = "", ["secid"] = "", ["category"] = "", ["trade"] = "", ["sortName"] = "", ["sortType"] = "",
            },
            MaximumBytes = 8L << 20,
            Arguments = codes.Count > 0 ? arguments.With("codes", key) : arguments,
        })];
    }

    /// <inheritdoc />
    public IReadOnlyList<SourceRequest> Following(SourceRequest request, SourceFile response, SourceArguments arguments)
    {
        if (request.FormBody is not { } form || !form.TryGetValue("pageNum", out var told) || Recognise(response) is null) return [];
        var page = int.Parse(told, CultureInfo.InvariantCulture) + 1;
        if (page > MostPages || !HasMore(response)) return [];
        var number = page.ToString(CultureInfo.InvariantCulture);
        return [request with
        {
            FormBody = new SortedDictionary<string, string>(form.ToDictionary(f => f.Key, f => f.Key == "pageNum" ? number : f.Value), StringComparer.Ordinal),
            Name = $"{request.Name[..request.Name.LastIndexOf('-')]}-{number}.json",
        }];
    }

    /// <inheritdoc />
    public string? Recognise(SourceFile file)
    {
        var head = file.Head.TrimStart(" \t\r\n"u8);
        return head.StartsWith("{"u8) && head.IndexOf("\"announcements\""u8) >= 0
            && (head.IndexOf("\"announcementId\""u8) >= 0 || head.IndexOf("\"totalRecordNum\""u8) >= 0 || head.IndexOf("\"totalAnnouncement\""u8) >= 0) ? Format : null;
    }

    /// <inheritdoc />
    public void Parse(SourceFile file, string format, SourceArguments arguments, ParseSink sink)
    {
        using var json = JsonResponse.Open(file);
        var index = 0;
        foreach (var announcement in Announcements(json.RootElement, file))
        {
            sink.ThrowIfCancelled();
            var locator = $"/announcements/{index++}";
            if (Tell(announcement, locator, sink) is var (column, reason)) sink.Refuse(locator, column, reason, Encoding.UTF8.GetBytes(announcement.GetRawText()));
        }
    }

    // A page that cannot be read leads nowhere; what is wrong with it is told when it is parsed.
    private static bool HasMore(SourceFile response)
    {
        try
        {
            using var json = JsonResponse.Open(response);
            return json.RootElement.TryGetProperty("hasMore", out var more) && more.ValueKind == JsonValueKind.True && Announcements(json.RootElement, response).Any();
        }
        catch (SourceFormatException)
        {
            return false;
        }
    }

    private static (string Column, string Reason)? Tell(JsonElement announcement, string locator, ParseSink sink)
    {
        if (announcement.ValueKind != JsonValueKind.Object) return ("", "the announcement is not an object");
        var (id, code, link) = (JsonResponse.Text(announcement, "announcementId"), JsonResponse.Text(announcement, "secCode"), JsonResponse.Text(announcement, "adjunctUrl"));
        var title = Markup().Replace(JsonResponse.Text(announcement, "announcementTitle"), "").Trim();
        if (id.Length == 0 || !id.All(char.IsAsciiLetterOrDigit)) return ("announcementId", "the announcement has no id");
        if (title.Length == 0) return ("announcementTitle", "the announcement has no title");
        if (!long.TryParse(JsonResponse.Text(announcement, "announcementTime"), NumberStyles.None, CultureInfo.InvariantCulture, out var time) || time is < 0 or > 253_402_214_400_000)
        {
            return ("announcementTime", "the time is not a number of milliseconds since 1970");
        }

        // The time is that of Beijing: an announcement at midnight there still bears the day before in universal time.
        var day = CellReading.Text(DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(time).ToOffset(BeijingTime).DateTime));
        if (link.Length == 0 || !Uri.TryCreate(Documents + link.TrimStart('/'), UriKind.Absolute, out var address) || address.Host != "static.cninfo.com.cn")
        {
            return ("adjunctUrl", "the announcement has no link to its document");
        }

        var name = Markup().Replace(JsonResponse.Text(announcement, "secName"), "").Trim();
        var source = ParseContext.InlineSourceId("CNINFO", title, address.AbsoluteUri, day);
        sink.Row("sources", locator, ("id", source), ("publisher", "CNINFO"), ("title", title), ("url", address.AbsoluteUri), ("date", day),
            ("date_basis", "announcement time, Beijing"), ("licence", "public disclosure"), ("access", "public"));
        sink.Row("events", locator, ("id", $"cninfo-{id}"), ("date", day), ("category", "filing"), ("what", $"{code} {name}: {title}".Trim()), ("published", day), ("source", source));
        return null;
    }

    // A search that finds nothing is answered with null in the place of the list.
    private static IEnumerable<JsonElement> Announcements(JsonElement root, SourceFile file)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("announcements", out var list) || list.ValueKind is not (JsonValueKind.Array or JsonValueKind.Null))
        {
            throw new SourceFormatException($"{file.Name} is not an index of announcements of CNINFO: it has no list of announcements.");
        }

        return list.ValueKind == JsonValueKind.Null ? [] : list.EnumerateArray();
    }

    // CNINFO takes a range with both ends, or none.
    private static string DaysOf(SourceArguments arguments)
    {
        var (from, to) = (arguments.One("from"), arguments.One("to"));
        return from is null && to is null ? "" : $"{Day(from ?? "1990-12-19", "from")}~{Day(to ?? "2099-12-31", "to")}";
    }

    private static string Day(string text, string argument) =>
        CellReading.Date(new TableCell(text), out var day) is { } reason ? throw new ArgumentException($"{argument}: {reason}.", argument) : CellReading.Text(day);

    private static string SafeName(string key) => new([.. key.Take(40).Select(c => char.IsLetterOrDigit(c) ? c : '_')]);

    // Words that were searched for come back in emphasis.
    [GeneratedRegex("</?em>", RegexOptions.IgnoreCase)]
    private static partial Regex Markup();
}
