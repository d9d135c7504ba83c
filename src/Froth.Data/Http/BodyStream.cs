using System.IO.Compression;
using System.Net.Sockets;
using Froth.Core;
using Froth.Data.Sources;

namespace Froth.Data.Http;

/// <summary>The connection ended, or fell silent, before the response was whole. Asking again may help.</summary>
internal sealed class ConnectionLostException(Bilingual what, Exception? inner = null) : Exception(what.English, inner)
{
    /// <summary>What happened, as the rest of a sentence that begins with the host.</summary>
    public Bilingual What => what;
}

/// <summary>
/// The raw bytes of a body as they come over the network: counted, and given up when hardly any come. Faults of the network leave it as
/// <see cref="ConnectionLostException"/>, so that they are never taken for faults of the user's disk.
/// </summary>
internal sealed class BodyStream : ForwardStream
{
    private const int SignOfLife = 1024;
    private readonly Stream _inner;
    private readonly TimeSpan _idle;
    private readonly CancellationTokenSource _silence;
    private readonly CancellationTokenSource _either;
    private readonly CancellationToken _user;
    private byte[] _ahead = [];
    private int _sinceAlive;

    public BodyStream(Stream inner, TimeSpan idle, TimeProvider clock, CancellationToken cancellation)
    {
        (_inner, _idle, _user) = (inner, idle, cancellation);
        _silence = new CancellationTokenSource(idle, clock);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_silence.Token, cancellation);
    }

    /// <summary>Bytes that came so far.</summary>
    public long Received { get; private set; }

    /// <summary>The body without its content coding.</summary>
    /// <exception cref="SourceUnavailableException">The coding is none of those that were offered.</exception>
    public async Task<Stream> DecodedAsync(ICollection<string> codings, string where)
    {
        if (codings.Count == 0) return this;
        var coding = codings.Count == 1 ? codings.First().Trim().ToLowerInvariant() : string.Join(", ", codings);
        switch (coding)
        {
            case "" or "identity": return this;
            case "gzip" or "x-gzip": return new GZipStream(this, CompressionMode.Decompress, leaveOpen: true);
            case "br": return new BrotliStream(this, CompressionMode.Decompress, leaveOpen: true);
            case "deflate":
                // By the standard this is zlib's format, but some servers send the bare one; the first byte tells.
                var first = new byte[1];
                _ahead = first[..await ReadAsync(first, CancellationToken.None)];
                var hasHeader = _ahead is [var b] && (b & 0x0F) == 8;
                return hasHeader ? new ZLibStream(this, CompressionMode.Decompress, leaveOpen: true) : new DeflateStream(this, CompressionMode.Decompress, leaveOpen: true);
            default: throw new SourceUnavailableException($"{where} answered in the content coding '{coding}', which was not offered. Nothing of it was used.");
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_ahead.Length > 0 && buffer.Length > 0)
        {
            _ahead.CopyTo(buffer);
            _ahead = [];
            return 1;
        }

        try
        {
            var read = await _inner.ReadAsync(buffer, _either.Token);
            Received += read;
            if ((_sinceAlive += read) < SignOfLife) return read;
            _sinceAlive = 0;
            _silence.CancelAfter(_idle);
            return read;
        }
        catch (OperationCanceledException fault) when (!_user.IsCancellationRequested)
        {
            throw new ConnectionLostException(new Bilingual($"sent less than 1 KiB within {_idle.TotalSeconds:0.#} s", $"在{_idle.TotalSeconds:0.#}秒内发来的数据不足1 KiB"), fault);
        }
        catch (Exception fault) when (fault is IOException or HttpRequestException or SocketException)
        {
            throw new ConnectionLostException(new Bilingual("broke the connection off before the body was whole", "在内容传完之前断开了连接"), fault);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(Span<byte> buffer) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _either.Dispose();
            _silence.Dispose();
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
