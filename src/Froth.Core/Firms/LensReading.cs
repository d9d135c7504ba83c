using Froth.Core.Data;

namespace Froth.Core.Firms;

/// <summary>What one lens makes of a firm's quarter.</summary>
public sealed record LensReading
{
    /// <summary>The lens.</summary>
    public required Lens Lens { get; init; }

    /// <summary>The time it was read over: twelve months, or one quarter where twelve months cannot be derived.</summary>
    public required DebtServiceWindow Window { get; init; }

    /// <summary>The resource over the income payments; NaN when unknown or when none fall due.</summary>
    public double IncomeCover { get; init; } = double.NaN;

    /// <summary>The resource over all payments; NaN when unknown or when none fall due.</summary>
    public double FullCover { get; init; } = double.NaN;

    /// <summary>The class; U when the lens does not decide.</summary>
    public required MinskyClass Class { get; init; }

    /// <summary>Why it does not decide, or what kept it from the safest class; null when there is nothing to add.</summary>
    public Bilingual? Why { get; init; }

    /// <summary>The facts it rests on.</summary>
    public IReadOnlyList<Observation> Lineage =>
        [.. Figures.OfType<FirmFigure>().SelectMany(f => f.Lineage).Distinct((IEqualityComparer<Observation>)ReferenceEqualityComparer.Instance)];

    /// <summary>The figures it was read from; null for what was not known.</summary>
    internal IReadOnlyList<FirmFigure?> Figures { get; init; } = [];

    /// <summary>The lens's own number: the cover that it prints; NaN when unknown.</summary>
    public double Value => Lens.Prints == LensCover.Income ? IncomeCover : FullCover;

    /// <summary>True when it decides a class.</summary>
    public bool Decides => Class != MinskyClass.Unknown;
}

/// <summary>The safest and the worst class over the lenses that decide. E stands at the far end, as in the list of classes.</summary>
/// <param name="Safest">The safest class; U when no lens decides.</param>
/// <param name="Worst">The worst class; U when no lens decides.</param>
/// <param name="Deciding">How many lenses decide.</param>
/// <param name="Lenses">How many lenses there are.</param>
public sealed record ClassRange(MinskyClass Safest, MinskyClass Worst, int Deciding, int Lenses)
{
    /// <summary>The range over some readings.</summary>
    public static ClassRange Of(IReadOnlyCollection<LensReading> readings)
    {
        ArgumentNullException.ThrowIfNull(readings);
        var decided = readings.Where(r => r.Decides).Select(r => r.Class).ToList();
        return decided.Count == 0
            ? new ClassRange(MinskyClass.Unknown, MinskyClass.Unknown, 0, readings.Count)
            : new ClassRange(decided.Min(), decided.Max(), decided.Count, readings.Count);
    }

    /// <summary>The range over the lenses that set earnings against payments: EBIT, pre-tax income, adjusted EBITDA.</summary>
    public static ClassRange OfEarnings(IEnumerable<LensReading> readings) => Of([.. readings.Where(r => IsOfEarnings(r.Lens))]);

    /// <summary>The range over the lenses that set cash against payments. Customers' prepayments are cash and no earnings.</summary>
    public static ClassRange OfCash(IEnumerable<LensReading> readings) => Of([.. readings.Where(r => !IsOfEarnings(r.Lens))]);

    private static bool IsOfEarnings(Lens lens) => lens.Measure is LensMeasure.PreTaxIncome or LensMeasure.OperatingIncome or LensMeasure.AdjustedEbitda;

    /// <summary>True when all lenses that decide agree and at least one does.</summary>
    public bool IsAgreed => Deciding > 0 && Safest == Worst;

    /// <summary>The letters: <c>S–P</c>, or <c>H</c> when all agree, or <c>U</c>.</summary>
    public override string ToString() =>
        Safest == Worst ? MinskyClasses.LetterOf(Safest) : $"{MinskyClasses.LetterOf(Safest)}–{MinskyClasses.LetterOf(Worst)}";
}
