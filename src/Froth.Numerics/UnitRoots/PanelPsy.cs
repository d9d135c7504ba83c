using Froth.Numerics.Simulation;

namespace Froth.Numerics;

/// <summary>
/// The tests for a panel: BSADF averaged over the series at each end date, and the largest average. Critical values come from a bootstrap that
/// draws the same dates for every series, over all of them. Source: Pavlidis et al. (2016), Journal of Real Estate Finance and Economics 53.
/// </summary>
public sealed class PanelPsy
{
    private readonly NullSimulation[] _simulations;

    private PanelPsy(PsySequence[] series, double[] bsadf, NullSimulation[] simulations) => (Series, Bsadf, _simulations) = (series, bsadf, simulations);

    /// <summary>The tests of each series.</summary>
    public IReadOnlyList<PsySequence> Series { get; }

    /// <summary>The average of the series' BSADF at each end date; NaN where one of them has none.</summary>
    public double[] Bsadf { get; }

    /// <summary>The largest average; NaN where there is none.</summary>
    public double Gsadf => Largest(Bsadf);

    /// <summary>Tests a panel.</summary>
    /// <param name="levels">Series of one length over the same dates, oldest first.</param>
    /// <param name="settings">Lag, window and threads, for tests and bootstrap alike; null for lag 0 and the default window on one thread.</param>
    /// <param name="seed">Chooses the bootstrap's paths.</param>
    /// <param name="cancel">Stops between end dates.</param>
    /// <exception cref="ArgumentException">Fewer than two series, different lengths, or a series that cannot be tested or fitted; the message names it.</exception>
    public static PanelPsy Compute(IReadOnlyList<double[]> levels, PsySettings? settings = null, ulong seed = 1, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(levels);
        settings ??= new PsySettings();
        if (levels.Count < 2) throw new ArgumentException($"A panel needs two series or more, not {levels.Count}.", nameof(levels));
        for (var i = 1; i < levels.Count; i++)
            if (levels[i].Length != levels[0].Length) throw new ArgumentException($"Series {i} has {levels[i].Length} levels, the first one {levels[0].Length}.", nameof(levels));
        var series = levels.Select((l, i) => Named(i, () => Psy.Compute(l, settings, cancel))).ToArray();
        var bsadf = new double[series[0].Bsadf.Length];
        foreach (var one in series)
            for (var e = 0; e < bsadf.Length; e++) bsadf[e] += one.Bsadf[e] / series.Length;
        var simulations = levels.Select((l, i) => Named(i, () => new NullSimulation(new SieveBootstrap(l, settings.Lag), seed, l.Length, settings))).ToArray();
        return new(series, bsadf, simulations);
    }

    /// <summary>Bootstrap statistics of the panel for some replications; the ADF and SADF are averages too. See <see cref="NullRun"/> for whole runs.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative first replication or no replications.</exception>
    public NullBlock Block(long first, int count)
    {
        var block = new NullBlock(first, new double[count], new double[count], new double[count], new float[count * Bsadf.Length]);
        foreach (var simulation in _simulations)
        {
            var one = simulation.Block(first, count);
            for (var i = 0; i < block.Bsadf.Length; i++) block.Bsadf[i] += one.Bsadf[i] / _simulations.Length;
            for (var r = 0; r < count; r++)
            {
                block.Adf[r] += one.Adf[r] / _simulations.Length;
                block.Sadf[r] += one.Sadf[r] / _simulations.Length;
            }
        }
        var path = new double[Bsadf.Length];
        for (var r = 0; r < count; r++)
        {
            for (var e = 0; e < path.Length; e++) path[e] = block.Bsadf[e * count + r];
            block.Gsadf[r] = Largest(path);
        }
        return block;
    }

    private static T Named<T>(int series, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (ArgumentException refusal)
        {
            throw new ArgumentException($"Series {series}: {refusal.Message}", "levels", refusal);
        }
    }

    private static double Largest(double[] values)
    {
        var known = values.Where(v => !double.IsNaN(v)).ToArray();
        return known.Length > 0 ? known.Max() : double.NaN;
    }
}
