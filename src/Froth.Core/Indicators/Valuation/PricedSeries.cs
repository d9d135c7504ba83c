using Froth.Core.Valuation;

namespace Froth.Core.Indicators.Valuation;

/// <summary>Series of firms from their prices and accounts: by firm at each told market value, or for all firms at ends of quarters.</summary>
internal static class PricedSeries
{
    /// <summary>One series a firm with a reading at each day of which its market value is told; the headline firm in front.</summary>
    public static IndicatorResult AtPrices(InputSet inputs, Func<PricedFirm, Reading> read)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var prices = PricedFirms.Of(inputs);
        return FirmMultiples.Arrange(inputs, prices.Firms.Select(firm => new ReadingSeries(firm,
            [.. prices.DaysOf(firm).Select(day => Read(prices.Find(firm, day), day, read))])));
    }

    /// <summary>One series a firm with a reading at each quarter's end near which its market value is told; the headline firm in front.</summary>
    public static IndicatorResult AtQuarterEnds(InputSet inputs, Func<PricedDay, Pricing, Reading> read)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var prices = PricedFirms.Of(inputs);
        var readings = prices.Firms.ToDictionary(f => f, _ => new List<Reading>(), StringComparer.Ordinal);
        foreach (var day in prices.QuarterEnds.Select(prices.On))
        {
            foreach (var firm in day.All) readings[firm.Firm].Add(firm.Priced is null ? NotPriced(firm, day.Day) : read(day, firm));
        }

        return FirmMultiples.Arrange(inputs, prices.Firms.Select(f => new ReadingSeries(f, readings[f])));
    }

    private static Reading Read(Pricing found, DateOnly day, Func<PricedFirm, Reading> read)
    {
        if (found.Priced is not { } firm) return NotPriced(found, day);
        var reading = read(firm);
        return reading.Remark is null && firm.IsUnconfirmed ? reading with { Remark = FirmMultiples.UnconfirmedPrice } : reading;
    }

    private static Reading NotPriced(Pricing found, DateOnly day) =>
        Reading.None(day, MissingReason.NoData, found.Why!.Value, found.Price is { } price ? [price] : []);
}
