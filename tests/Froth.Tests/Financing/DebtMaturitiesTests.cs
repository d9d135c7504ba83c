using Froth.Core.Data;
using Froth.Core.Financing;
using Froth.Core.Firms;
using Froth.Core.Indicators;
using static Froth.Tests.Financing.Accounts;

namespace Froth.Tests.Financing;

public sealed class DebtMaturitiesTests
{
    // CoreWeave, 30 June 2026, millions of dollars, as reported.
    private static readonly double[] CoreWeave = [4413, 6184, 4416, 2421, 3221, 14896];

    [Fact]
    public void Of_ReportedTable_HasItsAverageAndWall()
    {
        var debt = DebtMaturities.Of(Newest([Year2025(), .. Table("2025-12-31", CoreWeave)]));
        debt.Why.ShouldBeNull();
        debt.Total.ShouldBe(35551);
        debt.AverageYears.ShouldBe(5.6792, 1e-4);
        debt.NearerBy.ShouldBe(0);
        debt.DueWithinTwoYears.ShouldBe(10597);
        debt.MostDueWithinTwoYears.ShouldBe(10597);
        debt.ShareAfter(4).ShouldBe((3221 + 14896) / 35551.0, 1e-12);
    }

    [Fact]
    public void Of_MidYearTable_HasANearerLowEnd()
    {
        var debt = DebtMaturities.Of(Newest([Year2025(), Half2026(), .. Table("2026-06-30", CoreWeave)]));
        debt.NearerBy.ShouldBe(0.5);
        debt.AverageYears.ShouldBe(5.6792, 1e-4);
        debt.ShortestAverageYears.ShouldBe(3.2747, 1e-4);
        debt.LongestAverageYears.ShouldBe(7.8551, 1e-4);
        debt.MostDueWithinTwoYears.ShouldBe(10597 + 4416);
    }

    [Fact]
    public void Of_LastBucketUntold_IsWholeWhenTheRestIsTheDebt()
    {
        // CoreWeave, 31 March 2025: the table ends with year five and adds up to more than the carrying amount.
        double[] buckets = [2615.048, 3172.359, 2169.980, 721.597, 128.937];
        var debt = DebtMaturities.Of(Newest([Year2025(), .. Table("2025-12-31", buckets), At(FirmConcepts.DebtTotal, "2025-12-31", 8711.666)]));
        debt.Total.ShouldBe(8807.921, 1e-9);
        debt.Buckets[5].ShouldBe(0);

        DebtMaturities.Of(Newest([Year2025(), .. Table("2025-12-31", buckets), At(FirmConcepts.DebtTotal, "2025-12-31", 10_000)])).Why.ShouldNotBeNull();
        DebtMaturities.Of(Newest([Year2025(), .. Table("2025-12-31", buckets)])).Why.ShouldNotBeNull("without a total nobody knows whether more is due later");
    }

    [Fact]
    public void Of_TableToldOnceAYear_StandsForThreeQuarters()
    {
        Observation[] annual = [Year2025(), .. Table("2025-12-31", CoreWeave)];
        var debt = DebtMaturities.Of(Newest([.. annual, Half2026()]));
        debt.TableDate.ShouldBe(new DateOnly(2025, 12, 31));
        debt.NearerBy.ShouldBe(0);
        var year = ExampleFacts.Over("cloud", Concepts.OperatingCashFlow, "2026-01-01", "2026-12-31", 1, Unit.UsDollar);
        DebtMaturities.Of(Newest([.. annual, year])).Why.ShouldNotBeNull();
    }

    [Fact]
    public void Of_NoTableOrNoDebt_HasAReason()
    {
        DebtMaturities.Of(Newest([Year2025()])).Why!.Value.English.ShouldContain("never been told");
        DebtMaturities.Of(Newest([Year2025(), .. Table("2025-12-31", 0, 0, 0, 0, 0, 0)])).Why.ShouldNotBeNull();
        double.IsNaN(DebtMaturities.Of(Newest([Year2025()])).AverageYears).ShouldBeTrue();
    }

    [Fact]
    public void LeaseCover_FourYearsOnTwenty_IsAFifth()
    {
        // Beignet Investor (Hyperion): first lease term four years, notes due about twenty years after completion.
        var cover = LeaseCover.All([Years(FirmConcepts.LeaseInitialYears, 4)], [Years(FirmConcepts.DebtFinalMaturityYears, 20)]).ShouldHaveSingleItem();
        cover.Value.ShouldBe(0.20, 1e-12);
        (cover.Low, cover.High).ShouldBe((0.20, 0.20));
    }

    [Fact]
    public void LeaseCover_RangeOfDebtYears_IsARange()
    {
        var debt = Years(FirmConcepts.DebtFinalMaturityYears, 20) with { Value = Amount.Range(16, 25) };
        var cover = LeaseCover.All([Years(FirmConcepts.LeaseInitialYears, 4)], [debt]).ShouldHaveSingleItem();
        (cover.Low, cover.High).ShouldBe((0.16, 0.25));
        LeaseCover.All([Years(FirmConcepts.LeaseInitialYears, 4)], []).ShouldBeEmpty();
    }

    [Fact]
    public void AssetLives_ClassesAndBooks_GiveARange()
    {
        var lives = AssetLives.Of(Newest(
        [
            Year2025(), ExampleFacts.Over("cloud", FirmConcepts.DepreciationAmortisation, "2025-01-01", "2025-12-31", 5, Unit.UsDollar), At(FirmConcepts.PropertyPlantEquipment, "2025-12-31", 40),
            Years(FirmConcepts.UsefulLife, 6) with { Entity = "cloud", Dimension = "servers" },
            Years(FirmConcepts.UsefulLife, 1) with { Entity = "cloud", Dimension = "buildings", Value = Amount.Range(1, 40) },
        ]));
        lives.RemainingYears.ShouldBe(8);
        (lives.ShortestYears, lives.CentralYears, lives.LongestYears).ShouldBe((1, 6, 40));
    }

    [Fact]
    public void AssetLives_NoBooks_FallsBackOnComputing()
    {
        AssetLives.Of(Newest([Year2025(), Years(FirmConcepts.UsefulLife, 6) with { Entity = "cloud", Dimension = "servers" }])).CentralYears.ShouldBe(6);
        double.IsNaN(AssetLives.Of(Newest([Year2025()])).CentralYears).ShouldBeTrue();
    }

    private static Observation Years(string concept, double years) => ExampleFacts.At("vehicle", concept, "2025-10-30", years, Unit.Years);
}
