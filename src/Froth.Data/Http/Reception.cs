using System.Net;
using System.Net.Http.Headers;
using Froth.Core;
using Froth.Data.Sources;

namespace Froth.Data.Http;

/// <summary>Asks once, with what is already held, and takes in what comes.</summary>
internal sealed class Reception
{
    private readonly Exchange _exchange;
    private readonly FetchLimits _limits;
    private readonly TimeProvider _clock;
    private readonly SourceRequest _request;
    private readonly FetchContext _context;
    private readonly IProgress<FetchProgress>? _progress;
    private readonly CacheEntry? _entry;
    private readonly PartFile _part;
    private readonly string _where;
    private readonly string _url;
    private long _received;

    public Reception(Exchange exchange, FetchLimits limits, TimeProvider clock, SourceRequest request, FetchContext context, IProgress<FetchProgress>? progress)
    {
        (_exchange, _limits, _clock, _request, _context, _progress) = (exchange, limits, clock, request, context, progress);
        (_where, _url) = (exchange.Where(request.Url), exchange.Shown(request.Url));
        var entry = context.Cache?.Find(request, context.Scope);
        _entry = entry is not null && context.IsHeld?.Invoke(entry.Sha256) == false ? null : entry;
        _part = new PartFile(Path.Combine(context.Folder, HttpCache.KeyOf(request, context.Scope) + (request.IsResumable ? ".part" : ".body")));
    }

    /// <summary>Bytes held of a download that can be continued.</summary>
    public long HeldOfPart => _request.IsResumable && _part.Note() is not null ? _part.Length : 0;

    public async Task<Attempt> AttemptAsync(CancellationToken cancellation)
    {
        var note = _request.IsResumable ? _part.Note() : null;
        using var answer = await _exchange.SendAsync([.. Conditions(note)], cancellation);
        var response = answer.Response;
        switch (response.StatusCode)
        {
            case HttpStatusCode.OK: return await WholeAsync(response, cancellation);
            case HttpStatusCode.PartialContent when note is not null: return await RestAsync(response, note, cancellation);
            case HttpStatusCode.NotModified when note is not null && _part.IsWhole(note): return Attempt.Succeeded(Result(note.MediaType, note.ETag, note.LastModified, HttpCache.HashOf(_part.Path), _part.Length));
            case HttpStatusCode.NotModified when _entry is not null: return Attempt.Succeeded(Unchanged(_entry));
            case HttpStatusCode.RequestedRangeNotSatisfiable when note is not null:
                _part.Delete();
                return Attempt.Failed(new Bilingual("no longer has the file that was begun; it is fetched anew", "已无先前开始下载的文件，将重新下载"));
            case HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or HttpStatusCode.Forbidden or >= HttpStatusCode.InternalServerError:
                return Attempt.Failed(response, _limits, _clock);
            default:
                throw new SourceUnavailableException($"{_where} answered {(int)response.StatusCode} ({response.ReasonPhrase}). Asking again will not help, and what was held before is untouched. "
                    + "Check what was asked for (an id, a ticker, a key); if it is right, the source has moved.");
        }
    }

    // A file that is whole but was not yet ingested is asked for by its own mark; one that is half done goes on where it stopped, unless
    // it is meanwhile another file.
    private IEnumerable<(string Name, string Value)> Conditions(PartNote? note)
    {
        if (note is not null && _part.IsWhole(note)) return Validators(note.ETag, note.LastModified);
        var known = Validators(_entry?.ETag, _entry?.LastModified);
        return note is null || _part.Length == 0 ? known : [.. known, ("Range", $"bytes={_part.Length}-"), ("If-Range", note.ETag ?? note.LastModified!)];
    }

    private static IEnumerable<(string Name, string Value)> Validators(string? etag, string? lastModified)
    {
        if (etag is not null) yield return ("If-None-Match", etag);
        if (lastModified is not null) yield return ("If-Modified-Since", lastModified);
    }

    private async Task<Attempt> WholeAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var mediaType = CheckHead(response);
        var (etag, lastModified) = Marks(response);
        var isCoded = response.Content.Headers.ContentEncoding.Any(c => c is not "identity");
        var total = isCoded ? null : response.Content.Headers.ContentLength;
        var note = new PartNote(etag is ['"', ..] ? etag : null, lastModified, total ?? -1, mediaType);
        _part.Delete();

