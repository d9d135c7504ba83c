using System.Buffers;

namespace Froth.Data.Sources.Edgar.Json;

/// <summary>
/// Walks over the JSON of one response, strict about its grammar. It never reads beyond the padding behind the response: a zero byte
/// belongs nowhere in JSON, so that every loop ends there. It does not recurse.
/// </summary>
internal unsafe ref struct JsonScanner
{
    /// <summary>Nested values that are skipped may be this deep, far more than any response needs.</summary>
    public const int DeepestNesting = 64;

    private static readonly SearchValues<byte> StringStops = SearchValues.Create([.. Enumerable.Range(0, 32).Select(c => (byte)c), (byte)'"', (byte)'\\']);

    private readonly byte* _start;
    private readonly byte* _end;
    private readonly string _name;
    private byte* _at;

    /// <param name="start">First byte of a pinned response with its padding.</param>
    /// <param name="length">Bytes of the response, without the padding.</param>
    /// <param name="name">Name of the response, for messages.</param>
    public JsonScanner(byte* start, int length, string name)
    {
        _start = start;
        _at = start;
        _end = start + length;
        _name = name;
        if (length >= 3 && new ReadOnlySpan<byte>(start, 3).SequenceEqual("\uFEFF"u8)) _at += 3;
    }

    /// <summary>Where the scanner stands.</summary>
    public byte* At
    {
        readonly get => _at;
        set => _at = value;
    }

    /// <summary>Bytes read so far.</summary>
    public readonly long Offset => _at - _start;

    /// <summary>The next byte that is not white space; 0 at the end.</summary>
    public byte Peek()
    {
        while (*_at is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t') _at++;
        return *_at;
    }

    /// <summary>Takes a byte when it comes next.</summary>
    public bool TryTake(byte wanted)
    {
        if (Peek() != wanted) return false;
        _at++;
        return true;
    }

    /// <summary>Takes a byte that must come next.</summary>
    public void Take(byte wanted)
    {
        if (!TryTake(wanted)) throw Malformed($"expected '{(char)wanted}'");
    }

    /// <summary>Begins an object or throws when the value is something else.</summary>
    public void TakeObject(string what)
    {
        if (TryTake((byte)'{')) return;
        throw *_at is 0 or (byte)'<' ? Malformed($"expected {what}") : WrongShape($"{what} is not an object");
    }

    /// <summary>The next key of an object whose brace was taken; false at its end.</summary>
    public bool NextMember(ref bool isFirst, out JsonToken key)
    {
        key = default;
        if (TryTake((byte)'}')) return false;
        if (!isFirst) Take((byte)',');
        isFirst = false;
        key = Key();
        return true;
    }

    /// <summary>Whether another element of an array follows, whose bracket was taken.</summary>
    public bool NextElement(ref bool isFirst)
    {
        if (TryTake((byte)']')) return false;
        if (!isFirst) Take((byte)',');
        isFirst = false;
        return true;
    }

    /// <summary>Reads any value; objects and arrays are checked and skipped.</summary>
    public JsonToken Value()
    {
        var first = Peek();
        var start = _at;
        if (first is (byte)'{' or (byte)'[')
        {
            SkipContainer();
            return new JsonToken(first == '{' ? JsonKind.Object : JsonKind.Array, start, (int)(_at - start));
        }

        return Scalar(first);
    }

    /// <summary>Throws unless only white space is left.</summary>
    public void TakeEnd()
    {
        Peek();
        if (_at != _end) throw Malformed("expected the end of the response");
    }

    /// <summary>The response is no JSON from here on.</summary>
    public readonly SourceFormatException Malformed(string what)
    {
        var first = _start;
        while (first < _end && *first <= ' ') first++;
        if (first < _end && *first == '<')
        {
            return new($"{_name} is a web page instead of JSON (byte {first - _start}): the server answered with an error page or a notice. Check the contact setting and fetch it again later.");
        }

        return _at >= _end
            ? new($"{_name} breaks off at byte {_end - _start}: {what}. The download was cut short; fetch it again.")
            : new($"{_name} is not valid JSON at byte {Offset}: {what}. The file is damaged; fetch it again.");
    }

    /// <summary>The response is JSON, but not the one that was expected.</summary>
    public readonly SourceFormatException WrongShape(string what) =>
        new($"{_name} has another shape than EDGAR's at byte {Offset}: {what}. Check that it is the file you meant; if it is, the format has changed.");

    private JsonToken Key()
    {
        if (Peek() != '"') throw Malformed("expected a key in quotes");
        var key = String();
        Take((byte)':');
        return key;
    }

    private JsonToken Scalar(byte first) => first switch
    {
        (byte)'"' => String(),
        (byte)'t' => Literal("true"u8, JsonKind.True),
        (byte)'f' => Literal("false"u8, JsonKind.False),
        (byte)'n' => Literal("null"u8, JsonKind.Null),
        (byte)'N' => Literal("NaN"u8, JsonKind.NotFinite),
        (byte)'I' => Literal("Infinity"u8, JsonKind.NotFinite),
        (byte)'-' when _at[1] == 'I' => Literal("-Infinity"u8, JsonKind.NotFinite),
        (byte)'-' or (>= (byte)'0' and <= (byte)'9') => Number(),
        _ => throw Malformed("expected a value"),
    };

    private JsonToken Literal(ReadOnlySpan<byte> word, JsonKind kind)
    {
        if (!new ReadOnlySpan<byte>(_at, word.Length).SequenceEqual(word)) throw Malformed("expected a value");
        _at += word.Length;
        return new JsonToken(kind, _at - word.Length, word.Length);
    }

    private JsonToken String()
    {
        var start = ++_at;
        var escaped = false;
        while (true)
        {
            var stop = new ReadOnlySpan<byte>(_at, (int)(_end - _at)).IndexOfAny(StringStops);
            _at = stop < 0 ? _end : _at + stop;
            if (*_at == '"') return new JsonToken(JsonKind.String, start, (int)(_at++ - start), escaped);
            if (*_at != '\\') throw Malformed(_at == _end ? "a text has no end" : "a text holds a control character");
            escaped = true;
            TakeEscape();
        }
    }

    private void TakeEscape()
    {
        _at++;
        if (*_at is not ((byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t' or (byte)'u')) throw Malformed("a text holds a broken escape");
        var digits = *_at++ == 'u' ? 4 : 0;
        for (; digits > 0; digits--, _at++)
        {
            if (!char.IsAsciiHexDigit((char)*_at)) throw Malformed("a text holds a broken escape");
        }
    }

    private JsonToken Number()
    {
        var start = _at;
        if (*_at == '-') _at++;
        if (*_at == '0') _at++;
        else TakeDigits();
        if (*_at == '.')
        {
            _at++;
            TakeDigits();
        }

        if (*_at is (byte)'e' or (byte)'E')
        {
            _at++;
            if (*_at is (byte)'+' or (byte)'-') _at++;
            TakeDigits();
        }

        return new JsonToken(JsonKind.Number, start, (int)(_at - start));
    }

    private void TakeDigits()
    {
        if (!char.IsAsciiDigit((char)*_at)) throw Malformed("expected a digit");
        while (char.IsAsciiDigit((char)*_at)) _at++;
    }

    // One bit a level tells objects from arrays.
    private void SkipContainer()
    {
        ulong objects = 0;
        var depth = 0;
        do
        {
            var first = Peek();
            if (first is not ((byte)'{' or (byte)'['))
            {
                Scalar(first);
            }
            else
            {
                if (depth++ == DeepestNesting) throw Malformed($"values are nested more than {DeepestNesting} deep");
                _at++;
                objects = objects << 1 | (first == '{' ? 1ul : 0);
                if (Peek() == Closing(objects)) Leave(ref objects, ref depth);
                else
                {
                    if ((objects & 1) != 0) Key();
                    continue;
                }
            }

            while (depth > 0 && Peek() == Closing(objects)) Leave(ref objects, ref depth);
            if (depth == 0) return;
            Take((byte)',');
            if ((objects & 1) != 0) Key();
        }
        while (true);
    }

    private static byte Closing(ulong objects) => (objects & 1) != 0 ? (byte)'}' : (byte)']';

    private void Leave(ref ulong objects, ref int depth)
    {
        _at++;
        objects >>= 1;
        depth--;
    }
}
