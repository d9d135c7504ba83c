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
/// <para>
/// One deviation from methods 1.2 on purpose: capitalised interest is a payment, but it is not added back to cash from operations. US
/// accounts book it in investing, so it never lowered that cash; only interest paid that stands inside cash from operations is added back.
/// </para>
/// </summary>
public sealed record DebtService
{
    private ServiceFacts? _facts;

    /// <summary>The quarter read.</summary>
    public required FirmQuarter Quarter { get; init; }

    /// <summary>The window.</summary>
    public required DebtServiceWindow Window { get; init; }

    /// <summary>Cash from operations as told; null when unknown.</summary>
    public FirmFigure? Operating { get; init; }

    /// <summary>Interest paid, net of what was capitalised; where none is told, interest expense; null when unknown.</summary>
    public FirmFigure? InterestPaid { get; init; }

    /// <summary>Interest capitalised; zero without facts where the firm never told any, null when it was told before and is not told now.</summary>
    public FirmFigure? InterestCapitalised { get; init; }

    /// <summary>Principal of debt that fell due, as the opening balance sheet told it; null when unknown.</summary>
    public FirmFigure? PrincipalDue { get; init; }

    /// <summary>Principal paid on finance leases; zero without facts where the firm never told any, null when it was told before and is not told now.</summary>
    public FirmFigure? LeasePrincipal { get; init; }

    /// <summary>True when interest paid stands inside cash from operations, false when outside or when there is none; null when unknown.</summary>
    public bool? IsInterestInside { get; init; }

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
    public double FundingGap => Why is not null || CapitalExpenditure is not { Value: >= 0 } || Commitments is { Value: < 0 } ? double.NaN
        : Interest!.Value + Principal!.Value + CapitalExpenditure.Value + (Commitments?.Value ?? 0) - CashFlow!.Value;

    /// <summary>Months that liquidity lasts at the funding gap of the window; infinite when there is no gap, NaN when unknown.</summary>
    public double RunwayMonths => Liquidity is null || double.IsNaN(FundingGap) ? double.NaN
        : FundingGap <= 0 ? double.PositiveInfinity : 12 * Liquidity.Value / FundingGap;

    /// <summary>Everything it rests on.</summary>
    public IReadOnlyList<Observation> Lineage => Facts.All;

    /// <summary>What the class, interest cover, debt service cover and margin rest on.</summary>
    public IReadOnlyList<Observation> ServiceLineage => Facts.Service;

    // Six measures read the same service. A changed copy takes the field along, so it is looked at whose facts they are.
    private ServiceFacts Facts => _facts is { } held && ReferenceEquals(held.Of, this) ? held : _facts = new ServiceFacts(this);

    private static FirmFigure Nothing { get; } = new(0, Grade.Audited, []);

    private double Cover(params ReadOnlySpan<FirmFigure?> payments)
    {
        if (Why is not null) return double.NaN;
        var due = 0.0;
        foreach (var payment in payments)
        {
            // A payment told as negative is a mistake that would make the cover look better.
            if (payment!.Value < 0) return double.NaN;
            due += payment.Value;
        }

        return due > 0 ? CashFlow!.Value / due : double.NaN;
    }

    // Each fact once, in the order of the terms; there are too few for a set to be faster.
    private sealed class ServiceFacts
    {
        public ServiceFacts(DebtService of)
        {
            List<Observation> facts = [];
            foreach (var figure in (ReadOnlySpan<FirmFigure?>)[of.Operating, of.InterestPaid, of.InterestCapitalised, of.PrincipalDue, of.LeasePrincipal]) Add(facts, figure);
            Service = [.. facts];
            foreach (var figure in (ReadOnlySpan<FirmFigure?>)[of.CapitalExpenditure, of.Commitments, of.Liquidity]) Add(facts, figure);
            (Of, All) = (of, facts.Count == Service.Length ? Service : [.. facts]);
        }

        public DebtService Of { get; }

        public Observation[] Service { get; }

        public Observation[] All { get; }

        private static void Add(List<Observation> facts, FirmFigure? figure)
        {
            foreach (var fact in figure?.Lineage ?? [])
            {
                if (!facts.Exists(f => ReferenceEquals(f, fact))) facts.Add(fact);
            }
        }
    }
}
