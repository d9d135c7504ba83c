using Froth.Core.Data;
using Froth.Core.Firms;

namespace Froth.Core.Financing;

/// <summary>
/// Debt by kind of lender or paper. What is not told by kind stays a part of its own, so the share of shadow kinds is a range: at least
/// what is told of them, at most that and all that is unknown. Liabilities of leases stand apart. Source: Froth methods 3.2.
/// </summary>
public sealed record DebtMix
{
    private DebtMix(IReadOnlyDictionary<DebtKind, double> amounts, IReadOnlyList<Fact> lineage)
    {
        Amounts = amounts;
        Lineage = lineage;
    }

    /// <summary>Amount of each kind that has one, <see cref="DebtKind.Unknown"/> included; in one currency.</summary>
    public IReadOnlyDictionary<DebtKind, double> Amounts { get; }

    /// <summary>Everything it rests on.</summary>
    public IReadOnlyList<Fact> Lineage { get; }

    /// <summary>All debt.</summary>
    public double Total => Amounts.Values.Sum();

    /// <summary>Share of the debt whose kind is told; NaN without debt.</summary>
    public double ToldShare => 1 - Share(DebtKind.Unknown);

    /// <summary>Share of shadow kinds that is told: the least it can be; NaN without debt.</summary>
    public double ShadowShare => DebtKinds.All.Where(DebtKinds.IsShadow).Sum(Share);

    /// <summary>The most that share can be: with all that is unknown.</summary>
    public double MostShadowShare => ShadowShare + Share(DebtKind.Unknown);

    /// <summary>Herfindahl–Hirschman index of the told kinds, from 1/n to 1; NaN when none is told.</summary>
    public double Herfindahl => Concentration.Herfindahl([.. Amounts.Where(a => a.Key != DebtKind.Unknown).Select(a => a.Value)]);

    /// <summary>Share of a kind; NaN without debt.</summary>
    public double Share(DebtKind kind) => Total > 0 ? Amounts.GetValueOrDefault(kind) / Total : double.NaN;

    /// <summary>A mix from told amounts and, where told, a total; what the kinds leave of the total is unknown.</summary>
    /// <param name="told">Amounts by kind, not negative; those of one kind are added.</param>
    /// <param name="total">Total debt; NaN when not told, and the kinds are then taken for all of it.</param>
    /// <param name="lineage">The facts.</param>
    public static DebtMix From(IEnumerable<(DebtKind Kind, double Amount)> told, double total, IReadOnlyList<Fact> lineage)
    {
        ArgumentNullException.ThrowIfNull(told);
        ArgumentNullException.ThrowIfNull(lineage);
        var amounts = told.GroupBy(t => t.Kind).ToDictionary(g => g.Key, g => g.Sum(t => t.Amount));
        // Kinds are told as principal and the total as carried in the books, so the kinds can add up to a little more.
        var rest = total - amounts.Values.Sum();
        if (rest > 0) amounts[DebtKind.Unknown] = amounts.GetValueOrDefault(DebtKind.Unknown) + rest;
        return new DebtMix(amounts, lineage);
    }

    /// <summary>A mix from facts of one entity, day and unit whose dimension is the kind; one without dimension is the total.</summary>
    /// <param name="facts">The facts; a dimension that is no kind counts as unknown, leases and unconfirmed facts are left out.</param>
    /// <param name="total">A total known from elsewhere; null for none.</param>
    /// <returns>Null when no kind is told.</returns>
    public static DebtMix? Of(IEnumerable<Observation> facts, FirmFigure? total = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        List<Observation> usable = [.. facts.Where(o => o.Dimension != "lease" && o.Double >= 0 && o.Grade < Grade.Unconfirmed)];
        List<Observation> kinds = [.. usable.Where(o => o.Dimension.Length > 0)];
        if (kinds.Count == 0) return null;
        var own = usable.Find(o => o.Dimension.Length == 0);
        List<Fact> lineage = [.. own is null ? kinds : [.. kinds, own], .. total?.Lineage ?? []];
        return From(kinds.Select(o => (KindOf(o.Dimension), o.Double)), total?.Value ?? own?.Double ?? double.NaN, lineage);
    }

    /// <summary>The mix of a firm at a quarter's end against its total debt; null when no kind is told for that day.</summary>
    public static DebtMix? Of(FirmQuarter quarter)
    {
        ArgumentNullException.ThrowIfNull(quarter);
        var told = quarter.ByDimension(FirmConcepts.DebtOutstanding)
            .Where(o => o.Unit == quarter.Currency && Math.Abs(o.Date.DayNumber - quarter.End.DayNumber) <= 7);
        return Of(told, FirmDebt.Total(quarter));
    }

    // Bonds exchangeable into another firm's shares are of one kind with convertible ones.
    private static DebtKind KindOf(string dimension) => dimension == "exchangeable" ? DebtKind.Convertible : Codes.TryParse<DebtKind>(dimension, out var kind) ? kind : DebtKind.Unknown;
}
