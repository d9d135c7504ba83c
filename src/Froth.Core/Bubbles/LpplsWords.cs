using System.Globalization;
using Froth.Numerics;
using Froth.Numerics.Simulation;

namespace Froth.Core.Bubbles;

/// <summary>The words of the LPPLS confidence indicator.</summary>
public static class LpplsWords
{
    /// <summary>A null's name, in the plural.</summary>
    public static Bilingual Of(LpplsNullKind kind) => kind == LpplsNullKind.RandomWalk ? new("random walks", "随机游走") : new("GARCH paths", "GARCH路径");

    /// <summary>What came of fitting GARCH, where a reader must know; null where it went well.</summary>
    public static Bilingual? Of(GarchStatus status) => status switch
    {
        GarchStatus.Fitted => null,
        GarchStatus.NotIdentified => new("The variance does not react to changes, so that the GARCH paths are random walks.", "方差对涨跌无反应，GARCH路径即为随机游走。"),
        GarchStatus.AtUnitPersistence => new("GARCH persistence is at 1: the variance of its paths is unreliable.", "GARCH持续性达到1，其路径的方差不可靠。"),
        GarchStatus.NotConverged => new("The GARCH fit did not settle; its paths use the best parameters seen.", "GARCH估计未收敛，路径采用所见最优参数。"),
        GarchStatus.NoVariation => new("The changes do not vary; there are no GARCH paths.", "收益率无波动，没有GARCH路径。"),
        GarchStatus.TooShort => new($"Fewer than {GarchFit.FewestReturns} changes; there are no GARCH paths.", $"收益率不足{GarchFit.FewestReturns}个，没有GARCH路径。"),
        _ => new("A change is not a number; there are no GARCH paths.", "收益率含非数值，没有GARCH路径。"),
    };

    /// <summary>What the last date says, with the false alarms of the same share in the same sentence.</summary>
    /// <param name="result">The result.</param>
    /// <param name="isRising">Of rising bubbles, else of falling ones.</param>
    public static Bilingual Verdict(LpplsResult result, bool isRising)
    {
        ArgumentNullException.ThrowIfNull(result);
        var end = result.Ends[^1];
        var (count, share) = isRising ? (end.Rising, end.RisingShare) : (end.Falling, end.FallingShare);
        var (at, shape) = (result.Series.Label(end.End), isRising ? new Bilingual("rising", "上涨") : new Bilingual("falling", "下跌"));
        var text = new Bilingual(
            $"{at}: {count} of {end.Windows} windows ({Percent(share)}) have the shape of a {shape.English} bubble.", $"{at}：{end.Windows}个窗口中有{count}个（{Percent(share)}）呈{shape.Chinese}泡沫形态。");
        foreach (var of in result.Nulls)
        {
            if (of.Reaching(share, isRising) is not { } alarms) continue;
            var name = Of(of.Kind);
            text = text.Then(new(
                $"{alarms.Alarms} of {alarms.Paths} {name.English} without a bubble reach as much ({Interval(alarms)}).", $"无泡沫的{alarms.Paths}条{name.Chinese}中有{alarms.Alarms}条达到同样水平（{Interval(alarms)}）。"));
        }

        return text;
    }

    /// <summary>A share as a whole percentage.</summary>
    public static string Percent(double share) => share.ToString("0%", CultureInfo.InvariantCulture);

    /// <summary>The rate with its interval, such as 12% [8%–18%].</summary>
    public static string Interval(FalseAlarms alarms) => $"{Percent(alarms.Rate)} [{Percent(alarms.Interval.Low)}–{Percent(alarms.Interval.High)}]";

    internal static IReadOnlyList<Bilingual> Notes(PriceSeries series, LpplsTestSettings settings, IReadOnlyList<LpplsConfidence> ends, IReadOnlyList<LpplsNullResult> nulls)
    {
        List<Bilingual> notes = [];
        var all = ends.Sum(e => e.Windows);
        var early = ends.Sum(e => e.Statuses.GetValueOrDefault(LpplsStatus.TooShort));
        if (early > 0)
            notes.Add(new($"{early:#,0} of {all:#,0} windows begin before the series; they count as not qualified.", $"{all:#,0}个窗口中有{early:#,0}个早于序列起点，计为不合格。"));
        if (all - early - ends.Sum(e => e.Statuses.GetValueOrDefault(LpplsStatus.Fitted)) is var failed and > 0)
            notes.Add(new($"{failed:#,0} of {all:#,0} windows could not be fitted (constant, not converged or dependent); they count as not qualified.", $"{all:#,0}个窗口中有{failed:#,0}个无法拟合，计为不合格。"));
        if (ends.Sum(e => e.Unverified) is var unsure and > 0)
            notes.Add(new($"{unsure:#,0} of {all:#,0} fits were not confirmed by a second search.", $"{all:#,0}个拟合中有{unsure:#,0}个未获二次搜索确认。"));
        if (settings.Replications == 0)
            notes.Add(new("False alarms were not simulated; a confidence value cannot be read without them.", "未模拟误报率；缺此则置信度无法解读。"));
        foreach (var of in nulls) if (of.Garch is { } fit && Of(fit.Status) is { } note) notes.Add(note);
        if (settings.Replications is > 0 and < 100)
            notes.Add(new("Fewer than 100 paths: see how wide the intervals are.", "路径不足100条：请留意区间宽度。"));
        if (series.Frequency is not (PriceFrequency.Daily or PriceFrequency.Counted))
            notes.Add(new("The usual windows are meant for daily prices; these are not daily.", "常用窗口针对日度价格；本序列并非日度。"));
        return notes;
    }
}
