using System.Globalization;
using Froth.Core;
using Froth.Core.Bubbles;
using Froth.Core.Reports;
using Froth.Data.Bubbles;
using Froth.Numerics;
using Spectre.Console;

namespace Froth.Cli.Output.Bubbles;

/// <summary>The LPPLS indicator as tables for people, each value beside the share of random walks that reach it.</summary>
internal static class LpplsText
{
    public static void Write(IAnsiConsole console, LpplsResult result, PriceTable prices, Language language)
    {
        var (series, w) = (result.Series, result.Settings.Windows);
        var about = string.Join(" · ", Words.Say($"{series.Count:#,0} observations", $"{series.Count:#,0}个观测"), PriceFrequencies.NameOf(series.Frequency).In(language), $"{series.Label(0)} – {series.Label(series.Count - 1)}");
        console.MarkupLine($"[bold]{Markup.Escape($"{prices.Column} · {prices.File}")}[/] [dim]{Markup.Escape(about)}[/]");
        console.Write(Indicators(result));
        Shifts(console, result, Words.Say("rising", "上涨"), result.Last.RisingShifts);
        Shifts(console, result, Words.Say("falling", "下跌"), result.Last.FallingShifts);
        if (result.Chance is { } chance) FalseAlarms(console, chance);
        foreach (var note in result.Notes) console.WriteLine("! " + note.In(language));
        console.MarkupLine($"[dim]{Markup.Escape(Words.Say(
            $"{w.Count} windows of {w.Longest} to {w.Shortest} rows by {w.Step}; confidence = qualified windows / all windows; {Filter(w)}; O = ω/(2π)·ln|(tc−t1)/(tc−t2)|; {result.Settings.Replications} random walks with the series' mean and standard deviation of log changes, seed {result.Settings.Seed}.",
            $"{w.Count}个窗口，{w.Longest}至{w.Shortest}行，步长{w.Step}；置信度＝合格窗口数/全部窗口数；{Filter(w)}；O = ω/(2π)·ln|(tc−t1)/(tc−t2)|；{result.Settings.Replications}条随机游走，对数变动的均值与标准差同本序列，种子{result.Settings.Seed}。"))}[/]");
    }

    public static void WriteCsv(TextWriter output, LpplsResult result)
    {
        output.Write(CsvText.Row("date", "index", "value", "rising", "rising_false_alarms", "falling", "falling_false_alarms", "windows", "fitted", "unverified", "on_bound"));
        foreach (var r in result.Readings)
        {
            output.Write(CsvText.Row(
                CsvText.Date(result.Series.Dates?[r.End]), Whole(r.End), CsvText.Number(result.Series.Values[r.End]), CsvText.Number(r.RisingShare),
                CsvText.Number(result.Chance?.RisingRate(r.RisingShare) ?? double.NaN), CsvText.Number(r.FallingShare), CsvText.Number(result.Chance?.FallingRate(r.FallingShare) ?? double.NaN),
                Whole(r.Windows), Whole(r.Statuses.GetValueOrDefault(LpplsStatus.Fitted)), Whole(r.Unverified), Whole(r.OnBound)));
        }
    }

    private static Table Indicators(LpplsResult result)
    {
        var table = new Table { Border = TableBorder.Simple };
        var alarms = Words.Say("random walks\nat or above", "随机游走\n不低于此值");
        table.AddColumn(Words.Say("day", "日期"));
        foreach (var head in (string[])[Words.Say("rising", "上涨"), alarms, Words.Say("falling", "下跌"), alarms, Words.Say("windows\nfitted", "已拟合\n窗口")]) table.AddColumn(new TableColumn(head).RightAligned());
        foreach (var r in result.Readings)
        {
            table.AddRow(
                result.Series.Label(r.End), NumberText.Percent(r.RisingShare), NumberText.Percent(result.Chance?.RisingRate(r.RisingShare) ?? double.NaN),
                NumberText.Percent(r.FallingShare), NumberText.Percent(result.Chance?.FallingRate(r.FallingShare) ?? double.NaN), $"{r.Statuses.GetValueOrDefault(LpplsStatus.Fitted)}/{r.Windows}");
        }

        return table;
    }

    private static void Shifts(IAnsiConsole console, LpplsResult result, string sign, IReadOnlyList<double> shifts)
    {
        var last = result.Series.Label(result.Last.End);
        if (shifts.Count == 0)
        {
            console.WriteLine(Words.Say($"tc on {last}, {sign}: no window qualifies.", $"{last}的tc（{sign}）：无合格窗口。"));
            return;
        }

        var quantiles = string.Join(" · ", LpplsResult.Quantiles(shifts).Select((q, i) => string.Create(CultureInfo.InvariantCulture, $"{LpplsResult.ShiftLevels[i]:0%} {result.After(q)}")));
        console.WriteLine(Words.Say($"tc on {last}, {sign}, over {shifts.Count} qualified windows: {quantiles}", $"{last}的tc（{sign}），{shifts.Count}个合格窗口：{quantiles}"));
    }

    private static void FalseAlarms(IAnsiConsole console, LpplsChance chance)
    {
        var rates = LpplsResult.Thresholds.Select(t => string.Create(CultureInfo.InvariantCulture, $"≥{t:0%}: {chance.RisingRate(t):0.0%} / {chance.FallingRate(t):0.0%}"));
        console.WriteLine(Words.Say($"False alarms, rising / falling, on {chance.Paths} random walks: ", $"{chance.Paths}条随机游走上的误报率（上涨/下跌）：") + string.Join(" · ", rates));
    }

    private static string Filter(LpplsWindows windows) => string.Join(", ", windows.Filter.Rules.Select(r => string.Create(CultureInfo.InvariantCulture, $"{Name(r.Of)} {Range(r)}")));

    private static string Range(LpplsRule rule) => double.IsPositiveInfinity(rule.High)
        ? string.Create(CultureInfo.InvariantCulture, $"≥ {rule.Low}")
        : string.Create(CultureInfo.InvariantCulture, $"{rule.Low}…{rule.High}");

    private static string Name(LpplsQuantity quantity) => quantity switch
    {
        LpplsQuantity.CriticalShift => "(tc−t2)/(t2−t1)",
        LpplsQuantity.Exponent => "m",
        LpplsQuantity.Omega => "ω",
        LpplsQuantity.Oscillations => "O",
        LpplsQuantity.Damping => "D",
        LpplsQuantity.MeanRelativeError => Words.Say("mean relative error", "平均相对误差"),
        _ => Words.Say("worst relative error", "最大相对误差"),
    };

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
