using Froth.Core.Data;
using Froth.Core.Indicators;
using Froth.Core.Time;

namespace Froth.Tests.Time;

public sealed class TrailingTwelveMonthsTests
{
    // NVIDIA's calendar: the year ends on the last Sunday of January; fiscal 2023 has 52 weeks, and week 53 falls in fiscal 2017.
    private static readonly Observation Year2024 = Filed("2023-01-30", "2024-01-28", 100, "2024-02-21");
    private static readonly Observation FirstHalf2024 = Filed("2023-01-30", "2023-07-30", 40, "2023-08-28");
    private static readonly Observation FirstHalf2025 = Filed("2024-01-29", "2024-07-28", 90, "2024-08-28");

    [Fact]
    public void Latest_YearAndYearToDate_AddsAndSubtracts()
    {
        var ttm = TrailingTwelveMonths.Latest([Year2024, FirstHalf2024, FirstHalf2025]);

        ttm.ShouldNotBeNull();
        ttm.Value.ShouldBe(100 + 90 - 40);
        ttm.Period.ShouldBe(Period.Between(Day("2023-07-31"), Day("2024-07-28")));
        ttm.Quarters.ShouldBe(4);
        ttm.Lineage.ShouldBe([Year2024, FirstHalf2025, FirstHalf2024], ignoreOrder: true);
        ttm.PublishedAt.ShouldBe(Day("2024-08-28"));
    }

    [Fact]
    public void Latest_KnownBeforeTheReport_IsStillTheYear()
    {
        var ttm = TrailingTwelveMonths.Latest([Year2024, FirstHalf2024, FirstHalf2025], Day("2024-08-27"));

        ttm!.Value.ShouldBe(100);
        ttm.Period.End.ShouldBe(Day("2024-01-28"));
    }

    [Fact]
    public void Latest_ComparativeRestated_KeepsTheRestOfTheYearOnOneBasis()
    {
        // The report for the first half of 2025 shows the old half as 30 because a business was moved out; the year still contains it.
        var restatedComparative = FirstHalf2024 with { Value = Amount.Point(30), PublishedAt = Day("2024-08-28") };

        TrailingTwelveMonths.Latest([Year2024, FirstHalf2024, FirstHalf2025, restatedComparative])!.Value.ShouldBe(90 + (100 - 40));
    }

    [Fact]
    public void Latest_YearRestatedLater_UsesTheRestatementOnlyOnceItIsKnown()
    {
        var restatedYear = Year2024 with { Value = Amount.Point(96), PublishedAt = Day("2025-02-26") };
        var restatedHalf = FirstHalf2024 with { Value = Amount.Point(38), PublishedAt = Day("2024-12-01") };
        Observation[] facts = [Year2024, FirstHalf2024, FirstHalf2025, restatedHalf, restatedYear];

        TrailingTwelveMonths.Latest(facts, Day("2025-02-25"))!.Value.ShouldBe(90 + 100 - 40);
        TrailingTwelveMonths.Latest(facts, Day("2025-02-26"))!.Value.ShouldBe(90 + 96 - 38);
    }

    // The recorded filings of Apple: revenue recognition changed in January 2010, and the year was restated before its first nine months.
    [Fact]
    public void Latest_YearRestatedBeforeItsNineMonths_SetsNewAgainstNew()
    {
        Observation[] facts =
        [
            Filed("2008-09-28", "2009-06-27", 4039, "2009-07-22"), Filed("2008-09-28", "2009-06-27", 5703, "2010-07-21"),
            Filed("2008-09-28", "2009-09-26", 5704, "2009-10-27"), Filed("2008-09-28", "2009-09-26", 8235, "2010-01-25"),
            Filed("2009-09-27", "2010-06-26", 9705, "2010-07-21"),
        ];

        TrailingTwelveMonths.Latest(facts)!.Value.ShouldBe(8235 + 9705 - 5703);
    }

    // The recorded filings of NVIDIA: the annual report of February 2018 carries the second quarter under the dates of the half-year.
    [Fact]
    public void Latest_AnnualReportMislabelsAQuarter_UsesTheHalfYearReportedBefore()
    {
        Observation[] facts =
        [
            Filed("2017-01-30", "2017-07-30", 1091, "2017-08-23"), Filed("2017-01-30", "2017-07-30", 583, "2018-02-28"),
            Filed("2017-01-30", "2018-01-28", 3047, "2018-02-28"), Filed("2018-01-29", "2018-07-29", 2345, "2018-08-16"),
        ];

        TrailingTwelveMonths.Latest(facts)!.Value.ShouldBe(3047 + 2345 - 1091);
    }

