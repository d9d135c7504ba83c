namespace Froth.DefaultData;

/// <summary>First reports and restatements of each period, as filed.</summary>
internal static class FilingsBuilder
{
    public static List<Observation> Build(IEnumerable<CompanyFacts> firms) =>
        [.. firms.SelectMany(firm => FilingConcepts.All.SelectMany(concept => Of(firm, concept)))];

    static IEnumerable<Observation> Of(CompanyFacts firm, FilingConcept concept)
    {
        // Periods come from start and end alone: the fiscal labels describe the filing, not the fact.
        var periods = concept.Tags.SelectMany(firm.Of).Where(f => FilingConcepts.Means(firm.Entity, concept, f)).GroupBy(f => (f.Start, f.End));
        return periods.SelectMany(period => Versions(firm, concept, [.. period]));
    }

    static IEnumerable<Observation> Versions(CompanyFacts firm, FilingConcept concept, List<FilingFact> facts)
    {
        var settled = Settled(concept, facts);
        FilingFact? known = null;
        foreach (var filing in facts.GroupBy(f => (f.Filed, f.Accession)).OrderBy(g => g.Key.Filed).ThenBy(g => g.Key.Accession, StringComparer.Ordinal))
        {
            var fact = filing.MinBy(f => Doubt(concept, f, known, settled))!;
            if (fact.Value == known?.Value) continue; // a repeat teaches nothing; a different value is a restatement
            yield return new Observation
            {
                Entity = firm.Entity, Concept = concept.Name, Start = fact.Start, End = fact.End, Value = fact.Value,
                Unit = concept.Unit, Grade = Grades.Filed, Published = fact.Filed, Source = firm.Source,
                Locator = $"{fact.Accession} {fact.Tag} {fact.Form}",
                Note = NoteOf(concept, fact, known),
            };
            known = fact;
        }
    }

    static string NoteOf(FilingConcept concept, FilingFact fact, FilingFact? before)
    {
        var tag = fact.Tag == concept.Tags[0] ? "" : "tag " + fact.Tag.Split(':')[1];
        return before is null || before.Tag == fact.Tag ? tag
            : ObservationFile.JoinNotes(tag, $"reported before under {before.Tag.Split(':')[1]}, so the definition may differ");
    }

    // One filing may carry two tags with two values, one of them from a note about less. The value that other
    // filings of the period bear out is the one meant.
    static int Doubt(FilingConcept concept, FilingFact fact, FilingFact? known, FilingFact settled) =>
        fact.Value == known?.Value ? 0
        : fact.Value == settled.Value ? 1
        : fact.Tag == settled.Tag ? 2 : 3 + Array.IndexOf(concept.Tags, fact.Tag);

    // The newest filing that reports the period shows which tag the firm itself now stands by.
    static FilingFact Settled(FilingConcept concept, List<FilingFact> facts)
    {
        var newest = facts.Max(f => f.Filed);
        return facts.Where(f => f.Filed == newest).MinBy(f => Array.IndexOf(concept.Tags, f.Tag))!;
    }
}
