using System.Text.Json;

namespace Froth.IntegrationTests.Cli;

/// <summary>The foundation's promise, kept by the real program on a new home with the data set it ships.</summary>
public sealed class MonitorCliTests : IClassFixture<MonitorCliTests.Ran>
{
    private const string AsOf = "2026-11-23";

    private readonly Ran _ran;

    public MonitorCliTests(Ran ran) => _ran = ran;

    public sealed class Ran : IDisposable
    {
        internal FrothProgram Froth { get; } = new();

        internal Outcome Monitor { get; }

        public Ran() => Monitor = Froth.Run("monitor", "--format", "json", "--as-of", AsOf);

        public void Dispose() => Froth.Dispose();
    }

    private JsonElement[] Indicators => [.. _ran.Monitor.Json.GetProperty("indicators").EnumerateArray()];

    [Fact]
    public void Monitor_OnAnEmptyHome_ShowsTwentyIndicatorsOverFourPillars()
    {
        _ran.Monitor.ExitCode.ShouldBe(0, _ran.Monitor.Error);
        _ran.Monitor.Json.GetProperty("schema").GetString().ShouldBe("froth.monitor/1");
        Indicators.Length.ShouldBeGreaterThanOrEqualTo(20);
        Indicators.Select(i => i.GetProperty("pillar").GetString()).Distinct().Count().ShouldBeGreaterThanOrEqualTo(4);
    }

    [Fact]
    public void Monitor_OnTheDefaultData_HasFifteenReadingsWithTwelveComparableObservations() =>
        Indicators.Count(i => i.GetProperty("value").ValueKind == JsonValueKind.Number && i.GetProperty("percentile").ValueKind == JsonValueKind.Number)
            .ShouldBeGreaterThanOrEqualTo(15);

    [Fact]
    public void Monitor_EveryRow_HasAllFieldsAndAReasonWhereSomethingIsMissing()
    {
        string[] fields = ["id", "pillar", "title", "value", "low", "high", "unit", "percentile", "band", "coverage", "asOf", "ageDays", "change", "status", "reason"];
        foreach (var row in Indicators)
        {
            foreach (var field in fields) row.TryGetProperty(field, out _).ShouldBeTrue($"{row} lacks {field}");
            if (row.GetProperty("status").GetString() != "current") row.GetProperty("reason").GetString().ShouldNotBeNullOrWhiteSpace(row.ToString());
            if (row.GetProperty("observations").GetInt32() < 12)
            {
                row.GetProperty("percentile").ValueKind.ShouldBe(JsonValueKind.Null);
                row.GetProperty("band").ValueKind.ShouldBe(JsonValueKind.Null);
            }
        }
    }

    [Fact]
    public void Monitor_Cape_IsShownAsStaleAndACurrentValuationStandsBesideIt()
    {
        Row("cape").GetProperty("status").GetString().ShouldBe("stale");
        Row("cape").GetProperty("asOf").GetString().ShouldBe("2023-07-31");
        Row("labs-price-to-run-rate").GetProperty("status").GetString().ShouldBe("current");
    }

    [Fact]
    public void Explain_EveryNumberOfTheMonitor_ReachesTitleAddressDateAndSnapshot()
    {
        var snapshots = _ran.Froth.Run("data", "snapshots", "--format", "json").Json.GetProperty("rows").EnumerateArray()
            .Select(s => s.GetProperty("sha256").GetString()).ToHashSet();
        var explained = 0;
        foreach (var row in Indicators.Where(i => i.GetProperty("value").ValueKind == JsonValueKind.Number))
        {
            var id = row.GetProperty("id").GetString()!;
            var explanation = _ran.Froth.Run("explain", id, "--as-of", AsOf, "--format", "json").Json;
            explanation.GetProperty("value").GetDouble().ShouldBe(row.GetProperty("value").GetDouble(), id);
            var inputs = explanation.GetProperty("inputs").EnumerateArray().ToList();
            inputs.Count.ShouldBeGreaterThan(0, id);
            foreach (var input in inputs)
            {
                var source = input.GetProperty("source");
                source.GetProperty("title").GetString().ShouldNotBeNullOrWhiteSpace(id);
                source.GetProperty("url").GetString()!.ShouldStartWith("http", Case.Sensitive, id);
                source.GetProperty("date").ValueKind.ShouldBe(JsonValueKind.String, $"{id}: {source}");
                snapshots.ShouldContain(input.GetProperty("snapshot").GetString(), id);
            }

            explained++;
        }

        explained.ShouldBeGreaterThanOrEqualTo(15);
    }

