namespace Froth.Data.Sources.Edgar.Xml;

/// <summary>
/// The bytes of an XML document on their way to the reader. XmlReader bounds a whole document but not one tag: a start tag with
/// millions of attributes would be held in memory at some twenty times its size before anybody saw it, and its time grows with the
/// square of their number. So the bytes that one step of the reader may take are bounded here. Blank bytes before the XML
/// declaration, which EDGAR sends, are dropped.
/// </summary>
internal sealed class GuardedStream(Stream inner) : ForwardStream
{
    /// <summary>Most bytes of one step: a tag, a comment or a CDATA section. Texts are read in many steps and may be longer.</summary>
    public const int MostBytesOfStep = 2 << 20;

    private long _read;
    private long _mark;
    private bool _hasBegun;

    /// <summary>Line breaks dropped before the document; the reader does not count them.</summary>
    public int LinesDropped { get; private set; }

    /// <summary>Tells that a step was completed.</summary>
    public void Mark() => _mark = _read;

    public override int Read(Span<byte> buffer)
    {
        if (_read - _mark > MostBytesOfStep)
            throw new InvalidDataException($"one tag, comment or CDATA section is longer than {MostBytesOfStep >> 20} MiB");
        var count = inner.Read(buffer);
        while (!_hasBegun && count > 0)
        {
            _read += count;
            if (_read > MostBytesOfStep) throw new InvalidDataException("it begins with nothing but blanks");
            count = DropBlanks(buffer, count);
            if (!_hasBegun) count = inner.Read(buffer);
        }

        _read += count;
        return count;
    }

    // A byte order mark of UTF-8 is dropped with the blanks: it says no more than the default, and blanks may follow it.
    private int DropBlanks(Span<byte> buffer, int count)
    {
        var read = buffer[..count];
        var at = read.StartsWith("\uFEFF"u8) ? 3 : 0;
        while (at < count && read[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            if (read[at++] == '\n') LinesDropped++;
        }

        _hasBegun = at < count;
        read[at..].CopyTo(buffer);
        return count - at;
    }
}
