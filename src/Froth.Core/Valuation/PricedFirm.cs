using Froth.Core.Data;
using Froth.Core.Firms;
using Froth.Core.Time;

namespace Froth.Core.Valuation;

/// <summary>
/// One firm on one day: what the market paid for it, and its accounts as known by that day, in the currency of the accounts. Figures
/// are worked out when first asked for and kept. Safe for use by several threads.
/// </summary>
public sealed class PricedFirm
{
    private readonly Lazy<FiscalHistory> _history;
    private readonly YearEarnings?[] _earnings = new YearEarnings?[Enum.GetValues<PriceEarningsKind>().Length];
    private readonly Lazy<EnterpriseValue> _enterprise;
    private readonly Lazy<ResidualIncome> _residual;
    private readonly Lazy<ImpliedSalesGrowth> _growth;

    internal PricedFirm(DateOnly day, FirmQuarter quarter, FirmFigure value, Observation price, IEnumerable<Observation> netIncome)
    {
        (Day, Quarter, MarketValue, Price) = (day, quarter, value, price);
        _history = new(() => FiscalHistory.Of(netIncome, day));
        _enterprise = new(() => EnterpriseValue.Of(this));
        _residual = new(() => ResidualIncome.Of(this));
        _growth = new(() => ImpliedSalesGrowth.Of(this));
    }

    /// <summary>Entity id.</summary>
    public string Firm => Quarter.Firm;

    /// <summary>The day looked at.</summary>
    public DateOnly Day { get; }

    /// <summary>The newest quarter as known on the day.</summary>
    public FirmQuarter Quarter { get; }

    /// <summary>Market value of all shares in the currency of the accounts, with the exchange rate where one was needed.</summary>
    public FirmFigure MarketValue { get; }

    /// <summary>The market value as told.</summary>
    public Observation Price { get; }

    /// <summary>True when one weak source tells the market value: it then stays out of sums over firms.</summary>
    public bool IsUnconfirmed => Price.Grade >= Grade.Unconfirmed;

    /// <summary>Equity and net debt together.</summary>
    public EnterpriseValue Enterprise => _enterprise.Value;

    /// <summary>What book and residual income are worth.</summary>
    public ResidualIncome Residual => _residual.Value;

    /// <summary>The growth of sales that the price needs.</summary>
    public ImpliedSalesGrowth SalesGrowth => _growth.Value;

    /// <summary>True when price, rate and accounts are the very same facts; all else follows from them.</summary>
    internal bool IsSameAs(PricedFirm? other) => other is not null && Day == other.Day && ReferenceEquals(Quarter, other.Quarter) && ReferenceEquals(Price, other.Price)
        && MarketValue.Value.Equals(other.MarketValue.Value) && MarketValue.Lineage.SequenceEqual(other.MarketValue.Lineage, ReferenceEqualityComparer.Instance);

    /// <summary>Sum over the twelve months up to the quarter some years before the newest one, as known on the day; null when it cannot be derived.</summary>
    internal FirmFigure? Year(string concept, int yearsBack) => yearsBack == 0 ? Quarter.Year(concept) : Quarter.Before(4 * yearsBack).Year(concept);

    /// <summary>The earnings of a year by kind.</summary>
    internal YearEarnings Earnings(PriceEarningsKind kind)
    {
        // The history is not safe for several threads.
        lock (_earnings) return _earnings[(int)kind] ??= Find(kind);
    }

    private YearEarnings Find(PriceEarningsKind kind) => kind == PriceEarningsKind.DynamicForecast
        ? YearEarnings.OfForecast(Quarter.ByDimension(FirmConcepts.NetIncomeForecast).Where(o => o.Unit == Quarter.Currency), Day)
        : YearEarnings.Of(_history.Value, Day, kind);
}
