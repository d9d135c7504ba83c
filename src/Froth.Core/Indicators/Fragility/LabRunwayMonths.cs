using Froth.Core.Data;
using Froth.Core.Financing;

namespace Froth.Core.Indicators.Fragility;

/// <summary>Months that private labs' cash lasts at their present burn.</summary>
public sealed class LabRunwayMonths : Indicator
{
    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "lab-runway",
        Title = new("Shortest known runway of AI labs", "AI 实验室已知最短现金跑道"),
        Meaning = new(
            "When the weakest lab that tells its cash and burn would run out of money without a new round.",
            "在披露现金与消耗的实验室中，最弱者若无新一轮融资能撑多久。"),
        Pillar = Pillar.Fragility, Unit = Unit.Months, Display = Display.Number, Frequency = Frequency.Irregular,
        Method = new(
            "12 · K / B, K = cash and securities, B = cash burned a year at the pace of the newest told period, the two at most a year apart. Committed but undrawn financing is unknown, so the value is a lower bound " +
            "and the upper end is open. Headline: the shortest among labs whose figures are at most a year old; panel: each lab. Coverage: share of the known labs.",
            "12·K/B；K 为现金及证券，B 为按最近披露期节奏折算的年度现金消耗，两者相距不超过一年。已承诺未提取的融资不详，因此数值为下界，上端开放。行业值：数据不超过一年的实验室中最短者；面板：各实验室。覆盖率：有数据的实验室占比。"),
        Caveats = new(
            "Computing commitments that are not yet in the burn shorten the runway; burn grows with plans. Few labs tell both figures, and the weakest ones least.",
            "尚未计入消耗的算力承诺会缩短跑道；消耗随计划扩大。同时披露两项数据的实验室很少，最弱者尤甚。"),
        Citations = [LabSources.Methods],
        Bands = Bands.FallingBelow(24, 12, 6, ThresholdStatus.Froth, "Froth's own: 12 months is the cut of methods 1.4; 24 and 6 months stand around it"),
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => LabAccounts.Inputs;

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs)
    {
        var accounts = new LabAccounts(inputs);
        var all = LabRunway.All(accounts);
        var panel = all.GroupBy(r => r.Lab, StringComparer.Ordinal).Select(g => new ReadingSeries(g.Key, [.. g.Select(r => ReadingOf(r, double.NaN))])).ToList();
        var sector = all.Select(r => r.Date).Distinct().Order().Select(day => Shortest(all, day, accounts.LabsBy(day).Count)).ToList();
        return sector.Count > 0
            ? new IndicatorResult(new ReadingSeries(null, sector), panel)
            : IndicatorResult.None(inputs.Vintage.AsOf, MissingReason.NoData, new("No lab tells both cash and burn.", "没有实验室同时披露现金与消耗。"));
    }

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("OpenAI at the end of March 2026", "OpenAI 2026 年 3 月末"),
            Working = "Cash 73 bn; burn 3.7 bn a quarter = 14.8 bn a year. 12 × 73 / 14.8 = 59.19 months.",
            Facts =
            [
                ExampleFacts.At("openai", "cash", "2026-03-31", 73e9, Unit.UsDollar),
                ExampleFacts.Over("openai", "cash-burn", "2026-01-01", "2026-03-31", -3.7e9, Unit.UsDollar),
            ],
            Expected = 12 * 73 / 14.8, ExpectedLow = 12 * 73 / 14.8, Tolerance = 1e-6,
        },
    ];

    private static Reading Shortest(IReadOnlyList<LabRunway> all, DateOnly day, int labs)
    {
        var current = all.Where(r => r.Date <= day && day.DayNumber - r.Date.DayNumber <= LabRunway.LongestAgeDays)
            .GroupBy(r => r.Lab, StringComparer.Ordinal).Select(g => g.MaxBy(r => r.Date)!).ToList();
        var shortest = current.OrderBy(r => double.IsNaN(r.Months)).ThenBy(r => r.Months).ThenBy(r => r.Lab, StringComparer.Ordinal).First();
        return ReadingOf(shortest, (double)current.Count / labs) with { Date = day };
    }

    private static Reading ReadingOf(LabRunway runway, double coverage)
    {
        IReadOnlyList<Fact> facts = [runway.Cash, runway.Burn];
        if (double.IsNaN(runway.Months))
        {
            return Reading.None(runway.Date, MissingReason.NonPositiveDenominator, new("No cash is burned.", "没有现金消耗。"), facts) with { Coverage = coverage };
        }

        return new Reading
        {
            Date = runway.Date, Value = runway.Months, Low = runway.Months, Coverage = coverage, Lineage = facts,
            Remark = new($"{runway.Lab}; a lower bound, undrawn financing unknown.", $"{runway.Lab}；为下界，未提取融资不详。"),
            Parts =
            [
                new(new("Cash", "现金"), runway.Cash.Double) { Unit = Unit.UsDollar },
                new(new("Burn a month", "月消耗"), runway.BurnPerMonth) { Unit = Unit.UsDollar },
            ],
        };
    }
}
