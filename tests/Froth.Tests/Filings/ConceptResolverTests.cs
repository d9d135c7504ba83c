using CsCheck;
using Froth.Core.Data;
using Froth.Core.Filings;

namespace Froth.Tests.Filings;

public sealed class ConceptResolverTests
{
    private const string Contract = "RevenueFromContractWithCustomerExcludingAssessedTax";

    [Fact]
    public void Resolve_WorkedExample_IsAsDescribed()
    {
        var resolved = ConceptResolver.Shipped.Resolve(ExampleFiling.Facts);
        resolved.Where(o => o.Concept == "revenue").Select(o => o.Value.Central).ShouldBe([90, 96]);
        resolved.Single(o => o.Concept == "debt-current").Value.Central.ShouldBe(35);
    }

    [Fact]
    public void Resolve_TagOfTheWholeBesideAPart_TakesTheWhole()
    {
        var firm = Filed.FirmOn("2025-12-31",
            Filed.Fact("Revenues", "2025-01-01", "2025-03-31", 100, "2025-05-01"), Filed.Fact(Contract, "2025-01-01", "2025-03-31", 90, "2025-05-01"));
        var revenue = firm.Of("revenue", Basis.Quarter).ShouldHaveSingleItem();
        revenue.Value.ShouldBe(100);
        revenue.Tag.ShouldBe("us-gaap:Revenues");
        revenue.Status.ShouldBe(FirmFactStatus.Reported);
        revenue.Note.English.ShouldContain("90");
    }

    [Fact]
    public void Resolve_FilerMovedToAnotherTag_FollowsTheNewestFiling()
    {
        // Restated under a new standard: the newest filing no longer knows the old tag.
        var firm = Filed.FirmOn("2025-12-31",
            Filed.Fact("Revenues", "2023-01-01", "2023-12-31", 90, "2024-02-01", "10-K"), Filed.Fact(Contract, "2023-01-01", "2023-12-31", 96, "2025-02-01", "10-K"));
        firm.Of("revenue", Basis.Annual).ShouldHaveSingleItem().Value.ShouldBe(96);
        var before = Filed.FirmOn("2024-12-31",
            Filed.Fact("Revenues", "2023-01-01", "2023-12-31", 90, "2024-02-01", "10-K"), Filed.Fact(Contract, "2023-01-01", "2023-12-31", 96, "2025-02-01", "10-K"));
        before.Of("revenue", Basis.Annual).ShouldHaveSingleItem().Value.ShouldBe(90);
    }

    [Fact]
    public void Resolve_LaterNoteOfAFilerThatKeepsTheWhole_StaysWithTheWhole()
    {
        var firm = Filed.FirmOn("2025-12-31",
            Filed.Fact("Revenues", "2023-01-01", "2023-12-31", 90, "2024-02-01", "10-K"),
            Filed.Fact(Contract, "2023-01-01", "2023-12-31", 80, "2025-02-01", "10-K"), Filed.Fact("Revenues", "2024-01-01", "2024-12-31", 110, "2025-02-01", "10-K"));
        firm.Of("revenue", Basis.Annual)[0].Value.ShouldBe(90);
    }

    [Fact]
    public void Resolve_TwoValuesInOneFiling_AreDisputedWithBothShown()
    {
        var firm = Filed.FirmOn("2025-12-31",
            Filed.Fact("NetIncomeLoss", "2025-01-01", "2025-03-31", 10, "2025-05-01"), Filed.Fact("NetIncomeLoss", "2025-01-01", "2025-03-31", 12, "2025-05-01"));
        var readings = firm.Of("net-income", Basis.Quarter);
        readings.Select(r => r.Value).ShouldBe([10, 12], ignoreOrder: true);
        readings.ShouldAllBe(r => r.Status == FirmFactStatus.Disputed);
        firm.Of("net-income", Basis.Ttm).ShouldBeEmpty();
    }

    [Fact]
    public void Resolve_TwoValuesOneOfThemBorneOut_TakesThatOne()
    {
        var firm = Filed.FirmOn("2026-12-31",
            Filed.Fact("NetIncomeLoss", "2025-01-01", "2025-03-31", 12, "2025-05-01"),
            Filed.Fact("NetIncomeLoss", "2025-01-01", "2025-03-31", 10, "2026-05-01"), Filed.Fact("NetIncomeLoss", "2025-01-01", "2025-03-31", 12, "2026-05-01"));
        var reading = firm.Of("net-income", Basis.Quarter).ShouldHaveSingleItem();
        reading.Value.ShouldBe(12);
        reading.Status.ShouldBe(FirmFactStatus.Reported);
    }

    [Fact]
    public void Resolve_ProxyAThousandTimesTooLarge_StaysWithTheReport()
    {
        FiledFact[] facts = [Filed.Fact("NetIncomeLoss", "2024-01-01", "2024-12-31", 5_000, "2025-02-01", "10-K"), Filed.Fact("NetIncomeLoss", "2024-01-01", "2024-12-31", 5_000_000, "2025-04-01", "DEF 14A")];
        Filed.FirmOn("2025-12-31", facts).Of("net-income", Basis.Annual).ShouldHaveSingleItem().Value.ShouldBe(5_000);
    }

