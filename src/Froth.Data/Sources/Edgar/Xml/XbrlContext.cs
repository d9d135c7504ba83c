using System.Globalization;
using System.Text;
using System.Xml;
using Froth.Data.Ingest;

namespace Froth.Data.Sources.Edgar.Xml;

/// <summary>Whom, when and what confined to: the content of a context. Two contexts of the same content are equal.</summary>
/// <param name="Cik">The filer, ten digits.</param>
/// <param name="Start">First day since 1970-01-01, or <see cref="FiledFactBatch.NoStart"/>.</param>
/// <param name="End">Last day, or the day of an instant.</param>
/// <param name="Dimension"><c>axis=member</c> pairs in the order of the axes, joined by <c>;</c>; empty for the whole firm.</param>
/// <param name="Fault">Why no fact may refer to it; null when sound.</param>
internal sealed record XbrlContext(string Cik, int Start, int End, string Dimension, string? Fault)
{
    /// <summary>A context that no fact may refer to.</summary>
    public static XbrlContext Unusable(string why) => new("", FiledFactBatch.NoStart, 0, "", why);
}

/// <summary>
/// Reads one context. Anything in it that is not understood makes it unusable: a number whose confinement is not known must not pass
/// for one about the whole firm.
/// </summary>
internal sealed class XbrlContextReader
{
    private const string FilerScheme = "www.sec.gov/CIK";
    private const int LongestDimension = 4_096;

    private readonly XmlScan _scan;
    private readonly List<(string Axis, string Member)> _members = [];
    private string? _cik;
    private string? _start, _end, _instant;
    private string? _fault;

    private XbrlContextReader(XmlScan scan) => _scan = scan;

    /// <summary>Reads the context at which the scan stands, to its end.</summary>
    public static XbrlContext Read(XmlScan scan)
    {
        var reader = new XbrlContextReader(scan);
        if (!scan.Reader.IsEmptyElement)
        {
            for (var depth = scan.Reader.Depth; scan.Read() && scan.Reader.Depth > depth;)
            {
                if (scan.Reader.NodeType == XmlNodeType.Element) reader.Element();
            }
        }

        return reader.Context();
    }

    private void Element()
    {
        var reader = _scan.Reader;
        switch (reader.NamespaceURI, reader.LocalName)
        {
            case (XbrlNames.Instance, "entity" or "period" or "segment" or "scenario"):
                break;
            case (XbrlNames.Instance, "identifier"):
                var scheme = reader.GetAttribute("scheme") ?? "";
                if (!scheme.EndsWith(FilerScheme, StringComparison.OrdinalIgnoreCase)) Fault("it identifies its entity otherwise than by a CIK of the SEC");
                Once(ref _cik);
                break;
            case (XbrlNames.Instance, "startDate"):
                Once(ref _start);
                break;
            case (XbrlNames.Instance, "endDate"):
                Once(ref _end);
                break;
            case (XbrlNames.Instance, "instant"):
                Once(ref _instant);
                break;
            case (XbrlNames.Dimensions, "explicitMember"):
                Member(isTyped: false);
                break;
            case (XbrlNames.Dimensions, "typedMember"):
                Member(isTyped: true);
                break;
            default:
                Fault($"it holds <{Cells.Show(Encoding.UTF8.GetBytes(reader.Name))}>, of which the meaning is not known");
                _scan.Skip();
                break;
        }
    }

    private void Once(ref string? held)
    {
        var text = _scan.Text(64, out _, out _);
        if (held is not null) Fault("it tells its entity or a date twice");
        held = text;
    }

    private void Member(bool isTyped)
    {
        var axis = XbrlNames.Qualified(_scan.Reader, _scan.Reader.GetAttribute("dimension")?.Trim() ?? "");
        var text = _scan.Text(XbrlNames.Longest, out var isWhole, out _);
        var member = isTyped ? TypedWord(text) : XbrlNames.Qualified(_scan.Reader, text);
        if (axis is null || member is null || !isWhole) Fault("a dimension or member has no name that its namespaces explain");
        else if (_members.Exists(m => m.Axis == axis)) Fault($"it names the dimension {axis} twice");
        else _members.Add((axis, member));
    }

    // The signs that build the word may not come from inside a member.
    private static string TypedWord(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace(";", "%3B", StringComparison.Ordinal);

    private XbrlContext Context()
    {
        var cik = Cik();
        var start = FiledFactBatch.NoStart;
        var end = 0;
        if (_instant is not null && (_start ?? _end) is null) Day(_instant, isEnd: true, out end);
        else if (_start is not null && _end is not null && _instant is null)
        {
            Day(_start, isEnd: false, out start);
            Day(_end, isEnd: true, out end);
            if (start > end) Fault("its period starts after it ends");
        }
        else Fault("it has neither a day nor a start and an end");

        _members.Sort((a, b) => string.CompareOrdinal(a.Axis, b.Axis));
        var dimension = string.Join(';', _members.Select(m => $"{m.Axis}={m.Member}"));
        if (dimension.Length > LongestDimension) Fault($"its dimensions are longer than {LongestDimension} characters");
        return _fault is null ? new XbrlContext(cik, start, end, dimension, null) : XbrlContext.Unusable(_fault);
    }

    private string Cik()
    {
        if (_cik is { Length: > 0 and <= 10 } && ulong.TryParse(_cik, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
            return number.ToString("D10", CultureInfo.InvariantCulture);
        Fault("it names no entity by a CIK of one to ten digits");
        return "";
    }

    // XBRL takes a bare day at the end of a period, or as an instant, as that day's last moment; T00:00:00 there is the moment at
    // which the day before ends.
    private void Day(string text, bool isEnd, out int days)
    {
        Span<byte> day = stackalloc byte[10];
        days = 0;
        if (text.Length < 10 || !Ascii.IsValid(text) || Encoding.ASCII.GetBytes(text.AsSpan(0, 10), day) != 10 || !Cells.TryDate(day, out days))
        {
            Fault($"'{Cells.Show(Encoding.UTF8.GetBytes(text))}' is not a date");
            return;
        }

        var time = text.AsSpan(10);
        if (time.Length > 0 && time[0] is not ('T' or 'Z' or '+' or '-')) Fault($"'{text}' is not a date");
        if (isEnd && time.StartsWith("T00:00:00")) days--;
    }

    private void Fault(string why) => _fault ??= why;
}
