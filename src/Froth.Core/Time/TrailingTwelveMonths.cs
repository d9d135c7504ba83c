using Froth.Core.Data;

namespace Froth.Core.Time;

/// <summary>
/// The sum of the last four fiscal quarters from as-filed figures. In this order: a whole fiscal year that ends there; fiscal year
/// plus year to date minus the year to date one year before; four single quarters. The part of the last fiscal year that is kept is
/// taken on one basis (see <see cref="FiscalHistory"/>), so a comparative figure restated in this year's report does not leak into it.
/// </summary>
public static class TrailingTwelveMonths
{
    /// <summary>The newest sum of four quarters that can be derived, or null.</summary>
    /// <param name="revisions">All revisions of one entity's facts about one concept in one unit.</param>
    /// <param name="knownOn">When given, only facts published, and dated, on or before this day count.</param>
    /// <exception cref="ArgumentException">The facts mix entities, concepts, dimensions or units.</exception>
    public static FiscalFigure? Latest(IEnumerable<Observation> revisions, DateOnly? knownOn = null) =>
        Latest(FiscalHistory.Of(revisions, knownOn));

    /// <summary>The newest sum of four quarters that can be derived, or null.</summary>
    public static FiscalFigure? Latest(FiscalHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return history.EndsNewestFirst.Select(end => Ending(history, end)).FirstOrDefault(f => f is not null);
    }

    /// <summary>Every sum of four quarters that can be derived, one a quarter end, by ascending end.</summary>
    public static IReadOnlyList<FiscalFigure> All(FiscalHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return [.. history.EndsNewestFirst.Select(end => Ending(history, end)).OfType<FiscalFigure>().OrderBy(f => f.Period).DistinctBy(f => f.Period.End)];
    }

    /// <summary>The sum of the four quarters up to <paramref name="end"/> (give or take a week), or null when it cannot be derived.</summary>
    public static FiscalFigure? Ending(FiscalHistory history, DateOnly end)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (history.AnnualEnding(end) is { } year) return FiscalHistory.Reported(year);
        return FromYearToDate(history, end) ?? history.SumOfQuarters(end, 4);
    }

    private static FiscalFigure? FromYearToDate(FiscalHistory history, DateOnly end)
    {
        if (history.YearToDate(end) is not { Period.Start: { } start } current) return null;
        if (history.AnnualEnding(start.AddDays(-1)) is not { } year) return null;
        if (history.BeginningOf(year, current.Quarters) is not { } prior) return null;
        var period = Period.Between(prior.Period.End.AddDays(1), current.Period.End);
        return new FiscalFigure(period, 4, year.Double + current.Value - prior.Double, [year, .. current.Lineage, prior]);
    }
}
