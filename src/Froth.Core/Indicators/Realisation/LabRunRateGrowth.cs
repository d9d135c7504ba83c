using Froth.Core.Data;
using Froth.Core.Realisation;
using Froth.Core.Time;

namespace Froth.Core.Indicators.Realisation;

/// <summary>Twelve-month growth of the labs' summed annualised revenue.</summary>
public sealed class LabRunRateGrowth : Indicator
{
    /// <summary>Days for which a run-rate still stands for a month end.</summary>
    private const int FreshDays = 92;

    /// <summary>Least share of the labs' known run-rates that must stand behind a value; with less, a change of members would look like growth.</summary>
    private const double LeastCoverage = 0.8;

    /// <summary>Longest span between two run-rates over which the one of a year ago is read off.</summary>
    private const int LongestSpanDays = 366;

    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "lab-run-rate-growth",
        Title = new("Twelve-month growth of labs' run-rates", "实验室年化收入十二个月增长倍数"),
        Meaning = new(
            "How many times the labs' annualised revenue has multiplied in a year: the return side of the boom.",
            "实验室年化收入一年内增长到多少倍：这是热潮的回报一侧。"),
        Pillar = Pillar.Realisation, Unit = Unit.Ratio, Display = Display.Multiple, Frequency = Frequency.Irregular,
        Method = new(
            "Σ run-rate now / Σ run-rate twelve months before, over labs with both ends, at the end of months with a new run-rate. Now: the newest told, at most 92 days old. Before: read off on the exponential between the two " +
            "told run-rates around that day, at most a year apart; no other value is filled in. Coverage: run-rates of the labs with both ends / newest run-rates, at most a year old, of all labs; no value below 80 %.",
            "当前年化收入之和/十二个月前之和，仅计两端均有数据的实验室，在有新数据的月末计算。当前值取不超过 92 天的最近披露值；一年前的值在前后两个披露值（相距不超过一年）之间按指数内插，此外不作任何填补。覆盖率：两端齐备实验室的年化收入/全部实验室一年内最近年化收入；低于 80% 不给出数值。"),
        Caveats = new(
            "Run-rates are one month times twelve, told when they are good. Labs enter as their first year is over, so the members of the sum can still change.",
            "年化收入是单月乘以十二，往往在向好时披露。实验室满一年后才计入，因此加总的成员会变。"),
        Citations = [new("Epoch AI, Data on AI Companies (CC BY 4.0)", "https://epoch.ai/data/ai-companies"), new("Froth methods, section 6: AI revenue against cost")],
        Bands = Bands.FallingPercentile,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => RevenueRunRates.Inputs;

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs)
    {
        var rates = new RevenueRunRates(inputs);
        var readings = rates.Days.Select(d => Period.Month(d).End).Distinct().Where(end => end <= inputs.Vintage.AsOf).Select(end => Growth(rates, end)).SkipWhile(r => !r.HasValue).ToList();
        return readings.Count > 0 ? IndicatorResult.Of(readings) : IndicatorResult.None(inputs.Vintage.AsOf, MissingReason.InsufficientHistory, new(
            "No lab's run-rates reach back twelve months.", "没有实验室的年化收入可回溯十二个月。"));
    }

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("From four to thirteen", "由四到十三"),
            Working = "31 August 2025: 13 bn. A year before, 31 August 2024: 4 bn, told on that very day. 13 / 4 = 3.25. A lab without a figure a year before stays out.",
            Facts =
            [
                ExampleFacts.At("openai", Concepts.RevenueRunRate, "2024-08-31", 4e9, Unit.UsDollar),
                ExampleFacts.At("openai", Concepts.RevenueRunRate, "2025-08-31", 13e9, Unit.UsDollar),
                ExampleFacts.At("other", Concepts.RevenueRunRate, "2025-08-31", 1e9, Unit.UsDollar),
            ],
            Expected = 3.25,
        },
        new()
        {
            Title = new("The value of a year ago lies between two told ones", "一年前的值位于两个披露值之间"),
            Working = "1 bn on 30 June 2024, 4 bn on 30 December 2024; 29 September 2024 is 91 of 183 days on: 4^(91/183) = 1.9924 bn. On 30 September, 92 days: 4^(92/183) = 2.0076. " +
                      "30 September 2025: 8 bn. 8 / 2.0076 = 3.9849.",
            Facts =
            [
                ExampleFacts.At("lab", Concepts.RevenueRunRate, "2024-06-30", 1e9, Unit.UsDollar),
                ExampleFacts.At("lab", Concepts.RevenueRunRate, "2024-12-30", 4e9, Unit.UsDollar),
                ExampleFacts.At("lab", Concepts.RevenueRunRate, "2025-09-30", 8e9, Unit.UsDollar),
            ],
            Expected = 8 / Math.Pow(4, 92.0 / 183), Tolerance = 1e-9,
        },
    ];

    private static Reading Growth(RevenueRunRates rates, DateOnly end)
    {
        var yearBefore = Period.Month(end.AddMonths(-12)).End;
        var known = rates.Labs.Select(l => rates.On(l, end)).OfType<Observation>().ToList();
        var both = known.Where(o => end.DayNumber - o.Date.DayNumber <= FreshDays)
            .Select(now => (Now: now, Then: At(rates, now, yearBefore, end))).Where(p => p.Then.Facts.Count > 0).ToList();
        var labs = both.Select(p => p.Now.Entity).ToList();
        IReadOnlyList<Fact> facts = [.. both.SelectMany(p => p.Then.Facts.Prepend(p.Now)).Distinct()];
        var coverage = both.Sum(p => p.Now.Double) / known.Sum(o => o.Double);
        if (coverage < LeastCoverage)
        {
            return Reading.None(end, MissingReason.BelowCoverage, new(
                "The labs with a figure now and a year before make up less than 80 % of the known run-rates.", "当前与一年前均有数据的实验室不足已知年化收入的 80%。"), facts) with { Coverage = coverage };
        }

        return new Reading
        {
            Date = end, Value = both.Sum(p => p.Now.Double) / both.Sum(p => p.Then.Value), Coverage = coverage, Lineage = facts,
            Parts =
            [
                new(new("Run-rates now", "当前年化收入"), both.Sum(p => p.Now.Double)) { Unit = Unit.UsDollar },
                new(new("Twelve months before", "十二个月前"), both.Sum(p => p.Then.Value)) { Unit = Unit.UsDollar },
            ],
            Remark = new($"Labs: {string.Join(", ", labs)}.", $"实验室：{string.Join("、", labs)}。"),
        };
    }

    private static (double Value, IReadOnlyList<Fact> Facts) At(RevenueRunRates rates, Observation now, DateOnly day, DateOnly last)
    {
        if (rates.On(now.Entity, day) is not { } before) return (double.NaN, []);
        if (before.Date == day) return (before.Double, [before]);
        if (rates.After(now.Entity, day, last) is not { } after || after.Date.DayNumber - before.Date.DayNumber > LongestSpanDays) return (double.NaN, []);
        var passed = (double)(day.DayNumber - before.Date.DayNumber) / (after.Date.DayNumber - before.Date.DayNumber);
        return (before.Double * Math.Pow(after.Double / before.Double, passed), [before, after]);
    }
}
