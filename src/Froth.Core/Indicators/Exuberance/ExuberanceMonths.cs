using Froth.Core.Data;
using Froth.Core.Indicators.Valuation;
using Froth.Numerics;

namespace Froth.Core.Indicators.Exuberance;

/// <summary>A month's value of a monitored series with the facts behind it.</summary>
internal readonly record struct MonitoredMonth(DateOnly Date, int Month, double Value, ArraySegment<Observation> First, ArraySegment<Observation> Second);

/// <summary>The one reading that all exuberance indicators of monthly series share: BSADF less its critical value.</summary>
internal static class ExuberanceMonths
{
    private static readonly Bilingual TooShort = new(
        $"Needs {CriticalBsadf.MinimumWindow + 1} successive months.", $"需要连续{CriticalBsadf.MinimumWindow + 1}个月。");

    /// <summary>The cuts: the pointwise 5 per cent test is a convention, the two beside it are about the 10 and 1 per cent ones.</summary>
    public static Bands Bands { get; } = new()
    {
        OnPercentile = false,
        Thresholds =
        [
            new(Band.Watch, -0.3, ThresholdStatus.Froth, "About the 90 % quantile of random walks, 0.3 below the 95 % one; Froth's own."),
            new(Band.Elevated, 0, ThresholdStatus.Convention, "The pointwise test at 5 %, the convention of Phillips, Shi and Yu (2015)."),
            new(Band.Alarm, 0.5, ThresholdStatus.Froth, "About the 99 % quantile of random walks, 0.5 above the 95 % one; Froth's own."),
        ],
    };

    /// <summary>How the reading is made, the same for every series.</summary>
    public static Bilingual Method(string english, string chinese) => new(
        english + $" BSADF of the month: the largest t ratio of the lagged level in regressions of the monthly change on a constant and the level, over all windows that end in the month and hold {CriticalBsadf.MinimumWindow} rows or more; " +
        "no lagged changes. Less the 95 % quantile of the same statistic over 20,000 random walks with as many rows. Above 0 the pointwise test calls the series explosive. A missing month starts the count again. Parts: BSADF, the quantiles, months in a row above 0.",
        chinese + $"当月BSADF：对所有以当月结尾、且不少于{CriticalBsadf.MinimumWindow}行的窗口，将月度变动对常数与滞后水平作回归（无滞后差分），取水平项t值的最大者；再减去20,000条同样行数随机游走的同一统计量的95%分位数。" +
        "大于0即逐点检验判为爆炸性上行。缺月则重新计数。分项：BSADF、各分位数、连续高于0的月数。");

    /// <summary>What every reading of this kind must be read with.</summary>
    public static Bilingual Caveats { get; } = new(
        "The quantiles are for random walks of constant volatility: with volatility that changes they reject too often, so check with `froth bubble psy`, which puts a wild bootstrap beside them. The test is pointwise: over many years some months stand above 0 by chance. " +
        "It sees a collapse and a recovery as explosive too, and it is late: it dates a boom after it has begun. The shortest window is fixed, so figures differ a little from tests whose window grows with the series.",
        "分位数对应波动率不变的随机游走；波动率变动时会过多拒绝，宜用“froth bubble psy”并列的野自助法核对。检验逐点进行：年代一长，总有若干月份偶然高于0。" +
        "急跌与反弹也会被判为爆炸性；信号滞后，热潮开始之后才能判定。最短窗口固定，故与窗口随序列增长的检验略有出入。");

    /// <summary>The sources of test and data.</summary>
    public static IReadOnlyList<Citation> Citations { get; } =
    [
        new("Phillips, P. C. B., Shi, S. and Yu, J. (2015), Testing for multiple bubbles: historical episodes of exuberance and collapse in the S&P 500, International Economic Review 56"),
        new("S&P 500 monthly data after Robert Shiller, mirror datasets/s-and-p-500 (PDDL)", "https://github.com/datasets/s-and-p-500"),
    ];

    /// <summary>Readings of every run of successive months that is long enough.</summary>
    public static IndicatorResult Of(InputSet inputs, string entity, IReadOnlyList<MonitoredMonth> months)
    {
        List<Reading> readings = [];
        for (var first = 0; first < months.Count;)
        {
            var last = first;
            while (last + 1 < months.Count && months[last + 1].Month == months[last].Month + 1) last++;
            if (last - first >= CriticalBsadf.MinimumWindow) Run([.. months.Skip(first).Take(last - first + 1)], readings);
            first = last + 1;
        }

        return readings.Count > 0 ? new IndicatorResult(new ReadingSeries(entity, readings), [])
            : IndicatorResult.None(inputs.Vintage.AsOf, MissingReason.InsufficientHistory, TooShort);
    }

    private static void Run(MonitoredMonth[] months, List<Reading> into)
    {
        var found = Psy.Compute([.. months.Select(m => m.Value)], new PsySettings { MinimumWindow = CriticalBsadf.MinimumWindow });
        var above = 0;
        for (var i = 0; i < found.Bsadf.Length; i++)
        {
            var end = found.FirstEnd + i;
            var lineage = new FactWindow(Upto(months[0].First, months[end].First), Upto(months[0].Second, months[end].Second));
            var reading = new Reading { Date = months[end].Date, Value = double.NaN, Coverage = 1, Lineage = lineage };
            if (double.IsNaN(found.Bsadf[i])) into.Add(Reading.None(months[end].Date, MissingReason.NotIdentified, new("The series is constant or straight.", "序列为常数或直线。"), lineage));
            else if (CriticalBsadf.At(end) is not { } critical) into.Add(Reading.None(months[end].Date, MissingReason.NotIdentified, new("The series is longer than the table of critical values.", "序列长于临界值表。"), lineage));
            else
            {
                var excess = found.Bsadf[i] - critical.Q95;
                above = excess > 0 ? above + 1 : 0;
                into.Add(reading with { Value = excess, Parts = Parts(found.Bsadf[i], critical, above) });
            }
        }
    }

    private static Part[] Parts(double bsadf, (double Q90, double Q95, double Q99) critical, int above) =>
    [
        new(new("BSADF", "BSADF"), bsadf),
        new(new("90 % quantile of random walks", "随机游走90%分位数"), critical.Q90),
        new(new("95 % quantile of random walks", "随机游走95%分位数"), critical.Q95),
        new(new("99 % quantile of random walks", "随机游走99%分位数"), critical.Q99),
        new(new("Months in a row above 0", "连续高于0的月数"), above),
    ];

    // From the first month's first fact to the last month's last one, in the array that they share.
    private static ArraySegment<Observation> Upto(ArraySegment<Observation> first, ArraySegment<Observation> last) =>
        new(first.Array!, first.Offset, last.Offset + last.Count - first.Offset);
}
