using System.Globalization;

namespace Froth.DefaultData;

internal static class Dates
{
    public static DateOnly Parse(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Format(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A source date of another millennium is a slip of the pen in the source and says nothing.</summary>
    public static DateOnly? Plausible(string text) => Parse(text) is { Year: >= 1990 } date ? date : null;

    public static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    public static bool IsMonthEnd(DateOnly date) => date.AddDays(1).Day == 1;

    /// <summary>
    /// First day of a period of so many months. Firms whose periods do not end with a month keep 52-week years
    /// and 13-week quarters, so their periods are counted in weeks.
    /// </summary>
    public static DateOnly StartOfMonths(DateOnly end, int months) =>
        IsMonthEnd(end) ? end.AddDays(1).AddMonths(-months) : end.AddDays(1 - months * 364 / 12);

    public static DateOnly StartOfYear(DateOnly date) => new(date.Year, 1, 1);
}
