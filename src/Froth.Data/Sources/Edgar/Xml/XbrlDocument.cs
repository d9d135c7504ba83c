using System.Text;
using System.Xml;
using Froth.Data.Ingest;

namespace Froth.Data.Sources.Edgar.Xml;

/// <summary>One number as it stands in an instance; what it refers to may follow later in the document.</summary>
internal readonly record struct XbrlFact(Int128 Value, string? Id, int Tag, int Context, int Unit, int Line, int Decimals, bool IsUnsound)
{
    /// <summary>The value stands for exactly itself (<c>decimals="INF"</c>).</summary>
    public const int Exact = int.MaxValue;

    /// <summary>Nothing is told about how far the value was rounded.</summary>
    public const int Unknown = int.MinValue;

    /// <summary>The place by which the fact is found again.</summary>
    public string Locator => Id is { Length: > 0 } ? "#" + Id : $"line {Line}";
}

/// <summary>A text of the cover page: the element's name within dei, its context, and the text.</summary>
internal readonly record struct XbrlCoverText(string Name, int Context, string Text);

/// <summary>
/// An instance read once, in the order in which it stands, into lists that refer to each other by number. Contexts, units and facts
/// may come in any order, so nothing is judged here that depends on another element.
/// </summary>
internal sealed class XbrlDocument
{
    /// <summary>Number of the unit of durations, which have none in the document.</summary>
    public const int Years = 0;

    /// <summary>Stands where a fact names no context or no unit.</summary>
    public const int None = -1;

    private const int LongestValue = 400;

    // A cover is looked up for each filer, so their product is bounded. Filings name a few dozen filers at most.
    private const int MostFilers = 1_000;
    private const int MostCoverTexts = 10_000;

    private static readonly string[] CoverNames = ["EntityRegistrantName", "DocumentType", "DocumentPeriodEndDate", "AmendmentFlag"];

