using Froth.Core.Data;
using Froth.Core.Valuation;

namespace Froth.Core.Indicators.Valuation;

/// <summary>One firm's price and trailing earnings at the end of a quarter.</summary>
internal readonly record struct EarningFirm(PricedFirm Firm, double Earnings, IReadOnlyList<Fact> Lineage)
{
    public double Ratio => PriceEarnings.Ratio(Firm.MarketValue.Value, Earnings);
}

/// <summary>The priced firms with trailing earnings at ends of calendar quarters: what the measures over all firms share.</summary>
internal sealed class SectorEarnings
{
    /// <summary>Fewest firms of which anything is said together.</summary>
    public const int FewestFirms = 3;

    private SectorEarnings(DateOnly day, PricedDay priced)
    {
        (Day, Priced) = (day, priced.All.Count);
        List<EarningFirm> firms = [];
        foreach (var firm in priced.Firms.Where(f => !f.IsUnconfirmed))
        {
            var earnings = firm.Earnings(PriceEarningsKind.TrailingTwelveMonths);
            if (earnings.Missing is null) firms.Add(new EarningFirm(firm, earnings.Value, [.. firm.MarketValue.Lineage, .. earnings.Lineage]));
        }

        Firms = firms;
    }

    /// <summary>End of the quarter.</summary>
    public DateOnly Day { get; }

    /// <summary>Number of firms with a market value of the last 100 days.</summary>
    public int Priced { get; }

    /// <summary>Those whose market value has a sound source and whose trailing earnings are known in the same currency.</summary>
    public IReadOnlyList<EarningFirm> Firms { get; }

    /// <summary>Share of priced firms that entered.</summary>
    public double Coverage => Priced == 0 ? double.NaN : (double)Firms.Count / Priced;

    /// <summary>Number of firms that entered, and of those that have a market value but did not.</summary>
    public IReadOnlyList<Part> Counts =>
    [
        new(new("Firms", "公司数"), Firms.Count) { Unit = Unit.Count },
        new(new("Priced firms left out: earnings, exchange rate or a sound source missing", "有市值但未计入：缺盈利、汇率或可靠来源"), Priced - Firms.Count) { Unit = Unit.Count },
    ];

    /// <summary>A reading at each quarter's end at which any firm has a market value.</summary>
    public static IndicatorResult Series(InputSet inputs, Func<SectorEarnings, Reading> read)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var prices = PricedFirms.Of(inputs);
        var readings = prices.QuarterEnds.Select(prices.On).Where(d => d.All.Count > 0).Select(d => read(new SectorEarnings(d.Day, d))).ToList();
        return readings.Count > 0 ? IndicatorResult.Of(readings) : IndicatorResult.None(inputs.Vintage.AsOf, MissingReason.NoData, new(
            "No market value of any firm is known at a quarter's end.", "没有任何公司季末市值数据。"));
    }

    /// <summary>Too few firms to speak of them together.</summary>
    public Reading TooFew(int count) => Reading.None(Day, MissingReason.BelowCoverage, new(
        $"{count} firms have all that is needed; at least {FewestFirms} are.", $"数据齐全的公司仅{count}家，至少需要{FewestFirms}家。"), Facts(Firms)) with
    { Coverage = Coverage, Parts = Counts };

    /// <summary>Everything that some firms rest on.</summary>
    public static IReadOnlyList<Fact> Facts(IEnumerable<EarningFirm> firms) => new DeferredFacts(() => firms.SelectMany(f => f.Lineage));
}
