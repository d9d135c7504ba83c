using System.Globalization;
using Froth.Core;
using Froth.Core.Bubbles;
using Froth.Core.Reports;
using Froth.Data.Bubbles;
using Spectre.Console;

namespace Froth.Cli.Output.Bubbles;

/// <summary>A panel as tables for people, and its sequence as a flat table.</summary>
internal static class PanelText
{
    public static void Write(IAnsiConsole console, PanelTest result, IReadOnlyList<PriceTable> tables, Language language)
    {
        var (series, one) = (result.Series[0], result.Panel.Series[0]);
        console.MarkupLine($"[bold]{Markup.Escape(Words.Say($"Panel of {tables.Count} series", $"{tables.Count}个序列的面板"))}[/] [dim]{Markup.Escape(Words.Say($"{series.Count:#,0} common dates · ", $"{series.Count:#,0}个共有日期 · ") + $"{series.Label(0)} – {series.Label(series.Count - 1)}")}[/]");
        console.Write(Statistics(result, tables));
        if (result.Test is { } test) Verdict(console, result, test, language);
        console.MarkupLine($"[dim]{Markup.Escape(Words.Say(
            $"Lag {one.Lag}; windows of {one.MinimumWindow} regression rows or more; {result.Settings.Replications:#,0} bootstrap paths, seed {result.Settings.Seed}. Episodes: averaged BSADF above the {result.Settings.Level:0%} critical value at the date, for {result.Settings.FewestObservations(series.Count)} observations or more, where GSADF rejects.",
            $"滞后{one.Lag}；窗口至少{one.MinimumWindow}行回归；{result.Settings.Replications:#,0}条自助法路径，种子{result.Settings.Seed}。泡沫阶段指平均BSADF超过当日{result.Settings.Level:0%}临界值，至少{result.Settings.FewestObservations(series.Count)}个观测，且GSADF须拒绝。"))}[/]");
    }

    public static void WriteCsv(TextWriter output, PanelTest result)
    {
        output.Write(CsvText.Row("date", "index", "bsadf", "sieve_bootstrap_critical", "episode", "level"));
        var first = result.Panel.Series[0].FirstEnd;
        for (var i = 0; i < result.Panel.Bsadf.Length; i++)
        {
            var at = first + i;
            output.Write(CsvText.Row(
                CsvText.Date(result.Series[0].Dates?[at]), at.ToString(CultureInfo.InvariantCulture), CsvText.Number(result.Panel.Bsadf[i]),
                result.Test is null ? "" : CsvText.Number(result.Sequence[at]), result.Test is null ? "" : result.Episodes.Any(e => e.Start <= at && at < e.End) ? "true" : "false",
                CsvText.Number(result.Settings.Level)));
        }
    }

    private static Table Statistics(PanelTest result, IReadOnlyList<PriceTable> tables)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(Words.Say("series", "序列"));
        foreach (var head in (string[])["ADF", "SADF", "GSADF"]) table.AddColumn(new TableColumn(head).RightAligned());
        for (var i = 0; i < tables.Count; i++)
        {
            var found = result.Panel.Series[i];
            table.AddRow(Markup.Escape($"{tables[i].File} {tables[i].Column}"), Number(found.Adf), Number(found.Sadf), Number(found.Gsadf));
        }

        table.AddRow(Words.Say("panel", "面板"), "", "", Number(result.Panel.Gsadf));
        return table;
    }

    private static void Verdict(IAnsiConsole console, PanelTest result, PsyTestResult test, Language language)
    {
        var quantiles = string.Join(" / ", test.Quantiles.Select(Number));
        console.WriteLine(Words.Say(
            $"Panel GSADF {Number(test.Value)}, sieve bootstrap 90/95/99%: {quantiles}, p = {test.PValue:0.0000}: ", $"面板GSADF为{Number(test.Value)}，筛自助法90/95/99%：{quantiles}，p = {test.PValue:0.0000}：")
            + (test.Rejects(result.Settings.Level) ? Words.Say("rejects panel-wide absence of explosive stretches.", "拒绝“整体无爆炸性阶段”。") : Words.Say("does not reject.", "不拒绝。")));
        if (result.Episodes.Count == 0) return;
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns(Words.Say("start", "开始"), Words.Say("peak", "峰值"), Words.Say("end (exclusive)", "结束（不含）"), Words.Say("length", "时长"), Words.Say("sign", "方向"));
        foreach (var e in result.Episodes)
        {
            table.AddRow(
                result.Series[0].Label(e.Start), result.Series[0].Label(e.Peak), e.IsOngoing ? Words.Say("ongoing", "仍在持续") : result.Series[0].Label(e.End),
                e.Duration.ToString(CultureInfo.InvariantCulture), Markup.Escape(PsyWords.Of(e.Sign).In(language)));
        }

        console.Write(table);
    }

    private static string Number(double value) => double.IsNaN(value) ? NumberText.None : value.ToString("0.000", CultureInfo.InvariantCulture);
}
