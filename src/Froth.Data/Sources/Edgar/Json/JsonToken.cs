using System.Text;
using System.Text.Unicode;

namespace Froth.Data.Sources.Edgar.Json;

/// <summary>What a JSON value is.</summary>
internal enum JsonKind : byte
{
    None,
    String,
    Number,
    True,
    False,
    Null,
    Object,
    Array,

    /// <summary>NaN or an infinity, which some writers put although JSON has none.</summary>
    NotFinite,
}

/// <summary>A value where it stands in the response. Valid as long as the response is pinned.</summary>
internal readonly unsafe struct JsonToken(JsonKind kind, byte* start, int length, bool isEscaped = false)
{
    public JsonKind Kind => kind;

    /// <summary>The text as it stands: a string without its quotes and with its escapes.</summary>
    public ReadOnlySpan<byte> Raw => new(start, length);

    public bool IsEscaped => isEscaped;

    public byte* Start => start;

    public bool IsString => kind == JsonKind.String;

    /// <summary>The text with its escapes resolved; a lone surrogate becomes bytes that are no UTF-8.</summary>
    public ReadOnlySpan<byte> Bytes => isEscaped ? Unescape(Raw) : Raw;

    /// <summary>True for a string that is exactly this text.</summary>
    public bool Is(ReadOnlySpan<byte> text) => kind == JsonKind.String && Bytes.SequenceEqual(text);

    /// <summary>The text of a string that is valid UTF-8 of bearable length, else null.</summary>
    public string? Text(int most = 1_000)
    {
        if (kind != JsonKind.String) return null;
        var bytes = Bytes;
        return bytes.Length <= most && Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : null;
    }

    // The scanner has checked that every escape is whole.
    private static byte[] Unescape(ReadOnlySpan<byte> raw)
    {
        var plain = new byte[raw.Length];
        var used = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                plain[used++] = raw[i];
                continue;
            }

            i++;
            if (raw[i] != 'u')
            {
                plain[used++] = raw[i] switch { (byte)'n' => (byte)'\n', (byte)'t' => (byte)'\t', (byte)'r' => (byte)'\r', (byte)'b' => 8, (byte)'f' => 12, _ => raw[i] };
                continue;
            }

            int unit = Hex(raw[(i + 1)..]);
            i += 4;
            if (char.IsHighSurrogate((char)unit) && i + 6 < raw.Length && raw[i + 1] == '\\' && raw[i + 2] == 'u' && char.IsLowSurrogate((char)Hex(raw[(i + 3)..])))
            {
                unit = char.ConvertToUtf32((char)unit, (char)Hex(raw[(i + 3)..]));
                i += 6;
            }

            if (Rune.TryCreate(unit, out var rune)) used += rune.EncodeToUtf8(plain.AsSpan(used));
            else plain[used++] = 0xFF;
        }

        return plain[..used];
    }

    private static int Hex(ReadOnlySpan<byte> digits)
    {
        var value = 0;
        foreach (var digit in digits[..4]) value = value << 4 | (digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
        return value;
    }
}
