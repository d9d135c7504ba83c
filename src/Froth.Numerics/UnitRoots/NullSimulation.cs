using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using Froth.Numerics.Simulation;

namespace Froth.Numerics;

/// <summary>
/// The statistics of a random process without a bubble: as many paths side by side as the processor has lanes, each swept as a series is.
/// Replication r depends on the seed and on r alone: neither threads nor blocks nor a resumed run change a bit of it.
/// </summary>
public sealed class NullSimulation
{
    private readonly SimulatedProcess _process;
    private readonly PsySettings _settings;
    private readonly int _window;
    private readonly double[] _tables;

    /// <summary>A simulation of a process.</summary>
    /// <param name="process">The null.</param>
    /// <param name="seed">Chooses the paths.</param>
    /// <param name="observations">Levels in a path.</param>
    /// <param name="settings">Lag, window and width of the tests; the threads are those of <see cref="NullDistribution"/>.</param>
    /// <exception cref="ArgumentException">Paths are too short for the window, or settings are out of range.</exception>
    public NullSimulation(SimulatedProcess process, ulong seed, int observations, PsySettings settings)
    {
        ArgumentNullException.ThrowIfNull(process);
        ArgumentNullException.ThrowIfNull(settings);
        (_process, Seed, Observations, _settings) = (process, seed, observations, settings);
        _window = settings.WindowFor(observations);
        _tables = RowTables.Of(observations);
    }

    /// <summary>Chooses the paths.</summary>
    public ulong Seed { get; }

    /// <summary>Levels in a path.</summary>
    public int Observations { get; }

    /// <summary>Fewest regression rows in a window.</summary>
    public int MinimumWindow => _window;

    /// <summary>Lagged steps.</summary>
    public int Lag => _settings.Lag;

    /// <summary>End dates of a path.</summary>
    public int Ends => Observations - _window - Lag;

    /// <summary>The statistics of <paramref name="count"/> replications from <paramref name="first"/> on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative first replication or no replications.</exception>
    public NullBlock Block(long first, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var block = new NullBlock(first, new double[count], new double[count], new double[count], new float[count * Ends]) { SadfTo = new float[count * Ends] };
        switch (LaneWidths.Resolve(_settings.Width))
        {
            case LaneWidth.Eight: Models<EightLanes, Vector512<double>>(block); break;
            case LaneWidth.Four: Models<FourLanes, Vector256<double>>(block); break;
            default: Models<ScalarLanes, double>(block); break;
        }
        return block;
    }

    private void Models<TLanes, TVector>(NullBlock block)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        switch (Lag)
        {
            case 0: Groups<TLanes, SupModelLag0<TLanes, SeriesSideBySide<TLanes, TVector>, TVector>, TVector>(block); break;
            case 1: Groups<TLanes, SupModelLag1<TLanes, SeriesSideBySide<TLanes, TVector>, TVector>, TVector>(block); break;
            default: Groups<TLanes, SupModelLags<TLanes, SeriesSideBySide<TLanes, TVector>, TVector>, TVector>(block); break;
        }
    }

    private void Groups<TLanes, TModel, TVector>(NullBlock block)
        where TLanes : struct, ILanes<TVector>
        where TModel : struct, ISupModel<TLanes, SeriesSideBySide<TLanes, TVector>, TVector, TModel>
        where TVector : struct
    {
        var series = new SeriesRows(Observations, Lag, TLanes.Count);
        var path = new double[Observations];
        for (var group = 0; group < block.Count; group += TLanes.Count)
        {
            var lanes = Math.Min(TLanes.Count, block.Count - group);
            // Lanes beyond the last replication keep what they held; nobody reads them.
            for (var lane = 0; lane < lanes; lane++) Place(block.First + group + lane, lane, path, series);
            series.Arrange();
            Sweep<TLanes, TModel, TVector>(series, block, group, lanes);
        }
    }

    private void Sweep<TLanes, TModel, TVector>(SeriesRows series, NullBlock block, int group, int lanes)
        where TLanes : struct, ILanes<TVector>
        where TModel : struct, ISupModel<TLanes, SeriesSideBySide<TLanes, TVector>, TVector, TModel>
        where TVector : struct
    {
        TVector nothing = TLanes.Broadcast(double.NegativeInfinity), sadf = nothing, gsadf = nothing, adf = nothing, sound = TLanes.Broadcast(1);
        Span<double> room = stackalloc double[4 * TLanes.Count];
        for (var i = 0; i < Ends; i++)
        {
            var found = default(SupLanes<TVector>);
            SupSweep<TLanes, SeriesSideBySide<TLanes, TVector>, TModel, TVector>.Run(series, _tables, _window + Lag + i, _window, ref found);
            var sup = found.Sup<TLanes>();
            adf = found.Whole<TLanes>();
            gsadf = TLanes.SelectGreater(sup, gsadf, sup, gsadf);
            sadf = TLanes.SelectGreater(adf, sadf, adf, sadf);
            sound = TLanes.Multiply(sound, found.Sound);
            TLanes.Store(sup, ref room[0], 0);
            TLanes.Store(sadf, ref room[0], TLanes.Count);
            var at = i * block.Count + group;
            for (var lane = 0; lane < lanes; lane++) (block.Bsadf[at + lane], block.SadfTo[at + lane]) = ((float)room[lane], (float)room[TLanes.Count + lane]);
        }
        TLanes.Store(adf, ref room[0], 0);
        TLanes.Store(sadf, ref room[0], TLanes.Count);
        TLanes.Store(gsadf, ref room[0], 2 * TLanes.Count);
        TLanes.Store(sound, ref room[0], 3 * TLanes.Count);
        for (var lane = 0; lane < lanes; lane++)
        {
            (block.Adf[group + lane], block.Sadf[group + lane], block.Gsadf[group + lane]) = (room[lane], room[TLanes.Count + lane], room[2 * TLanes.Count + lane]);
            if (!(room[3 * TLanes.Count + lane] > 0)) Careful(series, lane, block, group + lane);
        }
    }

    private void Place(long replication, int lane, double[] path, SeriesRows series)
    {
        _process.Path(Seed, replication, path);
        // In units of a power of two, which changes no bit of a t ratio: products of four sums must stay within a double's range.
        var largest = Math.Abs(TensorPrimitives.MaxMagnitude<double>(path));
        var scale = largest > 0 && double.IsFinite(largest) ? Math.ScaleB(1, -Math.ILogB(largest)) : 1;
        var levels = series.Levels[lane..];
        for (var t = 0; t < path.Length; t++) levels[t * series.SideBySide] = scale * path[t];
    }

    // A path of which sums would lose digits somewhere is worked out again, whole, as a series is.
    private void Careful(SeriesRows series, int lane, NullBlock block, int at)
    {
        var path = new double[Observations];
        for (var t = 0; t < path.Length; t++) path[t] = series.Levels[t * series.SideBySide + lane];
        var found = Psy.Compute(path, _settings with { MinimumWindow = _window, Threads = 1 });
        (block.Adf[at], block.Sadf[at], block.Gsadf[at]) = (found.Adf, found.Sadf, found.Gsadf);
        var sadf = double.NaN;
        for (var i = 0; i < Ends; i++)
        {
            // A comparison with NaN is false: the first number is taken, and a window without a ratio changes nothing.
            if (!(found.Badf[i] <= sadf) && !double.IsNaN(found.Badf[i])) sadf = found.Badf[i];
            (block.Bsadf[i * block.Count + at], block.SadfTo[i * block.Count + at]) = ((float)found.Bsadf[i], (float)sadf);
        }
    }
}
