using System.Text;
using System.Xml;

namespace Froth.Data.Sources.Edgar.Xml;

/// <summary>
/// Reads XML that may be hostile, forward and once: no document type, no entities of its own, nothing fetched, bounded in length, in
/// depth and in the size of one node. Whatever is wrong comes out as a <see cref="SourceFormatException"/> with line and position.
/// </summary>
internal sealed class XmlScan : IDisposable
{
    /// <summary>Deepest level of elements; filings use less than ten.</summary>
    public const int DeepestLevel = 64;

    private readonly GuardedStream _bytes;
    private readonly string _name;
    private readonly string _advice;
    private readonly long _mostCharacters;
    private readonly char[] _piece = new char[4_096];
    private readonly StringBuilder _text = new();

    private XmlScan(Stream bytes, string name, string advice, long mostCharacters)
    {
        _bytes = new GuardedStream(bytes);
        _name = name;
        _advice = advice;
        _mostCharacters = mostCharacters;
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = mostCharacters, MaxCharactersFromEntities = 1_024,
            IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = false,
        };
        try
        {
            Reader = XmlReader.Create(_bytes, settings);
        }
        catch (Exception fault) when (IsOfDocument(fault))
        {
            throw Broken(fault);
        }
    }

    /// <summary>The reader, at the node that was read last.</summary>
    public XmlReader Reader { get; }

    /// <summary>Line of that node, counted from 1.</summary>
    public int Line => ((IXmlLineInfo)Reader).LineNumber + _bytes.LinesDropped;

    /// <summary>Starts to read a document.</summary>
    /// <param name="bytes">Its bytes: UTF-8 or UTF-16, with or without a byte order mark.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="advice">What to do when it is unusable: a sentence at the end of every message.</param>
    /// <param name="mostCharacters">Most characters of the document.</param>
    /// <exception cref="SourceFormatException">The document cannot even be begun.</exception>
    public static XmlScan Open(Stream bytes, string name, string advice, long mostCharacters) => new(bytes, name, advice, mostCharacters);

    /// <summary>True where bytes can begin an XML document; asked before anything dearer.</summary>
    public static bool MayBegin(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("\uFEFF"u8)) head = head[3..];
        head = head.TrimStart(" \t\r\n"u8);
        return head.Length > 1 && (head[0] == '<' || (head[0], head[1]) is (0xFF, 0xFE) or (0xFE, 0xFF) or (0, (byte)'<'));
    }

    /// <summary>Moves to the next node; false at the end of the document.</summary>
    /// <exception cref="SourceFormatException">The document is broken or exceeds a bound here.</exception>
    public bool Read()
    {
        try
        {
            // A text that nobody wants (the text blocks of a filing are megabytes of HTML) is passed in pieces, so that the bound of a
            // step need not allow for it.
            while (Reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && Reader.ReadValueChunk(_piece, 0, _piece.Length) > 0) _bytes.Mark();
            _bytes.Mark();
            if (!Reader.Read()) return false;
        }
        catch (Exception fault) when (IsOfDocument(fault))
        {
            throw Broken(fault);
        }

        return Reader.Depth <= DeepestLevel ? true : throw Broken($"elements are nested more than {DeepestLevel} levels deep");
    }

    /// <summary>Moves to the root element and checks it.</summary>
    /// <exception cref="SourceFormatException">The root is another one, or none was found.</exception>
    public void Root(string local, string? space, string what)
    {
        while (Read())
        {
            if (Reader.NodeType != XmlNodeType.Element) continue;
            if (Reader.LocalName == local && (space is null || Reader.NamespaceURI == space)) return;
            var isPage = Reader.LocalName.Equals("html", StringComparison.OrdinalIgnoreCase);
            throw Broken(isPage ? $"it is an HTML page and not {what}" : $"its root is <{Cut(Reader.Name)}> and not that of {what}");
        }

        throw Broken($"it is not {what}: it has no root element");
    }

    /// <summary>
    /// Reads the current element to its end and gives its text, trimmed. Of a longer text only the beginning is held, since the text
    /// blocks of a filing are megabytes of HTML that nobody asks for here.
    /// </summary>
    /// <param name="most">Most characters wanted.</param>
    /// <param name="isWhole">False when the text was longer.</param>
    /// <param name="hasElements">True when the element holds others; their text is part of what is given.</param>
    public string Text(int most, out bool isWhole, out bool hasElements)
    {
        (isWhole, hasElements) = (true, false);
        if (Reader.IsEmptyElement) return "";
        _text.Clear();
        for (var depth = Reader.Depth; Read() && Reader.Depth > depth;)
        {
            if (Reader.NodeType == XmlNodeType.Element) hasElements = true;
            if (Reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA)) continue;
            if (isWhole) isWhole = Append(most);
        }

        return _text.ToString().Trim();
    }

    /// <summary>Reads the current element to its end and forgets it. Unlike XmlReader.Skip this keeps to the bounds.</summary>
    public void Skip()
    {
        if (Reader.IsEmptyElement) return;
        for (var depth = Reader.Depth; Read() && Reader.Depth > depth;)
        {
        }
    }

    /// <summary>The complaint about this document, with the place that was read last.</summary>
    public SourceFormatException Broken(string what) =>
        new($"{_name}, line {Line}, position {((IXmlLineInfo)Reader).LinePosition}: {what}. {_advice}");

    public void Dispose() => Reader.Dispose();

    private static bool IsOfDocument(Exception fault) => fault is XmlException or InvalidDataException or ArgumentException;

    private static string Cut(string text, int most = 60) => text.Length > most ? text[..most] + "…" : text;

    private bool Append(int most)
    {
        try
        {
            for (int count; (count = Reader.ReadValueChunk(_piece, 0, _piece.Length)) > 0;)
            {
                // White space before the value is no part of it and must not use up the room for it.
                var piece = _text.Length == 0 ? _piece.AsSpan(0, count).TrimStart() : _piece.AsSpan(0, count);
                var room = most - _text.Length;
                _text.Append(piece[..Math.Min(piece.Length, room)]);
                if (piece.Length > room && !piece[room..].IsWhiteSpace()) return false;
                _bytes.Mark();
            }
        }
        catch (Exception fault) when (IsOfDocument(fault))
        {
            throw Broken(fault);
        }

        return true;
    }

    private SourceFormatException Broken(Exception fault)
    {
        var at = Reader as IXmlLineInfo;
        var (line, position) = fault is XmlException { LineNumber: > 0 } xml ? (xml.LineNumber, xml.LinePosition) : (at?.LineNumber ?? 1, at?.LinePosition ?? 1);
        var what = fault switch
        {
            InvalidDataException => fault.Message,
            _ when fault.Message.Contains("DTD", StringComparison.Ordinal) => "it declares a document type, which no filing does: it is an HTML page, or made to do harm",
            _ when fault.Message.Contains("MaxCharacters", StringComparison.Ordinal) => $"it is longer than {_mostCharacters >> 20} million characters",
            _ => $"it is not sound XML ({Cut(fault.Message, 300).TrimEnd('.')})",
        };
        return new SourceFormatException($"{_name}, line {line + _bytes.LinesDropped}, position {position}: {what}. {_advice}", fault);
    }
}
