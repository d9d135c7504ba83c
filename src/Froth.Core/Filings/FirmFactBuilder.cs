using System.Globalization;
using Froth.Core.Data;
using Froth.Core.Time;

namespace Froth.Core.Filings;

/// <summary>Builds the figures of one concept of one firm.</summary>
internal static class FirmFactBuilder
{
    // Two statements of one quarter may differ by some days in 52/53-week years; a balance of a neighbouring day is another balance.
    private const int SamePeriodDays = 7;

    // A quarter and the time to file: beyond that a balance no longer stands beside the newest report.
    private const int GoneAfterDays = 100;

    public static IEnumerable<FirmFact> Of(ConceptRule rule, List<Observation> revisions, DateOnly asOf, DateOnly newestEnd)
    {
        if (rule.Kind == ConceptKind.Event) return [];
        List<FirmFact> facts = [];
        var latest = Latest(revisions).OrderBy(o => o.Dimension, StringComparer.Ordinal).ThenBy(o => o.Period).ToList();
        if (rule.Kind == ConceptKind.Balance) facts.AddRange(latest.SelectMany(o => Reported(o, Basis.Instant)));
        else if (rule.Kind == ConceptKind.Average || rule.IsDimensioned) facts.AddRange(latest.SelectMany(o => Reported(o, BasisOf(o.Period))));
        else facts.AddRange(Flow(revisions, latest, asOf));
        facts = [.. facts.OrderBy(f => f.Dimension, StringComparer.Ordinal).ThenBy(f => f.Basis).ThenBy(f => f.Period)];
        if (!rule.IsDimensioned && Unknown(rule, facts, newestEnd) is { } unknown) facts.Add(unknown);
        return facts;
    }

    // The resolver's revisions of a period come one after the other, the newest last.
    private static IEnumerable<Observation> Latest(List<Observation> revisions)
    {
        var latest = new Dictionary<(Period, Unit, string), Observation>();
        foreach (var revision in revisions) latest[(revision.Period, revision.Unit, revision.Dimension)] = revision;
        return latest.Values;
    }

    private static IEnumerable<FirmFact> Flow(List<Observation> revisions, List<Observation> latest, DateOnly asOf)
    {
        foreach (var unit in revisions.GroupBy(o => o.Unit))
        {
            var history = FiscalHistory.Of(unit);
            foreach (var disputed in latest.Where(o => o.Unit == unit.Key && o.Resolution!.Status == ResolutionStatus.Disputed && BasisOf(o.Period) != Basis.Instant))
            {
                foreach (var reading in Reported(disputed, BasisOf(disputed.Period))) yield return reading;
            }

            var annual = latest.Where(o => o.Unit == unit.Key && o.Period.Kind == PeriodKind.Annual && o.Resolution!.Status != ResolutionStatus.Disputed).Select(FiscalHistory.Reported);
            foreach (var figure in Distinct(annual)) yield return Of(figure, Basis.Annual, asOf, isNewest: false);
            foreach (var figure in Distinct(history.Quarters)) yield return Of(figure, Basis.Quarter, asOf, isNewest: false);
            var trailing = Distinct(TrailingTwelveMonths.All(history));
            for (var i = 0; i < trailing.Count; i++) yield return Of(trailing[i], Basis.Ttm, asOf, i == trailing.Count - 1);
        }
    }

    // Of two figures of what is one quarter or year, the reported one stands, and of two such the one told last.
    private static List<FiscalFigure> Distinct(IEnumerable<FiscalFigure> figures)
    {
        List<FiscalFigure> distinct = [];
        foreach (var figure in figures.OrderBy(f => f.Period))
        {
            if (distinct.Count == 0 || figure.Period.End.DayNumber - distinct[^1].Period.End.DayNumber > SamePeriodDays) distinct.Add(figure);
            else if (IsBetter(figure, distinct[^1])) distinct[^1] = figure;
        }

        return distinct;
    }

    private static bool IsBetter(FiscalFigure a, FiscalFigure b) =>
        a.Lineage.Count != b.Lineage.Count ? a.Lineage.Count < b.Lineage.Count : a.PublishedAt >= b.PublishedAt;

