using OxyPlot;

namespace Froth.Server.Reports.Charts;

/// <summary>Measures text in ems, without fonts: a Chinese character is as wide as it is high, Latin letters go by rough classes.</summary>
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
                >= 'A' and <= 'Z' => 0.68,
                ' ' or '.' or ',' or 'i' or 'l' or 'j' or 't' or 'f' or 'I' or '(' or ')' => 0.34,
                'm' or 'w' or 'M' or 'W' or '%' or '−' or '+' or '×' => 0.9,
                _ => 0.6,
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
