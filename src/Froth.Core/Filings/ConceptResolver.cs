using System.Collections.Concurrent;
using Froth.Core.Data;
using Froth.Core.Time;

namespace Froth.Core.Filings;

/// <summary>
/// Turns filed facts into observations of Froth's concepts. What is told for a period is decided anew at every filing date, with
/// nothing but the filings of that day and before; so the observations are the history of what could be known, and cutting the
/// facts at a vintage changes none of those published before it. Pure; safe for use by several threads.
/// </summary>
public sealed class ConceptResolver
{
    private readonly ConceptMap _map;
    private readonly Dictionary<string, List<(ConceptRule Rule, TagCandidate Candidate)>> _byTag = new(StringComparer.Ordinal);
    private readonly List<ConceptRule> _matching;

    // Most tags of a filer belong to no concept, and asking the patterns for each fact again would cost more than the resolution.
    private readonly ConcurrentDictionary<string, List<(ConceptRule Rule, TagCandidate Candidate)>> _known = new(StringComparer.Ordinal);

    /// <summary>A resolver by a map.</summary>
    public ConceptResolver(ConceptMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        _map = map;
        foreach (var rule in map.Rules)
        {
            foreach (var candidate in rule.Tags)
            {
                if (!_byTag.TryGetValue(candidate.Tag, out var rules)) _byTag[candidate.Tag] = rules = [];
                rules.Add((rule, candidate));
            }
        }

        _matching = [.. map.Rules.Where(r => r.Matching is not null)];
    }

    /// <summary>The resolver by the map of this version of the program.</summary>
    public static ConceptResolver Shipped { get; } = new(ConceptMap.Shipped);

    /// <summary>
    /// Every revision of every resolved fact, by entity, concept, dimension, period, publication. Filter the facts by the vintage first.
    /// </summary>
    /// <param name="facts">Visible facts of any number of firms, in any order.</param>
    public IReadOnlyList<Observation> Resolve(IEnumerable<FiledFact> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        List<Observation> resolved = [];
        foreach (var firm in facts.GroupBy(f => f.Entity, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)) ResolveFirm([.. firm], resolved);
        return resolved;
    }

    private void ResolveFirm(List<FiledFact> facts, List<Observation> resolved)
    {
        var byRule = new Dictionary<string, List<Told>>(StringComparer.Ordinal);
        foreach (var fact in RoundedDates.Settle(facts)) Sort(fact, byRule);
        var byConcept = new Dictionary<string, IReadOnlyList<Observation>>(StringComparer.Ordinal);
        foreach (var rule in _map.Rules)
        {
            var told = byRule.GetValueOrDefault(rule.Concept) ?? [];
            var own = OfRule(rule, told);
            byConcept[rule.Concept] = rule.Sums.Count == 0 ? own : ConceptSums.Complete(rule, own, byConcept);
        }

        foreach (var concept in byConcept.Keys.Order(StringComparer.Ordinal)) resolved.AddRange(byConcept[concept]);
    }

    private void Sort(FiledFact fact, Dictionary<string, List<Told>> byRule)
    {
        foreach (var (rule, candidate) in _known.GetOrAdd(fact.Tag, RulesOf)) Add(rule, candidate);

        void Add(ConceptRule rule, TagCandidate candidate)
        {
            if (!IsOf(rule, fact)) return;
            if (!byRule.TryGetValue(rule.Concept, out var told)) byRule[rule.Concept] = told = [];
            told.Add(new Told(fact, candidate, FormRank.Of(fact.Form)));
        }
    }

    private List<(ConceptRule, TagCandidate)> RulesOf(string tag) => _byTag.TryGetValue(tag, out var rules)
        ? rules
        : [.. _matching.Select(r => (Rule: r, Candidate: r.CandidateOf(tag))).Where(r => r.Candidate is not null).Select(r => (r.Rule, r.Candidate!))];

    private static bool IsOf(ConceptRule rule, FiledFact fact)
    {
        var isInDimension = rule.IsDimensioned ? fact.Dimension.Contains(rule.Within, StringComparison.Ordinal) && fact.Dimension.Length > 0
            : fact.Dimension.Length == 0 || (rule.SumOver is { } axis && MemberSums.IsMemberOf(axis, fact.Dimension));
        var isInTime = rule.Kind switch
        {
            ConceptKind.Flow or ConceptKind.Average => fact.Period.Start is not null || rule.IsDimensioned,
            ConceptKind.Balance => fact.Period.Start is null || rule.IsToldAsDuration,
            _ => true,
        };
        return isInDimension && isInTime && FiledUnits.UnitOf(rule.Measure, fact.Unit) is not null && !rule.Exceptions.Any(e => e.Covers(fact));
    }

    private static List<Observation> OfRule(ConceptRule rule, List<Told> told)
    {
        if (told.Count == 0) return [];
        var usesExact = told.Where(t => t.Candidate.Meaning == TagMeaning.Exact).Select(t => t.Fact.Accession.Number).ToHashSet();
        var choice = new PeriodChoice(rule, usesExact);
        List<Observation> resolved = [];
        foreach (var period in told.GroupBy(t => (Period: PeriodOf(rule, t.Fact), t.Fact.Unit, Dimension: rule.IsDimensioned ? t.Fact.Dimension : "")).OrderBy(g => g.Key.Period).ThenBy(g => g.Key.Dimension, StringComparer.Ordinal))
        {
            var readings = MemberSums.Totalled(rule, [.. period]);
            readings.Sort(Told.Oldest);
            Revisions(rule, choice, period.Key.Period, period.Key.Dimension, readings, resolved);
        }

        return resolved;
    }

    private static void Revisions(ConceptRule rule, PeriodChoice choice, Period period, string dimension, List<Told> readings, List<Observation> resolved)
    {
        var known = new List<Told>(readings.Count);
        Observation? last = null;
        for (var i = 0; i < readings.Count; i++)
        {
            known.Add(readings[i]);
            var filed = readings[i].Fact.Filed;
            if (i + 1 < readings.Count && readings[i + 1].Fact.Filed == filed) continue;
            if (choice.Choose(known) is not { } found) continue;
            var next = ObservationOf(rule, period, dimension, found, filed);

            // A repeat teaches nothing, under another tag neither; another value or state does.
            if (last is not null && last.Value == next.Value && last.Resolution!.Status == found.Status) continue;
            resolved.Add(last = next);
        }
    }

    private static Observation ObservationOf(ConceptRule rule, Period period, string dimension, Resolution found, DateOnly filed)
    {
        var fact = found.Fact;
        return new Observation
        {
            Entity = fact.Entity,
            Concept = rule.Concept,
            Dimension = dimension,
            Period = period,
            Value = found.Status == ResolutionStatus.Disputed ? Spread(found) : Amount.Point(fact.Value),
            Unit = FiledUnits.UnitOf(rule.Measure, fact.Unit)!.Value,
            PublishedAt = filed,
            RecordedAt = fact.RecordedAt,
            Grade = Grade.Filed,
            Provenance = fact.Provenance,
            Resolution = found,
        };
    }

    private static Amount Spread(Resolution disputed)
    {
        var values = disputed.Others.Select(o => o.Value).Append(disputed.Fact.Value).ToList();
        return Amount.Range(values.Min(), values.Max());
    }

    private static Period PeriodOf(ConceptRule rule, FiledFact fact) =>
        rule.Kind is ConceptKind.Balance or ConceptKind.Event ? Period.Instant(fact.Period.End) : fact.Period;
}
