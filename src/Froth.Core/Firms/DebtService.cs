using Froth.Core.Data;

namespace Froth.Core.Firms;

/// <summary>Over which time payments and cash are set against each other.</summary>
public enum DebtServiceWindow
{
    /// <summary>The twelve months up to the quarter's end.</summary>
    TwelveMonths,

    /// <summary>The quarter alone, its flows times four.</summary>
    QuarterAnnualised,
}

/// <summary>
/// Cash of a firm against what it must pay: the primary definition of its financing class. Any of cash, interest and principal missing
/// gives class U with the reason, never a number. Source: Froth methods 1.2, after Minsky (1992).
/// </summary>
public sealed record DebtService
{
    /// <summary>The quarter read.</summary>
    public required FirmQuarter Quarter { get; init; }

    /// <summary>The window.</summary>
    public required DebtServiceWindow Window { get; init; }

    /// <summary>Cash from operations before interest; null when unknown.</summary>
    public FirmFigure? CashFlow { get; init; }

    /// <summary>Interest paid, what was capitalised included; null when unknown.</summary>
    public FirmFigure? Interest { get; init; }

    /// <summary>Principal that fell due, as the opening balance sheet told it, with the principal of finance leases; null when unknown.</summary>
    public FirmFigure? Principal { get; init; }

    /// <summary>Capital expenditure; null when unknown.</summary>
    public FirmFigure? CapitalExpenditure { get; init; }

    /// <summary>Take-or-pay obligations due in the window, as told at its opening; null when unknown, which most filers leave it.</summary>
    public FirmFigure? Commitments { get; init; }

    /// <summary>Cash and current securities at the end; null when unknown.</summary>
    public FirmFigure? Liquidity { get; init; }

    /// <summary>Why the class is U; null when it is not.</summary>
    public Bilingual? Why { get; init; }

    /// <summary>The class.</summary>
    public MinskyClass Class => Why is null ? MinskyClasses.Of(CashFlow!.Value, Interest!.Value, Principal!.Value) : MinskyClass.Unknown;

    /// <summary>κ_I: cash over interest; NaN when unknown or when there is no interest.</summary>
    public double InterestCover => Cover(Interest);

    /// <summary>κ_D: cash over interest and principal; NaN when unknown or when nothing is due.</summary>
    public double DebtServiceCover => Cover(Interest, Principal);

    /// <summary>
    /// κ_X: cash over interest, principal, capital expenditure and commitments; NaN when unknown. Commitments that are not told count as
    /// none, so without them this is the most that the cover can be.
    /// </summary>
    public double InvestmentCover => CapitalExpenditure is null ? double.NaN : Cover(Interest, Principal, CapitalExpenditure, Commitments ?? Nothing);

    /// <summary>m: what is left of cash after interest and principal, as a share of them; NaN when unknown or when nothing is due.</summary>
    public double MarginOfSafety => DebtServiceCover - 1;

    /// <summary>
    /// G: what must be found outside (negative: what is left over), in the firm's currency; NaN when unknown. Without told commitments the
    /// least that it can be.
    /// </summary>
    public double FundingGap => Why is not null || CapitalExpenditure is null ? double.NaN
        : Interest!.Value + Principal!.Value + CapitalExpenditure.Value + (Commitments?.Value ?? 0) - CashFlow!.Value;

    /// <summary>Months that liquidity lasts at the funding gap of the window; infinite when there is no gap, NaN when unknown.</summary>
    public double RunwayMonths => Liquidity is null || double.IsNaN(FundingGap) ? double.NaN
        : FundingGap <= 0 ? double.PositiveInfinity : 12 * Liquidity.Value / FundingGap;

    /// <summary>Everything it rests on.</summary>
    public IReadOnlyList<Observation> Lineage =>
        [.. new[] { CashFlow, Interest, Principal, CapitalExpenditure, Commitments, Liquidity }.OfType<FirmFigure>().SelectMany(f => f.Lineage).Distinct()];

    private static FirmFigure Nothing { get; } = new(0, Grade.Audited, []);

    private double Cover(params ReadOnlySpan<FirmFigure?> payments)
    {
        if (Why is not null) return double.NaN;
        var due = 0.0;
        foreach (var payment in payments) due += payment!.Value;
        return due > 0 ? CashFlow!.Value / due : double.NaN;
    }
}
