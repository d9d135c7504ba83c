namespace Froth.Numerics.Dating;

/// <summary>With which level the level at an episode's peak is compared to tell growth from collapse.</summary>
public enum SignBase
{
    /// <summary>The level at the episode's first observation. An episode that peaks at its first observation is then always positive.</summary>
    Start,

    /// <summary>The level at the observation before the episode's first one, which also tells the sign of an episode of one observation.</summary>
    BeforeStart,
}

/// <summary>The rules by which episodes are read off a statistic.</summary>
public sealed record DatingSettings
{
    /// <summary>An episode of fewer observations is left out; 0 keeps all. When null it is ln T rounded, with T the number of levels.</summary>
    public int? MinimumDuration { get; init => field = NotNegative(value, nameof(MinimumDuration)); }

    /// <summary>
    /// Two episodes with so many observations or fewer between them, all of them numbers, are one; 0, no joining, by default. Joined before the minimum duration is
    /// asked for; the gap counts into the duration.
    /// </summary>
    public int MaximumGap { get; init => field = NotNegative(value, nameof(MaximumGap)) ?? 0; }

    /// <summary>Whether a series whose overall statistic does not exceed its critical value has no episodes; true by default.</summary>
    public bool MustRejectOverall { get; init; } = true;

    /// <summary>What an episode's sign is told by; <see cref="Dating.SignBase.Start"/> by default.</summary>
    public SignBase SignBase { get; init; }

    /// <summary>The fewest observations of an episode in a sample: <see cref="MinimumDuration"/>, or ln T rounded. Source of that: Phillips, Shi and Yu (2015), who ask for
    /// δ·ln T and leave δ to the frequency of the data.</summary>
    /// <param name="length">T, the number of levels; at least 1.</param>
    public int FewestObservations(int length) => MinimumDuration ?? (int)Math.Round(Math.Log(Math.Max(1, length)), MidpointRounding.AwayFromZero);

    private static int? NotNegative(int? value, string name) =>
        value is null or >= 0 ? value : throw new ArgumentOutOfRangeException(name, value, "It must be 0 or more.");
}
