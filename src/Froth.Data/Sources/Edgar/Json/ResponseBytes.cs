namespace Froth.Data.Sources.Edgar.Json;

/// <summary>
/// A response whole in memory, followed by zeros, so that wide reads near its end stay inside the array. The array is used again for
/// the next response and grows to the longest one.
/// </summary>
internal sealed class ResponseBytes
{
    /// <summary>Bytes that may be read beyond the end.</summary>
    public const int Padding = 64;

    private byte[] _bytes = new byte[Padding];

    public int Length { get; private set; }

    /// <summary>The bytes and, behind them, the padding.</summary>
    public ReadOnlySpan<byte> Padded => _bytes.AsSpan(0, Length + Padding);

    public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, Length);

    /// <summary>Reads a file whole.</summary>
    /// <exception cref="SourceFormatException">It is empty or longer than a response can be.</exception>
    public static ResponseBytes Of(SourceFile file)
    {
        var bytes = new ResponseBytes();
        using var stream = file.Open();
        if (stream.Length > InflationLimits.Default.MemberBytes)
        {
            throw new SourceFormatException($"{file.Name} has {stream.Length:N0} bytes; no response of EDGAR is longer than {InflationLimits.Default.MemberBytes:N0}. Fetch it again.");
        }

        bytes.Load(stream, stream.Length, file.Name);
        return bytes;
    }

    /// <summary>Copies bytes that are in memory already.</summary>
    public void Load(ReadOnlySpan<byte> text)
    {
        Reserve(text.Length);
        text.CopyTo(_bytes);
        End(text.Length);
    }

    /// <summary>Reads a stream that ends after about as many bytes as expected.</summary>
    public void Load(Stream stream, long expected, string name)
    {
        Length = 0;
        Reserve(checked((int)expected));
        var read = 0;
        while (true)
        {
            // One byte of the padding is offered, so that a stream of the expected length shows its end without a longer array.
            var part = stream.Read(_bytes, read, _bytes.Length - Padding + 1 - read);
            if (part == 0) break;
            read += part;
            if (read > _bytes.Length - Padding) Array.Resize(ref _bytes, checked((int)Math.Min(2L * read, Array.MaxLength)));
        }

        if (read == 0) throw new SourceFormatException($"{name} is empty. Fetch it again.");
        End(read);
    }

    private void Reserve(int length)
    {
        if (_bytes.Length < length + Padding) _bytes = GC.AllocateUninitializedArray<byte>(length + Padding);
    }

    private void End(int length)
    {
        Length = length;
        _bytes.AsSpan(length, Padding).Clear();
    }
}
