using System.Globalization;
using Froth.Core;
using Froth.Core.Bubbles;
using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace Froth.Cli.Output.Bubbles;

/// <summary>The series with its episodes shaded over the BSADF sequence against both critical sequences.</summary>
internal static class PsyPlot
{
    private const string PriceAxis = "price";
    private const string TestAxis = "test";
    private const double Divide = 0.46;

    private static readonly OxyColor Ink = OxyColor.FromRgb(0x22, 0x2B, 0x38);
    private static readonly OxyColor Faint = OxyColor.FromRgb(0xDD, 0xE1, 0xE6);
    private static readonly OxyColor Line = OxyColor.FromRgb(0x1F, 0x5A, 0x99);
    private static readonly OxyColor[] NullColours = [OxyColor.FromRgb(0xC9, 0x5A, 0x0B), OxyColor.FromRgb(0x8A, 0x2B, 0x6F)];

    public static PlotModel Draw(PsyResult result, string file, PlotFile plot)
    {
        var (language, series) = (plot.Language, result.Series);
        var model = new PlotModel
        {
            DefaultFont = plot.Family, Background = OxyColors.White, TextColor = Ink, PlotAreaBorderColor = Faint, TitleFontSize = 17, SubtitleFontSize = 12,
            Title = $"{series.Name} · {Say(new("explosive episodes by GSADF", "GSADF爆炸性阶段"))}",
            Subtitle = Subtitle(result, file, language), Padding = new OxyThickness(8, 8, 18, 8),
        };
        model.Legends.Add(new Legend { LegendPosition = LegendPosition.BottomCenter, LegendPlacement = LegendPlacement.Outside, LegendOrientation = LegendOrientation.Horizontal, LegendFontSize = 12 });
        Axes(model, result, language);
        for (var i = 0; i < result.Nulls.Count; i++) Shade(model, result, i);
        model.Series.Add(LineOf(series.Name, PriceAxis, Line, LineStyle.Solid, series, i => series.Values[i], 0));
        var first = result.Sequence.FirstEnd;
        model.Series.Add(LineOf("BSADF", TestAxis, Ink, LineStyle.Solid, series, i => result.Sequence.Bsadf[i - first], first));
        for (var i = 0; i < result.Nulls.Count; i++)
        {
            var of = result.Nulls[i];
            var name = $"{PsyWords.Of(of.Null).In(language)} {result.Settings.Level:0%}";
            model.Series.Add(LineOf(name, TestAxis, NullColours[i], i == 0 ? LineStyle.Dash : LineStyle.Dot, series, at => of.Sequence[at], first));
        }

        return model;

        string Say(Bilingual text) => text.In(language);
    }

    private static string Subtitle(PsyResult result, string file, Language language)
    {
        var (series, settings) = (result.Series, result.Settings);
        var paths = result.Nulls.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture,
            $" · {settings.Replications:#,0} {new Bilingual("paths, seed", "条路径，种子").In(language)} {settings.Seed}");
        var shading = result.Nulls.Count == 0 ? "" : " · " + new Bilingual("shaded: episodes, darker where both agree", "阴影为泡沫阶段，两者一致处更深").In(language);
        return $"{file} · {series.Label(0)} – {series.Label(series.Count - 1)} · {new Bilingual("lag", "滞后").In(language)} {settings.Lag}{paths}{shading} · froth {ProgramVersion.Text}";
    }

    private static void Axes(PlotModel model, PsyResult result, Language language)
    {
        var series = result.Series;
        Axis time = series.Dates is null ? new LinearAxis { Title = new Bilingual("observation", "观测序号").In(language) }
            : IsLong(series) ? new LinearAxis { StringFormat = "0", MinimumMajorStep = 1 }
            : new DateTimeAxis { StringFormat = "yyyy-MM" };
        (time.Position, time.MajorGridlineStyle, time.MajorGridlineColor, time.TicklineColor) = (AxisPosition.Bottom, LineStyle.Solid, Faint, Faint);
        (time.MinimumPadding, time.MaximumPadding) = (0.01, 0.01);
        model.Axes.Add(time);
        model.Axes.Add(Upright(
            result.Settings.Log ? new LogarithmicAxis() : new LinearAxis(), PriceAxis,
            (result.Settings.Log ? new Bilingual("level (log scale)", "水平（对数刻度）") : new Bilingual("level", "水平")).In(language), Divide + 0.02, 1));
        model.Axes.Add(Upright(new LinearAxis(), TestAxis, "BSADF", 0, Divide - 0.02));
    }

    private static Axis Upright(Axis axis, string key, string title, double from, double to)
    {
        (axis.Position, axis.Key, axis.Title, axis.StartPosition, axis.EndPosition) = (AxisPosition.Left, key, title, from, to);
        (axis.MajorGridlineStyle, axis.MajorGridlineColor, axis.TicklineColor, axis.AxisTitleDistance) = (LineStyle.Solid, Faint, Faint, 8);
        (axis.MinimumPadding, axis.MaximumPadding) = (0.05, 0.05);
        return axis;
    }

    private static void Shade(PlotModel model, PsyResult result, int kind)
    {
        foreach (var episode in result.Nulls[kind].Episodes)
        {
            foreach (var axis in (string[])[PriceAxis, TestAxis])
            {
                model.Annotations.Add(new RectangleAnnotation
                {
                    MinimumX = X(result.Series, episode.Start), MaximumX = X(result.Series, Math.Min(episode.End, result.Series.Count - 1)), YAxisKey = axis,
                    Fill = OxyColor.FromAColor(60, NullColours[kind]), Layer = AnnotationLayer.BelowSeries,
                });
            }
        }
    }

    private static LineSeries LineOf(string title, string axis, OxyColor colour, LineStyle style, PriceSeries series, Func<int, double> value, int from)
    {
        var line = new LineSeries { Title = title, YAxisKey = axis, Color = colour, LineStyle = style, StrokeThickness = 1.4 };
        for (var i = from; i < series.Count; i++) line.Points.Add(new DataPoint(X(series, i), value(i)));
        return line;
    }

    // An axis of dates puts its labels at odd years; over many years the year itself is the number.
    private static double X(PriceSeries series, int index) => series.Dates is not { } dates ? index
        : IsLong(series) ? dates[index].Year + (dates[index].DayOfYear - 1) / 365.25
        : DateTimeAxis.ToDouble(dates[index].ToDateTime(TimeOnly.MinValue));

    private static bool IsLong(PriceSeries series) => series.Dates is { } dates && dates[^1].Year - dates[0].Year > 5;
}
