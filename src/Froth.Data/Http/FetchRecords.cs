using Froth.Core;
using Froth.Data.Sources;

namespace Froth.Data.Http;

/// <summary>For whom something is fetched, and where to put it.</summary>
public sealed record FetchContext
{
    /// <summary>Folder for the bodies. It is made when it does not exist; what is left in it from a stopped download is continued.</summary>
    public required string Folder { get; init; }

    /// <summary>The user's settings; <c>contact</c> goes into the User-Agent.</summary>
    public SourceSettings Settings { get; init; } = SourceSettings.None;

    /// <summary>What was ingested before, by which unchanged responses are known; null to fetch everything whole.</summary>
    public HttpCache? Cache { get; init; }

    /// <summary>
    /// Source and arguments for which the response is parsed. The same address asked for with other arguments is another response: that
    /// it was ingested the one way says nothing about the other.
    /// </summary>
    public string Scope { get; init; } = "";

    /// <summary>Whether the store still holds the bytes with a SHA-256; null when it surely does. What it lost is fetched again.</summary>
    public Func<string, bool>? IsHeld { get; init; }
}

/// <summary>A response that came.</summary>
public sealed record FetchResult
{
    /// <summary>
    /// File with the decoded body. When <see cref="NotModified"/>, the body as it was ingested if it was kept, else empty.
    /// </summary>
    public required string Path { get; init; }

    /// <summary>Address asked for, without its query where that is secret.</summary>
    public required string Url { get; init; }

    /// <summary>When the response came (UTC).</summary>
    public required DateTimeOffset FetchedAt { get; init; }

    /// <summary>True when the body is the one that was ingested last, by the word of the host or by its SHA-256.</summary>
    public required bool NotModified { get; init; }

    /// <summary>Media type without parameters; empty for a 304.</summary>
    public string MediaType { get; init; } = "";

    /// <summary>The entity tag, or null.</summary>
    public string? ETag { get; init; }

    /// <summary>The header <c>Last-Modified</c> as sent, or null.</summary>
    public string? LastModified { get; init; }

    /// <summary>Lower-case hexadecimal SHA-256 of the decoded body.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Length of the decoded body in bytes; 0 when there is no body.</summary>
    public long Length { get; init; }

    /// <summary>Bytes of body that came over the network for it, failed attempts included.</summary>
    public long BytesReceived { get; init; }

    /// <summary>Whether <see cref="Path"/> lies in the working folder; a kept body does not.</summary>
    internal bool IsWorkingFile { get; init; }

    /// <summary>Deletes the working file, once it is ingested or not wanted. Until then a resumable download is found whole by the next fetch.</summary>
    public void Discard()
    {
        if (IsWorkingFile) new PartFile(Path).Delete();
    }
}

/// <summary>How far a download has come.</summary>
/// <param name="Where">Host and path.</param>
/// <param name="BytesDone">Bytes of the decoded body so far.</param>
/// <param name="BytesTotal">Bytes announced, or null.</param>
/// <param name="Note">Why it waits, for the user; null while bytes flow.</param>
public readonly record struct FetchProgress(string Where, long BytesDone, long? BytesTotal, Bilingual? Note = null);
