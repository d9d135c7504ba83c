using System.Text;

namespace Froth.Data.Sources.Tables;

/// <summary>In which form a file held a cell.</summary>
internal enum CellForm
{
    /// <summary>Text: every cell of a CSV file, and text cells of the others.</summary>
    Text,

    /// <summary>A binary number, told here in its shortest exact digits.</summary>
    Number,

    /// <summary>A date, told here as yyyy-MM-dd.</summary>
    Date,
}

/// <summary>A cell, whatever file it came from.</summary>
internal readonly record struct TableCell(string Text, CellForm Form = CellForm.Text)
{
    public static readonly TableCell Empty = new("");

    public bool IsEmpty => string.IsNullOrEmpty(Text);
}

/// <summary>A row of a table, with its place in the file.</summary>
/// <param name="Locator">Line of a CSV file, row of a sheet, row of a Parquet file.</param>
/// <param name="Cells">Its cells; there may be fewer than columns.</param>
/// <param name="Problem">Why it cannot be used, or null.</param>
internal sealed record TableRow(string Locator, IReadOnlyList<TableCell> Cells, string? Problem = null)
{
    /// <summary>The cell of a column; empty where the file has no such column or the row ends before it.</summary>
    public TableCell this[int column] => column >= 0 && column < Cells.Count ? Cells[column] : TableCell.Empty;

    public bool IsEmpty => Cells.All(c => c.IsEmpty);

    /// <summary>The row as text, for the quarantine.</summary>
    public byte[] Raw() => Encoding.UTF8.GetBytes(string.Join(',', Cells.Select(c => c.Text)));
}

/// <summary>A header and the rows under it. The rows are read anew on every enumeration, so that a file of any length fits.</summary>
internal sealed record Table(IReadOnlyList<string> Header, IEnumerable<TableRow> Rows)
{
    /// <summary>Position of a column; -1 for none. Letter case does not matter.</summary>
    public int IndexOf(string column)
    {
        for (var i = 0; i < Header.Count; i++)
        {
            if (Header[i].Equals(column, StringComparison.OrdinalIgnoreCase)) return i;
        }

        return -1;
    }
}

/// <summary>A row whose cells are asked for by the names of their columns.</summary>
internal readonly record struct NamedRow(Table Table, TableRow Row)
{
    /// <summary>Text of the cell; empty where the file has no such column.</summary>
    public string this[string column] => Cell(column).Text;

    public TableCell Cell(string column) => Row[Table.IndexOf(column)];
}
