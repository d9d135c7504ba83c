using Froth.Core.Indicators;

namespace Froth.Core.Reports;

/// <summary>
/// Thins a long line to what a panel can show: of each column of the picture the first, lowest, highest and last reading stay, so peaks
/// and troughs are never smoothed away.
/// </summary>
public static class LineThinning
{
    /// <summary>Readings that draw the same line in a picture <paramref name="columns"/> columns wide. Gaps stay gaps.</summary>
    public static IReadOnlyList<Reading> Thin(IReadOnlyList<Reading> readings, int columns)
    {
        ArgumentNullException.ThrowIfNull(readings);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        if (readings.Count <= columns * 4) return readings;
        var first = readings[0].Date.DayNumber;
        var days = Math.Max(1, readings[^1].Date.DayNumber - first);
        var kept = new List<Reading>(columns * 4);
        for (int start = 0, end; start < readings.Count; start = end)
        {
            var column = Column(readings[start]);
            for (end = start + 1; end < readings.Count && Column(readings[end]) == column; end++) { }
            Keep(readings, start, end, kept);
        }

        return kept;

        long Column(Reading reading) => (long)(reading.Date.DayNumber - first) * columns / days;
    }

    private static void Keep(IReadOnlyList<Reading> readings, int start, int end, List<Reading> kept)
    {
        var (lowest, highest, gap) = (-1, -1, -1);
        for (var i = start; i < end; i++)
        {
            if (!readings[i].HasValue) gap = i;
            else if (lowest < 0 || readings[i].Value < readings[lowest].Value) lowest = i;
            if (readings[i].HasValue && (highest < 0 || readings[i].Value > readings[highest].Value)) highest = i;
        }

        int[] wanted = [start, lowest, highest, gap, end - 1];
        Array.Sort(wanted);
        var last = -1;
        foreach (var i in wanted)
        {
            if (i > last) kept.Add(readings[last = i]);
        }
    }
}
