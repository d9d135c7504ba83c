using Froth.Core.Filings;

namespace Froth.IntegrationTests.Sources.Edgar;

/// <summary>The ways in which filings mislead a careless reader, each with the figures of recorded filings.</summary>
public sealed class TrapTests
{
    [Fact]
    public void Trap01_Revenue_FollowsTheTagThatTheFilerUsesNow()
    {
        var nvidia = RecordedFirms.Nvidia.On(2026, 7, 9).Newest("revenue", Basis.Ttm);
        Billions(nvidia.Value, 1).ShouldBe(253.5m);
        nvidia.Period.End.ShouldBe(new DateOnly(2026, 4, 26));
        nvidia.Tag.ShouldBe("us-gaap:Revenues");
        var alphabet = RecordedFirms.Alphabet.On(2026, 7, 9).Newest("revenue", Basis.Ttm);
        Billions(alphabet.Value, 1).ShouldBe(422.5m);
        alphabet.IsDerived.ShouldBeTrue();
    }

    [Fact]
    public void Trap02_CapitalExpenditure_FollowsTheMoveAndKeepsTheUnpaidPartApart()
    {
        var nvidia = RecordedFirms.Nvidia.On(2026, 7, 9).Newest("capital-expenditure", Basis.Ttm);
        Billions(nvidia.Value, 2).ShouldBe(6.57m);
        nvidia.Tag.ShouldBe("us-gaap:PaymentsToAcquireProductiveAssets");
        Billions(RecordedFirms.Alphabet.On(2026, 7, 9).Newest("capital-expenditure-unpaid", Basis.Instant).Value, 1).ShouldBe(24.1m);
    }

    [Fact]
    public void Trap03_InterestExpense_MovesForTwoFirmsAndIsUnknownForTheThird()
    {
        foreach (var firm in new[] { RecordedFirms.Nvidia, RecordedFirms.Alphabet })
        {
            var interest = firm.On(2026, 7, 9).Newest("interest-expense", Basis.Quarter);
            interest.Tag.ShouldBe("us-gaap:InterestExpenseNonoperating");
            interest.Period.End.Year.ShouldBe(2026);
        }

        var apple = RecordedFirms.Apple.On(2026, 3, 25).Facts.Where(f => f.Concept == "interest-expense").ToList();
        apple.Single(f => f.Status == FirmFactStatus.Unknown).Value.ShouldBeNull();
        apple.Single(f => f.Status == FirmFactStatus.Unknown).Note.English.ShouldContain("2023-09-30");
        apple.Where(f => f.Period.End > new DateOnly(2023, 9, 30)).ShouldAllBe(f => f.Value == null);
    }

    [Fact]
    public void Trap04_Debt_IsNeitherStaleNorCountedTwice()
    {
        Billions(RecordedFirms.Alphabet.On(2026, 7, 9).Newest("debt-noncurrent", Basis.Instant).Value, 1).ShouldBe(77.5m);
        var nvidia = RecordedFirms.Nvidia.On(2026, 7, 9);
        Billions(nvidia.Newest("debt-current", Basis.Instant).Value, 1).ShouldBe(1.0m);
        Billions(nvidia.Newest("debt-total", Basis.Instant).Value, 2).ShouldBe(8.47m);
    }

    [Fact]
    public void Trap05_PurchaseObligations_VanishForOneFirmAndAreDisputedForAnother()
    {
        var nvidia = RecordedFirms.Nvidia.On(2026, 7, 9);
        var last = nvidia.Facts.Last(f => f.Concept == "purchase-obligations" && f.Tag == "us-gaap:PurchaseObligation" && f.Status == FirmFactStatus.Reported);
        (Billions(last.Value, 1), last.Period.End).ShouldBe((45.8m, new DateOnly(2025, 7, 27)));
        nvidia.Facts.Where(f => f.Concept == "purchase-obligations" && f.Period.End > last.Period.End).ShouldAllBe(f => f.Status != FirmFactStatus.Reported && f.Value != 0);
        var alphabet = RecordedFirms.Alphabet.On(2026, 7, 9).At("purchase-obligations", Basis.Instant, "2026-03-31");
        alphabet.Select(f => Billions(f.Value, 1)).ShouldBe([75.6m, 232.7m], ignoreOrder: true);
        alphabet.ShouldAllBe(f => f.Status == FirmFactStatus.Disputed);
    }

    [Fact]
    public void Trap06_FiscalLabels_NeverDecideAPeriod()
    {
        // The report of fiscal 2024 tells three years under one label; each year has its own dates and its own figure.
        var annual = RecordedFirms.Apple.On(2026, 3, 25).Facts.Where(f => f.Concept == "revenue" && f.Basis == Basis.Annual && f.Status != FirmFactStatus.Disputed).ToList();
        annual.Select(f => f.Period.End.Year).ShouldBeUnique();
        annual.Single(f => f.Period.End == new DateOnly(2022, 9, 24)).Value.ShouldBe(394_328_000_000);
        annual.Single(f => f.Period.End == new DateOnly(2023, 9, 30)).Value.ShouldBe(383_285_000_000);
        annual.Single(f => f.Period.End == new DateOnly(2024, 9, 28)).Value.ShouldBe(391_035_000_000);
    }

