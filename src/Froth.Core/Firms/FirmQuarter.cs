using Froth.Core.Data;

namespace Froth.Core.Firms;

/// <summary>
/// One firm at the end of one fiscal quarter, as it was known on one day: every figure uses only what had been published by then.
/// Figures are worked out when asked for. All money is in <see cref="Currency"/>; what is told in another currency is not a figure.
/// Safe for use by several threads.
/// </summary>
public sealed class FirmQuarter
{
    private const int WeekDrift = 7;

    private readonly FirmFile _file;
    private DebtService? _twelveMonths;
    private DebtService? _single;

    internal FirmQuarter(FirmFile file, DateOnly end, DateOnly known, Unit currency)
    {
        _file = file;
        End = end;
        Known = known;
        Currency = currency;
    }

    /// <summary>Entity id.</summary>
    public string Firm => _file.Firm;

    /// <summary>Last day of the quarter.</summary>
    public DateOnly End { get; }

    /// <summary>The day from which it is seen.</summary>
    public DateOnly Known { get; }

    /// <summary>Currency of the firm's accounts.</summary>
    public Unit Currency { get; }

    /// <summary>Sum over the twelve months up to the quarter's end; null when it cannot be derived.</summary>
    public FirmFigure? Year(string concept) => FlowsOf(concept).Year;

    /// <summary>Sum over the quarter alone; null when it cannot be derived.</summary>
    public FirmFigure? Quarter(string concept) => FlowsOf(concept).Quarter;

    /// <summary>
    /// Sum over the last whole fiscal year that ended less than a year before the quarter's end: for lines told only once a year.
    /// </summary>
    public FirmFigure? LastFiscalYear(string concept) => FlowsOf(concept).LastFiscalYear;

    /// <summary>
    /// A year at the pace of the newest span told that ended in the given number of months up to the quarter's end; graded as an estimate.
    /// Null when none is told.
    /// </summary>
    public FirmFigure? AtPace(string concept, int withinMonths)
    {
        var (first, last) = (End.AddMonths(-withinMonths), End.AddDays(WeekDrift));
        var newest = _file.Ending(concept, first, last).Where(o => o.PublishedAt <= Known && o.Period.Start is not null && IsOwn(o) && !double.IsNaN(o.Double))
            .MaxBy(o => (o.Period.End, o.Period.Days, o.PublishedAt, o.RecordedAt));
        return newest is null ? null : FirmFigure.Of(newest.Double * 365.25 / newest.Period.Days, [newest]).AsEstimate();
    }

    /// <summary>Sum over the twelve months one year earlier; null when it cannot be derived.</summary>
    public FirmFigure? YearBefore(string concept) => Before(4).Year(concept);

    /// <summary>Debt service of a window, worked out once: most measures of a firm start from it.</summary>
    public DebtService Service(DebtServiceWindow window)
    {
        ref var slot = ref window == DebtServiceWindow.TwelveMonths ? ref _twelveMonths : ref _single;
        return slot ??= DebtServiceReader.Read(this, window);
    }

    /// <summary>Balance at the quarter's end, give or take a week; null when none is told.</summary>
    public FirmFigure? Balance(string concept) => Newest(AtEnd(concept).Where(o => o.Period.Start is null && IsOwn(o)));

    /// <summary>Balance at the end of an earlier quarter, as known today; null when none is told.</summary>
    /// <param name="concept">The concept.</param>
    /// <param name="quarters">How many quarters earlier; 4 is the balance with which the twelve months opened.</param>
    public FirmFigure? Opening(string concept, int quarters) => Before(quarters).Balance(concept);

    /// <summary>Prefix of the taxonomy of the firm's newest filed cash flow statement, such as <c>us-gaap</c>; empty when none is held.</summary>
    public string Taxonomy => _file.TaxonomyOn(Known);

