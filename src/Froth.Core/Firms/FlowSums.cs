using System.Collections.Concurrent;
using Froth.Core.Data;
using Froth.Core.Time;

namespace Froth.Core.Firms;

/// <summary>Sums of one concept up to one quarter's end.</summary>
/// <param name="Year">Over the twelve months; null when it cannot be derived.</param>
/// <param name="Quarter">Over the quarter alone; null when it cannot be derived.</param>
/// <param name="LastFiscalYear">Over the last whole fiscal year that ended less than a year before; null when none is told.</param>
internal sealed record FlowSum(FirmFigure? Year, FirmFigure? Quarter, FirmFigure? LastFiscalYear)
{
    public static readonly FlowSum None = new(null, null, null);
}

/// <summary>
/// Sums of a firm's flows, kept for as long as nothing more is told of their months: a firm is looked at on every day on which anything
/// about it was published, and each quarter looks back over years that the quarter before it had looked at.
/// </summary>
internal sealed class FlowSums
{
    // Twelve months up to the end need the year before and the same months of that year.
    private const int MonthsBack = 27;
    private const int WeekDrift = 7;

    private readonly ConcurrentDictionary<Key, FlowSum> _sums = new();

    /// <summary>The sums as known on a day.</summary>
    public FlowSum Of(FirmFile file, string concept, DateOnly end, DateOnly known, Unit currency)
    {
        var told = file.Ending(concept, end.AddMonths(-MonthsBack), end.AddDays(WeekDrift));
        var (published, past) = (0, 0);
        foreach (var fact in told)
        {
            if (fact.PublishedAt > known) continue;
            published++;
            if (fact.Period.End <= known) past++;
        }

        if (published == 0) return FlowSum.None;
        // Facts only ever become known, so as many of them are the same ones.
        var key = new Key(concept, end, currency.Code, published, past);
        return _sums.TryGetValue(key, out var sum) ? sum : _sums[key] = Find(told, end, known, currency);
    }

    // The history of a concept is let go once its sums are taken: kept, the histories of a panel are most of its memory.
    private static FlowSum Find(ArraySegment<Observation> told, DateOnly end, DateOnly known, Unit currency)
    {
        var history = FiscalHistory.Of(told.Where(o => FirmQuarter.IsOwn(o, currency)), known);
        return new FlowSum(
            FigureOf(TrailingTwelveMonths.Ending(history, end)) ?? ToldTwelveMonths(told, end, known, currency), FigureOf(history.SumOfQuarters(end, 1)),
            history.LatestAnnual is { } year && year.Period.End > end.AddYears(-1) ? FigureOf(year) : null);
    }

    private static FirmFigure? FigureOf(FiscalFigure? figure) => figure is null ? null : FirmFigure.Of(figure.Value, figure.Lineage);

    private static FirmFigure? ToldTwelveMonths(ArraySegment<Observation> told, DateOnly end, DateOnly known, Unit currency) => FirmQuarter.Newest(told.Where(o =>
        o.Dimension == FirmConcepts.TwelveMonths && o.Period.Kind == PeriodKind.Annual && o.PublishedAt <= known
        && Math.Abs(o.Period.End.DayNumber - end.DayNumber) <= WeekDrift && (o.Unit == currency || !o.Unit.IsMoney)));

    private readonly record struct Key(string Concept, DateOnly End, string Currency, int Published, int Past);
}
