using Froth.Core.Data;

namespace Froth.Core.Financing;

/// <summary>Whether a supplier of a firm is also its shareholder, so that a part of its purchases may be paid with the seller's money. Methods 1.4 and 7.5.</summary>
/// <param name="Suppliers">Suppliers that also hold shares or rights to them, by id.</param>
/// <param name="HasSupplier">True when any supplier is recorded.</param>
/// <param name="HasInvestor">True when any shareholder is recorded.</param>
/// <param name="Flows">The recorded relations that make it so: supplies from, and equity of, <paramref name="Suppliers"/>.</param>
public sealed record VendorFinancing(IReadOnlyList<string> Suppliers, bool HasSupplier, bool HasInvestor, IReadOnlyList<Flow> Flows)
{
    /// <summary>The flag: true when a supplier invests, false when suppliers and investors are recorded and none is both, null when one side is not recorded.</summary>
    public bool? IsVendorFinanced => Suppliers.Count > 0 ? true : HasSupplier && HasInvestor ? false : null;

    /// <summary>
    /// Reads signed relations of chips, purchases and computing on one side, and shares and warrants on the other, dated and published by a
    /// day and better than unconfirmed. Only the same entity counts as both; a supplier's affiliate does not.
    /// </summary>
    /// <param name="flows">Recorded flows.</param>
    /// <param name="entity">The firm that buys and is invested in.</param>
    /// <param name="day">The day.</param>
    public static VendorFinancing Of(IEnumerable<Flow> flows, string entity, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(flows);
        ArgumentException.ThrowIfNullOrEmpty(entity);
        var known = flows.Where(f => f.Date <= day && f.PublishedAt <= day && f.Stage != FlowStage.Announced && f.Grade < Grade.Unconfirmed).ToList();
        var supplies = known.Where(f => f.Layer is FlowLayer.Goods or FlowLayer.Compute && f.From.Contains(entity)).ToList();
        var stakes = known.Where(f => f.Layer == FlowLayer.Equity && Owned(f).Contains(entity)).ToList();
        var suppliers = Others(supplies.SelectMany(f => f.To), entity);
        var investors = Others(stakes.SelectMany(Owners), entity);
        List<string> both = [.. suppliers.Intersect(investors, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new VendorFinancing(both, suppliers.Count > 0, investors.Count > 0,
            [.. supplies.Where(f => f.To.Any(both.Contains)), .. stakes.Where(f => Owners(f).Any(both.Contains))]);
    }

    // An investor pays for shares; a warrant goes the other way, from the firm that issues it to its holder.
    private static IReadOnlyList<string> Owners(Flow flow) => flow.Kind == FlowKind.Warrant ? flow.To : flow.From;

    private static IReadOnlyList<string> Owned(Flow flow) => flow.Kind == FlowKind.Warrant ? flow.From : flow.To;

    private static HashSet<string> Others(IEnumerable<string> ids, string entity) => ids.Where(i => i != entity).ToHashSet(StringComparer.Ordinal);
}