    /// <summary>True when the quarter ends a fiscal year, as far as whole years are told; null when none is.</summary>
    public bool? IsFiscalYearEnd => _file.CalendarOn(Known) is { } calendar ? calendar.QuarterOf(End) == 4 : null;

    /// <summary>The same firm some quarters earlier (later, where negative), with what is known on <see cref="Known"/>.</summary>
    public FirmQuarter Before(int quarters)
    {
        var end = End.AddDays(1).AddMonths(-3 * quarters).AddDays(-1);
        return new FirmQuarter(_file, _file.NearestEnd(end, Known) ?? end, Known, Currency);
    }

    /// <summary>The newest fact of each dimension of a concept described on or before <see cref="Known"/>, by dimension; whatever its unit.</summary>
    public IReadOnlyList<Observation> ByDimension(string concept) =>
        [.. _file.Of(concept).Where(o => o.PublishedAt <= Known && o.Date <= Known).GroupBy(o => o.Dimension, StringComparer.Ordinal)
            .Select(g => g.MaxBy(o => (o.Date, o.PublishedAt, o.RecordedAt))!).OrderBy(o => o.Dimension, StringComparer.Ordinal)];

    /// <summary>The newest fact of a concept without dimension described on or before <see cref="Known"/>, whatever its age and unit; null when none.</summary>
    public Observation? Newest(string concept) =>
        _file.Of(concept).Where(o => o.PublishedAt <= Known && o.Date <= Known && o.Dimension.Length == 0).MaxBy(o => (o.Date, o.PublishedAt, o.RecordedAt));

    /// <summary>
    /// True when the concept was told for any period that ended in the given number of months up to the quarter's end, in any currency.
    /// </summary>
    public bool HasTold(string concept, int withinMonths)
    {
        foreach (var told in _file.Ending(concept, End.AddMonths(-withinMonths), End.AddDays(WeekDrift)))
        {
            if (told.PublishedAt <= Known) return true;
        }

        return false;
    }

    /// <summary>Why a figure is missing, in a sentence.</summary>
    public Bilingual WhyMissing(string concept)
    {
        var told = AtEnd(concept).ToList();
        if (told.Exists(o => o.Unit.IsMoney && o.Unit != Currency))
        {
            var other = told.First(o => o.Unit != Currency).Unit.Code;
            return new($"{concept} is told in {other}, the accounts in {Currency.Code}.", $"{concept}以{other}披露，账目以{Currency.Code}计。");
        }

        if (told.Exists(o => double.IsNaN(o.Double))) return new($"{concept} is disputed.", $"{concept}存在争议。");
        return _file.Of(concept).Any(o => o.PublishedAt <= Known)
            ? new($"{concept} is not told for the period up to {End:yyyy-MM-dd}.", $"截至{End:yyyy-MM-dd}的期间未披露{concept}。")
            : new($"{concept} has never been told.", $"{concept}从未披露。");
    }

    private FlowSum FlowsOf(string concept) => _file.Sums.Of(_file, concept, End, Known, Currency);

    // What is known of periods that end with the quarter, give or take a week.
    private IEnumerable<Observation> AtEnd(string concept) =>
        _file.Ending(concept, End.AddDays(-WeekDrift - 1), End.AddDays(WeekDrift)).Where(o => o.PublishedAt <= Known);

    internal static FirmFigure? Newest(IEnumerable<Observation> told)
    {
        Observation? newest = null;
        foreach (var candidate in told)
        {
            if (newest is null || (candidate.PublishedAt, candidate.RecordedAt).CompareTo((newest.PublishedAt, newest.RecordedAt)) > 0) newest = candidate;
        }

        return newest is null || double.IsNaN(newest.Double) ? null : FirmFigure.Of(newest.Double, [newest]);
    }

    internal static bool IsOwn(Observation told, Unit currency) => told.Dimension.Length == 0 && (told.Unit == currency || !told.Unit.IsMoney);

    private bool IsOwn(Observation told) => IsOwn(told, Currency);
}
