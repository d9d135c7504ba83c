using Froth.Core.Data;
using Froth.Core.Firms;
using Froth.Core.Indicators;

namespace Froth.Core.Financing;

/// <summary>
/// The frame of a measure that is read firm by firm: a series a firm, and the median firm at the ends of calendar quarters. A median needs no
/// exchange rate and no firm's size decides it. Which firms it rests on, and which are missing, is said with every reading.
/// </summary>
public static class FirmMedians
{
    /// <summary>Fewest firms from which a median is given. Froth's own.</summary>
    public const int FewestFirms = 3;

    /// <summary>How the headline is found, in words.</summary>
    public static Bilingual Rule { get; } = new(
        "Firm: on each day on which what it rests on became known or changed. Headline: the median firm at calendar quarter ends among those whose newest quarter is at most " +
        "275 days old and has a number, at least three; coverage is their share of all firms with accounts, and the remark names those left out. The set of firms changes as firms file, so it is no index.",
        "企业：凡其依据的数据公布或变更之日。总值：日历季末，在最近季度不早于 275 天且有读数的企业（至少三家）中取中位数；覆盖率为其占全部有账目企业的比重，备注列出未计入者。企业范围随申报而变，故非指数。");

    /// <summary>Runs a measure over every firm and takes the median.</summary>
    /// <param name="inputs">Inputs that declare those of <see cref="FirmPanel"/>.</param>
    /// <param name="read">From a quarter to a reading dated by <see cref="FirmQuarter.Known"/>.</param>
    public static IndicatorResult Compute(InputSet inputs, Func<FirmQuarter, Reading> read) =>
        FirmPanel.Of(inputs).Measure(read, (day, firms) => Median(day, [.. firms.Select(f => (f.Quarter.Firm, f.Reading))]));

    /// <summary>The median of firms' readings on a day, or the reason why there is none.</summary>
    /// <param name="day">The day.</param>
    /// <param name="firms">Every firm looked at, with its reading.</param>
    internal static Reading Median(DateOnly day, IReadOnlyList<(string Firm, Reading Reading)> firms)
    {
        var counted = firms.Where(f => f.Reading.HasValue).OrderBy(f => f.Reading.Value).ThenBy(f => f.Firm, StringComparer.Ordinal).ToList();
        List<string> missing = [.. firms.Where(f => !f.Reading.HasValue).Select(f => f.Firm)];
        var lineage = new DeferredFacts(() => counted.SelectMany(f => f.Reading.Lineage));
        var coverage = firms.Count == 0 ? double.NaN : (double)counted.Count / firms.Count;
        var remark = new Bilingual(
            $"Firms: {Named(counted.Select(f => f.Firm), ", ", "none")}. Without a number: {Named(missing, ", ", "none")}.",
            $"计入：{Named(counted.Select(f => f.Firm), "、", "无")}。无读数：{Named(missing, "、", "无")}。");
        if (counted.Count < FewestFirms) return Reading.None(day, MissingReason.BelowCoverage, new Bilingual("Fewer than three firms have a number.", "有读数的企业不足三家。").Then(remark), lineage) with { Coverage = coverage };
        var (low, high) = (counted[0], counted[^1]);
        return new Reading
        {
            Date = day, Value = MedianOf([.. counted.Select(f => f.Reading.Value)]), Coverage = coverage, Lineage = lineage, Remark = remark,
            Parts =
            [
                new(new("Firms", "企业数量"), counted.Count) { Unit = Unit.Count },
                new(new($"Lowest: {low.Firm}", $"最低：{low.Firm}"), low.Reading.Value),
                new(new($"Highest: {high.Firm}", $"最高：{high.Firm}"), high.Reading.Value),
            ],
        };
    }

    private static string Named(IEnumerable<string> firms, string separator, string none) => string.Join(separator, firms.DefaultIfEmpty(none));

    /// <summary>The middle of sorted numbers; of an even count the mean of the two in the middle.</summary>
    internal static double MedianOf(double[] sorted) => sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
}
