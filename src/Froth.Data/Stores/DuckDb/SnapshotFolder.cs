using System.Security.Cryptography;
using Froth.Data.Ingest;

namespace Froth.Data.Stores.DuckDb;

/// <summary>Raw bytes as files named by their SHA-256, beside the store. Written once, never changed, never deleted.</summary>
internal sealed class SnapshotFolder(string storePath)
{
    private readonly string _folder = Path.Combine(Path.GetDirectoryName(storePath)!, "snapshots");

    public string PathOf(string sha256) => Path.Combine(_folder, sha256[..2], sha256);

    /// <summary>Copies a file's bytes and names the copy by their hash. What is parsed afterwards is the copy.</summary>
    public CsvFile Keep(string path, CancellationToken cancellation)
    {
        Directory.CreateDirectory(_folder);
        var temporary = Path.Combine(_folder, $".{Guid.NewGuid():n}.tmp");
        try
        {
            var (sha256, length) = Copy(path, temporary, cancellation);
            var final = PathOf(sha256);
            Directory.CreateDirectory(Path.GetDirectoryName(final)!);
            if (!File.Exists(final) || new FileInfo(final).Length != length) File.Move(temporary, final, overwrite: true);
            return new CsvFile { Name = Path.GetFileName(path), BytesPath = final, Sha256 = sha256, Length = length };
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>The bytes, or null when they are not held.</summary>
    public byte[]? Read(string sha256)
    {
        var path = PathOf(sha256);
        if (!File.Exists(path)) return null;
        var bytes = File.ReadAllBytes(path);
        if (Convert.ToHexStringLower(SHA256.HashData(bytes)) == sha256) return bytes;
        throw new StoreCorruptException($"The snapshot {path} no longer has the bytes that its name promises. Restore it from a copy, or ingest its file again.");
    }

    private static (string Sha256, long Length) Copy(string path, string target, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var source = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        using var copy = new FileStream(target, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        var buffer = new byte[(int)Math.Clamp(source.Length, 1, 1 << 20)];
        long length = 0;
        for (int read; (read = source.Read(buffer)) > 0; length += read)
        {
            cancellation.ThrowIfCancellationRequested();
            hash.AppendData(buffer, 0, read);
            copy.Write(buffer, 0, read);
        }

        return (Convert.ToHexStringLower(hash.GetHashAndReset()), length);
    }
}
