using System.Security.Cryptography;
using Froth.Data.Ingest;
using Froth.Data.Sources;

namespace Froth.Data.Stores.DuckDb;

/// <summary>Raw bytes as files named by their SHA-256, beside the store. Written once, never changed, never deleted.</summary>
internal sealed class SnapshotFolder(string storePath)
{
    private const int PieceBytes = 1 << 19;
    private readonly string _folder = Path.Combine(Path.GetDirectoryName(storePath)!, "snapshots");

    public string PathOf(string sha256) => Path.Combine(_folder, sha256[..2], sha256);

    /// <summary>Copies a file's bytes and names the copy by their hash. What is parsed afterwards is the copy.</summary>
    public InputFile Keep(IngestFile given, CancellationToken cancellation)
    {
        var path = given.Path;
        if (IsHeld(path)) return Kept(given, path, Path.GetFileName(path), new FileInfo(path).Length);
        RemoveLeftovers(Directory.CreateDirectory(_folder));
        var temporary = Path.Combine(_folder, $".{Guid.NewGuid():n}.tmp");
        try
        {
            var (sha256, length) = Copy(path, temporary, cancellation);
            var final = PathOf(sha256);
            Directory.CreateDirectory(Path.GetDirectoryName(final)!);
            if (!File.Exists(final) || new FileInfo(final).Length != length) File.Move(temporary, final, overwrite: true);
            return Kept(given, final, sha256, length);
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

    // A fetched file that already lies here under its own hash need not be copied; that it still has that hash is looked at.
    private bool IsHeld(string path)
    {
        var sha256 = Path.GetFileName(path);
        if (sha256.Length != 64 || Path.GetFullPath(path) != Path.GetFullPath(PathOf(sha256)) || !File.Exists(path)) return false;
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        return Convert.ToHexStringLower(SHA256.HashData(stream)) == sha256;
    }

    private static InputFile Kept(IngestFile given, string bytesPath, string sha256, long length) => new()
    {
        Name = given.Name ?? Path.GetFileName(given.Path), BytesPath = bytesPath, Sha256 = sha256, Length = length, Url = given.Url, FetchedAt = given.FetchedAt,
        Arguments = given.Arguments ?? SourceArguments.None,
    };

    // A process that was killed while it copied leaves its part behind. Another store of this folder may be copying just now.
    private static void RemoveLeftovers(DirectoryInfo folder)
    {
        foreach (var file in folder.EnumerateFiles(".*.tmp"))
        {
            if (file.LastWriteTimeUtc < DateTime.UtcNow.AddDays(-1)) file.Delete();
        }
    }

    private static (string Sha256, long Length) Copy(string path, string target, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var source = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        using var copy = new FileStream(target, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        var size = (int)Math.Clamp(source.Length, 1, PieceBytes);
        var (piece, next) = (new byte[size], new byte[size]);
        long length = 0;
        for (var read = source.Read(piece); read > 0; (piece, next) = (next, piece))
        {
            cancellation.ThrowIfCancellationRequested();
            length += read;
            var hashing = Hash(hash, piece, read);
            try
            {
                copy.Write(piece, 0, read);
                read = source.Read(next);
            }
            finally
            {
                hashing.GetAwaiter().GetResult();
            }
        }

        return (Convert.ToHexStringLower(hash.GetHashAndReset()), length);
    }

    // A full piece is hashed beside its writing, which takes as long; for the one piece of a small file a thread is not worth it.
    private static Task Hash(IncrementalHash hash, byte[] piece, int length)
    {
        if (length == PieceBytes) return Task.Run(() => hash.AppendData(piece, 0, length));
        hash.AppendData(piece, 0, length);
        return Task.CompletedTask;
    }
}
