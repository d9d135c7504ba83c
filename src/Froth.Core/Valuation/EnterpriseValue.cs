using Froth.Core.Data;
using Froth.Core.Firms;

namespace Froth.Core.Valuation;

/// <summary>
/// Market value of the shares plus debt less cash and current securities, in the currency of the accounts. A missing debt or cash
/// gives a reason, never a zero. Securities held for longer than a year are not taken off.
/// </summary>
public sealed record EnterpriseValue
{
    private EnterpriseValue()
    {
    }

    /// <summary>The value; NaN when unknown. It can be negative where cash exceeds price and debt.</summary>
    public double Value { get; private init; } = double.NaN;

    /// <summary>Debt less cash and current securities; NaN when unknown.</summary>
    public double NetDebt { get; private init; } = double.NaN;

    /// <summary>Why it is unknown; null when it is not.</summary>
    public Bilingual? Why { get; private init; }

    /// <summary>What it rests on.</summary>
    public IReadOnlyList<Observation> Lineage { get; private init; } = [];

    /// <summary>Reads a firm.</summary>
    public static EnterpriseValue Of(PricedFirm firm)
    {
        ArgumentNullException.ThrowIfNull(firm);
        var quarter = firm.Quarter;
        if (Debt(quarter) is not { } debt) return new EnterpriseValue { Why = quarter.WhyMissing(FirmConcepts.DebtTotal), Lineage = firm.MarketValue.Lineage };
        if (quarter.Balance(FirmConcepts.Cash) is not { } cash) return new EnterpriseValue { Why = quarter.WhyMissing(FirmConcepts.Cash), Lineage = firm.MarketValue.Lineage };
        if (quarter.Balance(FirmConcepts.MarketableSecuritiesCurrent) is { } securities) cash += securities;
        return new EnterpriseValue
        {
            Value = firm.MarketValue.Value + debt.Value - cash.Value,
            NetDebt = debt.Value - cash.Value,
            Lineage = [.. firm.MarketValue.Lineage, .. debt.Lineage, .. cash.Lineage],
        };
    }

    private static FirmFigure? Debt(FirmQuarter quarter)
    {
        if (quarter.Balance(FirmConcepts.DebtTotal) is { } total) return total;
        if (quarter.Balance(FirmConcepts.DebtNoncurrent) is not { } later) return null;
        return quarter.Balance(FirmConcepts.DebtCurrent) is { } current ? later + current
            : quarter.HasTold(FirmConcepts.DebtCurrent, 27) ? null : later;
    }
}
