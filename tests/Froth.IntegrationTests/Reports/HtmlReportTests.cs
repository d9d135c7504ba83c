using System.Text.RegularExpressions;
using System.Xml.Linq;
using Froth.Core;
using Froth.Core.Data;
using Froth.Core.Indicators;
using Froth.Core.Reports;
using Froth.Server.Reports;
using Monitor = Froth.Core.Reports.Monitor;

namespace Froth.IntegrationTests.Reports;

public sealed partial class HtmlReportTests
{
    private static readonly Monitor Monitor = SyntheticMonitor.Build();
    private static readonly Dictionary<Language, string> Rendered = new() { [Language.English] = Render(Language.English), [Language.SimplifiedChinese] = Render(Language.SimplifiedChinese) };

    public static TheoryData<Language> Languages => [Language.English, Language.SimplifiedChinese];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Render_Svgs_AreWellFormedAndLabelled(Language language)
    {
        var charts = Charts(language).ToList();
        charts.Count.ShouldBe(Monitor.Rows.Count(r => r.Result.Headline.Readings.Any(x => x.HasValue)));
        foreach (var chart in charts)
        {
            chart.Attribute("role")!.Value.ShouldBe("img");
            chart.Attribute("aria-label")!.Value.ShouldNotBeNullOrWhiteSpace();
            chart.DescendantsAndSelf().SelectMany(e => e.Attributes()).ShouldNotContain(a => a.Value.Contains("rgb(", StringComparison.Ordinal));
            chart.ToString().ShouldNotContain("NaN", Case.Sensitive);
        }
    }

