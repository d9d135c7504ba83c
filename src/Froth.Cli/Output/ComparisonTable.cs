using Froth.Core;
using Froth.Core.Firms;
using Froth.Core.Reports;
using Spectre.Console;

namespace Froth.Cli.Output;

/// <summary>Two countries side by side for people: readable in a hundred columns, with what is missing named below.</summary>
internal static class ComparisonTable
{
    private const int Borders = 8;

    public static void Write(IAnsiConsole console, CountryComparison comparison, string dataVersion, Language language)
    {
        console.MarkupLine($"[bold]{Escape(ComparisonWords.Title(comparison).In(language))}[/]  [dim]{Escape(Glossary.AsOf.In(language))} {comparison.Vintage}, "
            + $"{Escape(Glossary.DataVersion.In(language))} {dataVersion}[/]");
        foreach (var group in comparison.Rows.GroupBy(r => r.Group)) Group(console, comparison, [.. group], language);
        console.MarkupLine("[dim]" + Escape(CountryComparison.Caveats.In(language)) + "[/]");
        console.WriteLine();
        Missing(console, comparison.First, comparison.Rows.Select(r => r.First), language);
        Missing(console, comparison.Second, comparison.Rows.Select(r => r.Second), language);
    }

    private static void Group(IAnsiConsole console, CountryComparison comparison, IReadOnlyList<CountryComparisonRow> rows, Language language)
    {
        var side = (console.Profile.Width - Borders) / 3;
        var table = new Table { Border = TableBorder.Simple, Expand = false };
        table.AddColumn(new TableColumn($"[bold]{Escape(rows[0].Group.In(language))}[/]").Width(console.Profile.Width - Borders - 2 * side));
        foreach (var country in new[] { comparison.First, comparison.Second })
            table.AddColumn(new TableColumn($"[dim]{Escape(country.Name.In(language))}[/]").Width(side));
        foreach (var row in rows)
        {
            var note = row.Note is { } said ? "\n[dim]" + Escape(said.In(language)) + "[/]" : "";
            table.AddRow(Escape(row.Title.In(language)) + note, Cell(row, row.First, language), Cell(row, row.Second, language));
        }

        console.Write(table);
    }

    private static string Cell(CountryComparisonRow row, CountryComparisonSide side, Language language)
    {
        if (!side.HasValue) return $"{NumberText.None}\n[dim]{Escape(side.Why?.In(language) ?? "")}[/]";
        var names = side.Names.Count == 0 ? "" : "\n[dim]" + Escape(ComparisonWords.Names(side, language)) + "[/]";
        return $"[bold]{Escape(ComparisonWords.Value(row, side, side.Value, language))}[/]\n[dim]{Escape(ComparisonWords.Small(row, side, language))}[/]{names}";
    }

    private static void Missing(IAnsiConsole console, Country country, IEnumerable<CountryComparisonSide> sides, Language language)
    {
        var missing = ComparisonWords.Missing(sides, language);
        if (missing.Count == 0) return;
        console.MarkupLine($"[bold]{Escape(ComparisonWords.MissingInputs.In(language))}: {Escape(country.Name.In(language))}[/]");
        foreach (var input in missing) console.MarkupLine("  [dim]" + Escape(input) + "[/]");
    }

    private static string Escape(string text) => Markup.Escape(text);
}
