using System.Collections.Concurrent;
using Froth.Core.Data;
using Froth.Core.Financing;
using Froth.Core.Firms;
using Froth.Core.Indicators;
using Froth.Core.Time;

namespace Froth.Core.Valuation;

/// <summary>
/// Market values of firms beside the accounts known on the same day: the one timeline that measures of valuation over firms start
/// from. Worked out once a vintage. A market value counts from the day it describes, for the market knew it then whoever told it
/// later; accounts count from the day they were published.
/// </summary>
public sealed class PricedFirms
{
    /// <summary>Most days for which a market value stands for the firm: values told at quarter ends reach to the next one.</summary>
    public const int LongestPriceAgeDays = 100;

    private static readonly Input MarketValue = new(Concepts.MarketCapitalisation, null, null);
    private static readonly Input NetIncome = new(Concepts.NetIncome, null, null);

    // Earnings are looked for in two years and a quarter before the day; older ones would not be used and cost time.
    private const int EarningsMonths = 30;

    private readonly FirmPanel _panel;
    private readonly DollarRates _rates;
    private readonly Dictionary<string, Observation[]> _prices;
    private readonly ILookup<(string, Unit), Observation> _earnings;
    private readonly ConcurrentDictionary<(string, DateOnly), Pricing> _found = new();
    private readonly ConcurrentDictionary<DateOnly, PricedDay> _days = new();

    private readonly PricedFirms? _later;

    private PricedFirms(InputSet inputs)
    {
        _later = inputs.Later is { } later ? Of(later) : null;
        _panel = FirmPanel.Of(inputs);
        _rates = new DollarRates(inputs);
        _prices = inputs.Latest(MarketValue).Where(o => o.Dimension.Length == 0 && o.Unit.IsMoney && o.Double > 0)
            .GroupBy(o => o.Entity).ToDictionary(g => g.Key, g => g.OrderBy(o => o.Date).ThenBy(o => o.Unit.Code, StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
        _earnings = inputs.Revisions(NetIncome).Where(o => o.Dimension.Length == 0).ToLookup(o => (o.Entity, o.Unit));
        Firms = [.. _prices.Keys.Order(StringComparer.Ordinal)];
        QuarterEnds = Firms.Count == 0 ? [] : [.. CalendarEnds.Quarters(_prices.Values.Min(p => p[0].Date), _panel.AsOf)];
    }

    /// <summary>What an indicator that reads priced firms must declare.</summary>
    public static IReadOnlyList<Input> Inputs { get; } = [.. FirmPanel.Inputs, .. DollarRates.Inputs];

    /// <summary>The priced firms of a vintage.</summary>
    /// <param name="inputs">Inputs that declare <see cref="Inputs"/>.</param>
    public static PricedFirms Of(InputSet inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return inputs.Shared(Inputs, i => new PricedFirms(i));
    }

    /// <summary>Firms of which any market value is told, by id.</summary>
    public IReadOnlyList<string> Firms { get; }

    /// <summary>Ends of calendar quarters from the first market value to the vintage.</summary>
    public IReadOnlyList<DateOnly> QuarterEnds { get; }

    /// <summary>The accounts behind it.</summary>
    public FirmPanel Panel => _panel;

    /// <summary>Days of which the firm's market value is told, ascending.</summary>
    public IReadOnlyList<DateOnly> DaysOf(string firm) => _prices.TryGetValue(firm, out var prices) ? [.. prices.Select(o => o.Date).Distinct()] : [];

    /// <summary>The firm on a day, or why it has no price or no accounts.</summary>
    public Pricing Find(string firm, DateOnly day) => _found.GetOrAdd((firm, day), key => AsLater(Look(key.Item1, key.Item2), key.Item2));

    /// <summary>All firms with a market value near a day.</summary>
    public PricedDay On(DateOnly day) => _days.GetOrAdd(day, d =>
    {
        IReadOnlyList<Pricing> all = [.. Firms.Select(f => Find(f, d)).Where(p => p.HasPrice)];
        return _later?.On(d) is { } later && later.All.SequenceEqual(all, ReferenceEqualityComparer.Instance) ? later : new PricedDay(d, _panel.Entities, all);
    });

    /// <summary>The newest dollar rate of a currency near a day; NaN when none is known, 1 for the dollar.</summary>
    internal (double Rate, Observation? Told) DollarRate(Unit currency, DateOnly day)
    {
        if (currency == Unit.UsDollar) return (1, null);
        var told = _rates.Nearest(currency, day, day);
        return (told?.Double ?? double.NaN, told);
    }

    private Pricing Look(string firm, DateOnly day)
    {
        if (!_prices.TryGetValue(firm, out var prices)) return Pricing.None(firm, false, new("No market value of the firm is known.", "没有该公司的市值数据。"));
        var oldest = day.AddDays(-LongestPriceAgeDays);
        var recent = Array.FindLast(prices, p => p.Date <= day && p.Date >= oldest);
        if (recent is null) return Pricing.None(firm, false, new("No market value of the last 100 days is known.", "近100天内没有市值数据。"));
        if (_panel.Find(firm)?.On(day) is not { } quarter || day.DayNumber - quarter.End.DayNumber > FirmPanel.LongestAgeDays)
            return Pricing.None(firm, true, new("No accounts young enough had been published by that day.", "截至该日没有足够新的财务报表。"), recent);
        var own = Array.FindLast(prices, p => p.Date <= day && p.Date >= oldest && p.Unit == quarter.Currency);
        if ((own is null ? Convert(recent, quarter.Currency) : FirmFigure.Of(own.Double, [own])) is not { } value)
        {
            var (from, to) = (recent.Unit.Code, quarter.Currency.Code);
            return Pricing.None(firm, true, new(
                $"The market value is told in {from}, the accounts in {to}, and no exchange rate of that time is known.",
                $"市值以{from}披露，账目以{to}计，且没有当时的汇率。"), recent);
        }

        var known = day.AddMonths(-EarningsMonths);
        return new Pricing(firm, true, new PricedFirm(day, quarter, value, own ?? recent, _earnings[(firm, quarter.Currency)].Where(o => o.Period.End > known)), null, own ?? recent);
    }

    // What is the same from a later day is taken from there, with all that was worked out of it.
    private Pricing AsLater(Pricing found, DateOnly day) =>
        _later?.Find(found.Firm, day) is { } later && later.HasPrice == found.HasPrice && ReferenceEquals(later.Price, found.Price) && later.Why == found.Why
        && (later.Priced is null ? found.Priced is null : later.Priced.IsSameAs(found.Priced)) ? later : found;

    private FirmFigure? Convert(Observation price, Unit currency)
    {
        var ((from, fromTold), (to, toTold)) = (DollarRate(price.Unit, price.Date), DollarRate(currency, price.Date));
        var value = price.Double * from / to;
        return double.IsNaN(value) ? null : FirmFigure.Of(value, [price, .. new[] { fromTold, toTold }.OfType<Observation>()]);
    }
}

/// <summary>A firm on a day, or why it is not there.</summary>
/// <param name="Firm">Entity id.</param>
/// <param name="HasPrice">True when a market value near the day is told, whatever else is missing.</param>
/// <param name="Priced">The firm with price and accounts; null when either is missing.</param>
/// <param name="Why">Why <paramref name="Priced"/> is null; null when it is not.</param>
/// <param name="Price">The market value as told; null when none is.</param>
public sealed record Pricing(string Firm, bool HasPrice, PricedFirm? Priced, Bilingual? Why, Observation? Price)
{
    internal static Pricing None(string firm, bool hasPrice, Bilingual why, Observation? price = null) => new(firm, hasPrice, null, why, price);
}
