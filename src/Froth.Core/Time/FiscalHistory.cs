using Froth.Core.Data;

namespace Froth.Core.Time;

/// <summary>A reported or derived sum over whole fiscal quarters.</summary>
/// <param name="Period">The days covered.</param>
/// <param name="Quarters">How many fiscal quarters the period covers, 1 to 4.</param>
/// <param name="Value">The sum, in the unit of the facts.</param>
/// <param name="Lineage">The facts it was taken or derived from.</param>
public sealed record FiscalFigure(Period Period, int Quarters, double Value, IReadOnlyList<Observation> Lineage)
{
    /// <summary>The first day on which the figure could be known: the last publication among its facts.</summary>
    public DateOnly PublishedAt => Lineage.Max(o => o.PublishedAt);
}

/// <summary>
/// What one firm's filings told about one concept by a given day: annual figures, the fiscal year to date, and single quarters.
/// Periods are classed by their day count, never by a filing's labels, and match when their ends lie within a week, so 52/53-week
/// years work. A difference is taken on one basis, because a restatement of one of its two terms alone would land in the difference:
/// what was first reported is set against what had been reported before it, and what was restated against the newest revision.
/// </summary>
public sealed class FiscalHistory
{
    private const int WeekDrift = 7;
    private readonly List<Span> _revisions;
    private readonly List<Observation> _latest;
    private readonly FiscalCalendar? _calendar;
    private List<FiscalFigure>? _quarters;

    private FiscalHistory(List<Observation> revisions)
    {
        _revisions = new(revisions.Count);
        _latest = new(revisions.Count);
        List<DateOnly>? yearEnds = null;
        foreach (var told in revisions)
        {
            _revisions.Add(new Span(told, QuartersOf(told)));
            EnterLatest(told);
        }

        foreach (var told in _latest)
        {
            if (told.Period.Kind == PeriodKind.Annual) (yearEnds ??= []).Add(told.Period.End);
        }

        _calendar = yearEnds is null ? null : FiscalCalendar.FromYearEnds(yearEnds);
    }

    // Facts of one series differ by their period alone. They mostly come in order, so the place of one is looked for from the end.
    private void EnterLatest(Observation told)
    {
        for (var i = _latest.Count - 1; i >= 0; i--)
        {
            var order = _latest[i].Period.CompareTo(told.Period);
            if (order > 0) continue;
            if (order == 0) _latest[i] = Newer(_latest[i], told);
            else _latest.Insert(i + 1, told);
            return;
        }

        _latest.Insert(0, told);
    }

    /// <summary>
    /// Opens the durations of one entity and concept in one unit; instants, odd lengths and open ranges are left out.
    /// </summary>
    /// <param name="revisions">All revisions of the facts, in any order.</param>
    /// <param name="knownOn">When given, only facts published, and dated, on or before this day count.</param>
    /// <exception cref="ArgumentException">The facts mix entities, concepts, dimensions or units.</exception>
    public static FiscalHistory Of(IEnumerable<Observation> revisions, DateOnly? knownOn = null)
    {
        ArgumentNullException.ThrowIfNull(revisions);
        var day = knownOn ?? DateOnly.MaxValue;
        var (visible, isDecided) = (new List<Observation>(), true);
        foreach (var told in revisions)
        {
            if (told.PublishedAt > day || told.Date > day || QuartersOf(told) == 0) continue;
            visible.Add(told);
            isDecided &= !double.IsNaN(told.Double);
        }

        // A period whose latest revision is disputed or open is unknown; falling back to what it was before would pick a side.
        var usable = visible;
        if (!isDecided)
        {
            var unknown = FactSet.LatestOf(visible).Where(o => double.IsNaN(o.Double)).Select(o => o.Key).ToHashSet(StringComparer.Ordinal);
            usable = [.. visible.Where(o => !unknown.Contains(o.Key) && !double.IsNaN(o.Double))];
        }

        if (usable.Count > 0 && usable.Exists(o => !IsSameSeries(o, usable[0])))
            throw new ArgumentException("The facts mix entities, concepts, dimensions or units.", nameof(revisions));
        return new FiscalHistory(usable);
    }

    /// <summary>The newest whole fiscal year, or null when none is known.</summary>
    public FiscalFigure? LatestAnnual => _latest.LastOrDefault(o => o.Period.Kind == PeriodKind.Annual) is { } annual ? Reported(annual) : null;

    /// <summary>
    /// The newest fiscal year to date with its number of quarters, 4 when that is the whole year; null when the place of the newest
    /// quarter in its year is not known.
    /// </summary>
    public FiscalFigure? LatestYearToDate
    {
        get
        {
            for (var i = _latest.Count - 1; i >= 0; i--)
            {
                if (YearToDate(_latest[i].Period.End) is { } found) return found;
            }

            return null;
        }
    }

    /// <summary>Single quarters by ascending end: as reported, else as the difference of two year-to-date figures.</summary>
    public IReadOnlyList<FiscalFigure> Quarters => _quarters ??= FindQuarters();

    /// <summary>The fiscal year to date that ends on <paramref name="end"/>: as reported, else summed from quarters, else null.</summary>
    public FiscalFigure? YearToDate(DateOnly end)
    {
        Observation? longest = null;
        foreach (var told in _latest)
        {
            if (Near(told.Period.End, end) && (longest is null || told.Period.Days > longest.Period.Days)) longest = told;
        }

        if (longest is null) return null;
        var held = QuartersOf(longest);
        if (_calendar is not { } calendar) return held > 1 ? Reported(longest) : null;
        var wanted = calendar.QuarterOf(longest.Period.End);
        return held == wanted ? Reported(longest) : SumOfQuarters(end, wanted);
    }

