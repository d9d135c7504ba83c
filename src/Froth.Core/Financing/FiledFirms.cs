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
/// The firms whose filings are recorded, with their trailing twelve months as they were known on past days: every figure uses only
/// what had been published by then, in the revision that was current then.
/// </summary>
public sealed class FiledFirms
{
    /// <summary>Days after which a firm's newest twelve months no longer stand for it: a quarter and the time to file the next.</summary>
    public const int LongestAgeDays = 150;

    private static readonly string[] Names = ["alphabet", "apple", "nvidia"];

    private readonly Dictionary<string, IReadOnlyList<Observation>[]> _revisions;
    private readonly DateOnly _asOf;

    /// <summary>Reads the concepts of every firm.</summary>
    /// <param name="inputs">Inputs that declare <paramref name="concepts"/>.</param>
    /// <param name="concepts">The concepts, in the order of <see cref="FirmYear.Figures"/>.</param>
    public FiledFirms(InputSet inputs, IReadOnlyList<Input> concepts)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(concepts);
        var byConcept = concepts.Select(c => inputs.Revisions(c).ToLookup(o => o.Entity, StringComparer.Ordinal)).ToList();
        _revisions = Names.ToDictionary(f => f, f => byConcept.Select(c => (IReadOnlyList<Observation>)[.. c[f]]).ToArray(), StringComparer.Ordinal);
        _asOf = inputs.Vintage.AsOf;
    }

    /// <summary>Ids of the firms.</summary>
    public static IReadOnlyList<string> Firms => Names;

    /// <summary>
    /// Readings of one firm, each dated by the day on which its twelve months became known in full; a later restatement of the same
    /// twelve months makes no new reading.
    /// </summary>
    public ReadingSeries Series(string firm, Func<DateOnly, IReadOnlyList<FirmYear>, Reading> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        List<Reading> readings = [];
        var newest = DateOnly.MinValue;
        foreach (var day in _revisions[firm].SelectMany(c => c).Select(o => o.PublishedAt).Distinct().Order())
        {
            if (YearOf(firm, day) is not { } year || year.End <= newest) continue;
            newest = year.End;
            readings.Add(read(day, [year]));
        }

        return new ReadingSeries(firm, readings);
    }

    /// <summary>
    /// Readings of the firms together at the ends of calendar quarters, from the first to the last at which every one of them is known
    /// and current. Where one is missing there is no reading: a sum over fewer firms is another series.
    /// </summary>
    public IReadOnlyList<Reading> Together(Func<DateOnly, IReadOnlyList<FirmYear>, Reading> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        List<Reading> readings = [];
        if (_revisions.Values.Any(c => c.Any(o => o.Count == 0))) return readings;
        var first = _revisions.Values.SelectMany(c => c).Max(o => o.Min(r => r.PublishedAt));
        foreach (var day in CalendarEnds.Quarters(first, _asOf))
        {
            var years = Names.Select(f => YearOf(f, day)).OfType<FirmYear>().Where(y => day.DayNumber - y.End.DayNumber <= LongestAgeDays).ToList();
            if (years.Count == Names.Length) readings.Add(read(day, years) with { Coverage = 1 });
        }

        return readings;
    }

    // All concepts must reach the same quarter: capital expenditure of one year over the cash flow of another would be no ratio.
    private FirmYear? YearOf(string firm, DateOnly day)
    {
        var histories = _revisions[firm].Select(r => FiscalHistory.Of(r, day)).ToList();
        if (TrailingTwelveMonths.Latest(histories[0]) is not { } lead) return null;
        var figures = histories.Select((h, i) => i == 0 ? lead : TrailingTwelveMonths.Ending(h, lead.Period.End)).OfType<FiscalFigure>().ToList();
        return figures.Count == histories.Count ? new FirmYear(firm, lead.Period.End, figures) : null;
    }
}
