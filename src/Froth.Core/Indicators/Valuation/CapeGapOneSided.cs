using Froth.Core.Data;
using Froth.Core.Signals;

namespace Froth.Core.Indicators.Valuation;

/// <summary>CAPE less its own one-sided trend.</summary>
public sealed class CapeGapOneSided : Indicator
{
    // Methods 3.4 fixes the start; the trend of a filter depends on it.
    private const int FirstMonth = 1950 * 12 + 3;
    private const int QuarterMonths = 3;

    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "cape-gap-one-sided",
        Title = new("CAPE above its one-sided trend", "CAPE 对单侧趋势的缺口"),
        Meaning = new(
            "How far the market's valuation stands above a slow trend that knows only the past of the day.",
            "市场估值高出仅凭当日以前数据所得慢趋势的幅度。"),
        Pillar = Pillar.Valuation, Unit = Unit.Ratio, Display = Display.Number, Frequency = Frequency.Quarterly,
        Method = new(
            "CAPE of March, June, September and December from March 1950 less its Hodrick–Prescott trend, λ = 400,000, the filter ending at the quarter itself, from 40 quarters on. Parts: the trend, and Hamilton's cycle: the residual " +
            "of a regression on the values 8 to 11 quarters before, over the data up to the quarter. A missing quarter starts the count again.",
            "自1950年3月起各年3、6、9、12月的CAPE，减去滤波止于当季的HP趋势（λ=400,000），自满40个季度起计算。分项：趋势值；Hamilton周期值，即以此前第8至11季数值回归（仅用截至当季数据）的残差。缺季则重新计数。"),
        Caveats = new(
            "Relative to its own past: a boom that lasts for decades becomes the trend and shows no gap. The gap depends on the first quarter, and the filter is least sure at its end, which is where it is read. The two cycles can disagree.",
            "以自身过去为准：持续数十年的热潮会融入趋势而不显缺口。缺口取决于起始季度；滤波在末端最不可靠，而读数正取自末端。两种周期值可能不一致。"),
        Citations =
        [
            new("Drehmann, M. and Yetman, J., Why you should use the Hodrick–Prescott filter – at least to generate credit gaps, BIS Working Papers 744"),
            new("Hamilton, J. D. (2018), Why you should never use the Hodrick–Prescott filter, Review of Economics and Statistics 100"),
            new("S&P 500 monthly data after Robert Shiller, mirror datasets/s-and-p-500 (PDDL)", "https://github.com/datasets/s-and-p-500"),
        ],
        Bands = Bands.RisingPercentile,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs { get; } = [CapeMonths.RealPrice, CapeMonths.RealEarnings];

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("Forty quarters on a straight line", "四十个季度位于直线上"),
            Working = "Earnings 1 throughout, so CAPE is the price, which rises by 0.1 a month. The trend of a straight line is the line: the gap is 0.",
            Facts =
            [
                .. CapeMonths.Example(Concepts.RealEarnings, "1990-01", 240, _ => 1, Unit.Index),
                .. CapeMonths.Example(Concepts.RealPrice, "2000-01", 120, i => 10 + i / 10.0, Unit.Index),
            ],
            Expected = 0, Tolerance = 1e-7,
        },
        new()
        {
            Title = new("Thirty-nine quarters are too few", "三十九个季度不足"),
            Working = "117 months of CAPE hold 39 quarters, one fewer than needed.",
            Facts =
            [
                .. CapeMonths.Example(Concepts.RealEarnings, "1990-01", 237, _ => 1, Unit.Index),
                .. CapeMonths.Example(Concepts.RealPrice, "2000-01", 117, _ => 10, Unit.Index),
            ],
            Expected = double.NaN, ExpectedMissing = MissingReason.InsufficientHistory,
        },
    ];

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        List<CapeMonth> quarters = [.. CapeMonths.Of(inputs).Where(m => m.Month >= FirstMonth && m.Month % QuarterMonths == 0)];
        List<Reading> readings = [];
        for (var first = 0; first < quarters.Count;)
        {
            var last = first;
            while (last + 1 < quarters.Count && quarters[last + 1].Month == quarters[last].Month + QuarterMonths) last++;
            readings.AddRange(Run(quarters[first..(last + 1)]));
            first = last + 1;
        }

        return readings.Count > 0 ? new IndicatorResult(new ReadingSeries(CapeMonths.Market, readings), []) : IndicatorResult.None(
            inputs.Vintage.AsOf, MissingReason.InsufficientHistory, new("Needs CAPE of 40 successive quarters.", "需要连续40个季度的CAPE。"));
    }

    private static IEnumerable<Reading> Run(List<CapeMonth> quarters)
    {
        var gaps = TrendGap.Of([.. quarters.Select(q => q.Value)]);
        Observation[] prices = [.. quarters.Select(q => q.Price[0])];
        var whole = quarters[0].Earnings;
        for (var i = 0; i < gaps.Length; i++)
        {
            if (!gaps[i].HasValue) continue;
            var window = quarters[i].Earnings;
            var earnings = new ArraySegment<Observation>(whole.Array!, whole.Offset, window.Offset + window.Count - whole.Offset);
            yield return new Reading
            {
                Date = quarters[i].Date, Value = gaps[i].Gap, Coverage = CapeMonths.WholeWindow, Lineage = new FactWindow(new(prices, 0, i + 1), earnings),
                Parts = [new(new("Trend", "趋势"), gaps[i].Trend), new(new("Hamilton's cycle", "Hamilton 周期值"), gaps[i].Cycle)],
            };
        }
    }
}
