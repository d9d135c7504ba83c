using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Froth.Data.Ingest;

namespace Froth.Data.Sources.Edgar;

/// <summary>
/// Rows of a tab-separated table without quotes, cut as they stream by. Columns are bound by the names in the first line, since later
/// years add and move some. Memory is one buffer, whatever the length of the table.
/// </summary>
internal sealed class TabRows
{
    private const int BufferBytes = 1 << 20;
    private const int Padding = 64;
    private const int MostColumns = 200;

    private readonly Stream _stream;
    private readonly string _name;
    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(BufferBytes + Padding, pinned: true);
    // Field n lies between the marks n and n + 1: tabs, and the bytes before the row and behind it.
    private readonly int[] _marks = new int[MostColumns + 1];
    private readonly string[] _header;
    private int _next;
    private int _filled;
    private bool _atEnd;

    /// <exception cref="SourceFormatException">There is no header.</exception>
    public TabRows(Stream stream, string name)
    {
        _stream = stream;
        _name = name;
        if (!Next()) throw new SourceFormatException($"{name} is empty, without even a header. Download the zip again.");
        _header = [.. Enumerable.Range(0, FieldCount).Select(i => Cells.Show(Field(i), 200).Trim('\uFEFF'))];
    }

    /// <summary>Line of the present row, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>Fields of the present row.</summary>
    public int FieldCount { get; private set; }

    /// <summary>True when the present row has as many fields as the header.</summary>
    public bool IsWhole => FieldCount == _header.Length;

    /// <summary>Bytes of the table up to the end of the present row.</summary>
    public long Position { get; private set; }

    /// <summary>The present row as it stands.</summary>
    public ReadOnlySpan<byte> Raw => Fields(0, FieldCount - 1);

    /// <summary>Position of a column.</summary>
    /// <exception cref="SourceFormatException">The table has no such column.</exception>
    public int Need(string column) => Find(column) is var at and >= 0
        ? at
        : throw new SourceFormatException($"{_name} has no column '{column}'; it has {string.Join(", ", _header.Take(20))}. It is not the {_name} of a Financial Statement Data Set, or its format has changed.");

    /// <summary>Position of a column that older tables lack; -1 for none.</summary>
    public int Find(string column) => Array.IndexOf(_header, column);

    /// <summary>A field of the present row.</summary>
    public ReadOnlySpan<byte> Field(int column) => Fields(column, column);

    /// <summary>Neighbouring fields of the present row with the tabs between them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Fields(int first, int last)
    {
        var start = _marks[first] + 1;
        return _buffer.AsSpan(start, _marks[last + 1] - start);
    }

    /// <summary>
    /// A field where it lies in the pinned buffer; up to 64 bytes may be read from there, of which those beyond the field mean nothing.
    /// </summary>
    public unsafe byte* Place(int column) => (byte*)Unsafe.AsPointer(ref _buffer[_marks[column] + 1]);

    /// <summary>Moves to the next row that is not an empty line; false at the end of the table.</summary>
    /// <exception cref="SourceFormatException">A line is too long or has too many fields to be a row.</exception>
    public bool Next()
    {
        do
        {
            while (!Cut())
            {
                if (!_atEnd) Fill();
                else if (_next >= _filled) return false;
                else EndWithFile();
            }
        }
        while (FieldCount == 1 && Field(0).Length == 0);
        return true;
    }

    // Thirty-two bytes at a time, a bit for each tab or line end among them. False when the row is not whole in the buffer.
    private bool Cut()
    {
        var fields = 0;
        for (var at = _next; at < _filled; at += Vector256<byte>.Count)
        {
            var block = Vector256.Create<byte>(_buffer.AsSpan(at));
            var marks = (Vector256.Equals(block, Vector256.Create((byte)'\t')) | Vector256.Equals(block, Vector256.Create((byte)'\n'))).ExtractMostSignificantBits();
            for (; marks != 0; marks &= marks - 1)
            {
                var end = at + BitOperations.TrailingZeroCount(marks);
                if (end >= _filled) break;
                if (fields == MostColumns) throw Broken("has more fields than any row");
                _marks[++fields] = end;
                if (_buffer[end] != '\n') continue;
                EndRow(fields, end + 1);
                return true;
            }
        }

        return false;
    }

    private void EndRow(int fields, int next)
    {
        _marks[0] = _next - 1;
        ref var last = ref _marks[fields];
        if (last > _next && _buffer[last - 1] == '\r') last--;
        Position += next - _next;
        _next = next;
        FieldCount = fields;
        Line++;
    }

    // The last line may lack its end: one is put behind it, so that it is cut like all others.
    private void EndWithFile()
    {
        _buffer[_filled++] = (byte)'\n';
        Position--;
    }

    private void Fill()
    {
        _buffer.AsSpan(_next, _filled - _next).CopyTo(_buffer);
        _filled -= _next;
        _next = 0;
        if (_filled >= BufferBytes - 1) throw Broken($"is longer than {BufferBytes - 1:N0} bytes");
        // One byte is left for the line end that the last line may lack.
        var read = _stream.Read(_buffer, _filled, BufferBytes - 1 - _filled);
        _filled += read;
        _atEnd = read == 0;
    }

    private SourceFormatException Broken(string what) =>
        new($"Line {Line + 1} of {_name} {what}, so the file is no table or is damaged. Download the zip again.");
}
