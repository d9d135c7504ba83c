using Froth.Core.Data;
using Froth.Core.Time;
using Froth.Core.Valuation;

namespace Froth.Core.Indicators.Valuation;

/// <summary>
/// Every market value over reported earnings, of all kinds at once: the kinds read one and the same history of earnings, and several
/// indicators read the same kind. Worked out once a vintage.
/// </summary>
internal sealed class ReportedMultiples
{
    private static readonly PriceEarningsKind[] Kinds = [PriceEarningsKind.Static, PriceEarningsKind.TrailingTwelveMonths, PriceEarningsKind.DynamicAnnualised];
    private static readonly IReadOnlyList<Input> Inputs = [FirmMultiples.MarketValue, FirmMultiples.NetIncome];

    private readonly Dictionary<Observation, Reading[]> _byPrice = new(ReferenceEqualityComparer.Instance);
    private readonly IReadOnlyList<ReadingSeries>[] _series;

    private ReportedMultiples(InputSet inputs, ReportedMultiples? later)
    {
        var earnings = inputs.Revisions(FirmMultiples.NetIncome).Where(o => o.Dimension.Length == 0).ToLookup(o => (o.Entity, o.Unit));
        var firms = FirmMultiples.Prices(inputs).ToList();
        foreach (var price in firms.SelectMany(f => f.Prices))
        {
            // Only earnings published by the day of the price count, so an earlier view reads the same.
            _byPrice[price] = later?._byPrice.GetValueOrDefault(price) ?? Read(price, earnings[(price.Entity, price.Unit)]);
        }

        _series = [.. Kinds.Select((_, kind) => firms.Select(f => new ReadingSeries(f.Firm, [.. f.Prices.Select(p => _byPrice[p][kind])])).ToArray())];
    }

    /// <summary>The multiples of a vintage.</summary>
    /// <param name="inputs">Inputs that declare market values and net income.</param>
    public static ReportedMultiples Of(InputSet inputs) => inputs.Shared(Inputs, i => new ReportedMultiples(i, i.Later is { } later ? Of(later) : null));

    /// <summary>One series a firm, by id; each reading is dated by its market value.</summary>
    public IReadOnlyList<ReadingSeries> Series(PriceEarningsKind kind) => _series[Array.IndexOf(Kinds, kind)];

    private static Reading[] Read(Observation price, IEnumerable<Observation> earnings)
    {
        var history = FiscalHistory.Of(earnings, price.Date);
        return [.. Kinds.Select(kind => FirmMultiples.Read(price, YearEarnings.Of(history, price.Date, kind)))];
    }
}
