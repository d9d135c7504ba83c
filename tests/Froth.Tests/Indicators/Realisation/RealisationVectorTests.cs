using Froth.Core.Data;
using Froth.Core.Indicators;
using Froth.Core.Indicators.Realisation;
using Froth.Core.Realisation;

namespace Froth.Tests.Indicators.Realisation;

public sealed class RealisationVectorTests
{
    [Fact]
    public void AnnualFactor_A16z_IsTenTimesAYear()
    {
        var vector = VectorFile.Of("price.a16z");
        PriceFall.AnnualFactor(vector.In("p0"), vector.In("p1"), vector.In("years")).ShouldBe(vector.Out("factor_per_year"), vector.Tolerance);
    }

    [Fact]
    public void LifetimeRevenue_Sequoia_IsTheVector()
    {
        var vector = VectorFile.Of("sequoia");
        var quarter = vector.In("nvda_dc_quarter");
        var reading = new CapexRevenueGapLifetime().ComputeOn(ExampleFacts.Set(
            [ExampleFacts.Over("nvidia", Concepts.DataCentreRevenue, "2025-07-28", "2025-10-26", quarter * 1e9, Unit.UsDollar)])).Headline.Latest!;
        (reading.Parts[0].Value / 1e9).ShouldBe(vector.Out("runrate"), vector.Tolerance);
        (reading.Parts[1].Value / 1e9).ShouldBe(vector.Out("tco"), vector.Tolerance);
        (reading.Value / 1e9).ShouldBe(vector.Out("lifetime_revenue"), vector.Tolerance);
    }

    [Fact]
    public void AnnualRevenue_ThreeLives_AreTheVector()
    {
        var vector = VectorFile.Of("capex.annuity");
        vector.In("r").ShouldBe(CapexGap.DiscountRate);
        vector.In("gm").ShouldBe(CapexGap.EndUserMargin);
        foreach (var (life, expected) in vector.Ins("L").Zip(vector.Outs("required_revenue_per_year")))
            CapexGap.AnnualRevenue(vector.In("K"), (int)life).ShouldBe(expected, vector.Tolerance);
    }

    [Fact]
    public void AnnualGap_QuarterMissingBetweenRecordedOnes_GivesNoValue()
    {
        string[] ends = ["2024-04-28", "2024-07-28", "2024-10-27", "2025-01-26", "2025-07-27"];
        string[] starts = ["2024-01-29", "2024-04-29", "2024-07-29", "2024-10-28", "2025-04-28"];
        var facts = starts.Zip(ends).Select(q => ExampleFacts.Over("nvidia", Concepts.DataCentreRevenue, q.First, q.Second, 10e9, Unit.UsDollar))
            .Append(ExampleFacts.At("openai", Concepts.RevenueRunRate, "2024-12-31", 5e9, Unit.UsDollar));
        var readings = new CapexRevenueGapAnnual().ComputeOn(ExampleFacts.Set(facts)).Headline.Readings;
        readings[0].HasValue.ShouldBeTrue();
        readings[^1].Missing.ShouldBe(MissingReason.BelowCoverage);
    }

    [Fact]
    public void ConstantQualityPrice_ScoreDatedLater_DoesNotCountBefore()
    {
        var facts = PriceSources.Model("dear", "2025-01-31", 0.60, 0.01, 10, 10).Concat(PriceSources.Model("cheap", "2025-03-31", 0.60, 0.01, 1, 1)).ToList();
        var readings = new ConstantQualityPrice().ComputeOn(ExampleFacts.Set(facts)).Headline.Readings;
        readings.Select(r => r.Value).ShouldBe([10, 10, 1]);
    }

    [Fact]
    public void ConstantQualityPriceFall_LaterModels_LeaveEarlierIntervalsUnchanged()
    {
        var facts = Enumerable.Range(0, 15).SelectMany(i => PriceSources.Model($"m{i}", new DateOnly(2024, 1, 31).AddMonths(i).ToString("yyyy-MM-dd"), 0.6, 0.01, 20.0 / (i + 1), 20.0 / (i + 1))).ToList();
        var all = new ConstantQualityPriceFall().ComputeOn(ExampleFacts.Set(facts)).Headline.Readings;
        var early = new ConstantQualityPriceFall().ComputeOn(ExampleFacts.Set(facts.Where(f => f.Date <= new DateOnly(2024, 12, 31)))).Headline.Readings;
        early.Count.ShouldBe(1);
        (all[0].Value, all[0].Low, all[0].High).ShouldBe((early[0].Value, early[0].Low, early[0].High));
        all[0].Low.ShouldBeLessThanOrEqualTo(all[0].High);
    }

    [Fact]
    public void RunRateGrowth_OnlyASmallLabIsNew_GivesNoValue()
    {
        var readings = new LabRunRateGrowth().ComputeOn(ExampleFacts.Set(
        [
            ExampleFacts.At("big", Concepts.RevenueRunRate, "2024-01-31", 5e9, Unit.UsDollar), ExampleFacts.At("big", Concepts.RevenueRunRate, "2025-01-31", 10e9, Unit.UsDollar),
            ExampleFacts.At("small", Concepts.RevenueRunRate, "2024-06-30", 1e9, Unit.UsDollar), ExampleFacts.At("small", Concepts.RevenueRunRate, "2025-06-30", 2e9, Unit.UsDollar),
        ])).Headline.Readings;
        readings[^1].Missing.ShouldBe(MissingReason.BelowCoverage);
    }
}
