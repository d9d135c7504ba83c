using Froth.Core.Data;
using Froth.Core.Valuation;

namespace Froth.Core.Indicators.Valuation;

/// <summary>Twelve-month change of the summed valuation of private AI firms, split into what made it.</summary>
public sealed class UnicornValuationChange : Indicator
{
    private const int Months = 12;

    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "unicorn-valuation-change",
        Title = new("Change of private AI valuations over twelve months", "私营AI公司估值的12个月变动"),
        Meaning = new(
            "By how many dollars the told worth of unlisted AI labs and application firms moved in a year, and how much of that is new money and how much the same firms being priced higher.",
            "未上市AI实验室与应用公司的已披露估值一年间变动多少美元，其中多少来自新注入的资金，多少只是同一批公司被重新定价。"),
        Pillar = Pillar.Valuation,
        Unit = Unit.UsDollar,
        Display = Display.Money,
        Frequency = Frequency.Irregular,
        Method = new(
            "Each firm's last post-money valuation is carried forward. On every day with a new valuation or listing, from twelve months after the first one: the sum then minus the sum twelve months before. A firm valued on both days gives new cash (primary rounds after its old mark and up to its new one, priced or not) and re-marking (the rest); a firm valued only now is an entrant, with all of its valuation; one valued only then, because it was listed since, is a leaver, with minus its old one. The four parts add up to the value.",
            "每家公司沿用最近一次投后估值。自首次估值满12个月起，在每个出现新估值或上市的日子计算：当日合计减12个月前合计。两个时点均有估值的公司，差额分为新增资金（旧估值之后至新估值为止的新股融资，无论是否披露估值）与重估（其余部分）；仅当前有估值者为新进入，计入其全部估值；仅当时有估值者（其后上市）为退出，计入其原估值的负值。四项之和等于总变动。"),
        Caveats = new(
            "Told valuations are those of the newest shares with their preferences, not what all shares would fetch. Marks are as old as the last round; firms taken over by another private firm stay at their last mark. Money whose amount is untold, and what a merger or share swap adds, sits in re-marking; a round without a valuation moves nothing until the next mark. A round is dated by its day, though some became known later. Whether a firm makes a profit is untold for most; none here publishes one. Only dollars are added: a later mark in another currency leaves the old dollar mark standing.",
            "已披露估值是附带优先权的最新一轮股份的价格，并非全部股份的可变现价值。估值停留在最近一轮；被其他私营公司并购者沿用最后估值。金额未披露的资金以及合并、换股带来的增值计入重估；未披露估值的轮次在下次估值前不改变总额。轮次按发生日计，部分是后来才为人所知。多数公司未披露是否盈利，此处各家均未公布盈利。仅加总美元：若后续估值为其他币种，则原美元估值继续沿用。"),
        Citations =
        [
            new("Gornall, W. and Strebulaev, I. A. (2020), Journal of Financial Economics 135, 120–143, on what post-money valuations mean"),
            new("Froth methods, section 2.10: unicorns"),
        ],
        Bands = Bands.RisingPercentile,
        MoneyDegree = 1,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs { get; } = [PrivateFirms.Amounts, PrivateFirms.Valuations];

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("One firm re-marked, one new, one listed", "一家重估、一家新进入、一家上市"),
            Working = "June 2024: A 100, C 20, sum 120. June 2025: A 180 (raised 30), B 50, C listed in March: sum 230. Change 110 = re-marking 180 − 100 − 30 = 50, new cash 30, entrants 50, leavers −20.",
            Facts =
            [
                ExampleFacts.At("a", Concepts.PostMoneyValuation, "2024-05-01", 100, Unit.UsDollar, "1:primary"),
                ExampleFacts.At("c", Concepts.PostMoneyValuation, "2024-06-01", 20, Unit.UsDollar, "2:primary"),
                ExampleFacts.At("c", Concepts.RoundAmount, "2025-03-01", 5, Unit.UsDollar, "3:ipo"),
                ExampleFacts.At("b", Concepts.PostMoneyValuation, "2025-04-01", 50, Unit.UsDollar, "4:primary"),
                ExampleFacts.At("a", Concepts.PostMoneyValuation, "2025-06-10", 180, Unit.UsDollar, "5:primary"),
                ExampleFacts.At("a", Concepts.RoundAmount, "2025-06-10", 30, Unit.UsDollar, "5:primary"),
            ],
            Expected = 110,
        },
        new()
        {
            Title = new("Less than a year of marks", "估值历史不足一年"),
            Working = "Marks of March and September 2024 only: nothing stands twelve months before the last.",
            Facts =
            [
                ExampleFacts.At("a", Concepts.PostMoneyValuation, "2024-03-01", 100, Unit.UsDollar, "1:primary"),
                ExampleFacts.At("a", Concepts.PostMoneyValuation, "2024-09-01", 120, Unit.UsDollar, "2:primary"),
            ],
            Expected = double.NaN,
            ExpectedMissing = MissingReason.InsufficientHistory,
        },
    ];

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var (marks, all) = PrivateFirms.Marks(inputs, PrivateFirms.IsLabOrApplication);
        if (marks.Days.Count == 0) return PrivateFirms.None(inputs, MissingReason.NoData);
        var first = marks.Days[0].AddMonths(Months);
        var readings = all.Days.Where(day => day >= first).Select(day => (Day: day, Confirmed: PrivateFirms.ConfirmedShare(marks, all, day)))
            .Select(d => Split(inputs, marks, d.Day) with
            {
                Coverage = d.Confirmed,
                Remark = d.Confirmed < 1 ? PrivateFirms.UnconfirmedLeftOut : null,
            }).ToList();
        return readings.Count == 0 ? PrivateFirms.None(inputs, MissingReason.InsufficientHistory) : IndicatorResult.Of(readings);
    }

    private static Reading Split(InputSet inputs, MarkBook marks, DateOnly day)
    {
        var (remarked, cash, entered, left) = (0.0, 0.0, 0.0, 0.0);
        List<Fact> lineage = [];
        foreach (var firm in marks.Firms)
        {
            var (then, now) = (marks.LastMark(firm, day.AddMonths(-Months)), marks.LastMark(firm, day));
            if (then is null && now is null) continue;
            lineage.AddRange(new[] { then?.PostMoney, now?.PostMoney }.OfType<Observation>().Distinct());
            if (then is null) entered += now!.PostMoneyValue;
            else if (now is null) left -= then.PostMoneyValue;
            else
            {
                var (called, facts) = marks.CashBetween(then, now);
                cash += called;
                remarked += now.PostMoneyValue - then.PostMoneyValue - called;
                lineage.AddRange(facts);
            }
        }

        return new Reading
        {
            Date = day,
            Value = remarked + cash + entered + left,
            Lineage = lineage,
            Parts =
            [
                new(new("Re-marking of the same firms", "同一批公司的重估"), remarked),
                new(new("New cash", "新增资金"), cash),
                new(new("Entrants", "新进入"), entered),
                new(new("Leavers", "退出"), left),
                PrivateFirms.OtherCurrencies(inputs, PrivateFirms.IsLabOrApplication, day),
            ],
        };
    }
}
