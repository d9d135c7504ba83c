using Froth.Core.Data;
using Froth.Core.Indicators;
using Froth.Core.Time;

namespace Froth.Core.Financing;

/// <summary>Trailing twelve months of several concepts of one firm, all ending in the same fiscal quarter, as known on one day.</summary>
/// <param name="Firm">Entity id.</param>
/// <param name="End">Common end of the twelve months.</param>
/// <param name="Figures">One figure a concept, in the order in which the concepts were asked for.</param>
public sealed record FirmYear(string Firm, DateOnly End, IReadOnlyList<FiscalFigure> Figures)
{
    /// <summary>Value of a figure in dollars.</summary>
    public double this[int concept] => Figures[concept].Value;

    /// <summary>The facts behind all figures.</summary>
    public IEnumerable<Fact> Facts => Figures.SelectMany(f => f.Lineage);
}

/// <summary>
/// The firms whose filings are recorded, with their trailing twelve months as they first became known in full: every figure uses only
/// what had been published by that day, in the revision that was current then.
/// </summary>
public sealed class FiledFirms
{
    /// <summary>Days after which a firm's newest twelve months no longer stand for it: a quarter and the time to file the next.</summary>
    public const int LongestAgeDays = 150;

    /// <summary>Days after which a sector series that no longer continues says so.</summary>
    private const int LongestBreakDays = 366;

    private const int WeekDrift = 7;

    private static readonly string[] Names = ["alphabet", "apple", "nvidia"];

    private readonly Dictionary<string, List<(DateOnly Known, FirmYear Year)>> _timelines;
    private readonly DateOnly _asOf;

    /// <summary>Reads the concepts of every firm.</summary>
    /// <param name="inputs">Inputs that declare <paramref name="concepts"/>.</param>
    /// <param name="concepts">The concepts, in the order of <see cref="FirmYear.Figures"/>.</param>
    public FiledFirms(InputSet inputs, IReadOnlyList<Input> concepts)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(concepts);
        var byConcept = concepts.Select(c => inputs.Revisions(c).ToLookup(o => o.Entity, StringComparer.Ordinal)).ToList();
        _timelines = Names.ToDictionary(f => f, f => Timeline(f, [.. byConcept.Select(c => (IReadOnlyList<Observation>)[.. c[f]])]), StringComparer.Ordinal);
        _asOf = inputs.Vintage.AsOf;
    }

    /// <summary>Every firm alone, on the days on which its twelve months became known, and the firms together.</summary>
    /// <param name="read">From firms' years to a reading of a day.</param>
    public IndicatorResult Read(Func<DateOnly, IReadOnlyList<FirmYear>, Reading> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var panel = _timelines.Where(t => t.Value.Count > 0)
            .Select(t => new ReadingSeries(t.Key, [.. t.Value.DistinctBy(k => k.Known).Select(k => read(k.Known, [k.Year]))])).ToList();
        return new IndicatorResult(new ReadingSeries(null, Together(read)), panel);
    }

    // At ends of calendar quarters, where every firm is known and current; a sum over fewer firms would be another series.
    private List<Reading> Together(Func<DateOnly, IReadOnlyList<FirmYear>, Reading> read)
    {
        List<Reading> readings = [];
        var start = _timelines.Values.Max(t => t.Count > 0 ? t[0].Known : _asOf);
        foreach (var day in CalendarEnds.Quarters(start, _asOf))
        {
            List<FirmYear> years = [.. Names.Select(f => NewestOn(f, day)).OfType<FirmYear>().Where(y => day.DayNumber - y.End.DayNumber <= LongestAgeDays)];
            if (years.Count == Names.Length) readings.Add(read(day, years) with { Coverage = 1 });
        }

        if (readings.Count == 0 || readings[^1].Date.AddDays(LongestBreakDays) < _asOf) readings.Add(Broken());
        return readings;
    }

    private Reading Broken()
    {
        var ended = Names.Where(f => NewestOn(f, _asOf) is not { } year || year.End.AddDays(LongestBreakDays) < _asOf).ToList();
        return Reading.None(_asOf, MissingReason.BelowCoverage, new(
            $"The three firms do not all file every line needed for one and the same twelve months; no recent one for: {string.Join(", ", ended)}.",
            $"三家公司未能就同一个十二个月齐备申报所需项目；近期缺失：{string.Join("、", ended)}。"));
    }

    private FirmYear? NewestOn(string firm, DateOnly day) => _timelines[firm].LastOrDefault(k => k.Known <= day).Year;

    // A year is new when all concepts have reached a later quarter: capital expenditure of one year over the cash flow of another
    // would be no ratio. A later restatement of the same twelve months makes no new entry.
    private static List<(DateOnly Known, FirmYear Year)> Timeline(string firm, IReadOnlyList<Observation>[] concepts)
    {
        List<(DateOnly, FirmYear)> timeline = [];
        var newest = DateOnly.MinValue;
        foreach (var day in concepts.SelectMany(c => c).Select(o => o.PublishedAt).Distinct().Order())
        {
            List<DateOnly> ends = [.. concepts.Select(c => c.Where(o => o.PublishedAt <= day && o.Date <= day).Max(o => (DateOnly?)o.Date)).OfType<DateOnly>()];
            if (ends.Count < concepts.Length || ends.Min() <= newest || ends.Max().DayNumber - ends.Min().DayNumber > WeekDrift) continue;
            List<FiscalFigure> figures = [.. concepts.Select(c => TrailingTwelveMonths.Ending(FiscalHistory.Of(c, day), ends[0])).OfType<FiscalFigure>()];
            if (figures.Count < concepts.Length) continue;
            newest = ends[0];
            timeline.Add((day, new FirmYear(firm, newest, figures)));
        }

        return timeline;
    }
}
