using Froth.Core.Data;
using Froth.Core.Valuation;

namespace Froth.Core.Indicators.Valuation;

/// <summary>Price–earnings ratio of all firms together, the losses of those that lose money counted.</summary>
public sealed class PriceEarningsAggregate : Indicator
{
    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "pe-aggregate-with-losses",
        Title = new("P/E of all firms together, losses included", "整体市盈率（含亏损）"),
        Meaning = new(
            "What all firms together cost in years of what they together earn. Leaving out those that lose money, as a mean of ratios does, makes a sector look cheaper than it is to own.",
            "持有全部公司的总市值相当于其合计净利润的多少倍。若像算术平均市盈率那样剔除亏损公司，会使行业显得比实际便宜。"),
        Pillar = Pillar.Valuation,
        Unit = Unit.Ratio,
        Display = Display.Multiple,
        Frequency = Frequency.Quarterly,
        Method = new(
            "At the end of each calendar quarter: sum of market values over sum of trailing net income, losses negative, over the firms with accounts in US dollars; firms with accounts in yuan stand beside as a part. A market value is the newest of the last 100 days; told in another currency than the accounts it is converted at a rate of at most 60 days' distance, else the firm stays out. At least three firms. A joint loss: n.m.",
            "每季末：以美元记账公司的市值之和除以滚动净利润之和（亏损计为负值）；以人民币记账者另列。市值取近100天内最新值；若与账目币种不同，按相距不超过60天的汇率换算，否则不计入。至少三家公司。合计亏损时记为n.m.。"),
        Caveats = new(
            "The firms are those whose market values and accounts are told, not an index: the set grows over time, and a change of it moves the ratio. A few giants make most of both sums. Currencies are never added to each other. Values told by one weak source stay out.",
            "样本为已披露市值与账目的公司，并非指数；样本随时间扩大，其变动会影响数值。两项合计主要由少数巨头构成。不同币种绝不相加。仅有单一弱来源的市值不计入。"),
        Citations = [new("Froth methods, section 2.1: price–earnings ratios by kind, aggregate including losses")],
        Bands = Bands.RisingPercentile,
        MoneyDegree = 0,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs { get; } = PricedFirms.Inputs;

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("Two that earn and one that loses", "两家盈利、一家亏损"),
            Working = "Market values 300 + 100 + 50 = 450; net income 10 + 5 − 6 = 9: 450 / 9 = 50. Without the loss it would look like 400 / 15 = 26.7.",
            Facts = SectorExample.Three,
            Date = SectorExample.Day,
            Expected = 50,
        },
        new()
        {
            Title = new("Two firms are no sector", "仅两家公司"),
            Working = "Two firms with price and earnings: fewer than three, so no number.",
            Facts = [.. SectorExample.Three.Where(f => ((Observation)f).Entity != "c")],
            Date = SectorExample.Day,
            Expected = double.NaN,
            ExpectedMissing = MissingReason.BelowCoverage,
        },
    ];

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs) => SectorEarnings.Series(inputs, Read);

    private static Reading Read(SectorEarnings sector)
    {
        List<EarningFirm> dollars = [.. Of(sector, Unit.UsDollar)], yuan = [.. Of(sector, Unit.Parse("CNY"))];
        if (dollars.Count < SectorEarnings.FewestFirms) return sector.TooFew(dollars.Count);
        IReadOnlyList<Part> parts = [.. Group(dollars, "US dollar accounts", "美元账目"), .. Group(yuan, "yuan accounts", "人民币账目"), .. sector.Counts];
        var lineage = SectorEarnings.Facts(dollars.Concat(yuan));
        var ratio = Ratio(dollars);
        if (double.IsNaN(ratio)) return Reading.None(sector.Day, MissingReason.NonPositiveDenominator, FirmMultiples.NotMeaningful, lineage) with { Parts = parts, Coverage = sector.Coverage };
        return new Reading { Date = sector.Day, Value = ratio, Lineage = lineage, Parts = parts, Coverage = sector.Coverage };
    }

    private static IEnumerable<EarningFirm> Of(SectorEarnings sector, Unit currency) => sector.Firms.Where(f => f.Firm.Quarter.Currency == currency);

    private static double Ratio(List<EarningFirm> firms) => PriceEarnings.Ratio(firms.Sum(f => f.Firm.MarketValue.Value), firms.Sum(f => f.Earnings));

    private static IEnumerable<Part> Group(List<EarningFirm> firms, string english, string chinese)
    {
        yield return new Part(new($"Ratio, firms with {english}", $"市盈率（{chinese}公司）"), firms.Count < SectorEarnings.FewestFirms ? double.NaN : Ratio(firms));
        yield return new Part(new($"Number of firms with {english}", $"公司数（{chinese}）"), firms.Count) { Unit = Unit.Count };
    }
}
