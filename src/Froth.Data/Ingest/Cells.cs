using System.Buffers.Binary;
using System.Text;

namespace Froth.Data.Ingest;

/// <summary>Reading of single cells.</summary>
internal static class Cells
{
    /// <summary>Day number of 1970-01-01, from which the store counts days.</summary>
    public static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>Reads <c>yyyy-MM-dd</c> as days since 1970-01-01.</summary>
    public static bool TryDate(ReadOnlySpan<byte> text, out int days)
    {
        days = 0;
        if (text.Length != 10 || text[4] != '-' || text[7] != '-') return false;
        var digits = BinaryPrimitives.ReadUInt32LittleEndian(text);
        if (!AllDigits(digits) || !Digit(text[5]) || !Digit(text[6]) || !Digit(text[8]) || !Digit(text[9])) return false;
        var year = (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + text[3] - '0';
        var month = (text[5] - '0') * 10 + text[6] - '0';
        var day = (text[8] - '0') * 10 + text[9] - '0';
        if (year < 1 || month is < 1 or > 12 || day < 1 || (day > 28 && day > DateTime.DaysInMonth(year, month))) return false;
        days = DayNumber(year, month, day) - Epoch;
        return true;
    }

    public static DateOnly Date(int days) => DateOnly.FromDayNumber(days + Epoch);

    public static int Days(DateOnly date) => date.DayNumber - Epoch;

    /// <summary>
    /// True for text that a spreadsheet would run as a formula. Such a cell is refused, since whoever opens an export of it would
    /// run it.
    /// </summary>
    public static bool IsFormula(ReadOnlySpan<byte> text) => text.Length > 0 && text[0] is (byte)'=' or (byte)'+' or (byte)'-' or (byte)'@' or (byte)'\t' or (byte)'\r';

    /// <summary>The start of a cell or row, fit to be printed in a message.</summary>
    public static string Show(ReadOnlySpan<byte> text, int most = 60)
    {
        var cut = text.Length > most ? text[..most] : text;
        var shown = Encoding.UTF8.GetString(cut).ReplaceLineEndings(" ");
        return cut.Length < text.Length ? shown + "…" : shown;
    }

    // Days since 0001-01-01, with years that begin in March so that the leap day comes last. Dates are half of what a row tells.
    private static int DayNumber(int year, int month, int day)
    {
        if (month < 3) (year, month) = (year - 1, month + 12);
        return year * 365 + year / 4 - year / 100 + year / 400 + (153 * month - 457) / 5 + day - 307;
    }

    private static bool Digit(byte c) => (uint)(c - '0') <= 9;

    private static bool AllDigits(uint four) => (((four + 0x46464646) | (four - 0x30303030)) & 0x80808080) == 0;
}
