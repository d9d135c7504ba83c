using System.Xml;

namespace Froth.Data.Sources.Edgar.Xml;

/// <summary>What a number is counted in: <c>USD</c>, <c>shares</c>, <c>USD/shares</c>.</summary>
/// <param name="Word">The word for it.</param>
/// <param name="Fault">Why no fact may refer to it; null when sound.</param>
internal sealed record XbrlUnit(string Word, string? Fault)
{
    /// <summary>A unit that no fact may refer to.</summary>
    public static XbrlUnit Unusable(string why) => new("", why);

    /// <summary>Reads the unit at which the scan stands, to its end.</summary>
    public static XbrlUnit Read(XmlScan scan)
    {
        List<string> above = [], below = [];
        string? fault = null;
        if (scan.Reader.IsEmptyElement) return Unusable("it has no measure");
        var (isBelow, isRatio) = (false, false);
        for (var depth = scan.Reader.Depth; scan.Read() && scan.Reader.Depth > depth;)
        {
            if (scan.Reader.NodeType != XmlNodeType.Element) continue;
            switch (scan.Reader.NamespaceURI, scan.Reader.LocalName)
            {
                case (XbrlNames.Instance, "divide"):
                    break;
                case (XbrlNames.Instance, "unitNumerator" or "unitDenominator"):
                    isBelow = scan.Reader.LocalName == "unitDenominator";
                    isRatio |= isBelow;
                    break;
                case (XbrlNames.Instance, "measure"):
                    var name = scan.Text(XbrlNames.Longest, out _, out _);
                    if (XbrlNames.Measure(scan.Reader, name) is { } measure) (isBelow ? below : above).Add(measure);
                    else fault ??= "a measure has no name that its namespaces explain";
                    break;
                default:
                    fault ??= "it holds more than measures";
                    scan.Skip();
                    break;
            }
        }

        if (above.Count == 0 || (isRatio && below.Count == 0) || above.Count + below.Count > 8) fault ??= "it has no measure, or more than anyone can mean";
        return fault is null ? new XbrlUnit(Product(above) + (below.Count > 0 ? "/" + Product(below) : ""), null) : Unusable(fault);
    }

    private static string Product(List<string> measures) => string.Join('*', measures.Order(StringComparer.Ordinal));
}
