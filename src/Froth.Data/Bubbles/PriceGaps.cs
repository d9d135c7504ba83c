using System.Globalization;
using Froth.Core;
using Froth.Core.Bubbles;

namespace Froth.Data.Bubbles;

/// <summary>Finds where dates stop following one frequency. Conventions of this program.</summary>
internal static class PriceGaps
{
    // A distance of more than three medians is a gap; markets close for up to twelve days running (1933, Golden Weeks). Months and longer periods
    // have no holidays, so that one missing period is a gap.
    private const double LongestOfMedian = 3;
    private const double LongestOfMonths = 1.6;
    private const int LongestHoliday = 12;

    // So many distances in a row of another size are another frequency: weeks after days, months before them.
    private const int Run = 5;
    private const double OtherSize = 2.5;

    public static (int At, Bilingual Problem)? Find(IReadOnlyList<DateOnly> dates)
    {
        if (dates.Count < 3) return null;
        var median = PriceFrequencies.MedianGap(dates);
        var odd = new bool[dates.Count - 1];
        for (var i = 0; i < odd.Length; i++) odd[i] = IsGap(Days(i), median);
        for (var i = 0; i + Run <= odd.Length; i++)
        {
            if (IsOtherSize(Enumerable.Range(i, Run).Select(Days).Order().ElementAt(Run / 2), median))
                for (var j = i; j < i + Run; j++) odd[j] |= IsOtherSize(Days(j), median);
        }

        var first = Array.IndexOf(odd, true);
        if (first < 0) return null;
        // Where the odd distances come first, the change is where they end.
        var change = first == 0 && Array.IndexOf(odd, false) is var usual and > 1 ? usual : first;
        return (change + 1, Problem(dates, change, median));

        int Days(int i) => dates[i + 1].DayNumber - dates[i].DayNumber;
    }

    private static bool IsGap(int days, int median)
    {
        var longest = median < 5 ? Math.Max(LongestOfMedian * median, LongestHoliday) : (median < 20 ? LongestOfMedian : LongestOfMonths) * median;
        return days > longest || days * LongestOfMedian < median;
    }

    private static bool IsOtherSize(int days, int median) => days > OtherSize * Math.Max(2, median) || days * OtherSize < median;

    private static Bilingual Problem(IReadOnlyList<DateOnly> dates, int at, int median)
    {
        var days = dates[at + 1].DayNumber - dates[at].DayNumber;
        var (from, to) = (Text(dates[at]), Text(dates[at + 1]));
        return new(
            $"{days} days lie between {from} and {to}; most dates are {median} apart. The tests need one frequency: fill in or cut the file, or accept it with --allow-gaps.",
            $"{from}至{to}相隔{days}天，而多数日期相隔{median}天。检验要求单一频率：请补齐或截取文件，或用--allow-gaps接受。");
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
