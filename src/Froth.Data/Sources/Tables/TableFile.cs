namespace Froth.Data.Sources.Tables;

/// <summary>Finds the table inside a CSV, XLSX or Parquet file, told apart by their first bytes.</summary>
internal static class TableFile
{
    public const string Csv = "csv";
    public const string Xlsx = "xlsx";
    public const string Parquet = "parquet";

    private const int MostColumns = 1_000;

    /// <summary>What the file is by its first bytes: <c>csv</c>, <c>xlsx</c>, <c>parquet</c>, or null when it is none of them.</summary>
    public static string? FormatOf(SourceFile file)
    {
        var head = file.Head;
        if (head.StartsWith("PAR1"u8)) return Parquet;
        if (head.StartsWith("PK\u0003\u0004"u8)) return XlsxTables.IsWorkbook(file) ? Xlsx : null;
        var text = head.StartsWith("\uFEFF"u8) ? head[3..] : head;
        text = text.TrimStart(" \t\r\n"u8);
        return text.IsEmpty || text[0] is (byte)'{' or (byte)'[' or (byte)'<' || text.Contains((byte)0) ? null : Csv;
    }

    /// <summary>
    /// The format with a word before it (<c>deals-xlsx</c>) when the file holds a table with a header that is wanted; else null, also
    /// for a file that cannot be read.
    /// </summary>
    public static string? Recognise(SourceFile file, string word, Func<IReadOnlyList<string>, bool> isWanted)
    {
        try
        {
            return FormatOf(file) is { } format && Open(file, format, isWanted) is not null ? $"{word}-{format}" : null;
        }
        catch (SourceFormatException)
        {
            return null;
        }
    }

    /// <summary>The first table of the file whose header is wanted, or null.</summary>
    /// <param name="file">The file.</param>
    /// <param name="format">What <see cref="FormatOf"/> said, with or without a word before it.</param>
    /// <param name="isWanted">Judges a header.</param>
    /// <param name="layout">Where the table begins and how it is cut; null for a plain one.</param>
    /// <exception cref="SourceFormatException">The file is malformed, hostile or too large.</exception>
    public static Table? Open(SourceFile file, string format, Func<IReadOnlyList<string>, bool> isWanted, TableLayout? layout = null)
    {
        layout ??= TableLayout.Plain;
        var tables = format[(format.LastIndexOf('-') + 1)..] switch
        {
            Csv => [CsvTable.Open(file, layout)],
            Xlsx => XlsxTables.Open(file, layout),
            Parquet => [ParquetTable.Open(file)],
            _ => throw new ArgumentException($"Unknown format '{format}'.", nameof(format)),
        };
        foreach (var table in tables)
        {
            if (table.Header.Count > MostColumns) throw new SourceFormatException($"{file.Name} has {table.Header.Count} columns; at most {MostColumns} are read. Keep only the columns that are needed.");
            if (isWanted(table.Header)) return table;
        }

        return null;
    }
}

/// <summary>Where a table begins and how it is cut.</summary>
/// <param name="SkipRows">Rows above the header that are passed over; empty lines of a CSV file do not count.</param>
/// <param name="Delimiter">What stands between the cells of a CSV file.</param>
/// <param name="Sheet">Name of the sheet; null for any.</param>
internal sealed record TableLayout(int SkipRows = 0, char Delimiter = ',', string? Sheet = null)
{
    public static TableLayout Plain { get; } = new();
}
