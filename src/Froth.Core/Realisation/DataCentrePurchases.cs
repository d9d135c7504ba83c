using Froth.Core.Data;
using Froth.Core.Indicators;
using Froth.Core.Time;

namespace Froth.Core.Realisation;

/// <summary>
/// NVIDIA's data-centre revenue by fiscal quarter, which is what the world bought from it. A quarter counts from the day on which it
/// was first published, with the figure told then.
/// </summary>
public sealed class DataCentrePurchases
{
    private static readonly Input Revenue = Input.Concept("nvidia", Concepts.DataCentreRevenue, Unit.UsDollar);
    private static readonly Input WholeRevenue = Input.Concept("nvidia", Concepts.Revenue, Unit.UsDollar);

    /// <summary>Two quarters end within this many days of each other when they follow one another.</summary>
    private const int LongestStepDays = 120;

    private const int WeekDrift = 7;
    private readonly IReadOnlyList<Observation> _wholeRevenue;

    /// <summary>Reads the quarters.</summary>
    /// <param name="inputs">Inputs that declare <see cref="Inputs"/>.</param>
    public DataCentrePurchases(InputSet inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        _wholeRevenue = inputs.Revisions(WholeRevenue);
        Quarters = [.. inputs.Revisions(Revenue).Where(o => o.Period.Kind == PeriodKind.Quarter && !double.IsNaN(o.Double) && o.Grade != Grade.Unconfirmed)
            .GroupBy(o => o.Period).Select(g => g.OrderBy(o => KnownFrom(o)).ThenBy(o => o.RecordedAt).First()).OrderBy(o => o.Period)];
    }

    /// <summary>What an indicator that reads purchases must declare.</summary>
    public static IReadOnlyList<Input> Inputs { get; } = [Revenue, WholeRevenue];

    /// <summary>Quarters by ascending period.</summary>
    public IReadOnlyList<Observation> Quarters { get; }

    /// <summary>The newest quarter on each day on which a newer one became known, by ascending day.</summary>
    public IEnumerable<(DateOnly Day, Observation Quarter)> Publications()
    {
        Observation? newest = null;
        foreach (var day in Quarters.Select(KnownFrom).Distinct().Order())
        {
            var quarter = Quarters.Last(q => KnownFrom(q) <= day);
            if (quarter == newest) continue;
            newest = quarter;
            yield return (day, quarter);
        }
    }

    /// <summary>The day from which a quarter counts.</summary>
    public static DateOnly KnownFrom(Observation quarter)
    {
        ArgumentNullException.ThrowIfNull(quarter);
        return quarter.PublishedAt > quarter.Date ? quarter.PublishedAt : quarter.Date;
    }

    /// <summary>
    /// The quarters known by a day, those that are missing between recorded ones bounded by the firm's filed revenue. Null when one
    /// can be neither told nor bounded.
    /// </summary>
    public IReadOnlyList<PurchaseQuarter>? KnownBy(DateOnly day)
    {
        var recorded = Quarters.Where(q => KnownFrom(q) <= day).ToList();
        var revenues = FiscalHistory.Of(_wholeRevenue, day).Quarters;
        List<PurchaseQuarter> all = [];
        for (var i = 0; i < recorded.Count; i++)
        {
            if (i > 0 && Between(recorded[i - 1], recorded[i], revenues) is { } filled) all.AddRange(filled);
            else if (i > 0) return null;
            all.Add(PurchaseQuarter.Of(recorded[i]));
        }

        return all;
    }

    // Empty when the quarters follow each other; null when something between them cannot be bounded.
    private static List<PurchaseQuarter>? Between(Observation before, Observation after, IReadOnlyList<FiscalFigure> revenues)
    {
        if (after.Date.DayNumber - before.Date.DayNumber <= LongestStepDays) return [];
        FiscalFigure? Of(Observation quarter) => revenues.FirstOrDefault(r => Math.Abs(r.Period.End.DayNumber - quarter.Date.DayNumber) <= WeekDrift);
        if (Of(before) is not { } first || Of(after) is not { } last) return null;
        var inside = revenues.Where(r => r.Period.End > first.Period.End && r.Period.End < last.Period.End).ToList();
        var ends = inside.Select(r => r.Period.End).Prepend(first.Period.End).Append(last.Period.End).ToList();
        var whole = ends.Zip(ends.Skip(1)).All(p => p.Second.DayNumber - p.First.DayNumber <= LongestStepDays);
        return whole ? [.. inside.Select(r => PurchaseQuarter.Bounded(r, (before, first), (after, last)))] : null;
    }
}
