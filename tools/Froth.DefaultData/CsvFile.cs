using System.Text;

namespace Froth.DefaultData;

/// <summary>A canonical CSV in memory: RFC 4180 quoting, LF, UTF-8 without a byte order mark.</summary>
internal sealed class CsvFile(string name, string header)
{
    readonly StringBuilder _text = new StringBuilder(header).Append('\n');

    public string Name { get; } = name;
    public int Rows { get; private set; }
    public byte[] Bytes => new UTF8Encoding(false).GetBytes(_text.ToString());

    public void Add(params ReadOnlySpan<string> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0) _text.Append(',');
            _text.Append(Quote(cells[i]));
        }
        _text.Append('\n');
        Rows++;
    }

    // Line breaks inside cells are legal CSV but make diffs and line counts misleading, so they become blanks.
    static string Quote(string cell)
    {
        var text = cell.Replace("\r\n", " ", StringComparison.Ordinal).Replace('\n', ' ').Trim();
        return text.AsSpan().IndexOfAny(",\"") < 0 ? text : '"' + text.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
    }
}
