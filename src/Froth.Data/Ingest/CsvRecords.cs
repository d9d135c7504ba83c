using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Froth.Data.Ingest;

/// <summary>
/// Cuts a stream of bytes into CSV records (RFC 4180: quotes, embedded line ends, CRLF or LF, a leading byte-order mark). Memory
/// is bounded by the longest record allowed: a longer one is skipped while it streams by, and reported.
/// </summary>
internal sealed class CsvRecords
{
    private static readonly SearchValues<byte> FieldEnds = SearchValues.Create(",\n\""u8);

    private readonly Stream _stream;
    private readonly int _maximumBytes;
    private byte[] _buffer = new byte[1 << 18];
    private byte[] _unescaped = [];
    private (int Start, int Length, bool Escaped)[] _fields = new (int, int, bool)[32];
    private int _start;
    private int _next;
    private int _end;
    private int _lines;
    private long _nextLine = 1;
    private bool _atEnd;

    public CsvRecords(Stream stream, int maximumBytes)
    {
        _stream = stream;
        _maximumBytes = maximumBytes;
        Fill();
        if (_buffer.AsSpan(0, _end).StartsWith("\uFEFF"u8)) _next = 3;
    }

    /// <summary>Line on which the present record begins, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>Fields of the present record.</summary>
    public int FieldCount { get; private set; }

    /// <summary>Why the present record cannot be cut into fields, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>True when the present record ends with the file and not with a line end.</summary>
    public bool EndsWithFile { get; private set; }

    /// <summary>True when the present record is known to be plain ASCII; false means only that nobody looked.</summary>
    public bool IsAscii { get; private set; }

    /// <summary>Bytes handed out so far.</summary>
    public long Position { get; private set; }

    /// <summary>The record as it stands in the file; the beginning only, where it was too long.</summary>
    public ReadOnlySpan<byte> Raw => _buffer.AsSpan(_start, _next - _start).TrimEnd("\r\n"u8);

    /// <summary>A field without its quotes. Valid until the next escaped field is asked for.</summary>
    public ReadOnlySpan<byte> Field(int index)
    {
        var (start, length, escaped) = _fields[index];
        var field = _buffer.AsSpan(start, length);
        return escaped ? Unescape(field) : field;
    }

    /// <summary>Moves to the next record that is not an empty line; false at the end of the file.</summary>
    public bool Next()
    {
        do
        {
            if (!Advance()) return false;
        }
        while (Problem is null && FieldCount == 1 && _fields[0].Length == 0);
        return true;
    }

    private bool Advance()
    {
        _start = _next;
        Line = _nextLine;
        Problem = null;
        EndsWithFile = false;
        IsAscii = false;
        while (!ScanPlain() && !Scan())
        {
            if (_end - _start >= _maximumBytes) return SkipLong();
            Fill();
        }

        if (_next == _start) return false;
        Position += _next - _start;
        _nextLine = Line + _lines;
        return true;
    }

    // The common record, without quotes and whole in the buffer, cut sixteen bytes at a time. Returns false when it is not one;
    // then the general way begins again at its start. Bytes after the line end are judged with it, which only costs a second look.
    private bool ScanPlain()
    {
        ref var bytes = ref MemoryMarshal.GetArrayDataReference(_buffer);
        var other = Vector128<byte>.Zero;
        var from = _start;
        FieldCount = 0;
        for (var at = _start; at + Vector128<byte>.Count <= _end; at += Vector128<byte>.Count)
        {
            var block = Vector128.LoadUnsafe(ref bytes, (nuint)at);
            other |= block;
            var commas = Vector128.Equals(block, Vector128.Create((byte)','));
            var stops = Vector128.Equals(block, Vector128.Create((byte)'\n')) | Vector128.Equals(block, Vector128.Create((byte)'"'));
            for (var marks = (commas | stops).ExtractMostSignificantBits(); marks != 0; marks &= marks - 1)
            {
                var end = at + BitOperations.TrailingZeroCount(marks);
                if (_buffer[end] == ',')
                {
                    Add(from, end - from, escaped: false);
                    from = end + 1;
                    continue;
                }

                if (_buffer[end] == '"') return false;
                IsAscii = other.ExtractMostSignificantBits() == 0;
                EndLine(from, end);
                return true;
            }
        }

        return false;
    }

    private void EndLine(int from, int end)
    {
        var length = end > from && _buffer[end - 1] == '\r' ? end - from - 1 : end - from;
        Add(from, length, escaped: false);
        _lines = 0;
        Finish(end + 1);
    }

    // Returns false when the record may go on beyond the buffer; then it is scanned again from its start with more bytes.
    private bool Scan()
    {
        var position = _start;
        FieldCount = 0;
        _lines = 0;
        if (position == _end) return _atEnd;
        while (true)
        {
            var more = position < _end && _buffer[position] == '"' ? Quoted(ref position) : Plain(ref position);
            if (more is null) return false;
            if (more == false) return true;
        }
    }

