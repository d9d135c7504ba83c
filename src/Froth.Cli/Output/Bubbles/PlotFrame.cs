using Froth.Core;
using Froth.Core.Bubbles;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace Froth.Cli.Output.Bubbles;

/// <summary>Two panels over one axis of time: prices above, a test below.</summary>
internal static class PlotFrame
{
    public const string PriceAxis = "price";
    public const string TestAxis = "test";

    public static readonly OxyColor Ink = OxyColor.FromRgb(0x22, 0x2B, 0x38);
    public static readonly OxyColor PriceColour = OxyColor.FromRgb(0x1F, 0x5A, 0x99);
    public static readonly OxyColor[] Colours = [OxyColor.FromRgb(0xC9, 0x5A, 0x0B), OxyColor.FromRgb(0x8A, 0x2B, 0x6F)];

    private const double Divide = 0.46;
    private static readonly OxyColor Faint = OxyColor.FromRgb(0xDD, 0xE1, 0xE6);

    /// <summary>An empty frame with the line of prices from an observation on.</summary>
    public static PlotModel Of(PriceSeries series, bool log, string title, string subtitle, string test, PlotFile plot, int from = 0)
    {
        var language = plot.Language;
        var model = new PlotModel
        {
            DefaultFont = plot.Family, Background = OxyColors.White, TextColor = Ink, PlotAreaBorderColor = Faint, TitleFontSize = 17, SubtitleFontSize = 12,
            Title = title, Subtitle = $"{subtitle} · froth {ProgramVersion.Text}", Padding = new OxyThickness(8, 8, 18, 8),
        };
        model.Legends.Add(new Legend { LegendPosition = LegendPosition.BottomCenter, LegendPlacement = LegendPlacement.Outside, LegendOrientation = LegendOrientation.Horizontal, LegendFontSize = 12 });
        Axis time = series.Dates is null ? new LinearAxis { Title = new Bilingual("observation", "观测序号").In(language) }
            : IsLong(series) ? new LinearAxis { StringFormat = "0", MinimumMajorStep = 1 }
            : new DateTimeAxis { StringFormat = "yyyy-MM" };
        (time.Position, time.MajorGridlineStyle, time.MajorGridlineColor, time.TicklineColor) = (AxisPosition.Bottom, LineStyle.Solid, Faint, Faint);
        (time.MinimumPadding, time.MaximumPadding) = (0.01, 0.01);
        model.Axes.Add(time);
        var level = log ? new Bilingual("level (log scale)", "水平（对数刻度）") : new Bilingual("level", "水平");
        model.Axes.Add(Upright(log ? new LogarithmicAxis() : new LinearAxis(), PriceAxis, level.In(language), Divide + 0.02, 1));
        model.Axes.Add(Upright(new LinearAxis(), TestAxis, test, 0, Divide - 0.02));
        model.Series.Add(Line(series.Name, PriceAxis, PriceColour, LineStyle.Solid, series, Enumerable.Range(from, series.Count - from), i => series.Values[i]));
        return model;
    }

    public static LineSeries Line(string title, string axis, OxyColor colour, LineStyle style, PriceSeries series, IEnumerable<int> places, Func<int, double> value)
    {
        var line = new LineSeries { Title = title, YAxisKey = axis, Color = colour, LineStyle = style, StrokeThickness = 1.4 };
        foreach (var i in places) line.Points.Add(new DataPoint(X(series, i), value(i)));
        return line;
    }

    // An axis of dates puts its labels at odd years; over many years the year itself is the number.
    public static double X(PriceSeries series, int index) => series.Dates is not { } dates ? index
        : IsLong(series) ? dates[index].Year + (dates[index].DayOfYear - 1) / 365.25
        : DateTimeAxis.ToDouble(dates[index].ToDateTime(TimeOnly.MinValue));

    private static Axis Upright(Axis axis, string key, string title, double from, double to)
    {
        (axis.Position, axis.Key, axis.Title, axis.StartPosition, axis.EndPosition) = (AxisPosition.Left, key, title, from, to);
        (axis.MajorGridlineStyle, axis.MajorGridlineColor, axis.TicklineColor, axis.AxisTitleDistance) = (LineStyle.Solid, Faint, Faint, 8);
        (axis.MinimumPadding, axis.MaximumPadding) = (0.05, 0.05);
        return axis;
    }

    private static bool IsLong(PriceSeries series) => series.Dates is { } dates && dates[^1].Year - dates[0].Year > 5;
}
