using Froth.Core;
using Froth.Core.Data;
using Froth.Core.Entities;
using Froth.Core.Financing;
using Froth.Core.Firms;
using Froth.Core.Indicators;
using Froth.Core.Indicators.Valuation;
using Froth.Core.Time;
using Froth.Tests.Valuation;

namespace Froth.Tests.Indicators.Valuation;

public sealed class SectorEarningsTests
{
    private static readonly DateOnly End = Told.Day("2024-12-31");

    [Fact]
    public void Aggregate_YuanFirms_StandBesideAndAreNotAdded()
    {
        var reading = At(new PriceEarningsAggregate(), [.. Three(Unit.UsDollar, ""), .. Three(Told.Yuan, "cn-", 7)]);
        reading.Value.ShouldBe(50, 1e-9);
        reading.Parts.Select(p => p.Value).ShouldBe([50, 3, 50, 3, 6, 0], 1e-9);
    }

    [Fact]
    public void Aggregate_JointLoss_IsNotMeaningful()
    {
        var reading = At(new PriceEarningsAggregate(), [.. Three(Unit.UsDollar, ""), Told.Price("d", "2024-12-31", 10), Told.Year("d", Concepts.NetIncome, 2024, -9)]);
        reading.Missing.ShouldBe(MissingReason.NonPositiveDenominator);
        reading.Parts.ShouldNotBeEmpty();
    }

    [Fact]
    public void Aggregate_UnconfirmedPrice_StaysOutAndIsCounted()
    {
        Observation[] weak = [Told.Price("d", "2024-12-31", 1e6) with { Grade = Grade.Unconfirmed }, Told.Year("d", Concepts.NetIncome, 2024, 1)];
        var reading = At(new PriceEarningsAggregate(), [.. Three(Unit.UsDollar, ""), .. weak]);
        reading.Value.ShouldBe(50, 1e-9);
        reading.Coverage.ShouldBe(0.75, 1e-12);
        reading.Parts[^1].Value.ShouldBe(1);
    }

    [Fact]
    public void LossMakerShare_BothCurrencies_CountsFirms()
    {
        var reading = At(new LossMakerShare(), [.. Three(Unit.UsDollar, ""), .. Three(Told.Yuan, "cn-", 7)]);
        reading.Value.ShouldBe(2.0 / 6, 1e-12);
        reading.Parts[0].Value.ShouldBe(50.0 / 450, 1e-12, "by value in dollars alone");
    }

    [Fact]
    public void Forecast_DatedByTheYearAhead_IsNotUsed()
    {
        Observation[] facts =
        [
            Told.Price("a", "2024-12-31", 300), Told.Year("a", Concepts.NetIncome, 2024, 10),
            ExampleFacts.Over("a", FirmConcepts.NetIncomeForecast, "2025-01-01", "2025-12-31", 20, Unit.UsDollar) with { PublishedAt = Told.Day("2024-12-01") },
        ];
        var series = new PriceEarningsForecast().ComputeOn(Told.Set(facts)).For("a")!;
        series.Latest!.Missing.ShouldBe(MissingReason.NoData);
        new PriceEarningsTrailing().ComputeOn(Told.Set(facts)).For("a")!.Latest!.Value.ShouldBe(30, 1e-9);
    }

    [Fact]
    public void ImpliedSalesGrowth_TableTold_ShowsHowMany()
    {
        Observation[] facts =
        [
            Told.Price("a", "2024-12-31", 1050e9), Told.Year("a", Concepts.Revenue, 2024, 100e9), Told.Balance("a", FirmConcepts.Cash, 2024, 50e9),
            Told.Balance("a", FirmConcepts.DebtTotal, 2024, 0), Told.Year("a", Concepts.OperatingIncome, 2024, 40e9),
        ];
        Observation[] table = [Cell("bin:20-25%", 0.04), Cell("bin:>25%", 0.01)];

        var without = new ReverseDcfSalesGrowth().ComputeOn(Told.Set(facts)).For("a")!.Latest!;
        without.Parts[2].Value.ShouldBe(double.NaN);
        without.Remark!.Value.English.ShouldContain("No base rate");

        var with = new ReverseDcfSalesGrowth().ComputeOn(Told.Set([.. facts, .. table])).For("a")!.Latest!;
        with.Remark.ShouldBeNull();
        with.Parts[2].Value.ShouldBe(0.01 + 0.04 * (0.25 - 0.2387440857) / 0.05, 1e-8);
        with.Parts[0].Value.ShouldBe(with.Low, 1e-12, "its own margin is the fat one");
        with.Lineage.ShouldContain(table[0]);
    }

    [Fact]
    public void ImpliedPremium_PublishedValue_StandsBeside()
    {
        Observation Of(string concept, double value) => ExampleFacts.At("sp500", concept, "2024-01-01", value, Unit.Ratio);
        var reading = new ImpliedEquityPremium().ComputeOn(Told.Set([Of("cash-yield", 0.03), Of("earnings-growth-expected", 0.08), Of("riskfree-rate", 0.04), Of("implied-erp", 0.035)])).Headline.Latest!;
        reading.Parts[1].Value.ShouldBe(0.035);
        reading.Parts[2].Value.ShouldBe(0.03723093 - 0.035, 1e-8);
    }

    [Fact]
    public void StepUp_InvestorsTold_AreCountedAndTheRestIsUnknown()
    {
        List<Fact> facts = [.. new ValuationStepUp().Examples[0].Facts];
        facts.Add(ExampleFacts.Deal("1", "2023-01-01", "old-fund", "a", FlowKind.EquityInvestment, 10));
        facts.Add(ExampleFacts.Deal("2", "2025-01-01", "old-fund", "a", FlowKind.EquityInvestment, 50));
        facts.Add(ExampleFacts.Deal("3", "2024-12-15", "new-fund", "b", FlowKind.EquityInvestment, 50));
        var entities = new[] { "old-fund", "new-fund" }.Select(id => new Entity { Id = id, Name = Bilingual.Same(id), Kind = EntityKind.Fund, Segment = "investor" });
        var set = FactSet.Cut(Vintage.At(Told.Day("2025-06-30")), facts.OfType<Observation>(), facts.OfType<Flow>(), new EntityBook(entities));
        new ValuationStepUp().ComputeOn(set).Headline.Latest!.Parts.Skip(2).Select(p => p.Value).ShouldBe([2, 0.5, 1]);
    }

    private static Observation Cell(string bin, double value) => ExampleFacts.At("base-rates", "sales-cagr-share", "2016-09-26", value, Unit.Ratio, $"10y|size:>50bn|{bin}");

    private static IEnumerable<Observation> Three(Unit unit, string prefix, double money = 1)
    {
        foreach (var (firm, value, income) in new[] { ("a", 300.0, 10.0), ("b", 100, 5), ("c", 50, -6) })
        {
            yield return Told.Price(prefix + firm, "2024-12-31", value * money, unit);
            yield return Told.Year(prefix + firm, Concepts.NetIncome, 2024, income * money, unit);
        }
    }

    private static Reading At(Indicator indicator, IEnumerable<Fact> facts) => indicator.ComputeOn(Told.Set(facts)).Headline.Readings.Single(r => r.Date == End);
}