    [Fact]
    public void Latest_YearOf53Weeks_FallsInTheSameBuckets()
    {
        Observation[] facts =
        [
            Filed("2016-02-01", "2017-01-29", 50, "2017-03-01"),
            Filed("2015-01-26", "2016-01-31", 53, "2016-03-17"), // 371 days
            Filed("2015-01-26", "2015-10-25", 39, "2015-11-18"),
            Filed("2016-02-01", "2016-10-30", 37, "2016-11-22"),
        ];

        TrailingTwelveMonths.Latest(facts, Day("2016-11-22"))!.Value.ShouldBe(53 + 37 - 39);
        FiscalHistory.Of(facts, Day("2016-11-22")).LatestYearToDate!.Quarters.ShouldBe(3);
    }

    [Fact]
    public void Latest_OnlySingleQuarters_SumsFour()
    {
        Observation[] facts =
        [
            Filed("2023-07-01", "2023-09-30", 1, "2023-11-01"), Filed("2023-10-01", "2023-12-31", 2, "2024-02-01"),
            Filed("2024-01-01", "2024-03-31", 4, "2024-05-01"), Filed("2024-04-01", "2024-06-30", 8, "2024-08-01"),
        ];

        TrailingTwelveMonths.Latest(facts)!.Value.ShouldBe(15);
        TrailingTwelveMonths.Latest(facts[1..]).ShouldBeNull();
        FiscalHistory.Of(facts).LatestYearToDate.ShouldBeNull("without one annual period nobody knows which quarter this is");
    }

    [Fact]
    public void Quarters_YearToDateOnly_AreDifferences()
    {
        Observation[] facts =
        [
            Filed("2024-01-01", "2024-03-31", 1, "2024-05-01"), Filed("2024-01-01", "2024-06-30", 3, "2024-08-01"),
            Filed("2024-01-01", "2024-09-30", 7, "2024-11-01"), Filed("2024-01-01", "2024-12-31", 15, "2025-02-01"),
        ];

        FiscalHistory.Of(facts).Quarters.Select(q => q.Value).ShouldBe([1, 2, 4, 8]);
        FiscalHistory.Of(facts).Quarters[3].Period.ShouldBe(Period.Between(Day("2024-10-01"), Day("2024-12-31")));
        FiscalHistory.Of(facts).LatestAnnual!.Value.ShouldBe(15);
        FiscalHistory.Of(facts).LatestYearToDate!.Quarters.ShouldBe(4);
        TrailingTwelveMonths.All(FiscalHistory.Of(facts)).Count.ShouldBe(1);
    }

    [Fact]
    public void LatestYearToDate_SecondQuarterAloneReported_SumsFromTheYearsStart()
    {
        Observation[] facts =
        [
            Filed("2023-01-01", "2023-12-31", 10, "2024-02-01"),
            Filed("2024-01-01", "2024-03-31", 1, "2024-05-01"), Filed("2024-04-01", "2024-06-30", 2, "2024-08-01"),
        ];

        var toDate = FiscalHistory.Of(facts).LatestYearToDate!;
        toDate.Value.ShouldBe(3);
        toDate.Quarters.ShouldBe(2);
        FiscalHistory.Of(facts[..1]).LatestYearToDate!.Quarters.ShouldBe(4);
    }

    [Fact]
    public void Of_MixedConcepts_Throws() =>
        Should.Throw<ArgumentException>(() => FiscalHistory.Of([Year2024, FirstHalf2024 with { Concept = Concepts.Revenue }]));

    [Fact]
    public void Latest_NothingUsable_IsNull()
    {
        TrailingTwelveMonths.Latest([]).ShouldBeNull();
        TrailingTwelveMonths.Latest([FirstHalf2024]).ShouldBeNull();
        TrailingTwelveMonths.Latest([Year2024 with { Value = new Amount(null, 5) }]).ShouldBeNull("an open range has no centre");
    }

    private static Observation Filed(string start, string end, double value, string published) =>
        ExampleFacts.Over("nvidia", Concepts.NetIncome, start, end, value, Unit.UsDollar) with { PublishedAt = Day(published) };

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
