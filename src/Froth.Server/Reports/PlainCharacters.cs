using System.Globalization;
using System.Text;

namespace Froth.Server.Reports;

/// <summary>
/// The renderer writes every character beyond ASCII as a numeric reference, which triples a Chinese page and hides its words from a text search.
/// This puts the characters back. References to ASCII stay: they are the ones that keep markup characters from being markup.
/// </summary>
internal static class PlainCharacters
{
    public static string Restore(StringBuilder html)
    {
        var text = html.ToString().AsSpan();
        var plain = new StringBuilder(text.Length);
        while (true)
        {
            var start = text.IndexOf("&#x");
            if (start < 0) return plain.Append(text).ToString();
            var length = text[(start + 3)..].IndexOf(';');
            plain.Append(text[..start]);
            if (length is > 0 and <= 6 && int.TryParse(text.Slice(start + 3, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
                && code >= 0xA0 && Rune.IsValid(code))
            {
                plain.Append(new Rune(code).ToString());
                text = text[(start + 4 + length)..];
            }
            else
            {
                plain.Append("&#x");
                text = text[(start + 3)..];
            }
        }
    }
}
