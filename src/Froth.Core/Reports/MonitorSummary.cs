using Froth.Core.Data;

namespace Froth.Core.Reports;

/// <summary>One indicator that changed since a month earlier.</summary>
/// <param name="Row">The indicator.</param>
/// <param name="BandSteps">Bands gone up (positive) or down; 0 when the band is the same or one of the two is not given.</param>
/// <param name="Size">Size of the change measured in the indicator's usual step from reading to reading; 0 when it cannot be measured.</param>
public sealed record Move(MonitorRow Row, int BandSteps, double Size)
{
    /// <summary>The move of a row; null when neither value nor band changed, even if the reading is a new one.</summary>
    public static Move? Of(MonitorRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.Change.Cause == ChangeCause.Unchanged || (row.Change.Delta == 0 && row.Change.PreviousBand == row.Band)) return null;
        var steps = row.Band is { } now && row.Change.PreviousBand is { } before ? now - before : 0;
        return new Move(row, steps, SizeOf(row));
    }

    // The usual step is the median of the steps that are not zero.
    private static double SizeOf(MonitorRow row)
    {
        var delta = Math.Abs(row.Change.Delta);
        if (double.IsNaN(delta)) return 0;
        var readings = row.Result.Headline.Readings;
        var (steps, count, previous) = (new double[readings.Count], 0, double.NaN);
        foreach (var reading in readings)
        {
            if (!reading.HasValue) continue;
            var step = Math.Abs(reading.Value - previous);
            if (step > 0) steps[count++] = step;
            previous = reading.Value;
        }

        Array.Sort(steps, 0, count);
        return count == 0 ? 0 : delta / steps[count / 2];
    }
}

/// <summary>How many rows have a status.</summary>
/// <param name="Status">The status.</param>
/// <param name="Count">Number of rows.</param>
public sealed record StatusCount(ReadingStatus Status, int Count);

/// <summary>How many facts have a grade.</summary>
/// <param name="Grade">The grade.</param>
/// <param name="Count">Number of distinct facts.</param>
public sealed record GradeCount(Grade Grade, int Count);

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
    public required IReadOnlyList<StatusCount> Statuses { get; init; }

    /// <summary>Number of distinct facts behind the latest readings, by grade, the surest first.</summary>
    public required IReadOnlyList<GradeCount> Grades { get; init; }

    /// <summary>Row with the lowest stated coverage among those with a value; null when none states it.</summary>
    public required MonitorRow? LeastCovered { get; init; }

    /// <summary>Row with the oldest value; null when there is no value.</summary>
    public required MonitorRow? Oldest { get; init; }

    /// <summary>Rows in a band: current before stale, the gravest band first and within it those nearest to a turn.</summary>
    public required IReadOnlyList<Outlook> Outlooks { get; init; }

    /// <summary>Reads the answers off a monitor.</summary>
    public static MonitorSummary Of(Monitor monitor)
    {
        // Sorting and counting go through delegates and arrays: queries over structs would each be compiled anew at every start.
        ArgumentNullException.ThrowIfNull(monitor);
        var rows = monitor.Rows;
        var moves = rows.Select(Move.Of).OfType<Move>().ToList();
        moves.Sort((a, b) => First(Math.Abs(b.BandSteps).CompareTo(Math.Abs(a.BandSteps)), b.Size.CompareTo(a.Size), ById(a.Row, b.Row)));
        var outlooks = rows.Select(Outlook.Of).OfType<Outlook>().ToList();
        outlooks.Sort((a, b) => First(Rank(a.Row) - Rank(b.Row), a.Nearness.CompareTo(b.Nearness), ById(a.Row, b.Row)));
        return new MonitorSummary
        {
            Moves = moves,
            Outlooks = outlooks,
            Fresh = FreshOf(rows),
            Statuses = StatusesOf(rows),
            Grades = GradesOf(rows),
            LeastCovered = Least(rows, r => r.Latest is { HasValue: true } reading ? reading.Coverage : double.NaN),
            Oldest = Least(rows, r => r.Latest is { HasValue: true } reading ? reading.Date.DayNumber : double.NaN),
        };
    }

    private static int First(int first, int second, int third) => first != 0 ? first : second != 0 ? second : third;

    // What is current comes before what is stale, and the gravest band first.
    private static int Rank(MonitorRow row) => (row.Status == ReadingStatus.Current ? 0 : 10) - (row.Band is { } band ? (int)band : 0);

    private static int ById(MonitorRow a, MonitorRow b) => string.CompareOrdinal(a.Definition.Id, b.Definition.Id);

    private static MonitorRow? Least(IReadOnlyList<MonitorRow> rows, Func<MonitorRow, double> measure)
    {
        var (least, found) = (double.PositiveInfinity, (MonitorRow?)null);
        foreach (var row in rows)
        {
            if (measure(row) is var value && value < least) (least, found) = (value, row);
        }

        return found;
    }

    private static List<FreshSource> FreshOf(IReadOnlyList<MonitorRow> rows)
    {
        var found = new Dictionary<Source, Gathered>();
        foreach (var row in rows)
        {
            foreach (var fact in row.Change.NewFacts)
            {
                if (!AccessGate.Allow(fact, Exit.Export)) continue;
                if (!found.TryGetValue(fact.Provenance.Source, out var group)) found[fact.Provenance.Source] = group = new Gathered([], []);
                if (!group.Facts.Exists(f => ReferenceEquals(f, fact))) group.Facts.Add(fact);
                if (!group.Rows.Contains(row, ReferenceEqualityComparer.Instance)) group.Rows.Add(row);
            }
        }

        var fresh = new List<FreshSource>();
        foreach (var group in found.Values)
        {
            group.Facts.Sort((a, b) => b.PublishedAt.CompareTo(a.PublishedAt));
            fresh.Add(new FreshSource(group.Facts[0].Provenance.Source, group.Facts.Count, group.Facts[0].PublishedAt, group.Rows));
        }

        fresh.Sort((a, b) => First(b.Rows.Count - a.Rows.Count, b.Facts - a.Facts, First(b.Published.CompareTo(a.Published), string.CompareOrdinal(a.Source.Id, b.Source.Id), 0)));
        return fresh;
    }

    private static StatusCount[] StatusesOf(IReadOnlyList<MonitorRow> rows)
    {
        var counts = new int[(int)ReadingStatus.Missing + 1];
        foreach (var row in rows) counts[(int)row.Status]++;
        var result = new StatusCount[counts.Length];
        for (var i = 0; i < counts.Length; i++) result[i] = new StatusCount((ReadingStatus)i, counts[i]);
        return result;
    }

    private static List<GradeCount> GradesOf(IReadOnlyList<MonitorRow> rows)
    {
        var (counts, seen) = (new int[(int)Grade.Assumed + 1], new HashSet<Fact>(ReferenceEqualityComparer.Instance));
        foreach (var row in rows)
        {
            foreach (var fact in row.Latest?.Lineage ?? [])
            {
                if (seen.Add(fact)) counts[(int)fact.Grade]++;
            }
        }

        var result = new List<GradeCount>();
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] > 0) result.Add(new GradeCount((Grade)i, counts[i]));
        }

        return result;
    }

    private sealed record Gathered(List<Fact> Facts, List<MonitorRow> Rows);
}