    [Fact]
    public void Render_ChineseCharts_KeepOriginalCodePointsInText()
    {
        var texts = Charts(Language.SimplifiedChinese).SelectMany(c => c.Descendants().Where(e => e.Name.LocalName == "text")).Select(t => t.Value).ToList();
        texts.ShouldContain(t => t.Contains("估值", StringComparison.Ordinal));
        texts.ShouldContain(t => t.Contains("日支金", StringComparison.Ordinal));
        // Kangxi radicals and compatibility ideographs look alike and are found by no search.
        Rendered[Language.SimplifiedChinese].ShouldNotContain(c => c >= '\u2E80' && c <= '\u2FDF' || c >= '\uF900' && c <= '\uFAFF');
        Rendered[Language.SimplifiedChinese].ShouldNotContain("&#x4");
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Render_Page_HasUniqueIdsAndNoDeadAnchor(Language language)
    {
        var html = Rendered[language];
        var ids = IdAttribute().Matches(html).Select(m => m.Groups[1].Value).ToList();
        ids.Count.ShouldBeGreaterThan(40);
        ids.ShouldBeUnique();
        var targets = Anchor().Matches(html).Select(m => m.Groups[1].Value).ToHashSet();
        targets.Count.ShouldBeGreaterThan(30);
        targets.Except(ids).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Render_Page_LoadsNothing(Language language)
    {
        var html = Rendered[language];
        html.ShouldContain("default-src 'none'; style-src 'unsafe-inline'; img-src data:");
        Fetching().Matches(html).Select(m => m.Value).ShouldBeEmpty();
        html.Length.ShouldBeLessThan(2_000_000);
        html.ShouldContain($"lang=\"{(language == Language.English ? "en" : "zh-Hans")}\"");
        html.Contains("probability", StringComparison.OrdinalIgnoreCase).ShouldBeFalse();
        html.Contains("概率", StringComparison.Ordinal).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Render_TableTwins_HoldTheLastTwelveReadings(Language language)
    {
        var html = Rendered[language];
        foreach (var row in Monitor.Rows.Where(r => r.Latest is { HasValue: true }))
        {
            var twin = Twins().Matches(html).Select(m => m.Value).Single(t => t.Contains($"<caption>{Encoded(row.Definition.Title.In(language))}, ", StringComparison.Ordinal));
            foreach (var reading in row.Result.Headline.Readings.TakeLast(12))
            {
                twin.ShouldContain($"{reading.Date:yyyy-MM-dd}");
                twin.ShouldContain(Encoded(NumberText.Value(reading.Value, row.Definition, language)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Render_TextFromData_CannotBecomeMarkup(Language language)
    {
        var html = Rendered[language];
        html.ShouldContain("&lt;script&gt;alert(1)");
        html.ShouldNotContain("<script");
        html.ShouldNotContain("<img");
        Regex.IsMatch(html, "href=\"javascript:", RegexOptions.IgnoreCase).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Render_FactsThatAreNotPublic_AreCountedAndNotShown(Language language)
    {
        var html = Rendered[language];
        var section = html[html.IndexOf("id=\"i-licensed\"", StringComparison.Ordinal)..];
        section = section[..section.IndexOf("</article>", StringComparison.Ordinal)];
        section.ShouldContain("Vendor terms 2025");
        section.ShouldNotContain("Licensed price feed");
        section.ShouldNotContain("x-licensed.csv");
        html.ShouldNotContain("Undisclosed Bank");
        html.ShouldNotContain("Internal memo");
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Render_MissingAndStale_SayWhy(Language language)
    {
        var missing = Rendered[language][Rendered[language].IndexOf("id=\"missing\"", StringComparison.Ordinal)..];
        foreach (var row in Monitor.Missing) missing.ShouldContain(Encoded(row.Reason!.Value.In(language)));
        var stale = Monitor.Rows.Where(r => r.Status == ReadingStatus.Stale).ToList();
        stale.ShouldNotBeEmpty();
        foreach (var row in stale) missing.ShouldContain(Encoded(row.Reason!.Value.In(language)));
        foreach (var status in Enum.GetValues<ReadingStatus>()) Rendered[language].ShouldContain($"#m-{Marks.Of(status)}");
    }

    [Fact]
    public void Render_Chinese_LeavesNoGlossaryWordInEnglish()
    {
        var html = Rendered[Language.SimplifiedChinese];
        var words = typeof(Glossary).GetFields().Where(f => f.FieldType == typeof(Bilingual)).Select(f => (Bilingual)f.GetValue(null)!)
            .Concat(Enum.GetValues<Pillar>().Select(Pillars.NameOf)).Where(w => w.English != w.Chinese && w.English.Length > 3).ToList();
        words.Count.ShouldBeGreaterThan(60);
        foreach (var word in words) Regex.IsMatch(html, $">\\s*{Regex.Escape(Encoded(word.English))}\\s*<").ShouldBeFalse(word.English);
    }

    [Fact]
    public void Render_LongLineage_SaysWhatIsLeftOutAndHowToSeeIt()
    {
        var html = Rendered[Language.English];
        html.ShouldContain("120 facts in all; the 40 that describe the latest days are listed and 80 earlier ones left out. See all with: froth explain cape");
    }

    [Fact]
    public void Render_AsOfNotToday_SaysSo()
    {
        Rendered[Language.English].ShouldContain("Not today: generated on 2025-09-30");
        HtmlReport.Render(Monitor, Options(Language.English) with { GeneratedOn = SyntheticMonitor.AsOf }).ShouldNotContain("Not today");
    }

    [Fact]
    public void Render_SameMonitor_GivesTheSameBytes() => Render(Language.English).ShouldBe(Rendered[Language.English]);

    [Fact]
    public void Render_NothingAtAll_StillMakesAPage()
    {
        var empty = MonitorBuilder.Build([], FactSet.Cut(Monitor.Vintage, [], [], SyntheticMonitor.Entities), FactSet.Cut(Monitor.Vintage, [], [], SyntheticMonitor.Entities), "0");
        HtmlReport.Render(empty, Options(Language.SimplifiedChinese)).ShouldContain("</html>");
    }

    private static string Render(Language language) => HtmlReport.Render(Monitor, Options(language));

    private static ReportOptions Options(Language language) => new()
    {
        Language = language, GeneratedOn = new(2025, 9, 30), ProgramVersion = "0.1.0", Entities = SyntheticMonitor.Entities, Indicators = SyntheticMonitor.Indicators,
        CounterEvidence = new Dictionary<string, Bilingual> { ["cape"] = new("Falling real rates justify a higher multiple.", "实际利率下行可支撑更高倍数。") },
    };

    private static IEnumerable<XElement> Charts(Language language) =>
        Svgs().Matches(Rendered[language]).Select(m => XElement.Parse(m.Value)).Where(e => e.Attribute("class")?.Value == "chart");

    // Characters beyond ASCII stand as they are; markup characters and the plus sign stand as references.
    private static string Encoded(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal).Replace("'", "&#x27;", StringComparison.Ordinal)
        .Replace("+", "&#x2B;", StringComparison.Ordinal);

    [GeneratedRegex("<svg .*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Svgs();

    [GeneratedRegex("\\bid=\"([^\"]+)\"")]
    private static partial Regex IdAttribute();

    [GeneratedRegex("href=\"#([^\"]+)\"")]
    private static partial Regex Anchor();

    // An attribute named src, as against the letters src= within a quoted value.
    [GeneratedRegex("<link\\b|<iframe|<object|<embed|@import|url\\(|<(?:[^<>\"]|\"[^\"]*\")*?\\ssrc(?:set)?=", RegexOptions.IgnoreCase)]
    private static partial Regex Fetching();

    [GeneratedRegex("<details class=\"twin\">.*?</details>", RegexOptions.Singleline)]
    private static partial Regex Twins();
}
