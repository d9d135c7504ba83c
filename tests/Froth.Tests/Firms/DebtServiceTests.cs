using Froth.Core.Data;
using Froth.Core.Firms;

namespace Froth.Tests.Firms;

public sealed class DebtServiceTests
{
    [Theory]
    [InlineData(400, 100, 300, MinskyClass.Hedge)]
    [InlineData(399, 100, 300, MinskyClass.Speculative)]
    [InlineData(100, 100, 300, MinskyClass.Speculative)]
    [InlineData(99, 100, 300, MinskyClass.Ponzi)]
    [InlineData(0, 0, 0, MinskyClass.Hedge)]
    [InlineData(-1, 0, 0, MinskyClass.EquityDependent)]
    [InlineData(-1, 0, 1, MinskyClass.Ponzi)]
    [InlineData(double.NaN, 0, 0, MinskyClass.Unknown)]
    public void Of_AroundTheCuts_TieGoesToTheSaferClass(double cash, double interest, double principal, MinskyClass expected) =>
        MinskyClasses.Of(cash, interest, principal).ShouldBe(expected);

    [Fact]
    public void Read_BothWindows_GiveTheCovers()
    {
        // A quarter: cash 100, interest 20 inside it, 5 capitalised, building 60. Due within a year: 220.
        var facts = Accounts.Steady(100, 20, 220, 5, 60);
        facts.AddRange(Accounts.EachEnd(FirmConcepts.Cash, 30));
        foreach (var window in Enum.GetValues<DebtServiceWindow>())
        {
            var service = Accounts.Service(facts, window);
            service.CashFlow!.Value.ShouldBe(480, "400 and the 80 of interest inside it; what was capitalised is not added back");
            service.Interest!.Value.ShouldBe(100);
            service.InterestCover.ShouldBe(4.8, 1e-12);
            service.DebtServiceCover.ShouldBe(1.5, 1e-12);
            service.MarginOfSafety.ShouldBe(0.5, 1e-12);
            service.InvestmentCover.ShouldBe(480.0 / 560, 1e-12);
            service.FundingGap.ShouldBe(80, 1e-9);
            service.RunwayMonths.ShouldBe(4.5, 1e-9);
            service.Class.ShouldBe(MinskyClass.Hedge);
        }
    }

    [Fact]
    public void Read_InterestOutsideOperations_IsNotAddedBack()
    {
        var service = Accounts.Service(Accounts.Steady(100, 20, 350, isInside: false));
        service.CashFlow!.Value.ShouldBe(400);
        service.Class.ShouldBe(MinskyClass.Speculative, "400 < 80 + 350");
        Accounts.Service(Accounts.Steady(100, 20, 350)).Class.ShouldBe(MinskyClass.Hedge, "480 ≥ 80 + 350");
    }

    [Fact]
    public void Read_FilerThatDoesNotTellThePlaceOfInterest_IsUnknown()
    {
        var service = Accounts.Service(Accounts.Steady(100, 20, 50).Where(o => o.Concept != FirmConcepts.InterestInOperatingCashFlow));
        service.Class.ShouldBe(MinskyClass.Unknown);
        service.CashFlow.ShouldBeNull();
        service.Operating!.Value.ShouldBe(400);
        service.Why!.Value.English.ShouldContain("inside cash from operations");
        service.InterestCover.ShouldBe(double.NaN);
    }

    [Fact]
    public void Read_NoInterestAtAll_NeedsNoPlaceForIt()
    {
        List<Observation> facts = [.. Accounts.Each(Concepts.OperatingCashFlow, -10), .. Accounts.EachEnd(FirmConcepts.DebtTotal, 0)];
        var service = Accounts.Service(facts);
        service.Class.ShouldBe(MinskyClass.EquityDependent);
        service.DebtServiceCover.ShouldBe(double.NaN);
        service.MarginOfSafety.ShouldBe(double.NaN);
    }

    [Fact]
    public void Read_NoDebtAtEitherEndButInterestToldBetween_IsNotWithoutInterest()
    {
        List<Observation> facts = [.. Accounts.Each(Concepts.OperatingCashFlow, -10), .. Accounts.EachEnd(FirmConcepts.DebtTotal, 0), Accounts.Inside(true)];
        facts.Add(Accounts.Over(FirmConcepts.InterestPaid, "2025-04-01", "2025-06-30", 7));

        // The one quarter's pace stands in as an estimate; no debt at either end would have read as E.
        var service = Accounts.Service(facts);
        service.Class.ShouldBe(MinskyClass.Ponzi);
        service.Interest!.Grade.ShouldBe(Grade.Estimated);
        service.Interest.Value.ShouldBe(7 * 365.25 / 91, 1e-9);
    }

