using Froth.Cli.Commands;
using Spectre.Console;

namespace Froth.Cli.Output;

/// <summary>Prints rows of plain cells as a table, JSON or CSV.</summary>
internal static class RowsText
{
    public static void Write(OutputFormat format, string schema, string[] header, IEnumerable<string[]> rows)
    {
        switch (format)
        {
            case OutputFormat.Json:
                using (var stream = Console.OpenStandardOutput()) JsonText.WriteRows(stream, schema, header, rows);
                break;
            case OutputFormat.Csv:
                Console.Out.Write(CsvText.Row(header));
                foreach (var row in rows) Console.Out.Write(CsvText.Row(row));
                break;
            default:
                var table = new Table { Border = TableBorder.Simple };
                table.AddColumns([.. header.Select(h => new TableColumn(h))]);
                foreach (var row in rows) table.AddRow([.. row.Select(Markup.Escape)]);
                Terminal.Out.Write(table);
                break;
        }
    }
}
