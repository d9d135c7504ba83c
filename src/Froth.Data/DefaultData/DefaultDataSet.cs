using System.Globalization;
using System.Security.Cryptography;
using Froth.Data.Ingest;
using Froth.Data.Stores;

namespace Froth.Data.DefaultData;

/// <summary>
/// The real, dated and sourced rows that ship beside the program. They are loaded as one run whenever the store's last run of this
/// set was made from other bytes; what a newer program no longer ships is withdrawn by that run, and stays visible to any
/// <see cref="Core.Time.Vintage.KnownAt"/> before it.
/// </summary>
public sealed class DefaultDataSet
{
    /// <summary>Name of the set in the ledger.</summary>
    public const string Origin = "default-data";

    /// <summary>The data set in a folder of CSV files.</summary>
    /// <param name="folder">Null for the folder <c>data</c> beside the program.</param>
    public DefaultDataSet(string? folder = null) => Folder = folder ?? Path.Combine(AppContext.BaseDirectory, "data");

    /// <summary>Where the files lie.</summary>
    public string Folder { get; }

    /// <summary>The files, by name. Empty when the program was installed without them.</summary>
    public IReadOnlyList<string> Files => Directory.Exists(Folder)
        ? [.. Directory.EnumerateFiles(Folder, "*.csv").Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Loads the set into <paramref name="store"/> unless its last run of this set was made from these very bytes.</summary>
    /// <returns>What the run did, or null when there was nothing to do.</returns>
    /// <exception cref="FileNotFoundException">The folder holds no CSV file.</exception>
    public IngestResult? EnsureLoaded(DuckDbStore store, IProgress<IngestProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var files = Files;
        if (files.Count == 0) throw new FileNotFoundException($"The default data set is missing: {Folder} holds no CSV file. Install the program again.", Folder);
        var shipped = Hashes(store.Path + ".shipped", files);
        var loaded = store.Runs().LastOrDefault(run => run.Origin == Origin)?.Files.Select(f => f.SnapshotId);
        if (loaded is not null && loaded.ToHashSet(StringComparer.Ordinal).SetEquals(shipped)) return null;
        return store.IngestFiles(files, new IngestOptions { What = "load default data", CompleteSet = Origin, Progress = progress }, cancellation);
    }

    // Hashing some megabytes at every start would cost more than the read; lengths and times of change stand in for the bytes
    // while they are the same, and any doubt leads back to hashing.
    private static List<string> Hashes(string stampPath, IReadOnlyList<string> files)
    {
        var stamp = string.Join('\n', files.Select(Stamp));
        var remembered = Remembered(stampPath);
        if (remembered.Length == 2 && remembered[0] == stamp) return [.. remembered[1].Split('\n', StringSplitOptions.RemoveEmptyEntries)];
        var hashes = files.Select(Hash).ToList();
        if (!Directory.Exists(Path.GetDirectoryName(stampPath))) return hashes;
        try
        {
            File.WriteAllText(stampPath, $"{stamp}\n\n{string.Join('\n', hashes)}\n");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A store that may only be read is fine: the hashes are then made anew at each start.
            return hashes;
        }

        return hashes;
    }

    private static string[] Remembered(string stampPath)
    {
        try
        {
            return File.ReadAllText(stampPath).Split("\n\n");
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static string Stamp(string path)
    {
        var file = new FileInfo(path);
        return string.Create(CultureInfo.InvariantCulture, $"{path}|{file.Length}|{file.LastWriteTimeUtc.Ticks}");
    }

    private static string Hash(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
