using System.Globalization;

namespace Froth.Core.Filings;

/// <summary>
/// The number under which a filing was accepted by EDGAR: filer agent (10 digits), year (2), sequence (6). Held as one number of
/// eighteen digits, which sorts as the text does.
/// </summary>
/// <param name="Number">The digits; 0 where the filing is not known.</param>
public readonly record struct Accession(long Number) : IComparable<Accession>
{
    private const int Digits = 18;

    /// <summary>Parses <c>0001045810-24-000029</c>, with or without its dashes.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out Accession accession)
    {
        accession = default;
        long number = 0;
        var digits = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == (byte)'-' && i is 10 or 13) continue;
            var digit = text[i] - '0';
            if ((uint)digit > 9 || ++digits > Digits) return false;
            number = number * 10 + digit;
        }

        if (digits != Digits) return false;
        accession = new Accession(number);
        return true;
    }

    /// <inheritdoc />
    public int CompareTo(Accession other) => Number.CompareTo(other.Number);

    /// <inheritdoc />
    public override string ToString()
    {
        if (Number == 0) return "";
        var digits = Number.ToString("D18", CultureInfo.InvariantCulture);
        return $"{digits[..10]}-{digits[10..12]}-{digits[12..]}";
    }
}
