using Froth.Core.Data;
using Froth.Core.Indicators;
using Froth.Core.Indicators.Valuation;
using Froth.Core.Valuation;

namespace Froth.Tests.Indicators.Valuation;

public sealed class PriceEarningsTests
{
    [Fact]
    public void Ratio_Cambricon_GivesThreeKindsThatDiffer()
    {
        var (given, expected) = Recorded.Vector("pe.ashare.cambricon.2025-09-04");
        double In(string name) => given.GetProperty(name).GetDouble();

        PriceEarnings.Ratio(In("mcap"), PriceEarnings.Annualised(In("ni_h1_2025"), 2)).ShouldBe(expected.GetProperty("dynamic").GetDouble(), 0.01);
        PriceEarnings.Ratio(In("mcap"), PriceEarnings.TrailingEarnings(In("ni_fy2024"), In("ni_h1_2025"), In("ni_h1_2024")))
            .ShouldBe(expected.GetProperty("ttm").GetDouble(), 0.01);
        PriceEarnings.Ratio(In("mcap"), In("ni_fy2024")).ShouldBe(double.NaN);
    }

    [Fact]
    public void Annualised_HalfYearEarnings_IsNotTheMislabelledRatio()
    {
        var (given, expected) = Recorded.Vector("pe.ashare.mislabel");
        var (price, halfYear) = (given.GetProperty("price").GetDouble(), given.GetProperty("eps_half_year").GetDouble());

        PriceEarnings.Ratio(price, PriceEarnings.Annualised(halfYear, 2)).ShouldBe(expected.GetProperty("dynamic").GetDouble(), 0.01);
        PriceEarnings.Ratio(price, halfYear).ShouldBe(expected.GetProperty("price_over_half_year_eps_WRONG").GetDouble(), 0.01);
    }

    [Fact]
    public void GrowthOpportunityShareAndImpliedGrowth_ReferenceRatios_GiveTheReferenceNumbers()
    {
        var (given, expected) = Recorded.Vector("pvgo");
        var ratios = Recorded.Numbers(given.GetProperty("pe"));
        var (shares, growth) = (Recorded.Numbers(expected.GetProperty("pvgo_share")), Recorded.Numbers(expected.GetProperty("g10_exit_pe25")));

        for (var i = 0; i < ratios.Length; i++)
        {
            PriceEarnings.GrowthOpportunityShare(ratios[i], 0.10).ShouldBe(shares[i], 1e-4);
            PriceEarnings.ImpliedGrowth(ratios[i], 0.10, 10, 25).ShouldBe(growth[i], 1e-4);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void Annualised_ImpossibleQuarters_Throws(int quarters) =>
        Should.Throw<ArgumentOutOfRangeException>(() => PriceEarnings.Annualised(1, quarters));

    [Fact]
    public void Compute_ReportOfTheSameWeek_CountsOnlyOncePublished()
    {
        Fact[] earnings =
        [
            Filed("2023-01-30", "2024-01-28", 30, "2024-02-21"), Filed("2023-01-30", "2023-04-30", 2, "2023-05-26"),
            Filed("2024-01-29", "2024-04-28", 15, "2024-05-29"),
        ];
        Fact[] facts = [.. earnings, Cap("2024-05-28"), Cap("2024-05-29")];

        Values(new PriceEarningsStatic(), facts).ShouldBe([100, 100]);
        Values(new PriceEarningsTrailing(), facts).ShouldBe([100, 3000 / (30.0 + 15 - 2)]);
        Values(new PriceEarningsDynamic(), facts).ShouldBe([100, 50], "the whole year until the first quarter is out, then four times that");
    }

    [Fact]
    public void Compute_EarningsTooOldForThePrice_IsStale()
    {
        Fact[] facts = [Filed("2023-01-30", "2024-01-28", 30, "2024-02-21"), Cap("2024-12-01")];

        new PriceEarningsTrailing().ComputeOn(ExampleFacts.Set(facts)).Headline.Latest!.Missing.ShouldBe(MissingReason.Stale);
        new PriceEarningsStatic().ComputeOn(ExampleFacts.Set(facts)).Headline.Latest!.Value.ShouldBe(100);
    }

    [Fact]
    public void Compute_OtherCurrencyThanTheEarnings_IsNoRatio()
    {
        Fact[] facts = [Filed("2023-01-30", "2024-01-28", 30, "2024-02-21") with { Unit = Unit.Parse("CNY") }, Cap("2024-03-01")];

        new PriceEarningsStatic().ComputeOn(ExampleFacts.Set(facts)).Headline.Latest!.Missing.ShouldBe(MissingReason.NoData);
    }

    [Fact]
    public void Compute_LossYear_StaysNotMeaningfulInWhatIsImplied()
    {
        Fact[] facts = [Filed("2023-01-30", "2024-01-28", -30, "2024-02-21"), Cap("2024-03-01")];

        foreach (var indicator in new Indicator[] { new PriceEarningsTrailing(), new GrowthOpportunityShare(), new ReverseDcfGrowth() })
        {
            var reading = indicator.ComputeOn(ExampleFacts.Set(facts)).Headline.Latest!;
            reading.Missing.ShouldBe(MissingReason.NonPositiveDenominator);
            reading.Value.ShouldBe(double.NaN);
            reading.Lineage.Count.ShouldBe(2);
        }
    }

    private static double[] Values(Indicator indicator, Fact[] facts) =>
        [.. indicator.ComputeOn(ExampleFacts.Set(facts)).Headline.Readings.Select(r => r.Value)];

    private static Observation Cap(string day) => ExampleFacts.At("nvidia", Concepts.MarketCapitalisation, day, 3000, Unit.UsDollar);

    private static Observation Filed(string start, string end, double value, string published) =>
        ExampleFacts.Over("nvidia", Concepts.NetIncome, start, end, value, Unit.UsDollar) with
        {
            PublishedAt = DateOnly.Parse(published, System.Globalization.CultureInfo.InvariantCulture),
        };
}
