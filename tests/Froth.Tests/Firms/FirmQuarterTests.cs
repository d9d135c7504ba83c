using Froth.Core.Data;
using Froth.Core.Firms;

namespace Froth.Tests.Firms;

public sealed class FirmQuarterTests
{
    private static readonly Unit Yuan = Unit.Parse("CNY");

    [Fact]
    public void AsKnown_EveryQuarter_UsesOnlyWhatWasPublished()
    {
        var history = Accounts.Panel(Accounts.Steady(100, 20, 50)).Find(Accounts.Firm)!;
        history.AsKnown.Count.ShouldBe(8);
        foreach (var quarter in history.AsKnown)
        {
            quarter.Known.ShouldBe(quarter.End.AddDays(40));
            DebtServiceReader.Read(quarter, DebtServiceWindow.TwelveMonths).Lineage.ShouldAllBe(o => o.PublishedAt <= quarter.Known);
        }
    }

    [Fact]
    public void On_BeforeARestatement_KeepsWhatWasKnownThen()
    {
        var facts = Accounts.Steady(100, 20, 50);
        var last = facts.Last(o => o.Concept == Concepts.OperatingCashFlow);
        facts.Add(last with { Value = Amount.Point(40), PublishedAt = last.PublishedAt.AddDays(30) });
        var history = Accounts.Panel(facts).Find(Accounts.Firm)!;
        history.On(last.PublishedAt)!.Year(Concepts.OperatingCashFlow)!.Value.ShouldBe(400);
        history.On(last.PublishedAt.AddDays(30))!.Year(Concepts.OperatingCashFlow)!.Value.ShouldBe(340);
    }

    [Fact]
    public void Balance_InAnotherCurrency_IsNoFigureAndSaysSo()
    {
        var facts = Accounts.Steady(100, 20, 50).Select(o => o.Concept == FirmConcepts.DebtCurrent ? o with { Unit = Yuan } : o).Where(o => o.Concept != FirmConcepts.DebtTotal);
        var quarter = Accounts.Latest(facts);
        quarter.Currency.ShouldBe(Unit.UsDollar);
        quarter.Balance(FirmConcepts.DebtCurrent).ShouldBeNull();
        quarter.WhyMissing(FirmConcepts.DebtCurrent).English.ShouldBe("debt-current is told in CNY, the accounts in USD.");
        DebtServiceReader.Read(quarter, DebtServiceWindow.TwelveMonths).Class.ShouldBe(MinskyClass.Unknown);
    }

    [Fact]
    public void Year_AfterAChangeOfFiscalYear_IsTheLastFourQuarters()
    {
        // Years to June until 2024, then six months to December, then calendar years.
        var quarter = Accounts.Latest(
        [
            Accounts.Over(Concepts.OperatingCashFlow, "2022-07-01", "2023-06-30", 40), Accounts.Over(Concepts.OperatingCashFlow, "2023-07-01", "2024-06-30", 80),
            Accounts.Over(Concepts.OperatingCashFlow, "2024-07-01", "2024-09-30", 10), Accounts.Over(Concepts.OperatingCashFlow, "2024-07-01", "2024-12-31", 30),
            Accounts.Over(Concepts.OperatingCashFlow, "2025-01-01", "2025-03-31", 7), Accounts.Over(Concepts.OperatingCashFlow, "2025-04-01", "2025-06-30", 9),
        ]);
        quarter.End.ShouldBe(new DateOnly(2025, 6, 30));
        quarter.Year(Concepts.OperatingCashFlow)!.Value.ShouldBe(10 + 20 + 7 + 9);
        quarter.Before(2).Quarter(Concepts.OperatingCashFlow)!.Value.ShouldBe(20);
    }

    [Fact]
    public void Year_OfAFirmWithOneQuarter_IsMissingAndTheQuarterIsNot()
    {
        var quarter = Accounts.Latest([Accounts.Over(Concepts.OperatingCashFlow, "2025-07-01", "2025-09-30", 5)]);
        quarter.Year(Concepts.OperatingCashFlow).ShouldBeNull();
        quarter.Quarter(Concepts.OperatingCashFlow)!.Value.ShouldBe(5);
        DebtServiceReader.Read(quarter, DebtServiceWindow.TwelveMonths).Why!.Value.English.ShouldContain("operating-cash-flow");
    }

    [Fact]
    public void LastFiscalYear_OfALineToldOnceAYear_LastsUntilTheNextYearEnds()
    {
        var facts = Accounts.Each(Concepts.OperatingCashFlow, 10).Append(Accounts.Over(FirmConcepts.InterestCapitalised, "2024-01-01", "2024-12-31", 6)).ToList();
        var quarters = Accounts.Panel(facts).Find(Accounts.Firm)!.Quarters;
        quarters[6].LastFiscalYear(FirmConcepts.InterestCapitalised)!.Value.ShouldBe(6);
        quarters[7].LastFiscalYear(FirmConcepts.InterestCapitalised).ShouldBeNull();
    }
}
