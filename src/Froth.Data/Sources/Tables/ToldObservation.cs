using System.Text;
using Froth.Core.Data;
using Froth.Data.Ingest;

namespace Froth.Data.Sources.Tables;

/// <summary>One row of <c>observations</c>, typed, so that no parser spells a number or a day its own way.</summary>
internal sealed record ToldObservation
{
    public required string Entity { get; init; }

    public required string Concept { get; init; }

    public string Dimension { get; init; } = "";

    /// <summary>First day of the period; null for a fact at a day.</summary>
    public DateOnly? Start { get; init; }

    public required DateOnly End { get; init; }

    public decimal? Value { get; init; }

    public decimal? Low { get; init; }

    public decimal? High { get; init; }

    public required Unit Unit { get; init; }

    public required Grade Grade { get; init; }

    public required DateOnly Published { get; init; }

    public required string Source { get; init; }

    public string Note { get; init; } = "";

    /// <summary>Hands the row to the sink.</summary>
    public void To(ParseSink sink, string locator) => sink.Row("observations", locator,
        ("entity", Entity), ("concept", Concept), ("dimension", Dimension), ("start", DayText.Text(Start)), ("end", DayText.Text(End)),
        ("value", Spell(Value)), ("low", Spell(Low)), ("high", Spell(High)), ("unit", Unit.Code), ("grade", Codes.Of(Grade)),
        ("published", DayText.Text(Published)), ("source", Source), ("locator", Line(locator)), ("note", Line(Note)));

    /// <summary>
    /// Why a name cannot stand in a dimension, or null. The canonical tables refuse it as well; here the reason names the row of the
    /// source, and one refusal covers all the figures of that row.
    /// </summary>
    public static string? NameFault(string name) =>
        name.Length == 0 ? "the name is empty"
        : Cells.IsFormula(Encoding.UTF8.GetBytes(name)) ? $"the name '{name}' begins like a formula, which a spreadsheet would run"
        : name.Any(char.IsControl) ? "the name holds a control character"
        : null;

    /// <summary>Parts of a note that say something, with semicolons between.</summary>
    public static string Notes(params ReadOnlySpan<string> parts)
    {
        var told = new List<string>();
        foreach (var part in parts)
        {
            if (part.Length > 0) told.Add(part);
        }

        return string.Join("; ", told);
    }

    // Words of the source that end in a note must neither break a line nor begin a formula, and are no reason to lose the figure.
    private static string Line(string text)
    {
        var line = text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text;
        return Cells.IsFormula(Encoding.UTF8.GetBytes(line)) ? $"told: {line}" : line;
    }

    private static string? Spell(decimal? number) => number is { } n ? ExactNumber.Text(n) : null;
}
