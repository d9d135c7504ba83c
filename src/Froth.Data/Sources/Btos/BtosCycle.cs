using System.Globalization;
using Froth.Data.Sources.Tables;

namespace Froth.Data.Sources.Btos;

/// <summary>
/// A survey period of BTOS, whose code is the year and a number from 01 to 26. Periods are two weeks from Monday to Sunday without a
/// gap since 2023-01-02; the Census Bureau's own dates fit this grid (202322 is 23 October to 5 November 2023, 202404 ends on 25 February 2024,
/// 202521 begins on 6 October 2025, 202609 ends on 3 May 2026).
/// </summary>
/// <param name="Start">First day of collection.</param>
/// <param name="End">Last day of collection.</param>
internal readonly record struct BtosCycle(DateOnly Start, DateOnly End)
{
    private const int Days = 14;
    private const int CyclesAYear = 26;
    private const int FirstYear = 2023;

    // From 2028 on twenty-six periods a year no longer keep within their year; how the codes go on is not known.
    private const int LastYear = 2027;

    /// <summary>
    /// Days from the end of a period until its answers count as public. The Census Bureau publishes every two weeks, within the
    /// following period (the first answers to the new question came four days after their period); a whole period is the latest regular day.
    /// </summary>
    private const int ReleaseLag = 14;

    private static readonly DateOnly First = new(FirstYear, 1, 2);

    // Questions on AI entered the survey in September 2023, but the first answers came out in November 2023, all at once.
    private static readonly DateOnly FirstRelease = new(2023, 11, 30);

    /// <summary>Reads a code such as <c>202519</c>; null when it is none.</summary>
    public static BtosCycle? Read(string code)
    {
        if (code.Length != 6 || !int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        var (year, cycle) = (number / 100, number % 100);
        if (year is < FirstYear or > LastYear || cycle is < 1 or > CyclesAYear) return null;
        var start = First.AddDays(((year - FirstYear) * CyclesAYear + cycle - 1) * Days);
        return new BtosCycle(start, start.AddDays(Days - 1));
    }

    /// <summary>The day from which the answers count as public; never after the day on which the file was at hand.</summary>
    public DateOnly Published(DateOnly atHand) => DayText.Earlier(DayText.Later(End.AddDays(ReleaseLag), FirstRelease), atHand);
}