    [Fact]
    public void Resolve_AmendmentThatDiffers_IsDisputedUntilAReportSettlesIt()
    {
        FiledFact[] facts =
        [
            Filed.Fact("NetIncomeLoss", "2024-01-01", "2024-12-31", 100, "2025-02-01", "10-K"), Filed.Fact("NetIncomeLoss", "2024-01-01", "2024-12-31", 80, "2025-06-01", "10-K/A"),
            Filed.Fact("NetIncomeLoss", "2024-01-01", "2024-12-31", 80, "2026-02-01", "10-K"),
        ];
        Filed.FirmOn("2025-05-01", facts).Of("net-income", Basis.Annual).ShouldHaveSingleItem().Value.ShouldBe(100);
        Filed.FirmOn("2025-12-31", facts).Of("net-income", Basis.Annual).Select(f => (f.Value, f.Status)).ShouldBe([(100, FirmFactStatus.Disputed), (80, FirmFactStatus.Disputed)]);
        Filed.FirmOn("2026-12-31", facts).Of("net-income", Basis.Annual).ShouldHaveSingleItem().Value.ShouldBe(80);
    }

    [Fact]
    public void Resolve_OneAmountUnderTwoTagsOfDebt_IsNotCountedTwice()
    {
        var firm = Filed.FirmOn("2025-12-31",
            Filed.Fact("DebtCurrent", null, "2025-03-31", 1_000, "2025-05-01"), Filed.Fact("LongTermDebtCurrent", null, "2025-03-31", 1_000, "2025-05-01"));
        firm.Of("debt-current").ShouldHaveSingleItem().Value.ShouldBe(1_000);
    }

    [Fact]
    public void Resolve_NoTotalTold_SumsTheTermsAndNamesThem()
    {
        var firm = Filed.FirmOn("2025-12-31",
            Filed.Fact("LongTermDebtCurrent", null, "2025-03-31", 300, "2025-05-01"), Filed.Fact("CommercialPaper", null, "2025-03-31", 50, "2025-05-01"),
            Filed.Fact("LongTermDebtNoncurrent", null, "2025-03-31", 700, "2025-05-01"));
        var current = firm.Of("debt-current").ShouldHaveSingleItem();
        (current.Value, current.IsDerived, current.Status).ShouldBe((350, true, FirmFactStatus.Derived));
        current.Tag.ShouldBe("us-gaap:LongTermDebtCurrent + us-gaap:CommercialPaper");
        firm.Of("debt-total").ShouldHaveSingleItem().Value.ShouldBe(1_050);
    }

    [Fact]
    public void Resolve_TermToldBeforeAndGoneNow_IsPartialNotZero()
    {
        var firm = Filed.FirmOn("2025-12-31",
            Filed.Fact("LongTermDebtCurrent", null, "2025-03-31", 300, "2025-05-01"), Filed.Fact("CommercialPaper", null, "2025-03-31", 50, "2025-05-01"),
            Filed.Fact("LongTermDebtCurrent", null, "2025-06-30", 310, "2025-08-01"));
        var newest = firm.Of("debt-current")[^1];
        (newest.Value, newest.Status).ShouldBe((310, FirmFactStatus.Partial));
        newest.Note.English.ShouldContain("short-term-borrowings");
    }

    [Fact]
    public void Resolve_LongTermDebtBesideCurrentDebt_MakesNoTotal()
    {
        // Some filers tell the non-current part under the tag that should include the current one; beside it nobody knows which is meant.
        var firm = Filed.FirmOn("2025-12-31",
            Filed.Fact("LongTermDebt", null, "2025-03-31", 534, "2025-05-01"), Filed.Fact("DebtCurrent", null, "2025-03-31", 202, "2025-05-01"));
        firm.Of("debt-total").ShouldBeEmpty();
        Filed.FirmOn("2025-12-31", Filed.Fact("LongTermDebt", null, "2025-03-31", 534, "2025-05-01")).Of("debt-total").ShouldHaveSingleItem().Value.ShouldBe(534);
    }

    [Fact]
    public void Resolve_MeasuresOfUnknownOverlap_AreNeverAdded()
    {
        var firm = Filed.FirmOn("2025-12-31",
            Filed.Fact("PurchaseObligation", null, "2025-03-31", 40, "2025-05-01"),
            Filed.Fact("LongTermPurchaseCommitmentAmount", "2025-01-01", "2025-03-31", 70, "2025-05-01"));
        var readings = firm.Of("purchase-obligations");
        readings.Select(r => r.Value).ShouldBe([40, 70], ignoreOrder: true);
        readings.ShouldAllBe(r => r.Status == FirmFactStatus.Disputed && r.Basis == Basis.Instant);
    }

