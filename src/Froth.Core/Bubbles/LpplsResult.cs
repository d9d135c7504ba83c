using Froth.Numerics;
using Froth.Numerics.Simulation;

namespace Froth.Core.Bubbles;

/// <summary>How often paths without a bubble reach a share of windows.</summary>
/// <param name="Alarms">Paths that reach it.</param>
/// <param name="Paths">All paths.</param>
public readonly record struct FalseAlarms(int Alarms, int Paths)
{
    /// <summary>Alarms over paths, 0 to 1; NaN without paths.</summary>
    public double Rate => Paths == 0 ? double.NaN : (double)Alarms / Paths;

    /// <summary>90 percent interval of the rate (Wilson).</summary>
    public (double Low, double High) Interval => ShareInterval.Of(Alarms, Paths);
}

/// <summary>The whole procedure on paths of one null.</summary>
/// <param name="Kind">Which paths.</param>
/// <param name="Garch">What came of fitting the changes; null for random walks.</param>
/// <param name="Shares">Shares of windows by path; null when the fit gave no parameters to simulate with.</param>
public sealed record LpplsNullResult(LpplsNullKind Kind, GarchFit? Garch, LpplsNull? Shares)
{
    /// <summary>How often chance alone reaches a share.</summary>
    /// <param name="share">The share observed.</param>
    /// <param name="isRising">Of windows with a rising bubble, else with a falling one.</param>
    /// <returns>Null where nothing was simulated or the share is 0, which is no alarm.</returns>
    public FalseAlarms? Reaching(double share, bool isRising)
    {
        if (Shares is null || !(share > 0)) return null;
        var shares = isRising ? Shares.RisingShares : Shares.FallingShares;
        return new FalseAlarms(shares.Count(s => s >= share), shares.Count);
    }
}

/// <summary>The LPPLS confidence indicator of a series over time, with the false alarms of the same procedure.</summary>
public sealed record LpplsResult
{
    /// <summary>The prices.</summary>
    public required PriceSeries Series { get; init; }

    /// <summary>The conventions.</summary>
    public required LpplsTestSettings Settings { get; init; }

    /// <summary>The indicator by date, the earliest first.</summary>
    public required IReadOnlyList<LpplsConfidence> Ends { get; init; }

    /// <summary>The nulls in the order of <see cref="LpplsNullKind"/>; empty when none was asked for.</summary>
    public required IReadOnlyList<LpplsNullResult> Nulls { get; init; }

    /// <summary>The trust indicator of the last date; null when it was not asked for.</summary>
    public LpplsTrust? Trust { get; init; }

    /// <summary>What a reader must know.</summary>
    public required IReadOnlyList<Bilingual> Notes { get; init; }
}