    private static FirmFact Of(FiscalFigure figure, Basis basis, DateOnly asOf, bool isNewest)
    {
        var newest = figure.Lineage.MaxBy(o => (o.PublishedAt, o.Period.End))!;
        var isDerived = figure.Lineage.Count > 1 || newest.Resolution!.IsDerived;
        var worst = figure.Lineage.Max(o => o.Resolution!.Status);
        var status = isNewest && basis == Basis.Ttm && figure.Period.End.AddDays(FirmFacts.StaleAfterDays) < asOf ? FirmFactStatus.Stale
            : worst is ResolutionStatus.Substituted or ResolutionStatus.Partial ? StatusOf(worst)
            : isDerived ? FirmFactStatus.Derived : FirmFactStatus.Reported;
        return new FirmFact(
            newest.Concept, "", basis, figure.Period, (decimal)figure.Value, newest.Unit,
            string.Join(" | ", figure.Lineage.Select(o => o.Resolution!.Tag).Distinct()), newest.Resolution!.Fact.Accession, newest.Resolution.Fact.Form,
            figure.PublishedAt, isDerived, status, figure.Lineage.Count > 1 ? Derivation(figure) : newest.Resolution.Reason, figure.Lineage);
    }

    private static Bilingual Derivation(FiscalFigure figure)
    {
        var terms = string.Join(", ", figure.Lineage.Select(o => string.Create(CultureInfo.InvariantCulture, $"{o.Period} {o.Value} ({o.Resolution!.Fact.Accession})")));
        return new($"Derived from {terms}.", $"由以下数值推算：{terms}。");
    }

    private static IEnumerable<FirmFact> Reported(Observation o, Basis basis)
    {
        var resolution = o.Resolution!;
        if (basis == Basis.Instant && o.Period.Start is not null) yield break;
        if (resolution.Status != ResolutionStatus.Disputed || resolution.Terms.Count > 0)
        {
            yield return Of(o, basis, o.Value.IsPoint ? o.Value.Low : null, resolution.Tag, resolution.Fact);
            yield break;
        }

        // Every reading of a dispute is shown, none is picked.
        foreach (var fact in resolution.Others.Prepend(resolution.Fact)) yield return Of(o, basis, fact.Value, fact.Tag, fact);
    }

    private static FirmFact Of(Observation o, Basis basis, decimal? value, string tag, FiledFact fact) => new(
        o.Concept, o.Dimension, basis, o.Period, value, o.Unit, tag, fact.Accession, fact.Form, o.PublishedAt, o.Resolution!.IsDerived,
        StatusOf(o.Resolution.Status), o.Resolution.Reason, [o]);

    private static FirmFact? Unknown(ConceptRule rule, List<FirmFact> facts, DateOnly newestEnd)
    {
        if (newestEnd == default) return null;
        var basis = rule.Kind == ConceptKind.Balance ? Basis.Instant : Basis.Quarter;
        var newest = facts.MaxBy(f => f.Period.End);
        var tags = string.Join(", ", rule.Tags.Where(t => t.Meaning != TagMeaning.Substitute).Select(t => t.Tag));
        if (newest is null)
        {
            var never = new Bilingual($"No filing held tells it under any of the tags {tags}; unknown, not zero.", $"所持申报均未以{tags}任一标签披露；未知，并非零。");
            return Missing(rule, basis, newestEnd, never, []);
        }

        if (newest.Period.End.AddDays(rule.Kind == ConceptKind.Average ? 400 : GoneAfterDays) >= newestEnd) return null;
        var last = newest.Period.End.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var gone = new Bilingual($"Last told for {last}; unknown since then, not zero.", $"最近一次披露为{last}，此后未知，并非零。");
        return Missing(rule, basis, newestEnd, gone, newest.Lineage);
    }

    private static FirmFact Missing(ConceptRule rule, Basis basis, DateOnly end, Bilingual note, IReadOnlyList<Observation> toldLast) =>
        new(rule.Concept, "", basis, Period.Instant(end), null, null, "", default, "", null, false, FirmFactStatus.Unknown, note, toldLast);

    private static FirmFactStatus StatusOf(ResolutionStatus status) => status switch
    {
        ResolutionStatus.Reported => FirmFactStatus.Reported,
        ResolutionStatus.Derived => FirmFactStatus.Derived,
        ResolutionStatus.Substituted => FirmFactStatus.Substitute,
        ResolutionStatus.Partial => FirmFactStatus.Partial,
        ResolutionStatus.Disputed => FirmFactStatus.Disputed,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unmapped status."),
    };

    private static Basis BasisOf(Period period) => period.Kind switch
    {
        PeriodKind.Quarter => Basis.Quarter,
        PeriodKind.Annual => Basis.Annual,
        _ => Basis.Instant,
    };
}
