using System.Net;
using System.Text.RegularExpressions;

namespace Froth.IntegrationTests.Cli;

/// <summary>The report's tables of firms and countries say what the commands say.</summary>
public sealed partial class ReportTablesTests : IClassFixture<ReportTablesTests.Ran>
{
    private const string AsOf = "2026-11-23";

    private readonly Ran _ran;

    public ReportTablesTests(Ran ran) => _ran = ran;

    public static TheoryData<string> Languages => ["en", "zh-Hans"];

    public sealed class Ran : IDisposable
    {
        internal FrothProgram Froth { get; } = new();

        public void Dispose() => Froth.Dispose();

        internal string Report(string language)
        {
            var file = Path.Combine(Froth.Home, $"report-{language}.html");
            if (!File.Exists(file)) Froth.Run("monitor", "--as-of", AsOf, "--lang", language, "--report", file).ExitCode.ShouldBe(0);
            return File.ReadAllText(file);
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Report_Migration_HasTheCommandsCountsAndReasons(string language)
    {
        var section = Section(language, "migration");
        var pooled = Command(language, "migration", "--format", "json").Json.GetProperty("pooled");
        var rows = Rows(section).Where(r => r.Count == 11).Take(4).ToList();
        foreach (var (row, told) in rows.Zip(pooled.GetProperty("rows").EnumerateArray()))
        {
            row[1].ShouldBe($"{told.GetProperty("n").GetInt32()}");
            row[^1].ShouldBe(told.GetProperty("why").GetString() ?? "");
            foreach (var (cell, count) in row.Skip(2).Zip(told.GetProperty("cells").EnumerateArray()))
            {
                Regex.Match(cell, "^[0-9]+").Value.ShouldBe($"{count.GetProperty("n").GetInt32()}");
                cell.Contains('%', StringComparison.Ordinal).ShouldBe(!told.GetProperty("refused").GetBoolean());
            }
        }

        rows.Count.ShouldBe(4);
        var lines = Command(language, "migration").Output.Split('\n').Select(l => l.Trim()).Where(l => l.StartsWith("Shorrocks", StringComparison.Ordinal) || l.Contains("P+E", StringComparison.Ordinal)).ToList();
        lines.Count.ShouldBe(2);
        foreach (var line in lines) section.ShouldContain(line);
        section.ShouldContain($"{pooled.GetProperty("moves").GetInt32()}");
    }

    [Theory]
    [InlineData("en", "\"Leaders are hedge-financed")]
    [InlineData("zh-Hans", "“头部为对冲型")]
    public void Report_HeadAndTail_GivesTheCommandsVerdictInItsWords(string language, string claim)
    {
        var section = Section(language, "head-tail");
        var printed = Command(language, "firms", "--head-tail").Output.Split('\n').Select(l => l.Trim()).ToList();
        section.ShouldContain(printed.Single(l => l.StartsWith(claim, StringComparison.Ordinal)));
        var told = Command(language, "firms", "--head-tail", "--format", "json").Json;
        foreach (var part in told.GetProperty("claims").EnumerateArray()) section.ShouldContain(part.GetProperty("claim").GetString()!);
        Rows(section).Count(r => r.Count == 12).ShouldBe(told.GetProperty("groups").GetArrayLength() + 3);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Report_Countries_HasEveryRowWithAValueOrTheReasonAndNamesWhatIsMissing(string language)
    {
        var section = Section(language, "countries");
        var told = Command(language, "compare", "us", "china", "--format", "json").Json.GetProperty("rows").EnumerateArray().ToList();
        told.Count.ShouldBeGreaterThan(20);
        foreach (var row in told)
        {
            section.ShouldContain(row.GetProperty("title").GetString()!);
            foreach (var side in new[] { row.GetProperty("first"), row.GetProperty("second") })
            {
                if (side.GetProperty("why").GetString() is { } why) section.ShouldContain(why);
                foreach (var missing in side.GetProperty("missing").EnumerateArray()) section.ShouldContain(missing.GetString()!);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Report_EveryTable_HasACaptionAndScopedHeads(string language)
    {
        foreach (var id in new[] { "migration", "head-tail", "countries" })
        {
            var html = Html(language, id);
            var tables = Regex.Count(html, "<table");
            tables.ShouldBeGreaterThan(0);
            Regex.Count(html, "<caption>").ShouldBe(tables);
            Regex.Count(html, "<th(?! scope=)[ >]").ShouldBe(0);
            html.ShouldNotContain("<script");
        }

        var all = _ran.Report(language);
        Anchors().Matches(all).Select(m => m.Groups[1].Value).Distinct().Where(a => !all.Contains($"id=\"{a}\"", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Firm_Table_ClosesWithWhatIsNotKnownAndJsonKeepsIt()
    {
        var json = _ran.Froth.Run("firm", "nvidia", "--as-of", AsOf, "--format", "json").Json;
        var missing = json.GetProperty("measures").EnumerateArray().Where(m => m.GetProperty("value").ValueKind == System.Text.Json.JsonValueKind.Null).ToList();
        missing.ShouldNotBeEmpty();
        var table = _ran.Froth.Run("firm", "nvidia", "--as-of", AsOf).Output;
        var at = table.IndexOf("Not known, and why", StringComparison.Ordinal);
        at.ShouldBeGreaterThan(table.IndexOf("Past quarters", StringComparison.Ordinal));
        foreach (var measure in missing)
        {
            table[..at].ShouldNotContain(measure.GetProperty("id").GetString()!);
            table[at..].ShouldContain(measure.GetProperty("title").GetString()! + " — ");
        }
    }

    private Outcome Command(string language, params string[] arguments) => _ran.Froth.Run([.. arguments, "--as-of", AsOf, "--lang", language]);

    private string Html(string language, string id) => Regex.Match(_ran.Report(language), $"<section id=\"{id}\".*?</section>", RegexOptions.Singleline).Value;

    private string Section(string language, string id) => WebUtility.HtmlDecode(Html(language, id));

    private static IEnumerable<List<string>> Rows(string section) => Row().Matches(section)
        .Select(r => Cell().Matches(r.Groups[1].Value).Select(c => Regex.Replace(c.Groups[1].Value, "<[^>]+>", " ").Trim()).ToList());

    [GeneratedRegex("<tr[^>]*>(.*?)</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<t[hd][^>]*>(.*?)</t[hd]>", RegexOptions.Singleline)]
    private static partial Regex Cell();

    [GeneratedRegex("href=\"#([^\"]+)\"")]
    private static partial Regex Anchors();
}
