using System.Globalization;
using Froth.Core;
using Froth.Core.Bubbles;
using OxyPlot;

namespace Froth.Cli.Output.Bubbles;

/// <summary>Prices over the confidence indicator, with the value that one random walk in twenty reaches.</summary>
internal static class LpplsPlot
{
    public static PlotModel Draw(LpplsResult result, string file, PlotFile plot)
    {
        var (language, series) = (plot.Language, result.Series);
        var title = $"{series.Name} · {new Bilingual("LPPLS confidence", "LPPLS置信度").In(language)}";
        var w = result.Settings.Windows;
        var subtitle = string.Create(CultureInfo.InvariantCulture,
            $"{file} · {series.Label(0)} – {series.Label(series.Count - 1)} · {w.Count} {new Bilingual("windows of", "个窗口，行数").In(language)} {w.Shortest}–{w.Longest}");
        var model = PlotFrame.Of(series, true, title, subtitle, new Bilingual("share of windows", "窗口占比").In(language), plot, Math.Max(0, result.Readings[0].End - w.Longest + 1));
        Add(new("rising", "上涨泡沫"), result.Chance?.Rising, 0, i => result.Readings[i].RisingShare);
        Add(new("falling", "下跌泡沫"), result.Chance?.Falling, 1, i => result.Readings[i].FallingShare);
        return model;

        void Add(Bilingual name, double[]? chance, int colour, Func<int, double> share)
        {
            var by = Enumerable.Range(0, result.Readings.Count).ToDictionary(i => result.Readings[i].End);
            var line = PlotFrame.Line(name.In(language), PlotFrame.TestAxis, PlotFrame.Colours[colour], LineStyle.Solid, series, by.Keys, at => share(by[at]));
            (line.MarkerType, line.MarkerSize, line.MarkerFill) = (MarkerType.Circle, 2.5, PlotFrame.Colours[colour]);
            model.Series.Add(line);
            if (chance is null) return;
            var sorted = chance.Order().ToArray();
            var limit = sorted[(int)Math.Ceiling(0.95 * (sorted.Length - 1))];
            var label = $"{name.In(language)}: {new Bilingual("1 walk in 20 reaches", "每20条随机游走有1条达到").In(language)}";
            model.Series.Add(PlotFrame.Line(label, PlotFrame.TestAxis, PlotFrame.Colours[colour], colour == 0 ? LineStyle.Dash : LineStyle.Dot, series, by.Keys, _ => limit));
        }
    }
}
