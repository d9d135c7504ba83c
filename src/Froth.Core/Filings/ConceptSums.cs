using Froth.Core.Data;
using Froth.Core.Time;

namespace Froth.Core.Filings;

/// <summary>Fills the periods in which no tag tells a concept with sums of other concepts, date by date.</summary>
internal static class ConceptSums
{
    // A term told within the last year or so and gone now is missing; one never told is taken as none.
    private const int RememberedDays = 400;

    /// <summary>The concept's own revisions, completed by its sums.</summary>
    /// <param name="rule">The concept.</param>
    /// <param name="own">Its own revisions.</param>
    /// <param name="resolved">Revisions of the concepts before it.</param>
    public static IReadOnlyList<Observation> Complete(ConceptRule rule, List<Observation> own, Dictionary<string, IReadOnlyList<Observation>> resolved)
    {
        var terms = rule.Sums.SelectMany(s => s).Select(t => t.Concept).Distinct()
            .ToDictionary(c => c, c => resolved[c].ToLookup(o => (o.Period, o.Unit)), StringComparer.Ordinal);
        var ownByPeriod = own.ToLookup(o => (o.Period, o.Unit));
        var periods = terms.Values.SelectMany(l => l.Select(g => g.Key)).Concat(ownByPeriod.Select(g => g.Key)).Distinct().OrderBy(k => k.Period).ThenBy(k => k.Unit.Code, StringComparer.Ordinal);
        List<Observation> completed = [];
        foreach (var key in periods)
        {
            completed.AddRange(Summed(rule, key.Period, key.Unit, [.. ownByPeriod[key]], terms, resolved));
        }

        return completed;
    }

    private static List<Observation> Summed(
        ConceptRule rule, Period period, Unit unit, List<Observation> own,
        Dictionary<string, ILookup<(Period, Unit), Observation>> terms, Dictionary<string, IReadOnlyList<Observation>> resolved)
    {
        List<Observation> revisions = [];
        var days = terms.Values.SelectMany(l => l[(period, unit)]).Concat(own).Select(o => o.PublishedAt).Distinct().Order();
        foreach (var day in days)
        {
            var told = own.LastOrDefault(o => o.PublishedAt <= day);
            var next = told is { Resolution.Status: not ResolutionStatus.Substituted }
                ? told
                : rule.Sums.Select(s => SumOn(rule, s, period, unit, day, terms, resolved)).FirstOrDefault(s => s is not null) ?? told;
            if (next is null || (revisions.Count > 0 && revisions[^1].Value == next.Value && revisions[^1].Resolution!.Status == next.Resolution!.Status)) continue;

            // A sum that falls back to older terms, because a newer reading went away, is news of this day and not of theirs.
            revisions.Add(next with { PublishedAt = day });
        }

        return revisions;
    }

    private static Observation? SumOn(
        ConceptRule rule, IReadOnlyList<SumTerm> sum, Period period, Unit unit, DateOnly day,
        Dictionary<string, ILookup<(Period, Unit), Observation>> terms, Dictionary<string, IReadOnlyList<Observation>> resolved)
    {
        List<Observation> told = [], off = [];
        var missing = "";
        foreach (var term in sum)
        {
            var latest = terms[term.Concept][(period, unit)].LastOrDefault(o => o.PublishedAt <= day);
            if (term.MustBeAbsent)
            {
                if (latest is { Resolution.Status: not ResolutionStatus.Partial }) return null;
            }
            else if (latest is not null)
            {
                told.Add(latest);
                if (term.IsSubtracted) off.Add(latest);
            }
            else if (!term.IsOptional) return null;
            else if (WasTold(resolved[term.Concept], period, unit, day)) missing = term.Concept;
        }

        // One term alone under another name would hide that the rest is unknown, unless nothing else ever existed.
        var isPartial = missing.Length > 0 || sum.Count(t => !t.MustBeAbsent) == 1 || told.Exists(t => t.Resolution!.Status == ResolutionStatus.Partial);

        // A part taken off, or taken off from, would leave a number that is neither the whole nor a part of it.
        if (isPartial && off.Count > 0) return null;
        var first = told[0];
        var resolution = new Resolution
        {
            Status = told.Exists(t => t.Resolution!.Status == ResolutionStatus.Disputed) ? ResolutionStatus.Disputed
                : isPartial ? ResolutionStatus.Partial
                : told.Exists(t => t.Resolution!.Status == ResolutionStatus.Substituted) ? ResolutionStatus.Substituted : ResolutionStatus.Derived,
            Choice = Choice.Sum,
            Fact = first.Resolution!.Fact,
            Terms = told,
            Subtracted = off,
            Missing = missing,
        };
        return first with
        {
            Concept = rule.Concept,
            Value = Amount.Sum(told.Select(t => off.Contains(t) ? -t.Value : t.Value)),
            PublishedAt = told.Max(t => t.PublishedAt),
            RecordedAt = told.Max(t => t.RecordedAt),
            Resolution = resolution,
        };
    }

    // What was last told as zero is not missing.
    private static bool WasTold(IReadOnlyList<Observation> term, Period period, Unit unit, DateOnly day)
    {
        var last = term.Where(o => o.Unit == unit && o.PublishedAt <= day && o.Period.End < period.End && o.Period.End.AddDays(RememberedDays) >= period.End).MaxBy(o => (o.Period.End, o.PublishedAt));
        return last is not null && last.Value != Amount.Zero;
    }
}
