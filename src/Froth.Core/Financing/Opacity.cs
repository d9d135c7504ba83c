using Froth.Core.Data;
using Froth.Core.Firms;

namespace Froth.Core.Financing;

/// <summary>
/// Which of the ten named gaps of disclosure a borrower has. A gap nobody looked for is neither there nor absent, so the count is a range.
/// </summary>
/// <param name="Present">Gaps that exist, in the order of the list.</param>
/// <param name="Absent">Gaps shown not to exist.</param>
/// <param name="Lineage">The facts.</param>
public sealed record Opacity(IReadOnlyList<OpacityGap> Present, IReadOnlyList<OpacityGap> Absent, IReadOnlyList<Observation> Lineage)
{
    /// <summary>Gaps that exist: the count, and the least it can be.</summary>
    public int Count => Present.Count;

    /// <summary>The most that can exist: those present and those not assessed.</summary>
    public int Most => OpacityGap.All.Count - Absent.Count;

    /// <summary>Gaps that were looked for.</summary>
    public int Assessed => Present.Count + Absent.Count;

    /// <summary>Gaps nobody looked for.</summary>
    public IReadOnlyList<OpacityGap> NotAssessed => [.. OpacityGap.All.Except(Present).Except(Absent)];

    /// <summary>Counts over the newest fact of each gap; left out are names outside the list, values other than 0 and 1, and what one weak source tells.</summary>
    public static Opacity Of(IEnumerable<Observation> newest)
    {
        ArgumentNullException.ThrowIfNull(newest);
        var told = newest.Where(o => o.Double is 0 or 1 && o.Grade < Grade.Unconfirmed).ToDictionary(o => o.Dimension, StringComparer.Ordinal);
        List<OpacityGap> known = [.. OpacityGap.All.Where(g => told.ContainsKey(g.Code))];
        return new Opacity([.. known.Where(g => told[g.Code].Double == 1)], [.. known.Where(g => told[g.Code].Double == 0)], [.. known.Select(g => told[g.Code])]);
    }

    /// <summary>The gaps of a firm with accounts.</summary>
    public static Opacity Of(FirmQuarter quarter)
    {
        ArgumentNullException.ThrowIfNull(quarter);
        return Of(quarter.ByDimension(FirmConcepts.OpacityGap));
    }
}
