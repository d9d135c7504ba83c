using System.Globalization;
using Froth.Core;
using Froth.Core.Bubbles;
using Froth.Core.Reports;
using Froth.Data.Bubbles;
using Spectre.Console;

namespace Froth.Cli.Output.Bubbles;

/// <summary>The LPPLS confidence indicator for people: shares of windows beside their false alarms, and the spread of tc, never one date.</summary>
internal static class LpplsText
{
    public static void Write(IAnsiConsole console, LpplsResult result, PriceTable prices, Language language)
    {
        var series = result.Series;
        var about = Words.Say($"{series.Count:#,0} observations", $"{series.Count:#,0}个观测");
        console.MarkupLine($"[bold]{Markup.Escape($"{prices.Column} · {prices.File}")}[/] [dim]{Markup.Escape($"{about} · {series.Label(0)} – {series.Label(series.Count - 1)}")}[/]");
        console.Write(Shares(result, language));
        foreach (var isRising in (bool[])[true, false])
        {
            console.WriteLine(LpplsWords.Verdict(result, isRising).In(language));
            if (Shifts(result, isRising) is { } shifts) console.WriteLine(shifts);
        }

        if (result.Trust is { } trust)
            console.WriteLine(Words.Say($"Trust: rising {LpplsWords.Percent(trust.Rising)}, falling {LpplsWords.Percent(trust.Falling)} ({trust.Resamples} refits a window).", $"信任度：上涨{LpplsWords.Percent(trust.Rising)}，下跌{LpplsWords.Percent(trust.Falling)}（每窗口重拟合{trust.Resamples}次）。"));
        foreach (var note in result.Notes) console.WriteLine("! " + note.In(language));
        console.MarkupLine($"[dim]{Markup.Escape(Conventions(result))}[/]");
    }

    private static Table Shares(LpplsResult result, Language language)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(Words.Say("date", "日期"));
        table.AddColumn(new TableColumn(Words.Say("level", "水平")).RightAligned());
        foreach (var sign in (string[])[Words.Say("rising", "上涨"), Words.Say("falling", "下跌")])
        {
            table.AddColumn(new TableColumn(Markup.Escape(sign)).RightAligned());
            foreach (var of in result.Nulls) table.AddColumn(new TableColumn(Markup.Escape($"{Words.Say("false alarms", "误报率")}\n{LpplsWords.Of(of.Kind).In(language)}")).RightAligned());
        }

        foreach (var end in result.Ends)
        {
            List<string> cells = [result.Series.Label(end.End), result.Series.Values[end.End].ToString("#,0.##", CultureInfo.InvariantCulture)];
            foreach (var (share, isRising) in ((double, bool)[])[(end.RisingShare, true), (end.FallingShare, false)])
            {
                cells.Add(LpplsWords.Percent(share));
                cells.AddRange(result.Nulls.Select(of => of.Reaching(share, isRising) is { } alarms ? LpplsWords.Interval(alarms) : NumberText.None));
            }

            table.AddRow([.. cells.Select(Markup.Escape)]);
        }

        return table;
    }

    // The spread of tc over windows; one date would pretend to know more.
    private static string? Shifts(LpplsResult result, bool isRising)
    {
        var shifts = isRising ? result.Ends[^1].RisingShifts : result.Ends[^1].FallingShifts;
        if (shifts.Count == 0) return null;
        var unit = result.Series.Dates is null ? Words.Say("rows", "行") : Words.Say("days", "天");
        var told = string.Join(" · ", LpplsTest.ShiftQuantiles.Select(q => string.Create(CultureInfo.InvariantCulture, $"{q:0%} {LpplsTest.Quantile(shifts, q):0}")));
        return Words.Say(
            $"  tc after the last date in {unit}, quantiles over windows (n = {shifts.Count}): {told}. A parameter of curves, not a forecast.",
            $"  tc距最后一日（{unit}），各窗口的分位数（n = {shifts.Count}）：{told}。仅为曲线参数，并非预测。");
    }

    private static string Conventions(LpplsResult result)
    {
        var (settings, windows) = (result.Settings, result.Settings.Windows);
        var paths = settings.Replications == 0 ? "" : Words.Say(
            $" Beside each share: paths without a bubble that reach it, of {settings.Replications:#,0} of each kind (seed {settings.Seed}), with a 90% interval; their changes are those of the whole series.",
            $"占比旁为无泡沫路径达到该占比的比例，每类{settings.Replications:#,0}条（种子{settings.Seed}），附90%区间；路径参数取自整个序列。");
        return Words.Say(
            $"{windows.Count} windows of {windows.Longest} to {windows.Shortest} rows, step {windows.Step}; a window counts that passes all rules of the filter, and one that cannot be fitted does not.",
            $"{windows.Count}个窗口，{windows.Longest}至{windows.Shortest}行，步长{windows.Step}；通过全部筛选规则者计入，无法拟合者不计入。") + paths;
    }
}
