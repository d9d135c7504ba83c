using System.Globalization;
using Froth.Core;
using Froth.Numerics;

namespace Froth.Data.Bubbles;

/// <summary>How far a simulation is.</summary>
/// <param name="Done">Paths finished, those of an earlier run with them.</param>
/// <param name="Total">Paths wanted.</param>
/// <param name="Resumed">Paths that an earlier run had finished.</param>
public readonly record struct NullProgress(int Done, int Total, int Resumed);

/// <summary>A simulation was stopped; what is finished is saved, and the same run goes on from there.</summary>
public sealed class SimulationStoppedException(NullProgress progress) : OperationCanceledException($"Stopped after {progress.Done} of {progress.Total} paths.")
{
    /// <summary>How far it was.</summary>
    public NullProgress Progress { get; } = progress;
}

/// <summary>
/// Simulated distributions kept in a folder: a finished one is read, an unfinished one gone on with block by block, a damaged file named and
/// made again. Files are written whole or not at all; several processes may share the folder.
/// </summary>
public sealed class NullCache
{
    private static readonly double[] Levels = [0.90, 0.95, 0.99];

    private readonly string _folder;
    private readonly SavedFiles _files;

    /// <summary>A folder of distributions; made when first written to.</summary>
    /// <param name="folder">Its path.</param>
    /// <param name="tell">Told of damaged files and of a folder that cannot be written to; called on any thread.</param>
    public NullCache(string folder, Action<Bilingual>? tell = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        (_folder, _files) = (folder, new SavedFiles(tell));
    }

    /// <summary>The distribution of a simulation, with critical sequences at 90, 95 and 99 %.</summary>
    /// <param name="key">Of the simulation.</param>
    /// <param name="simulation">The paths.</param>
    /// <param name="threads">Threads to use; at least 1.</param>
    /// <param name="progress">Told of every finished block, on the thread that made it.</param>
    /// <param name="cancel">Stops between blocks.</param>
    /// <exception cref="SimulationStoppedException">Cancelled.</exception>
    /// <exception cref="ArgumentException">No path has statistics.</exception>
    public NullDistribution Distribution(NullKey key, NullSimulation simulation, int threads, Action<NullProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        return Distribution(key, (known, done) => NullRun.Blocks(simulation, key.Replications, threads, known, done, cancel), progress);
    }

    /// <summary>The distribution of a panel's bootstrap.</summary>
    /// <param name="key">Of the panel.</param>
    /// <param name="panel">The tests of the panel.</param>
    /// <param name="threads">Threads to use; at least 1.</param>
    /// <param name="progress">Told of every finished block, on the thread that made it.</param>
    /// <param name="cancel">Stops between blocks.</param>
    /// <exception cref="SimulationStoppedException">Cancelled.</exception>
    /// <exception cref="ArgumentException">No path has statistics.</exception>
    public NullDistribution Distribution(NullKey key, PanelPsy panel, int threads, Action<NullProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(panel);
        return Distribution(key, (known, done) => NullRun.Blocks(panel, key.Replications, threads, known, done, cancel), progress);
    }

    private NullDistribution Distribution(NullKey key, Blocks blocks, Action<NullProgress>? progress)
    {
        ArgumentNullException.ThrowIfNull(key);
        var path = Path.Combine(_folder, key.Name + ".null");
        if (_files.Read(path, key.Text, NullFile.Distribution) is { } known) return known;
        var run = new Run(_files, key, path[..^5] + ".parts", progress);
        var made = NullDistribution.Of(run.Of(blocks), Levels);
        if (_files.Write(path, key.Text, writer => NullFile.Write(writer, made))) run.Forget();
        return made;
    }

    // Makes the blocks that are not known and tells of each.
    private delegate IReadOnlyList<NullBlock> Blocks(Func<long, NullBlock?> known, Action<NullBlock, int> done);

    private sealed class Run(SavedFiles files, NullKey key, string folder, Action<NullProgress>? progress)
    {
        private int _done;
        private int _resumed;
        private volatile bool _cannotSave;

        public IReadOnlyList<NullBlock> Of(Blocks blocks)
        {
            try
            {
                return blocks(Known, Done);
            }
            catch (OperationCanceledException)
            {
                throw new SimulationStoppedException(new NullProgress(_done, key.Replications, _resumed));
            }
        }

        public void Forget()
        {
            try
            {
                if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // Another process is just writing a block of the same run; the folder goes with its end.
            }
        }

        private NullBlock? Known(long first)
        {
            var block = files.Read(PathOf(first), key.Text, NullFile.Block);
            // NullRun makes a block of another size again, so it does not count.
            if (block is null || block.First != first || block.Count != Math.Min(NullRun.BlockSize, key.Replications - first)) return null;
            Interlocked.Add(ref _resumed, block.Count);
            Interlocked.Add(ref _done, block.Count);
            return block;
        }

        private void Done(NullBlock block, int total)
        {
            if (!_cannotSave && !files.Write(PathOf(block.First), key.Text, writer => NullFile.Write(writer, block))) _cannotSave = true;
            var done = Interlocked.Add(ref _done, block.Count);
            progress?.Invoke(new NullProgress(done, key.Replications, _resumed));
        }

        private string PathOf(long first) => Path.Combine(folder, first.ToString(CultureInfo.InvariantCulture) + ".block");
    }
}
