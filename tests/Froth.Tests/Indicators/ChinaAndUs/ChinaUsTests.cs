using Froth.Core.Indicators;
using Froth.Core.Indicators.ChinaAndUs;
using Froth.Tests.Contract;

namespace Froth.Tests.Indicators.ChinaAndUs;

/// <summary>The comparisons of China and the United States on the default data; expected values worked out from the tables by hand.</summary>
public sealed class ChinaUsTests
{
    [Theory]
    [InlineData("2023-09-24", 126.074023 - 112.386350)] // GPT-4 against Qwen-14B
    [InlineData("2023-11-02", 126.074023 - 117.737860)] // Yi-34B
    [InlineData("2025-11-18", 153.80608 - 145.280655)] // Gemini 3 Pro against Qwen3-235B-A22B-Thinking
    public void CapabilityGap_OnADay_IsBestLessBest(string day, double expected)
    {
        var reading = new CapabilityGap().ComputeOn(DefaultFacts.Now).Headline.Readings.Single(r => r.Date == DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        reading.Value.ShouldBe(expected, 2e-6);
        reading.Lineage.Count.ShouldBe(2);
    }

    [Fact]
    public void CapabilityGap_ThroughTime_HasEnoughObservations()
    {
        var result = new CapabilityGap().ComputeOn(DefaultFacts.Now);
        result.Headline.Readings.Count.ShouldBeGreaterThanOrEqualTo(20);
        result.Panel.Select(s => s.Entity).ShouldBe(["us", "china"]);
    }

    [Fact]
    public void CapabilityGap_BeforeTheScoresWerePublished_IsMissing()
    {
        var result = new CapabilityGap().ComputeOn(DefaultFacts.At(Core.Time.Vintage.At(new DateOnly(2025, 12, 21))));
        result.Headline.Latest!.Missing.ShouldBe(MissingReason.NoData);
    }

    [Fact]
    public void CapabilityLead_OfTheNewestChineseBest_IsHundredDays()
    {
        // o3 of 16 April 2025 (146.79) was the first US model at or above 145.28 of 25 July 2025: 100 days.
        var reading = new CapabilityLead().ComputeOn(DefaultFacts.Now).Headline.Latest!;
        (reading.Date, reading.Value).ShouldBe((new DateOnly(2025, 7, 25), 100 / 30.4375));
    }

    [Fact]
    public void ValuationAtEqualCapability_OnDefaultData_IsOnePairAndSaysSo()
    {
        // xAI at 147.4 and 230 bn (January 2026) against Moonshot at 145.1 and 4.8 bn.
        var reading = new ValuationAtEqualCapability().ComputeOn(DefaultFacts.Now).Headline.Latest!;
        reading.Value.ShouldBe(230 / 4.8, 1e-9);
        reading.Parts[0].Value.ShouldBe(1);
        reading.Remark!.Value.English.ShouldContain("single pair");
    }
}
