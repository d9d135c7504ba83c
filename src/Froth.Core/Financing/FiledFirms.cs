using Froth.Core.Data;
using Froth.Core.Firms;
using Froth.Core.Indicators;
using Froth.Core.Time;

namespace Froth.Core.Financing;

/// <summary>Trailing twelve months of several concepts of one firm, all ending in the same fiscal quarter, as known on one day.</summary>
/// <param name="Quarter">The quarter in which the twelve months end.</param>
/// <param name="Figures">One figure a concept, in the order in which the concepts were asked for.</param>
public sealed record FirmYear(FirmQuarter Quarter, IReadOnlyList<FirmFigure> Figures)
{
    /// <summary>Value of a figure in the firm's currency.</summary>
    public double this[int concept] => Figures[concept].Value;

    /// <summary>The facts behind all figures.</summary>
    public IEnumerable<Fact> Facts => Figures.SelectMany(f => f.Lineage);
}

/// <summary>
/// Every firm with accounts, with its trailing twelve months as they first became known in full: every figure uses only what had been
/// published by that day, in the revision that was current then. Together stand three firms only, the basket whose filings are recorded
/// whole: a firm that joined later would break the series, and would change what it said of days on which that firm had filed already.
/// </summary>
public sealed class FiledFirms
{
    /// <summary>Days after which a firm's newest twelve months no longer stand for it: a quarter and the time to file the next.</summary>
    public const int LongestAgeDays = 150;

    /// <summary>Days after which a sector series that no longer continues says so.</summary>
    private const int LongestBreakDays = 366;

    private readonly IReadOnlyList<string> _concepts;
    private readonly FirmPanel _panel;
    private readonly Dictionary<string, List<FirmYear>> _timelines;

    /// <summary>Reads the concepts of every firm.</summary>
    /// <param name="inputs">Inputs that declare those of <see cref="FirmPanel"/>.</param>
    /// <param name="concepts">The concepts, in the order of <see cref="FirmYear.Figures"/>.</param>
    public FiledFirms(InputSet inputs, IReadOnlyList<string> concepts)
    {
        ArgumentNullException.ThrowIfNull(concepts);
        _concepts = concepts;
        _panel = FirmPanel.Of(inputs);
        _timelines = _panel.Firms.ToDictionary(f => f.Firm, Timeline, StringComparer.Ordinal);
    }

    /// <summary>The firms that stand together.</summary>
    public static IReadOnlyList<string> Basket { get; } = ["alphabet", "apple", "nvidia"];

    /// <summary>Every firm alone, on the days on which its twelve months became known, and the basket together.</summary>
    /// <param name="read">From a day and firms' years, all in one currency, to a reading of that day.</param>
    public IndicatorResult Read(Func<DateOnly, IReadOnlyList<FirmYear>, Reading> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var panel = _panel.Firms.Select(f => new ReadingSeries(f.Firm,
            [.. _timelines[f.Firm].Select(y => read(y.Quarter.Known, [y])), .. Unread(f)])).Where(s => s.Readings.Count > 0).ToList();
        return new IndicatorResult(new ReadingSeries(null, Together(read)), panel);
    }

    // At ends of calendar quarters, where every firm is known and current; a sum over fewer firms would be another series.
    private List<Reading> Together(Func<DateOnly, IReadOnlyList<FirmYear>, Reading> read)
    {
        List<Reading> readings = [];
        var start = Basket.Max(f => _timelines.GetValueOrDefault(f) is [var first, ..] ? first.Quarter.Known : _panel.AsOf);
        foreach (var day in CalendarEnds.Quarters(start, _panel.AsOf))
        {
            List<FirmYear> years = [.. Basket.Select(f => NewestOn(f, day)).OfType<FirmYear>().Where(y => day.DayNumber - y.Quarter.End.DayNumber <= LongestAgeDays)];
            if (years.Count == Basket.Count) readings.Add(read(day, years) with { Coverage = 1 });
        }

        if (readings.Count == 0 || readings[^1].Date.AddDays(LongestBreakDays) < _panel.AsOf) readings.Add(Broken());
        return readings;
    }

    private Reading Broken()
    {
        var ended = Basket.Where(f => NewestOn(f, _panel.AsOf) is not { } year || year.Quarter.End.AddDays(LongestBreakDays) < _panel.AsOf).ToList();
        return Reading.None(_panel.AsOf, MissingReason.BelowCoverage, new(
            $"The three firms do not all file every line needed for one and the same twelve months; no recent one for: {string.Join(", ", ended)}.",
            $"三家公司未能就同一个十二个月齐备申报所需项目；近期缺失：{string.Join("、", ended)}。"));
    }

    private FirmYear? NewestOn(string firm, DateOnly day) => _timelines.GetValueOrDefault(firm)?.LastOrDefault(y => y.Quarter.Known <= day);

    // Why the newest quarter of a firm has no reading.
    private IEnumerable<Reading> Unread(FirmHistory firm)
    {
        if (firm.AsKnown.Count == 0) return [];
        var newest = firm.AsKnown[^1];
        if (_timelines[firm.Firm] is [.., var last] && last.Quarter.End == newest.End) return [];
        var missing = _concepts.FirstOrDefault(c => newest.Year(c) is null);
        return missing is null ? [] : [Reading.None(newest.Known, MissingReason.NoData, newest.WhyMissing(missing))];
    }

    // A year is new when all concepts have reached a later quarter: capital expenditure of one year over the cash flow of another
    // would be no ratio. A later restatement of the same twelve months makes no new entry.
    private List<FirmYear> Timeline(FirmHistory firm)
    {
        List<FirmYear> timeline = [];
        foreach (var quarter in firm.AsKnown)
        {
            if (timeline.Count > 0 && quarter.End <= timeline[^1].Quarter.End) continue;
            List<FirmFigure> figures = [.. _concepts.Select(quarter.Year).OfType<FirmFigure>()];
            if (figures.Count == _concepts.Count) timeline.Add(new FirmYear(quarter, figures));
        }

        return timeline;
    }
}
