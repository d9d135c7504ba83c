using Froth.Core.Data;
using Froth.Core.Valuation;

namespace Froth.Core.Indicators.Valuation;

/// <summary>Valuation of unlisted labs over their annualised revenue.</summary>
public sealed class LabsPriceToRunRate : Indicator
{
    private const int GoodMonths = 12;
    private static readonly Input RunRate = Input.Concept(Concepts.RevenueRunRate, Unit.UsDollar);

    private static readonly Bilingual BasketChanged = new(
        "The set of labs differs from that of the reading before; the two do not compare.", "实验室构成与上一读数不同，两者不可直接比较。");

    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "labs-price-to-run-rate",
        Title = new("Unlisted labs: valuation to revenue run-rate", "未上市实验室：估值/年化收入"),
        Meaning = new(
            "How many years of present revenue, not profit, the unlisted AI labs are valued at: a current valuation of an AI basket, told by sources.",
            "未上市AI实验室的估值相当于其当前年化收入（而非利润）的多少倍：这是一个有出处、较新的AI组合估值。"),
        Pillar = Pillar.Valuation,
        Unit = Unit.Ratio,
        Display = Display.Multiple,
        Frequency = Frequency.Irregular,
        Method = new(
            "Sum of last post-money valuations over sum of last revenue run-rates, over unlisted labs that have both and neither older than twelve months; on days on which one of them is new or the set of labs changes. The panel shows each lab.",
            "对投后估值与年化收入均已披露且均不超过12个月的未上市实验室，以最近投后估值之和除以最近年化收入之和；在任一数据更新或组合变动之日计算。分项列出各家。"),
        Caveats = new(
            "Valuation and revenue are of different days: when revenue doubles within months the ratio falls between rounds and jumps at the next. A run-rate is a month times twelve, told by the firm or the press, before costs. The basket changes as labs tell or stop telling; such readings are marked. Valuations told by one weak source are left out and shown apart; coverage is the share of fresh valuations, weak ones included, that entered.",
            "估值与收入并非同日：收入在数月内翻倍时，比值在两轮之间下降，至下一轮再跳升。年化收入为单月乘以十二，由公司或媒体披露，未扣成本。实验室披露与否会使组合变动，此类读数有标注。仅有单一弱来源的估值不计入，另行列示；覆盖率为计入部分占全部较新估值（含弱来源）的比重。"),
        Citations = [new("Froth methods, section 2.10: unicorns")],
        Bands = Bands.RisingPercentile,
        MoneyDegree = 0,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs { get; } = [PrivateFirms.Amounts, PrivateFirms.Valuations, RunRate];

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("Two labs with both figures, one without revenue", "两家有全部数据，一家无收入数据"),
            Working = "A 300 over 10, B 60 over 2, C 50 without a run-rate: (300 + 60) / (10 + 2) = 30. Coverage 360 / 410.",
            Facts =
            [
                ExampleFacts.At("a", Concepts.PostMoneyValuation, "2025-01-01", 300, Unit.UsDollar, "1:primary"),
                ExampleFacts.At("b", Concepts.PostMoneyValuation, "2025-02-01", 60, Unit.UsDollar, "2:primary"),
                ExampleFacts.At("c", Concepts.PostMoneyValuation, "2025-02-01", 50, Unit.UsDollar, "3:primary"),
                ExampleFacts.At("a", Concepts.RevenueRunRate, "2025-03-01", 10, Unit.UsDollar),
                ExampleFacts.At("b", Concepts.RevenueRunRate, "2025-03-01", 2, Unit.UsDollar),
            ],
            Expected = 30,
        },
    ];

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var (marks, all) = PrivateFirms.Marks(inputs, PrivateFirms.IsLab);
        var revenue = inputs.Latest(RunRate).Where(o => o.Grade < Grade.Unconfirmed && o.Double > 0 && PrivateFirms.IsLab(inputs.Entities, o.Entity))
            .GroupBy(o => o.Entity).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        var days = all.Days.Concat(revenue.Values.SelectMany(r => r).Select(o => o.Date)).Distinct().Order();
        List<Reading> readings = [];
        Dictionary<string, List<Reading>> panel = new(StringComparer.Ordinal);
        List<string> before = [];
        foreach (var day in days)
        {
            var basket = Basket(marks, revenue, day);
            if (basket.Count == 0) continue;
            var reading = Read(basket, day, Basket(all, revenue, day), FreshTotal(all, day));
            // A day that brought only a lab without both figures teaches nothing about the ratio.
            if (readings.Count > 0 && readings[^1].Lineage.SequenceEqual(reading.Lineage)) continue;
            List<string> labs = [.. basket.Select(l => l.Mark.Firm)];
            readings.Add(readings.Count == 0 || labs.SequenceEqual(before) ? reading : reading with { Remark = BasketChanged });
            before = labs;
            foreach (var lab in basket.Where(l => l.Mark.Date == day || l.Revenue.Date == day))
            {
                if (!panel.TryGetValue(lab.Mark.Firm, out var own)) panel[lab.Mark.Firm] = own = [];
                own.Add(new Reading { Date = day, Value = Ratio([lab]), Lineage = FactsOf([lab]) });
            }
        }

        return readings.Count == 0
            ? PrivateFirms.None(inputs, MissingReason.NoData)
            : new IndicatorResult(new ReadingSeries(null, readings), [.. panel.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => new ReadingSeries(p.Key, p.Value))]);
    }

    private static List<(Round Mark, Observation Revenue)> Basket(MarkBook marks, Dictionary<string, List<Observation>> revenue, DateOnly day)
    {
        var oldest = day.AddMonths(-GoodMonths);
        List<(Round, Observation)> basket = [];
        foreach (var mark in marks.MarksOn(day).Where(m => m.Date >= oldest))
        {
            if (revenue.TryGetValue(mark.Firm, out var told) && told.FindLast(o => o.Date <= day) is { } last && last.Date >= oldest)
                basket.Add((mark, last));
        }

        return basket;
    }

    private static Reading Read(
        IReadOnlyList<(Round Mark, Observation Revenue)> basket, DateOnly day, IReadOnlyList<(Round Mark, Observation Revenue)> weak, double fresh) => new()
    {
        Date = day,
        Value = Ratio(basket),
        Coverage = Math.Min(1, basket.Sum(l => l.Mark.PostMoneyValue) / fresh),
        Lineage = [.. FactsOf(basket).Concat(FactsOf(weak)).Distinct()],
        Parts =
        [
            new(new("Labs", "实验室数"), basket.Count) { Unit = Unit.Count },
            new(new("With unconfirmed valuations", "含未经证实的估值"), Ratio(weak)),
        ],
    };

    private static IReadOnlyList<Fact> FactsOf(IReadOnlyList<(Round Mark, Observation Revenue)> basket) =>
        [.. basket.SelectMany(l => new Fact[] { l.Mark.PostMoney!, l.Revenue })];

    private static double Ratio(IReadOnlyList<(Round Mark, Observation Revenue)> basket) =>
        basket.Sum(l => l.Mark.PostMoneyValue) / basket.Sum(l => l.Revenue.Double);

    private static double FreshTotal(MarkBook marks, DateOnly day) =>
        marks.MarksOn(day).Where(m => m.Date >= day.AddMonths(-GoodMonths)).Sum(m => m.PostMoneyValue);
}