    [Fact]
    public void Read_MissingInterest_IsUnknownAndSaysSo()
    {
        var service = Accounts.Service(Accounts.Steady(100, 20, 50).Where(o => o.Concept != FirmConcepts.InterestPaid));
        service.Class.ShouldBe(MinskyClass.Unknown);
        service.Why!.Value.English.ShouldContain("interest-expense has never been told");
    }

    [Fact]
    public void Read_InterestExpense_StandsInForInterestPaid()
    {
        var facts = Accounts.Steady(100, 20, 50).Select(o => o.Concept == FirmConcepts.InterestPaid ? o with { Concept = FirmConcepts.InterestExpense } : o);
        Accounts.Service(facts).Interest!.Value.ShouldBe(80);
    }

    [Fact]
    public void Read_CapitalisedInterestThatLapses_GoesOnAtItsPaceAsAnEstimate()
    {
        var facts = Accounts.Steady(100, 20, 50, 30).Where(o => o.Concept != FirmConcepts.InterestCapitalised || o.Period.End.Year < 2025).ToList();
        var service = Accounts.Service(facts);
        service.InterestCapitalised!.Value.ShouldBe(30 * 365.25 / 92, 1e-9);
        service.InterestCapitalised.Grade.ShouldBe(Grade.Estimated);
        service.Interest!.Value.ShouldBe(80 + 30 * 365.25 / 92, 1e-9);
    }

    [Fact]
    public void Principal_FirstLineOfAMidYearTable_CountsOnlyBesideCurrentDebt()
    {
        // 90 is due in the rest of the year; current debt of 400 is due in twelve months.
        var facts = Accounts.Steady(100, 20, 400);
        facts.AddRange(Accounts.EachEnd(FirmConcepts.DebtDueYear1, 90));
        Accounts.Service(facts).Principal!.Value.ShouldBe(400);
        Accounts.Service(facts.Where(o => o.Concept != FirmConcepts.DebtCurrent)).Class.ShouldBe(MinskyClass.Unknown);
    }

    [Fact]
    public void Principal_OpeningNotTold_TakesTheLargerNeighbourAsAnEstimate()
    {
        var facts = Accounts.Steady(100, 20, 50).Where(o => o.Concept != FirmConcepts.DebtCurrent).ToList();
        facts.AddRange([Accounts.At(FirmConcepts.DebtCurrent, "2024-09-30", 90), Accounts.At(FirmConcepts.DebtCurrent, "2025-03-31", 60)]);
        var principal = Accounts.Service(facts).Principal!;
        (principal.Value, principal.Grade).ShouldBe((90, Grade.Estimated));
    }

    [Fact]
    public void Read_ALineThatWasNeverTold_CountsAsNone()
    {
        var service = Accounts.Service(Accounts.Steady(100, 20, 50).Where(o => o.Concept != FirmConcepts.InterestCapitalised));
        service.Class.ShouldBe(MinskyClass.Hedge);
        service.Interest!.Value.ShouldBe(80);
    }

    [Theory]
    [InlineData(20, -5, 50)]
    [InlineData(-20, 30, 50)]
    [InlineData(20, 5, -50)]
    public void Read_APaymentToldAsNegative_IsUnknownEvenBesideALargerOne(double paid, double capitalised, double principal) =>
        Accounts.Service(Accounts.Steady(100, paid, principal, capitalised)).Class.ShouldBe(MinskyClass.Unknown);

    [Fact]
    public void InvestmentCover_NegativeCapitalExpenditure_IsNoNumber()
    {
        var service = Accounts.Service(Accounts.Steady(100, 20, 50, capex: -60));
        service.InvestmentCover.ShouldBe(double.NaN);
        service.FundingGap.ShouldBe(double.NaN);
        service.Class.ShouldBe(MinskyClass.Hedge);
    }

    [Fact]
    public void RunwayMonths_NoGap_IsWithoutEnd()
    {
        var facts = Accounts.Steady(100, 20, 50);
        facts.AddRange(Accounts.EachEnd(FirmConcepts.Cash, 30));
        Accounts.Service(facts).RunwayMonths.ShouldBe(double.PositiveInfinity);
    }

    [Fact]
    public void Principal_IsThatOfTheOpeningBalanceSheet()
    {
        var facts = Accounts.Steady(100, 20, 50).Where(o => o.Concept != FirmConcepts.DebtCurrent).ToList();
        facts.AddRange([Accounts.At(FirmConcepts.DebtCurrent, "2024-12-31", 90), Accounts.At(FirmConcepts.DebtCurrent, "2025-09-30", 10), Accounts.At(FirmConcepts.DebtCurrent, "2025-12-31", 1)]);
        Accounts.Service(facts).Principal!.Value.ShouldBe(90);
        Accounts.Service(facts, DebtServiceWindow.QuarterAnnualised).Principal!.Value.ShouldBe(10);
    }
}
