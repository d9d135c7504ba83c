namespace Froth.Data.Sources.Fred;

/// <summary>How often a series has a value. FRED dates a month, quarter or year by its first day.</summary>
internal enum FredFrequency
{
    Daily,
    Weekly,
    Monthly,
    Quarterly,
    Annual,
}

/// <summary>What follows from a frequency: the days a value is about, and when it can have been known.</summary>
internal static class FredFrequencies
{
    /// <summary>
    /// The frequency that the distances between dates show, or null where they show none. It is read from the dates and not from the
    /// name of the series, because FRED gives a daily series by months under the same name.
    /// </summary>
    public static FredFrequency? Of(IEnumerable<DateOnly> dates)
    {
        var days = dates.Distinct().Order().ToList();
        if (days.Count < 3) return null;
        var gaps = days.Zip(days.Skip(1), (a, b) => b.DayNumber - a.DayNumber).Order().ToList();
        var opensMonth = days.TrueForAll(d => d.Day == 1);
        return gaps[(gaps.Count - 1) / 2] switch
        {
            <= 4 => FredFrequency.Daily,
            >= 6 and <= 8 => FredFrequency.Weekly,
            >= 28 and <= 31 when opensMonth => FredFrequency.Monthly,
            >= 89 and <= 92 when opensMonth => FredFrequency.Quarterly,
            >= 365 and <= 366 when opensMonth => FredFrequency.Annual,
            _ => null,
        };
    }

    /// <summary>The days that a value dated so is about; no start for a value at one day.</summary>
    public static (DateOnly? Start, DateOnly End) PeriodOf(FredFrequency frequency, DateOnly date) => frequency switch
    {
        FredFrequency.Monthly => (date, date.AddMonths(1).AddDays(-1)),
        FredFrequency.Quarterly => (date, date.AddMonths(3).AddDays(-1)),
        FredFrequency.Annual => (date, date.AddYears(1).AddDays(-1)),
        _ => (null, date),
    };

    /// <summary>
    /// The day on which a value can be taken as known where no vintage tells it. Counted from the end of the period, and where in
    /// doubt the later: a value used too early would let a back-test see the future.
    /// </summary>
    public static DateOnly AssumedPublication(FredFrequency frequency, DateOnly end) => frequency switch
    {
        FredFrequency.Daily => NextWorkday(end),
        FredFrequency.Weekly => end.AddDays(7),
        FredFrequency.Monthly => end.AddDays(45),
        FredFrequency.Quarterly => end.AddDays(60),
        _ => end.AddDays(365),
    };

    /// <summary>The assumption in words.</summary>
    public static string Words(FredFrequency frequency) => frequency switch
    {
        FredFrequency.Daily => "the next workday",
        FredFrequency.Weekly => "7 days after the week",
        FredFrequency.Monthly => "45 days after the month",
        FredFrequency.Quarterly => "60 days after the quarter",
        _ => "365 days after the year",
    };

    private static DateOnly NextWorkday(DateOnly day)
    {
        do day = day.AddDays(1);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        return day;
    }
}
