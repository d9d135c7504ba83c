using Froth.Core.Data;

namespace Froth.Core.Firms;

/// <summary>One firm in the ranking by size.</summary>
public sealed record HeadTailFirm
{
    /// <summary>Where it stands; its class may be U.</summary>
    public required FirmState State { get; init; }

    /// <summary>Its size, in the currency it is told in.</summary>
    public required FirmSize Size { get; init; }

    /// <summary>What the size is: market value, or assets where no market value is known.</summary>
    public required MigrationWeight Basis { get; init; }

    /// <summary>The size in US dollars.</summary>
    public required double Dollars { get; init; }

    /// <summary>The rate that converted it; null for dollars.</summary>
    public Observation? Rate { get; init; }

    /// <summary>Net income of the last twelve months; null when unknown.</summary>
    public FirmFigure? NetIncome => State.Service!.Quarter.Year(Concepts.NetIncome);

    /// <summary>True when net income is known and not positive: its price–earnings ratio means nothing and it is counted apart.</summary>
    public bool IsLossMaker => NetIncome is { Value: <= 0 };

    /// <summary>Market value over net income of twelve months in the same currency; NaN when either is unknown or income is not positive.</summary>
    public double PriceEarnings => Basis == MigrationWeight.MarketCap && NetIncome is { } income && Size.Currency == State.Service!.Quarter.Currency
        ? Valuation.PriceEarnings.Ratio(Size.Value, income.Value) : double.NaN;

    /// <summary>Debt due within twelve months of the quarter's end; null when unknown.</summary>
    public FirmFigure? Due => State.Service!.Quarter is var quarter
        ? quarter.Balance(FirmConcepts.DebtDueYear1) ?? quarter.Balance(FirmConcepts.DebtCurrent) ?? (quarter.Balance(FirmConcepts.DebtTotal) is { Value: 0 } none ? none : null)
        : null;

    /// <summary>True when no debt falls due: the cover is without bound and the firm is counted apart.</summary>
    public bool HasNothingDue => Due is { Value: 0 };

    /// <summary>Cash and current securities over debt due within twelve months; NaN when unknown or when nothing is due.</summary>
    public double CashCover => Due is { Value: > 0 } due && State.Service!.Liquidity is { } cash ? cash.Value / due.Value : double.NaN;
}

/// <summary>Firms of neighbouring ranks.</summary>
/// <param name="Number">1 for the largest.</param>
/// <param name="Firms">Firms, the largest first.</param>
public sealed record SizeGroup(int Number, IReadOnlyList<HeadTailFirm> Firms)
{
    /// <summary>Firms with a class.</summary>
    public int Classed => Firms.Count(f => MigrationStates.IsClass(f.State.State));

    /// <summary>Median trailing price–earnings ratio of the firms that have one; NaN without any.</summary>
    public double MedianPriceEarnings => Median(f => f.PriceEarnings);

    /// <summary>Firms with a price–earnings ratio.</summary>
    public int Priced => Firms.Count(f => !double.IsNaN(f.PriceEarnings));

    /// <summary>Firms whose net income is not positive.</summary>
    public int LossMakers => Firms.Count(f => f.IsLossMaker);

    /// <summary>Median cash cover of the firms with debt due; NaN without any.</summary>
    public double MedianCashCover => Median(f => f.CashCover);

    /// <summary>Firms with a cash cover.</summary>
    public int Covered => Firms.Count(f => !double.IsNaN(f.CashCover));

    /// <summary>Firms with no debt due.</summary>
    public int NothingDue => Firms.Count(f => f.HasNothingDue);

    /// <summary>Firms in any of these classes.</summary>
    public int In(params ReadOnlySpan<MigrationState> states)
    {
        var count = 0;
        foreach (var firm in Firms) if (states.Contains(firm.State.State)) count++;
        return count;
    }

    private double Median(Func<HeadTailFirm, double> of)
    {
        var sorted = Firms.Select(of).Where(v => !double.IsNaN(v)).Order().ToList();
        return sorted.Count == 0 ? double.NaN : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
