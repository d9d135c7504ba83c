namespace Froth.Numerics.Simulation;

/// <summary>
/// Evans's periodically collapsing bubble, always positive, with expected growth r a step: B(t+1) = (1+r)·B(t)·u(t+1) while B(t) is at most α, and
/// B(t+1) = [δ + θ(t+1)·(1+r)/π·(B(t) − δ/(1+r))]·u(t+1) above it, where θ is 1 with chance π and 0 otherwise and u = exp(y − τ²/2) with y
/// normal of deviation τ, so that u has mean 1. A collapse takes it to δ on average. Source: Evans (1991), American Economic Review 81, 922–930.
/// </summary>
public sealed record EvansBubble : SimulatedProcess
{
    /// <summary>B at the first observation, above 0; 0.5 by default.</summary>
    public double Start { get; init => field = Positive(value, nameof(Start)); } = 0.5;

    /// <summary>α, above 0: the size from which on it can collapse; 1 by default.</summary>
    public double Threshold { get; init => field = Positive(value, nameof(Threshold)); } = 1;

    /// <summary>δ, above 0 and below (1+r)·α: the mean size after a collapse; 0.5 by default.</summary>
    public double Remainder { get; init => field = Positive(value, nameof(Remainder)); } = 0.5;

    /// <summary>π, above 0 and at most 1: the chance that a large bubble goes on for another step; 0.7 by default.</summary>
    public double Survival { get; init => field = Share(value, nameof(Survival)); } = 0.7;

    /// <summary>r, above 0, a step; 0.05 by default.</summary>
    public double Growth { get; init => field = Positive(value, nameof(Growth)); } = 0.05;

    /// <summary>τ, 0 or more; 0.05 by default.</summary>
    public double Deviation { get; init => field = NotNegative(value, nameof(Deviation)); } = 0.05;

    private protected override void Draw(ulong stream, Span<double> path)
    {
        var gross = 1 + Growth;
        if (!(Remainder < gross * Threshold)) throw new InvalidOperationException($"A remainder of {Remainder} is not below {gross * Threshold}: the bubble could become negative.");
        path[0] = Start;
        for (var t = 1; t < path.Length; t++)
        {
            var before = path[t - 1];
            var mean = before <= Threshold ? gross * before
                : Remainder + (UniformDraws.At(stream, t) < Survival ? gross / Survival * (before - Remainder / gross) : 0);
            path[t] = mean * Math.Exp(Deviation * path[t] - Deviation * Deviation / 2);
        }
    }
}
