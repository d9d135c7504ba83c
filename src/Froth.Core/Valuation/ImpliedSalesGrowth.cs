using Froth.Core.Data;

namespace Froth.Core.Valuation;

/// <summary>The growth of sales that the price of one firm on one day needs, at three operating margins.</summary>
public sealed record ImpliedSalesGrowth
{
    private static readonly Bilingual OutOfReach = new(
        "No growth between −50 and 200 percent a year explains the price at the central margin.",
        "在中间利润率下，年增速−50%至200%之间均无法解释市价。");

    private static readonly Bilingual NotPositive = new(
        "Sales or enterprise value are zero or negative.", "营业收入或企业价值为零或为负。");

    private ImpliedSalesGrowth()
    {
    }

    /// <summary>Yearly growth at the central margin; NaN when there is none.</summary>
    public double Central { get; private init; } = double.NaN;

    /// <summary>At the fat margin, the least growth; NaN when there is none.</summary>
    public double Low { get; private init; } = double.NaN;

    /// <summary>At the thin margin, the most growth; NaN when it lies beyond 200 percent a year.</summary>
    public double High { get; private init; } = double.NaN;

    /// <summary>At the firm's own operating margin of the last four quarters; NaN when that is unknown or too thin.</summary>
    public double AtOwnMargin { get; private init; } = double.NaN;

    /// <summary>Operating margin of the last four quarters; NaN when unknown.</summary>
    public double OwnMargin { get; private init; } = double.NaN;

    /// <summary>Sales of the last four quarters in the currency of the accounts; NaN when unknown.</summary>
    public double Sales { get; private init; } = double.NaN;

    /// <summary>Why there is none; null when there is.</summary>
    public Bilingual? Why { get; private init; }

    /// <summary>What it rests on.</summary>
    public IReadOnlyList<Observation> Lineage { get; private init; } = [];

    /// <summary>Reads a firm with the usual assumptions.</summary>
    public static ImpliedSalesGrowth Of(PricedFirm firm)
    {
        ArgumentNullException.ThrowIfNull(firm);
        var model = SalesGrowthModel.Usual;
        var enterprise = firm.Enterprise;
        if (enterprise.Why is { } why) return new ImpliedSalesGrowth { Why = why, Lineage = enterprise.Lineage };
        if (firm.Quarter.Year(Concepts.Revenue) is not { } sales)
            return new ImpliedSalesGrowth { Why = firm.Quarter.WhyMissing(Concepts.Revenue), Lineage = enterprise.Lineage };
        IReadOnlyList<Observation> lineage = [.. enterprise.Lineage, .. sales.Lineage];
        if (enterprise.Value <= 0 || sales.Value <= 0) return new ImpliedSalesGrowth { Why = NotPositive, Lineage = lineage };
        var multiple = enterprise.Value / sales.Value;
        var central = model.ImpliedGrowth(multiple, model.Margin);
        var income = firm.Quarter.Year(Concepts.OperatingIncome);
        var own = income is null ? double.NaN : income.Value / sales.Value;
        return new ImpliedSalesGrowth
        {
            Central = central, Low = model.ImpliedGrowth(multiple, model.FatMargin), High = model.ImpliedGrowth(multiple, model.ThinMargin),
            OwnMargin = own, AtOwnMargin = model.ImpliedGrowth(multiple, own), Sales = sales.Value,
            Why = double.IsNaN(central) ? OutOfReach : null,
            Lineage = income is null ? lineage : [.. lineage, .. income.Lineage],
        };
    }
}
