using Froth.Data.Ingest;
using Froth.Data.Sources.Tables;

namespace Froth.Data.Sources.Mapped;

/// <summary>Brings the rows of a table into canonical rows as a mapping says.</summary>
internal sealed class MappedRows(Mapping mapping, Table table, ParseSink sink, string source)
{
    private readonly int[] _fields = [.. mapping.Columns.Select(c => c.Column is null ? -1 : table.IndexOf(c.Column))];
    private readonly (int Field, IReadOnlySet<string> Values)[] _where = [.. mapping.Where.Select(w => (table.IndexOf(w.Column), w.Values))];

    // Rows without a source of their own come from the file, whose access must not be lost.
    private readonly bool _needsSource = mapping.Table.IndexOf("source") >= 0 && mapping.Columns.All(c => c.Target.Name is not ("source" or "publisher"));

    public void Read()
    {
        foreach (var row in table.Rows)
        {
            sink.ThrowIfCancelled();
            if (row.Problem is { } problem) sink.Refuse(row.Locator, "", problem, row.Raw());
            else if (Array.TrueForAll(_where, w => w.Values.Contains(row[w.Field].Text))) Tell(row);
        }
    }

    private void Tell(TableRow row)
    {
        var cells = new List<(string, string?)>(mapping.Columns.Count + 1);
        for (var i = 0; i < mapping.Columns.Count; i++)
        {
            var column = mapping.Columns[i];
            if (TextOf(column, column.Column is null ? TableCell.Empty : row[_fields[i]], row.Locator, out var text) is { } reason)
            {
                sink.Refuse(row.Locator, column.Column ?? column.Target.Name, reason, row.Raw());
                return;
            }

            cells.Add((column.Target.Name, text));
        }

        if (_needsSource) cells.Add(("source", source));
        sink.Row(mapping.Table.Name, row.Locator, [.. cells]);
    }

    private string? TextOf(MappedColumn column, TableCell cell, string locator, out string? text)
    {
        text = column.Constant ?? cell.Text;
        if (column.Constant is not null || cell.IsEmpty) return null;
        if (column.Map is { } map)
        {
            if (!map.TryGetValue(cell.Text, out text)) return $"'{cell.Text}' is not in the map of {column.Target.Name}";
            cell = new TableCell(text);
        }

        if (column.As is not null) return EntityOf(column, cell.Text, locator, out text);
        if (column.IsDate) return DateOf(column, cell, out text);
        return column.IsNumber ? NumberOf(column, cell, out text) : null;
    }

    private string? EntityOf(MappedColumn column, string told, string locator, out string? id)
    {
        id = column.As == "entity-name" ? sink.EntityNamed(told, locator) : sink.EntityOf(column.As!["entity-".Length..], told, told);
        return id is null ? $"'{told}' is not a known entity; add it to an entities file, or use a name that is known" : null;
    }

    private static string? DateOf(MappedColumn column, TableCell cell, out string? text)
    {
        text = null;
        if (CellReading.Date(cell, out var date, column.Format) is { } reason) return reason;
        if (date.DayNumber + column.AddDays > DateOnly.MaxValue.DayNumber) return $"'{cell.Text}' and {column.AddDays} days lie beyond the calendar";
        text = CellReading.Text(date.AddDays(column.AddDays));
        return null;
    }

    private static string? NumberOf(MappedColumn column, TableCell cell, out string? text)
    {
        text = cell.Text;
        if (CellReading.Number(cell, out var value, column.HasDecimalComma) is { } reason) return column.Target.Kind == CellKind.NumberOrText && column.Scale == 1m ? null : reason;
        text = CellReading.Times(value, column.Scale) is { } scaled ? CellReading.Text(scaled) : null;
        return text is null ? $"'{cell.Text}' times {CellReading.Text(column.Scale)} cannot be held exactly, and is not rounded" : null;
    }
}
