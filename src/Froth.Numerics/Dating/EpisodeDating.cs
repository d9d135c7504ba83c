namespace Froth.Numerics.Dating;

/// <summary>
/// Dates episodes of exuberance and collapse: an episode starts at the first observation at which the statistic exceeds its critical value and ends at
/// the first one at which it no longer does. Source: Phillips, Shi and Yu (2015), International Economic Review 56, 1043–1078, section 2; what they leave open is in
/// <see cref="DatingSettings"/>.
/// </summary>
public static class EpisodeDating
{
    /// <summary>Dates the episodes of a series, in order of time.</summary>
    /// <param name="levels">The series, one level an observation.</param>
    /// <param name="statistic">The statistic by the observation at which its window ends, such as BSADF; as long as <paramref name="levels"/>, NaN before the first window
    /// has room. NaN does not exceed.</param>
    /// <param name="critical">Critical value at each observation, as long as <paramref name="levels"/>; NaN is not exceeded.</param>
    /// <param name="overall">Statistic of the whole series, such as GSADF. NaN does not reject.</param>
    /// <param name="overallCritical">Its critical value at the same level.</param>
    /// <param name="settings">The rules; null for the usual ones.</param>
    /// <returns>The episodes; none when the series must reject and does not.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static IReadOnlyList<Episode> Of(
        ReadOnlySpan<double> levels, ReadOnlySpan<double> statistic, ReadOnlySpan<double> critical, double overall, double overallCritical, DatingSettings? settings = null)
    {
        if (statistic.Length != levels.Length) throw new ArgumentException($"There are {statistic.Length} statistics for {levels.Length} levels.", nameof(statistic));
        if (critical.Length != levels.Length) throw new ArgumentException($"There are {critical.Length} critical values for {levels.Length} levels.", nameof(critical));
        settings ??= new DatingSettings();
        if (settings.MustRejectOverall && !(overall > overallCritical)) return [];
        var fewest = settings.FewestObservations(levels.Length);
        var episodes = new List<Episode>();
        var end = 0;
        while (NextRun(statistic, critical, end) is var (start, after) && start < levels.Length)
        {
            end = after;
            while (Follows(statistic, critical, end, settings.MaximumGap) is { } further) end = further;
            if (end - start >= fewest) episodes.Add(Told(levels, statistic, critical, start, end, settings.SignBase));
        }

        return episodes;
    }

    // The next run above from an observation on; it starts at the length when there is none.
    private static (int Start, int End) NextRun(ReadOnlySpan<double> statistic, ReadOnlySpan<double> critical, int from)
    {
        while (from < statistic.Length && !(statistic[from] > critical[from])) from++;
        var end = from;
        while (end < statistic.Length && statistic[end] > critical[end]) end++;
        return (from, end);
    }

    // The end of a run that begins within the gap after an episode; null when none does or when the gap is not all numbers.
    private static int? Follows(ReadOnlySpan<double> statistic, ReadOnlySpan<double> critical, int end, int gap)
    {
        if (gap == 0) return null;
        var (start, further) = NextRun(statistic, critical, end);
        if (start == statistic.Length || start - end > gap) return null;
        for (var t = end; t < start; t++)
        {
            if (IsMissing(statistic, critical, t)) return null;
        }

        return further;
    }

    private static Episode Told(ReadOnlySpan<double> levels, ReadOnlySpan<double> statistic, ReadOnlySpan<double> critical, int start, int end, SignBase signBase)
    {
        var peak = start;
        for (var t = start + 1; t < end; t++)
        {
            if (statistic[t] > statistic[peak]) peak = t;
        }

        var from = levels[signBase == SignBase.BeforeStart && start > 0 ? start - 1 : start];
        var sign = levels[peak] >= from ? EpisodeSign.Positive : levels[peak] < from ? EpisodeSign.Negative : EpisodeSign.Unknown;
        var ongoing = end == levels.Length;
        return new Episode(start, peak, end, sign, ongoing, !ongoing && IsMissing(statistic, critical, end));
    }

    private static bool IsMissing(ReadOnlySpan<double> statistic, ReadOnlySpan<double> critical, int t) => double.IsNaN(statistic[t]) || double.IsNaN(critical[t]);
}
