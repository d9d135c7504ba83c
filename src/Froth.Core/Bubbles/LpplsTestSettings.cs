using Froth.Numerics;

namespace Froth.Core.Bubbles;

/// <summary>From which paths without a bubble false alarms are counted.</summary>
public enum LpplsNullKind
{
    /// <summary>Random walks with the mean and standard deviation of the series' own changes of log price.</summary>
    RandomWalk,

    /// <summary>Walks whose changes follow a GARCH(1,1) fitted to those of the series: volatility clusters, nothing else does.</summary>
    Garch,
}

/// <summary>The conventions of one run of the LPPLS confidence indicator. The same settings give the same figures on any number of threads.</summary>
public sealed record LpplsTestSettings
{
    /// <summary>Dates to judge: the last one and earlier ones; 1 or more.</summary>
    public int Ends { get; init; } = 13;

    /// <summary>Rows between these dates; 1 or more.</summary>
    public int Every { get; init; } = 5;

    /// <summary>Rows of the longest window.</summary>
    public int Longest { get; init; } = LpplsWindows.Usual.Longest;

    /// <summary>Rows of the shortest window; <see cref="LpplsFit.FewestRows"/> or more.</summary>
    public int Shortest { get; init; } = LpplsWindows.Usual.Shortest;

    /// <summary>Rows by which each window is shorter than the one before.</summary>
    public int Step { get; init; } = LpplsWindows.Usual.Step;

    /// <summary>Paths of each null; 0 for none.</summary>
    public int Replications { get; init; } = 100;

    /// <summary>Chooses the paths.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Most threads at once; 0 for all. Not a convention: figures do not depend on it.</summary>
    public int Threads { get; init; }

    /// <summary>The windows, with the usual box, filter and effort.</summary>
    public LpplsWindows Windows => LpplsWindows.Usual with { Longest = Longest, Shortest = Shortest, Step = Step };
}
