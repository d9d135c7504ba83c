namespace Froth.Numerics.Simulation;

/// <summary>When an explosive episode of <see cref="ExplosiveEpisodes"/> begins and ends, as shares of the sample.</summary>
/// <param name="Origin">r(e): the episode's first observation, counted from 1, is the whole part of T·r(e).</param>
/// <param name="End">r(f), above the origin: its last observation is the whole part of T·r(f).</param>
public readonly record struct EpisodeShare(double Origin, double End);

/// <summary>
/// A random walk with mildly explosive episodes, after each of which it falls back at once to its level at the episode's first
/// observation: y(t) = δ·y(t−1) + σ·ε(t) inside an episode with δ = 1 + c·T^−α, y(f+1) = y(e) + σ·ε(f+1) right after it, and
/// y(t) = y(t−1) + σ·ε(t) elsewhere. Source: Phillips, Shi and Yu (2015), International Economic Review 56, 1043–1078, pages 1054–1055, with
/// their random remainder after a collapse set to 0.
/// </summary>
public sealed record ExplosiveEpisodes : SimulatedProcess
{
    // Keeps 0.55 times 100 from losing a whole observation to rounding.
    private const double Slack = 1e-9;

    /// <summary>Their one-bubble process: 40 % of the sample to 55 %.</summary>
    public static ExplosiveEpisodes One { get; } = new() { Episodes = [new EpisodeShare(0.4, 0.55)] };

    /// <summary>Their two-bubble process: 20 % of the sample to 40 %, and 60 % to 70 %.</summary>
    public static ExplosiveEpisodes Two { get; } = new() { Episodes = [new EpisodeShare(0.2, 0.4), new EpisodeShare(0.6, 0.7)] };

    /// <summary>The episodes, one after the other and within the sample; none by default.</summary>
    public IReadOnlyList<EpisodeShare> Episodes { get; init => field = InOrder(value); } = [];

    /// <summary>y at the first observation; 100 by default.</summary>
    public double Start { get; init => field = Finite(value, nameof(Start)); } = 100;

    /// <summary>c, above 0; 1 by default.</summary>
    public double Rate { get; init => field = Positive(value, nameof(Rate)); } = 1;

    /// <summary>α, above 0 and at most 1; 0.6 by default.</summary>
    public double Exponent { get; init => field = Share(value, nameof(Exponent)); } = 0.6;

    /// <summary>σ, 0 or more; 6.79 by default, taken with the start of 100 from the price–dividend ratio of the S&amp;P 500.</summary>
    public double Deviation { get; init => field = NotNegative(value, nameof(Deviation)); } = 6.79;

    /// <summary>First and last observation of an episode, counted from 1, in a sample of a length.</summary>
    /// <param name="episode">The episode's shares.</param>
    /// <param name="length">T.</param>
    public static (int First, int Last) Observations(EpisodeShare episode, int length) =>
        ((int)(length * episode.Origin + Slack), (int)(length * episode.End + Slack));

    private protected override void Draw(ulong stream, Span<double> path)
    {
        var growth = 1 + Rate * Math.Pow(path.Length, -Exponent);
        var episode = 0;
        var origin = Start;
        path[0] = Start;
        for (var t = 1; t < path.Length; t++)
        {
            var (first, last) = episode < Episodes.Count ? Observations(Episodes[episode], path.Length) : (int.MaxValue, int.MaxValue);
            var observation = t + 1;
            var before = path[t - 1];
            if (observation > last) (before, episode) = (origin, episode + 1);
            else if (observation >= first) before *= growth;
            path[t] = before + Deviation * path[t];
            if (observation == first) origin = path[t];
        }
    }

    private static IReadOnlyList<EpisodeShare> InOrder(IReadOnlyList<EpisodeShare> episodes)
    {
        ArgumentNullException.ThrowIfNull(episodes);
        var end = 0.0;
        foreach (var episode in episodes)
        {
            if (!(episode.Origin > end && episode.End > episode.Origin && episode.End <= 1))
                throw new ArgumentException($"An episode from {episode.Origin} to {episode.End} does not come after {end} and within 1.", nameof(episodes));
            end = episode.End;
        }

        return [.. episodes];
    }
}