    [Fact]
    public void Resolve_ConceptNoLongerTold_IsUnknownAndNotZero()
    {
        var firm = Filed.FirmOn("2025-12-31",
            Filed.Fact("InterestExpense", "2023-01-01", "2023-12-31", 4, "2024-02-01", "10-K"), Filed.Fact("Revenues", "2023-01-01", "2023-12-31", 100, "2024-02-01", "10-K"),
            Filed.Fact("Revenues", "2024-01-01", "2024-12-31", 120, "2025-02-01", "10-K"));
        var missing = firm.Facts.Single(f => f.Concept == "interest-expense" && f.Status == FirmFactStatus.Unknown);
        missing.Value.ShouldBeNull();
        missing.Note.English.ShouldContain("2023-12-31");
        firm.Of("interest-expense", Basis.Ttm).ShouldHaveSingleItem().Status.ShouldBe(FirmFactStatus.Stale);
    }

    [Fact]
    public void Resolve_TwoCurrenciesUnderOneTag_AreTwoSeries()
    {
        var firm = Filed.FirmOn("2025-12-31",
            Filed.Fact("Revenues", "2024-01-01", "2024-12-31", 700, "2025-02-01", "20-F", "CNY"), Filed.Fact("Revenues", "2024-01-01", "2024-12-31", 100, "2025-02-01", "20-F", "USD"));
        firm.Of("revenue", Basis.Annual).Select(f => (f.Unit!.Value.Code, f.Value)).ShouldBe([("CNY", 700m), ("USD", 100m)], ignoreOrder: true);
    }

    [Fact]
    public void Resolve_ClassesOfSharesWithoutATotal_AreSummed()
    {
        const string axis = "us-gaap:StatementClassOfStockAxis";
        var firm = Filed.FirmOn("2025-12-31",
            Filed.Fact("dei:EntityCommonStockSharesOutstanding", null, "2025-04-20", 5, "2025-05-01", unit: "shares", dimension: axis + "=us-gaap:CommonClassAMember"),
            Filed.Fact("dei:EntityCommonStockSharesOutstanding", null, "2025-04-20", 7, "2025-05-01", unit: "shares", dimension: axis + "=us-gaap:CommonClassBMember"));
        var shares = firm.Of("shares-outstanding").ShouldHaveSingleItem();
        (shares.Value, shares.IsDerived).ShouldBe((12, true));
    }

    [Fact]
    public void Resolve_RoundedDatesBesideExactOnes_FillOnlyFilingsNotHeld()
    {
        var exact = Filed.Fact("Revenues", "2025-01-27", "2025-04-27", 44, "2025-05-28");
        var same = exact with { Period = new(Filed.Day("2025-02-01"), Filed.Day("2025-04-30")), HasRoundedDates = true };
        var other = same with { Accession = new Accession(7), Filed = Filed.Day("2025-08-28"), Value = 45 };
        Filed.FirmOn("2025-06-30", exact, same).Of("revenue", Basis.Quarter).ShouldHaveSingleItem().Value.ShouldBe(44);
        var later = Filed.FirmOn("2025-12-31", exact, same, other).Of("revenue", Basis.Quarter).ShouldHaveSingleItem();
        (later.Value, later.Period).ShouldBe((45, exact.Period));
    }

    [Fact]
    public void Resolve_AnyFacts_NeverLooksAheadAndDoesNotDependOnTheirOrder()
    {
        var facts = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[1, 6], Gen.Int[0, 9], Gen.Int[0, 3]).Select((tag, quarter, value, filed, form) => Filed.Fact(
            ((string[])["Revenues", Contract, "SalesRevenueNet", "LongTermDebtCurrent"])[tag], tag == 3 ? null : "2024-01-01",
            ((string[])["2024-03-31", "2024-06-30", "2024-09-30", "2024-12-31"])[quarter], value, Filed.Day("2025-01-01").AddDays(filed * 30).ToString("yyyy-MM-dd"),
            ((string[])["10-Q", "10-K", "10-K/A", "8-K"])[form], sequence: form)).Array[0, 25];
        Gen.Select(facts, Gen.Int[0, 300], Gen.Int).Sample((told, days, seed) =>
        {
            var cut = Filed.Day("2025-01-01").AddDays(days);
            var whole = Lines(told).Where(l => l.Published <= cut).Select(l => l.Text);
            Lines(told.Where(f => f.Filed <= cut)).Select(l => l.Text).ShouldBe(whole);
            var shuffled = told.ToArray();
            new Random(seed).Shuffle(shuffled);
            Lines(shuffled).Select(l => l.Text).Order().ShouldBe(Lines(told).Select(l => l.Text).Order());
        });
    }

    private static IEnumerable<(DateOnly Published, string Text)> Lines(IEnumerable<FiledFact> facts) =>
        ConceptResolver.Shipped.Resolve(facts).Select(o => (o.PublishedAt, $"{o.Key} {o.PublishedAt} {o.Value} {o.Resolution!.Status}"));
}
