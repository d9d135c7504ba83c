using System.Text;

namespace Froth.Server.Reports.Charts;

/// <summary>
/// Turns the exporter's document into a fragment for a page: clip paths go (their ids would repeat from panel to panel, and nothing is drawn
/// outside anyway), colours become CSS variables, coordinates lose digits no screen shows, and the root gets its role and label.
/// </summary>
internal static class SvgTidy
{
    public static string Fragment(string exported, string text, int width, int height, string label)
    {
        var svg = new StringBuilder(exported.Length);
        svg.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\" viewBox=\"0 0 ").Append(width).Append(' ').Append(height)
            .Append("\" aria-label=\"").Append(System.Net.WebUtility.HtmlEncode(SafeText.Clean(label))).Append("\">");
        var rest = exported.AsSpan(exported.IndexOf("<svg", StringComparison.Ordinal));
        rest = rest[(rest.IndexOf('>') + 1)..];
        foreach (var raw in rest.EnumerateLines())
        {
            var line = raw.Trim();
            if (line.IsEmpty || IsClipping(line)) continue;
            if (line.StartsWith("<g ")) line = "<g>";
            if (line is "<g>" or "</g>" or "</svg>") continue;
            Append(svg, line);
        }

        return svg.Append(text).Append("</svg>").ToString();
    }

    // The full-size background rectangle inside a clip path has no style; every drawn rectangle has one.
    private static bool IsClipping(ReadOnlySpan<char> line) =>
        line is "<defs>" or "</defs>" or "</clipPath>" || line.StartsWith("<clipPath") || line.StartsWith("<g ") && line.EndsWith("/>")
        || line.StartsWith("<rect") && (!line.Contains("style=", StringComparison.Ordinal) || line.Contains("fill:none;stroke:none", StringComparison.Ordinal)
            || line.Contains("stroke-width:0\"", StringComparison.Ordinal))
        || line.StartsWith("<poly") && line.Contains("fill:none;stroke:none", StringComparison.Ordinal);

    private static void Append(StringBuilder svg, ReadOnlySpan<char> line)
    {
        var tag = ChartInk.ToVariables(line.ToString())
            .Replace("stroke-dasharray:1,1", "stroke-dasharray:1.5,3", StringComparison.Ordinal)
            .Replace("stroke-dasharray:4,1\"", "stroke-dasharray:5,4\"", StringComparison.Ordinal)
            .Replace("stroke-dasharray:10,2", "stroke-dasharray:11,3", StringComparison.Ordinal)
            .Replace(" shape-rendering=\"geometricPrecision\"", "", StringComparison.Ordinal)
            .Replace("stroke-linejoin:bevel", "stroke-linejoin:round", StringComparison.Ordinal);
        AppendShort(svg, tag);
    }

    // One decimal of a CSS pixel is finer than any screen; the exporter writes four.
    private static void AppendShort(StringBuilder svg, string tag)
    {
        for (var i = 0; i < tag.Length; i++)
        {
            svg.Append(tag[i]);
            if (tag[i] != '.' || i + 1 >= tag.Length || !char.IsAsciiDigit(tag[i + 1])) continue;
            svg.Append(tag[++i]);
            while (i + 1 < tag.Length && char.IsAsciiDigit(tag[i + 1])) i++;
        }
    }
}
