namespace Froth.Core.Filings;

/// <summary>Totals over the members of an axis, where a filer with several classes of shares tells no total.</summary>
internal static class MemberSums
{
    /// <summary>True when the dimension is exactly one member of the axis.</summary>
    public static bool IsMemberOf(string axis, string dimension) =>
        dimension.StartsWith(axis + "=", StringComparison.Ordinal) && !dimension.Contains(';', StringComparison.Ordinal);

    /// <summary>
    /// The undimensioned readings as they are; for filings that tell only members, one reading with their sum. A sum over one member
    /// alone is a class and not the firm, and is left out.
    /// </summary>
    public static List<Told> Totalled(ConceptRule rule, List<Told> readings)
    {
        if (rule.SumOver is null || readings.TrueForAll(t => t.Fact.Dimension.Length == 0)) return readings;
        var totals = readings.FindAll(t => t.Fact.Dimension.Length == 0);
        if (totals.Count > 0) return totals;
        foreach (var filing in readings.GroupBy(t => (t.Fact.Accession, t.Fact.Filed, t.Fact.Tag)))
        {
            var members = filing.DistinctBy(t => t.Fact.Dimension).ToList();
            if (members.Count < 2) continue;
            var first = members[0];
            totals.Add(first with { Fact = first.Fact with { Value = members.Sum(m => m.Fact.Value), Dimension = rule.SumOver } });
        }

        return totals;
    }
}
