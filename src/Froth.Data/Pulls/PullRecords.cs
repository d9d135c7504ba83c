using Froth.Core;
using Froth.Data.Http;
using Froth.Data.Sources;

namespace Froth.Data.Pulls;

/// <summary>A file that was pulled and is to be ingested.</summary>
/// <param name="Path">Where its bytes lie, until the ingest has returned.</param>
/// <param name="Name">Name under which it is kept and listed.</param>
/// <param name="Url">Address it came from, without secrets.</param>
/// <param name="FetchedAt">When it came (UTC).</param>
/// <param name="Arguments">Arguments by which it is to be parsed.</param>
/// <param name="Sha256">Lower-case hexadecimal SHA-256 of its bytes.</param>
/// <param name="Length">Length in bytes.</param>
public sealed record PulledFile(string Path, string Name, string Url, DateTimeOffset FetchedAt, SourceArguments Arguments, string Sha256, long Length);

/// <summary>What became of files that were handed over for ingest.</summary>
public sealed record IngestOutcome
{
    /// <summary>Facts added.</summary>
    public long Added { get; init; }

    /// <summary>Facts withdrawn because their source no longer tells them.</summary>
    public long Withdrawn { get; init; }

    /// <summary>Rows refused.</summary>
    public long Quarantined { get; init; }

    /// <summary>Files of which nothing landed, by their <see cref="PulledFile.Name"/>, with the reason; they are fetched again by the next pull.</summary>
    public IReadOnlyList<PullFailure> Refused { get; init; } = [];
}

/// <summary>Something that a pull could not get.</summary>
/// <param name="What">Name of the file or response.</param>
/// <param name="Reason">Why, in sentences, without secrets.</param>
public sealed record PullFailure(string What, string Reason);

/// <summary>How a pull ended.</summary>
public enum PullState
{
    /// <summary>It is under way; or, when no process holds the source's lock any more, it was killed.</summary>
    Running,

    /// <summary>Everything came and was ingested.</summary>
    Completed,

    /// <summary>Some came; the failures say what did not.</summary>
    Partial,

    /// <summary>Nothing came.</summary>
    Failed,

    /// <summary>The user stopped it; what was ingested until then is kept.</summary>
    Stopped,
}

/// <summary>How to pull.</summary>
public sealed record PullOptions
{
    /// <summary>Files after which what came is ingested.</summary>
    public int BatchFiles { get; init; } = 25;

    /// <summary>Bytes after which what came is ingested.</summary>
    public long BatchBytes { get; init; } = 64L << 20;

    /// <summary>Most requests of one pull.</summary>
    public int MaximumRequests { get; init; } = 10_000;

    /// <summary>Requests under way at the same time, over all hosts.</summary>
    public int Concurrency { get; init; } = 8;

    /// <summary>Failures in a row, of a kind that may pass, after which the rest is left for the next pull: the host, or the line, is down.</summary>
    public int FailuresInRow { get; init; } = 8;

    /// <summary>Told how far it is, one call at a time but from any thread; may be null.</summary>
    public IProgress<PullProgress>? Progress { get; init; }

    /// <summary>Whether the store still holds the bytes with a SHA-256; null when it surely does. What it lost is fetched again.</summary>
    public Func<string, bool>? IsHeld { get; init; }
}

/// <summary>How far a pull is.</summary>
/// <param name="Source">Id of the source.</param>
/// <param name="Done">Requests answered or given up.</param>
/// <param name="Known">Requests known so far; a response may lead to more.</param>
/// <param name="NotModified">Responses that were ingested before and have not changed.</param>
/// <param name="Failed">Requests given up.</param>
/// <param name="Bytes">Bytes of bodies so far.</param>
/// <param name="BytesPerSecond">Bytes a second since the pull began.</param>
/// <param name="Remaining">Time left by the pace so far, or null before the first response.</param>
/// <param name="Note">Why it waits, for the user; null when it does not.</param>
public readonly record struct PullProgress(
    string Source, int Done, int Known, int NotModified, int Failed, long Bytes, double BytesPerSecond, TimeSpan? Remaining, Bilingual? Note = null);

/// <summary>The source is being pulled by another process, or by another part of this one; the message names it.</summary>
public sealed class SourceBusyException(string message) : Exception(message);

/// <summary>A response that came, with the request it answers and the requests it led to.</summary>
internal sealed record Arrival(SourceRequest Request, FetchResult Result, int Followed);
