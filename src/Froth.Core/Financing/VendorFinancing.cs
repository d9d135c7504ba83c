using Froth.Core.Data;

namespace Froth.Core.Financing;

/// <summary>A supplier of a firm that also puts money into it or stands behind it.</summary>
/// <param name="Supplier">Entity id.</param>
/// <param name="Money">Equity, warrants, debt and guarantees from the supplier to the firm.</param>
/// <param name="Supply">Chips, computing capacity and purchases that the firm pays the supplier for.</param>
public sealed record VendorTie(string Supplier, IReadOnlyList<Flow> Money, IReadOnlyList<Flow> Supply);

/// <summary>
/// Whether a supplier of a firm is also its investor, lender or guarantor, so that a part of its purchases may be paid with the seller's
/// money. That nothing is recorded does not show that nothing exists. Source: Froth methods 1.4 and 7.5.
/// </summary>
/// <param name="Ties">Suppliers that also finance the firm, by id.</param>
/// <param name="HasSupplier">True when any supplier is recorded.</param>
/// <param name="HasFinancier">True when any investor, lender or guarantor is recorded.</param>
public sealed record VendorFinancing(IReadOnlyList<VendorTie> Ties, bool HasSupplier, bool HasFinancier)
{
    /// <summary>The flag: true when a supplier finances, false when suppliers and financiers are recorded and none is both, null when one side is not recorded.</summary>
    public bool? IsVendorFinanced => Ties.Count > 0 ? true : HasSupplier && HasFinancier ? false : null;

    /// <summary>The recorded relations behind the ties.</summary>
    public IReadOnlyList<Flow> Flows => [.. Ties.SelectMany(t => t.Money.Concat(t.Supply)).Distinct()];

    /// <summary>
    /// Reads relations that are more than plans, dated and published by a day and better than unconfirmed. Only the same entity counts as
    /// both sides; a supplier's affiliate does not.
    /// </summary>
    /// <param name="flows">Recorded flows.</param>
    /// <param name="entity">The firm that buys and is financed.</param>
    /// <param name="day">The day.</param>
    public static VendorFinancing Of(IEnumerable<Flow> flows, string entity, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(flows);
        ArgumentException.ThrowIfNullOrEmpty(entity);
        List<Flow> money = [], supply = [];
        foreach (var flow in flows)
        {
            if (flow.Date > day || flow.PublishedAt > day || flow.Stage == FlowStage.Announced || flow.Grade >= Grade.Unconfirmed) continue;
            if (flow.Layer is FlowLayer.Equity or FlowLayer.Debt or FlowLayer.Guarantee && Financed(flow).Contains(entity)) money.Add(flow);
            if (flow.Layer is FlowLayer.Goods or FlowLayer.Compute && flow.From.Contains(entity)) supply.Add(flow);
        }

        var suppliers = supply.SelectMany(f => f.To).Where(s => s != entity).ToHashSet(StringComparer.Ordinal);
        var financiers = money.SelectMany(Financiers).Where(s => s != entity).ToHashSet(StringComparer.Ordinal);
        return new VendorFinancing(
            [.. suppliers.Intersect(financiers, StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(s => new VendorTie(s, [.. money.Where(f => Financiers(f).Contains(s))], [.. supply.Where(f => f.To.Contains(s))]))],
            suppliers.Count > 0, financiers.Count > 0);
    }

    // Who finances pays; a warrant goes the other way, from the firm that issues it to its holder.
    private static IReadOnlyList<string> Financiers(Flow flow) => flow.Kind == FlowKind.Warrant ? flow.To : flow.From;

    private static IReadOnlyList<string> Financed(Flow flow) => flow.Kind == FlowKind.Warrant ? flow.From : flow.To;
}
