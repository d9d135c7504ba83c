using System.Globalization;
using Froth.Core;
using Froth.Core.Bubbles;
using OxyPlot;
using OxyPlot.Annotations;

namespace Froth.Cli.Output.Bubbles;

/// <summary>The series with its episodes shaded over the BSADF sequence against both critical sequences.</summary>
internal static class PsyPlot
{
    public static PlotModel Draw(PsyResult result, string file, PlotFile plot)
    {
        var (language, series, first) = (plot.Language, result.Series, result.Sequence.FirstEnd);
        var title = $"{series.Name} · {new Bilingual("explosive episodes by GSADF", "GSADF爆炸性阶段").In(language)}";
        var model = PlotFrame.Of(series, result.Settings.Log, title, Subtitle(result, file, language), "BSADF", plot);
        for (var i = 0; i < result.Nulls.Count; i++) Shade(model, result, i);
        var ends = Enumerable.Range(first, series.Count - first).ToList();
        model.Series.Add(PlotFrame.Line("BSADF", PlotFrame.TestAxis, PlotFrame.Ink, LineStyle.Solid, series, ends, i => result.Sequence.Bsadf[i - first]));
        for (var i = 0; i < result.Nulls.Count; i++)
        {
            var of = result.Nulls[i];
            var name = string.Create(CultureInfo.InvariantCulture, $"{PsyWords.Of(of.Null).In(language)} {result.Settings.Level:0%}");
            model.Series.Add(PlotFrame.Line(name, PlotFrame.TestAxis, PlotFrame.Colours[i], i == 0 ? LineStyle.Dash : LineStyle.Dot, series, ends, at => of.Sequence[at]));
        }

        return model;
    }

    private static string Subtitle(PsyResult result, string file, Language language)
    {
        var (series, settings) = (result.Series, result.Settings);
        var told = $"{file} · {series.Label(0)} – {series.Label(series.Count - 1)} · {new Bilingual("lag", "滞后").In(language)} {settings.Lag}";
        return result.Nulls.Count == 0 ? told : string.Create(CultureInfo.InvariantCulture,
            $"{told} · {settings.Replications:#,0} {new Bilingual("paths, seed", "条路径，种子").In(language)} {settings.Seed} · {new Bilingual("shaded: episodes, darker where both agree", "阴影为泡沫阶段，两者一致处更深").In(language)}");
    }

    private static void Shade(PlotModel model, PsyResult result, int kind)
    {
        foreach (var episode in result.Nulls[kind].Episodes)
        {
            foreach (var axis in (string[])[PlotFrame.PriceAxis, PlotFrame.TestAxis])
            {
                model.Annotations.Add(new RectangleAnnotation
                {
                    MinimumX = PlotFrame.X(result.Series, episode.Start), MaximumX = PlotFrame.X(result.Series, Math.Min(episode.End, result.Series.Count - 1)), YAxisKey = axis,
                    Fill = OxyColor.FromAColor(60, PlotFrame.Colours[kind]), Layer = AnnotationLayer.BelowSeries,
                });
            }
        }
    }
}
