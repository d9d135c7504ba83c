namespace Froth.Numerics.Simulation;

/// <summary>What a multiplier of the wild bootstrap is drawn from.</summary>
public enum BootstrapMultiplier
{
    /// <summary>Standard normal.</summary>
    Normal,

    /// <summary>+1 or −1 with equal chance (Rademacher).</summary>
    Sign,
}

/// <summary>
/// The wild bootstrap of Harvey, Leybourne, Sollis and Taylor (2016), Journal of Empirical Finance 38: every step of the series times a draw
/// of its own, so that the paths keep the pattern of volatility and lose the bubble. Paths are as long as the series and in the same units,
/// starting from 0.
/// </summary>
public sealed record WildBootstrap : SimulatedProcess
{
    private readonly double[] _steps;

    /// <summary>The bootstrap of a series.</summary>
    /// <param name="levels">The series; its steps are copied.</param>
    /// <param name="multiplier">What steps are multiplied by.</param>
    /// <exception cref="ArgumentException">Fewer than two levels, or one that is not finite.</exception>
    public WildBootstrap(ReadOnlySpan<double> levels, BootstrapMultiplier multiplier = BootstrapMultiplier.Normal)
    {
        if (levels.Length < 2) throw new ArgumentException($"A bootstrap needs two levels or more, not {levels.Length}.", nameof(levels));
        if (!Enum.IsDefined(multiplier)) throw new ArgumentOutOfRangeException(nameof(multiplier), multiplier, "Not a multiplier.");
        Multiplier = multiplier;
        _steps = new double[levels.Length - 1];
        for (var i = 0; i < _steps.Length; i++) _steps[i] = Finite(levels[i + 1] - levels[i], nameof(levels));
    }

    /// <summary>What steps are multiplied by.</summary>
    public BootstrapMultiplier Multiplier { get; }

    private protected override void Draw(ulong stream, Span<double> path)
    {
        if (path.Length != _steps.Length + 1) throw new ArgumentException($"The path has {path.Length} levels, the series {_steps.Length + 1}.", nameof(path));
        if (Multiplier == BootstrapMultiplier.Sign) UniformDraws.Signs(stream, 0, path);
        path[0] = 0;
        for (var t = 1; t < path.Length; t++) path[t] = path[t - 1] + _steps[t - 1] * path[t];
    }
}
