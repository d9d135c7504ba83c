namespace Froth.Core.Filings;

/// <summary>A fact of a period with what its tag means for the concept.</summary>
internal readonly record struct Told(FiledFact Fact, TagCandidate Candidate, int Rank)
{
    /// <summary>By filing. The order is total, so that what is chosen never depends on the order in which facts were told.</summary>
    public static int Oldest(Told a, Told b) => (a.Fact.Filed, a.Fact.Accession, a.Candidate.Order, a.Fact.Value).CompareTo((b.Fact.Filed, b.Fact.Accession, b.Candidate.Order, b.Fact.Value));

    /// <summary>By nearness of the tag.</summary>
    public static int Nearest(Told a, Told b)
    {
        var byOrder = (a.Candidate.Order, a.Fact.Value).CompareTo((b.Candidate.Order, b.Fact.Value));
        return byOrder != 0 ? byOrder : string.CompareOrdinal(a.Fact.Tag, b.Fact.Tag);
    }
}

/// <summary>
/// Decides which of the readings of one concept and period speaks, from those known on a day. Newest evidence first: the best-ranked
/// and then newest filing that tells the period decides which tag the firm itself stands by; the map's order only settles ties
/// inside it. What cannot be settled is disputed.
/// </summary>
/// <param name="rule">The concept.</param>
/// <param name="usesExact">Accessions that tell the concept, of whatever period, under an exact tag.</param>
internal sealed class PeriodChoice(ConceptRule rule, HashSet<long> usesExact)
{
    // Filings round to thousands, later ones to millions; half a thousandth apart is the same number told twice.
    private const decimal RoundingShare = 0.0005m;

    /// <summary>The resolution, or null for no reading.</summary>
    /// <param name="told">Readings known so far, by ascending filing.</param>
    public Resolution? Choose(List<Told> told)
    {
        var pool = told.FindAll(t => t.Candidate.Meaning != TagMeaning.Substitute);
        if (pool.Count == 0) pool = Nearest(told);
        if (pool.Count == 0) return null;
        var rank = pool.Min(t => t.Rank);
        var ranked = pool.FindAll(t => t.Rank == rank);
        var newest = ranked[^1].Fact;
        var filing = ranked.FindAll(t => t.Fact.Accession == newest.Accession && t.Fact.Filed == newest.Filed);
        var choice = rule.HasUnknownOverlap ? Overlapping(filing) : InFiling(filing, ranked);
        if (choice.Status == ResolutionStatus.Disputed) return choice;
        if (rule.SumOver is not null && choice.Fact.Dimension.Length > 0) return choice with { Status = ResolutionStatus.Derived, Choice = Choice.SumOfMembers };
        if (Amended(choice.Fact, told) is { } amended) return amended;
        return choice;
    }

    public static bool Same(decimal a, decimal b) => Math.Abs(a - b) <= RoundingShare * Math.Max(Math.Abs(a), Math.Abs(b));

    private static List<Told> Nearest(List<Told> told)
    {
        var order = told.Count == 0 ? 0 : told.Min(t => t.Candidate.Order);
        return told.FindAll(t => t.Candidate.Order == order);
    }

    private Resolution InFiling(List<Told> filing, List<Told> ranked)
    {
        filing.Sort(Told.Nearest);
        var first = filing[0];
        var differing = filing.FindAll(t => !Same(t.Fact.Value, first.Fact.Value));
        if (differing.Count > 0) return Settle(first, differing, filing, ranked);
        if (first.Candidate.Meaning == TagMeaning.Substitute) return Of(ResolutionStatus.Substituted, Choice.NothingNearer, first.Fact);
        var before = ranked.FindAll(t => !Same(t.Fact.Value, first.Fact.Value));
        if (before.Count == 0) return Of(ResolutionStatus.Reported, Choice.Only, first.Fact);

        // A filing that keeps the tag of the whole for other periods tells a part under the other tag: a note, not a restatement.
        if (first.Candidate.Meaning == TagMeaning.Part && usesExact.Contains(first.Fact.Accession.Number)
            && before.FindLast(t => t.Candidate.Meaning == TagMeaning.Exact) is { Fact: not null } whole)
            return Of(ResolutionStatus.Reported, Choice.WholeOfEarlierFiling, whole.Fact, first.Fact);
        return Of(ResolutionStatus.Reported, Choice.NewestFiling, first.Fact, [.. before.Select(t => t.Fact)]);
    }

    private static Resolution Settle(Told first, List<Told> differing, List<Told> filing, List<Told> ranked)
    {
        var others = differing.Select(t => t.Fact).ToArray();
        var largest = filing.Max(t => Math.Abs(t.Fact.Value));
        var isAlone = first.Candidate.Meaning == TagMeaning.Exact && differing.TrueForAll(t => t.Candidate.Meaning != TagMeaning.Exact);
        if (isAlone && Same(Math.Abs(first.Fact.Value), largest)) return Of(ResolutionStatus.Reported, Choice.Whole, first.Fact, others);
        var supported = filing.Select(t => (t.Fact, Support: Support(t.Fact, ranked))).Where(s => s.Support > 0).OrderByDescending(s => s.Support).ToList();
        if (supported.Count > 0 && supported.TrueForAll(s => s.Support < supported[0].Support || Same(s.Fact.Value, supported[0].Fact.Value)))
            return Of(ResolutionStatus.Reported, Choice.BorneOut, supported[0].Fact, [.. filing.Select(t => t.Fact).Where(f => !Same(f.Value, supported[0].Fact.Value))]);
        if (first.Candidate.Meaning != TagMeaning.Exact && differing.TrueForAll(t => t.Fact.Tag != first.Fact.Tag) && Same(Math.Abs(first.Fact.Value), largest))
            return Of(ResolutionStatus.Reported, Choice.Broadest, first.Fact, others);
        return Of(ResolutionStatus.Disputed, Choice.TwoValues, first.Fact, others);
    }

    private Resolution Overlapping(List<Told> filing)
    {
        filing.Sort(Told.Nearest);
        var first = filing[0];
        var differing = filing.FindAll(t => !Same(t.Fact.Value, first.Fact.Value));
        if (differing.Count > 0) return Of(ResolutionStatus.Disputed, Choice.UnknownOverlap, first.Fact, [.. differing.Select(t => t.Fact)]);
        return first.Candidate.Meaning == TagMeaning.Exact
            ? Of(ResolutionStatus.Reported, Choice.Only, first.Fact)
            : Of(ResolutionStatus.Partial, Choice.UnknownOverlap, first.Fact);
    }

    private static Resolution? Amended(FiledFact chosen, List<Told> told)
    {
        var later = told.FindLast(t => FormRank.IsAmendment(t.Fact.Form) && t.Fact.Tag == chosen.Tag && t.Fact.Filed > chosen.Filed);
        return later.Fact is null || Same(later.Fact.Value, chosen.Value) ? null : Of(ResolutionStatus.Disputed, Choice.Amended, chosen, later.Fact);
    }

    private static int Support(FiledFact fact, List<Told> ranked) =>
        ranked.Where(t => t.Fact.Accession != fact.Accession && Same(t.Fact.Value, fact.Value)).Select(t => t.Fact.Accession).Distinct().Count();

    private static Resolution Of(ResolutionStatus status, Choice choice, FiledFact fact, params FiledFact[] others) =>
        new() { Status = status, Choice = choice, Fact = fact, Others = others };
}
