using Froth.Numerics;

namespace Froth.Core.Bubbles;

/// <summary>The conventions of one run of the LPPLS confidence indicator.</summary>
public sealed record LpplsTestSettings
{
    /// <summary>Days for which the indicator is computed, the last one being the last of the series; 1 or more.</summary>
    public int Ends { get; init; } = 24;

    /// <summary>Observations between them; 1 or more.</summary>
    public int Every { get; init; } = 5;

    /// <summary>Windows, search space and filter.</summary>
    public LpplsWindows Windows { get; init; } = LpplsWindows.Usual;

    /// <summary>Random walks on which the whole procedure is run; 1 or more.</summary>
    public int Replications { get; init; } = 200;

    /// <summary>Chooses the walks.</summary>
    public ulong Seed { get; init; } = 1;
}
