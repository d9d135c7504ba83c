namespace Froth.Numerics;

/// <summary>Runs a simulation block by block on several threads, with progress, and can be stopped and gone on with.</summary>
public static class NullRun
{
    /// <summary>Replications in a block: small enough to save often, large enough to cost nothing.</summary>
    public const int BlockSize = 64;

    /// <summary>The blocks of a number of replications.</summary>
    /// <param name="simulation">What to simulate.</param>
    /// <param name="replications">How many paths; 1 or more.</param>
    /// <param name="threads">Threads to use, 1 or more. Results do not depend on it.</param>
    /// <param name="known">Blocks by their first replication, for instance saved by a run that was stopped; null or a result of null for none.</param>
    /// <param name="done">Told of every block as it is finished, on the thread that made it, with the replications done so far; may save it.</param>
    /// <param name="cancel">Stops between blocks.</param>
    /// <exception cref="ArgumentException">Replications or threads below 1.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; what was told to <paramref name="done"/> is finished.</exception>
    public static IReadOnlyList<NullBlock> Blocks(
        NullSimulation simulation, int replications, int threads = 1, Func<long, NullBlock?>? known = null, Action<NullBlock, int>? done = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        return Blocks(simulation.Block, replications, threads, known, done, cancel);
    }

    /// <summary>The blocks of a number of replications of a panel's bootstrap.</summary>
    /// <param name="panel">What to simulate.</param>
    /// <param name="replications">How many; 1 or more.</param>
    /// <param name="threads">Threads to use, 1 or more. Results do not depend on it.</param>
    /// <param name="known">Blocks by their first replication; null or a result of null for none.</param>
    /// <param name="done">Told of every block as it is finished.</param>
    /// <param name="cancel">Stops between blocks.</param>
    /// <exception cref="ArgumentException">Replications or threads below 1.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; what was told to <paramref name="done"/> is finished.</exception>
    public static IReadOnlyList<NullBlock> Blocks(
        PanelPsy panel, int replications, int threads = 1, Func<long, NullBlock?>? known = null, Action<NullBlock, int>? done = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(panel);
        return Blocks(panel.Block, replications, threads, known, done, cancel);
    }

    private static NullBlock[] Blocks(
        Func<long, int, NullBlock> make, int replications, int threads, Func<long, NullBlock?>? known, Action<NullBlock, int>? done, CancellationToken cancel)
    {
        if (replications < 1) throw new ArgumentException($"The number of replications is {replications}, below 1.", nameof(replications));
        if (threads < 1) throw new ArgumentException($"The number of threads is {threads}, below 1.", nameof(threads));
        var blocks = new NullBlock[(replications + BlockSize - 1) / BlockSize];
        var finished = 0;
        Parallel.For(0, blocks.Length, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel }, i =>
        {
            var first = (long)i * BlockSize;
            var count = Math.Min(BlockSize, replications - i * BlockSize);
            var block = known?.Invoke(first);
            // A saved block of another size is of a run with other replications: made again.
            var isNew = block is null || block.Count != count || block.First != first;
            if (isNew) block = make(first, count);
            blocks[i] = block!;
            var total = Interlocked.Add(ref finished, count);
            if (isNew) done?.Invoke(block!, total);
        });
        return blocks;
    }

    /// <summary>The distribution of a number of replications.</summary>
    /// <param name="simulation">What to simulate.</param>
    /// <param name="replications">How many paths; 1 or more.</param>
    /// <param name="threads">Threads to use, 1 or more. Results do not depend on it.</param>
    /// <param name="cancel">Stops between blocks.</param>
    /// <exception cref="ArgumentException">Replications or threads below 1.</exception>
    public static NullDistribution Distribution(NullSimulation simulation, int replications, int threads = 1, CancellationToken cancel = default) =>
        NullDistribution.Of(Blocks(simulation, replications, threads, cancel: cancel), 0.90, 0.95, 0.99);
}
