using System.Buffers;
using System.Text;

namespace Froth.Data.Ingest;

/// <summary>Rows of one canonical table that a source told, written as the CSV that a user could have written, with the locator as a last column.</summary>
internal sealed class TableBuffer(CsvShape shape)
{
    // No canonical column can have this name, since a header cell would have to hold a control character.
    private const string LocatorColumn = "\u001flocator";
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n");

    private readonly string?[] _cells = new string?[shape.Columns.Count];
    private readonly int _locator = shape.IndexOf("locator");
    private readonly int _source = shape.IndexOf("source");
    private readonly int _publisher = shape.IndexOf("publisher");
    private MemoryStream _bytes = new();

    public CsvShape Shape { get; } = shape;

    public long Length => _bytes.Length;

    /// <summary>Puts the cells in the order of the shape, and fills in what goes without saying: the place, and the source's own publication.</summary>
    /// <exception cref="ArgumentException">The table has no such column.</exception>
    public string?[] Fill(string locator, ReadOnlySpan<(string Column, string? Value)> cells, string publication)
    {
        Array.Clear(_cells);
        foreach (var (column, value) in cells)
        {
            var at = Shape.IndexOf(column);
            if (at < 0) throw new ArgumentException($"The table {Shape.Name} has no column '{column}'.", nameof(cells));
            _cells[at] = value;
        }

        if (_locator >= 0 && string.IsNullOrEmpty(_cells[_locator])) _cells[_locator] = locator;
        if (_source >= 0 && string.IsNullOrEmpty(_cells[_source]) && (_publisher < 0 || string.IsNullOrEmpty(_cells[_publisher]))) _cells[_source] = publication;
        return _cells;
    }

    /// <summary>Writes the cells that were filled in.</summary>
    public void Write(string locator)
    {
        if (_bytes.Length == 0) WriteLine([.. Shape.Columns.Select(c => c.Name)], LocatorColumn);
        WriteLine(_cells, locator);
    }

    /// <summary>The rows written since the last call, to be read from the start.</summary>
    public MemoryStream Take()
    {
        var taken = _bytes;
        taken.Position = 0;
        _bytes = new MemoryStream();
        return taken;
    }

    private void WriteLine(ReadOnlySpan<string?> cells, string last)
    {
        foreach (var cell in cells)
        {
            WriteCell(cell ?? "");
            _bytes.WriteByte((byte)',');
        }

        WriteCell(last);
        _bytes.WriteByte((byte)'\n');
    }

    private void WriteCell(string text)
    {
        var written = text.AsSpan().ContainsAny(NeedQuotes) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
        Span<byte> bytes = stackalloc byte[512];
        if (written.Length * 3 <= bytes.Length) _bytes.Write(bytes[..Encoding.UTF8.GetBytes(written, bytes)]);
        else _bytes.Write(Encoding.UTF8.GetBytes(written));
    }
}
