namespace Froth.Data.Sources.Edgar.Xml;

/// <summary>
/// XBRL 2.1 instances as filed with the SEC: the only place for what is confined to a customer, a product or a segment, for a firm's own
/// tags, and for useful lives. Every number lands as a filed fact, durations as years; texts are not kept.
/// </summary>
internal static class XbrlInstance
{
    /// <summary>Most characters of an instance; those of the largest banks have some 60 million.</summary>
    public const long MostCharacters = 256L << 20;

    private const string Advice = "Fetch the instance again, in EDGAR the file of the filing that ends in _htm.xml; if it stays so, do not use it.";

    /// <summary>True when a file that begins like this is an instance, by its root element.</summary>
    public static bool IsOne(ReadOnlySpan<byte> head)
    {
        if (!XmlScan.MayBegin(head)) return false;
        try
        {
            using var scan = XmlScan.Open(new MemoryStream(head.ToArray()), "", "", MostCharacters);
            scan.Root("xbrl", XbrlNames.Instance, "");
            return true;
        }
        catch (SourceFormatException)
        {
            return false;
        }
    }

    /// <summary>Reads an instance whole.</summary>
    /// <param name="file">The instance.</param>
    /// <param name="arguments">May tell its filing: <c>accession</c>, <c>filed</c>, <c>form</c>; see <see cref="XbrlFiling"/>.</param>
    /// <param name="sink">Gets the facts, and the refusals with the fact's id or line.</param>
    /// <exception cref="SourceFormatException">It is no instance, broken, hostile, or holds no facts; nothing of it landed.</exception>
    /// <exception cref="ArgumentException">An argument cannot be read.</exception>
    public static void Parse(SourceFile file, SourceArguments arguments, ParseSink sink)
    {
        using var bytes = file.Open();
        Parse(new BufferedStream(bytes, 1 << 16), file.Name, file.Length, arguments, sink);
    }

    /// <summary>Reads an instance from a stream, which stays open.</summary>
    public static void Parse(Stream bytes, string name, SourceArguments arguments, ParseSink sink) => Parse(bytes, name, 0, arguments, sink);

    private static void Parse(Stream bytes, string name, long length, SourceArguments arguments, ParseSink sink)
    {
        using var scan = XmlScan.Open(bytes, name, Advice, MostCharacters);
        var document = XbrlDocument.Read(scan, sink);
        if (document.Facts.Count == 0 && document.Cover.Count == 0) throw scan.Broken("it holds no facts");
        new XbrlLanding(document, arguments, sink).Land(length);
    }
}
