using Froth.Core.Data;
using Froth.Core.Firms;
using Froth.Core.Indicators;
using Froth.Core.Valuation;

namespace Froth.Tests.Valuation;

public sealed class PricedFirmsTests
{
    private static readonly DateOnly End = Told.Day("2024-12-31");

    [Fact]
    public void Find_PriceOlderThanAHundredDays_IsNone()
    {
        var prices = Prices(Told.Price("a", "2024-09-22", 300), Told.Year("a", Concepts.NetIncome, 2024, 10));
        prices.Find("a", End).HasPrice.ShouldBeTrue("100 days old");
        prices.Find("a", End.AddDays(1)).HasPrice.ShouldBeFalse("101 days old");
        prices.Find("a", Told.Day("2024-09-21")).HasPrice.ShouldBeFalse("the price lies ahead");
    }

    [Fact]
    public void Find_AccountsPublishedLater_AreNotUsed()
    {
        var late = Told.Year("a", Concepts.NetIncome, 2024, 10) with { PublishedAt = Told.Day("2025-02-01") };
        var prices = Prices(Told.Price("a", "2024-12-31", 300), Told.Year("a", Concepts.NetIncome, 2023, 5), late);
        prices.Find("a", End).Priced.ShouldBeNull("the year to September 2023 is too old, the next one not yet published");
        prices.Find("a", Told.Day("2025-02-01")).Priced.ShouldNotBeNull().Quarter.End.ShouldBe(Told.Day("2024-09-30"));
    }

    [Fact]
    public void Find_PriceInAnotherCurrency_NeedsARate()
    {
        Observation[] facts = [Told.Price("a", "2024-12-31", 300), Told.Year("a", Concepts.NetIncome, 2024, 70, Told.Yuan)];
        Prices(facts).Find("a", End).Priced.ShouldBeNull();
        Prices(facts).Find("a", End).Why!.Value.English.ShouldContain("CNY");

        var rate = ExampleFacts.At("fx", "cny-usd", "2024-12-20", 0.125, Unit.UsDollar);
        var priced = Prices([.. facts, rate]).Find("a", End).Priced.ShouldNotBeNull();
        priced.MarketValue.Value.ShouldBe(2400, 1e-9);
        priced.MarketValue.Lineage.ShouldContain(rate);
    }

    [Fact]
    public void Find_PriceInBothCurrencies_TakesThatOfTheAccounts() =>
        Prices(Told.Price("a", "2024-12-31", 300), Told.Price("a", "2024-12-01", 2000, Told.Yuan), Told.Year("a", Concepts.NetIncome, 2024, 70, Told.Yuan))
            .Find("a", End).Priced!.MarketValue.Value.ShouldBe(2000);

    [Fact]
    public void Enterprise_DebtOrCashMissing_GivesTheReason()
    {
        Observation[] facts = [Told.Price("a", "2024-12-31", 300), Told.Year("a", Concepts.Revenue, 2024, 10), Told.Balance("a", FirmConcepts.Cash, 2024, 40)];
        Prices(facts).Find("a", End).Priced!.Enterprise.Why.ShouldNotBeNull();
        var known = Prices([.. facts, Told.Balance("a", FirmConcepts.DebtCurrent, 2024, 5), Told.Balance("a", FirmConcepts.DebtNoncurrent, 2024, 20)]).Find("a", End).Priced!.Enterprise;
        known.Value.ShouldBe(300 + 25 - 40);
        known.NetDebt.ShouldBe(-15);
    }

    [Fact]
    public void Residual_SixYearsOfResearch_IsCapitalised()
    {
        List<Observation> facts =
        [
            Told.Price("a", "2024-12-31", 400), Told.Year("a", Concepts.NetIncome, 2024, 30),
            Told.Balance("a", FirmConcepts.StockholdersEquity, 2023, 100), Told.Balance("a", FirmConcepts.StockholdersEquity, 2024, 100),
        ];
        double[] spent = [10, 12, 14, 18, 24, 30];
        for (var k = 0; k < 6; k++)
        {
            facts.Add(Told.Year("a", FirmConcepts.ResearchAndDevelopment, 2019 + k, spent[k]));
            if (k < 5) facts.Add(Told.Year("a", Concepts.NetIncome, 2019 + k, 20));
        }

        var value = Prices([.. facts]).Find("a", End).Priced!.Residual;
        value.AsFiled.Central.ShouldBe(0.465940898, 1e-8);
        value.WhyNoResearch.ShouldBeNull();
        value.WithResearch.Central.ShouldBe(0.732865180, 1e-8);
        value.WithResearch.Low.ShouldBe(0.681378555, 1e-8);
        value.WithResearch.High.ShouldBe(0.790495202, 1e-8);

        var five = Prices([.. facts.Where(f => f.Concept != FirmConcepts.ResearchAndDevelopment || f.Date.Year > 2019)]).Find("a", End).Priced!.Residual;
        five.WhyNoResearch.ShouldNotBeNull();
        five.WithResearch.Central.ShouldBe(double.NaN);
        five.AsFiled.Central.ShouldBe(0.465940898, 1e-8);
    }

    private static PricedFirms Prices(params Observation[] facts) => PricedFirms.Of(new InputSet(Told.Set(facts), PricedFirms.Inputs));
}
