using System.Globalization;

namespace Froth.Cli.Output;

/// <summary>Writes RFC 4180 rows. Text that a spreadsheet would run as a formula is prefixed with an apostrophe.</summary>
internal static class CsvText
{
    public static string Row(params IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    public static string Number(double value) => double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : "";

    public static string Date(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        if (!isNumber && text[0] is '=' or '+' or '@' or '\t' or '\r' || (text[0] == '-' && !isNumber)) text = "'" + text;
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : "\"" + text.Replace("\"", "\"\"") + "\"";
    }
}
