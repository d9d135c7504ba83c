using Froth.Data.Ingest;

namespace Froth.Data.Stores.DuckDb;

/// <summary>A row of a small table as it stands in the store.</summary>
internal sealed record HeldRecord(long Number, int Run, int Snapshot, RecordRow Row);

/// <summary>Reads the small tables, whose columns are those of their CSV shape.</summary>
internal static class HeldRecords
{
    /// <summary>Rows of a table that <paramref name="where"/> admits, in the order in which they were appended.</summary>
    public static List<HeldRecord> Read(DuckSession session, CsvShape shape, string where)
    {
        var held = new List<HeldRecord>();
        var columns = string.Join(", ", shape.Columns.Select(c => $"coalesce(\"{c.Name}\"::varchar, '')"));
        using var rows = session.Query($"select no, run, snapshot, line, {columns} from {shape.Name} where {where} order by no");
        while (rows.NextChunk())
        {
            for (var i = 0; i < rows.Count; i++)
            {
                var cells = new string[shape.Columns.Count];
                for (var c = 0; c < cells.Length; c++) cells[c] = Cell(shape.Columns[c].Kind, rows.Text(c + 4, i));
                held.Add(new HeldRecord(rows.Longs(0)[i], rows.Ints(1)[i], rows.Ints(2)[i], new RecordRow(shape, rows.Ints(3)[i], cells)));
            }
        }

        return held;
    }

    // The engine prints all twelve decimals; the canonical spelling has none that are idle.
    private static string Cell(CellKind kind, string text) => kind == CellKind.Number && text.Contains('.', StringComparison.Ordinal)
        ? text.TrimEnd('0').TrimEnd('.')
        : text;
}
