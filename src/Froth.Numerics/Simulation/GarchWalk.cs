namespace Froth.Numerics.Simulation;

/// <summary>
/// A walk whose steps follow a GARCH(1,1) with normal innovations: volatility clusters but nothing explodes, the null that a bubble test meets in
/// real prices. The first step has the variance of the long run. Fit the steps to a series of log prices and it simulates log prices.
/// </summary>
/// <param name="Steps">Parameters of the steps.</param>
/// <exception cref="ArgumentException">A parameter is negative or not finite, or α + β is not below 1.</exception>
public sealed record GarchWalk(Garch Steps) : SimulatedProcess
{
    /// <summary>Parameters of the steps; the variance in the long run is finite.</summary>
    public Garch Steps { get; init => field = Stationary(value); } = Stationary(Steps);

    /// <summary>Level at the first observation; 0 by default.</summary>
    public double Start { get; init => field = Finite(value, nameof(Start)); }

    private protected override void Draw(ulong stream, Span<double> path)
    {
        var variance = Steps.Variance;
        path[0] = Start;
        for (var t = 1; t < path.Length; t++)
        {
            var surprise = Math.Sqrt(variance) * path[t];
            path[t] = path[t - 1] + Steps.Mean + surprise;
            variance = Steps.Omega + Steps.Alpha * surprise * surprise + Steps.Beta * variance;
        }
    }

    private static Garch Stationary(Garch steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        return steps.IsStationary ? steps : throw new ArgumentException($"{steps} has no finite variance.", nameof(steps));
    }
}
