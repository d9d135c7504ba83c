using Froth.Core.Data;

namespace Froth.Core.Valuation;

/// <summary>One way to value a listed firm, as it enters the vector of a valuation deviation.</summary>
public sealed class ValuationMethod
{
    private readonly Func<PricedFirm, PricedDay, MethodValue> _read;

    private ValuationMethod(string id, string english, string chinese, Unit unit, Func<PricedFirm, PricedDay, MethodValue> read)
    {
        (Id, Name, Unit, _read) = (id, new Bilingual(english, chinese), unit, read);
    }

    /// <summary>
    /// Id of the indicator that shows the method by itself; the run with research capitalised has its own and is a part of <c>residual-income-to-price</c>.
    /// </summary>
    public string Id { get; }

    /// <summary>Name.</summary>
    public Bilingual Name { get; }

    /// <summary>Unit of the value.</summary>
    public Unit Unit { get; }

    /// <summary>True when a low value is the dear one.</summary>
    public bool IsLowDear { get; private init; }

    /// <summary>
    /// Id of the method that orders firms in the same way because this one is a function of it alone; it then has no rank of its own, so
    /// that one ratio does not vote twice. Null for all others.
    /// </summary>
    public string? SameOrderAs { get; private init; }

    /// <summary>Every method, in the order of the vector.</summary>
    public static IReadOnlyList<ValuationMethod> All { get; } =
    [
        Multiple("pe-static", "P/E, static", "静态市盈率", PriceEarningsKind.Static),
        Multiple("pe-ttm", "P/E, trailing", "滚动市盈率", PriceEarningsKind.TrailingTwelveMonths),
        Multiple("pe-dynamic-annualised", "P/E, dynamic (annualised)", "动态市盈率（年化）", PriceEarningsKind.DynamicAnnualised),
        Multiple("pe-dynamic-forecast", "P/E, dynamic (forecast)", "动态市盈率（预测）", PriceEarningsKind.DynamicForecast),
        FromTrailing("pvgo-share", "Share of the price that is future growth", "市值中未来增长占比", pe => PriceEarnings.GrowthOpportunityShare(pe, 0.10)),
        FromTrailing("reverse-dcf-growth", "Earnings growth implied", "隐含盈利增速", pe => PriceEarnings.ImpliedGrowth(pe, 0.10, 10, 25)),
        new("reverse-dcf-sales-growth", "Sales growth implied", "隐含营收增速", Unit.Ratio, SalesGrowth),
        new("residual-income-to-price", "Residual income, book as filed", "剩余收益价值/市值（账面）", Unit.Ratio, (f, _) => OfResidual(f, f.Residual.AsFiled, f.Residual.Why)) { IsLowDear = true },
        new("residual-income-research-to-price", "Residual income, research capitalised", "剩余收益价值/市值（研发资本化）", Unit.Ratio,
            (f, _) => OfResidual(f, f.Residual.WithResearch, f.Residual.WhyNoResearch)) { IsLowDear = true },
        new("ev-sales-residual", "EV/sales above what growth, margin, size and country explain", "企业价值/营收残差", Unit.Ratio, Residual),
    ];

    internal MethodValue Read(PricedFirm firm, PricedDay day) => _read(firm, day);

    private static ValuationMethod Multiple(string id, string english, string chinese, PriceEarningsKind kind) =>
        new(id, english, chinese, Unit.Ratio, (firm, _) => Ratio(firm, kind));

    private static ValuationMethod FromTrailing(string id, string english, string chinese, Func<double, double> of) =>
        new(id, english, chinese, Unit.Ratio, (firm, _) => Ratio(firm, PriceEarningsKind.TrailingTwelveMonths) is { Why: null } ratio
            ? ratio with { Value = of(ratio.Value) } : Ratio(firm, PriceEarningsKind.TrailingTwelveMonths)) { SameOrderAs = "pe-ttm" };

    private static MethodValue Ratio(PricedFirm firm, PriceEarningsKind kind)
    {
        var earnings = firm.Earnings(kind);
        IReadOnlyList<Fact> lineage = [.. firm.MarketValue.Lineage, .. earnings.Lineage];
        if (earnings.Why is { } why) return new(double.NaN, why, lineage);
        var ratio = PriceEarnings.Ratio(firm.MarketValue.Value, earnings.Value);
        return new(ratio, double.IsNaN(ratio) ? NotMeaningful : null, lineage);
    }

    private static MethodValue SalesGrowth(PricedFirm firm, PricedDay day)
    {
        var growth = firm.SalesGrowth;
        return new(growth.Central, growth.Why, growth.Lineage);
    }

    private static MethodValue OfResidual(PricedFirm firm, ValueToPrice value, Bilingual? why) =>
        new(why is null ? value.Central : double.NaN, why, firm.Residual.Lineage);

    private static MethodValue Residual(PricedFirm firm, PricedDay day) => day.Sales.Find(firm.Firm) is { } found
        ? new(found.Residual, null, day.Sales.Lineage) : new(double.NaN, day.Sales.WhyNot(firm.Firm), firm.MarketValue.Lineage);

    private static Bilingual NotMeaningful { get; } = new("n.m.: the earnings are zero or negative.", "n.m.：盈利为零或为负。");
}

/// <summary>What a method says of a firm on a day.</summary>
/// <param name="Value">The value in the method's unit; NaN when it does not apply.</param>
/// <param name="Why">Why it does not apply; null when it does.</param>
/// <param name="Lineage">What it rests on.</param>
internal sealed record MethodValue(double Value, Bilingual? Why, IReadOnlyList<Fact> Lineage);
