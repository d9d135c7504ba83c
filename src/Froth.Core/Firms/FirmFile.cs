using Froth.Core.Data;
using Froth.Core.Time;

namespace Froth.Core.Firms;

/// <summary>Everything told about one firm at a vintage, by concept.</summary>
internal sealed class FirmFile
{
    private const int WeekDrift = 7;

    // A quarter and the time to file it.
    private const int HeadlineDays = 140;

    private readonly Dictionary<string, Observation[]> _byConcept;
    private readonly Unit? _only;
    private readonly List<(DateOnly End, DateOnly Published)> _ends;
    private readonly List<(DateOnly End, DateOnly Published)> _cashEnds;

    /// <param name="firm">Entity id.</param>
    /// <param name="byConcept">What was told, each concept by ascending period.</param>
    public FirmFile(string firm, Dictionary<string, List<Observation>> byConcept)
    {
        Firm = firm;
        _byConcept = byConcept.ToDictionary(p => p.Key, p => p.Value.ToArray(), StringComparer.Ordinal);
        _only = OnlyCurrency();
        _ends = EndsOf(FirmPanel.Anchors);
        _cashEnds = EndsOf([Concepts.OperatingCashFlow]);
    }

    public string Firm { get; }

    /// <summary>Sums of the firm's flows by what was known of them. Safe for use by several threads.</summary>
    public FlowSums Sums { get; } = new();

    /// <summary>Days on which something was published, ascending.</summary>
    public IEnumerable<DateOnly> PublicationDays => _byConcept.Values.SelectMany(o => o).Select(o => o.PublishedAt).Distinct().Order();

    public IReadOnlyList<Observation> Of(string concept) => _byConcept.TryGetValue(concept, out var told) ? told : [];

    /// <summary>What was told of periods that end after one day and on or before another.</summary>
    public ArraySegment<Observation> Ending(string concept, DateOnly after, DateOnly upTo)
    {
        if (!_byConcept.TryGetValue(concept, out var told)) return ArraySegment<Observation>.Empty;
        var (first, last) = (FirstAfter(told, after), FirstAfter(told, upTo));
        return new ArraySegment<Observation>(told, first, Math.Max(0, last - first));
    }

    private static int FirstAfter(Observation[] told, DateOnly day)
    {
        var (low, high) = (0, told.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (told[middle].Period.End <= day) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>
    /// Newest quarter's end known on a day; null when none is. Headlines come weeks before the statements: until the cash flow of a quarter
    /// is told, the quarter before it stands, unless no cash flow has been told for long.
    /// </summary>
    public DateOnly? NewestEnd(DateOnly known)
    {
        var newest = Newest(_ends, known);
        var withCash = Newest(_cashEnds, known);
        return withCash is { } cash && newest is { } any && any.DayNumber - cash.DayNumber <= HeadlineDays ? cash : newest;
    }

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
        var (first, last) = (end.AddDays(-3 * WeekDrift), end.AddDays(3 * WeekDrift));
        for (var i = _ends.Count - 1; i >= 0 && _ends[i].End >= first; i--)
        {
            var candidate = _ends[i];
            if (candidate.End > last || candidate.Published > known) continue;
            // Of two equally near the earlier, which comes later here.
            if (nearest is not { } held || Distance(candidate.End) <= Distance(held)) nearest = candidate.End;
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
        // Most firms only ever tell one, and then it is enough that an account was told at all.
        if (_only is not null) return Newest(_ends, known) is null ? null : _only;
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

    /// <summary>The fiscal calendar that whole years told by a day show; null when none is.</summary>
    public FiscalCalendar? CalendarOn(DateOnly known)
    {
        var ends = FirmPanel.Anchors.SelectMany(Of).Where(o => o.PublishedAt <= known && o.Dimension.Length == 0 && o.Period.Kind == PeriodKind.Annual).Select(o => o.Period.End).ToList();
        return ends.Count == 0 ? null : FiscalCalendar.FromYearEnds(ends);
    }

    /// <summary>Prefix of the taxonomy under which the newest cash flow statement known on a day was filed; empty when none was.</summary>
    public string TaxonomyOn(DateOnly known)
    {
        var newest = Of(Concepts.OperatingCashFlow).Where(o => o.PublishedAt <= known && o.Resolution is not null).MaxBy(o => (o.Period.End, o.PublishedAt));
        return newest?.Resolution!.Fact.Tag.Split(':')[0] ?? "";
    }

    // Null when there are several, or when accounts are told that are no money.
    private Unit? OnlyCurrency()
    {
        Unit? only = null;
        foreach (var concept in FirmPanel.Anchors)
        {
            foreach (var told in Of(concept))
            {
                if (!IsAccount(told)) continue;
                if (!told.Unit.IsMoney || (only is not null && told.Unit != only)) return null;
                only = told.Unit;
            }
        }

        return only;
    }

    private List<(DateOnly End, DateOnly Published)> EndsOf(IEnumerable<string> concepts) =>
        [.. concepts.SelectMany(Of).Where(IsAccount).Select(o => (o.Period.End, o.PublishedAt)).Distinct().Order()];

    private static DateOnly? Newest(List<(DateOnly End, DateOnly Published)> ends, DateOnly known)
    {
        for (var i = ends.Count - 1; i >= 0; i--)
        {
            if (ends[i].Published <= known && ends[i].End <= known) return ends[i].End;
        }

        return null;
    }

    private static bool IsAccount(Observation told) =>
        told.Dimension is "" or FirmConcepts.TwelveMonths && told.Period.Kind is PeriodKind.Quarter or PeriodKind.HalfYear or PeriodKind.NineMonths or PeriodKind.Annual;
}
