namespace Froth.Numerics;

/// <summary>What a rule of the filter looks at.</summary>
public enum LpplsQuantity
{
    /// <summary>(tc − t2)/(t2 − t1).</summary>
    CriticalShift,

    /// <summary>m.</summary>
    Exponent,

    /// <summary>ω.</summary>
    Omega,

    /// <summary><see cref="LpplsFit.Oscillations"/>.</summary>
    Oscillations,

    /// <summary><see cref="LpplsFit.Damping"/>.</summary>
    Damping,

    /// <summary><see cref="LpplsFit.MeanRelativeError"/>.</summary>
    MeanRelativeError,

    /// <summary><see cref="LpplsFit.WorstRelativeError"/>.</summary>
    WorstRelativeError,
}

/// <summary>One condition that a fit must meet to count as a bubble's.</summary>
/// <param name="Of">What is looked at.</param>
/// <param name="Low">Least value that passes; minus infinity for none.</param>
/// <param name="High">Greatest value that passes; infinity for none.</param>
/// <param name="Status">How the threshold came about: published (read in the source), convention or froth (our own).</param>
/// <param name="Citation">Where it is from.</param>
public sealed record LpplsRule(LpplsQuantity Of, double Low, double High, string Status, string Citation)
{
    /// <summary>Whether a fit meets it; false where the quantity is NaN.</summary>
    public bool Passes(LpplsFit fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        var value = Of switch
        {
            LpplsQuantity.CriticalShift => fit.CriticalShift,
            LpplsQuantity.Exponent => fit.Exponent,
            LpplsQuantity.Omega => fit.Omega,
            LpplsQuantity.Oscillations => fit.Oscillations,
            LpplsQuantity.Damping => fit.Damping,
            LpplsQuantity.MeanRelativeError => fit.MeanRelativeError,
            LpplsQuantity.WorstRelativeError => fit.WorstRelativeError,
            _ => throw new ArgumentException($"There is no quantity {Of}.", nameof(fit)),
        };
        return value >= Low && value <= High;
    }
}

/// <summary>All conditions together; a fit qualifies that meets each.</summary>
/// <param name="Rules">The conditions.</param>
public sealed record LpplsFilter(IReadOnlyList<LpplsRule> Rules)
{
    private const string Convention = "convention";

    private const string Source =
        "Sornette, Demos, Zhang, Cauwels, Filimonov and Zhang (2015), Journal of Investment Strategies 4(4), 77–95, as commonly restated; not read in the source";

    /// <summary>
    /// m 0.01–1.2, ω 2–25, tc from 5 % of the window before its end to 10 % after it, at least 2.5 oscillations, damping at least 0.8, relative
    /// error at most 5 %.
    /// </summary>
    /// <remarks>Restatements do not say whether the relative error is the mean or the worst day's; here it is the mean, our own reading.</remarks>
    public static LpplsFilter Usual { get; } = new(
    [
        new(LpplsQuantity.Exponent, 0.01, 1.2, Convention, Source),
        new(LpplsQuantity.Omega, 2, 25, Convention, Source),
        new(LpplsQuantity.CriticalShift, -0.05, 0.1, Convention, Source),
        new(LpplsQuantity.Oscillations, 2.5, double.PositiveInfinity, Convention, Source),
        new(LpplsQuantity.Damping, 0.8, double.PositiveInfinity, Convention, Source),
        new(LpplsQuantity.MeanRelativeError, 0, 0.05, "froth", Source + "; the mean over the window's days is our reading"),
    ]);

    /// <summary>1: qualified with B &lt; 0, a bubble that rises; −1: qualified with B &gt; 0, one that falls; 0: not qualified.</summary>
    public int SignOf(LpplsFit fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        if (fit.Status != LpplsStatus.Fitted) return 0;
        foreach (var rule in Rules)
        {
            if (!rule.Passes(fit)) return 0;
        }

        return -Math.Sign(fit.B);
    }
}
