using System.Globalization;
using System.Text.Json;
using Froth.Data.Sources;
using Froth.IntegrationTests.Sources;

namespace Froth.IntegrationTests.Cli;

/// <summary><c>froth firm NAME facts</c> from the shipped data, as a user runs it.</summary>
public sealed class FirmFactsCliTests
{
    // From Apple's own annual reports, in millions of dollars: fiscal 2021, 2022, 2023, 2024.
    private static readonly (string Concept, decimal[] Millions)[] Apple =
    [
        ("revenue", [365_817, 394_328, 383_285, 391_035]),
        ("operating-income", [108_949, 119_437, 114_301, 123_216]),
        ("net-income", [94_680, 99_803, 96_995, 93_736]),
        ("operating-cash-flow", [104_038, 122_151, 110_543, 118_254]),
        ("capital-expenditure", [11_085, 10_708, 10_959, 9_447]),
        ("research-and-development", [21_914, 26_251, 29_915, 31_370]),
        ("depreciation-amortisation", [11_284, 11_104, 11_519, 11_445]),
    ];

    private static readonly string[] YearEnds = ["2021-09-25", "2022-09-24", "2023-09-30", "2024-09-28"];

    [Fact]
    public void FirmFacts_Apple_EqualsFourAnnualReports()
    {
        using var froth = new FrothProgram();
        var json = froth.Run("firm", "apple", "facts", "--format", "json", "--as-of", "2026-03-25").Json;
        json.GetProperty("entity").GetString().ShouldBe("apple");
        json.GetProperty("asOf").GetString().ShouldBe("2026-03-25");
        foreach (var (concept, millions) in Apple)
        {
            for (var year = 0; year < YearEnds.Length; year++)
            {
                var fact = Facts(json, concept, "annual").Single(f => f.GetProperty("end").GetString() == YearEnds[year]);
                fact.GetProperty("value").GetDecimal().ShouldBe(millions[year] * 1_000_000, $"{concept} {YearEnds[year]}");
                fact.GetProperty("unit").GetString().ShouldBe("USD");
                fact.GetProperty("accession").GetString()!.Length.ShouldBe(20);
                fact.GetProperty("tag").GetString()!.ShouldStartWith("us-gaap:");
                fact.GetProperty("derived").GetBoolean().ShouldBeFalse();
                fact.GetProperty("status").GetString().ShouldBe("reported");
            }
        }
    }

    [Fact]
    public void FirmFacts_Apple_EqualsTheInstanceOfItsReport()
    {
        var sink = RecordingSink.Parse(SourceCatalogue.Find("edgar")!, Repository.Shared("samples/edgar/instance/aapl-20230930_htm.xml"), new DateOnly(2026, 3, 25));
        using var froth = new FrothProgram();
        var facts = froth.Run("firm", "apple", "facts", "--format", "json", "--as-of", "2023-12-31").Json.GetProperty("facts").EnumerateArray()
            .Where(f => f.GetProperty("status").GetString() == "reported" && f.GetProperty("basis").GetString() is "annual" or "instant").ToList();
        var compared = 0;
        foreach (var told in sink.Facts.Where(f => f.Dimension.Length == 0))
        {
            foreach (var fact in facts.Where(f => f.GetProperty("tag").GetString() == told.Tag && f.GetProperty("end").GetString() == Day(told.End)
                && f.GetProperty("start").GetString() == (told.Start is { } start ? Day(start) : null)))
            {
                fact.GetProperty("value").GetDecimal().ShouldBe(told.Value, $"{told.Tag} {told.End:yyyy-MM-dd}");
                compared++;
            }
        }

        compared.ShouldBeGreaterThan(60);
    }

    [Theory]
    [InlineData("2024-03-01", 2_464_000_000)]
    [InlineData("2025-03-01", 24_643_000_000)]
    public void FirmFacts_SharesAsOf_AreWhatWasKnownThen(string asOf, long shares)
    {
        using var froth = new FrothProgram();
        var json = froth.Run("firm", "NVDA", "facts", "--concept", "shares-outstanding", "--as-of", asOf, "--format", "json").Json;
        var fact = Facts(json, "shares-outstanding", "instant").Single(f => f.GetProperty("end").GetString() == "2024-01-28");
        (fact.GetProperty("value").GetInt64(), fact.GetProperty("unit").GetString()).ShouldBe((shares, "shares"));
        fact.GetProperty("filed").GetString()!.CompareTo(asOf).ShouldBeLessThan(0);
    }

    [Fact]
    public void FirmFacts_UnknownAndDisputed_AreSaidAndNeverZero()
    {
        using var froth = new FrothProgram();
        var apple = Facts(froth.Run("firm", "apple", "facts", "--concept", "interest-expense", "--format", "json").Json, "interest-expense", "quarter");
        apple.Single(f => f.GetProperty("status").GetString() == "unknown").GetProperty("value").ValueKind.ShouldBe(JsonValueKind.Null);
        var alphabet = Facts(froth.Run("firm", "alphabet", "facts", "--concept", "purchase-obligations", "--format", "json").Json, "purchase-obligations", "instant");
        alphabet.Where(f => f.GetProperty("end").GetString() == "2026-03-31").Select(f => f.GetProperty("status").GetString()).ShouldBe(["disputed", "disputed"]);
    }

    [Fact]
    public void FirmFacts_Chinese_SpeaksChineseAndKeepsTheNumbers()
    {
        using var froth = new FrothProgram();
        var output = froth.Run("firm", "alphabet", "facts", "--concept", "revenue", "--lang", "zh-Hans").Output;
        output.ShouldContain("营业收入");
        output.ShouldContain("4,225亿美元");
        froth.Run("firm", "alphabet", "facts", "--concept", "revenue").Output.ShouldContain("$422bn");
    }

    [Theory]
    [InlineData("firm", "nobody", "facts")]
    [InlineData("firm", "apple", "facts", "--concept", "profitability")]
    [InlineData("firm", "apple", "facts", "--basis", "weekly")]
    public void FirmFacts_UnknownWord_IsAUsageErrorThatNamesIt(params string[] arguments)
    {
        using var froth = new FrothProgram();
        var outcome = froth.Run(arguments);
        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain(arguments[^1] == "facts" ? arguments[1] : arguments[^1]);
    }

    private static List<JsonElement> Facts(JsonElement json, string concept, string basis) =>
        [.. json.GetProperty("facts").EnumerateArray().Where(f => f.GetProperty("concept").GetString() == concept && f.GetProperty("basis").GetString() == basis)];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
