namespace Froth.Data.Sources;

/// <summary>One request to a source.</summary>
/// <param name="Url">Address; <c>https</c> only, unless a test allows its own server.</param>
/// <param name="Name">File name under which the response is kept and listed.</param>
public sealed record SourceRequest(Uri Url, string Name)
{
    /// <summary>Body of a POST, as JSON; null for none. It may bear a token, so it is never logged.</summary>
    public string? JsonBody { get; init; }

    /// <summary>Fields of a POST in form encoding; null for none. A request has this or <see cref="JsonBody"/>, never both.</summary>
    public IReadOnlyDictionary<string, string>? FormBody { get; init; }

    /// <summary>Media types that the response may have; anything else is refused before it is parsed.</summary>
    public IReadOnlyList<string> MediaTypes { get; init; } = ["application/json"];

    /// <summary>Most bytes of the response, after decompression.</summary>
    public long MaximumBytes { get; init; } = 256L << 20;

    /// <summary>True for a large file whose download continues where it stopped.</summary>
    public bool IsResumable { get; init; }

    /// <summary>True when the address bears a secret (a key in its query): it is then kept and shown without the query.</summary>
    public bool HasSecretQuery { get; init; }

    /// <summary>Arguments by which this response is to be parsed, where they differ from those of the pull; else null.</summary>
    public SourceArguments? Arguments { get; init; }
}

/// <summary>A response, or a user's own file, whose bytes are kept as a snapshot.</summary>
public sealed class SourceFile
{
    private const int HeadBytes = 1 << 16;
    private byte[]? _head;

    /// <summary>Name as listed: a file name, or the last part of an address.</summary>
    public required string Name { get; init; }

    /// <summary>Where the bytes lie.</summary>
    public required string BytesPath { get; init; }

    /// <summary>Length in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>Lower-case hexadecimal SHA-256 of the bytes.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>Address it came from, without secrets; empty for a user's own file.</summary>
    public string Url { get; init; } = "";

    /// <summary>When it came.</summary>
    public DateTimeOffset FetchedAt { get; init; }

    /// <summary>The first bytes, at most 64 KiB, by which a format is recognised.</summary>
    public ReadOnlySpan<byte> Head => _head ??= ReadHead();

    /// <summary>Opens the bytes for reading.</summary>
    public FileStream Open() => new(BytesPath, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);

    /// <summary>A file on disk that is not yet a snapshot; for recognising and for tests.</summary>
    public static SourceFile At(string path) =>
        new() { Name = Path.GetFileName(path), BytesPath = path, Length = new FileInfo(path).Length };

    private byte[] ReadHead()
    {
        using var stream = Open();
        var head = new byte[(int)Math.Min(HeadBytes, Length)];
        return head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
    }
}
