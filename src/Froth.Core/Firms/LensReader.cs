using Froth.Core.Data;

namespace Froth.Core.Firms;

/// <summary>
/// Reads lenses from a firm's quarter. A lens of the literature is read over twelve months where all that it needs is known over them,
/// else over the quarter alone; its reading says which. What is missing makes it undecided or keeps it from hedge, never safer.
/// </summary>
public static class LensReader
{
    private static readonly Bilingual NoInterest = new("No interest falls due, so the ratio means nothing.", "无利息支出，比率无意义。");

    private static readonly Bilingual NegativeInterest = new("Interest is told as negative.", "利息披露为负值。");

    private static readonly Bilingual PaymentsUnknown = new(
        "What falls due beside interest is not known, so hedge is not given.", "利息以外的到期款项未知，故不判为对冲型。");

    /// <summary>Reads every lens.</summary>
    /// <param name="twelveMonths">Debt service of the twelve months.</param>
    /// <param name="single">Debt service of the same quarter alone.</param>
    public static IReadOnlyList<LensReading> Read(DebtService twelveMonths, DebtService single)
    {
        ArgumentNullException.ThrowIfNull(twelveMonths);
        ArgumentNullException.ThrowIfNull(single);
        return [.. Lenses.All.Select(lens => lens.Measure switch
        {
            LensMeasure.DebtServiceTwelveMonths => OfDebtService(lens, twelveMonths),
            LensMeasure.DebtServiceQuarter => OfDebtService(lens, single),
            _ => Widest(OfRatio(lens, twelveMonths), () => OfRatio(lens, single)),
        })];
    }

    /// <summary>Reads one lens over one window; for the two of debt service the window is the lens's own.</summary>
    public static LensReading Read(Lens lens, DebtService service)
    {
        ArgumentNullException.ThrowIfNull(lens);
        ArgumentNullException.ThrowIfNull(service);
        return lens.Measure is LensMeasure.DebtServiceTwelveMonths or LensMeasure.DebtServiceQuarter ? OfDebtService(lens, service) : OfRatio(lens, service);
    }

    private static LensReading Widest(LensReading twelveMonths, Func<LensReading> single) =>
        twelveMonths.Decides || single() is not { Decides: true } shorter ? twelveMonths : shorter;

    private static LensReading OfDebtService(Lens lens, DebtService service) => new()
    {
        Lens = lens, Window = service.Window, IncomeCover = service.InterestCover, FullCover = service.DebtServiceCover,
        Class = service.Class, Why = service.Why, Lineage = service.ServiceLineage,
    };

    private static LensReading OfRatio(Lens lens, DebtService service)
    {
        var (quarter, window) = (service.Quarter, service.Window);
        var interest = lens.Measure == LensMeasure.InternalFunds ? service.Interest : DebtServiceReader.Flow(quarter, window, FirmConcepts.InterestExpense);
        var (resource, further, missing) = lens.Measure switch
        {
            LensMeasure.PreTaxIncome => (PreTax(quarter, window, interest), Zero, FirstMissing(quarter, window, Concepts.NetIncome, FirmConcepts.IncomeTax)),
            LensMeasure.OperatingIncome =>
                (DebtServiceReader.Flow(quarter, window, Concepts.OperatingIncome), quarter.Balance(FirmConcepts.DebtCurrent), Concepts.OperatingIncome),
            LensMeasure.InternalFunds => (service.CashFlow, service.CapitalExpenditure, Concepts.OperatingCashFlow),
            LensMeasure.AdjustedEbitda =>
                (DebtServiceReader.Flow(quarter, window, FirmConcepts.AdjustedEbitda), service.Principal, FirmConcepts.AdjustedEbitda),
            _ => throw new ArgumentException($"The lens {lens.Id} is not a ratio.", nameof(lens)),
        };
        IReadOnlyList<Observation> lineage = [.. new[] { resource, interest, further }.OfType<FirmFigure>().SelectMany(f => f.Lineage).Distinct()];
        if (lens.Measure == LensMeasure.InternalFunds && (resource is null || interest is null)) return Undecided(service.Why ?? quarter.WhyMissing(missing));
        if (interest is null) return Undecided(quarter.WhyMissing(FirmConcepts.InterestExpense));
        if (resource is null) return Undecided(quarter.WhyMissing(missing));
        if (interest.Value < 0) return Undecided(NegativeInterest);
        if (interest.Value == 0 && lens.Measure != LensMeasure.InternalFunds) return Undecided(NoInterest);

        var all = further is { Value: >= 0 } ? interest.Value + further.Value : double.NaN;
        var reading = new LensReading
        {
            Lens = lens, Window = window, Class = lens.ClassOf(resource.Value, interest.Value, all), Lineage = lineage,
            IncomeCover = Over(resource.Value, interest.Value), FullCover = Over(resource.Value, all),
        };
        return double.IsNaN(all) && reading.Class == MinskyClass.Speculative ? reading with { Why = PaymentsUnknown } : reading;

        LensReading Undecided(Bilingual why) => new() { Lens = lens, Window = window, Class = MinskyClass.Unknown, Why = why, Lineage = lineage };
    }

    private static FirmFigure Zero { get; } = new(0, Grade.Audited, []);

    private static FirmFigure? PreTax(FirmQuarter quarter, DebtServiceWindow window, FirmFigure? interest) =>
        interest is not null && DebtServiceReader.Flow(quarter, window, Concepts.NetIncome) is { } income
        && DebtServiceReader.Flow(quarter, window, FirmConcepts.IncomeTax) is { } tax ? income + tax + interest : null;

    private static string FirstMissing(FirmQuarter quarter, DebtServiceWindow window, params ReadOnlySpan<string> concepts)
    {
        foreach (var concept in concepts)
        {
            if (DebtServiceReader.Flow(quarter, window, concept) is null) return concept;
        }

        return concepts[0];
    }

    private static double Over(double resource, double payments) => payments > 0 ? resource / payments : double.NaN;
}
