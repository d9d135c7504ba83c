using System.Diagnostics;
using System.Globalization;

namespace Froth.Data.Stores.DuckDb;

/// <summary>
/// The exclusive right to write, held for one run. It rests on an operating-system lock, which a dying process gives up by
/// itself; so a stale lock needs no judgement and is simply taken over. A text file beside it names the holder.
/// </summary>
internal sealed class WriterLock : IDisposable
{
    private readonly FileStream _lock;
    private readonly string _holderPath;

    private WriterLock(FileStream held, string holderPath)
    {
        _lock = held;
        _holderPath = holderPath;
    }

    /// <summary>Waits for the lock.</summary>
    /// <exception cref="StoreBusyException">It was not free within <paramref name="timeout"/>; the message names the holder.</exception>
    public static WriterLock Take(string storePath, string what, TimeSpan timeout, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            if (TryTake(storePath, what) is { } held) return held;
            cancellation.ThrowIfCancellationRequested();
            if (watch.Elapsed >= timeout)
            {
                throw new StoreBusyException($"{storePath} is being written by {Holder(storePath)}; waited {timeout.TotalSeconds:0.#} s. "
                    + "Wait until that run ends, or end that process, and try again. Reading is possible meanwhile.");
            }

            Thread.Sleep(25);
        }
    }

    /// <summary>Takes the lock if it is free, else returns null at once.</summary>
    public static WriterLock? TryTake(string storePath, string what)
    {
        try
        {
            var held = new FileStream(storePath + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            return new WriterLock(held, NameHolder(storePath, what));
        }
        catch (IOException) when (File.Exists(storePath + ".lock"))
        {
            return null;
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new StoreUnavailableException($"The folder of {storePath} may not be written: {fault.Message} Choose another file with --store.", fault);
        }
    }

    public void Dispose()
    {
        try
        {
            File.Delete(_holderPath);
        }
        catch (IOException)
        {
            // A waiting process may just be reading the name on Windows; a stale name does no harm, since only the lock counts.
        }

        _lock.Dispose();
    }

    // The name is a courtesy to whoever waits; only the lock counts, so a name that cannot be written hinders nobody.
    private static string NameHolder(string storePath, string what)
    {
        var path = storePath + ".holder";
        try
        {
            File.WriteAllText(path, string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} ({what}, since {DateTime.UtcNow:yyyy-MM-dd HH:mm:ss} UTC)"));
        }
        catch (IOException)
        {
            return path;
        }

        return path;
    }

    private static string Holder(string storePath)
    {
        try
        {
            return File.ReadAllText(storePath + ".holder");
        }
        catch (IOException)
        {
            return "another process";
        }
    }
}
