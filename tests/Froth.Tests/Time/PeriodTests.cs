using Froth.Core.Time;

namespace Froth.Tests.Time;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("2025-01-27", "2025-04-27", PeriodKind.Quarter)]
    [InlineData("2024-10-28", "2025-01-26", PeriodKind.Quarter)]
    [InlineData("2024-01-29", "2025-01-26", PeriodKind.Annual)]
    [InlineData("2022-01-31", "2023-01-29", PeriodKind.Annual)]
    [InlineData("2025-01-27", "2025-07-27", PeriodKind.HalfYear)]
    [InlineData("2025-01-01", "2025-09-30", PeriodKind.NineMonths)]
    [InlineData("2025-02-01", "2025-02-28", PeriodKind.Month)]
    [InlineData("2025-01-01", "2025-01-10", PeriodKind.Other)]
    public void Kind_FromDayCount_IsTold(string start, string end, PeriodKind kind) =>
        Period.Between(Day(start), Day(end)).Kind.ShouldBe(kind);

    [Fact]
    public void Between_EndBeforeStart_IsRefused() =>
        Should.Throw<ArgumentException>(() => Period.Between(Day("2025-02-01"), Day("2025-01-01"))).ParamName.ShouldBe("end");

    [Theory]
    [InlineData("2025-01-26", 2025, 4)]
    [InlineData("2025-04-27", 2026, 1)]
    [InlineData("2025-07-27", 2026, 2)]
    [InlineData("2023-01-29", 2023, 4)]
    [InlineData("2022-10-30", 2023, 3)]
    public void FiscalCalendar_NvidiaYear_NamesYearAndQuarter(string end, int year, int quarter)
    {
        var calendar = FiscalCalendar.FromYearEnds([Day("2023-01-29"), Day("2024-01-28"), Day("2025-01-26")]);
        calendar.YearOf(Day(end)).ShouldBe(year);
        calendar.QuarterOf(Day(end)).ShouldBe(quarter);
    }

    [Theory]
    [InlineData("2022-09-24", 2022, 4)]
    [InlineData("2023-12-30", 2024, 1)]
    [InlineData("2023-04-01", 2023, 2)]
    public void FiscalCalendar_AppleYear_SurvivesWeekDrift(string end, int year, int quarter)
    {
        var calendar = FiscalCalendar.FromYearEnds([Day("2021-09-25"), Day("2022-09-24"), Day("2023-09-30")]);
        calendar.YearOf(Day(end)).ShouldBe(year);
        calendar.QuarterOf(Day(end)).ShouldBe(quarter);
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
