using System.Globalization;
using System.IO.Compression;
using System.Xml;
using MiniExcelLibs;

namespace Froth.Data.Sources.Tables;

/// <summary>
/// Reads the sheets of an XLSX workbook as tables. Formulas give the value that the workbook kept for them. The archive is inflated
/// once under a limit before anything reads it, because its directory may lie about sizes.
/// </summary>
internal static class XlsxTables
{
    private const long MostInflatedBytes = 256L << 20;
    private const int MostEntries = 2_000;
    private const int MostColumns = 1_000;

    /// <summary>True when the archive's directory names a workbook.</summary>
    public static bool IsWorkbook(SourceFile file)
    {
        try
        {
            using var archive = ZipFile.OpenRead(file.BytesPath);
            return archive.GetEntry("xl/workbook.xml") is not null;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <exception cref="SourceFormatException">The workbook is malformed, hostile, or dates its days in a way that is not read.</exception>
    public static IEnumerable<Table> Open(SourceFile file, TableLayout layout)
    {
        Check(file);
        var sheets = Guarded(file, () =>
        {
            using var stream = file.Open();
            return MiniExcel.GetSheetNames(stream).ToList();
        });
        foreach (var sheet in sheets.Where(s => layout.Sheet is null || s == layout.Sheet))
        {
            var rows = Rows(file, sheet).Skip(layout.SkipRows).SkipWhile(r => r.IsEmpty);
            if (rows.FirstOrDefault() is { } header) yield return new Table([.. header.Cells.Select(c => c.Text)], rows.Skip(1).Where(r => !r.IsEmpty));
        }
    }

    private static IEnumerable<TableRow> Rows(SourceFile file, string sheet)
    {
        using var stream = file.Open();
        var query = Guarded(file, () => MiniExcel.Query(stream, useHeaderRow: false, sheetName: sheet, excelType: ExcelType.XLSX).GetEnumerator());
        using (query)
        {
            for (var number = 1; Guarded(file, query.MoveNext); number++)
            {
                var cells = (IDictionary<string, object?>)query.Current;
                if (cells.Count > MostColumns) throw new SourceFormatException($"{file.Name}: the sheet '{sheet}' claims {cells.Count} columns; at most {MostColumns} are read.");
                yield return new TableRow($"sheet {sheet}, row {number}", [.. cells.Values.Select(CellOf)]);
            }
        }
    }

    private static T Guarded<T>(SourceFile file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException or FormatException or KeyNotFoundException or InvalidOperationException
            or ArgumentException or NullReferenceException or IndexOutOfRangeException or OverflowException or NotSupportedException)
        {
            throw new SourceFormatException($"{file.Name} cannot be read as an XLSX workbook ({fault.Message}). Open it in a spreadsheet program and save it again, or save it as CSV.", fault);
        }
    }

    /// <summary>The cell in the form in which the workbook keeps it; a time of day is left off.</summary>
    private static TableCell CellOf(object? value) => value switch
    {
        null => TableCell.Empty,
        string text => new TableCell(text.Trim()),
        DateTime date => new TableCell(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), CellForm.Date),
        bool flag => new TableCell(flag ? "true" : "false"),
        double number => new TableCell(number.ToString("R", CultureInfo.InvariantCulture), CellForm.Number),
        IFormattable other => new TableCell(other.ToString(null, CultureInfo.InvariantCulture), CellForm.Number),
        _ => new TableCell(value.ToString() ?? ""),
    };

    private static void Check(SourceFile file)
    {
        try
        {
            using var archive = ZipFile.OpenRead(file.BytesPath);
            if (archive.Entries.Count > MostEntries) throw TooLarge(file, $"more than {MostEntries:N0} parts");
            var left = MostInflatedBytes;
            var buffer = new byte[1 << 16];
            foreach (var entry in archive.Entries)
            {
                using var inflated = entry.Open();
                for (int read; (read = inflated.Read(buffer)) > 0;)
                {
                    left -= read;
                    if (left < 0) throw TooLarge(file, $"more than {MostInflatedBytes >> 20} MiB when inflated");
                }
            }

            if (UsesDaysFrom1904(archive)) throw new SourceFormatException($"{file.Name} counts its days from 1904, which is not read. Save it with the usual date system of 1900, or as CSV.");
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException)
        {
            throw new SourceFormatException($"{file.Name} is not a sound XLSX workbook ({fault.Message}); it is truncated or damaged. Copy or export it again.", fault);
        }
    }

    private static bool UsesDaysFrom1904(ZipArchive archive)
    {
        if (archive.GetEntry("xl/workbook.xml") is not { } entry) return false;
        using var xml = XmlReader.Create(entry.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, CloseInput = true });
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "workbookPr") return xml.GetAttribute("date1904") is "1" or "true";
        }

        return false;
    }

    private static SourceFormatException TooLarge(SourceFile file, string what) =>
        new($"{file.Name} holds {what}: it is damaged, or made to exhaust memory, and was not read. Export a smaller range, or save it as CSV.");
}
