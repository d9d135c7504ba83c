using Froth.Core.Data;
using Froth.Core.Financing;

namespace Froth.Core.Firms;

/// <summary>A supplier of a firm that also puts money into it or stands behind it.</summary>
/// <param name="Supplier">Entity id.</param>
/// <param name="Money">Equity, warrants, debt and guarantees from the supplier to the firm.</param>
/// <param name="Supply">Chips, computing capacity and purchases that the firm pays the supplier for.</param>
public sealed record VendorTie(string Supplier, IReadOnlyList<Flow> Money, IReadOnlyList<Flow> Supply)
{
    /// <summary>True when both sides stand in a binding contract; a plan on either side makes it a plan.</summary>
    public bool IsBinding => Money.Any(f => f.Binding == Binding.Binding) && Supply.Any(f => f.Binding == Binding.Binding);
}

/// <summary>
/// Vendor financing: a supplier is also investor, lender or guarantor, so that a part of what it sells is paid with its own money.
/// Source: Froth methods 1.4 and 7.5. That nothing is recorded does not show that nothing exists.
/// </summary>
public static class VendorFinancing
{
    /// <summary>The ties of a firm as announced and published by a day, by supplier. Rows of one weak source are left out.</summary>
    /// <param name="firm">Entity id.</param>
    /// <param name="flows">Flows of a vintage.</param>
    /// <param name="day">Last day of announcement and of publication that counts.</param>
    public static IReadOnlyList<VendorTie> Of(string firm, IReadOnlyList<Flow> flows, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(firm);
        ArgumentNullException.ThrowIfNull(flows);
        List<Flow> money = [], supply = [];
        foreach (var flow in flows)
        {
            if (flow.Announced > day || flow.PublishedAt > day || flow.Grade >= Grade.Unconfirmed) continue;
            if (flow.Layer is FlowLayer.Equity or FlowLayer.Debt or FlowLayer.Guarantee && flow.To.Contains(firm)) money.Add(flow);
            if (flow.Layer is FlowLayer.Goods or FlowLayer.Compute && flow.From.Contains(firm)) supply.Add(flow);
        }

        if (money.Count == 0 || supply.Count == 0) return [];
        return [.. money.SelectMany(f => f.From).Where(s => s != firm).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(s => new VendorTie(s, [.. money.Where(f => f.From.Contains(s))], [.. supply.Where(f => f.To.Contains(s))]))
            .Where(t => t.Supply.Count > 0)];
    }
}
