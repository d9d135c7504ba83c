using System.Diagnostics;
using System.Globalization;

namespace Froth.Data;

/// <summary>
/// The exclusive right to something, across processes. It rests on an operating-system lock, which a dying process gives up by itself;
/// so a stale lock needs no judgement and is simply taken over. A text file beside it names the holder.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private readonly FileStream _lock;
    private readonly string _path;

    private FileLock(FileStream held, string path) => (_lock, _path) = (held, path);

    /// <summary>Takes the lock if it is free, else returns null at once.</summary>
    public static FileLock? TryTake(string path, string what, DateTimeOffset since)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            var held = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            NameHolder(path, what, since);
            return new FileLock(held, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    /// <summary>Waits a while for the lock; null when it is still not free then.</summary>
    public static FileLock? TryTake(string path, string what, DateTimeOffset since, TimeSpan patience)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            if (TryTake(path, what, since) is { } held) return held;
            if (watch.Elapsed > patience) return null;
            Thread.Sleep(10);
        }
    }

    /// <summary>Waits for a lock that is only ever held for moments.</summary>
    /// <exception cref="IOException">It was not free within ten seconds.</exception>
    public static FileLock Take(string path, string what, DateTimeOffset since) => TryTake(path, what, since, TimeSpan.FromSeconds(10))
        ?? throw new IOException($"{path} is held by {HolderOf(path)} for more than 10 s. End that process and try again.");

    /// <summary>Who holds a lock, as far as is known.</summary>
    public static string HolderOf(string path)
    {
        try
        {
            return File.ReadAllText(path + ".holder");
        }
        catch (IOException)
        {
            return "another process";
        }
    }

    public void Dispose()
    {
        try
        {
            File.Delete(_path + ".holder");
        }
        catch (IOException)
        {
            // Somebody may just be reading the name on Windows; a stale name does no harm, since only the lock counts.
        }

        _lock.Dispose();
    }

    // The name is a courtesy to whoever waits; only the lock counts, so a name that cannot be written hinders nobody.
    private static void NameHolder(string path, string what, DateTimeOffset since)
    {
        try
        {
            File.WriteAllText(path + ".holder", string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} ({what}, since {since.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC)"));
        }
        catch (IOException)
        {
            // Likewise.
        }
    }
}
