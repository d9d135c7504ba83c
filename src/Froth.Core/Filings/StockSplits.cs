using Froth.Core.Data;

namespace Froth.Core.Filings;

/// <summary>A split of a firm's shares, as its own restatements show it.</summary>
/// <param name="Ratio">New shares for one old; below one for a reverse split.</param>
/// <param name="FirstRestated">The day of the first filing that tells shares or earnings per share on the new basis.</param>
/// <param name="Evidence">Restated facts that show the ratio, and the split as filed where it was.</param>
public sealed record StockSplit(decimal Ratio, DateOnly FirstRestated, IReadOnlyList<Observation> Evidence);

/// <summary>
/// Finds splits and adjusts for them at read time; what was filed is never changed. A split counts from the first filing on the new
/// basis, which the restatements themselves show, because filers date the split itself in many ways.
/// </summary>
public static class StockSplits
{
    private const decimal Tolerance = 0.015m;
    private static readonly decimal[] Ratios = [1.5m, 2, 3, 4, 5, 6, 7, 8, 10, 15, 20, 25, 30, 40, 50];

    /// <summary>The splits that a firm's resolved facts show, oldest first.</summary>
    public static IReadOnlyList<StockSplit> Find(ILookup<string, Observation> byConcept)
    {
        ArgumentNullException.ThrowIfNull(byConcept);
        var told = byConcept["stock-split"].ToList();
        List<(decimal Ratio, DateOnly Day, Observation Fact)> jumps = [.. Jumps(byConcept["eps-diluted"], inverse: true),
            .. Jumps(byConcept["shares-diluted-average"], inverse: false), .. Jumps(byConcept[Concepts.SharesOutstanding], inverse: false)];
        List<StockSplit> splits = [];
        foreach (var ratio in jumps.GroupBy(j => j.Ratio))
        {
            // Restatements trickle in over a year as reports compare with it; a further split of the same ratio comes much later.
            foreach (var group in Clusters([.. ratio.OrderBy(j => j.Day)]))
            {
                var named = told.Where(t => t.Value.Central == ratio.Key && t.PublishedAt <= group[^1].Day.AddDays(400) && t.PublishedAt >= group[0].Day.AddDays(-400)).ToList();
                if (named.Count == 0 && group.Select(g => g.Fact.Period).Distinct().Count() < 3) continue;
                splits.Add(new StockSplit(ratio.Key, group[0].Day, [.. group.Select(g => g.Fact), .. named]));
            }
        }

        return [.. splits.OrderBy(s => s.FirstRestated)];
    }

    /// <summary>The factor that brings a number of shares told by a filing to the basis of the newest split known; divide a per-share value by it.</summary>
    /// <param name="splits">The firm's splits.</param>
    /// <param name="filed">The day of the filing.</param>
    public static decimal FactorSince(IReadOnlyList<StockSplit> splits, DateOnly filed)
    {
        ArgumentNullException.ThrowIfNull(splits);
        return splits.Where(s => s.FirstRestated > filed).Aggregate(1m, (factor, s) => factor * s.Ratio);
    }

    private static IEnumerable<(decimal, DateOnly, Observation)> Jumps(IEnumerable<Observation> revisions, bool inverse)
    {
        foreach (var period in revisions.GroupBy(o => o.Key))
        {
            var told = period.Where(o => o.Value.Central is not (null or 0)).OrderBy(o => o.PublishedAt).ToList();
            for (var i = 1; i < told.Count; i++)
            {
                var (old, now) = (told[i - 1].Value.Central!.Value, told[i].Value.Central!.Value);
                var jump = inverse ? old / now : now / old;
                if (jump <= 0) continue;
                var size = jump < 1 ? 1 / jump : jump;

                // Earnings per share are told in cents: small ones cannot show a ratio exactly.
                var allowed = Tolerance + (inverse ? 0.006m / Math.Min(Math.Abs(old), Math.Abs(now)) : 0);
                if (allowed > 0.06m) continue;
                var ratio = Ratios.FirstOrDefault(r => Math.Abs(size / r - 1) <= allowed);
                if (ratio > 0) yield return (jump < 1 ? Math.Round(1 / ratio, 6) : ratio, told[i].PublishedAt, told[i]);
            }
        }
    }

    private static List<List<(decimal Ratio, DateOnly Day, Observation Fact)>> Clusters(List<(decimal Ratio, DateOnly Day, Observation Fact)> jumps)
    {
        List<List<(decimal, DateOnly Day, Observation)>> clusters = [];
        foreach (var jump in jumps)
        {
            if (clusters.Count > 0 && clusters[^1][^1].Day.AddDays(500) >= jump.Day) clusters[^1].Add(jump);
            else clusters.Add([jump]);
        }

        return clusters;
    }
}
