using Froth.Core.Data;
using Froth.Core.Valuation;

namespace Froth.Core.Indicators.Valuation;

/// <summary>The middle price–earnings ratio of the firms that earn something.</summary>
public sealed class PriceEarningsMedianEarners : Indicator
{
    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "pe-median-earners",
        Title = new("Median P/E of firms that earn", "盈利公司市盈率中位数"),
        Meaning = new(
            "How dear the ordinary firm with a profit is. Says nothing about those without one; the share of loss-makers stands beside.",
            "有盈利的一般公司有多贵；不反映亏损公司，故并列亏损公司占比。"),
        Pillar = Pillar.Valuation,
        Unit = Unit.Ratio,
        Display = Display.Multiple,
        Frequency = Frequency.Quarterly,
        Method = new(
            "At the end of each calendar quarter: median over firms of market value over positive trailing net income, each firm in one currency; the range spans the quartiles. Market values as in the aggregate. At least three earners.",
            "每季末：各盈利公司市值与滚动净利润之比的中位数，各公司币种一致；区间为上下四分位数。市值口径同整体市盈率。至少三家盈利公司。"),
        Caveats = new(
            "A firm whose profit falls to almost nothing has a ratio of hundreds and one that slips below zero leaves: the median rises and falls with who just earns. The firms are those whose market values are told, not an index. Thin floats, as of shares newly listed in Shanghai, lift ratios.",
            "盈利接近零的公司倍数可达数百，转亏者则退出样本，中位数因此随盈亏边缘公司而变。样本为已披露市值的公司，并非指数。流通盘较小（如科创板新股）会抬高倍数。"),
        Citations = [new("Froth methods, section 2.1: price–earnings ratios by kind, median of earners")],
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
            Title = new("Three earners and a loss-maker", "三家盈利、一家亏损"),
            Working = "Ratios 300/10 = 30, 100/5 = 20, 400/5 = 80; the fourth firm loses money. Median 30; quartiles 25 and 55 by linear interpolation.",
            Facts = [.. SectorExample.Three, .. SectorExample.Firm("d", 400, 5)],
            Date = SectorExample.Day,
            Expected = 30,
            ExpectedLow = 25,
            ExpectedHigh = 55,
        },
        new()
        {
            Title = new("Two earners are too few", "仅两家盈利"),
            Working = "Of three firms one loses money: two ratios are no median.",
            Facts = SectorExample.Three,
            Date = SectorExample.Day,
            Expected = double.NaN,
            ExpectedMissing = MissingReason.BelowCoverage,
        },
    ];

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs) => SectorEarnings.Series(inputs, Read);

    private static Reading Read(SectorEarnings sector)
    {
        List<EarningFirm> earners = [.. sector.Firms.Where(f => f.Earnings > 0)];
        if (earners.Count < SectorEarnings.FewestFirms) return sector.TooFew(earners.Count);
        double[] ratios = [.. earners.Select(f => f.Ratio).Order()];
        return new Reading
        {
            Date = sector.Day, Value = Quantile(ratios, 0.5), Low = Quantile(ratios, 0.25), High = Quantile(ratios, 0.75),
            Lineage = SectorEarnings.Facts(earners), Coverage = sector.Coverage,
            Parts = [new(new("Firms that earn", "盈利公司数"), earners.Count) { Unit = Unit.Count }, .. sector.Counts],
        };
    }

    private static double Quantile(double[] sorted, double share)
    {
        var at = share * (sorted.Length - 1);
        var below = (int)at;
        return below + 1 < sorted.Length ? sorted[below] + (at - below) * (sorted[below + 1] - sorted[below]) : sorted[below];
    }
}
