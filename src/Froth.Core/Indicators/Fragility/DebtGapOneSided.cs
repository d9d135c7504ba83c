using Froth.Core.Data;
using Froth.Core.Financing;
using Froth.Core.Firms;
using Froth.Core.Signals;
using Froth.Core.Time;

namespace Froth.Core.Indicators.Fragility;

/// <summary>A firm's debt to revenue less its own one-sided trend.</summary>
public sealed class DebtGapOneSided : Indicator
{
    // Two successive quarter ends lie 12 to 17 weeks apart.
    private const int LongestStepDays = 125;

    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "debt-gap-one-sided",
        Title = new("Debt to revenue above its one-sided trend", "债务/收入对单侧趋势的缺口"),
        Meaning = new(
            "Whether a firm's debt runs ahead of what its own past would lead one to expect, in the manner of the credit gap of central banks.",
            "参照央行的信贷缺口，企业债务是否超出其自身历史趋势。"),
        Pillar = Pillar.Fragility, Unit = Unit.Ratio, Display = Display.Percent, Frequency = Frequency.Quarterly,
        Method = new Bilingual(
            "Total debt / revenue of twelve months, quarter by quarter as first known, less its Hodrick–Prescott trend, λ = 400,000, the filter ending at the quarter itself; no value before 40 successive quarters, and a missing quarter starts the count again. " +
            "Parts: the ratio, its trend, and Hamilton's cycle over the data up to the quarter. Headline: the median firm with a gap.",
            "总债务/过去十二个月收入，逐季取首次可知之值，减去滤波止于当季的 HP 趋势（λ=400,000）；连续不足 40 个季度则不给出读数，缺季重新计数。分项：比率、趋势，以及仅用截至当季数据的 Hamilton 周期值。总值：有缺口读数企业的中位数。").Then(FirmMedians.Rule),
        Caveats = new(
            "Relative to the firm's own past: a boom that lasts becomes the trend and shows no gap. Young AI firms have no ten years of accounts and therefore no gap. The filter is least sure at its end.",
            "以企业自身过去为准：持久的热潮会融入趋势而不显缺口。年轻的 AI 企业没有十年账目，故无读数。滤波在末端最不可靠。"),
        Citations =
        [
            new("Drehmann, M. and Yetman, J., Why you should use the Hodrick–Prescott filter – at least to generate credit gaps, BIS Working Papers 744"),
            new("Hamilton, J. D. (2018), Why you should never use the Hodrick–Prescott filter, Review of Economics and Statistics 100"),
            new("Froth methods, section 3.4: trend gap, refused under 40 quarters"),
        ],
        Bands = Bands.RisingPercentile,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => FirmPanel.Inputs;

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs)
    {
        var panel = FirmPanel.Of(inputs);
        List<ReadingSeries> series = [.. panel.Firms.Select(f => new ReadingSeries(f.Firm, Readings(f))).Where(s => s.Readings.Count > 0)];
        if (series.Count == 0) return panel.Arrange([], series);
        List<Reading> headline = [.. CalendarEnds.Quarters(series.Min(s => s.Readings[0].Date), panel.AsOf).Select(day => FirmMedians.Median(day,
            [.. series.Select(s => (Firm: s.Entity!, Reading: s.Readings.LastOrDefault(r => r.Date <= day && r.Date.AddDays(FirmPanel.LongestAgeDays) >= day)!)).Where(p => p.Reading is not null)]))];
        return panel.Arrange(headline, series);
    }

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("Forty quarters on a straight line", "四十个季度位于直线上"),
            Working = "Revenue 4 a year; debt rises by 0.1 a quarter from 1 to 4.9. The ratio is a straight line and so is its trend: the gap is 0.",
            Facts = Accounts(40), Entity = "cloud", Expected = 0, Tolerance = 1e-7,
        },
        new()
        {
            Title = new("Thirty-nine quarters are too few", "三十九个季度不足"),
            Working = "The ratio is known for 39 quarters, one fewer than needed.",
            Facts = Accounts(39), Entity = "cloud", Expected = double.NaN, ExpectedMissing = MissingReason.InsufficientHistory,
        },
    ];

    private static List<Reading> Readings(FirmHistory firm)
    {
        List<(FirmQuarter Quarter, double Ratio, IReadOnlyList<Observation> Facts)> run = [];
        List<Reading> readings = [];
        foreach (var quarter in firm.AsKnown)
        {
            if (run.Count > 0 && quarter.End <= run[^1].Quarter.End) continue;
            if (FirmDebt.Total(quarter) is not { } debt || quarter.Year(Concepts.Revenue) is not { Value: > 0 } revenue) continue;
            if (run.Count > 0 && quarter.End.DayNumber - run[^1].Quarter.End.DayNumber > LongestStepDays) run.Clear();
            run.Add((quarter, debt.Value / revenue.Value, [.. debt.Lineage, .. revenue.Lineage]));
            if (run.Count >= TrendGap.FewestQuarters) readings.Add(ReadingOf(quarter, [.. run.Select(r => r.Ratio)], [.. run.SelectMany(r => r.Facts).Distinct()]));
        }

        if (run.Count < TrendGap.FewestQuarters && TooFew(firm, run.Count, [.. run.SelectMany(r => r.Facts).Distinct()]) is { } none) readings.Add(none);
        return readings;
    }

    // Dated by the newest quarter known.
    private static Reading? TooFew(FirmHistory firm, int quarters, IReadOnlyList<Fact> lineage) => firm.AsKnown.Count == 0 ? null
        : Reading.None(firm.AsKnown[^1].Known, MissingReason.InsufficientHistory, new(
            $"{quarters} successive quarters of debt and revenue are known; {TrendGap.FewestQuarters} are needed.",
            $"已知债务与收入的连续季度为 {quarters} 个，需要 {TrendGap.FewestQuarters} 个。"), lineage);

    private static Reading ReadingOf(FirmQuarter quarter, double[] ratios, IReadOnlyList<Fact> lineage)
    {
        var gap = TrendGap.Last(ratios);
        return new Reading
        {
            Date = quarter.Known, Value = gap.Gap, Lineage = lineage,
            Parts =
            [
                new(new("Debt to revenue", "债务/收入"), ratios[^1]),
                new(new("Trend", "趋势"), gap.Trend),
                new(new("Hamilton's cycle", "Hamilton 周期值"), gap.Cycle),
            ],
        };
    }

    private static List<Observation> Accounts(int quarters)
    {
        List<Observation> facts = [];
        // Three quarters of revenue before the first ratio complete its twelve months.
        for (var i = -3; i < quarters; i++)
        {
            var first = new DateOnly(2010, 1, 1).AddMonths(3 * i);
            var (start, end) = ($"{first:yyyy-MM-dd}", $"{first.AddMonths(3).AddDays(-1):yyyy-MM-dd}");
            facts.Add(ExampleFacts.Over("cloud", Concepts.Revenue, start, end, 1, Unit.UsDollar));
            if (i >= 0) facts.Add(ExampleFacts.At("cloud", FirmConcepts.DebtTotal, end, 1 + i / 10.0, Unit.UsDollar));
        }

        return facts;
    }
}
