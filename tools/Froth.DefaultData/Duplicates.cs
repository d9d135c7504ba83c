namespace Froth.DefaultData;

/// <summary>The filing wins over a report about it, which is rounded and would otherwise pass for a later revision.</summary>
internal static class Duplicates
{
    public static List<Observation> WithoutFiled(List<Observation> rows, IReadOnlyList<Observation> filings, List<string> dropped)
    {
        var filed = filings.ToLookup(o => o.Fact, StringComparer.Ordinal);
        var kept = new List<Observation>();
        foreach (var row in rows)
        {
            if (!filed.Contains(row.Fact)) { kept.Add(row); continue; }
            var first = filed[row.Fact].MinBy(o => o.Published)!;
            dropped.Add($"{row.Locator}: {row.Entity} {row.Concept} {Numbers.Format(row.Value)}; the filing has {Numbers.Format(first.Value)}");
        }
        return kept;
    }
}
