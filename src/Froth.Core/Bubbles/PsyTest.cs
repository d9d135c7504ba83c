using Froth.Numerics;
using Froth.Numerics.Dating;
using Froth.Numerics.Simulation;

namespace Froth.Core.Bubbles;

/// <summary>
/// The recursive right-tailed unit-root tests of a series of prices, read against random walks and against a wild bootstrap side by side.
/// Sources: Phillips, Shi and Yu (2015), International Economic Review 56; Harvey, Leybourne, Sollis and Taylor (2016), Journal of Empirical Finance 38.
/// </summary>
public static class PsyTest
{
    /// <summary>The statistics of the series alone, the long part that needs no simulation.</summary>
    /// <param name="series">Prices or ratios.</param>
    /// <param name="settings">The conventions.</param>
    /// <param name="cancel">Stops between end dates.</param>
    /// <exception cref="ArgumentException">Settings out of range, too short a series, or a level out of all proportion.</exception>
    /// <exception cref="InvalidOperationException">A level has no logarithm.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static PsySequence Statistics(PriceSeries series, PsyTestSettings settings, CancellationToken cancel = default)
    {
        var tested = Tested(series, settings);
        return Psy.Compute(tested.Values, settings.Kernel(tested.Count), cancel);
    }

    /// <summary>The paths without a bubble to read critical values from; run them with <see cref="NullRun"/>.</summary>
    /// <inheritdoc cref="Statistics"/>
    /// <param name="series">Prices or ratios.</param>
    /// <param name="settings">The conventions.</param>
    /// <param name="kind">Which paths.</param>
    public static NullSimulation Simulation(PriceSeries series, PsyTestSettings settings, PsyNull kind)
    {
        var tested = Tested(series, settings);
        SimulatedProcess process = kind == PsyNull.MonteCarlo ? RandomWalk.VanishingDrift : new WildBootstrap(tested.Values, settings.Multiplier);
        return new NullSimulation(process, settings.Seed, tested.Count, settings.Kernel(tested.Count));
    }

    /// <summary>Puts statistics and nulls together.</summary>
    /// <param name="series">Prices or ratios.</param>
    /// <param name="settings">The conventions.</param>
    /// <param name="sequence">Of <see cref="Statistics"/>.</param>
    /// <param name="monteCarlo">Distribution of the random walks; null when not asked for.</param>
    /// <param name="bootstrap">Distribution of the bootstrap; null when not asked for.</param>
    /// <exception cref="ArgumentException">The level of dating is none of <see cref="PsyTestSettings.Levels"/>, or a distribution is of another length.</exception>
    public static PsyResult Read(PriceSeries series, PsyTestSettings settings, PsySequence sequence, NullDistribution? monteCarlo, NullDistribution? bootstrap)
    {
        ArgumentNullException.ThrowIfNull(sequence);
        if (!PsyTestSettings.Levels.Contains(settings.Level)) throw new ArgumentException($"The level is {settings.Level}, none of {string.Join(", ", PsyTestSettings.Levels)}.", nameof(settings));
        var tested = Tested(series, settings);
        List<PsyNullResult> nulls = [];
        if (monteCarlo is not null) nulls.Add(Against(tested, settings, sequence, PsyNull.MonteCarlo, monteCarlo));
        if (bootstrap is not null) nulls.Add(Against(tested, settings, sequence, PsyNull.WildBootstrap, bootstrap));
        return new PsyResult
        {
            Series = series, Tested = tested, Settings = settings, Sequence = sequence, Nulls = nulls,
            FewestObservations = settings.Dating.FewestObservations(tested.Count), Notes = PsyNotes.Of(tested, settings, sequence, nulls),
        };
    }

    /// <summary>A sequence of end dates stretched over the whole series, NaN before the first window has room.</summary>
    /// <param name="sequence">Tells the first end.</param>
    /// <param name="values">One value an end date.</param>
    public static double[] OverSeries(PsySequence sequence, ReadOnlySpan<double> values)
    {
        ArgumentNullException.ThrowIfNull(sequence);
        if (values.Length != sequence.Bsadf.Length) throw new ArgumentException($"There are {values.Length} values for {sequence.Bsadf.Length} end dates.", nameof(values));
        var whole = new double[sequence.Observations];
        whole.AsSpan(0, sequence.FirstEnd).Fill(double.NaN);
        values.CopyTo(whole.AsSpan(sequence.FirstEnd));
        return whole;
    }

    private static PriceSeries Tested(PriceSeries series, PsyTestSettings settings)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(settings);
        return settings.Log ? series.Logged() : series;
    }

    private static PsyNullResult Against(PriceSeries tested, PsyTestSettings settings, PsySequence sequence, PsyNull kind, NullDistribution distribution)
    {
        PsyTestResult[] tests =
        [
            Compared(distribution, PsyStatistic.Adf, sequence.Adf), Compared(distribution, PsyStatistic.Sadf, sequence.Sadf), Compared(distribution, PsyStatistic.Gsadf, sequence.Gsadf),
        ];
        var critical = OverSeries(sequence, settings.DatedBy == PsyDating.Sadf ? distribution.SadfSequence(settings.Level) : distribution.Sequence(settings.Level));
        var episodes = EpisodeDating.Of(
            tested.Values, OverSeries(sequence, sequence.Bsadf), critical, sequence.Gsadf, distribution.Quantile(PsyStatistic.Gsadf, settings.Level), settings.Dating);
        return new PsyNullResult(kind, distribution.Replications, distribution.Failed, tests, critical, episodes);
    }

    private static PsyTestResult Compared(NullDistribution distribution, PsyStatistic statistic, double value) => new(
        statistic, value, [.. PsyTestSettings.Levels.Select(l => distribution.Quantile(statistic, l))],
        [.. PsyTestSettings.Levels.Select(l => distribution.StandardError(statistic, l))], distribution.PValue(statistic, value));
}
