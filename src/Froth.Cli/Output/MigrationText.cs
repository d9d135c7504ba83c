using System.Globalization;
using Froth.Cli.Commands;
using Froth.Core;
using Froth.Core.Data;
using Froth.Core.Firms;
using Froth.Core.Reports;
using Spectre.Console;

namespace Froth.Cli.Output;

/// <summary>Prints migration matrices as a table or as CSV; JSON has a writer of its own.</summary>
internal static class MigrationText
{
    public static void Write(OutputFormat format, MigrationPage page)
    {
        var (asOf, pooled, latest) = (page.AsOf, page.Pooled, page.Latest);
        switch (format)
        {
            case OutputFormat.Json:
                using (var stream = Console.OpenStandardOutput()) MigrationJson.Write(stream, asOf, pooled, latest, Words.Language);
                break;
            case OutputFormat.Csv:
                Console.Out.Write(CsvText.Row("as_of", "table", "horizon", "weight", "from", "to", "n", "row_n", "row_effective_n", "share", "low", "high", "refused"));
                foreach (var (name, table) in new[] { ("pooled", pooled), ("latest-year", latest) }) Csv(asOf, name, table);
                break;
            default:
                Terminal.Out.MarkupLine($"[bold]{Say(MigrationWords.Title)}[/] [dim]{string.Join(" · ", MigrationWords.Heading(page).Select(Say))}[/]");
                Terminal.Out.WriteLine(MigrationWords.Sample(page).In(Words.Language));
                Table(MigrationWords.AllSteps, pooled);
                Table(MigrationWords.LastYear, latest);
                foreach (var line in MigrationWords.Summaries(pooled)) Terminal.Out.WriteLine(line.In(Words.Language));
                Changes(pooled);
                break;
        }
    }

    private static void Csv(DateOnly asOf, string name, MigrationTable table)
    {
        foreach (var row in table.Matrix.Rows)
        {
            foreach (var cell in row.Cells)
            {
                Console.Out.Write(CsvText.Row(CsvText.Date(asOf), name, Text(table.Horizon), Codes.Of(table.Weight), Letter(row.From), Letter(cell.To), Text(cell.Count), Text(row.Count),
                    CsvText.Number(row.Effective), CsvText.Number(cell.Share), CsvText.Number(cell.Low), CsvText.Number(cell.High), row.Why?.In(Words.Language)));
            }
        }
    }

    private static void Table(Bilingual title, MigrationTable migration)
    {
        var table = new Table { Border = TableBorder.Simple, Title = new TableTitle(Say(title)) };
        table.AddColumns(Say(MigrationWords.From), "n");
        foreach (var state in MigrationStates.All) table.AddColumn(new TableColumn($"{Letter(state)}\n{Say(MigrationStates.NameOf(state))}") { Alignment = Justify.Right });
        table.AddColumn(Say(MigrationWords.Remark));
        foreach (var row in migration.Matrix.Rows)
        {
            table.AddRow([Say(MigrationWords.StateOf(row.From)), Text(row.Count),
                .. row.Cells.Select(c => Markup.Escape(CellText(c))), row.Why is { } why ? Say(why) : ""]);
        }

        Terminal.Out.Write(table);
        if (MigrationWords.LeftOut(migration) is { } left) Terminal.Out.WriteLine("! " + left.In(Words.Language));
    }

    private static string CellText(MigrationCell cell) => double.IsNaN(cell.Share) ? Text(cell.Count)
        : $"{cell.Count}\n{NumberText.Percent(cell.Share)}\n{MigrationWords.Interval(cell)}";

    private static void Changes(MigrationTable migration)
    {
        var changes = migration.Moves.Where(m => m.IsChange).ToList();
        if (changes.Count == 0) return;
        var table = new Table { Border = TableBorder.Simple, Title = new TableTitle(Say(MigrationWords.Moves)) };
        table.AddColumns(Say(MigrationWords.Firm), Say(MigrationWords.Move), Say(MigrationWords.Between), Say(MigrationWords.Accounts), Say(MigrationWords.Remark));
        foreach (var move in changes)
        {
            table.AddRow(Markup.Escape(move.Firm), $"{Letter(move.From.State)} → {Letter(move.To.State)}", $"{CsvText.Date(move.From.Day)} → {CsvText.Date(move.To.Day)}",
                $"{CsvText.Date(move.From.QuarterEnd)} → {(move.To.QuarterEnd is { } end ? CsvText.Date(end) : NumberText.None)}", move.To.Why is { } why ? Say(why) : "");
        }

        Terminal.Out.Write(table);
    }

    private static string Say(Bilingual words) => Markup.Escape(words.In(Words.Language));

    private static string Letter(MigrationState state) => MigrationStates.LetterOf(state);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
