namespace Froth.DefaultData;

/// <summary>One observation. A point has a value; a range has a low, a high or both; an instant has no start.</summary>
internal sealed record Observation
{
    public required string Entity { get; init; }
    public required string Concept { get; init; }
    public string Dimension { get; init; } = "";
    public DateOnly? Start { get; init; }
    public required DateOnly End { get; init; }
    public decimal? Value { get; init; }
    public decimal? Low { get; init; }
    public decimal? High { get; init; }
    public required string Unit { get; init; }
    public required string Grade { get; init; }
    public required DateOnly Published { get; init; }
    public required string Source { get; init; }
    public required string Locator { get; init; }
    public string Note { get; init; } = "";

    /// <summary>What two rows may not share with different values.</summary>
    public string Key =>
        string.Join('|', Entity, Concept, Dimension, Dates.Format(Start), Dates.Format(End), Dates.Format(Published));

    /// <summary>Which fact about the world this is, whoever reported it and when.</summary>
    public string Fact => string.Join('|', Entity, Concept, Dimension, Dates.Format(Start), Dates.Format(End));

    public string Amount => string.Join('|', Numbers.Format(Value), Numbers.Format(Low), Numbers.Format(High), Unit);
}

internal static class ObservationFile
{
    const string Header = "entity,concept,dimension,start,end,value,low,high,unit,grade,published,source,locator,note";

    public static string JoinNotes(params ReadOnlySpan<string> notes)
    {
        var kept = new List<string>();
        foreach (var note in notes)
            if (note.Length > 0) kept.Add(note);
        return string.Join("; ", kept);
    }

    /// <summary>Ordinal order of the whole row: the same facts give the same bytes whatever order they were read in.</summary>
    public static List<Observation> Sort(IEnumerable<Observation> rows) =>
        [.. rows.OrderBy(o => o.Entity, StringComparer.Ordinal).ThenBy(o => o.Concept, StringComparer.Ordinal)
            .ThenBy(o => o.Dimension, StringComparer.Ordinal).ThenBy(o => o.End).ThenBy(o => o.Start ?? DateOnly.MaxValue)
            .ThenBy(o => o.Published).ThenBy(o => o.Locator, StringComparer.Ordinal)];

    public static CsvFile ToCsv(string name, IEnumerable<Observation> rows)
    {
        var file = new CsvFile(name, Header);
        foreach (var o in Sort(rows))
            file.Add(o.Entity, o.Concept, o.Dimension, Dates.Format(o.Start), Dates.Format(o.End), Numbers.Format(o.Value),
                Numbers.Format(o.Low), Numbers.Format(o.High), o.Unit, o.Grade, Dates.Format(o.Published), o.Source, o.Locator, o.Note);
        return file;
    }

    /// <summary>Two reports of one thing on one day that disagree both stay, told apart by the row they came from.</summary>
    public static List<Observation> Separate(IReadOnlyList<Observation> rows, Func<Observation, string> rowId)
    {
        var disputed = rows.GroupBy(o => o.Key).Where(g => g.Select(o => o.Amount).Distinct().Count() > 1)
            .Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        return [.. rows.Select(o => disputed.Contains(o.Key) ? o with { Dimension = rowId(o) } : o)];
    }
}
