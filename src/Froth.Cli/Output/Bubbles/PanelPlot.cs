using System.Globalization;
using Froth.Core;
using Froth.Core.Bubbles;
using Froth.Data.Bubbles;
using OxyPlot;
using OxyPlot.Annotations;

namespace Froth.Cli.Output.Bubbles;

/// <summary>All series of a panel, each 100 at its start, over the averaged BSADF against its critical sequence.</summary>
internal static class PanelPlot
{
    public static PlotModel Draw(PanelTest result, IReadOnlyList<PriceTable> tables, PlotFile plot)
    {
        var (language, average, first) = (plot.Language, result.Average, result.Panel.Series[0].FirstEnd);
        var shown = new PriceSeries(new Bilingual("average, first = 100", "均值，首期=100").In(language), average.Values, average.Dates);
        var title = new Bilingual($"Panel of {tables.Count}: explosive episodes", $"{tables.Count}个序列的面板：爆炸性阶段").In(language);
        var subtitle = $"{string.Join(", ", tables.Take(4).Select(t => t.File))}{(tables.Count > 4 ? ", …" : "")} · {shown.Label(0)} – {shown.Label(shown.Count - 1)}";
        var model = PlotFrame.Of(shown, result.Settings.Log, title, subtitle, "BSADF", plot);
        foreach (var one in result.Series)
        {
            var line = PlotFrame.Line("", PlotFrame.PriceAxis, OxyColor.FromAColor(70, PlotFrame.Ink), LineStyle.Solid, one, Enumerable.Range(0, one.Count), i => 100 * one.Values[i] / one.Values[0]);
            (line.StrokeThickness, line.RenderInLegend) = (0.8, false);
            model.Series.Insert(0, line);
        }

        foreach (var episode in result.Episodes)
        {
            foreach (var axis in (string[])[PlotFrame.PriceAxis, PlotFrame.TestAxis])
            {
                model.Annotations.Add(new RectangleAnnotation
                {
                    MinimumX = PlotFrame.X(shown, episode.Start), MaximumX = PlotFrame.X(shown, Math.Min(episode.End, shown.Count - 1)), YAxisKey = axis,
                    Fill = OxyColor.FromAColor(60, PlotFrame.Colours[0]), Layer = AnnotationLayer.BelowSeries,
                });
            }
        }

        var ends = Enumerable.Range(first, shown.Count - first).ToList();
        model.Series.Add(PlotFrame.Line(new Bilingual("average BSADF", "平均BSADF").In(language), PlotFrame.TestAxis, PlotFrame.Ink, LineStyle.Solid, shown, ends, i => result.Panel.Bsadf[i - first]));
        if (result.Sequence.Length == 0) return model;
        var name = string.Create(CultureInfo.InvariantCulture, $"{new Bilingual("sieve bootstrap", "筛自助法").In(language)} {result.Settings.Level:0%}");
        model.Series.Add(PlotFrame.Line(name, PlotFrame.TestAxis, PlotFrame.Colours[0], LineStyle.Dash, shown, ends, i => result.Sequence[i]));
        return model;
    }
}
