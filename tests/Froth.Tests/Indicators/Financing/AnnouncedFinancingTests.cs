using Froth.Core.Data;
using Froth.Core.Financing;
using Froth.Core.Indicators;
using Froth.Core.Indicators.Dependence;
using Froth.Core.Indicators.Financing;

namespace Froth.Tests.Indicators.Financing;

public sealed class AnnouncedFinancingTests
{
    private static readonly Flow Signed = ExampleFacts.Deal("a", "2025-03-31", "fund", "lab", FlowKind.EquityInvestment, 1e9);

    // A window needs four signed deals: these three stand beside the one under test.
    private static readonly Flow[] Others = [.. Enumerable.Range(1, 3).Select(i => Signed with { Id = $"other{i}" })];

    [Fact]
    public void Sum_StagesGuaranteesLeasesPurchasesAndUnconfirmed_AreNeverAdded()
    {
        var reading = Latest(
            Signed,
            Signed with { Id = "b", Binding = Binding.LetterOfIntent },
            Signed with { Id = "c", Binding = Binding.Unknown },
            Signed with { Id = "d", Kind = FlowKind.Guarantee },
            Signed with { Id = "e", Kind = FlowKind.ComputeLease },
            Signed with { Id = "f", Kind = FlowKind.PurchaseCommitment },
            Signed with { Id = "g", Grade = Grade.Unconfirmed },
            Signed with { Id = "h", CountsInTotal = false });
        reading.Value.ShouldBe(4e9);
        reading.Parts[^1].Value.ShouldBe(2e9);
        reading.Parts.Take(4).Sum(p => p.Value).ShouldBe(reading.Value);
    }

    [Fact]
    public void Sum_Ceiling_IsOnlyInTheUpperEnd()
    {
        var reading = Latest(Signed, Signed with { Id = "b", IsUpTo = true, Value = Amount.Range(null, 4_000_000_000m) });
        (reading.Value, reading.Low, reading.High).ShouldBe((4e9, 4e9, 8e9));
    }

    [Fact]
    public void Sum_PointThatIsOnlyACeiling_IsZeroInTheLowerEnd()
    {
        var reading = Latest(Signed, Signed with { Id = "b", IsUpTo = true, Value = Amount.Point(4_000_000_000m) });
        (reading.Value, reading.Low, reading.High).ShouldBe((8e9, 4e9, 8e9));
    }

    [Fact]
    public void Sum_FloorWithoutCeiling_LeavesTheUpperEndOpen()
    {
        var reading = Latest(Signed with { Value = Amount.Range(2_000_000_000m, null) });
        reading.Value.ShouldBe(5e9);
        reading.High.ShouldBe(double.NaN);
    }

    [Fact]
    public void Sum_CurrencyWithoutRate_IsLeftOutAndCounted()
    {
        var reading = Latest(Signed, Signed with { Id = "b", Currency = Unit.Parse("GBP") });
        reading.Value.ShouldBe(4e9);
        reading.Coverage.ShouldBe(0.8);
        reading.Remark!.Value.English.ShouldContain("GBP");
    }

    [Theory]
    [InlineData("2025-01-30", 5.1e9, 1)]
    [InlineData("2025-01-29", 4e9, 0.8)]
    public void Sum_RateAtMostSixtyDaysAway_Converts(string rateDay, double expected, double coverage)
    {
        var rate = ExampleFacts.At("fx", "eur-usd", rateDay, 1.1, Unit.UsDollar);
        var reading = Latest([Signed, Signed with { Id = "b", Currency = Unit.Parse("EUR") }, rate]);
        reading.Value.ShouldBe(expected, 1);
        reading.Coverage.ShouldBe(coverage);
        reading.Lineage.Contains(rate).ShouldBe(coverage > 0.9);
    }

    [Fact]
    public void Sum_RateRange_IsCarried()
    {
        var rate = ExampleFacts.At("fx", "eur-usd", "2025-03-31", 1.1, Unit.UsDollar) with { Value = Amount.Range(1.0m, 1.2m) };
        var reading = Latest([Signed with { Currency = Unit.Parse("EUR") }, rate]);
        (reading.Value, reading.Low, reading.High).ShouldBe((4.1e9, 4e9, 4.2e9));
    }

    [Fact]
    public void Readings_DealsBefore2025_MakeNone() =>
        new AnnouncedFinancing().ComputeOn(ExampleFacts.Set([Signed with { Announced = new(2024, 5, 7) }, Signed with { Id = "b" }, .. Others]))
            .Headline.Readings.ShouldHaveSingleItem().Value.ShouldBe(4e9);

    [Fact]
    public void Readings_FewerThanFourDeals_AreNotRead()
    {
        var latest = new AnnouncedFinancing().ComputeOn(ExampleFacts.Set(Others)).Headline.Latest!;
        latest.Value.ShouldBe(double.NaN);
        latest.Missing.ShouldBe(MissingReason.InsufficientHistory);
    }

    [Fact]
    public void Readings_BalanceOnADay_BelongsToNoWindow() =>
        Latest(Signed, Signed with { Id = "b", DatePrecision = DatePrecision.AsOf }).Value.ShouldBe(4e9);

    [Fact]
    public void Cagr_SameFacts_AreTheSameInterval()
    {
        var facts = ExampleFacts.Set(new AnnouncedFinancingCagr().Examples[0].Facts);
        var (first, second) = (new AnnouncedFinancingCagr().ComputeOn(facts).Headline.Latest!, new AnnouncedFinancingCagr().ComputeOn(facts).Headline.Latest!);
        (second.Low, second.High).ShouldBe((first.Low, first.High));
        first.Low.ShouldBeLessThan(first.Value);
        first.High.ShouldBeGreaterThan(first.Value);
    }

    [Fact]
    public void Yoy_NoQuarterAYearBefore_IsInsufficientHistory() =>
        new AnnouncedFinancingQuarterlyYoy().ComputeOn(ExampleFacts.Set([Signed])).Headline.Latest!.Missing.ShouldBe(MissingReason.InsufficientHistory);

    [Fact]
    public void Concentration_SeveralReceiversOfOneDeal_CountAsOne()
    {
        // Two deals each of five receivers, and two whose pair of receivers counts as one.
        var single = Enumerable.Range(2, 10).Select(i => Signed with { Id = $"s{i}", Announced = new(2025, 6, 30), To = [$"lab{i / 2}"] });
        var shared = Signed with { Announced = new(2025, 6, 30), To = ["a", "b"] };
        var reading = new FundingHhi().ComputeOn(ExampleFacts.Set([.. single, shared, shared with { Id = "again" }])).Headline.Latest!;
        reading.Value.ShouldBe(1 / 6.0, 1e-12);
    }

    private static Reading Latest(params Fact[] facts) => new AnnouncedFinancing().ComputeOn(ExampleFacts.Set([.. Others, .. facts])).Headline.Latest!;
}