    [Fact]
    public void Trap07_Frames_AreNoKey()
    {
        // Frames name the year before for every annual fact of this firm: the year that ends in January 2026 bears CY2025.
        var year = RecordedFirms.Nvidia.On(2026, 7, 9).At("revenue", Basis.Annual, "2026-01-25").ShouldHaveSingleItem();
        (year.Value, year.Period.Start).ShouldBe((215_938_000_000, new DateOnly(2025, 1, 27)));
    }

    [Fact]
    public void Trap08_Splits_ChangeNothingThatWasKnownBefore()
    {
        RecordedFirms.Nvidia.On(2024, 3, 1).At("shares-outstanding", Basis.Instant, "2024-01-28").ShouldHaveSingleItem().Value.ShouldBe(2_464_000_000);
        RecordedFirms.Nvidia.On(2025, 3, 1).At("shares-outstanding", Basis.Instant, "2024-01-28").ShouldHaveSingleItem().Value.ShouldBe(24_643_000_000);
        RecordedFirms.Nvidia.On(2024, 3, 1).At("eps-diluted", Basis.Annual, "2024-01-28").ShouldHaveSingleItem().Value.ShouldBe(11.93m);
        RecordedFirms.Nvidia.On(2025, 3, 1).At("eps-diluted", Basis.Annual, "2024-01-28").ShouldHaveSingleItem().Value.ShouldBe(1.19m);
        var today = RecordedFirms.Nvidia.On(2026, 7, 9);
        today.Splits.Select(s => s.Ratio).ShouldBe([4, 10]);
        today.AdjustedForSplits(ConceptMap.Shipped).At("shares-outstanding", Basis.Instant, "2023-11-17").ShouldHaveSingleItem().Value.ShouldBe(24_700_000_000);
    }

    [Fact]
    public void Trap08_Revisions_KeepEveryValueThatWasTold()
    {
        var periods = RecordedFirms.Nvidia.GroupBy(f => (f.Tag, f.Unit, f.Period)).Count(g => g.Select(f => f.Value).Distinct().Count() > 1);
        periods.ShouldBe(986);
    }

    [Fact]
    public void Trap09_FourthQuarterAndTwelveMonths_ComeFromDifferencesOfTheYearToDate()
    {
        var nvidia = RecordedFirms.Nvidia.On(2026, 7, 9);
        var fourth = nvidia.At("capital-expenditure", Basis.Quarter, "2026-01-25").ShouldHaveSingleItem();
        fourth.IsDerived.ShouldBeTrue();
        nvidia.Newest("capital-expenditure", Basis.Ttm).Lineage.Count.ShouldBe(3);
        RecordedFirms.Nvidia.On(2026, 10, 28).Newest("revenue", Basis.Ttm).Status.ShouldBe(FirmFactStatus.Derived);
        RecordedFirms.Nvidia.On(2026, 10, 30).Newest("revenue", Basis.Ttm).Status.ShouldBe(FirmFactStatus.Stale);
    }

    [Fact]
    public void Trap10_SeveralClassesOfShares_AreTakenFromTheBalanceSheet()
    {
        RecordedFirms.Alphabet.ShouldNotContain(f => f.Tag == "dei:EntityCommonStockSharesOutstanding");
        var shares = RecordedFirms.Alphabet.On(2026, 7, 9).Newest("shares-outstanding", Basis.Instant);
        (shares.Value, shares.Tag).ShouldBe((12_116_000_000, "us-gaap:CommonStockSharesOutstanding"));
    }

    [Fact]
    public void Trap11_CustomerConcentration_IsAbsentFromCompanyFacts()
    {
        foreach (var firm in new[] { RecordedFirms.Nvidia, RecordedFirms.Apple, RecordedFirms.Alphabet })
            firm.ShouldNotContain(f => f.Tag.Contains("ConcentrationRiskPercentage", StringComparison.Ordinal) || f.Dimension.Length > 0);
    }

    [Fact]
    public void Trap12_DepreciationAndAmortisation_IsNeverDepreciationAlone()
    {
        var alphabet = RecordedFirms.Alphabet.On(2026, 7, 9).Facts.Where(f => f.Concept == "depreciation-amortisation" && f.Value is not null).ToList();
        alphabet.ShouldAllBe(f => f.IsDerived && f.Tag.Contains(" + ", StringComparison.Ordinal));
        alphabet.Single(f => f.Period.End == new DateOnly(2026, 3, 31)).Value.ShouldBe(6_482_000_000 + 178_000_000);
        RecordedFirms.Apple.On(2026, 3, 25).Newest("depreciation-amortisation", Basis.Annual).Value.ShouldBe(11_698_000_000);
        foreach (var firm in new[] { RecordedFirms.Nvidia, RecordedFirms.Apple, RecordedFirms.Alphabet })
            firm.On(2026, 7, 9).Newest("research-and-development", Basis.Ttm).Tag.ShouldBe("us-gaap:ResearchAndDevelopmentExpense");
    }

