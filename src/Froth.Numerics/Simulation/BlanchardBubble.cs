namespace Froth.Numerics.Simulation;

/// <summary>
/// Blanchard's bubble, which either grows or bursts for good but for the noise that starts it again: B(t+1) = (1+r)/π·B(t) + σ·ε(t+1) with chance π and
/// σ·ε(t+1) otherwise, with standard normal ε. It may be negative. Its expected growth is r a step. Source: Blanchard (1979), Economics Letters 3, 387–389.
/// </summary>
public sealed record BlanchardBubble : SimulatedProcess
{
    /// <summary>B at the first observation; 0.1 by default.</summary>
    public double Start { get; init => field = Finite(value, nameof(Start)); } = 0.1;

    /// <summary>π, above 0 and at most 1: the chance that it goes on for another step; 0.7 by default.</summary>
    public double Survival { get; init => field = Share(value, nameof(Survival)); } = 0.7;

    /// <summary>r, above 0, a step; 0.05 by default.</summary>
    public double Growth { get; init => field = Positive(value, nameof(Growth)); } = 0.05;

    /// <summary>σ, 0 or more; 0.03 by default.</summary>
    public double Deviation { get; init => field = NotNegative(value, nameof(Deviation)); } = 0.03;

    private protected override void Draw(ulong stream, Span<double> path)
    {
        path[0] = Start;
        for (var t = 1; t < path.Length; t++)
            path[t] = (UniformDraws.At(stream, t) < Survival ? (1 + Growth) / Survival * path[t - 1] : 0) + Deviation * path[t];
    }
}
