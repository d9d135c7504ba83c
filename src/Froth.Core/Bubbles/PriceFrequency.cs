namespace Froth.Core.Bubbles;

/// <summary>How far apart the observations of a series are.</summary>
public enum PriceFrequency
{
    /// <summary>No dates: observations are counted.</summary>
    Counted,

    /// <summary>Days, or days of trade.</summary>
    Daily,

    /// <summary>Weeks.</summary>
    Weekly,

    /// <summary>Months.</summary>
    Monthly,

    /// <summary>Quarters of a year.</summary>
    Quarterly,

    /// <summary>Years.</summary>
    Annual,

    /// <summary>None of these.</summary>
    Irregular,
}

/// <summary>Tells frequencies by the median distance between dates, and names them.</summary>
public static class PriceFrequencies
{
    /// <summary>The frequency of dates, by the median of the days between neighbours.</summary>
    /// <param name="dates">Dates in rising order.</param>
    /// <returns><see cref="PriceFrequency.Counted"/> for fewer than two dates.</returns>
    public static PriceFrequency Of(IReadOnlyList<DateOnly> dates)
    {
        ArgumentNullException.ThrowIfNull(dates);
        return dates.Count < 2 ? PriceFrequency.Counted : MedianGap(dates) switch
        {
            <= 4 => PriceFrequency.Daily,
            >= 5 and <= 10 => PriceFrequency.Weekly,
            >= 27 and <= 33 => PriceFrequency.Monthly,
            >= 85 and <= 95 => PriceFrequency.Quarterly,
            >= 355 and <= 375 => PriceFrequency.Annual,
            _ => PriceFrequency.Irregular,
        };
    }

    /// <summary>The median of the days between neighbouring dates; the lower one of two.</summary>
    /// <param name="dates">Two dates or more.</param>
    /// <exception cref="ArgumentException">Fewer than two dates.</exception>
    public static int MedianGap(IReadOnlyList<DateOnly> dates)
    {
        ArgumentNullException.ThrowIfNull(dates);
        if (dates.Count < 2) throw new ArgumentException($"There are {dates.Count} dates; a distance needs two.", nameof(dates));
        var gaps = new int[dates.Count - 1];
        for (var i = 0; i < gaps.Length; i++) gaps[i] = dates[i + 1].DayNumber - dates[i].DayNumber;
        Array.Sort(gaps);
        return gaps[(gaps.Length - 1) / 2];
    }

    /// <summary>The word for a frequency.</summary>
    public static Bilingual NameOf(PriceFrequency frequency) => frequency switch
    {
        PriceFrequency.Counted => new("no dates", "无日期"),
        PriceFrequency.Daily => new("daily", "日度"),
        PriceFrequency.Weekly => new("weekly", "周度"),
        PriceFrequency.Monthly => new("monthly", "月度"),
        PriceFrequency.Quarterly => new("quarterly", "季度"),
        PriceFrequency.Annual => new("annual", "年度"),
        _ => new("irregular", "不规则"),
    };
}
