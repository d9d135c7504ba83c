using System.Globalization;

namespace Froth.Data.Bubbles;

/// <summary>Finds the columns of prices and dates by option, name or content.</summary>
internal static class PriceColumns
{
    private static readonly string[] PriceNames = ["close", "value", "price", "收盘", "收盘价"];
    private static readonly string[] DateNames = ["date", "day", "month", "time", "timestamp", "period", "observation_date", "trade_date", "日期", "交易日期"];
    private static readonly string[] MissingWords = ["", ".", "-", "nan", "na", "n/a", "#n/a", "null", "none"];

    public static bool IsMissing(string cell) => MissingWords.Contains(cell, StringComparer.OrdinalIgnoreCase);

    public static (int Price, int? Date) Choose(string file, List<string> header, List<(int Line, string[] Cells)> rows, PriceFileOptions options)
    {
        int? date = options.DateColumn is { } named ? Named(file, header, named) : Date(header, rows);
        var price = options.Column is { } chosen ? Named(file, header, chosen) : Price(file, header, rows, date);
        if (price == date) throw PricePlace.Refuse(file, 1, header[price], new("this is the column of dates; name another with --column.", "该列为日期列；请用--column另指价格列。"));
        return (price, date);
    }

    private static int Named(string file, List<string> header, string name)
    {
        var found = header.FindIndex(h => string.Equals(h, name, StringComparison.OrdinalIgnoreCase));
        if (found >= 0) return found;
        if (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= header.Count) return number - 1;
        throw PricePlace.Refuse(file, 1, name, new($"there is no such column. There are: {string.Join(", ", header)}.", $"没有该列。现有：{string.Join("、", header)}。"));
    }

    private static int? Date(List<string> header, List<(int Line, string[] Cells)> rows)
    {
        foreach (var name in DateNames)
        {
            var found = header.FindIndex(h => string.Equals(h, name, StringComparison.OrdinalIgnoreCase));
            if (found >= 0) return found;
        }

        // An unknown name over dates with dashes; digits alone may be prices.
        var first = rows[0].Cells;
        var dashed = Array.FindIndex(first, c => c.Contains('-', StringComparison.Ordinal) && PriceDates.Read(c) is not null);
        return dashed >= 0 && dashed < header.Count ? dashed : null;
    }

    private static int Price(string file, List<string> header, List<(int Line, string[] Cells)> rows, int? date)
    {
        foreach (var name in PriceNames)
        {
            var found = header.FindIndex(h => string.Equals(h, name, StringComparison.OrdinalIgnoreCase));
            if (found >= 0) return found;
        }

        var numeric = Enumerable.Range(0, header.Count).Where(c => c != date && IsNumeric(rows, c)).ToList();
        if (numeric.Count == 1) return numeric[0];
        var names = string.Join(", ", numeric.Select(c => header[c]));
        throw numeric.Count == 0
            ? PricePlace.Refuse(file, new("no column holds numbers.", "没有数值列。"))
            : PricePlace.Refuse(file, new($"several columns hold numbers: {names}. Choose one with --column.", $"有多个数值列：{names}。请用--column选择其一。"));
    }

    private static bool IsNumeric(List<(int Line, string[] Cells)> rows, int column)
    {
        foreach (var (_, cells) in rows)
        {
            if (column >= cells.Length || IsMissing(cells[column])) continue;
            return double.TryParse(cells[column], NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        }

        return false;
    }
}
