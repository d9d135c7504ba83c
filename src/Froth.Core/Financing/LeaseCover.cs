using Froth.Core.Data;
using Froth.Core.Firms;

namespace Froth.Core.Financing;

/// <summary>
/// How much of the life of a vehicle's debt the lease that pays for it covers: years of the first term, which the tenant cannot leave, over
/// years until the debt is due in full. What comes after hangs on the tenant's choice to renew. Source: Froth methods 3.5.
/// </summary>
/// <param name="Entity">The vehicle, or the firm that tells it.</param>
/// <param name="Deal">Which vehicle, where a firm tells several; else empty.</param>
/// <param name="LeaseYears">Years of the non-cancellable term.</param>
/// <param name="DebtYears">Years until the debt is due in full.</param>
/// <param name="Lineage">The facts.</param>
public sealed record LeaseCover(string Entity, string Deal, Amount LeaseYears, Amount DebtYears, IReadOnlyList<Observation> Lineage)
{
    /// <summary>The cover; 1 means that the lease lasts as long as the debt. NaN when an end is open.</summary>
    public double Value => Ratio(LeaseYears.Central, DebtYears.Central);

    /// <summary>The least it can be.</summary>
    public double Low => Ratio(LeaseYears.Low, DebtYears.High);

    /// <summary>The most it can be.</summary>
    public double High => Ratio(LeaseYears.High, DebtYears.Low);

    /// <summary>Every vehicle of which both terms are told, by entity and deal.</summary>
    /// <param name="leases">Newest lease terms (<see cref="FirmConcepts.LeaseInitialYears"/>), one an entity and dimension.</param>
    /// <param name="debts">Newest debt terms (<see cref="FirmConcepts.DebtFinalMaturityYears"/>), one an entity and dimension.</param>
    public static IReadOnlyList<LeaseCover> All(IEnumerable<Observation> leases, IEnumerable<Observation> debts)
    {
        ArgumentNullException.ThrowIfNull(leases);
        ArgumentNullException.ThrowIfNull(debts);
        var byDeal = debts.Where(IsTerm).ToDictionary(o => (o.Entity, o.Dimension));
        return [.. leases.Where(IsTerm).Where(l => byDeal.ContainsKey((l.Entity, l.Dimension))).Select(l => (Lease: l, Debt: byDeal[(l.Entity, l.Dimension)]))
            .Select(p => new LeaseCover(p.Lease.Entity, p.Lease.Dimension, p.Lease.Value, p.Debt.Value, [p.Lease, p.Debt]))
            .OrderBy(c => c.Entity, StringComparer.Ordinal).ThenBy(c => c.Deal, StringComparer.Ordinal)];
    }

    /// <summary>The vehicles that a firm's own accounts tell of.</summary>
    public static IReadOnlyList<LeaseCover> Of(FirmQuarter quarter)
    {
        ArgumentNullException.ThrowIfNull(quarter);
        return All(quarter.ByDimension(FirmConcepts.LeaseInitialYears), quarter.ByDimension(FirmConcepts.DebtFinalMaturityYears));
    }

    private static bool IsTerm(Observation told) => told.Unit == Unit.Years && told.Value.Central > 0;

    private static double Ratio(decimal? lease, decimal? debt) => lease is { } l && debt is > 0 ? (double)(l / debt.Value) : double.NaN;
}
