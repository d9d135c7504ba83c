using System.Text;

namespace Froth.DefaultData;

/// <summary>One data row; columns are bound by name because the order of columns in public files drifts.</summary>
internal sealed class CsvRow(IReadOnlyDictionary<string, int> columns, IReadOnlyList<string> cells, int line)
{
    /// <summary>Number of the row in its file, the header being row 1.</summary>
    public int Line { get; } = line;

    public string this[string column] =>
        columns.TryGetValue(column, out var i)
            ? (i < cells.Count ? cells[i] : "")
            : throw new InvalidDataException($"No column '{column}'.");
}

internal sealed class CsvTable(IReadOnlyList<CsvRow> rows)
{
    public IReadOnlyList<CsvRow> Rows { get; } = rows;

    public static CsvTable Parse(string text)
    {
        var records = Records(text);
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < records[0].Count; i++) columns[records[0][i]] = i;
        var rows = new List<CsvRow>();
        for (var r = 1; r < records.Count; r++)
        {
            if (records[r].Count == 1 && records[r][0].Length == 0) continue;
            rows.Add(new CsvRow(columns, records[r], r + 1));
        }
        return new CsvTable(rows);
    }

    static List<List<string>> Records(string text)
    {
        var records = new List<List<string>>();
        var record = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c != '"') cell.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"') { cell.Append('"'); i++; }
                else quoted = false;
            }
            else if (c == '"') quoted = true;
            else if (c == ',') EndCell(record, cell);
            else if (c == '\n') { EndCell(record, cell); records.Add(record); record = []; }
            else if (c != '\r') cell.Append(c);
        }
        if (cell.Length > 0 || record.Count > 0) { EndCell(record, cell); records.Add(record); }
        return records;
    }

    static void EndCell(List<string> record, StringBuilder cell)
    {
        record.Add(cell.ToString());
        cell.Clear();
    }
}
