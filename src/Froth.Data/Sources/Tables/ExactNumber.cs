using System.Globalization;
using System.Text;
using Froth.Data.Ingest;

namespace Froth.Data.Sources.Tables;

/// <summary>Numbers as told, brought into the store's units by a power of ten without ever passing through a binary fraction.</summary>
internal static class ExactNumber
{
    /// <summary>Reads a number and multiplies it by a power of ten.</summary>
    /// <param name="text">Digits, with an optional sign, point and exponent.</param>
    /// <param name="power">10^power is the factor: 6 turns dollars a token into dollars a million tokens.</param>
    /// <param name="number">The exact decimal.</param>
    /// <returns>Null when read, else the reason why not.</returns>
    public static string? Read(string text, int power, out decimal number)
    {
        number = 0;
        var trimmed = text.Trim();
        var e = trimmed.IndexOfAny(['e', 'E']);
        var exponent = 0;
        if (e >= 0 && !int.TryParse(trimmed.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
            return $"'{Cells.Show(Encoding.UTF8.GetBytes(text))}' is not a number";
        if (Math.Abs((long)exponent) > 400) return $"'{Cells.Show(Encoding.UTF8.GetBytes(text))}' has an exponent beyond any figure told here";
        var mantissa = e >= 0 ? trimmed[..e] : trimmed;
        var shifted = power == 0 && e < 0 ? mantissa : string.Create(CultureInfo.InvariantCulture, $"{mantissa}e{exponent + power}");
        if (DecimalText.Read(Encoding.UTF8.GetBytes(shifted), out var scaled) is { } reason)
            return DecimalText.Read(Encoding.UTF8.GetBytes(trimmed), out _) is { } plain && plain.Contains("not a number", StringComparison.Ordinal) ? plain : reason;
        number = DecimalText.ToDecimal(scaled);
        return null;
    }

    /// <summary>The invariant spelling of a number, without idle zeros.</summary>
    public static string Text(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
