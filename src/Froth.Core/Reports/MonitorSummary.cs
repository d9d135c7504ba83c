using Froth.Core.Data;

namespace Froth.Core.Reports;

/// <summary>One indicator that changed since a month earlier.</summary>
/// <param name="Row">The indicator.</param>
/// <param name="BandSteps">Bands gone up (positive) or down; 0 when the band is the same or one of the two is not given.</param>
/// <param name="Size">Size of the change measured in the indicator's usual step from reading to reading; 0 when it cannot be measured.</param>
public sealed record Move(MonitorRow Row, int BandSteps, double Size)
{
    /// <summary>The move of a row; null when nothing changed.</summary>
    public static Move? Of(MonitorRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.Change.Cause == ChangeCause.Unchanged) return null;
        var steps = row.Band is { } now && row.Change.PreviousBand is { } before ? now - before : 0;
        return new Move(row, steps, SizeOf(row));
    }

    private static double SizeOf(MonitorRow row)
    {
        var delta = Math.Abs(row.Change.Delta);
        if (double.IsNaN(delta)) return 0;
        var values = row.Result.Headline.Readings.Where(r => r.HasValue).Select(r => r.Value).ToArray();
        var steps = values.Skip(1).Zip(values, (next, previous) => Math.Abs(next - previous)).Where(s => s > 0).Order().ToArray();
        return steps.Length == 0 ? 0 : delta / steps[steps.Length / 2];
    }
}

/// <summary>A publication that brought new facts during the month.</summary>
/// <param name="Source">The publication.</param>
/// <param name="Facts">New facts from it.</param>
/// <param name="Published">Latest publication day of those facts.</param>
/// <param name="Rows">Indicators whose present value rests on them.</param>
public sealed record FreshSource(Source Source, int Facts, DateOnly Published, IReadOnlyList<MonitorRow> Rows);

/// <summary>
/// Answers to the four questions of the first screen, from the rows alone: what changed, why, how sure we are, what would change
/// our mind. Nothing is averaged into a score.
/// </summary>
public sealed record MonitorSummary
{
    /// <summary>Changed indicators: moves between bands first, then by size in usual steps.</summary>
    public required IReadOnlyList<Move> Moves { get; init; }

    /// <summary>Public publications that brought new facts, those that reach most indicators first.</summary>
    public required IReadOnlyList<FreshSource> Fresh { get; init; }

    /// <summary>Number of rows in each status, in the order of the statuses.</summary>
    public required IReadOnlyList<(ReadingStatus Status, int Count)> Statuses { get; init; }

    /// <summary>Number of distinct facts behind the latest readings, by grade, the surest first.</summary>
    public required IReadOnlyList<(Grade Grade, int Count)> Grades { get; init; }

    /// <summary>Row with the lowest stated coverage among those with a value; null when none states it.</summary>
    public required MonitorRow? LeastCovered { get; init; }

    /// <summary>Row with the oldest value; null when there is no value.</summary>
    public required MonitorRow? Oldest { get; init; }

    /// <summary>Rows in a band, the gravest band first and within it those nearest to a turn.</summary>
    public required IReadOnlyList<Outlook> Outlooks { get; init; }

    /// <summary>Reads the answers off a monitor.</summary>
    public static MonitorSummary Of(Monitor monitor)
    {
        ArgumentNullException.ThrowIfNull(monitor);
        var rows = monitor.Rows;
        var valued = rows.Where(r => r.Latest is { HasValue: true }).ToList();
        return new MonitorSummary
        {
            Moves = [.. rows.Select(Move.Of).OfType<Move>().OrderByDescending(m => Math.Abs(m.BandSteps)).ThenByDescending(m => m.Size)
                .ThenBy(m => m.Row.Definition.Id, StringComparer.Ordinal)],
            Fresh = FreshOf(rows),
            Statuses = [.. Enum.GetValues<ReadingStatus>().Select(s => (s, rows.Count(r => r.Status == s)))],
            Grades = GradesOf(rows),
            LeastCovered = valued.Where(r => !double.IsNaN(r.Latest!.Coverage)).MinBy(r => r.Latest!.Coverage),
            Oldest = valued.MaxBy(r => r.AgeDays),
            Outlooks = [.. rows.Select(Outlook.Of).OfType<Outlook>().OrderByDescending(o => o.Row.Band).ThenBy(o => o.Nearness)],
        };
    }

    private static List<FreshSource> FreshOf(IReadOnlyList<MonitorRow> rows) =>
    [
        .. rows.SelectMany(r => r.Change.NewFacts.Where(f => f.Access == AccessClass.Public).Select(f => (Row: r, Fact: f)))
            .GroupBy(p => p.Fact.Provenance.Source)
            .Select(g => new FreshSource(
                g.Key,
                g.Select(p => p.Fact).Distinct(ReferenceEqualityComparer.Instance).Count(),
                g.Max(p => p.Fact.PublishedAt),
                [.. g.Select(p => p.Row).Distinct(ReferenceEqualityComparer.Instance).Cast<MonitorRow>()]))
            .OrderByDescending(s => s.Rows.Count).ThenByDescending(s => s.Facts).ThenByDescending(s => s.Published),
    ];

    private static List<(Grade, int)> GradesOf(IReadOnlyList<MonitorRow> rows)
    {
        var facts = new HashSet<Fact>(rows.SelectMany(r => r.Latest?.Lineage ?? []), ReferenceEqualityComparer.Instance);
        return [.. facts.GroupBy(f => f.Grade).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()))];
    }
}