    [Fact]
    public void Explain_DebtShareOfCoreWeave_HasAValueFromItsDeals()
    {
        var outcome = _ran.Froth.Run("explain", "debt-share", "--entity", "coreweave", "--format", "json", "--as-of", AsOf);
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Json.GetProperty("value").GetDouble().ShouldBeInRange(0, 1);
        outcome.Json.GetProperty("inputs").EnumerateArray().ShouldAllBe(i => i.GetProperty("subject").GetString()!.Contains("CoreWeave"));
    }

    [Fact]
    public void Monitor_AtAPastVintage_KnowsNothingPublishedLater()
    {
        var past = _ran.Froth.Run("monitor", "--as-of", "2025-06-30", "--format", "json", "--no-report").Json;
        past.GetProperty("asOf").GetString().ShouldBe("2025-06-30");
        foreach (var row in past.GetProperty("indicators").EnumerateArray())
        {
            if (row.GetProperty("asOf").ValueKind == JsonValueKind.String)
                string.CompareOrdinal(row.GetProperty("asOf").GetString(), "2025-06-30").ShouldBeLessThanOrEqualTo(0, row.ToString());
        }
    }

    [Fact]
    public void Monitor_Twice_PrintsTheSameBytes() =>
        _ran.Froth.Run("monitor", "--format", "json", "--as-of", AsOf, "--no-report").Output.ShouldBe(_ran.Monitor.Output);

    [Fact]
    public void Monitor_InTwoHomes_HasTheSameDataVersion()
    {
        using var other = new FrothProgram();
        other.Run("monitor", "--format", "json", "--as-of", AsOf, "--no-report").Output.ShouldBe(_ran.Monitor.Output);
    }

    [Fact]
    public void Monitor_WithReport_TellsWhereAndMakesNoNetworkReference()
    {
        var path = Path.Combine(_ran.Froth.Home, "report.html");
        var outcome = _ran.Froth.Run("monitor", "--as-of", AsOf, "--report", path, "--lang", "zh-Hans");
        outcome.Error.ShouldContain(path);
        var html = File.ReadAllText(path);
        html.ShouldContain("lang=\"zh-Hans\"");
        html.ShouldContain("估值");
        System.Text.RegularExpressions.Regex.Matches(html, @"(src|srcset|xlink:href|action)\s*=\s*""https?:|@import|url\(\s*['""]?https?:|<link[^>]+href=""http|<script[^>]+src").Count.ShouldBe(0);
    }

    [Fact]
    public void Monitor_FailOnAlarm_ExitsWithOneWhenACurrentReadingAlarms()
    {
        var alarmed = Indicators.Any(i => i.GetProperty("status").GetString() == "current" && i.GetProperty("band").GetString() == "alarm");
        _ran.Froth.Run("monitor", "--as-of", AsOf, "--no-report", "--fail-on", "alarm").ExitCode.ShouldBe(alarmed ? 1 : 0);
        _ran.Froth.Run("monitor", "--as-of", AsOf, "--no-report", "--strict").ExitCode.ShouldBe(1);
    }

    [Fact]
    public void Monitor_AsTableAndCsv_ShowsEveryIndicator()
    {
        var table = _ran.Froth.Run("monitor", "--as-of", AsOf, "--no-report").Output;
        var csv = _ran.Froth.Run("monitor", "--as-of", AsOf, "--no-report", "--format", "csv").Output;
        csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(Indicators.Length + 1);
        foreach (var id in Indicators.Select(i => i.GetProperty("id").GetString()!)) table.ShouldContain(id);
        table.ShouldNotContain('\u001b', "a pipe gets no colour");
    }

    private JsonElement Row(string id) => Indicators.Single(i => i.GetProperty("id").GetString() == id);
}
