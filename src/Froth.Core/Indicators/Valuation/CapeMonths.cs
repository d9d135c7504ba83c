using System.Globalization;
using Froth.Core.Data;

namespace Froth.Core.Indicators.Valuation;

/// <summary>One month's cyclically adjusted price–earnings ratio with the slices it was computed from.</summary>
internal readonly record struct CapeMonth(DateOnly Date, int Month, double Value, ArraySegment<Observation> Price, ArraySegment<Observation> Earnings);

/// <summary>The one computation of CAPE that three indicators share.</summary>
internal static class CapeMonths
{
    /// <summary>Ten years of months: all of them are needed.</summary>
    public const int Window = 120;

    /// <summary>Coverage of every reading: a month without its whole window has none, so what stands is complete.</summary>
    public const double WholeWindow = 1;

    /// <summary>The market looked at: the one index with real prices and real earnings over a century.</summary>
    public const string Market = "sp500";

    public static readonly Input RealPrice = Input.Concept(Market, Concepts.RealPrice, Unit.Index);

    public static readonly Input RealEarnings = Input.Concept(Market, Concepts.RealEarnings, Unit.Index);

    /// <summary>Real price of the month over the mean real earnings of the 120 months before it; months that lack one are left out.</summary>
    public static List<CapeMonth> Of(InputSet inputs)
    {
        var prices = new MonthlySeries(inputs.Latest(RealPrice));
        var earnings = new MonthlySeries(inputs.Latest(RealEarnings));
        var months = new List<CapeMonth>(prices.Facts.Length);
        for (var i = 0; i < prices.Facts.Length; i++)
        {
            var date = prices.Facts[i].Date;
            var month = MonthlySeries.MonthOf(date);
            if (earnings.Window(month - 1, Window) is not { } window) continue;
            // A fresh sum for each month costs 0.2 ms in all and carries no rounding from one month to the next.
            var sum = 0.0;
            for (var j = window.Offset; j < window.Offset + Window; j++) sum += earnings.Values[j];
            if (sum > 0) months.Add(new CapeMonth(date, month, prices.Values[i] * Window / sum, new(prices.Facts, i, 1), window));
        }

        return months;
    }

    /// <summary>Why there is none, dated by the vintage.</summary>
    public static IndicatorResult None(InputSet inputs) => IndicatorResult.None(inputs.Vintage.AsOf, MissingReason.InsufficientHistory, new(
        "Needs a month's real price and the real earnings of all 120 months before it.",
        "需要当月实际价格及此前完整120个月的实际盈利。"));

    /// <summary>A monthly series for a worked example: <paramref name="count"/> months from the first one.</summary>
    public static IEnumerable<Fact> Example(string concept, string firstMonth, int count, Func<int, double> value, Unit unit)
    {
        var first = DateOnly.ParseExact(firstMonth + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);
        for (var i = 0; i < count; i++)
        {
            var start = first.AddMonths(i);
            yield return ExampleFacts.Over(Market, concept, Text(start), Text(start.AddMonths(1).AddDays(-1)), value(i), unit);
        }
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
