using Froth.Core.Data;
using Froth.Core.Valuation;

namespace Froth.Core.Indicators.Valuation;

/// <summary>How many of the priced firms lose money.</summary>
public sealed class LossMakerShare : Indicator
{
    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "loss-maker-share",
        Title = new("Share of listed firms that lose money", "亏损公司占比"),
        Meaning = new(
            "Which part of the listed firms has no P/E at all because it loses money: what every median of ratios leaves out.",
            "上市公司中因亏损而没有市盈率的占比，即任何市盈率中位数都未涵盖的部分。"),
        Pillar = Pillar.Valuation,
        Unit = Unit.Ratio,
        Display = Display.Percent,
        Frequency = Frequency.Quarterly,
        Method = new(
            "At the end of each calendar quarter: firms with trailing net income of zero or less over firms with market value and trailing net income, by number. The part by market value covers firms with accounts in US dollars. Market values as in the aggregate. At least three firms.",
            "每季末：滚动净利润为零或为负的公司数除以市值与滚动净利润均已知的公司数。按市值计的占比仅含以美元记账者。市值口径同整体市盈率。至少三家公司。"),
        Caveats = new(
            "Unlisted labs, nearly all of which lose money, are not in it: they have no market value. The firms are those whose values are told, not an index, and the larger ones are told more often. One write-off can make a year a loss.",
            "几乎全部亏损的未上市实验室不在其中，因其没有市值。样本为已披露市值的公司，并非指数，且偏向大公司。一次性减值即可使全年转亏。"),
        Citations = [new("Froth methods, section 2.1: price–earnings ratios by kind, share of loss-makers")],
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
            Title = new("One of three", "三家中一家亏损"),
            Working = "Net income 10, 5 and −6: 1 / 3 = 0.3333333. By market value 50 / 450 = 0.1111111.",
            Facts = SectorExample.Three,
            Date = SectorExample.Day,
            Expected = 1.0 / 3,
        },
    ];

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs) => SectorEarnings.Series(inputs, Read);

    private static Reading Read(SectorEarnings sector)
    {
        if (sector.Firms.Count < SectorEarnings.FewestFirms) return sector.TooFew(sector.Firms.Count);
        var dollars = sector.Firms.Where(f => f.Firm.Quarter.Currency == Unit.UsDollar).ToList();
        var all = dollars.Sum(f => f.Firm.MarketValue.Value);
        return new Reading
        {
            Date = sector.Day, Value = (double)sector.Firms.Count(f => f.Earnings <= 0) / sector.Firms.Count,
            Lineage = SectorEarnings.Facts(sector.Firms), Coverage = sector.Coverage,
            Parts =
            [
                new(new("Share of market value, US dollar accounts", "按市值计占比（美元账目）"),
                    all > 0 ? dollars.Where(f => f.Earnings <= 0).Sum(f => f.Firm.MarketValue.Value) / all : double.NaN),
                new(new("Firms that lose money", "亏损公司数"), sector.Firms.Count(f => f.Earnings <= 0)) { Unit = Unit.Count },
                .. sector.Counts,
            ],
        };
    }
}
