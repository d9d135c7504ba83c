using System.Text;
using Froth.Data.Ingest;

namespace Froth.Data.Sources.Tables;

/// <summary>
/// The columns by which a maker's CSV file is known and read. Makers rename headers, so a column may have several names; letter case
/// and spaces do not matter. One line a column: <c>*</c> the file is known by it, <c>!</c> it cannot be read without it, <c>?</c> it may
/// be missing; then its names, the canonical one first, with bars between.
/// </summary>
internal sealed class TableShape
{
    private readonly List<(char Mark, string[] Names)> _columns;

    public TableShape(string format, string columns)
    {
        Format = format;
        _columns = [.. columns.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => (line[0], line[1..].Split('|').Select(n => n.Trim()).ToArray()))];
    }

    /// <summary>Name of the format.</summary>
    public string Format { get; }

    /// <summary>True when the header has every column by which the file is known.</summary>
    public bool Knows(IReadOnlyList<string> header)
    {
        var names = header.Select(Normal).ToHashSet(StringComparer.Ordinal);
        return _columns.Where(c => c.Mark == '*').All(c => c.Names.Any(n => names.Contains(Normal(n))));
    }

    /// <summary>Positions of the columns by canonical name; -1 for one that may be missing and is.</summary>
    /// <exception cref="SourceFormatException">A needed column is missing.</exception>
    public Dictionary<string, int> Bind(IReadOnlyList<string> header, string file)
    {
        var normal = header.Select(Normal).ToList();
        var bound = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (_, names) in _columns) bound[names[0]] = names.Select(n => normal.IndexOf(Normal(n))).FirstOrDefault(i => i >= 0, -1);
        var missing = _columns.Where(c => c.Mark != '?' && bound[c.Names[0]] < 0).Select(c => $"'{string.Join("' or '", c.Names)}'").ToList();
        if (missing.Count == 0) return bound;
        throw new SourceFormatException($"{file}: the header of format {Format} lacks {string.Join(", ", missing)}. "
            + $"It has: {string.Join(", ", header)}. The publisher has probably renamed or dropped a column; nothing was read. Update the program, or report the new header.");
    }

    /// <summary>The names of the first record in some bytes; empty where they hold no CSV header.</summary>
    public static List<string> HeaderOf(ReadOnlySpan<byte> head)
    {
        var start = head.StartsWith("\uFEFF"u8) ? head[3..] : head;
        if (start.TrimStart(" \r\n\t"u8) is not [not (byte)'<' and not (byte)'{' and not (byte)'[', ..]) return [];
        var records = new CsvRecords(new MemoryStream(head.ToArray()), 1 << 16);
        return records.Next() && records.Problem is null ? Names(records) : [];
    }

    /// <summary>The fields of the present record as text.</summary>
    public static List<string> Names(CsvRecords records)
    {
        var names = new List<string>(records.FieldCount);
        for (var i = 0; i < records.FieldCount; i++) names.Add(Encoding.UTF8.GetString(records.Field(i)).Trim());
        return names;
    }

    private static string Normal(string name) => string.Join(' ', name.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
