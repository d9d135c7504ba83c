using Froth.Core.Financing;

namespace Froth.Core.Firms;

/// <summary>
/// How one firm is financed at one quarter, as known on one day: its class over both windows, how firmly the figures decide it, what the
/// lenses of the literature make of it, and flags. All that a firm's page prints of Minsky's classes.
/// </summary>
public sealed record FirmFinancing
{
    /// <summary>The quarter read.</summary>
    public FirmQuarter Quarter => TwelveMonths.Quarter;

    /// <summary>Debt service over the twelve months up to the quarter's end: the primary definition.</summary>
    public required DebtService TwelveMonths { get; init; }

    /// <summary>Debt service of the quarter alone, its flows times four.</summary>
    public required DebtService SingleQuarter { get; init; }

    /// <summary>Share of draws in each class over twelve months.</summary>
    public required ClassShares TwelveMonthsShares { get; init; }

    /// <summary>Share of draws in each class for the quarter alone.</summary>
    public required ClassShares SingleQuarterShares { get; init; }

    /// <summary>A reading of each lens, the primary definition first.</summary>
    public required IReadOnlyList<LensReading> Lenses { get; init; }

    /// <summary>The safest and the worst class over the lenses that decide.</summary>
    public required ClassRange Range { get; init; }

    /// <summary>Suppliers that also finance the firm, as far as recorded.</summary>
    public required VendorFinancing Vendors { get; init; }

    /// <summary>True when a supplier is also investor, lender or guarantor.</summary>
    public bool IsVendorFinanced => Vendors.IsVendorFinanced == true;

    /// <summary>Operating income below interest for three years on end; null when that is not known.</summary>
    public required bool? IsBelowInterestForThreeYears { get; init; }

    /// <summary>The class by the primary definition.</summary>
    public MinskyClass Class => TwelveMonths.Class;

    /// <summary>The reading of a lens.</summary>
    /// <exception cref="ArgumentException">No lens has that id.</exception>
    public LensReading Lens(string id) => Lenses.FirstOrDefault(l => l.Lens.Id == id) ?? throw new ArgumentException($"No lens is called '{id}'.", nameof(id));

    /// <summary>Reads a firm's quarter.</summary>
    /// <param name="quarter">The quarter, as known on a day; nothing published later is used.</param>
    /// <param name="flows">Flows of the vintage; those announced or published later than the quarter is seen from are left out.</param>
    /// <param name="perturbation">The draws; the usual ones when left out.</param>
    public static FirmFinancing Read(FirmQuarter quarter, IReadOnlyList<Flow> flows, Perturbation? perturbation = null)
    {
        ArgumentNullException.ThrowIfNull(quarter);
        var year = quarter.Service(DebtServiceWindow.TwelveMonths);
        var single = quarter.Service(DebtServiceWindow.QuarterAnnualised);
        var lenses = LensReader.Read(year, single);
        return new FirmFinancing
        {
            TwelveMonths = year, SingleQuarter = single,
            TwelveMonthsShares = ClassShares.Of(year, perturbation), SingleQuarterShares = ClassShares.Of(single, perturbation),
            Lenses = lenses, Range = ClassRange.Of(lenses),
            Vendors = VendorFinancing.Of(flows, quarter.Firm, quarter.Known),
            IsBelowInterestForThreeYears = InterestPersistence.IsBelowForThreeYears(quarter),
        };
    }
}
