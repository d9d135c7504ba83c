using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Froth.IntegrationTests.Http;

/// <summary>A request as it reached the server.</summary>
public sealed record Asked(int Number, string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body, DateTimeOffset At)
{
    /// <summary>A header, or null.</summary>
    public string? this[string header] => Headers.GetValueOrDefault(header);
}

/// <summary>What the server does to a request.</summary>
public sealed record Reply
{
    public int Status { get; init; } = 200;

    public string? MediaType { get; init; } = "application/json";

    public byte[] Body { get; init; } = [];

    public (string Name, string Value)[] Headers { get; init; } = [];

    /// <summary>The announced length: null for the true one, -1 for none at all, so that the end of the connection ends the body.</summary>
    public long? Length { get; init; }

    /// <summary>Bytes of the body after which the connection is reset; null for never.</summary>
    public int? ResetAfter { get; init; }

    /// <summary>Pause before the answer.</summary>
    public TimeSpan Before { get; init; }

    /// <summary>Pause after every <see cref="DripBytes"/> bytes of the body.</summary>
    public TimeSpan Drip { get; init; }

    public int DripBytes { get; init; } = 1;

    public static Reply Json(string text, params (string Name, string Value)[] headers) => new() { Body = Encoding.UTF8.GetBytes(text), Headers = headers };

    public static Reply Of(int status, params (string Name, string Value)[] headers) => new() { Status = status, Headers = headers };

    /// <summary>Serves a file with an entity tag, as a server does that knows conditional requests and ranges.</summary>
    public static Reply File(Asked asked, byte[] body, string etag, bool knowsRanges = true)
    {
        (string, string)[] marks = [("ETag", etag), ("Accept-Ranges", "bytes")];
        if (asked["If-None-Match"] == etag) return Of(304, marks);
        if (!knowsRanges || asked["Range"] is not { } range || asked["If-Range"] != etag) return new Reply { Body = body, Headers = marks };
        var from = int.Parse(range["bytes=".Length..^1], CultureInfo.InvariantCulture);
        if (from >= body.Length) return Of(416, ("Content-Range", $"bytes */{body.Length}"));
        return new Reply { Status = 206, Body = body[from..], Headers = [.. marks, ("Content-Range", $"bytes {from}-{body.Length - 1}/{body.Length}")] };
    }

    public static byte[] Gzip(byte[] body) => Packed(body, s => new GZipStream(s, CompressionLevel.Optimal));

    public static byte[] Packed(byte[] body, Func<Stream, Stream> packer)
    {
        using var packed = new MemoryStream();
        using (var stream = packer(packed)) stream.Write(body);
        return packed.ToArray();
    }
}

/// <summary>A small web server on this machine that does exactly what a test says, the faults of real ones included. One request to a connection.</summary>
public sealed class LocalServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<Asked, Reply> _answer;
    private readonly Func<Stream, Task<Stream>>? _wrap;
    private int _number;
    private int _open;
    private int _mostOpen;

    public LocalServer(Func<Asked, Reply> answer, Func<Stream, Task<Stream>>? wrap = null)
    {
        (_answer, _wrap) = (answer, wrap);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = AcceptAsync();
    }

    public int Port { get; }

    public ConcurrentQueue<Asked> Log { get; } = new();

    /// <summary>Connections accepted, whether or not a request came over them.</summary>
    public int Connections { get; private set; }

    /// <summary>Most requests that were under way at the same time.</summary>
    public int MostOpen => _mostOpen;

    public Uri Url(string target) => new($"http://127.0.0.1:{Port}{target}");

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Connections++;
                _ = ServeAsync(client);
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                Stream stream = client.GetStream();
                if (_wrap is not null) stream = await _wrap(stream);
                if (await ReadAsync(stream) is not { } asked) return;
                Log.Enqueue(asked);
                var open = Interlocked.Increment(ref _open);
                for (var most = _mostOpen; open > most; most = _mostOpen) Interlocked.CompareExchange(ref _mostOpen, open, most);
                Reply reply;
                try
                {
                    reply = _answer(asked);
                    await Task.Delay(reply.Before, _stop.Token);
                }
                finally
                {
                    // Counted before the answer, for a client that has it may come back before this line is reached.
                    Interlocked.Decrement(ref _open);
                }

                await WriteAsync(client, stream, reply);
            }
            catch (Exception fault) when (fault is IOException or OperationCanceledException or SocketException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
            {
                // The client went away, as some tests have it do.
            }
        }
    }

    private async Task<Asked?> ReadAsync(Stream stream)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (!head.TakeLast(4).SequenceEqual("\r\n\r\n"u8.ToArray()))
        {
            if (await stream.ReadAsync(one, _stop.Token) == 0) return null;
            head.Add(one[0]);
        }

        var lines = Encoding.UTF8.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(l => l.Split(": ", 2)).ToDictionary(l => l[0], l => l.ElementAtOrDefault(1) ?? "", StringComparer.OrdinalIgnoreCase);
        var body = new byte[int.Parse(headers.GetValueOrDefault("Content-Length", "0"), CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, _stop.Token);
        var words = lines[0].Split(' ');
        return new Asked(Interlocked.Increment(ref _number), words[0], words[1], headers, Encoding.UTF8.GetString(body), DateTimeOffset.UtcNow);
    }

    private async Task WriteAsync(TcpClient client, Stream stream, Reply reply)
    {
        var head = new StringBuilder($"HTTP/1.1 {reply.Status} {(HttpStatusCode)reply.Status}\r\nConnection: close\r\n");
        if (reply.MediaType is not null && reply.Status is 200 or 206) head.Append($"Content-Type: {reply.MediaType}\r\n");
        if (reply.Length != -1 && reply.Status != 304) head.Append($"Content-Length: {reply.Length ?? reply.Body.Length}\r\n");
        foreach (var (name, value) in reply.Headers) head.Append($"{name}: {value}\r\n");
        await stream.WriteAsync(Encoding.UTF8.GetBytes(head.Append("\r\n").ToString()), _stop.Token);
        var body = reply.Body.AsMemory(0, Math.Min(reply.Body.Length, reply.ResetAfter ?? int.MaxValue));
        if (reply.Drip == TimeSpan.Zero) await stream.WriteAsync(body, _stop.Token);
        else await DripAsync(stream, body, reply);
        await stream.FlushAsync(_stop.Token);
        if (reply.ResetAfter is null) return;

        // What was written is to arrive before the reset throws away what is still on its way.
        await Task.Delay(50, _stop.Token);
        client.Client.LingerState = new LingerOption(true, 0);
        client.Client.Close();
    }

    private async Task DripAsync(Stream stream, ReadOnlyMemory<byte> body, Reply reply)
    {
        for (var at = 0; at < body.Length; at += reply.DripBytes)
        {
            await stream.WriteAsync(body.Slice(at, Math.Min(reply.DripBytes, body.Length - at)), _stop.Token);
            await Task.Delay(reply.Drip, _stop.Token);
        }
    }
}
