using System.Security.Cryptography;
using Froth.Data.Sources;

namespace Froth.Data.Http;

/// <summary>Copies a body into a file under watch: its length, its ratio of compression, and whether it is an error page after all.</summary>
internal sealed class BodyCopy(SourceRequest request, FetchLimits limits, string where, IProgress<FetchProgress>? progress)
{
    private const int PieceBytes = 1 << 16;
    private const int HeadBytes = 256;
    private const int RatioFrom = 1 << 20;
    private const int ReportEvery = 1 << 18;
    private readonly byte[] _head = new byte[HeadBytes];
    private int _headLength;
    private long _reported;

    /// <summary>Copies what comes to the end of a file that already holds the first <paramref name="done"/> bytes.</summary>
    /// <returns>Length of the whole, and its SHA-256 unless the copy went on from an earlier one.</returns>
    /// <exception cref="SourceUnavailableException">The body is too long, too strongly compressed, or HTML where something else was asked for.</exception>
    public async Task<(long Length, string? Sha256)> RunAsync(Stream decoded, BodyStream raw, FileStream target, long done, long? total, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (began, piece) = (done, new byte[PieceBytes]);
        for (var read = await decoded.ReadAsync(piece, cancellation); read > 0; read = await decoded.ReadAsync(piece, cancellation))
        {
            done += read;
            if (done > request.MaximumBytes) throw Refused($"a body of more than {request.MaximumBytes:N0} bytes, the most that this response may have");
            if (done - began > RatioFrom && (done - began) / Math.Max(1, raw.Received) > limits.MaximumRatio)
                throw Refused($"a body that swells to more than {limits.MaximumRatio} times its compressed length, as only a hostile file does");
            if (began == 0) Sniff(piece.AsSpan(0, read));
            hash.AppendData(piece, 0, read);
            await target.WriteAsync(piece.AsMemory(0, read), cancellation);
            Report(done, total);
        }

        if (began == 0 && _headLength < HeadBytes) CheckHead();
        return (done, began == 0 ? Convert.ToHexStringLower(hash.GetHashAndReset()) : null);
    }

    private void Sniff(ReadOnlySpan<byte> piece)
    {
        if (_headLength == HeadBytes) return;
        var taken = Math.Min(piece.Length, HeadBytes - _headLength);
        piece[..taken].CopyTo(_head.AsSpan(_headLength));
        _headLength += taken;
        if (_headLength == HeadBytes) CheckHead();
    }

    // Many hosts answer an outage or a lapsed address with a page for people, a status of 200 and whatever media type was expected.
    private void CheckHead()
    {
        if (request.MediaTypes.Any(m => m.Contains("html", StringComparison.OrdinalIgnoreCase))) return;
        var text = System.Text.Encoding.Latin1.GetString(_head.AsSpan(0, _headLength)).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        if (text.StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
            throw Refused("an HTML error page with status 200");
    }

    private void Report(long done, long? total)
    {
        if (progress is null || done - _reported < ReportEvery) return;
        _reported = done;
        progress.Report(new FetchProgress(where, done, total));
    }

    private SourceUnavailableException Refused(string what) => new(
        $"{where} answered with {what}. Nothing of it was used, and what was held before is untouched. Look at the address in a browser; if the source has moved or changed, tell its maintainers.");
}