    private readonly XmlScan _scan;
    private readonly ParseSink _sink;
    private readonly Dictionary<string, int> _tagNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Space, string Prefix), string> _prefixes = [];
    private readonly Dictionary<string, int> _contextNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _unitNumbers = new(StringComparer.Ordinal);

    private XbrlDocument(XmlScan scan, ParseSink sink) => (_scan, _sink) = (scan, sink);

    public List<string> Tags { get; } = [];

    /// <summary>Contexts by number; null for one that is referred to and nowhere told.</summary>
    public List<XbrlContext?> Contexts { get; } = [];

    /// <summary>Units by number; null for one that is referred to and nowhere told.</summary>
    public List<XbrlUnit?> Units { get; } = [new XbrlUnit("Year", null)];

    public List<XbrlFact> Facts { get; } = [];

    /// <summary>For facts whose value cannot be used: the reason and the text, by number of the fact.</summary>
    public Dictionary<int, (string Reason, string Raw)> Unsound { get; } = [];

    public List<XbrlCoverText> Cover { get; } = [];

    /// <summary>Reads a whole instance.</summary>
    /// <exception cref="SourceFormatException">It is none, or it is broken.</exception>
    public static XbrlDocument Read(XmlScan scan, ParseSink sink)
    {
        scan.Root("xbrl", XbrlNames.Instance, "an XBRL instance");
        var document = new XbrlDocument(scan, sink);
        for (var count = 0; scan.Read(); count++)
        {
            if (count % 4_096 == 0) sink.ThrowIfCancelled();
            if (scan.Reader.NodeType == XmlNodeType.Element) document.Element();
        }

        var filers = document.Contexts.Select(c => c?.Cik).Distinct(StringComparer.Ordinal).Take(MostFilers + 1).Count();
        if (filers > MostFilers) throw scan.Broken($"it names more than {MostFilers} filers");
        if (document.Cover.Count > MostCoverTexts) throw scan.Broken($"it repeats its cover more than {MostCoverTexts} times");
        return document;
    }

    private void Element()
    {
        var reader = _scan.Reader;
        switch (reader.NamespaceURI, reader.LocalName)
        {
            case (XbrlNames.Instance, "context"):
                Define(_contextNumbers, Contexts, reader.GetAttribute("id"), XbrlContextReader.Read(_scan),
                    XbrlContext.Unusable("its id is given to two contexts that differ"));
                break;
            case (XbrlNames.Instance, "unit"):
                Define(_unitNumbers, Units, reader.GetAttribute("id"), XbrlUnit.Read(_scan), XbrlUnit.Unusable("its id is given to two units that differ"));
                break;
            case (XbrlNames.Instance or XbrlNames.Link, _):
                _scan.Skip();
                break;
            default:
                Fact();
                break;
        }
    }

    // What a fact with such a reference means is unknown whichever definition comes first, so an id once ambiguous stays so.
    private static void Define<T>(Dictionary<string, int> numbers, List<T?> list, string? id, T told, T ambiguous) where T : class
    {
        if (string.IsNullOrEmpty(id)) return;
        var number = Number(numbers, list, id);
        list[number] = list[number] is { } held && !held.Equals(told) ? ambiguous : told;
    }

    private static int Number<T>(Dictionary<string, int> numbers, List<T?> list, string? id) where T : class
    {
        if (string.IsNullOrEmpty(id)) return None;
        if (numbers.TryGetValue(id, out var number)) return number;
        list.Add(null);
        return numbers[id] = list.Count - 1;
    }

    private void Fact()
    {
        var reader = _scan.Reader;
        var line = _scan.Line;
        var id = reader.GetAttribute("id");
        var context = Number(_contextNumbers, Contexts, reader.GetAttribute("contextRef"));
        var unit = Number(_unitNumbers, Units, reader.GetAttribute("unitRef"));
        var decimals = Decimals(reader.GetAttribute("decimals"));
        var prefix = Prefix(reader);
        var name = reader.LocalName;
        // A nil fact says that no value is told. It is neither a nought nor a fault (Apple's contingencies are nil in every report),
        // so nothing is kept of it and nothing complained about.
        var isNil = reader.GetAttribute("nil", XbrlNames.SchemaInstance)?.Trim() is "true" or "1";
        var text = _scan.Text(LongestValue, out var isWhole, out var hasElements);
        if (isNil) return;
        var tag = $"{prefix}:{name}";
        if (unit == None && !(context == None && hasElements))
        {
            if (prefix == "dei") KeepCover(name, context, text);
            else if (isWhole && !hasElements && text.Length <= XbrlDuration.Longest && tag.Length <= XbrlNames.Longest && XbrlDuration.TryYears(text, out var years))
                Facts.Add(new XbrlFact(years, id, Tag(tag), context, Years, line, XbrlFact.Exact, false));
            return;
        }

        var (reason, value) = Value(text, isWhole, hasElements);
        if (tag.Length > XbrlNames.Longest)
        {
            reason = $"its name is longer than {XbrlNames.Longest} characters";
            tag = tag[..XbrlNames.Longest];
        }

        if (reason is not null) Unsound[Facts.Count] = (reason, text);
        Facts.Add(new XbrlFact(value, id, Tag(tag), context, unit, line, decimals, reason is not null));
    }

    private static (string? Reason, Int128 Value) Value(string text, bool isWhole, bool hasElements)
    {
        if (hasElements) return ("it holds elements instead of a number", 0);
        if (!isWhole) return ($"its number is longer than {LongestValue} characters", 0);
        return (DecimalText.Read(Encoding.UTF8.GetBytes(text), out var value), value);
    }

    private static int Decimals(string? text) => text switch
    {
        null => XbrlFact.Unknown,
        "INF" => XbrlFact.Exact,
        _ => int.TryParse(text, out var decimals) && decimals is > -100 and < 100 ? decimals : XbrlFact.Unknown,
    };

    private void KeepCover(string name, int context, string text)
    {
        if (context != None && text.Length > 0 && CoverNames.Contains(name)) Cover.Add(new XbrlCoverText(name, context, text));
    }

    private string Prefix(XmlReader reader)
    {
        var key = (reader.NamespaceURI, reader.Prefix);
        if (!_prefixes.TryGetValue(key, out var prefix)) _prefixes[key] = prefix = XbrlNames.Prefix(key.NamespaceURI, key.Prefix);
        return prefix;
    }

    private int Tag(string tag)
    {
        if (_tagNumbers.TryGetValue(tag, out var number)) return number;
        Tags.Add(tag);
        return _tagNumbers[tag] = Tags.Count - 1;
    }
}
