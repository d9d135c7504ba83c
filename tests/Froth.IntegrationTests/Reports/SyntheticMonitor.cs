using System.Globalization;
using Froth.Core;
using Froth.Core.Data;
using Froth.Core.Entities;
using Froth.Core.Indicators;
using Froth.Core.Reports;
using Froth.Core.Time;
using Monitor = Froth.Core.Reports.Monitor;

namespace Froth.IntegrationTests.Reports;

/// <summary>
/// A monitor of invented numbers in the shape of the real one: 24 indicators over six pillars, among them a monthly series of 150 years, panels,
/// ranges, multiples that mean nothing, stale and missing readings, licensed facts, and text that tries to break out of its place.
/// </summary>
internal static class SyntheticMonitor
{
    public const string Injection = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
    public static readonly DateOnly AsOf = new(2025, 6, 30);

    private static readonly Source Filing = new("sec-1", "U.S. SEC", "Form 10-Q for the quarter ended April 27, 2025", "https://www.sec.gov/Archives/edgar/data/1045810/000104581025000116", new(2025, 5, 28), "Public domain (US government)", AccessClass.Public);
    private static readonly Source Press = new("press-1", "Reuters", "AI 创业公司融资创新高 " + Injection, "https://example.org/a?b=1&c=\"2\"", new(2025, 6, 12), "Fact cited from press", AccessClass.Public);
    private static readonly Source Script = new("bad-1", Injection, "Link that must not become one", "javascript:alert(3)", null, "", AccessClass.Public);
    private static readonly Source Vendor = new("vendor-1", "Vendor Ltd", "Licensed price feed", "https://vendor.example/feed", new(2025, 6, 1), "Vendor terms 2025", AccessClass.Licensed);
    private static readonly Source Secret = new("secret-1", "Undisclosed Bank", "Internal memo", "", new(2025, 5, 30), "NDA with Undisclosed Bank", AccessClass.Confidential);
    private static readonly Source Shiller = new("shiller", "Robert Shiller", "U.S. Stock Markets 1871–Present and CAPE Ratio", "http://www.econ.yale.edu/~shiller/data.htm", new(2023, 9, 1), "Free use with citation", AccessClass.Public);

    public static EntityBook Entities { get; } = new(
    [
        Of("ai-sector", "AI sector", "人工智能行业", EntityKind.Sector), Of("nvidia", "NVIDIA", "英伟达", EntityKind.Firm), Of("coreweave", "CoreWeave", "CoreWeave", EntityKind.Firm),
        Of("alphabet", "Alphabet", "谷歌母公司", EntityKind.Firm), Of("openai", "OpenAI", "OpenAI", EntityKind.Lab), Of("moonshot", "Moonshot AI", "月之暗面", EntityKind.Lab),
    ]);

    public static IReadOnlyList<Indicator> Indicators { get; } = SyntheticIndicators.All;

    public static Monitor Build()
    {
        var facts = Facts().ToList();
        var now = FactSet.Cut(Vintage.At(AsOf), facts, [], Entities);
        var before = FactSet.Cut(now.Vintage.MonthBefore(), facts, [], Entities);
        return MonitorBuilder.Build(Indicators, now, before, "d41d8cd98f00");
    }

    private static IEnumerable<Observation> Facts() => Market().Concat(Quarterly()).Concat(Private()).Concat(Prices());

    private static IEnumerable<Observation> Market()
    {
        var day = new DateOnly(1881, 1, 31);
        for (var i = 0; day <= new DateOnly(2023, 6, 30); i++)
        {
            var cape = 16 + 6 * Math.Sin(i / 55.0) + 4 * Math.Sin(i / 17.0) + i / 180.0 + (i is > 1380 and < 1470 ? 20 * Math.Sin((i - 1380) / 90.0 * Math.PI) : 0);
            yield return Fact("ai-sector", "x-cape", day, cape, Unit.Ratio, Shiller, Grade.ThirdParty, lag: 20);
            yield return Fact("ai-sector", "x-yield", day, 0.045 + 0.03 * Math.Cos(i / 70.0), Unit.Ratio, Shiller, Grade.ThirdParty, lag: 20);
            day = new DateOnly(day.Year, day.Month, 1).AddMonths(2).AddDays(-1);
        }
    }

