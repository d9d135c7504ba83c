using System.Diagnostics;

namespace Froth.Data.Stores.DuckDb;

/// <summary>The exclusive right to write a store, held for one run: a lock whose trouble is told in the store's own words.</summary>
internal static class WriterLock
{
    /// <summary>Waits for the lock.</summary>
    /// <exception cref="StoreBusyException">It was not free within <paramref name="timeout"/>; the message names the holder.</exception>
    public static FileLock Take(string storePath, string what, TimeSpan timeout, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            if (TryTake(storePath, what) is { } held) return held;
            cancellation.ThrowIfCancellationRequested();
            if (watch.Elapsed >= timeout)
            {
                throw new StoreBusyException($"{storePath} is being written by {FileLock.HolderOf(PathOf(storePath))}; waited {timeout.TotalSeconds:0.#} s. "
                    + "Wait until that run ends, or end that process, and try again. Reading is possible meanwhile.");
            }

            Thread.Sleep(25);
        }
    }

    /// <summary>Takes the lock if it is free, else returns null at once.</summary>
    /// <exception cref="StoreUnavailableException">The folder may not be written.</exception>
    public static FileLock? TryTake(string storePath, string what)
    {
        try
        {
            return FileLock.TryTake(PathOf(storePath), what, DateTimeOffset.UtcNow);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new StoreUnavailableException($"The folder of {storePath} may not be written: {fault.Message} Choose another file with --store.", fault);
        }
    }

    private static string PathOf(string storePath) => storePath + ".lock";
}
