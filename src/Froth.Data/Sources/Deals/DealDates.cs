namespace Froth.Data.Sources.Deals;

/// <summary>When the world could know a deal or a round, and the note that says where that day is an assumption.</summary>
internal readonly record struct DealDates(DateOnly Published, string Note)
{
    // Annual reports are due within 60 days for large filers and quarterly ones sooner: the latest lawful day.
    private const int StatutoryDays = 60;
    private const int FirstPlausibleYear = 1990;

    /// <summary>The day a deal became known.</summary>
    /// <param name="announced">Day of announcement.</param>
    /// <param name="source">Date of the source, or null where none is told.</param>
    /// <param name="precision">How well the day of announcement is known, as a code.</param>
    /// <param name="isFiling">Whether the date of the source may be no more than the end of the period of a filing.</param>
    /// <param name="basis">How the date of the source is known, in words.</param>
    public static DealDates OfDeal(DateOnly announced, DateOnly? source, string precision, bool isFiling, string basis)
    {
        if (precision == "day") return new DealDates(announced, "");
        if (source is not { } told) return precision == "month" ? new DealDates(MonthEnd(announced), "published at the end of the month, for want of a day") : Statutory(announced);
        var periodEndOnly = isFiling && (told == announced || MonthEnd(told) == told && basis == "in the address");
        return periodEndOnly ? Statutory(Later(announced, told)) : new DealDates(Later(announced, told), "");
    }

    /// <summary>The day a round became known.</summary>
    public static DealDates OfRound(DateOnly day, DateOnly? source, bool isFiling)
    {
        if (source is not { } told) return new DealDates(day, "source date not stated; day of the round used");
        if (told.Year < FirstPlausibleYear) return new DealDates(day, $"source date {told:yyyy-MM-dd} is a slip in the source; day of the round used");
        return told == day && isFiling ? Statutory(day) : new DealDates(Later(told, day), "");
    }

    /// <summary>
    /// True where the date of a source may be the end of the period that a filing covers. A press page can bear the day of the event
    /// in its address, so only filings count.
    /// </summary>
    public static bool IsFiling(string publisher, string basis) =>
        publisher.Contains("(SEC)", StringComparison.Ordinal)
        && (basis == "in the address" || basis.StartsWith("filing date or period end", StringComparison.Ordinal));

    private static DealDates Statutory(DateOnly end) => new(end.AddDays(StatutoryDays), "filing date not stated; latest statutory date assumed");

    private static DateOnly MonthEnd(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
