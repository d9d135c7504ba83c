namespace Froth.Core.Time;

/// <summary>
/// A firm's fiscal year, known by the month in which it ends. Works for calendar years, for other month ends and for
/// 52/53-week years, whose last day drifts by up to a week around the month's end.
/// </summary>
/// <param name="YearEndMonth">Month (1 to 12) in or next to which the fiscal year ends.</param>
public readonly record struct FiscalCalendar(int YearEndMonth)
{
    /// <summary>The calendar year.</summary>
    public static readonly FiscalCalendar Calendar = new(12);

    /// <summary>Learns the calendar from the ends of annual periods: the most frequent month after allowing for week drift.</summary>
    /// <exception cref="ArgumentException">No annual period end was given.</exception>
    public static FiscalCalendar FromYearEnds(IEnumerable<DateOnly> annualPeriodEnds)
    {
        ArgumentNullException.ThrowIfNull(annualPeriodEnds);
        var month = annualPeriodEnds.Select(Anchor).GroupBy(a => a.Month)
            .OrderByDescending(g => g.Count()).ThenByDescending(g => g.Max()).FirstOrDefault();
        return month is null
            ? throw new ArgumentException("At least one annual period end is needed.", nameof(annualPeriodEnds))
            : new FiscalCalendar(month.Key);
    }

    /// <summary>
    /// Fiscal year that a period ending on <paramref name="end"/> belongs to, named by the calendar year in which the fiscal
    /// year ends (NVIDIA's year to 26 January 2025 is 2025).
    /// </summary>
    public int YearOf(DateOnly end)
    {
        var anchor = Anchor(end);
        return anchor.Month > YearEndMonth ? anchor.Year + 1 : anchor.Year;
    }

    /// <summary>Fiscal quarter, 1 to 4, of a period ending on <paramref name="end"/>.</summary>
    public int QuarterOf(DateOnly end)
    {
        var monthsAfterYearEnd = (Anchor(end).Month - YearEndMonth + 12) % 12;
        return monthsAfterYearEnd == 0 ? 4 : (monthsAfterYearEnd + 2) / 3;
    }

    // A 52/53-week period may end in the first week of the next month; ten days back is always inside the right one.
    private static DateOnly Anchor(DateOnly end) => end.AddDays(-10);
}
