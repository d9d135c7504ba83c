namespace Froth.DefaultData;

/// <summary>When the world could know a row, and the note that says where that date is an assumption.</summary>
internal readonly record struct Published(DateOnly Date, string Note);

internal static class Publication
{
    // Annual reports are due within 60 days for large filers and quarterly ones sooner: the latest lawful day.
    const int StatutoryDays = 60;
    const string StatutoryNote = "filing date not stated; latest statutory date assumed";

    /// <summary>The day a recorded row could first be known; the later reading wins where the source leaves a doubt.</summary>
    public static Published Of(CsvRow row, DateOnly period, bool forecast)
    {
        if (Dates.Plausible(row["source_date"]) is not { } source)
            return new Published(period, $"source date {row["source_date"]} is a slip in the source; end of the period used");
        if (forecast) return new Published(source, "");
        if (source == period && IsFiling(row)) return Statutory(period);
        return new Published(Dates.Later(source, period), "");
    }

    public static Published Statutory(DateOnly periodEnd) => new(periodEnd.AddDays(StatutoryDays), StatutoryNote);

    /// <summary>
    /// True where the recorded source date may be no more than the end of the period that the filing covers.
    /// A press page can bear the day of the event in its address, so only filings count.
    /// </summary>
    public static bool IsFiling(CsvRow row) =>
        row["source_publisher"].Contains("(SEC)", StringComparison.Ordinal)
        && (row["source_date_basis"] == "in the address"
            || row["source_date_basis"].StartsWith("filing date or period end", StringComparison.Ordinal));
}
