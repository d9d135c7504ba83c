using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Froth.Data.Ingest;

namespace Froth.Data.Sources.Edgar;

/// <summary>
/// The fast path: one fact in exactly the spelling that EDGAR uses, key by key. Whatever is spelled otherwise, or is doubtful in any
/// way, is left to <see cref="FactObject"/>, which takes every valid JSON and alone refuses; so both agree on all that is taken here.
/// </summary>
internal sealed unsafe class FactLine(ParseSink sink, FactWriter writer)
{
    private const int FirstYear = 1900;
    private const int Years = 256;
    private const ulong HighBits = 0x8080808080808080;
    private const ulong Zeros = 0x3030303030303030;

    // First day and length of every month, at year * 16 + month; length 0 where there is no such month.
    private static readonly int[] Months = MakeMonths();
    private static readonly ulong[] Powers = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];
    private static readonly ulong[] Scales = [.. Enumerable.Range(0, DecimalText.Scale + 1).Select(decimals => (ulong)BigInteger.Pow(10, DecimalText.Scale - decimals))];
    private static readonly Vector128<byte> AccessionDigits = Vector128.Create((byte)255, 255, 0, 1, 2, 3, 4, 5, 7, 8, 10, 11, 12, 13, 14, 15);

    private readonly (ulong Key, int Word)[] _forms = new (ulong, int)[16];
    private readonly int _today = Cells.Days(sink.Today);

    /// <summary>Reads a fact and adds it.</summary>
    /// <param name="p">The brace that opens it, in a response with its padding.</param>
    /// <returns>The place behind the brace that closes it; null when nothing was taken.</returns>
    public byte* TryRead(byte* p)
    {
        var start = FiledFactBatch.NoStart;
        if (Stands(p, "{\"start\":\""u8))
        {
            if (!TryDay(p + 10, out start) || !Stands(p + 20, "\",\"end\":\""u8)) return null;
            p += 29;
        }
        else
        {
            if (!Stands(p, "{\"end\":\""u8)) return null;
            p += 8;
        }

        if (!TryDay(p, out var end) || start > end || !Stands(p + 10, "\",\"val\":"u8)) return null;
        p = Number(p + 18, out var value);
        if (p == null || !Stands(p, ",\"accn\":\""u8) || !TryAccession(p + 9, out var accession) || !Stands(p + 29, "\",\"fy\":"u8)) return null;
        p = FiscalLabels(p + 36);
        if (p == null || !Stands(p, ",\"form\":\""u8)) return null;
        p = Form(p + 9, out var form);
        if (p == null || !Stands(p, "\",\"filed\":\""u8) || !TryDay(p + 11, out var filed) || filed > _today) return null;
        p = Ending(p + 21);
        if (p != null) writer.Add(start, end, value, filed, accession, form);
        return p;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Stands(byte* p, ReadOnlySpan<byte> text) => new ReadOnlySpan<byte>(p, text.Length).SequenceEqual(text);

    // Eight bytes at once: digits and dashes each in their places, then the number of the month in a table.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryDay(byte* p, out int day)
    {
        var text = Unsafe.ReadUnaligned<ulong>(p) ^ 0x2D30302D30303030;
        var last = Unsafe.ReadUnaligned<ushort>(p + 8) ^ 0x3030u;
        day = 0;
        if ((((text + 0x7F76767F76767676) | text) & HighBits) != 0 || (((last + 0x7676) | last) & 0x8080) != 0) return false;
        var year = (uint)text;
        year = (year * 10 + (year >> 8)) & 0x00FF00FF;
        year = (year & 0xFF) * 100 + (year >> 16) - FirstYear;
        var month = (uint)(text >> 40 & 0xFF) * 10 + (uint)(text >> 48 & 0xFF);
        if (year >= Years || month > 12) return false;
        var entry = Months[year * 16 + month];
        var number = (last & 0xFF) * 10 + (last >> 8) - 1;
        day = (entry >> 5) + (int)number;
        return number < (uint)(entry & 31);
    }

    /// <summary>Reads a number of at most eighteen digits, so that nothing overflows; null for any other.</summary>
    public static byte* Number(byte* p, out Int128 value)
    {
        value = default;
        var isNegative = *p == '-';
        if (isNegative) p++;
        ulong coefficient = 0;
        var from = p;
        p = Digits(p, ref coefficient);
        var digits = (int)(p - from);
        if (digits is 0 or > 18 || (*from == '0' && digits > 1)) return null;
        var decimals = 0;
        if (*p == '.')
        {
            from = p + 1;
            p = Digits(from, ref coefficient);
            decimals = (int)(p - from);
            if (decimals == 0 || digits + decimals > 18) return null;
        }

        var upper = Math.BigMul(coefficient, Scales[decimals], out var lower);
        value = new Int128(upper, lower);
        if (isNegative) value = -value;
        return p;
    }

    // Stops after twenty-four digits at the latest, which the caller rejects; what overflowed until then does not matter.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte* Digits(byte* p, ref ulong number)
    {
        for (var block = 0; block < 3; block++)
        {
            var text = Unsafe.ReadUnaligned<ulong>(p) ^ Zeros;
            var others = ((text + 0x7676767676767676) | text) & HighBits;
            if (others == 0)
            {
                number = number * Powers[8] + Eight(text);
                p += 8;
                continue;
            }

            var count = BitOperations.TrailingZeroCount(others) >> 3;
            if (count > 0) number = number * Powers[count] + Eight(text << (8 - count) * 8);
            return p + count;
        }

        return p;
    }

    // Eight digits, the first in the lowest byte: pairs, then fours, then the whole.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Eight(ulong digits)
    {
        digits = digits * 10 + (digits >> 8);
        var odd = (digits & 0x000000FF000000FF) * 0x000F424000000064;
        var even = (digits >> 16 & 0x000000FF000000FF) * 0x0000271000000001;
        return odd + even >> 32;
    }

    /// <summary>Reads <c>0001045810-24-000029</c>; up to twenty bytes are read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryAccession(byte* p, out long accession)
    {
        var head = Unsafe.ReadUnaligned<uint>(p) ^ 0x30303030;
        var tail = Vector128.Load(p + 4) - Vector128.Create((byte)'0');
        // Lanes without a digit are zero, wherever 255 asks for no lane at all.
        var digits = Vector128.Shuffle(tail, AccessionDigits);
        accession = 0;
        if (p[10] != '-' || p[13] != '-' || (((head + 0x76767676) | head) & 0x80808080) != 0 || Vector128.GreaterThanAny(digits, Vector128.Create((byte)9))) return false;
        head = (head * 10 + (head >> 8)) & 0x00FF00FF;
        var first = (head & 0xFF) * 100 + (head >> 16);
        accession = (long)((ulong)first * 100_000_000_000_000 + Eight(digits.AsUInt64()[0]) * 100_000_000 + Eight(digits.AsUInt64()[1]));
        return accession != 0;
    }

    // The fiscal year and period are those of the filing and are not kept: null and null, or 2024 and "FY".
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte* FiscalLabels(byte* p)
    {
        if (Stands(p, "null,\"fp\":null"u8)) return p + 14;
        var year = Unsafe.ReadUnaligned<uint>(p) ^ 0x30303030;
        if ((((year + 0x76767676) | year) & 0x80808080) != 0 || *p == '0' || !Stands(p + 4, ",\"fp\":\""u8)) return null;
        return IsPlain(p[11]) && IsPlain(p[12]) && p[13] == '"' ? p + 14 : null;
    }

    private static bool IsPlain(byte letter) => char.IsAsciiLetterOrDigit((char)letter);

    // Forms of up to seven letters, found by their bytes in a table of sixteen places.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte* Form(byte* p, out int word)
    {
        var text = Unsafe.ReadUnaligned<ulong>(p);
        var quotes = text ^ 0x2222222222222222;
        quotes = (quotes - 0x0101010101010101) & ~quotes & HighBits;
        var length = BitOperations.TrailingZeroCount(quotes) >> 3;
        word = 0;
        if (quotes == 0 || length == 0) return null;
        var key = text & ((1ul << length * 8) - 1);
        ref var held = ref _forms[(int)(key * 0x9E3779B97F4A7C15 >> 60)];
        if (held.Key != key && !TryLearn(p, length, key, ref held)) return null;
        word = held.Word;
        return p + length;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryLearn(byte* p, int length, ulong key, ref (ulong Key, int Word) place)
    {
        var form = new ReadOnlySpan<byte>(p, length);
        foreach (var letter in form)
        {
            if (letter is < (byte)' ' or > (byte)'~' or (byte)'\\') return false;
        }

        place = (key, sink.Word(form));
        return true;
    }

    // A brace, or the frame, which is not kept either.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte* Ending(byte* p)
    {
        if (Stands(p, "\"}"u8)) return p + 2;
        if (!Stands(p, "\",\"frame\":\""u8)) return null;
        p += 11;
        var text = Vector128.Load(p);
        var quotes = Vector128.Equals(text, Vector128.Create((byte)'"')).ExtractMostSignificantBits();
        var others = (Vector128.LessThan(text.AsSByte(), Vector128.Create((sbyte)' ')).AsByte() | Vector128.Equals(text, Vector128.Create((byte)'\\'))).ExtractMostSignificantBits();
        // Below the first quote, nothing but plain text.
        if (quotes == 0 || ((quotes - 1) & ~quotes & others) != 0) return null;
        p += BitOperations.TrailingZeroCount(quotes);
        return p[1] == '}' ? p + 2 : null;
    }

    private static int[] MakeMonths()
    {
        var months = new int[Years * 16];
        for (var i = 0; i < Years * 12; i++)
        {
            var (year, month) = (FirstYear + i / 12, i % 12 + 1);
            months[i / 12 * 16 + month] = Cells.Days(new DateOnly(year, month, 1)) << 5 | DateTime.DaysInMonth(year, month);
        }

        return months;
    }
}
