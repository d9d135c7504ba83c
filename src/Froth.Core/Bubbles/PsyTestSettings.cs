using Froth.Numerics;
using Froth.Numerics.Dating;
using Froth.Numerics.Simulation;

namespace Froth.Core.Bubbles;

/// <summary>From which paths without a bubble critical values are read.</summary>
public enum PsyNull
{
    /// <summary>Random walks with steps of one variance and a drift that vanishes with the length of the sample.</summary>
    MonteCarlo,

    /// <summary>The series' own steps times draws: the pattern of volatility stays, the bubble goes.</summary>
    WildBootstrap,
}

/// <summary>With which critical values BSADF is compared date by date.</summary>
public enum PsyDating
{
    /// <summary>
    /// The quantile of SADF in a sample that ends at the date: the rule of Phillips, Shi and Yu (2015), under which the reference episodes of Shiller's CAPE come out.
    /// </summary>
    Sadf,

    /// <summary>The quantile of BSADF at the date itself: lower, so that episodes start earlier and chance ones are more frequent.</summary>
    Bsadf,
}

/// <summary>The conventions of one run of the recursive tests. The same settings give the same figures on every machine and number of threads.</summary>
public sealed record PsyTestSettings
{
    /// <summary>Levels at which critical values are told.</summary>
    public static IReadOnlyList<double> Levels { get; } = [0.90, 0.95, 0.99];

    /// <summary>Test logarithms instead of levels.</summary>
    public bool Log { get; init; }

    /// <summary>Lagged differences in the regression; 0 or more.</summary>
    public int Lag { get; init; }

    /// <summary>The criterion that chose <see cref="Lag"/>; null where it was given.</summary>
    public LagCriterion? LagBy { get; init; }

    /// <summary>Fewest regression rows in a window; null for ⌊r₀·T⌋ with r₀ = 0.01 + 1.8/√T. Source: Phillips, Shi and Yu (2015).</summary>
    public int? MinimumWindow { get; init; }

    /// <summary>Paths of each null; 1 or more. A convention: a quantile of 2,000 paths has a standard error, which is told beside it.</summary>
    public int Replications { get; init; } = 2000;

    /// <summary>Chooses the paths.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>What steps are multiplied by in the bootstrap.</summary>
    public BootstrapMultiplier Multiplier { get; init; }

    /// <summary>Level at which the series must reject and by whose critical sequence episodes are dated; one of <see cref="Levels"/>.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>With which critical values BSADF is compared date by date.</summary>
    public PsyDating DatedBy { get; init; }

    /// <summary>Fewest observations of an episode; null for ln T rounded.</summary>
    public int? MinimumDuration { get; init; }

    /// <summary>Threads for the series and the simulations; at least 1. Not a convention: figures do not depend on it.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>The fewest regression rows for a series of <paramref name="observations"/> levels: the chosen number, else the default, and for
    /// very short series the fewest that leave one degree of freedom.</summary>
    public int WindowFor(int observations) => MinimumWindow ?? Math.Max(PsySettings.DefaultMinimumWindow(Math.Max(1, observations)), Lag + 3);

    /// <summary>The fewest levels that give one window.</summary>
    public int FewestLevels(int observations) => WindowFor(observations) + Lag + 1;

    /// <summary>The fewest observations of an episode in a series of <paramref name="observations"/> levels.</summary>
    public int FewestObservations(int observations) => Dating.FewestObservations(observations);

    /// <summary>How the kernels take these settings.</summary>
    internal PsySettings Kernel(int observations) => new() { Lag = Lag, MinimumWindow = WindowFor(observations), Threads = Threads };

    /// <summary>How dating takes these settings.</summary>
    internal DatingSettings Dating => new() { MinimumDuration = MinimumDuration };
}
