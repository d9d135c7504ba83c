using System.Globalization;
using Froth.Core;
using Froth.Core.Bubbles;
using OxyPlot;

namespace Froth.Cli.Output.Bubbles;

/// <summary>Prices over the confidence indicator, with the share of windows that one random walk in twenty reaches.</summary>
internal static class LpplsPlot
{
    private const double OfWalks = 0.95;

    public static PlotModel Draw(LpplsResult result, string file, PlotFile plot)
    {
        var (language, series, settings) = (plot.Language, result.Series, result.Settings);
        var title = $"{series.Name} · {new Bilingual("LPPLS confidence", "LPPLS置信度").In(language)}";
        var subtitle = string.Create(CultureInfo.InvariantCulture,
            $"{file} · {series.Label(0)} – {series.Label(series.Count - 1)} · {settings.Windows.Count} {new Bilingual("windows of", "个窗口，行数").In(language)} {settings.Shortest}–{settings.Longest}");
        var from = Math.Max(0, result.Ends[0].End - settings.Longest + 1);
        var model = PlotFrame.Of(series, true, title, subtitle, new Bilingual("share of windows", "窗口占比").In(language), plot, from);
        var walks = result.Nulls.FirstOrDefault(n => n.Kind == LpplsNullKind.RandomWalk)?.Shares;
        Add(new("rising", "上涨泡沫"), walks?.RisingShares, 0, i => result.Ends[i].RisingShare);
        Add(new("falling", "下跌泡沫"), walks?.FallingShares, 1, i => result.Ends[i].FallingShare);
        return model;

        void Add(Bilingual name, IReadOnlyList<double>? chance, int colour, Func<int, double> share)
        {
            var by = Enumerable.Range(0, result.Ends.Count).ToDictionary(i => result.Ends[i].End);
            var line = PlotFrame.Line(name.In(language), PlotFrame.TestAxis, PlotFrame.Colours[colour], LineStyle.Solid, series, by.Keys, at => share(by[at]));
            (line.MarkerType, line.MarkerSize, line.MarkerFill) = (MarkerType.Circle, 2.5, PlotFrame.Colours[colour]);
            model.Series.Add(line);
            if (chance is null) return;
            var limit = LpplsTest.Quantile([.. chance.Order()], OfWalks);
            var label = $"{name.In(language)}: {new Bilingual("1 random walk in 20 reaches", "每20条随机游走有1条达到").In(language)}";
            model.Series.Add(PlotFrame.Line(label, PlotFrame.TestAxis, PlotFrame.Colours[colour], colour == 0 ? LineStyle.Dash : LineStyle.Dot, series, by.Keys, _ => limit));
        }
    }
}