    /// <summary>The sum of <paramref name="count"/> successive quarters that end on <paramref name="end"/>, or null when one is not known.</summary>
    public FiscalFigure? SumOfQuarters(DateOnly end, int count)
    {
        var run = new FiscalFigure[count];
        var next = end;
        for (var place = count - 1; place >= 0; place--)
        {
            if (QuarterEnding(next) is not { } quarter) return null;
            run[place] = quarter;
            next = quarter.Period.Start!.Value.AddDays(-1);
        }

        var (sum, lineage) = (0.0, new List<Observation>(count));
        foreach (var quarter in run)
        {
            sum += quarter.Value;
            foreach (var fact in quarter.Lineage)
            {
                if (!Holds(lineage, fact)) lineage.Add(fact);
            }
        }

        return new FiscalFigure(Period.Between(run[0].Period.Start!.Value, run[^1].Period.End), count, sum, lineage);
    }

    private FiscalFigure? QuarterEnding(DateOnly end)
    {
        for (var i = Quarters.Count - 1; i >= 0; i--)
        {
            if (Near(Quarters[i].Period.End, end)) return Quarters[i];
        }

        return null;
    }

    // One and the same fact, not one that reads alike: to compare all that facts carry took longer than the sum.
    private static bool Holds(List<Observation> lineage, Observation fact)
    {
        foreach (var held in lineage)
        {
            if (ReferenceEquals(held, fact)) return true;
        }

        return false;
    }

    /// <summary>Ends of all known periods, newest first, each once.</summary>
    internal IEnumerable<DateOnly> EndsNewestFirst => _latest.Select(o => o.Period.End).Distinct().OrderDescending();

    /// <summary>The annual figure that ends on a day, give or take a week.</summary>
    internal Observation? AnnualEnding(DateOnly end)
    {
        for (var i = _latest.Count - 1; i >= 0; i--)
        {
            if (Near(_latest[i].Period.End, end) && _latest[i].Period.Kind == PeriodKind.Annual) return _latest[i];
        }

        return null;
    }

    /// <summary>
    /// The figure of as many quarters that begins with <paramref name="whole"/>, on its basis. Reports that came before it are looked
    /// at, not those of the same day: an annual report sometimes carries a quarter under the dates of the half-year.
    /// </summary>
    internal Observation? BeginningOf(Observation whole, int quarters)
    {
        var start = whole.Period.Start!.Value.DayNumber;
        Observation? newest = null, before = null;
        var restated = false;
        foreach (var (told, length, first) in _revisions)
        {
            restated |= told.PublishedAt < whole.PublishedAt && told.Period == whole.Period;
            if (length != quarters || Math.Abs(first - start) > WeekDrift) continue;
            newest = Newer(newest, told);
            if (told.PublishedAt < whole.PublishedAt) before = Newer(before, told);
        }

        return (restated ? null : before) ?? newest;
    }

    internal static FiscalFigure Reported(Observation fact) => new(fact.Period, QuartersOf(fact), fact.Double, [fact]);

    private List<FiscalFigure> FindQuarters()
    {
        var quarters = new List<FiscalFigure>(_latest.Count);
        List<FiscalFigure>? derived = null;
        foreach (var told in _latest)
        {
            if (QuartersOf(told) == 1) quarters.Add(Reported(told));
        }

        foreach (var told in _latest)
        {
            if (QuartersOf(told) == 1 || LastQuarterOf(told) is not { } last || quarters.Exists(q => Near(q.Period.End, last.Period.End))) continue;
            (derived ??= []).Add(last);
        }

        return derived is null ? quarters : [.. quarters.Concat(derived).OrderBy(q => q.Period)];
    }

    private FiscalFigure? LastQuarterOf(Observation whole)
    {
        if (BeginningOf(whole, QuartersOf(whole) - 1) is not { } before) return null;
        var period = Period.Between(before.Period.End.AddDays(1), whole.Period.End);
        return period.Kind == PeriodKind.Quarter ? new FiscalFigure(period, 1, whole.Double - before.Double, [whole, before]) : null;
    }

    private static Observation Newer(Observation? held, Observation next) =>
        held is null || (next.PublishedAt, next.RecordedAt).CompareTo((held.PublishedAt, held.RecordedAt)) > 0 ? next : held;

    private static bool Near(DateOnly a, DateOnly b) => Math.Abs(a.DayNumber - b.DayNumber) <= WeekDrift;

    private static bool IsSameSeries(Observation a, Observation b) =>
        a.Entity == b.Entity && a.Concept == b.Concept && a.Dimension == b.Dimension && a.Unit == b.Unit;

    private static int QuartersOf(Observation fact) => fact.Period.Kind switch
    {
        PeriodKind.Quarter => 1,
        PeriodKind.HalfYear => 2,
        PeriodKind.NineMonths => 3,
        PeriodKind.Annual => 4,
        _ => 0,
    };

    // The histories of a firm are walked end by end; what is asked of every revision each time is worked out once.
    private readonly record struct Span(Observation Told, int Quarters, int FirstDay)
    {
        public Span(Observation told, int quarters) : this(told, quarters, told.Period.Start!.Value.DayNumber)
        {
        }
    }
}