        // Only plain bytes with a mark of their file can be continued; a coded body counts in other bytes than a range does.
        if (_request.IsResumable && !isCoded) _part.Begin(note);
        var (length, sha256) = await CopyAsync(response, 0, total, cancellation);
        return Attempt.Succeeded(Result(mediaType, etag, lastModified, sha256!, length));
    }

    private async Task<Attempt> RestAsync(HttpResponseMessage response, PartNote note, CancellationToken cancellation)
    {
        CheckHead(response);
        var (etag, _) = Marks(response);
        var range = response.Content.Headers.ContentRange;
        var done = _part.Length;
        var isSame = range?.From == done && (note.Total < 0 || range.Length is null || range.Length == note.Total) && (etag is null || note.ETag is null || etag == note.ETag)
            && response.Content.Headers.ContentEncoding.Count == 0;
        if (!isSame)
        {
            _part.Delete();
            return Attempt.Failed(new Bilingual("has another file now than the one that was begun; it is fetched anew", "的文件已变更，将重新下载"));
        }

        var total = note.Total >= 0 ? note.Total : range!.Length;
        var (length, _) = await CopyAsync(response, done, total, cancellation);
        if (total is { } expected && length != expected)
        {
            if (length > expected) _part.Delete();
            return Attempt.Failed(new Bilingual("sent another part than the one it announced", "发来的片段与其声明不符"));
        }

        return Attempt.Succeeded(Result(note.MediaType, etag ?? note.ETag, note.LastModified, HttpCache.HashOf(_part.Path), length));
    }

    private async Task<(long Length, string? Sha256)> CopyAsync(HttpResponseMessage response, long done, long? total, CancellationToken cancellation)
    {
        using var raw = new BodyStream(await response.Content.ReadAsStreamAsync(cancellation), _limits.IdleTimeout, _clock, cancellation);
        try
        {
            using var target = new FileStream(_part.Path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
            var decoded = await raw.DecodedAsync(response.Content.Headers.ContentEncoding, _where);
            return await new BodyCopy(_request, _limits, _where, _progress).RunAsync(decoded, raw, target, done, total, cancellation);
        }
        catch (SourceUnavailableException)
        {
            // What was refused must not be taken up again the next time.
            _part.Delete();
            throw;
        }
        finally
        {
            _received += raw.Received;
        }
    }

    /// <summary>Checks what the headers say; returns the media type.</summary>
    private string CheckHead(HttpResponseMessage response)
    {
        var mediaType = response.Content.Headers.ContentType?.MediaType ?? "";
        if (!_request.MediaTypes.Any(m => m is "*/*" || m.Equals(mediaType, StringComparison.OrdinalIgnoreCase)))
            throw Refused(mediaType.Length == 0 ? "a body without a media type" : $"{mediaType}", $"expected was {string.Join(" or ", _request.MediaTypes)}");
        var announced = response.Content.Headers.ContentRange?.Length ?? response.Content.Headers.ContentLength;
        if (announced > _request.MaximumBytes) throw Refused($"a body of {announced:N0} bytes", $"the most that this response may have is {_request.MaximumBytes:N0}");
        return mediaType;
    }

    private SourceUnavailableException Refused(string what, string why) => new(
        $"{_where} answered with {what}; {why}. Nothing of it was used, and what was held before is untouched. Look at the address in a browser; if the source has moved or changed, tell its maintainers.");

    private static (string? ETag, string? LastModified) Marks(HttpResponseMessage response) => (One(response.Headers, "ETag"), One(response.Content.Headers, "Last-Modified"));

    private static string? One(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) && values.ToString() is { Length: > 0 and < 1024 } value ? value : null;

    private FetchResult Result(string mediaType, string? etag, string? lastModified, string sha256, long length) => new()
    {
        Path = _part.Path, Url = _url, FetchedAt = _clock.GetUtcNow(), NotModified = _entry?.Sha256 == sha256,
        MediaType = mediaType, ETag = etag, LastModified = lastModified, Sha256 = sha256, Length = length, BytesReceived = _received, IsWorkingFile = true,
    };

    private FetchResult Unchanged(CacheEntry entry)
    {
        var path = _context.Cache!.BodyOf(_request, _context.Scope);
        _part.Delete();
        return new FetchResult
        {
            Path = path, Url = _url, FetchedAt = _clock.GetUtcNow(), NotModified = true, ETag = entry.ETag, LastModified = entry.LastModified,
            Sha256 = entry.Sha256, Length = path.Length > 0 ? new FileInfo(path).Length : 0, BytesReceived = _received,
        };
    }
}
