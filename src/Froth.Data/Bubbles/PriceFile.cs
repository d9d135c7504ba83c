using System.Globalization;
using System.Text;
using Froth.Core.Bubbles;
using Froth.Data.Ingest;

namespace Froth.Data.Bubbles;

/// <summary>Reads a series of prices from a CSV file with a header. Nothing is guessed away: a bad cell refuses the file and is named.</summary>
public static class PriceFile
{
    private const int LongestRow = 1 << 20;

    /// <summary>Reads one column.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Which columns and what to accept; null for the usual.</param>
    /// <exception cref="BadPricesException">The file cannot be tested as it is.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static PriceTable Read(string path, PriceFileOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        options ??= new PriceFileOptions();
        var file = Path.GetFileName(path);
        if (!File.Exists(path)) throw new BadPricesException(new($"There is no file {path}.", $"文件{path}不存在。"));
        var (header, rows) = Cells(path, file);
        var columns = PriceColumns.Choose(file, header, rows, options);
        var (price, day) = (header[columns.Price], columns.Date is { } at ? header[at] : null);
        List<double> values = [];
        List<int> lines = [];
        List<DateOnly> dates = [];
        foreach (var (line, cells) in rows)
        {
            values.Add(Number(file, line, price, Cell(cells, columns.Price), options.MustBePositive));
            lines.Add(line);
            if (columns.Date is { } date) dates.Add(PriceDates.Follow(file, line, day!, Cell(cells, date), dates));
        }

        PriceOutliers.Refuse(file, price, values, lines);
        var gap = columns.Date is null ? null : PriceGaps.Find(dates);
        if (gap is { } found && !options.AllowGaps) throw PricePlace.Refuse(file, lines[found.At], day!, found.Problem);
        return new PriceTable(new PriceSeries(price, [.. values], columns.Date is null ? null : dates), file, price, day, lines, gap is not null);
    }

    private static (List<string> Header, List<(int Line, string[] Cells)> Rows) Cells(string path, string file)
    {
        using var stream = File.OpenRead(path);
        var records = new CsvRecords(stream, LongestRow);
        if (CsvHeader.Read(records, file, out var header) is { } problem)
            throw PricePlace.Refuse(file, problem.Line, "1", new(problem.Reason + ".", "表头无法读取：文件须为UTF-8编码的CSV且首行为列名。"));
        List<(int, string[])> rows = [];
        while (records.Next())
        {
            if (records.Problem is { } cut) throw PricePlace.Refuse(file, records.Line, "1", new(cut + ".", "该行无法解析为CSV；请检查引号。"));
            var cells = new string[records.FieldCount];
            for (var i = 0; i < cells.Length; i++) cells[i] = Encoding.UTF8.GetString(records.Field(i)).Trim();
            rows.Add(((int)records.Line, cells));
        }

        return rows.Count == 0 ? throw PricePlace.Refuse(file, new("there is a header and no row.", "仅有表头，没有数据行。")) : (header, rows);
    }

    private static string Cell(string[] cells, int column) => column < cells.Length ? cells[column] : "";

    private static double Number(string file, int line, string column, string cell, bool mustBePositive)
    {
        if (PriceColumns.IsMissing(cell))
        {
            throw PricePlace.Refuse(file, line, column, new(
                $"the price is missing ('{cell}'). Remove the row or fill it in; the tests need every period.", $"价格缺失（“{cell}”）。请删除该行或补齐；检验要求各期俱全。"));
        }

        if (!double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
        {
            throw PricePlace.Refuse(file, line, column, new(
                $"'{cell}' is not a finite number. Write digits with a point, such as 1234.5, without thousands separators.", $"“{cell}”不是有限数值。请用小数点书写，如1234.5，不加千位分隔符。"));
        }

        return mustBePositive && value <= 0
            ? throw PricePlace.Refuse(file, line, column, new($"the price is {cell}, which has no logarithm. Correct it or leave --log out.", $"价格为{cell}，无法取对数。请更正，或去掉--log。"))
            : value;
    }
}
