using Froth.Core.Data;
using Froth.Core.Firms;
using Froth.Core.Valuation;

namespace Froth.Core.Indicators.Valuation;

/// <summary>
/// Price–earnings series of listed firms: market value of a day over the earnings that had been published by that day. The one
/// computation that the P/E, growth-share and reverse-DCF indicators share.
/// </summary>
internal static class FirmMultiples
{
    /// <summary>
    /// The firm shown in tables. NVIDIA, because it is the firm whose price carries the AI story and the only one for which the default
    /// data hold market values of several days; every other firm stands in the panel.
    /// </summary>
    public const string HeadlineFirm = "nvidia";

    // Any currency: price and earnings of a firm are only ever compared in the same one.
    public static readonly Input MarketValue = new(Concepts.MarketCapitalisation, null, null);
    public static readonly Input NetIncome = new(Concepts.NetIncome, null, null);
    public static readonly Input Forecast = new(FirmConcepts.NetIncomeForecast, null, null);
    public static readonly Input IndexPrice = Input.Concept(CapeMonths.Market, Concepts.Price, Unit.Index);
    public static readonly Input IndexEarnings = Input.Concept(CapeMonths.Market, Concepts.Earnings, Unit.Index);

    internal static readonly Bilingual NotMeaningful = new(
        "n.m.: the earnings are zero or negative, so the ratio means nothing.", "n.m.：盈利为零或为负，市盈率无意义。");

    internal static readonly Bilingual UnconfirmedPrice = new(
        "The market value is told by one weak source.", "市值仅有一个可靠性较弱的来源。");

    /// <summary>One series a firm, by id; each reading is dated by its market value.</summary>
    public static IReadOnlyList<ReadingSeries> Of(InputSet inputs, PriceEarningsKind kind)
    {
        if (kind != PriceEarningsKind.DynamicForecast) return ReportedMultiples.Of(inputs).Series(kind);
        var forecasts = inputs.Revisions(Forecast).ToLookup(o => (o.Entity, o.Unit));
        return [.. Prices(inputs).Select(firm => new ReadingSeries(firm.Firm,
            [.. firm.Prices.Select(price => Read(price, YearEarnings.OfForecast(forecasts[(firm.Firm, price.Unit)], price.Date)))]))];
    }

    /// <summary>The last market value of each day by firm.</summary>
    internal static IEnumerable<(string Firm, IReadOnlyList<Observation> Prices)> Prices(InputSet inputs) => inputs.Latest(MarketValue).GroupBy(o => o.Entity)
        .Select(firm => (firm.Key, (IReadOnlyList<Observation>)[.. firm.GroupBy(o => o.Date).Select(day => day.Last()).Where(o => o.Unit.IsMoney && o.Double > 0)]));

    /// <summary>Price over the earnings of the twelve months up to it, for the index, month by month.</summary>
    public static ReadingSeries OfIndex(InputSet inputs)
    {
        var prices = new MonthlySeries(inputs.Latest(IndexPrice));
        var earnings = new MonthlySeries(inputs.Latest(IndexEarnings));
        var readings = new List<Reading>(prices.Facts.Length);
        for (var i = 0; i < prices.Facts.Length; i++)
        {
            var at = earnings.IndexOf(MonthlySeries.MonthOf(prices.Facts[i].Date));
            if (at < 0) continue;
            var ratio = PriceEarnings.Ratio(prices.Values[i], earnings.Values[at]);
            readings.Add(Reading(prices.Facts[i].Date, ratio, [prices.Facts[i], earnings.Facts[at]], null));
        }

        return new ReadingSeries(CapeMonths.Market, readings);
    }

    /// <summary>The headline firm in front and the others, if they have readings, behind it.</summary>
    public static IndicatorResult Arrange(InputSet inputs, IEnumerable<ReadingSeries> series)
    {
        var all = series.Where(s => s.Readings.Count > 0).ToList();
        var headline = all.Find(s => s.Entity == HeadlineFirm) ?? new ReadingSeries(HeadlineFirm, [Indicators.Reading.None(
            inputs.Vintage.AsOf, MissingReason.NoData, new("No market value of the firm is known.", "没有该公司的市值数据。"))]);
        return new IndicatorResult(headline, [.. all.Where(s => s.Entity != HeadlineFirm)]);
    }

    /// <summary>What a measure implied by the trailing ratio must declare.</summary>
    public static IReadOnlyList<Input> TrailingInputs { get; } = [MarketValue, NetIncome, IndexPrice, IndexEarnings];

    /// <summary>A measure implied by the trailing ratio, for every firm and the index.</summary>
    public static IndicatorResult ImplyFromTrailing(InputSet inputs, Func<double, double, double> measure)
    {
        IEnumerable<ReadingSeries> ratios = [.. Of(inputs, PriceEarningsKind.TrailingTwelveMonths), OfIndex(inputs)];
        return Arrange(inputs, ratios.Select(s => Imply(s, measure)));
    }

    /// <summary>
    /// The same series with each ratio turned into what it implies at discount rates of 8, 10 and 12 percent; both uses grow with the rate.
    /// </summary>
    public static ReadingSeries Imply(ReadingSeries ratios, Func<double, double, double> ofRatioAndRate) => ratios with
    {
        Readings = [.. ratios.Readings.Select(r => !r.HasValue ? r : r with
        {
            Value = ofRatioAndRate(r.Value, 0.10),
            Low = ofRatioAndRate(r.Value, 0.08),
            High = ofRatioAndRate(r.Value, 0.12),
        })],
    };

    /// <summary>A price over the earnings of a year.</summary>
    internal static Reading Read(Observation price, YearEarnings year)
    {
        IReadOnlyList<Fact> lineage = [price, .. year.Lineage];
        if (year.Missing is { } missing) return Indicators.Reading.None(price.Date, missing, year.Why!.Value, lineage);
        return Reading(price.Date, PriceEarnings.Ratio(price.Double, year.Value), lineage, price.Grade >= Grade.Unconfirmed ? UnconfirmedPrice : null);
    }

    private static Reading Reading(DateOnly date, double ratio, IReadOnlyList<Fact> lineage, Bilingual? remark) => double.IsNaN(ratio)
        ? Indicators.Reading.None(date, MissingReason.NonPositiveDenominator, NotMeaningful, lineage)
        : new Reading { Date = date, Value = ratio, Lineage = lineage, Remark = remark };
}
