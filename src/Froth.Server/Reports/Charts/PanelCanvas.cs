using OxyPlot;

namespace Froth.Server.Reports.Charts;

/// <summary>
/// OxyPlot's SVG surface with a text measure of its own. OxyPlot's default measures with the metrics of a Latin PDF font, which gives a
/// Chinese character no width at all; here one is as wide as it is high.
/// </summary>
internal sealed class PanelCanvas(Stream stream, double width, double height)
    : SvgRenderContext(stream, width, height, false, new EmMeasure(), OxyColors.Transparent, true)
{
    public override OxySize MeasureText(string text, string fontFamily, double fontSize, double fontWeight) => EmMeasure.Of(text, fontSize);
}

/// <summary>Measures text in ems, without fonts.</summary>
internal sealed class EmMeasure : RenderContextBase
{
    public override int ClipCount => 0;

    /// <summary>Width and height of one line.</summary>
    public static OxySize Of(string? text, double fontSize) => new(Ems(text ?? "") * fontSize, string.IsNullOrEmpty(text) ? 0 : fontSize * 1.2);

    /// <summary>Width in ems.</summary>
    public static double Ems(ReadOnlySpan<char> text)
    {
        var ems = 0.0;
        foreach (var character in text)
        {
            ems += character switch
            {
                >= '\u2E80' => 1.0,
                >= 'A' and <= 'Z' => 0.66,
                ' ' or '.' or ',' or 'i' or 'l' or 'j' or 't' or 'f' or 'I' or '(' or ')' => 0.32,
                'm' or 'w' or 'M' or 'W' or '%' => 0.86,
                _ => 0.56,
            };
        }

        return ems;
    }

    public override OxySize MeasureText(string text, string fontFamily, double fontSize, double fontWeight) => Of(text, fontSize);

    public override void DrawLine(IList<ScreenPoint> points, OxyColor stroke, double thickness, EdgeRenderingMode edgeRenderingMode, double[] dashArray, LineJoin lineJoin)
    {
        // It measures; it never draws.
    }

    public override void DrawPolygon(IList<ScreenPoint> points, OxyColor fill, OxyColor stroke, double thickness, EdgeRenderingMode edgeRenderingMode, double[] dashArray, LineJoin lineJoin)
    {
        // It measures; it never draws.
    }

    public override void DrawText(ScreenPoint p, string text, OxyColor fill, string fontFamily, double fontSize, double fontWeight, double rotation, HorizontalAlignment horizontalAlignment, VerticalAlignment verticalAlignment, OxySize? maxSize)
    {
        // It measures; it never draws.
    }

    public override void PopClip()
    {
        // It measures; it never draws.
    }

    public override void PushClip(OxyRect clippingRectangle)
    {
        // It measures; it never draws.
    }
}
