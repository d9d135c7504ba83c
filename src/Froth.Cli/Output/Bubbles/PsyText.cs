using System.Globalization;
using Froth.Core;
using Froth.Core.Bubbles;
using Froth.Core.Reports;
using Froth.Data.Bubbles;
using Froth.Numerics;
using Froth.Numerics.Dating;
using Froth.Numerics.Simulation;
using Spectre.Console;

namespace Froth.Cli.Output.Bubbles;

/// <summary>The recursive tests as tables for people: statistics beside both kinds of critical values, the verdicts in words, and episodes.</summary>
internal static class PsyText
{
    public static void Write(IAnsiConsole console, PsyResult result, PriceTable prices, Language language)
    {
        console.MarkupLine($"[bold]{Markup.Escape($"{prices.Column} · {prices.File}")}[/] [dim]{Markup.Escape(About(result))}[/]");
        console.Write(Statistics(result, language));
        foreach (var test in Enum.GetValues<PsyStatistic>())
            if (result.WhyMissing(test) is { } why) console.WriteLine($"{PsyWords.Of(test)}: {why.In(language)}");
        foreach (var of in result.Nulls) console.WriteLine(PsyWords.Verdict(of, result.Settings.Level).In(language));
        Episodes(console, result, language);
        foreach (var note in result.Notes) console.WriteLine("! " + note.In(language));
        console.MarkupLine($"[dim]{Markup.Escape(Conventions(result))}[/]");
    }

    private static string About(PsyResult result)
    {
        var series = result.Series;
        var frequency = PriceFrequencies.NameOf(series.Frequency).In(Words.Language);
        return string.Join(" · ", Words.Say($"{series.Count:#,0} observations", $"{series.Count:#,0}个观测"), frequency, $"{series.Label(0)} – {series.Label(series.Count - 1)}",
            result.Settings.Log ? Words.Say("logarithms", "对数") : Words.Say("levels", "水平值"));
    }

    private static Table Statistics(PsyResult result, Language language)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(Words.Say("test", "检验"));
        table.AddColumn(new TableColumn(Words.Say("value", "统计量")).RightAligned());
        foreach (var of in result.Nulls)
        {
            var name = PsyWords.Of(of.Null).In(language);
            foreach (var level in PsyTestSettings.Levels) table.AddColumn(new TableColumn(Markup.Escape(level == PsyTestSettings.Levels[0] ? $"{name}\n{level:0%}" : $"\n{level:0%}")).RightAligned());
            table.AddColumn(new TableColumn("\np").RightAligned());
        }

        foreach (var test in Enum.GetValues<PsyStatistic>())
        {
            List<string> cells = [PsyWords.Of(test), Number(result.Value(test))];
            foreach (var of in result.Nulls)
            {
                cells.AddRange(of[test].Quantiles.Select(Number));
                cells.Add(PValue(of[test]));
            }

            table.AddRow([.. cells.Select(Markup.Escape)]);
        }

        return table;
    }

    private static string Number(double value) => double.IsNaN(value) ? NumberText.None : value.ToString("0.000", CultureInfo.InvariantCulture);

    private static string PValue(PsyTestResult test)
    {
        if (double.IsNaN(test.PValue)) return NumberText.None;
        var stars = test.RejectsAt switch { >= 0.99 => "***", >= 0.95 => "**", >= 0.90 => "*", _ => "" };
        return test.PValue.ToString("0.0000", CultureInfo.InvariantCulture) + stars;
    }

    private static void Episodes(IAnsiConsole console, PsyResult result, Language language)
    {
        if (result.Nulls.Count == 0) return;
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns(Words.Say("start", "开始"), Words.Say("peak", "峰值"), Words.Say("end (exclusive)", "结束（不含）"));
        table.AddColumn(new TableColumn(Words.Say("length", "时长")).RightAligned());
        table.AddColumns(Words.Say("sign", "方向"), Words.Say("by", "依据"));
        foreach (var of in result.Nulls)
        {
            var name = PsyWords.Of(of.Null).In(language);
            foreach (var episode in of.Episodes) table.AddRow([.. Cells(result.Series, episode, name, language).Select(Markup.Escape)]);
            if (of.Episodes.Count == 0) console.WriteLine(Words.Say($"No episodes by {name}.", $"按{name}没有泡沫阶段。"));
        }

        if (table.Rows.Count > 0) console.Write(table);
    }

    private static string[] Cells(PriceSeries series, Episode episode, string by, Language language) =>
    [
        series.Label(episode.Start), series.Label(episode.Peak), episode.IsOngoing ? Words.Say("ongoing", "仍在持续") : series.Label(episode.End),
        episode.Duration.ToString(CultureInfo.InvariantCulture), PsyWords.Of(episode.Sign).In(language), by,
    ];

    private static string Conventions(PsyResult result)
    {
        var (settings, found) = (result.Settings, result.Sequence);
        var windows = Words.Say(
            $"Lag {found.Lag}; windows of {found.MinimumWindow} regression rows or more, the first ending at {result.Series.Label(found.FirstEnd)}.",
            $"滞后{found.Lag}；窗口至少{found.MinimumWindow}行回归，首个窗口止于{result.Series.Label(found.FirstEnd)}。");
        if (result.Nulls.Count == 0) return windows;
        var by = settings.DatedBy == PsyDating.Sadf ? new Bilingual("SADF up to the date", "截至当日SADF") : new Bilingual("BSADF at the date", "当日BSADF");
        var sign = settings.Multiplier == BootstrapMultiplier.Sign;
        return windows + Words.Say(
            $" {settings.Replications:#,0} paths of each kind, seed {settings.Seed}; bootstrap multipliers {(sign ? "±1" : "standard normal")}; p = (1 + paths at or above) / (1 + paths); */**/*** beyond the 90/95/99% critical value. Episodes: BSADF above the {settings.Level:0%} critical value of {by.In(Language.English)}, for {result.FewestObservations} observations or more, where GSADF rejects at that level.",
            $"每类{settings.Replications:#,0}条路径，种子{settings.Seed}；自助法乘数为{(sign ? "±1" : "标准正态")}；p =（1 + 不小于统计量的路径数）/（1 + 路径数）；*/**/***表示超过90/95/99%临界值。泡沫阶段指BSADF超过{by.In(Language.SimplifiedChinese)}的{settings.Level:0%}临界值，至少{result.FewestObservations}个观测，且GSADF须在该水平拒绝。");
    }
}
