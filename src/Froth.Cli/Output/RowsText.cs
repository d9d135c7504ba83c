using Froth.Cli.Commands;
using Spectre.Console;

namespace Froth.Cli.Output;

/// <summary>Prints rows of plain cells as a table, JSON or CSV.</summary>
internal static class RowsText
{
    /// <param name="format">Shape of the output.</param>
    /// <param name="schema">Name and version of the JSON document.</param>
    /// <param name="header">Names of the columns, the same in every language.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="titles">What stands over the columns of a table; null for their names.</param>
    public static void Write(OutputFormat format, string schema, string[] header, IEnumerable<string[]> rows, string[]? titles = null)
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
                table.AddColumns([.. (titles ?? header).Select(h => new TableColumn(h))]);
                foreach (var row in rows) table.AddRow([.. row.Select(Markup.Escape)]);
                Terminal.Out.Write(table);
                break;
        }
    }
}
