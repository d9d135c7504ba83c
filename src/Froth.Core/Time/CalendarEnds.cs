namespace Froth.Core.Time;

/// <summary>Last days of months and quarters. Only whole months count: one still running is never an end.</summary>
public static class CalendarEnds
{
    /// <summary>First day of the month of <paramref name="day"/>.</summary>
    public static DateOnly MonthStart(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>Month ends from the month of <paramref name="first"/> to the last one on or before <paramref name="asOf"/>.</summary>
    public static IEnumerable<DateOnly> Months(DateOnly first, DateOnly asOf) => Ends(MonthStart(first), 1, asOf);

    /// <summary>Ends of calendar quarters from that of <paramref name="first"/> to the last one on or before <paramref name="asOf"/>.</summary>
    public static IEnumerable<DateOnly> Quarters(DateOnly first, DateOnly asOf) => Ends(Period.Quarter(first).Start!.Value, 3, asOf);

    private static IEnumerable<DateOnly> Ends(DateOnly start, int months, DateOnly asOf)
    {
        // Near the end of the calendar there is no next month; nothing real is dated there.
        if (asOf.Year >= DateOnly.MaxValue.Year) yield break;
        for (var next = start.AddMonths(months); next.AddDays(-1) <= asOf; next = next.AddMonths(months)) yield return next.AddDays(-1);
    }
}
