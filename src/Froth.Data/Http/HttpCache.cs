using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Froth.Data.Sources;

namespace Froth.Data.Http;

/// <summary>
/// What is known of responses that were ingested: one small file per address, in the folder <c>http</c> of a store. An entry is written
/// only by <see cref="Confirm"/>, after the ingest; a crash before that costs a second download and loses nothing.
/// </summary>
public sealed class HttpCache(string folder)
{
    /// <summary>Remembers that a response was ingested.</summary>
    /// <param name="request">The request.</param>
    /// <param name="scope">Source and arguments for which it was parsed, as in <see cref="FetchContext.Scope"/>.</param>
    /// <param name="result">The response.</param>
    /// <param name="followed">
    /// How many further requests the response led to. If any, its body is kept: when the host says next time that it has not changed, the
    /// further requests can still be known, for they may have changed or may never have been made.
    /// </param>
    public void Confirm(SourceRequest request, string scope, FetchResult result, int followed)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(result);
        if (request.JsonBody is not null || !result.IsWorkingFile) return;
        var key = KeyOf(request, scope);
        Directory.CreateDirectory(folder);
        if (followed > 0) Replace(BodyPath(key), temporary => File.Copy(result.Path, temporary));
        else File.Delete(BodyPath(key));
        var entry = new CacheEntry(result.Url, result.ETag, result.LastModified, result.Sha256, result.FetchedAt, followed);
        Replace(EntryPath(key), temporary => File.WriteAllBytes(temporary, JsonSerializer.SerializeToUtf8Bytes(entry, HttpJson.Default.CacheEntry)));
    }

    /// <summary>What was ingested last for a request; null when nothing is known, or when its body is needed and gone.</summary>
    internal CacheEntry? Find(SourceRequest request, string scope)
    {
        if (request.JsonBody is not null) return null;
        var key = KeyOf(request, scope);
        try
        {
            var entry = JsonSerializer.Deserialize(File.ReadAllBytes(EntryPath(key)), HttpJson.Default.CacheEntry);
            return entry is { Sha256.Length: 64 } && (entry.Followed == 0 || HashOf(BodyPath(key)) == entry.Sha256) ? entry : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            // An entry that cannot be read is as good as none: the response comes whole.
            return null;
        }
    }

    /// <summary>The kept body of a request, or empty.</summary>
    internal string BodyOf(SourceRequest request, string scope) =>
        BodyPath(KeyOf(request, scope)) is var path && File.Exists(path) ? path : "";

    /// <summary>Names a request by a hash: an address may be long, and its query may be secret.</summary>
    internal static string KeyOf(SourceRequest request, string scope) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{scope}\n{request.Url.AbsoluteUri}\n{request.JsonBody}")))[..32];

    internal static string HashOf(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private string EntryPath(string key) => Path.Combine(folder, key + ".json");

    private string BodyPath(string key) => Path.Combine(folder, key + ".body");

    private static void Replace(string path, Action<string> write)
    {
        var temporary = $"{path}.{Guid.NewGuid():n}.tmp";
        try
        {
            write(temporary);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
