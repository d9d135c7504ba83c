using Froth.Numerics;

namespace Froth.Core.Bubbles;

/// <summary>The LPPLS indicator of a series, beside what chance shows.</summary>
/// <param name="Series">The prices.</param>
/// <param name="Settings">The conventions.</param>
/// <param name="Readings">The indicator by day, oldest first.</param>
/// <param name="Chance">The procedure on random walks; null when not asked for.</param>
public sealed record LpplsResult(PriceSeries Series, LpplsTestSettings Settings, IReadOnlyList<LpplsConfidence> Readings, LpplsChance? Chance)
{
    /// <summary>Shares of the windows' tc at which its spread is told.</summary>
    public static IReadOnlyList<double> ShiftLevels { get; } = [0.05, 0.25, 0.5, 0.75, 0.95];

    /// <summary>Confidence values whose false-alarm rates are told (a convention of this program).</summary>
    public static IReadOnlyList<double> Thresholds { get; } = [0.01, 0.05, 0.10, 0.20];

    /// <summary>The indicator at the last day.</summary>
    public LpplsConfidence Last => Readings[^1];

    /// <summary>Quantiles of tc − t2 by linear interpolation at <see cref="ShiftLevels"/>; none where no window qualifies.</summary>
    /// <param name="shifts">Sorted.</param>
    public static IReadOnlyList<double> Quantiles(IReadOnlyList<double> shifts)
    {
        ArgumentNullException.ThrowIfNull(shifts);
        if (shifts.Count == 0) return [];
        return [.. ShiftLevels.Select(level =>
        {
            var place = level * (shifts.Count - 1);
            var below = (int)Math.Floor(place);
            return below + 1 < shifts.Count ? shifts[below] + (place - below) * (shifts[below + 1] - shifts[below]) : shifts[below];
        })];
    }

    /// <summary>A place in time some days, or observations, after the last day.</summary>
    /// <param name="shift">tc − t2.</param>
    /// <returns>A date as yyyy-MM-dd, or an observation's number.</returns>
    public string After(double shift) => Series.Dates is { } dates
        ? dates[Last.End].AddDays((int)Math.Round(shift)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
        : (Last.End + shift).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What a reader must know beside the figures.</summary>
    public IReadOnlyList<Bilingual> Notes
    {
        get
        {
            List<Bilingual> notes =
            [
                new("Confidence is a share of windows. It tells neither whether nor when prices fall; tc is a spread of fitted parameters, not a forecast.",
                    "置信度仅为窗口占比，不表示价格是否或何时下跌；tc是拟合参数的分布，并非预测。"),
            ];
            if (Chance is null) notes.Add(new("Without random walks nobody can tell how often chance alone shows as much.", "未模拟随机游走，无从得知偶然情形下多常见。"));
            else if (Math.Max(Last.RisingShare, Last.FallingShare) is var share and > 0 && Math.Max(Chance.RisingRate(share), Chance.FallingRate(share)) > 0.1)
                notes.Add(new("More than one random walk in ten shows as much as the last day: this is no evidence of a bubble.", "超过十分之一的随机游走达到末日水平：不构成泡沫证据。"));
            if (Series.Frequency is not (PriceFrequency.Daily or PriceFrequency.Counted))
                notes.Add(new("The windows are made for daily prices.", "窗口设定适用于日度价格。"));
            return notes;
        }
    }
}
