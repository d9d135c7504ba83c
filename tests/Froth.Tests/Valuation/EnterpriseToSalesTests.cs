using Froth.Core;
using Froth.Core.Data;
using Froth.Core.Entities;
using Froth.Core.Firms;
using Froth.Core.Indicators;
using Froth.Core.Valuation;

namespace Froth.Tests.Valuation;

public sealed class EnterpriseToSalesTests
{
    [Fact]
    public void Of_TwelveFirms_GivesTheResidualsWorkedOutside()
    {
        var fit = Fit(Enumerable.Range(1, 12).SelectMany(i => Told.WithSales($"f{i:00}", i)));
        (fit.Count, fit.Coefficients).ShouldBe((12, 4));
        fit.Explained.ShouldBe(0.241895128, 1e-7);
        fit.Find("f12")!.Residual.ShouldBe(-1.069371402, 1e-6);
        fit.Find("f12")!.LeftOut.ShouldBe(-1.439032428, 1e-6);
        fit.Find("f12")!.Multiple.ShouldBe(3.2, 1e-9);
    }

    [Fact]
    public void Of_TwoCountries_DoesNotDependOnTheExchangeRate()
    {
        EnterpriseToSales With(double money) => Fit(
            Enumerable.Range(1, 11).SelectMany(i => Told.WithSales($"us{i}", i)).Concat(Enumerable.Range(12, 6).SelectMany(i => Told.WithSales($"cn{i}", i, money, Told.Yuan))),
            [.. Enumerable.Range(1, 11).Select(i => Firm($"us{i}", "US")), .. Enumerable.Range(12, 6).Select(i => Firm($"cn{i}", "CN"))]);
        var (one, seven) = (With(1), With(7));
        one.Coefficients.ShouldBe(5);
        foreach (var firm in (string[])["us1", "us11", "cn12", "cn17"]) seven.Find(firm)!.Residual.ShouldBe(one.Find(firm)!.Residual, 1e-6);
    }

    [Fact]
    public void Of_LoneFirmOfACountry_StaysOutAndSaysWhy()
    {
        var fit = Fit(Enumerable.Range(1, 12).SelectMany(i => Told.WithSales($"us{i}", i)).Concat(Told.WithSales("lone", 13, 1, Told.Yuan)));
        fit.Count.ShouldBe(12);
        fit.Find("lone").ShouldBeNull();
        fit.WhyNot("lone")!.Value.English.ShouldContain("three firms");
        fit.WhyNot("us1").ShouldBeNull();
    }

    [Fact]
    public void Of_FirmWithoutGrossProfit_StaysOutAndTheFitIsRefused()
    {
        var fit = Fit(Enumerable.Range(1, 12).SelectMany(i => Told.WithSales($"f{i}", i)).Where(o => o.Entity != "f1" || o.Concept != FirmConcepts.GrossProfit));
        fit.Count.ShouldBe(11);
        fit.WhyNone!.Value.English.ShouldContain("12");
        fit.WhyNot("f1")!.Value.English.ShouldContain("gross-profit");
        fit.WhyNot("f2").ShouldBe(fit.WhyNone);
    }

    private static EnterpriseToSales Fit(IEnumerable<Observation> facts, params Entity[] entities) =>
        PricedFirms.Of(new InputSet(Told.Set(facts, entities), PricedFirms.Inputs)).On(Told.Day("2024-12-31")).Sales;

    private static Entity Firm(string id, string country) => new() { Id = id, Name = Bilingual.Same(id), Kind = EntityKind.Firm, Country = country };
}