    // True: another field follows. False: the record is complete. Null: more bytes are needed.
    private bool? Plain(ref int position)
    {
        var rest = _buffer.AsSpan(position, _end - position);
        var length = rest.IndexOfAny(FieldEnds);
        if (length < 0) return _atEnd ? FinishAtEnd(position, rest.Length, escaped: false) : null;
        var stop = rest[length];
        if (stop == ',')
        {
            Add(position, length, escaped: false);
            position += length + 1;
            return true;
        }

        if (stop == '"') return Malformed(position, "a quote stands inside a field that does not begin with one");
        var text = length > 0 && rest[length - 1] == '\r' ? length - 1 : length;
        Add(position, text, escaped: false);
        return Finish(position + length + 1);
    }

    private bool? Quoted(ref int position)
    {
        var from = position + 1;
        var escaped = false;
        for (var at = from; ;)
        {
            var found = _buffer.AsSpan(at, _end - at).IndexOf((byte)'"');
            if (found < 0 || (at + found + 1 == _end && !_atEnd)) return _atEnd ? Unterminated() : null;
            at += found + 1;
            if (at < _end && _buffer[at] == '"')
            {
                escaped = true;
                at++;
                continue;
            }

            return AfterQuote(ref position, from, at, escaped);
        }
    }

    private bool? AfterQuote(ref int position, int from, int at, bool escaped)
    {
        var length = at - 1 - from;
        if (at == _end) return _atEnd ? FinishAtEnd(from, length, escaped) : null;
        if (_buffer[at] == '\r' && at + 1 == _end && !_atEnd) return null;
        _lines += _buffer.AsSpan(from, length).Count((byte)'\n');
        if (_buffer[at] == ',')
        {
            Add(from, length, escaped);
            position = at + 1;
            return true;
        }

        var lineEnd = _buffer[at] == '\n' ? 1 : _buffer[at] == '\r' && at + 1 < _end && _buffer[at + 1] == '\n' ? 2 : 0;
        if (lineEnd == 0) return Malformed(at, "text follows a closing quote");
        Add(from, length, escaped);
        return Finish(at + lineEnd);
    }

    private bool? Malformed(int from, string problem)
    {
        var end = _buffer.AsSpan(from, _end - from).IndexOf((byte)'\n');
        if (end < 0 && !_atEnd) return null;
        Problem = problem;
        return end < 0 ? FinishAtEnd(from, 0, escaped: false) : Finish(from + end + 1);
    }

    private bool? Unterminated()
    {
        Problem = "a quote is never closed: the file is cut off, or the quote is stray; everything after it was refused";
        return FinishAtEnd(_start, 0, escaped: false);
    }

    private bool Finish(int next)
    {
        _lines++;
        _next = next;
        return false;
    }

    private bool FinishAtEnd(int position, int length, bool escaped)
    {
        Add(position, length, escaped);
        EndsWithFile = true;
        _next = _end;
        return false;
    }

    private void Add(int start, int length, bool escaped)
    {
        if (FieldCount == _fields.Length) Array.Resize(ref _fields, FieldCount * 2);
        _fields[FieldCount++] = (start, length, escaped);
    }

    private ReadOnlySpan<byte> Unescape(ReadOnlySpan<byte> field)
    {
        if (_unescaped.Length < field.Length) _unescaped = new byte[field.Length];
        var length = 0;
        for (var i = 0; i < field.Length; i++)
        {
            _unescaped[length++] = field[i];
            if (field[i] == '"') i++;
        }

        return _unescaped.AsSpan(0, length);
    }

    // Quotes are followed while skipping, so that text inside an over-long quoted field is never taken for rows.
    private bool SkipLong()
    {
        Problem = $"the row is longer than {_maximumBytes:N0} bytes";
        FieldCount = 0;
        _lines = 0;
        var quoted = false;
        var keep = Math.Min(_end - _start, 600);
        for (var at = _start; ;)
        {
            for (int found; (found = _buffer.AsSpan(at, _end - at).IndexOfAny((byte)'\n', (byte)'"')) >= 0;)
            {
                at += found + 1;
                if (_buffer[at - 1] == '"') quoted = !quoted;
                else
                {
                    _lines++;
                    if (!quoted) return SkippedTo(at, keep);
                }
            }

            Position += _end - _start - keep;
            _end = _start + keep;
            Fill();
            at = _start + keep;
            if (_end == at) return SkippedTo(_end, keep);
        }
    }

    private bool SkippedTo(int next, int keep)
    {
        Position += next - _start;
        _nextLine = Line + _lines;
        keep = Math.Min(keep, next - _start);

        // What is kept for the report must end where the next record begins, so it is moved up against it.
        _buffer.AsSpan(_start, keep).CopyTo(_buffer.AsSpan(next - keep));
        _start = next - keep;
        _next = next;
        return true;
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _next -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = _stream.Read(_buffer, _end, _buffer.Length - _end);
        _atEnd = read == 0;
        _end += read;
    }
}
