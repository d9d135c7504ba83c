using Froth.Numerics;
using Froth.Numerics.Dating;

namespace Froth.Core.Bubbles;

/// <summary>The recursive tests of several series together. Source: Pavlidis et al. (2016), Journal of Real Estate Finance and Economics 53.</summary>
/// <param name="Series">The series over common dates.</param>
/// <param name="Settings">The conventions; episodes are dated by the BSADF of the bootstrap at the date.</param>
/// <param name="Panel">Statistics.</param>
/// <param name="Test">GSADF against the sieve bootstrap; null when not asked for.</param>
/// <param name="Sequence">Critical value of the averaged BSADF at each date, NaN before the first window has room; empty when not asked for.</param>
/// <param name="Episodes">Episodes of the panel, signed by the average of the series, each in units of its first level.</param>
public sealed record PanelTest(
    IReadOnlyList<PriceSeries> Series, PsyTestSettings Settings, PanelPsy Panel, PsyTestResult? Test, double[] Sequence, IReadOnlyList<Episode> Episodes)
{
    /// <summary>The average of the series, each 100 at its first level.</summary>
    public PriceSeries Average => AverageOf(Series);

    /// <summary>The same dates for all series.</summary>
    /// <param name="series">Two series or more, all with dates or all without.</param>
    /// <param name="common">Keep the dates that all have; otherwise all must have the same ones between the latest first and the earliest last.</param>
    /// <returns>The series cut to these dates, and where they differ: the series and the first date that it lacks. Then the series are not cut.</returns>
    /// <exception cref="ArgumentException">Fewer than two series, or only some with dates.</exception>
    public static (IReadOnlyList<PriceSeries> Series, (int Series, DateOnly Date)? Missing) Align(IReadOnlyList<PriceSeries> series, bool common)
    {
        ArgumentNullException.ThrowIfNull(series);
        if (series.Count < 2) throw new ArgumentException($"A panel needs two series or more, not {series.Count}.", nameof(series));
        if (series.All(s => s.Dates is null)) return (series, null);
        if (series.Any(s => s.Dates is null)) throw new ArgumentException("Some series have dates and some have none.", nameof(series));
        var (from, to) = (series.Max(s => s.Dates![0]), series.Min(s => s.Dates![^1]));
        var sets = series.Select(s => s.Dates!.Where(d => d >= from && d <= to).ToHashSet()).ToList();
        if (!common)
        {
            foreach (var day in sets.SelectMany(s => s).Distinct().Order())
                if (sets.FindIndex(s => !s.Contains(day)) is var lacks and >= 0) return (series, (lacks, day));
        }

        var kept = sets.Aggregate((a, b) => [.. a.Intersect(b)]);
        return ([.. series.Select(s => Cut(s, kept)).OfType<PriceSeries>()], null);
    }

    /// <summary>Puts statistics and bootstrap together.</summary>
    /// <param name="series">Over common dates.</param>
    /// <param name="settings">The conventions.</param>
    /// <param name="panel">Of <see cref="Statistics"/>.</param>
    /// <param name="bootstrap">Distribution of its bootstrap; null when not asked for.</param>
    public static PanelTest Read(IReadOnlyList<PriceSeries> series, PsyTestSettings settings, PanelPsy panel, NullDistribution? bootstrap)
    {
        ArgumentNullException.ThrowIfNull(panel);
        if (bootstrap is null) return new PanelTest(series, settings, panel, null, [], []);
        var (one, levels) = (panel.Series[0], PsyTestSettings.Levels);
        var test = new PsyTestResult(
            PsyStatistic.Gsadf, panel.Gsadf, [.. levels.Select(l => bootstrap.Quantile(PsyStatistic.Gsadf, l))],
            [.. levels.Select(l => bootstrap.StandardError(PsyStatistic.Gsadf, l))], bootstrap.PValue(PsyStatistic.Gsadf, panel.Gsadf));
        var critical = PsyTest.OverSeries(one, bootstrap.Sequence(settings.Level));
        var episodes = EpisodeDating.Of(
            AverageOf(series).Values, PsyTest.OverSeries(one, panel.Bsadf), critical, panel.Gsadf, bootstrap.Quantile(PsyStatistic.Gsadf, settings.Level), settings.Dating);
        return new PanelTest(series, settings, panel, test, critical, episodes);
    }

    /// <summary>The statistics of a panel.</summary>
    /// <param name="series">Over common dates.</param>
    /// <param name="settings">The conventions.</param>
    /// <param name="cancel">Stops between end dates.</param>
    /// <exception cref="ArgumentException">Fewer than two series, different lengths, too short ones, or one that cannot be tested.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static PanelPsy Statistics(IReadOnlyList<PriceSeries> series, PsyTestSettings settings, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return PanelPsy.Compute(LevelsOf(series, settings), settings.Kernel(series[0].Count), settings.Seed, cancel);
    }

    /// <summary>What is tested: levels or their logarithms.</summary>
    public static double[][] LevelsOf(IReadOnlyList<PriceSeries> series, PsyTestSettings settings)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(settings);
        return [.. series.Select(s => settings.Log ? s.Logged().Values : s.Values)];
    }

    private static PriceSeries? Cut(PriceSeries series, HashSet<DateOnly> kept)
    {
        var places = Enumerable.Range(0, series.Count).Where(i => kept.Contains(series.Dates![i])).ToList();
        return places.Count == 0 ? null : new PriceSeries(series.Name, [.. places.Select(i => series.Values[i])], [.. places.Select(i => series.Dates![i])]);
    }

    private static PriceSeries AverageOf(IReadOnlyList<PriceSeries> series) => new(
        "average", [.. Enumerable.Range(0, series[0].Count).Select(i => series.Average(s => 100 * s.Values[i] / s.Values[0]))], series[0].Dates);
}
