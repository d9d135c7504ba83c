namespace Froth.Numerics.Simulation;

/// <summary>
/// Random walk y(t) = y(t−1) + d·T^−η + σ·ε(t) with standard normal ε and T the length of the path. With η = 0 the drift is d a step. With
/// d = η = σ = 1 it is the null under which Phillips, Shi and Yu (2015, International Economic Review 56, 1043–1078) simulate critical
/// values: a drift that vanishes beside the random part as the sample grows (for η above ½).
/// </summary>
public sealed record RandomWalk : SimulatedProcess
{
    /// <summary>The null of Phillips, Shi and Yu: d = η = σ = 1 from 0.</summary>
    public static RandomWalk VanishingDrift { get; } = new() { Drift = 1, DriftExponent = 1 };

    /// <summary>y at the first observation; 0 by default.</summary>
    public double Start { get; init => field = Finite(value, nameof(Start)); }

    /// <summary>d; 0 by default.</summary>
    public double Drift { get; init => field = Finite(value, nameof(Drift)); }

    /// <summary>η, 0 or more; 0, a drift of constant size, by default.</summary>
    public double DriftExponent { get; init => field = NotNegative(value, nameof(DriftExponent)); }

    /// <summary>σ, 0 or more; 1 by default.</summary>
    public double Deviation { get; init => field = NotNegative(value, nameof(Deviation)); } = 1;

    private protected override void Draw(ulong stream, Span<double> path)
    {
        var drift = Drift * Math.Pow(path.Length, -DriftExponent);
        path[0] = Start;
        for (var t = 1; t < path.Length; t++) path[t] = path[t - 1] + drift + Deviation * path[t];
    }
}
