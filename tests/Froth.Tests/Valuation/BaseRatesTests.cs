using Froth.Core.Data;
using Froth.Core.Indicators;
using Froth.Core.Valuation;

namespace Froth.Tests.Valuation;

public sealed class BaseRatesTests
{
    private static readonly DateOnly Today = Told.Day("2025-01-01");

    [Fact]
    public void AtLeast_GrowthInsideABin_TakesAPartOfIt()
    {
        var rate = Table().AtLeast(10, 60e9, 0.22, Today).ShouldNotBeNull();
        rate.Value.ShouldBe(0.01 + 0.6 * 0.04, 1e-12, "three fifths of the bin from 20 to 25 percent, and all above");
        rate.Low.ShouldBe(0.01, 1e-12);
        rate.High.ShouldBe(0.05, 1e-12);
        rate.Lineage.Count.ShouldBe(2);
    }

    [Fact]
    public void AtLeast_GrowthInTheOpenBin_HasOnlyARange()
    {
        var rate = Table().AtLeast(10, 60e9, 0.5, Today).ShouldNotBeNull();
        rate.Value.ShouldBe(double.NaN);
        (rate.Low, rate.High).ShouldBe((0, 0.01));
    }

    [Fact]
    public void AtLeast_SeveralSizes_TakesTheNarrowest() => Table().AtLeast(10, 30e9, 0.25, Today)!.High.ShouldBe(0.07, 1e-12);

    [Theory]
    [InlineData(10, 60e9, 0.18)]
    [InlineData(10, 60e6, 0.22)]
    [InlineData(5, 60e9, 0.22)]
    [InlineData(10, double.NaN, 0.22)]
    [InlineData(10, 60e9, double.NaN)]
    public void AtLeast_NotTold_IsNone(int years, double sales, double growth) => Table().AtLeast(years, sales, growth, Today).ShouldBeNull();

    [Fact]
    public void AtLeast_TablePublishedLater_IsNone() => Table().AtLeast(10, 60e9, 0.22, Told.Day("2016-09-25")).ShouldBeNull();

    [Fact]
    public void AtLeast_GapAbove_IsNone() =>
        Table(Cell("10y|size:1-5bn|bin:0-5%", 0.5), Cell("10y|size:1-5bn|bin:10-15%", 0.1), Cell("10y|size:1-5bn|bin:>15%", 0.1))
            .AtLeast(10, 2e9, 0.02, Today).ShouldBeNull();

    [Fact]
    public void AtLeast_ClosedTop_NeedsAllFirms()
    {
        Observation[] all = [Cell("10y|size:700-1250mn|bin:<0%", 0.5), Cell("10y|size:700-1250mn|bin:0-10%", 0.5)];
        Table(all).AtLeast(10, 1e9, 0.05, Today)!.Value.ShouldBe(0.25, 1e-12);
        Table(all[1]).AtLeast(10, 1e9, 0.05, Today).ShouldBeNull();
    }

    [Fact]
    public void Mean_WithSpread_HasARange()
    {
        var mean = Table(Cell("10y|size:>50bn", 0.03, "sales-cagr-mean"), Cell("10y|size:>50bn", 0.05, "sales-cagr-sd")).Mean(10, 60e9, Today).ShouldNotBeNull();
        (mean.Value, mean.High).ShouldBe((0.03, 0.08));
        mean.Low.ShouldBe(-0.02, 1e-12);
        Table().Mean(10, 60e9, Today).ShouldBeNull();
        Table().Median(10, 60e9, Today).ShouldBeNull();
    }

    private static BaseRates Table(params Observation[] more) => new(new InputSet(Told.Set([
        Cell("10y|size:>50bn|bin:20-25%", 0.04), Cell("10y|size:>50bn|bin:>25%", 0.01),
        Cell("10y|size:>25bn|bin:20-25%", 0.2), Cell("10y|size:>25bn|bin:>25%", 0.07), .. more]), BaseRates.Inputs));

    private static Observation Cell(string dimension, double value, string concept = "sales-cagr-share") =>
        ExampleFacts.At("base-rates", concept, "2016-09-26", value, Unit.Ratio, dimension);
}
