using Froth.Core.Data;
using Froth.Core.Time;

namespace Froth.Core.Firms;

/// <summary>Everything told about one firm at a vintage, by concept.</summary>
internal sealed class FirmFile
{
    private const int WeekDrift = 7;

    private readonly Dictionary<string, List<Observation>> _byConcept;
    private readonly List<(DateOnly End, DateOnly Published)> _ends;

    public FirmFile(string firm, Dictionary<string, List<Observation>> byConcept)
    {
        Firm = firm;
        _byConcept = byConcept;
        _ends = [.. FirmPanel.Anchors.SelectMany(Of).Where(IsAccount).Select(o => (o.Period.End, o.PublishedAt)).Distinct().Order()];
    }

    public string Firm { get; }

    /// <summary>Days on which something was published, ascending.</summary>
    public IEnumerable<DateOnly> PublicationDays => _byConcept.Values.SelectMany(o => o).Select(o => o.PublishedAt).Distinct().Order();

    public IReadOnlyList<Observation> Of(string concept) => _byConcept.TryGetValue(concept, out var told) ? told : [];

    /// <summary>Newest quarter's end known on a day; null when none is.</summary>
    public DateOnly? NewestEnd(DateOnly known) => _ends.Where(e => e.Published <= known && e.End <= known).Select(e => (DateOnly?)e.End).Max();

    /// <summary>Quarter ends known on a day, ascending, those of one week as one.</summary>
    public IReadOnlyList<DateOnly> Ends(DateOnly known)
    {
        List<DateOnly> ends = [];
        foreach (var (end, published) in _ends)
        {
            if (published > known || end > known) continue;
            if (ends.Count > 0 && end.DayNumber - ends[^1].DayNumber <= WeekDrift) ends[^1] = end;
            else ends.Add(end);
        }

        return ends;
    }

    /// <summary>The quarter's end known on a day that lies within three weeks of another day; null when there is none.</summary>
    public DateOnly? NearestEnd(DateOnly end, DateOnly known)
    {
        DateOnly? nearest = null;
        foreach (var candidate in _ends)
        {
            if (candidate.Published > known || Distance(candidate.End) > 3 * WeekDrift) continue;
            if (nearest is not { } held || Distance(candidate.End) < Distance(held)) nearest = candidate.End;
        }

        return nearest;
        int Distance(DateOnly day) => Math.Abs(day.DayNumber - end.DayNumber);
    }

    /// <summary>
    /// The currency of the accounts on a day: that of the newest cash flow statement, else of the newest other account; null when none is
    /// told. A convenience translation beside the accounts is told for fewer periods than the accounts themselves.
    /// </summary>
    public Unit? CurrencyOn(DateOnly known)
    {
        foreach (var concept in FirmPanel.Anchors)
        {
            var told = Of(concept).Where(o => o.PublishedAt <= known && o.Period.End <= known && o.Unit.IsMoney && IsAccount(o)).ToList();
            if (told.Count == 0) continue;
            var newest = told.Max(o => o.Period.End);
            var units = told.Where(o => newest.DayNumber - o.Period.End.DayNumber <= WeekDrift).Select(o => o.Unit).ToHashSet();
            return units.OrderByDescending(u => told.Count(o => o.Unit == u)).ThenBy(u => u.Code, StringComparer.Ordinal).First();
        }

        return null;
    }

    private static bool IsAccount(Observation told) =>
        told.Dimension is "" or FirmConcepts.TwelveMonths && told.Period.Kind is PeriodKind.Quarter or PeriodKind.HalfYear or PeriodKind.NineMonths or PeriodKind.Annual;
}