    private static IEnumerable<Observation> Quarterly()
    {
        for (var q = 0; q < 26; q++)
        {
            var day = new DateOnly(2019, 1, 1).AddMonths(3 * q + 3).AddDays(-1);
            var growth = Math.Pow(1.09, q);
            yield return Fact("ai-sector", "x-financing", day, 18e9 * growth * (1 + 0.2 * Math.Sin(q)), Unit.UsDollar, q % 3 == 0 ? Press : Filing, Grade.Press, spread: 0.15);
            yield return Fact("ai-sector", "x-share", day, 0.08 + 0.018 * q + 0.02 * Math.Sin(q * 1.3), Unit.Ratio, Press, Grade.ThirdParty);
            yield return Fact("ai-sector", "x-debt", day, 0.2 + 0.012 * q, Unit.Ratio, Filing, Grade.Filed, spread: 0.1);
            yield return Fact("ai-sector", "x-hhi", day, 0.05 + 0.006 * q - 0.03 * Math.Sin(q / 3.0), Unit.Ratio, Filing, Grade.Filed);
            yield return Fact("nvidia", "x-pe", day, 40 + 22 * Math.Sin(q / 2.5), Unit.Ratio, Filing, Grade.Audited);
            yield return Fact("alphabet", "x-pe", day, 25 + 4 * Math.Sin(q / 3.0), Unit.Ratio, Filing, Grade.Audited);
            yield return q < 20 ? Loss("coreweave", "x-pe", day) : Fact("coreweave", "x-pe", day, 70 - q, Unit.Ratio, Filing, Grade.Filed);
            yield return Fact("ai-sector", "x-gap", day, -5e9 * growth, Unit.UsDollar, Filing, Grade.Estimated, spread: 0.25);
            yield return Fact("ai-sector", "x-licensed", day, 3 + Math.Sin(q), Unit.Index, q % 2 == 0 ? Vendor : Secret, Grade.ThirdParty);
        }
    }

    private static IEnumerable<Observation> Private()
    {
        (string Day, double Low, double High)[] rounds = [("2021-05-01", 14e9, 14e9), ("2023-01-23", 27e9, 29e9), ("2024-02-16", 80e9, 86e9), ("2024-10-02", 157e9, 157e9), ("2025-03-31", 300e9, 300e9)];
        foreach (var (day, low, high) in rounds) yield return Range("openai", "x-post", Date(day), low, high, Press, Grade.Press);
        yield return Range("moonshot", "x-post", Date("2024-02-19"), 2.5e9, 2.5e9, Press, Grade.Press);
        yield return Range("moonshot", "x-post", Date("2024-08-05"), 3.3e9, 3.3e9, Script, Grade.Unconfirmed);
        foreach (var (day, months) in new[] { ("2023-12-31", 9.5), ("2024-12-31", 7.0), ("2025-05-20", 6.2) })
            yield return Fact("openai", "x-runway", Date(day), months, Unit.Months, Press, Grade.Estimated, spread: 0.3, lag: 5);
    }

    private static IEnumerable<Observation> Prices()
    {
        for (var m = 0; m < 28; m++)
        {
            var day = new DateOnly(2023, 3, 1).AddMonths(m).AddDays(13);
            yield return Fact("ai-sector", "x-cheapest", day, 36 * Math.Exp(-0.26 * m), Unit.UsDollarPerMillionTokens, Script, Grade.Company, lag: 0);
            yield return Fact("ai-sector", "x-frontier", day, m < 12 ? 60 : m < 20 ? 30 : 75, Unit.UsDollarPerMillionTokens, Script, Grade.Company, lag: 0);
            yield return Fact("ai-sector", "x-spread", day, 310 + 90 * Math.Sin(m / 4.0), Unit.Index, Filing, Grade.ThirdParty, lag: 2);
        }
    }

    private static Entity Of(string id, string english, string chinese, EntityKind kind) => new() { Id = id, Name = new(english, chinese), Kind = kind };

    private static Observation Fact(string entity, string concept, DateOnly day, double value, Unit unit, Source source, Grade grade, double spread = 0, int lag = 26) => new()
    {
        Entity = entity, Concept = concept, Period = Period.Instant(day), Unit = unit, Grade = grade, PublishedAt = day.AddDays(lag), Provenance = From(source, $"{concept}.csv:{day.DayNumber}"),
        Value = spread == 0 ? Amount.Point(Money(value)) : Amount.Range(Money(value - Math.Abs(value) * spread), Money(value + Math.Abs(value) * spread), Money(value)),
        Note = source == Script ? Injection : "",
    };

    private static Observation Range(string entity, string concept, DateOnly day, double low, double high, Source source, Grade grade) => new()
    {
        Entity = entity, Concept = concept, Dimension = "series-x:primary", Period = Period.Instant(day), Unit = Unit.UsDollar, Grade = grade, PublishedAt = day,
        Provenance = From(source, "rounds.csv:7"), Value = Amount.Range(Money(low), Money(high)),
    };

    private static Observation Loss(string entity, string concept, DateOnly day) => new()
    {
        Entity = entity, Concept = concept, Period = Period.Instant(day), Unit = Unit.Ratio, Grade = Grade.Filed, PublishedAt = day.AddDays(26),
        Provenance = From(Filing, "facts/us-gaap/NetIncomeLoss"), Value = Amount.Unknown,
    };

    private static Provenance From(Source source, string locator) => new(source, "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", locator);

    private static decimal Money(double value) => Math.Round((decimal)value, 4);

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
