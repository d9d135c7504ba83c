using Froth.Core.Data;
using Froth.Core.Indicators;
using Froth.Core.Time;

namespace Froth.Core.Valuation;

/// <summary>
/// The earnings of one year that a price of a day is set against, by kind, or why there are none. The one place where a kind chooses
/// its figure and where a figure becomes too old.
/// </summary>
internal readonly record struct YearEarnings
{
    // A year's report is due 90 days after its end and the next one a year later; a quarter's report 60 days and a quarter later.
    private const int AnnualGoodDays = 480;
    private const int QuarterGoodDays = 200;

    private static readonly Bilingual NotPublished = new(
        "No such earnings had been published by that day.", "截至该日尚未公布所需盈利数据。");

    private static readonly Bilingual TooOld = new(
        "The newest published earnings are too old for this price.", "最近公布的盈利距该价格日期过久。");

    private static readonly Bilingual NoForecast = new(
        "No forecast of earnings made by that day and at most 200 days before it is known.", "没有截至该日、200天以内的盈利预测。");

    /// <summary>Earnings of a year; NaN when there are none.</summary>
    public required double Value { get; init; }

    /// <summary>What they rest on.</summary>
    public required IReadOnlyList<Observation> Lineage { get; init; }

    /// <summary>Why there are none.</summary>
    public MissingReason? Missing { get; init; }

    /// <summary>The reason in words.</summary>
    public Bilingual? Why { get; init; }

    /// <summary>From what a firm's filings had told by the day.</summary>
    /// <param name="history">Net income as known on the day.</param>
    /// <param name="day">The day of the price.</param>
    /// <param name="kind">Any but the forecast.</param>
    /// <exception cref="ArgumentOutOfRangeException">A forecast is not in the filings.</exception>
    public static YearEarnings Of(FiscalHistory history, DateOnly day, PriceEarningsKind kind)
    {
        var figure = kind switch
        {
            PriceEarningsKind.Static => history.LatestAnnual,
            PriceEarningsKind.TrailingTwelveMonths => TrailingTwelveMonths.Latest(history),
            PriceEarningsKind.DynamicAnnualised => history.LatestYearToDate,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Filings do not tell these earnings."),
        };
        if (figure is null) return None(MissingReason.NoData, NotPublished, []);
        if (day.DayNumber - figure.Period.End.DayNumber > (kind == PriceEarningsKind.Static ? AnnualGoodDays : QuarterGoodDays))
            return None(MissingReason.Stale, TooOld, figure.Lineage);
        var year = kind == PriceEarningsKind.DynamicAnnualised ? PriceEarnings.Annualised(figure.Value, figure.Quarters) : figure.Value;
        return new YearEarnings { Value = year, Lineage = figure.Lineage };
    }

    /// <summary>
    /// From forecasts of net income of the coming year, each dated by the day it was made. A forecast dated by the year it is about lies
    /// ahead of the price and cannot be placed in time, so it is left out; of several years told on one day the nearest counts.
    /// </summary>
    public static YearEarnings OfForecast(IEnumerable<Observation> forecasts, DateOnly day)
    {
        var known = forecasts.Where(o => o.Date <= day && o.PublishedAt <= day && day.DayNumber - o.Date.DayNumber <= QuarterGoodDays && !double.IsNaN(o.Double))
            .OrderByDescending(o => o.Date).ThenBy(o => o.Dimension, StringComparer.Ordinal).ThenByDescending(o => o.PublishedAt).ThenByDescending(o => o.RecordedAt)
            .FirstOrDefault();
        return known is null ? None(MissingReason.NoData, NoForecast, []) : new YearEarnings { Value = known.Double, Lineage = [known] };
    }

    private static YearEarnings None(MissingReason missing, Bilingual why, IReadOnlyList<Observation> lineage) =>
        new() { Value = double.NaN, Lineage = lineage, Missing = missing, Why = why };
}
