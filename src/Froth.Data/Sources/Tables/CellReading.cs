using System.Globalization;
using System.Text;
using Froth.Data.Ingest;

namespace Froth.Data.Sources.Tables;

/// <summary>Reads numbers and dates out of cells, exactly or not at all.</summary>
internal static class CellReading
{
    // Serial 60 of the spreadsheet calendar is a day that never was; what lies before it is counted differently by different programs.
    private const int FirstSerial = 61;
    private const int LastSerial = 2_958_465;

    /// <summary>Reads a number.</summary>
    /// <returns>Null when read, else the reason why not.</returns>
    public static string? Number(TableCell cell, out decimal value, bool decimalComma = false)
    {
        value = 0;
        var text = cell.Text;
        if (decimalComma && cell.Form == CellForm.Text)
        {
            if (text.Contains('.', StringComparison.Ordinal)) return $"'{text}' has a point although its column has decimal commas; thousands separators are not read";
            text = text.Replace(',', '.');
        }

        var reason = DecimalText.Read(Encoding.UTF8.GetBytes(text), out var scaled);
        if (reason is null) value = DecimalText.ToDecimal(scaled);
        return reason;
    }

    /// <summary>Reads a date: the format told, or else year-month-day with - or /; in a workbook also the serial number of a day.</summary>
    /// <returns>Null when read, else the reason why not.</returns>
    public static string? Date(TableCell cell, out DateOnly date, string? format = null)
    {
        if (cell.Form == CellForm.Number) return Serial(cell.Text, out date);
        string[] formats = cell.Form == CellForm.Date ? ["yyyy-MM-dd"] : format is null ? ["yyyy-M-d", "yyyy/M/d"] : [format];
        if (DateOnly.TryParseExact(cell.Text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out date)) return null;
        return format is null
            ? $"'{cell.Text}' is not a date; write yyyy-MM-dd"
            : $"'{cell.Text}' is not a date of the form {format}";
    }

    /// <summary>A date as the canonical tables spell it.</summary>
    public static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A number as the canonical tables spell it: plain digits without idle zeros.</summary>
    public static string Text(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>The exact product, or null where a decimal cannot hold it.</summary>
    public static decimal? Times(decimal value, decimal factor)
    {
        var (a, b) = (Trimmed(value), Trimmed(factor));
        try
        {
            // Multiplication keeps the sum of the scales unless it had to round.
            var product = a * b;
            return product.Scale == a.Scale + b.Scale ? product : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static decimal Trimmed(decimal value) => decimal.Parse(Text(value), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string? Serial(string text, out DateOnly date)
    {
        date = default;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial) || serial is not (>= FirstSerial and <= LastSerial))
        {
            return $"'{text}' is neither a date nor the serial number of a day after February 1900";
        }

        date = DateOnly.FromDateTime(DateTime.FromOADate(Math.Floor(serial)));
        return null;
    }
}
