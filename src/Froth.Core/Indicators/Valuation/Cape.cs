using Froth.Core.Data;

namespace Froth.Core.Indicators.Valuation;

/// <summary>Cyclically adjusted price–earnings ratio of the S&amp;P 500.</summary>
public sealed class Cape : Indicator
{
    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "cape",
        Title = new("CAPE of the S&P 500", "标普500周期调整市盈率（CAPE）"),
        Meaning = new(
            "How many years of average earnings of the past ten years the US stock market costs. High values have gone with low returns over the next decade, not with a date.",
            "美国股市的价格相当于过去十年平均盈利的多少倍。数值偏高往往对应此后十年回报偏低，但不能据此判断时点。"),
        Pillar = Pillar.Valuation,
        Unit = Unit.Ratio,
        Display = Display.Multiple,
        Frequency = Frequency.Monthly,
        Method = new(
            "Real price of the month divided by the mean real earnings of the 120 months before it. The month itself is left out of the mean, and all 120 months are needed.",
            "当月实际价格除以此前120个月实际盈利的均值；均值不含当月，且120个月须全部有值。"),
        Caveats = new(
            "Ends where the earnings end; a later price is never set against old earnings. Changes in accounting, payout and sector mix make decades hard to compare. In Froth's own back-test the level has weak power to time falls (AUROC 0.58, interval 0.42 to 0.75).",
            "序列止于盈利数据的最后月份，不会用新价格去除以旧盈利。会计准则、分红方式与行业构成的变化使跨年代比较困难。Froth自身回测显示其对下跌时点的预测力较弱（AUROC 0.58，区间0.42至0.75）。"),
        Citations =
        [
            new("S&P 500 monthly data after Robert Shiller, mirror datasets/s-and-p-500 (PDDL)", "https://github.com/datasets/s-and-p-500"),
            new("Froth methods, section 10: real-time percentile of CAPE against falls of 30 percent within 36 months, 1901 to 2023, nine episodes"),
        ],
        Bands = Bands.RisingPercentile,
        MoneyDegree = 0,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs { get; } = [CapeMonths.RealPrice, CapeMonths.RealEarnings];

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("Ten flat years, then earnings jump", "十年盈利不变，当月跃升"),
            Working = "120 months of real earnings of 5, then a month at 50. Price of that month 100. Mean of the 120 months before it: 5. CAPE = 100 / 5 = 20; the 50 does not count.",
            Facts =
            [
                .. CapeMonths.Example(Concepts.RealEarnings, "2000-01", 121, i => i < 120 ? 5 : 50, Unit.Index),
                .. CapeMonths.Example(Concepts.RealPrice, "2010-01", 1, _ => 100, Unit.Index),
            ],
            Expected = 20,
        },
        new()
        {
            Title = new("One month short", "缺一个月"),
            Working = "119 months of real earnings and a price: one month is missing, so there is no ratio.",
            Facts =
            [
                .. CapeMonths.Example(Concepts.RealEarnings, "2000-02", 119, _ => 5, Unit.Index),
                .. CapeMonths.Example(Concepts.RealPrice, "2010-01", 1, _ => 100, Unit.Index),
            ],
            Expected = double.NaN,
            ExpectedMissing = MissingReason.InsufficientHistory,
        },
    ];

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var months = CapeMonths.Of(inputs);
        if (months.Count == 0) return CapeMonths.None(inputs);
        var readings = new List<Reading>(months.Count);
        foreach (var month in months)
            readings.Add(new Reading { Date = month.Date, Value = month.Value, Coverage = CapeMonths.WholeWindow, Lineage = new FactWindow(month.Price, month.Earnings) });
        return new IndicatorResult(new ReadingSeries(CapeMonths.Market, readings), []);
    }
}
