namespace Froth.Numerics.Dating;

/// <summary>Whether the level rose or fell in an episode.</summary>
public enum EpisodeSign
{
    /// <summary>The level did not fall from the base to the peak: exuberance.</summary>
    Positive,

    /// <summary>The level fell: a collapse, or the recovery from one.</summary>
    Negative,

    /// <summary>A level is NaN, so that its sign cannot be told.</summary>
    Unknown,
}

/// <summary>A run of observations at which a statistic exceeds its critical value. Observations are counted from 0.</summary>
/// <param name="Start">First observation above.</param>
/// <param name="Peak">Observation at which the statistic is largest; the earliest such one.</param>
/// <param name="End">First observation after the last one above: exclusive. The number of levels when the episode is ongoing.</param>
/// <param name="Sign">Whether the level rose or fell.</param>
/// <param name="IsOngoing">The statistic is still above at the last observation.</param>
/// <param name="IsCutOff">The episode ended because the statistic or its critical value is NaN, not because it came back below.</param>
public readonly record struct Episode(int Start, int Peak, int End, EpisodeSign Sign, bool IsOngoing, bool IsCutOff)
{
    /// <summary>Observations from the start to the end, which is not counted.</summary>
    public int Duration => End - Start;
}
