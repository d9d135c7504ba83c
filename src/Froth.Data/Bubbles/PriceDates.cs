using System.Globalization;

namespace Froth.Data.Bubbles;

/// <summary>Reads the dates of a file of prices: year first, with dashes, slashes or neither; months; and ISO instants, of which the day counts.</summary>
internal static class PriceDates
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy-MM", "yyyyMMdd", "yyyy/M/d", "yyyy-M-d"];

    public static DateOnly? Read(string cell)
    {
        var text = cell.Length > 10 && cell[10] is 'T' or ' ' ? cell[..10] : cell;
        return DateOnly.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    public static DateOnly Follow(string file, int line, string column, string cell, List<DateOnly> before)
    {
        var day = Read(cell) ?? throw PricePlace.Refuse(file, line, column, new(
            $"'{cell}' is not a date; write yyyy-MM-dd or yyyy-MM, or name the column with --date-column.", $"“{cell}”不是日期；请按yyyy-MM-dd或yyyy-MM书写，或用--date-column指定日期列。"));
        if (before.Count == 0 || day > before[^1]) return day;
        throw day == before[^1]
            ? PricePlace.Refuse(file, line, column, new($"the date {cell} stands twice. Keep one row a date.", $"日期{cell}重复。每个日期只保留一行。"))
            : PricePlace.Refuse(file, line, column, new(
                string.Create(CultureInfo.InvariantCulture, $"the date {cell} is before {before[^1]:yyyy-MM-dd} in the row above. Sort the rows, oldest first."),
                string.Create(CultureInfo.InvariantCulture, $"日期{cell}早于上一行的{before[^1]:yyyy-MM-dd}。请按日期从旧到新排序。")));
    }
}
