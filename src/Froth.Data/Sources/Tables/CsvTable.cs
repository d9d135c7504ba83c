using System.Text;
using System.Text.Unicode;
using Froth.Data.Ingest;

namespace Froth.Data.Sources.Tables;

/// <summary>Reads CSV text as a table.</summary>
internal static class CsvTable
{
    private const int LongestRow = 1 << 20;

    /// <exception cref="SourceFormatException">There is no header, or it is not UTF-8.</exception>
    public static Table Open(SourceFile file, TableLayout layout)
    {
        using var stream = OpenSwapped(file, layout);
        var records = new CsvRecords(stream, LongestRow);
        return new Table([.. Header(records, file.Name, layout).Select(c => c.Text)], Rows(file, layout));
    }

    /// <summary>Reads a text held in memory.</summary>
    public static Table OfText(string text, string name)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var records = new CsvRecords(stream, LongestRow);
        var header = Header(records, name, TableLayout.Plain);
        var rows = new List<TableRow>();
        while (records.Next()) rows.Add(Row(records, header.Count, TableLayout.Plain));
        return new Table([.. header.Select(c => c.Text)], rows);
    }

    private static IEnumerable<TableRow> Rows(SourceFile file, TableLayout layout)
    {
        using var stream = OpenSwapped(file, layout);
        var records = new CsvRecords(stream, LongestRow);
        var columns = Header(records, file.Name, layout).Count;
        while (records.Next()) yield return Row(records, columns, layout);
    }

    private static List<TableCell> Header(CsvRecords records, string name, TableLayout layout)
    {
        for (var i = 0; i <= layout.SkipRows; i++)
        {
            if (!records.Next()) throw new SourceFormatException($"{name} ends before its header; it is empty or cut off, or skipRows is too large.");
        }

        if (records.Problem is { } problem) throw new SourceFormatException($"{name}: the header cannot be read, because {problem}.");
        if (!Utf8.IsValid(records.Raw)) throw new SourceFormatException($"{name}: the header is not valid UTF-8; save the file as UTF-8.");
        return Cells(records, layout);
    }

    private static TableRow Row(CsvRecords records, int columns, TableLayout layout)
    {
        var problem = records.Problem;
        if (problem is null && !records.IsAscii && !Utf8.IsValid(records.Raw)) problem = "the text is not valid UTF-8; save the file as UTF-8";
        if (problem is null && records.FieldCount != columns)
        {
            problem = $"the row has {records.FieldCount} fields, the header {columns}" + (records.EndsWithFile && records.FieldCount < columns ? ": the file is cut off" : "");
        }

        return new TableRow($"line {records.Line}", Cells(records, layout), problem);
    }

    private static List<TableCell> Cells(CsvRecords records, TableLayout layout)
    {
        var cells = new List<TableCell>(records.FieldCount);
        for (var i = 0; i < records.FieldCount; i++)
        {
            var text = Encoding.UTF8.GetString(records.Field(i)).Trim();
            cells.Add(new TableCell(layout.Delimiter == ',' ? text : string.Create(text.Length, (text, layout.Delimiter), static (span, told) =>
            {
                for (var c = 0; c < span.Length; c++) span[c] = told.text[c] == ',' ? told.Delimiter : told.text[c] == told.Delimiter ? ',' : told.text[c];
            })));
        }

        return cells;
    }

    private static Stream OpenSwapped(SourceFile file, TableLayout layout) =>
        layout.Delimiter == ',' ? file.Open() : new SwappingStream(file.Open(), (byte)layout.Delimiter);

    /// <summary>
    /// Exchanges commas and another delimiter while bytes are read. The one reader of CSV then serves every delimiter, and its cells
    /// are exchanged back.
    /// </summary>
    private sealed class SwappingStream(Stream inner, byte delimiter) : ForwardStream
    {
        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            foreach (ref var b in buffer[..read]) b = b == ',' ? delimiter : b == delimiter ? (byte)',' : b;
            return read;
        }

                    protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
