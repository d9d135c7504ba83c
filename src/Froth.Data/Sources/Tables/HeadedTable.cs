using System.Text;
using System.Text.Unicode;
using Froth.Data.Ingest;

namespace Froth.Data.Sources.Tables;

/// <summary>
/// Rows of a maker's CSV file, by the names of its columns. A row that cannot be cut is refused and the rest goes on; a file that ends
/// in the middle of a row was cut off, and then nothing of it may land.
/// </summary>
internal sealed class HeadedTable
{
    private const int MaximumRowBytes = 1 << 20;
    private const int CancelEvery = 1_024;

    private readonly CsvRecords _records;
    private readonly string _file;
    private readonly Dictionary<string, int> _bound;
    private long _rows;

    /// <exception cref="SourceFormatException">The header cannot be read, or lacks needed columns.</exception>
    public HeadedTable(Stream stream, string file, TableShape shape)
    {
        _file = file;
        _records = new CsvRecords(stream, MaximumRowBytes);
        if (!_records.Next()) throw new SourceFormatException($"{file} is empty. Fetch it again.");
        if (_records.Raw.TrimStart("\uFEFF \t"u8).StartsWith("<"u8))
            throw new SourceFormatException($"{file} is a web page and not a CSV file; the address may have moved. Nothing was read.");
        if (_records.Problem is { } problem) throw new SourceFormatException($"{file}: the header cannot be read: {problem}. Fetch it again.");
        Header = TableShape.Names(_records);
        _bound = shape.Bind(Header, file);
    }

    /// <summary>Names of all columns as told, in order.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>Place of the present row.</summary>
    public string Locator => $"{_file} line {_records.Line}";

    /// <summary>The present row as it stands.</summary>
    public ReadOnlySpan<byte> Raw => _records.Raw;

    /// <summary>A cell of the present row, without spaces around it; empty where the column is missing.</summary>
    public string this[string column] => _bound[column] is >= 0 and var index ? Cell(index) : "";

    /// <summary>True when the file has that column.</summary>
    public bool Has(string column) => _bound[column] >= 0;

    /// <summary>A cell by its position, without spaces around it.</summary>
    public string Cell(int index) => Encoding.UTF8.GetString(_records.Field(index)).Trim();

    /// <summary>Moves to the next usable row, refusing those that are not; false at the end.</summary>
    /// <exception cref="SourceFormatException">The file is cut off.</exception>
    public bool Next(ParseSink sink)
    {
        while (_records.Next())
        {
            if (++_rows % CancelEvery == 0) sink.ThrowIfCancelled();
            if (Fault() is not { } fault) return true;
            if (_records.EndsWithFile) throw new SourceFormatException($"{Locator}: the file is cut off ({fault}). Fetch it again; nothing of it was kept.");
            sink.Refuse(Locator, "", fault, _records.Raw);
        }

        return false;
    }

    /// <summary>Refuses the present row, or one cell of it.</summary>
    public void Refuse(ParseSink sink, string column, string reason) => sink.Refuse(Locator, column, reason, _records.Raw);

    private string? Fault()
    {
        if (_records.Problem is { } problem) return problem;
        if (_records.FieldCount != Header.Count) return $"the row has {_records.FieldCount} fields where the header names {Header.Count}";
        return Utf8.IsValid(_records.Raw) ? null : "the row is not valid UTF-8";
    }
}
