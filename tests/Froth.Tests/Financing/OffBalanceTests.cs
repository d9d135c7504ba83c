using Froth.Core;
using Froth.Core.Data;
using Froth.Core.Entities;
using Froth.Core.Financing;
using Froth.Core.Firms;
using Froth.Core.Indicators;
using static Froth.Tests.Financing.Accounts;

namespace Froth.Tests.Financing;

public sealed class OffBalanceTests
{
    private static readonly EntityBook Book = new([new Entity { Id = "vehicle", Name = Bilingual.Same("Vehicle"), Kind = EntityKind.Vehicle }]);

    [Fact]
    public void Of_TermsUntold_StayUnknown()
    {
        // Oracle, 31 August 2026, billions: leases 288, purchases 34.15, debt 7.625 + 117.712.
        var told = OffBalance.Of(Newest(
        [
            Year2025(), At(FirmConcepts.DebtCurrent, "2025-12-31", 7.625), At(FirmConcepts.DebtNoncurrent, "2025-12-31", 117.712),
            At(FirmConcepts.LeasesNotCommenced, "2025-12-31", 288), At(FirmConcepts.PurchaseObligations, "2025-12-31", 34.15),
        ]));
        told.Told.ShouldBe(2);
        told.Share.ShouldBe(322.15 / (322.15 + 125.337), 1e-12);
        double.IsNaN(told.MostShare).ShouldBeTrue("two terms are unknown, so nobody knows the most it can be");
        told.Terms.Select(t => t.Amount).ShouldBe([null, null, 288, 34.15]);
    }

    [Fact]
    public void Of_AllFourTold_ClosesTheUpperEnd()
    {
        var quarter = Newest(
        [
            Year2025(), At(FirmConcepts.DebtTotal, "2025-12-31", 100), At(FirmConcepts.LeasesNotCommenced, "2025-12-31", 50), At(FirmConcepts.PurchaseObligations, "2025-12-31", 25),
        ]);
        var ceiling = ExampleFacts.Deal("b", "2025-03-01", "cloud", "landlord", FlowKind.Guarantee, 20) with { IsUpTo = true, Value = Amount.Range(null, 20) };
        var told = OffBalance.Of(quarter, [ExampleFacts.Deal("a", "2025-02-01", "cloud", "vehicle", FlowKind.Guarantee, 25), ceiling], Book);
        told.Told.ShouldBe(4);
        told.Terms.Select(t => t.Amount).ShouldBe([25, 0, 50, 25]);
        told.Share.ShouldBe(0.5);
        told.MostShare.ShouldBe(120 / 220.0, 1e-12);
    }

    [Fact]
    public void Of_GuaranteesOfOthersLaterOrEnded_AreLeftOut()
    {
        var quarter = Newest([Year2025(), At(FirmConcepts.DebtTotal, "2025-12-31", 100)]);
        var good = ExampleFacts.Deal("a", "2025-02-01", "cloud", "vehicle", FlowKind.Guarantee, 25);
        OffBalance.Of(quarter, [good], Book).Told.ShouldBe(1);
        Flow[] bad =
        [
            good with { From = ["other"] }, good with { From = ["cloud", "other"] }, good with { Kind = FlowKind.DebtLoan }, good with { Binding = Binding.LetterOfIntent },
            good with { Grade = Grade.Unconfirmed }, good with { Currency = Unit.Parse("EUR") }, good with { PublishedAt = new(2026, 2, 1) },
            good with { Announced = new(2020, 1, 1), TermYears = 3 }, good with { Value = Amount.Unknown },
        ];
        foreach (var flow in bad) OffBalance.Of(quarter, [flow], Book).Told.ShouldBe(0, flow.ToString());
    }

    [Fact]
    public void Of_NoTermOrNoDebt_HasAReason()
    {
        OffBalance.Of(Newest([Year2025(), At(FirmConcepts.DebtTotal, "2025-12-31", 100)])).Why.ShouldNotBeNull();
        OffBalance.Of(Newest([Year2025(), At(FirmConcepts.LeasesNotCommenced, "2025-12-31", 100)])).Why.ShouldNotBeNull();
    }

    [Fact]
    public void Of_LineToldOnceAYear_StandsForThreeQuarters()
    {
        var told = OffBalance.Of(Newest([Year2025(), At(FirmConcepts.LeasesNotCommenced, "2025-12-31", 50), Half2026(), At(FirmConcepts.DebtTotal, "2026-06-30", 50)]));
        told.Share.ShouldBe(0.5);
    }
}
