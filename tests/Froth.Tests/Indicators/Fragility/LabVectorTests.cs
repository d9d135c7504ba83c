using Froth.Core.Data;
using Froth.Core.Financing;
using Froth.Core.Indicators;
using Froth.Core.Indicators.Fragility;

namespace Froth.Tests.Indicators.Fragility;

public sealed class LabVectorTests
{
    [Fact]
    public void RevenueCover_OpenAi2025_IsTheVector()
    {
        var vector = VectorFile.Of("minsky.lab.openai.2025");
        var reading = new LabRevenueCover().ComputeOn(ExampleFacts.Set(
        [
            Year(Concepts.Revenue, vector.In("revenue")), Year("total-spending", -vector.In("expenditure")),
        ])).Headline.Latest!;
        reading.Value.ShouldBe(vector.Out("revenue_cover"), vector.Tolerance);
    }

    [Fact]
    public void BurnAndCover_OpenAiFirstQuarter2026_AreTheVector()
    {
        var vector = VectorFile.Of("minsky.lab.openai.2026Q1");
        var facts = ExampleFacts.Set([Quarter(Concepts.Revenue, vector.In("revenue")), Quarter("cash-burn", -vector.In("burn"))]);
        new LabBurnToRevenue().ComputeOn(facts).Headline.Latest!.Value.ShouldBe(vector.Out("burn_to_revenue"), vector.Tolerance);
        new LabRevenueCover().ComputeOn(facts).For("openai")!.Latest!.Value.ShouldBe(vector.Out("revenue_cover"), vector.Tolerance);
    }

    [Fact]
    public void RunwayMonths_ZhipuListing_IsTheVector()
    {
        var vector = VectorFile.Of("minsky.runway.zhipu.ipo_only");
        var proceeds = vector.In("shares_m") * vector.In("price_hkd");
        (proceeds / 1000).ShouldBe(vector.Out("proceeds_hkd_bn"), vector.Tolerance);
        LabBurn.RunwayMonths(proceeds * vector.In("rmb_per_hkd"), vector.In("burn_rmb_m_per_month")).ShouldBe(vector.Out("months"), vector.Tolerance);
    }

    [Fact]
    public void RevenueCover_SeveralBases_RangeShowsAllOfThem()
    {
        var reading = new LabRevenueCover().ComputeOn(ExampleFacts.Set(
        [
            Quarter(Concepts.Revenue, 5.7), Quarter("cash-burn", -3.7), Quarter(Concepts.OperatingIncome, -9.3),
        ])).For("openai")!.Latest!;
        reading.Value.ShouldBe(5.7 / 9.4, 1e-9);
        reading.Low.ShouldBe(5.7 / 15.0, 1e-9);
        reading.High.ShouldBe(5.7 / 9.4, 1e-9);
    }

    [Fact]
    public void RevenueCover_SpendingOfAnotherPeriod_GivesNothing() =>
        new LabRevenueCover().ComputeOn(ExampleFacts.Set([Year(Concepts.Revenue, 13), Quarter("total-spending", -34)])).Headline.Latest!.Missing.ShouldBe(MissingReason.NoData);

    [Theory]
    [InlineData(double.NaN, double.NaN, null, LabFinancingType.Unknown)]
    [InlineData(0.6, 0.4, null, LabFinancingType.Unknown)]
    [InlineData(0.6, 0.4, false, LabFinancingType.EquityDependent)]
    [InlineData(0.6, 0.4, true, LabFinancingType.Unknown)]
    [InlineData(1.2, 0.9, true, LabFinancingType.Unknown)]
    public void Classify_WithoutEnoughKnown_NeverGuesses(double atMost, double atLeast, bool? hasDebt, LabFinancingType expected) =>
        new LabPosition { CoverAtMost = atMost, CoverAtLeast = atLeast, HasDebt = hasDebt }.Classify().ShouldBe(expected);

    [Fact]
    public void Classify_EachClassDecided_IsThatClass()
    {
        var burning = new LabPosition { CoverAtMost = 0.6, CoverAtLeast = 0.4, HasDebt = true };
        new LabPosition { CoverAtMost = 1.3, CoverAtLeast = 1, CommitmentCover = 1 }.Classify().ShouldBe(LabFinancingType.Hedge);
        (burning with { RunningCoverAtLeast = 1 }).Classify().ShouldBe(LabFinancingType.Speculative);
        (burning with { FinancingToComputeAtMost = 1, RunwayMonths = 12 }).Classify().ShouldBe(LabFinancingType.Speculative);
        (burning with { RunningCoverAtMost = 0.9, RunwayMonths = 5 }).Classify().ShouldBe(LabFinancingType.Ponzi);
    }

    private static Observation Year(string concept, double billions) => ExampleFacts.Over("openai", concept, "2025-01-01", "2025-12-31", billions * 1e9, Unit.UsDollar);

    private static Observation Quarter(string concept, double billions) => ExampleFacts.Over("openai", concept, "2026-01-01", "2026-03-31", billions * 1e9, Unit.UsDollar);
}
