using Froth.Core.Entities;

namespace Froth.Core.Valuation;

/// <summary>All firms that have a market value near one day.</summary>
public sealed class PricedDay
{
    private readonly Lazy<EnterpriseToSales> _sales;

    internal PricedDay(DateOnly day, EntityBook entities, IReadOnlyList<Pricing> all)
    {
        (Day, All) = (day, all);
        Firms = [.. all.Select(p => p.Priced).OfType<PricedFirm>()];
        _sales = new(() => EnterpriseToSales.Of(Firms, entities));
    }

    /// <summary>The day.</summary>
    public DateOnly Day { get; }

    /// <summary>Every firm with a market value, by id; those without accounts or exchange rate say so.</summary>
    public IReadOnlyList<Pricing> All { get; }

    /// <summary>Those with both price and accounts in one currency, by id.</summary>
    public IReadOnlyList<PricedFirm> Firms { get; }

    /// <summary>Their prices over sales, explained by growth, margin, size and country.</summary>
    public EnterpriseToSales Sales => _sales.Value;
}
