using Froth.Core.Data;
using Froth.Core.Entities;
using Froth.Core.Financing;
using Froth.Core.Firms;
using Froth.Core.Time;

namespace Froth.Core.Indicators.ChinaAndUs;

/// <summary>Recorded external financing of US receivers over that of Chinese ones, twelve months to each month end.</summary>
public sealed class FinancingRatio : Indicator
{
    /// <summary>Length of the window in months.</summary>
    public const int WindowMonths = 12;

    /// <summary>Fewest deals and rounds with an amount on each side. Froth's own choice.</summary>
    public const int FewestDeals = 3;

    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "china-us-financing-ratio",
        Title = new("Recorded AI financing, US over China", "已收录AI融资：美国/中国"),
        Meaning = new(
            "How many times as much outside money is recorded for the AI chain of the United States as for that of China. The level mostly shows whose deals are reported; its change is what to watch.",
            "美国AI产业链已收录的外部融资是中国的多少倍。水平值主要反映谁的交易见诸报道，应关注其变化。"),
        Pillar = Pillar.ChinaAndUs, Unit = Unit.Ratio, Display = Display.Multiple, Frequency = Frequency.Monthly, StaleAfterDays = FinancingReadings.StaleAfterDays,
        Method = new Bilingual(
            "Signed equity and debt of receivers in infrastructure, models and applications in the twelve months to each month end, US over China, firmly told amounts. Low: US low end over Chinese high end; high: the reverse; an untold upper end leaves it open. Read when both have at least three deals or rounds with an amount (Froth's own choice).",
            "截至各月末十二个月内基础设施、模型、应用层融资方的已签约股权与债务融资，美国除以中国，取确有把握的金额。下限：美国低值除以中国高值；上限反之；上限未披露则开放。双方均不少于三笔有金额的交易或轮次时计算（Froth自定）。").Then(CountryMoneyBook.Rules),
        Caveats = new Bilingual(
            "For China only funding rounds are recorded: loans, bonds, capital spending out of profits and state funds are missing, so the ratio is far too high.",
            "中国方面仅收录融资轮次，缺贷款、债券、自有资金投入与国家基金，故比值明显偏高。").Then(FinancingReadings.Caveats),
        Citations = [FinancingReadings.Methods, ChinaUsExamples.Methods],
        Bands = ChinaUsExamples.NoBands,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => CountryMoneyBook.Inputs;

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("Three deals against three rounds", "三笔交易对三轮融资"),
            Working = "US: loans of 3 and 1 bn, shares for 2 bn = 6 bn. China: rounds of 0.5, 0.3 and 0.2 bn = 1 bn. 6 / 1 = 6. The round of the US firm that a deal tells already does not count.",
            Entities = [.. ChinaUsExamples.Labs, ExampleFacts.Who("us-cloud", EntityKind.Firm, "neocloud", Country.UnitedStates)],
            Facts =
            [
                ExampleFacts.Deal("a", "2025-02-10", "bank", "us-cloud", FlowKind.DebtLoan, 3e9),
                ExampleFacts.Deal("b", "2025-05-10", "fund", "us-lab", FlowKind.EquityInvestment, 2e9),
                ExampleFacts.Deal("c", "2025-08-10", "bank", "us-cloud", FlowKind.DebtLoan, 1e9),
                ExampleFacts.At("us-lab", Concepts.RoundAmount, "2025-05-12", 2e9, Unit.UsDollar, "1:primary"),
                ExampleFacts.At("cn-lab", Concepts.RoundAmount, "2025-03-10", 0.5e9, Unit.UsDollar, "2:primary"),
                ExampleFacts.At("cn-lab-2", Concepts.RoundAmount, "2025-06-10", 0.3e9, Unit.UsDollar, "3:primary"),
                ExampleFacts.At("cn-lab-2", Concepts.RoundAmount, "2025-12-31", 0.2e9, Unit.UsDollar, "4:ipo"),
            ],
            Expected = 6, ExpectedLow = 6, ExpectedHigh = 6,
        },
    ];

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs)
    {
        var book = CountryMoneyBook.Of(inputs);
        List<Reading> readings = [.. CalendarEnds.Months(FinancingBook.CoveredFrom.AddMonths(WindowMonths - 1), inputs.Vintage.AsOf).Select(end => Read(book, end)).OfType<Reading>()];
        return readings.Count > 0 ? IndicatorResult.Of(readings) : IndicatorResult.None(inputs.Vintage.AsOf, MissingReason.InsufficientHistory, new(
            "No twelve months since January 2025 hold three deals or rounds with an amount on both sides.", "2025年1月以来没有任何十二个月双方均有三笔有金额的交易或轮次。"));
    }

    private static Reading? Read(CountryMoneyBook book, DateOnly end)
    {
        var rows = book.Between(CalendarEnds.MonthStart(end).AddMonths(1 - WindowMonths), end).Where(r => r.Layer is not null && r.Country is (Country.UnitedStates or Country.China)).ToList();
        var (us, china) = (Priced(rows, Country.UnitedStates), Priced(rows, Country.China));
        if (us.Count < FewestDeals || china.Count < FewestDeals) return null;
        var (above, below) = (Sum(us), Sum(china));
        if (below.Told <= 0) return null;
        return new Reading
        {
            Date = end, Value = above.Told / below.Told, Low = above.Low / below.High, High = below.Low > 0 ? above.High / below.Low : double.NaN,
            Coverage = (double)(us.Count + china.Count) / rows.Count, Lineage = [.. us.Concat(china).SelectMany(r => r.Facts).Distinct()],
            Parts =
            [
                FinancingReadings.PartOf(new("United States", "美国"), above) with { Unit = Unit.UsDollar }, FinancingReadings.PartOf(new("China", "中国"), below) with { Unit = Unit.UsDollar },
                new(new("Deals and rounds, US", "交易与轮次数，美国"), us.Count) { Unit = Unit.Count }, new(new("Deals and rounds, China", "交易与轮次数，中国"), china.Count) { Unit = Unit.Count },
            ],
        };
    }

    private static List<CountryMoney> Priced(IEnumerable<CountryMoney> rows, string country) => [.. rows.Where(r => r.Country == country && r.Money is not null)];

    private static ToldMoney Sum(IEnumerable<CountryMoney> rows) => ToldMoney.Sum(rows.Select(r => r.Money!.Value));
}
