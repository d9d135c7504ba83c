namespace Froth.Numerics.Simulation;

/// <summary>
/// The composite bootstrap of Phillips and Shi (2020), Handbook of Statistics 42: steps follow the autoregression fitted to the whole series
/// with no feedback from the level, and their errors are residuals drawn at random, each times a standard normal draw of its own. Paths may
/// have any length: one as long as a training window controls the size over that many dates rather than over the series.
/// </summary>
public sealed record CompositeBootstrap : SimulatedProcess
{
    private readonly StepAutoregression _steps;
    private readonly double[] _start;

    /// <summary>The bootstrap of a series.</summary>
    /// <param name="levels">The series.</param>
    /// <param name="lag">Lagged steps of the autoregression; 0 or more.</param>
    /// <exception cref="ArgumentException">Too short a series for the lag, a level that is not finite, or steps that explain each other.</exception>
    public CompositeBootstrap(ReadOnlySpan<double> levels, int lag)
    {
        foreach (var level in levels) Finite(level, nameof(levels));
        _steps = StepAutoregression.Fit(levels, lag);
        _start = levels[..(lag + 1)].ToArray();
    }

    private protected override void Draw(ulong stream, Span<double> path)
    {
        if (path.Length <= _start.Length) throw new ArgumentException($"The path has {path.Length} levels; it needs {_start.Length + 1} or more.", nameof(path));
        var picks = new int[path.Length];
        UniformDraws.Indices(stream, 0, _steps.Residuals.Length, picks);
        _start.CopyTo(path);
        for (var t = _start.Length; t < path.Length; t++)
            path[t] = path[t - 1] + _steps.Next(path[..t], constant: true) + path[t] * _steps.Residuals[picks[t]];
    }
}
