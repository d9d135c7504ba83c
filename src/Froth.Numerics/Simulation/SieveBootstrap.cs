namespace Froth.Numerics.Simulation;

/// <summary>
/// One series of the sieve bootstrap for panels: steps follow the series' own autoregression without its constant, and their errors are its
/// centred residuals at dates drawn at random. The dates depend on seed and replication alone: series of one panel draw the same ones, and so
/// keep moving together as they did. Source: Pavlidis, Yusupova, Paya, Peel, Martínez-García, Mack and Grossman (2016), Journal of Real Estate
/// Finance and Economics 53.
/// </summary>
public sealed record SieveBootstrap : SimulatedProcess
{
    private readonly StepAutoregression _steps;
    private readonly int _lag;

    /// <summary>The bootstrap of one series.</summary>
    /// <param name="levels">The series.</param>
    /// <param name="lag">Lagged steps of the autoregression, the same for all series of a panel.</param>
    /// <exception cref="ArgumentException">Too short a series for the lag, a level that is not finite, or steps that explain each other.</exception>
    public SieveBootstrap(ReadOnlySpan<double> levels, int lag)
    {
        foreach (var level in levels) Finite(level, nameof(levels));
        (_steps, _lag) = (StepAutoregression.Fit(levels, lag), lag);
    }

    private protected override void Draw(ulong stream, Span<double> path)
    {
        var picks = new int[path.Length];
        UniformDraws.Indices(stream, 0, _steps.Residuals.Length, picks);
        path[..Math.Min(path.Length, _lag + 1)].Clear();
        for (var t = _lag + 1; t < path.Length; t++) path[t] = path[t - 1] + _steps.Next(path[..t], constant: false) + _steps.Residuals[picks[t]];
    }
}
