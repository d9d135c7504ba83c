using System.Runtime.CompilerServices;

namespace Froth.Data.Ingest;

/// <summary>
/// Exact decimals between text, the store's scaled integers (twelve decimals) and <see cref="decimal"/>. What does not fit all
/// three exactly is refused; nothing is ever rounded.
/// </summary>
internal static class DecimalText
{
    /// <summary>Decimals that the store keeps.</summary>
    public const int Scale = 12;

    private static readonly ulong[] SmallPowers = [.. Enumerable.Range(0, 19).Select(n => (ulong)Math.Pow(10, n))];
    private static readonly UInt128 LargestCoefficient = (UInt128.One << 96) - 1;

    /// <summary>Reads digits with an optional sign, point and exponent.</summary>
    /// <returns>Null when read, else the reason why not.</returns>
    public static string? Read(ReadOnlySpan<byte> text, out Int128 scaled)
    {
        scaled = 0;
        var at = 0;
        var negative = false;
        if (text.Length > 0 && text[0] is (byte)'-' or (byte)'+')
        {
            negative = text[0] == '-';
            at = 1;
        }

        ulong coefficient = 0;
        var digits = 0;
        var point = -1;
        for (; at < text.Length; at++)
        {
            var digit = (uint)(text[at] - '0');
            if (digit <= 9)
            {
                if (++digits > 18) return ReadLong(text, out scaled);
                coefficient = coefficient * 10 + digit;
            }
            else if (text[at] == '.' && point < 0) point = digits;
            else return text[at] is (byte)'e' or (byte)'E' ? ReadLong(text, out scaled) : NotANumber(text);
        }

        var decimals = point < 0 ? 0 : digits - point;
        if (digits == 0 || decimals > Scale || point == digits) return ReadLong(text, out scaled);
        var upper = Math.BigMul(coefficient, SmallPowers[Scale - decimals], out var lower);
        scaled = new Int128(upper, lower);
        if (negative) scaled = -scaled;
        return null;
    }

    /// <summary>The decimal with that scaled integer, without idle zeros at its end.</summary>
    public static decimal ToDecimal(Int128 scaled)
    {
        var negative = scaled < 0;
        var rest = (UInt128)(negative ? -scaled : scaled);
        var scale = Scale;
        if (rest <= ulong.MaxValue)
        {
            var small = (ulong)rest;
            while (scale > 0 && small % 10 == 0)
            {
                small /= 10;
                scale--;
            }

            return new decimal((int)small, (int)(small >> 32), 0, negative, (byte)(small == 0 ? 0 : scale));
        }

        while (scale > 0 && rest % 10 == 0)
        {
            rest /= 10;
            scale--;
        }

        return new decimal((int)(uint)rest, (int)(uint)(rest >> 32), (int)(uint)(rest >> 64), negative, (byte)scale);
    }

    // The rare forms: many digits, exponents, more decimals than the store keeps. Clarity before speed.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string? ReadLong(ReadOnlySpan<byte> text, out Int128 scaled)
    {
        scaled = 0;
        if (!Split(text, out var negative, out var digits, out var exponent)) return NotANumber(text);
        digits = digits.TrimStart('0');
        var significant = digits.TrimEnd('0');
        if (significant.Length == 0) return null;
        exponent += digits.Length - significant.Length;
        if (exponent < -Scale || exponent > 28 || significant.Length > 29 || significant.Length + Math.Max(0, exponent) > 29) return DoesNotFit(text);
        var coefficient = UInt128.Parse(significant);
        var shift = exponent + Scale;
        var value = coefficient;
        for (var i = 0; i < shift; i++)
        {
            if (value > UInt128.MaxValue / 100) return DoesNotFit(text);
            value *= 10;
        }

        var whole = exponent > 0 ? coefficient * UInt128.Parse("1" + new string('0', (int)exponent)) : coefficient;
        if (whole > LargestCoefficient || value >= UInt128.Parse("1" + new string('0', 38))) return DoesNotFit(text);
        scaled = negative ? -(Int128)value : (Int128)value;
        return null;
    }

    private static bool Split(ReadOnlySpan<byte> text, out bool negative, out string digits, out long exponent)
    {
        negative = text.Length > 0 && text[0] == '-';
        digits = "";
        exponent = 0;
        if (text.Length is 0 or > 400) return false;
        var body = System.Text.Encoding.ASCII.GetString(text[0] is (byte)'-' or (byte)'+' ? text[1..] : text);
        var e = body.IndexOfAny(['e', 'E']);
        if (e >= 0)
        {
            if (!int.TryParse(body.AsSpan(e + 1), System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var told)) return false;
            exponent = told;
            body = body[..e];
        }

        var point = body.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0)
        {
            exponent -= body.Length - point - 1;
            if (point == body.Length - 1) return false;
            body = body.Remove(point, 1);
        }

        digits = body;
        return body.Length > 0 && body.All(char.IsAsciiDigit);
    }

    private static string NotANumber(ReadOnlySpan<byte> text) =>
        $"'{Cells.Show(text)}' is not a number; write digits with a point, such as -1234.5 (no thousands separators)";

    private static string DoesNotFit(ReadOnlySpan<byte> text) =>
        $"'{Cells.Show(text)}' does not fit the store exactly (at most 28 significant digits, {Scale} of them decimals) and is not rounded";
}
