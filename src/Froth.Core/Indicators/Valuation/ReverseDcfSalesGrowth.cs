using Froth.Core.Data;
using Froth.Core.Firms;
using Froth.Core.Valuation;

namespace Froth.Core.Indicators.Valuation;

/// <summary>Growth of sales that a price needs, and how often firms of that size have grown so fast.</summary>
public sealed class ReverseDcfSalesGrowth : Indicator
{
    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "reverse-dcf-sales-growth",
        Title = new("Sales growth that the price implies", "市价隐含的营收增速（反向DCF）"),
        Meaning = new(
            "By how much sales must grow each year for ten years for the price of the whole firm to be earned back. The part shows which share of firms of that size has ever grown so fast.",
            "企业价值要得到兑现，营业收入须连续十年每年增长多少；并列同等规模公司历史上达到该增速的占比。"),
        Pillar = Pillar.Valuation,
        Unit = Unit.Ratio,
        Display = Display.Percent,
        Frequency = Frequency.Irregular,
        Method = new(
            "The growth g at which market value plus net debt equals the present value of sales times operating margin after tax less reinvestment: sales grow at g for ten years, then at 3 percent; return demanded 10 percent, tax 21 percent, 1.5 of new yearly sales for 1 of new capital. The value takes an operating margin of 25 percent, the range 40 percent (least growth) to 15 percent (most). A part takes the firm's own margin of the last four quarters. Base rates are those of the newest table for ten years and the firm's size in dollars; without the table, or without a dollar rate, none is given.",
            "求使“市值＋净债务＝营收×税后营业利润率−再投资”现值之和的增速g：营收按g增长十年，其后3%；要求回报率10%，税率21%，每1单位新增资本带来1.5单位年营收。数值取营业利润率25%，区间为40%（增速最低）至15%（增速最高）；另列按公司近四季自身利润率计算的结果。基础概率表取最新的十年期、按美元规模分组的历史频率；无表或无汇率时不给出。"),
        Caveats = new(
            "All assumptions are Froth's own and the same for every firm: the level means little without the range, the order of firms more. A margin that today's sales do not earn is taken for granted. Sales at the top of a cycle hide how much growth is needed. The sizes of the table are in dollars of its own year.",
            "各项假设均为Froth自定且各公司一致：脱离区间看绝对水平意义有限，公司间排序更可参考。假定的利润率未必为当前实际水平。营收处于周期高点会掩盖所需增速。基础概率表的规模分组以其自身年份的美元计。"),
        Citations =
        [
            new("Froth methods, section 2.4: reverse DCF, revenue variant; assumptions are Froth's own"),
            new("Mauboussin, M. J., Callahan, D. and Majd, D. (2016), The Base Rate Book, Credit Suisse; its table counts only where it has been recorded"),
        ],
        Bands = Bands.RisingPercentile,
        MoneyDegree = 0,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs { get; } = [.. PricedFirms.Inputs, .. BaseRates.Inputs];

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("Ten years' sales", "企业价值为营收的十倍"),
            Working = "Market value 1050 less cash 50 and no debt: 1000, sales 100, so 10 years of sales. At g = 0.238744 a year and a margin of 25 percent the cash of ten years is worth 1.4049 years of sales and what follows 8.5951, together 10. At 40 percent 0.153565 is enough, at 15 percent it takes 0.360936. (Solved by bisection outside Froth.)",
            Facts =
            [
                ExampleFacts.At(FirmMultiples.HeadlineFirm, Concepts.MarketCapitalisation, "2024-12-31", 1050, Unit.UsDollar),
                ExampleFacts.Over(FirmMultiples.HeadlineFirm, Concepts.Revenue, "2023-10-01", "2024-09-30", 100, Unit.UsDollar),
                ExampleFacts.At(FirmMultiples.HeadlineFirm, FirmConcepts.Cash, "2024-09-30", 50, Unit.UsDollar),
                ExampleFacts.At(FirmMultiples.HeadlineFirm, FirmConcepts.DebtTotal, "2024-09-30", 0, Unit.UsDollar),
            ],
            Expected = 0.238744,
            ExpectedLow = 0.153565,
            ExpectedHigh = 0.360936,
            Tolerance = 1e-6,
        },
        new()
        {
            Title = new("Debt not told", "债务未披露"),
            Working = "Market value 1050, sales 100, cash 50, nothing about debt: the price of the whole firm is not known.",
            Facts =
            [
                ExampleFacts.At(FirmMultiples.HeadlineFirm, Concepts.MarketCapitalisation, "2024-12-31", 1050, Unit.UsDollar),
                ExampleFacts.Over(FirmMultiples.HeadlineFirm, Concepts.Revenue, "2023-10-01", "2024-09-30", 100, Unit.UsDollar),
                ExampleFacts.At(FirmMultiples.HeadlineFirm, FirmConcepts.Cash, "2024-09-30", 50, Unit.UsDollar),
            ],
            Expected = double.NaN,
            ExpectedMissing = MissingReason.NoData,
        },
    ];

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var (prices, rates) = (PricedFirms.Of(inputs), new BaseRates(inputs));
        return PricedSeries.AtPrices(inputs, firm => Read(firm, prices, rates));
    }

    private static Reading Read(PricedFirm firm, PricedFirms prices, BaseRates table)
    {
        var growth = firm.SalesGrowth;
        if (growth.Why is { } why)
            return Reading.None(firm.Day, double.IsNaN(growth.Sales) ? MissingReason.NoData : MissingReason.NotIdentified, why, growth.Lineage);
        var (rate, rateTold) = prices.DollarRate(firm.Quarter.Currency, firm.Quarter.End);
        var (years, sales) = (SalesGrowthModel.Usual.Years, growth.Sales * rate);
        var share = table.AtLeast(years, sales, growth.Central, firm.Day);
        BaseRate?[] used = [share, table.Mean(years, sales, firm.Day), table.Median(years, sales, firm.Day)];
        return new Reading
        {
            Date = firm.Day, Value = growth.Central, Low = growth.Low, High = growth.High,
            Lineage = [.. growth.Lineage, .. rateTold is null ? [] : new[] { rateTold }, .. used.OfType<BaseRate>().SelectMany(u => u.Lineage)],
            Remark = (share is null, firm.IsUnconfirmed) switch
            {
                (true, true) => FirmMultiples.UnconfirmedPrice.Then(NoBaseRate),
                (true, false) => NoBaseRate,
                _ => null,
            },
            Parts =
            [
                new(new("Growth at the firm's own operating margin", "按公司自身营业利润率的隐含增速"), growth.AtOwnMargin),
                new(new("The firm's own operating margin", "公司自身营业利润率"), growth.OwnMargin),
                PartOf("Share of firms of that size that grew at least so fast over ten years", "同规模公司十年内达到该增速的占比", used[0]),
                PartOf("Mean growth of firms of that size, one standard deviation to either side", "同规模公司增速均值（正负一个标准差）", used[1]),
                PartOf("Median growth of firms of that size", "同规模公司增速中位数", used[2]),
            ],
        };
    }

    private static Part PartOf(string english, string chinese, BaseRate? rate) =>
        new(new(english, chinese), rate?.Value ?? double.NaN, rate?.Low ?? double.NaN, rate?.High ?? double.NaN);

    private static Bilingual NoBaseRate { get; } = new(
        "No base rate known for firms of that size.", "没有同规模公司的历史频率数据。");
}
