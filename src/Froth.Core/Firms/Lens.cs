using Froth.Core.Indicators;

namespace Froth.Core.Firms;

/// <summary>What a lens sets against payments, and which payments.</summary>
public enum LensMeasure
{
    /// <summary>Cash before interest against interest and principal due, twelve months.</summary>
    DebtServiceTwelveMonths,

    /// <summary>The same of one quarter times four.</summary>
    DebtServiceQuarter,

    /// <summary>Net income, tax and interest against interest expense.</summary>
    PreTaxIncome,

    /// <summary>Operating income against interest expense and short-term debt.</summary>
    OperatingIncome,

    /// <summary>Cash before interest against interest and capital expenditure.</summary>
    InternalFunds,

    /// <summary>The firm's own adjusted EBITDA against interest expense and principal due.</summary>
    AdjustedEbitda,
}

/// <summary>Which of its two covers a lens prints as its number.</summary>
public enum LensCover
{
    /// <summary>Over the income payments.</summary>
    Income,

    /// <summary>Over all payments.</summary>
    All,
}

/// <summary>One cut of a lens.</summary>
/// <param name="Value">A multiple of the payments.</param>
/// <param name="Status">Standing of the cut; published only where it was read in the source.</param>
public sealed record LensCut(double Value, ThresholdStatus Status);

/// <summary>
/// One way of the literature to read hedge, speculative and Ponzi finance from accounts. The same firm can come out differently under
/// two of them, which is why a range over all is shown. Source: Froth methods 1.3.
/// </summary>
public sealed record Lens
{
    /// <summary>Stable kebab-case id.</summary>
    public required string Id { get; init; }

    /// <summary>Short name.</summary>
    public required Bilingual Name { get; init; }

    /// <summary>The formula and its cuts, in words.</summary>
    public required Bilingual Formula { get; init; }

    /// <summary>What could mislead; may be empty.</summary>
    public Bilingual Note { get; init; }

    /// <summary>What is set against what.</summary>
    public required LensMeasure Measure { get; init; }

    /// <summary>The cover that is its number.</summary>
    public required LensCover Prints { get; init; }

    /// <summary>Hedge when the resource is at least this multiple of all payments.</summary>
    public required LensCut HedgeFrom { get; init; }

    /// <summary>Ponzi when the resource is below this multiple of the income payments.</summary>
    public required LensCut PonziBelow { get; init; }

    /// <summary>Where it comes from.</summary>
    public required Citation Citation { get; init; }

    /// <summary>The class. Ties go to the safer one. Without interest a negative resource is lived on from equity, which is E and not P.</summary>
    /// <param name="resource">What payments are made from.</param>
    /// <param name="income">Payments on income account; not negative.</param>
    /// <param name="all">All payments, or NaN when not known; the class is then never hedge.</param>
    /// <returns>Unknown when the resource or the income payments are NaN.</returns>
    public MinskyClass ClassOf(double resource, double income, double all)
    {
        if (double.IsNaN(resource + income)) return MinskyClass.Unknown;
        if (income == 0 && resource < 0) return MinskyClass.EquityDependent;
        if (resource < PonziBelow.Value * income) return MinskyClass.Ponzi;
        return resource >= HedgeFrom.Value * all ? MinskyClass.Hedge : MinskyClass.Speculative;
    }
}
