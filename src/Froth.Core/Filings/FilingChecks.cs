using Froth.Core.Data;
using Froth.Core.Time;

namespace Froth.Core.Filings;

/// <summary>A sum that should agree.</summary>
/// <param name="Id">Stable id: <c>balance-sheet</c>, <c>liabilities-plus-equity</c>, <c>year-to-date-rises</c>.</param>
/// <param name="Concept">The concept looked at.</param>
/// <param name="End">The day, or the end of the later period.</param>
/// <param name="Difference">By how much it fails, in the unit of the facts; 0 where it holds.</param>
/// <param name="Holds">Whether it holds within rounding.</param>
/// <param name="Lineage">The facts compared.</param>
public sealed record FilingCheck(string Id, string Concept, DateOnly End, decimal Difference, bool Holds, IReadOnlyList<Observation> Lineage);

/// <summary>Algebraic checks over one firm's resolved facts.</summary>
internal static class FilingChecks
{
    public static IReadOnlyList<FilingCheck> Run(ILookup<string, Observation> byConcept, ConceptMap map)
    {
        var checks = BalanceSheet(byConcept).Concat(map.Rules.Where(r => r.Rises).SelectMany(r => YearToDate(byConcept[r.Concept])));
        return [.. checks.OrderBy(c => c.Holds).ThenByDescending(c => c.End).ThenBy(c => c.Id, StringComparer.Ordinal).ThenBy(c => c.Concept, StringComparer.Ordinal)];
    }

    private static IEnumerable<FilingCheck> BalanceSheet(ILookup<string, Observation> byConcept)
    {
        var total = Latest(byConcept["liabilities-and-equity"]);
        var (liabilities, equity) = (Latest(byConcept["liabilities"]), Latest(byConcept["stockholders-equity"]));
        var (minority, temporary) = (Latest(byConcept["minority-interest"]), Latest(byConcept["temporary-equity"]));
        foreach (var assets in Latest(byConcept["assets"]).Values)
        {
            var key = (assets.Period, assets.Unit);
            if (total.TryGetValue(key, out var both)) yield return Compare("balance-sheet", assets, [both]);
            if (!liabilities.TryGetValue(key, out var owed) || !equity.TryGetValue(key, out var owned)) continue;
            Observation[] terms = [owed, owned, .. Of(minority, key, owned), .. Of(temporary, key, null)];
            yield return Compare("liabilities-plus-equity", assets, terms);
        }
    }

    // Equity that already holds the minority's share must not have it added.
    private static IEnumerable<Observation> Of(Dictionary<(Period, Unit), Observation> held, (Period, Unit) key, Observation? equity) =>
        held.TryGetValue(key, out var term) && equity?.Resolution!.Status != ResolutionStatus.Substituted ? [term] : [];

    private static FilingCheck Compare(string id, Observation whole, Observation[] terms)
    {
        var (left, right) = (whole.Value.Central ?? 0, terms.Sum(t => t.Value.Central ?? 0));
        return new FilingCheck(id, whole.Concept, whole.Period.End, left - right, PeriodChoice.Same(left, right), [whole, .. terms]);
    }

    private static IEnumerable<FilingCheck> YearToDate(IEnumerable<Observation> revisions)
    {
        foreach (var year in FactSet.LatestOf(revisions).Where(o => o.Period.Start is not null && !double.IsNaN(o.Double)).GroupBy(o => (o.Period.Start, o.Unit)))
        {
            var parts = year.OrderBy(o => o.Period.End).ToList();
            for (var i = 1; i < parts.Count; i++)
            {
                var (before, after) = (parts[i - 1].Value.Central!.Value, parts[i].Value.Central!.Value);
                yield return new FilingCheck("year-to-date-rises", parts[i].Concept, parts[i].Period.End, Math.Min(0, after - before), after >= before || PeriodChoice.Same(after, before), [parts[i - 1], parts[i]]);
            }
        }
    }

    private static Dictionary<(Period, Unit), Observation> Latest(IEnumerable<Observation> revisions) =>
        FactSet.LatestOf(revisions).Where(o => !double.IsNaN(o.Double)).ToDictionary(o => (o.Period, o.Unit));
}
