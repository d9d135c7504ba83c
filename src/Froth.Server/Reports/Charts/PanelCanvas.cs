using System.Globalization;
using System.Net;
using System.Text;
using OxyPlot;

namespace Froth.Server.Reports.Charts;

/// <summary>
/// OxyPlot's SVG surface with two things of its own. It measures text in ems, because OxyPlot's default measures with the metrics of a Latin PDF
/// font, which gives a Chinese character no width at all. And it gathers text to be put on top of all lines and on its baseline, because viewers disagree
/// about hanging and middle baselines, most of all for Chinese.
/// </summary>
internal sealed class PanelCanvas(Stream stream, double width, double height)
    : SvgRenderContext(stream, width, height, false, new EmMeasure(), OxyColors.Transparent, false)
{
    private const double CapHeightEms = 0.72;
    private readonly StringBuilder _text = new();

    /// <summary>Every text drawn, as SVG elements with the original characters.</summary>
    public string Text => _text.ToString();

    public override OxySize MeasureText(string text, string fontFamily, double fontSize, double fontWeight) => EmMeasure.Of(text, fontSize);

    public override void DrawText(ScreenPoint p, string text, OxyColor fill, string fontFamily, double fontSize, double fontWeight, double rotation, HorizontalAlignment horizontalAlignment, VerticalAlignment verticalAlignment, OxySize? maxSize)
    {
        if (string.IsNullOrEmpty(text)) return;
        var down = verticalAlignment switch { VerticalAlignment.Top => CapHeightEms + 0.1, VerticalAlignment.Middle => CapHeightEms / 2, _ => 0 };
        var anchor = horizontalAlignment switch { HorizontalAlignment.Center => " text-anchor=\"middle\"", HorizontalAlignment.Right => " text-anchor=\"end\"", _ => "" };
        _text.Append("<text x=\"").Append(Short(p.X)).Append("\" y=\"").Append(Short(p.Y + down * fontSize)).Append("\" font-size=\"").Append(Short(fontSize)).Append('"')
            .Append(fontWeight > 500 ? " font-weight=\"600\"" : "").Append(anchor).Append(" style=\"fill:").Append(ChartInk.VariableOf(fill)).Append("\">")
            .Append(Escaped(text)).Append("</text>");
    }

    // HtmlEncode would write Latin letters with accents as numbers; only the five characters of markup need it.
    private static string Escaped(string text) => text.AsSpan().IndexOfAny("<>&\"'") < 0 ? text : WebUtility.HtmlEncode(text);

    private static string Short(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
