using System.Globalization;
using System.Text;
using Froth.Core;
using Froth.Core.Indicators;
using Froth.Core.Reports;
using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace Froth.Server.Reports.Charts;

/// <summary>Draws one panel of a figure as an SVG fragment with real text.</summary>
internal sealed class SvgPanel(ChartSpec spec, Language language, string label)
{
    private const int Width = 360;
    private const int Height = 224;
    private const double Small = 11;
    private readonly ValueScale _scale = new(spec, language);

    private Definition Definition => spec.Row.Definition;

    /// <summary>The finished fragment.</summary>
    public string Draw()
    {
        var title = TitleLines();
        var model = Frame(38 + 17 * (title.Count - 1));
        AddAxes(model);
        AddCuts(model);
        foreach (var series in spec.Context) model.Series.Add(ThinLine(series.Readings));
        AddRange(model);
        model.Series.Add(MainLine());
        AddLastValue(model);
        using var stream = new MemoryStream();
        using var canvas = new PanelCanvas(stream, Width, Height);
        ((IPlotModel)model).Update(true);
        ((IPlotModel)model).Render(canvas, new OxyRect(0, 0, Width, Height));
        WriteHeading(canvas, title);
        canvas.Complete();
        canvas.Flush();
        return SvgTidy.Fragment(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length), canvas.Text, Width, Height, label);
    }

    private PlotModel Frame(double top) => new()
    {
        DefaultFont = "x", DefaultFontSize = Small, TextColor = ChartInk.Muted, Background = OxyColors.Undefined, PlotAreaBorderThickness = new OxyThickness(0),
        PlotMargins = new OxyThickness(AxisWidth(), top, RightMargin(), 22), Padding = new OxyThickness(0), IsLegendVisible = false,
    };

    private void AddAxes(PlotModel model)
    {
        var (from, to) = (Place(spec.From), Place(spec.To));
        Axis values = spec.Logarithmic ? new LogarithmicAxis() : new LinearAxis { MajorStep = _scale.Step };
        values.Position = AxisPosition.Left;
        (values.Minimum, values.Maximum) = (spec.Bottom, spec.Top);
        (values.MajorGridlineStyle, values.MajorGridlineColor, values.MajorGridlineThickness) = (LineStyle.Solid, ChartInk.Rule, 1);
        (values.MinorTickSize, values.MajorTickSize, values.FontSize, values.TextColor) = (0, 0, Small, ChartInk.Muted);
        (values.LabelFormatter, values.AxisTickToLabelDistance) = (_scale.Label, 5);
        model.Axes.Add(values);
        // The date axis comes last, so that its line lies over the grid line of the lowest value.
        model.Axes.Add(new LinearAxis
        {
            Position = AxisPosition.Bottom, Minimum = from, Maximum = to, AxislineStyle = LineStyle.Solid, AxislineColor = ChartInk.Muted, AxislineThickness = 1,
            MajorStep = YearStep(to - from), MinorTickSize = 0, MajorTickSize = 4, TicklineColor = ChartInk.Muted, TextColor = ChartInk.Muted, FontSize = Small,
            LabelFormatter = YearLabel, AxisTickToLabelDistance = 2,
        });
    }

    private void AddCuts(PlotModel model)
    {
        var named = double.NaN;
        // From the gravest down; a name that would cover the one before it is left out, the dash still tells which cut it is.
        foreach (var cut in spec.Cuts.Reverse())
        {
            model.Annotations.Add(new LineAnnotation
            {
                Type = LineAnnotationType.Horizontal, Y = cut.Value, Color = ChartInk.Of(cut.Band), StrokeThickness = 1.2, LineStyle = DashOf(cut.Band),
                Layer = AnnotationLayer.BelowSeries,
            });
            if (Math.Abs(cut.Value - named) / (spec.Top - spec.Bottom) * Height * 0.7 < Small) continue;
            named = cut.Value;
            model.Annotations.Add(new TextAnnotation
            {
                TextPosition = new DataPoint(Place(spec.From), cut.Value), Text = Glossary.Of(cut.Band).In(language), TextColor = ChartInk.Of(cut.Band), FontSize = 10,
                Stroke = OxyColors.Transparent, StrokeThickness = 0, Padding = new OxyThickness(0), Offset = new ScreenVector(3, Definition.Bands.Falling ? 3 : -3),
                TextHorizontalAlignment = HorizontalAlignment.Left, TextVerticalAlignment = Definition.Bands.Falling ? VerticalAlignment.Top : VerticalAlignment.Bottom,
            });
        }
    }

    private static LineStyle DashOf(Band band) => band switch { Band.Alarm => LineStyle.LongDash, Band.Elevated => LineStyle.Dash, _ => LineStyle.Dot };

    // Ranges are shaded run by run: a shade across a gap would claim knowledge that is not there.
    private void AddRange(PlotModel model)
    {
        AreaSeries? run = null;
        foreach (var reading in spec.Line)
        {
            if (double.IsNaN(reading.Low) || double.IsNaN(reading.High))
            {
                run = null;
                continue;
            }

            if (run is null)
            {
                run = new AreaSeries { Color = OxyColors.Transparent, StrokeThickness = 0, Fill = ChartInk.Shade };
                model.Series.Add(run);
            }

            var place = Place(reading.Date);
            run.Points.Add(new DataPoint(place, reading.Low));
            run.Points2.Add(new DataPoint(place, reading.High));
        }
    }

    private LineSeries MainLine()
    {
        var line = new LineSeries
        {
            Color = ChartInk.Line, StrokeThickness = Definition.Frequency == Frequency.Irregular ? 1 : spec.Line.Count > 200 ? 1.2 : 1.8, LineJoin = LineJoin.Round,
            MarkerType = spec.Dots ? MarkerType.Circle : MarkerType.None, MarkerSize = 2.4, MarkerFill = ChartInk.Line,
        };
        foreach (var reading in spec.Line) line.Points.Add(new DataPoint(Place(reading.Date), reading.Value));
        return line;
    }

    private static LineSeries ThinLine(IReadOnlyList<Reading> readings)
    {
        var line = new LineSeries { Color = ChartInk.Context, StrokeThickness = 1, LineJoin = LineJoin.Round };
        foreach (var reading in readings) line.Points.Add(new DataPoint(Place(reading.Date), reading.Value));
        return line;
    }

    private void AddLastValue(PlotModel model)
    {
        var last = spec.Line.Last(r => r.HasValue);
        model.Annotations.Add(new PointAnnotation
        {
            X = Place(last.Date), Y = last.Value, Shape = MarkerType.Circle, Size = 3.6, Fill = ChartInk.Line, StrokeThickness = 0,
        });
        model.Annotations.Add(new TextAnnotation
        {
            TextPosition = new DataPoint(Place(last.Date), last.Value), Text = LastLabel(last), StrokeThickness = 0, Stroke = OxyColors.Transparent,
            TextColor = ChartInk.Text, FontWeight = 600, FontSize = 12, Padding = new OxyThickness(0), Offset = new ScreenVector(6, 0),
            TextHorizontalAlignment = HorizontalAlignment.Left, TextVerticalAlignment = VerticalAlignment.Middle,
        });
    }

    private string LastLabel(Reading last) => NumberText.Value(last.Value, Definition, language);

    private void WriteHeading(PanelCanvas canvas, List<string> title)
    {
        var kicker = string.Join(" · ", Kicker());
        canvas.DrawText(new ScreenPoint(0, 11), SafeText.Clean(kicker), ChartInk.Muted, "x", Small, 400, 0, HorizontalAlignment.Left, VerticalAlignment.Bottom, null);
        for (var i = 0; i < title.Count; i++)
            canvas.DrawText(new ScreenPoint(0, 28 + 17 * i), title[i], ChartInk.Text, "x", 14, 600, 0, HorizontalAlignment.Left, VerticalAlignment.Bottom, null);
    }

    private IEnumerable<string> Kicker()
    {
        yield return Pillars.NameOf(Definition.Pillar).In(language);
        yield return Glossary.Of(Definition.Frequency).In(language);
        yield return Glossary.Of(Definition.Unit).In(language);
        if (spec.Row.Entity is { } entity) yield return entity.In(language);
        if (spec.Logarithmic) yield return Glossary.LogScale.In(language);
    }

    private List<string> TitleLines() => TextWrap.Lines(SafeText.Clean(Definition.Title.In(language)), Width / 14.0 * 0.97, 2);

    private double AxisWidth()
    {
        var widest = 0.0;
        for (var tick = Math.Ceiling(spec.Bottom / _scale.Step) * _scale.Step; tick <= spec.Top; tick += _scale.Step)
            widest = Math.Max(widest, EmMeasure.Ems(_scale.Label(tick)));
        if (spec.Logarithmic) widest = Math.Max(EmMeasure.Ems(_scale.Label(spec.Bottom)), EmMeasure.Ems(_scale.Label(spec.Top)));
        return Math.Clamp(widest * Small + 8, 26, 78);
    }

    private double RightMargin()
    {
        var last = spec.Line.Last(r => r.HasValue);
        var room = Width * (1 - (Place(last.Date) - Place(spec.From)) / Math.Max(1e-9, Place(spec.To) - Place(spec.From))) * 0.7;
        return Math.Max(8, EmMeasure.Ems(LastLabel(last)) * 12.6 + 12 - room);
    }

    private static double YearStep(double years) => years switch { <= 1.5 => 0.25, <= 3 => 0.5, <= 7 => 1, <= 15 => 2, <= 40 => 5, <= 80 => 10, _ => 25 };

    private static string YearLabel(double year)
    {
        var whole = Math.Floor(year + 1e-6);
        var month = (int)Math.Round((year - whole) * 12) + 1;
        return month == 1 ? whole.ToString("0", CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{whole:0}-{month:00}");
    }

    // Years and their fraction: steps of whole years then fall on the first of January.
    private static double Place(DateOnly day) => day.Year + (day.DayOfYear - 1) / (DateTime.IsLeapYear(day.Year) ? 366.0 : 365.0);
}