    [Fact]
    public void Trap13_Cash_ExcludesSecurities()
    {
        var alphabet = RecordedFirms.Alphabet.On(2026, 7, 9);
        Billions(alphabet.Newest("cash", Basis.Instant).Value, 1).ShouldBe(38.1m);
        Billions(alphabet.Newest("cash-and-securities", Basis.Instant).Value, 1).ShouldBe(126.8m);
    }

    [Fact]
    public void Trap14_CikAsNumberOrText_IsTheSameFirm()
    {
        var text = File.ReadAllText(Repository.Shared("samples/edgar/companyfacts/CIK0001045810.json"));
        text.ShouldStartWith("{\"cik\":1045810,");
        var folder = Directory.CreateTempSubdirectory("froth-cik-");
        var path = Path.Combine(folder.FullName, "facts.json");
        File.WriteAllText(path, text.Replace("{\"cik\":1045810,", "{\"cik\":\"0001045810\",", StringComparison.Ordinal));
        var facts = RecordingSink.Parse(new Froth.Data.Sources.Edgar.EdgarSource(), path, new DateOnly(2026, 7, 9)).Facts;
        folder.Delete(recursive: true);
        facts.Count.ShouldBe(RecordedFirms.Nvidia.Count);
        facts.ShouldAllBe(f => f.Entity == "cik-1045810");
    }

    [Fact]
    public void Trap15_Proxies_NeverOutrankReports()
    {
        // What only a proxy tells (pay against performance) is kept as evidence and resolves to no report's period.
        foreach (var firm in new[] { RecordedFirms.Nvidia, RecordedFirms.Alphabet })
        {
            firm.ShouldContain(f => f.Form == "DEF 14A");
            var today = firm.On(2026, 7, 9);
            today.Facts.Where(f => f.Concept == "net-income" && f.Basis == Basis.Annual).ShouldAllBe(f => f.Form != "DEF 14A");
            today.Facts.Where(f => f.Concept == "revenue" && f.Basis == Basis.Annual).ShouldAllBe(f => f.Form != "DEF 14A");
        }
    }

    [Fact]
    public void Recorded_AnyCutDay_IsAPrefixOfTheHistory()
    {
        foreach (var firm in new[] { RecordedFirms.Nvidia, RecordedFirms.Apple, RecordedFirms.Alphabet })
        {
            var whole = ConceptResolver.Shipped.Resolve(firm);
            foreach (var day in new[] { new DateOnly(2015, 6, 30), new DateOnly(2020, 3, 1), new DateOnly(2024, 8, 29) })
            {
                var cut = ConceptResolver.Shipped.Resolve(firm.Where(f => f.Filed <= day));
                var expected = whole.Where(o => o.PublishedAt <= day).Select(o => (o.Key, o.PublishedAt, o.Value)).ToList();
                cut.Count.ShouldBe(expected.Count);
                cut.Select(o => (o.Key, o.PublishedAt, o.Value)).Except(expected).FirstOrDefault().ShouldBe(default);
            }
        }
    }

    [Fact]
    public void Recorded_EveryFilerOfAQuarter_ResolvesWithFewDisputes()
    {
        // The rules must hold for filers that nobody looked at while they were written: here all of one quarter.
        var sink = RecordingSink.Parse(new Froth.Data.Sources.Edgar.EdgarSource(), Repository.Shared("samples/edgar/fsds/2010q2.zip"), new DateOnly(2026, 7, 9));
        var firms = RecordedFirms.Facts(sink).GroupBy(f => f.Entity).Select(g => ((IReadOnlyList<FiledFact>)[.. g]).On(2026, 7, 9)).ToList();
        firms.Count.ShouldBe(500);
        foreach (var (concept, fewest) in new[] { ("net-income", 480), ("assets", 480), ("cash", 465), ("operating-cash-flow", 430), ("revenue", 420), ("capital-expenditure", 375) })
        {
            var told = firms.Where(f => f.Facts.Any(x => x.Concept == concept && x.Value is not null)).ToList();
            told.Count.ShouldBeGreaterThanOrEqualTo(fewest, concept);
            told.Count(f => f.Facts.Any(x => x.Concept == concept && x.Status == FirmFactStatus.Disputed)).ShouldBeLessThan(5, concept);
        }

        firms.SelectMany(f => f.Checks).Where(c => c.Id == "balance-sheet").ShouldAllBe(c => c.Holds);
    }

    [Fact]
    public void Recorded_BalanceSheets_AddUp()
    {
        foreach (var firm in new[] { RecordedFirms.Nvidia, RecordedFirms.Apple, RecordedFirms.Alphabet })
        {
            var checks = firm.On(2026, 7, 9).Checks.Where(c => c.Id != "year-to-date-rises").ToList();
            checks.Count.ShouldBeGreaterThan(60);
            checks.ShouldAllBe(c => c.Holds);
        }
    }

    private static decimal Billions(decimal? value, int digits) => Math.Round(value!.Value / 1_000_000_000m, digits, MidpointRounding.AwayFromZero);
}
