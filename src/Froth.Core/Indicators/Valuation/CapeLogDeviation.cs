using Froth.Core.Data;

namespace Froth.Core.Indicators.Valuation;

/// <summary>How far CAPE stood above its own past as it was known at the time.</summary>
public sealed class CapeLogDeviation : Indicator
{
    private const int FewestMonths = 120;

    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "cape-log-deviation",
        Title = new("Log deviation of CAPE from its past", "CAPE对自身历史的对数偏离"),
        Meaning = new(
            "By how much the market was dearer, in logarithms, than the average of all earlier months. 0.69 is twice the average; the future is not used.",
            "以对数衡量，市场比此前所有月份的平均水平贵多少；0.69约为平均水平的两倍。计算不使用未来数据。"),
        Pillar = Pillar.Valuation,
        Unit = Unit.Ratio,
        Display = Display.Number,
        Frequency = Frequency.Monthly,
        Method = new(
            "ln CAPE of the month minus the mean of ln CAPE over all earlier months, the month itself excluded, from 120 earlier months on. Parts: the same in standard deviations (sample, expanding), and the share of earlier months with a lower CAPE.",
            "当月ln CAPE减去此前所有月份ln CAPE的均值（不含当月），自有120个较早月份起计算。附：以扩展样本标准差表示的z值，以及CAPE低于当月的历史月份占比。"),
        Caveats = new(
            "The mean is that of the past, which has drifted upward for decades: a high deviation may be a break in the level as well as an excess. The percentile part counts CAPE itself; the monitor's own percentile counts the deviations.",
            "均值取自过去，而其水平数十年来持续上移：偏离偏高既可能是过热，也可能是水平发生结构变化。附列百分位按CAPE本身计，监测表中的百分位按偏离值计，二者不同。"),
        Citations =
        [
            new("S&P 500 monthly data after Robert Shiller, mirror datasets/s-and-p-500 (PDDL)", "https://github.com/datasets/s-and-p-500"),
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
            Title = new("Half the past at 10, half at 20, now 40", "历史一半月份为10，一半为20，当月为40"),
            Working = "Earnings 1 throughout, so CAPE is the price: 60 months at 10, 60 at 20, then 40. Mean of ln: (ln 10 + ln 20)/2 = ln √200. Deviation = ln 40 − ln √200 = ln(40/14.1421356) = 1.5 ln 2 = 1.0397208.",
            Facts =
            [
                .. CapeMonths.Example(Concepts.RealEarnings, "2000-01", 240, _ => 1, Unit.Index),
                .. CapeMonths.Example(Concepts.RealPrice, "2010-01", 121, i => i == 120 ? 40 : i < 60 ? 10 : 20, Unit.Index),
            ],
            Expected = 1.0397207708,
        },
        new()
        {
            Title = new("119 earlier months are too few", "此前仅119个月，不足"),
            Working = "120 months of CAPE: the last one has 119 before it, one fewer than needed.",
            Facts =
            [
                .. CapeMonths.Example(Concepts.RealEarnings, "2000-01", 239, _ => 1, Unit.Index),
                .. CapeMonths.Example(Concepts.RealPrice, "2010-01", 120, _ => 10, Unit.Index),
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
        if (months.Count <= FewestMonths) return CapeMonths.None(inputs);
        var prices = months.Select(m => m.Price[0]).ToArray();
        var earnings = months[0].Earnings;
        var readings = new List<Reading>(months.Count);
        var past = new ExpandingMoments();
        for (var i = 0; i < months.Count; i++)
        {
            var log = Math.Log(months[i].Value);
            if (i >= FewestMonths)
            {
                var end = months[i].Earnings.Offset + months[i].Earnings.Count;
                var all = new ArraySegment<Observation>(earnings.Array!, earnings.Offset, end - earnings.Offset);
                readings.Add(Compare(months[i].Date, log, past, new FactWindow(new(prices, 0, i + 1), all)));
            }

            past.Add(log);
        }

        return new IndicatorResult(new ReadingSeries(CapeMonths.Market, readings), []);
    }

    private static Reading Compare(DateOnly date, double log, ExpandingMoments past, FactWindow lineage)
    {
        var deviation = log - past.Mean;
        var spread = past.StandardDeviation;
        return new Reading
        {
            Date = date,
            Value = deviation,
            Coverage = CapeMonths.WholeWindow,
            Lineage = lineage,
            Parts =
            [
                new(new("In standard deviations", "以标准差计（z值）"), spread > 0 ? deviation / spread : double.NaN) { Unit = Unit.StandardDeviations },
                new(new("Share of earlier months with a lower CAPE", "CAPE更低的历史月份占比"), past.ShareBelow(log)),
            ],
        };
    }

    /// <summary>Mean, sample deviation and rank of a growing past, by Welford's update and a sorted list.</summary>
    private sealed class ExpandingMoments
    {
        private readonly List<double> _sorted = [];
        private double _squares;

        public double Mean { get; private set; }

        public double StandardDeviation => _sorted.Count < 2 ? double.NaN : Math.Sqrt(_squares / (_sorted.Count - 1));

        public void Add(double value)
        {
            var at = _sorted.BinarySearch(value);
            _sorted.Insert(at >= 0 ? at : ~at, value);
            var off = value - Mean;
            Mean += off / _sorted.Count;
            _squares += off * (value - Mean);
        }

        public double ShareBelow(double value)
        {
            // The first of equal values: BinarySearch may land on any of them.
            var at = _sorted.BinarySearch(value);
            if (at < 0) at = ~at;
            while (at > 0 && _sorted[at - 1] >= value) at--;
            return (double)at / _sorted.Count;
        }
    }
}
