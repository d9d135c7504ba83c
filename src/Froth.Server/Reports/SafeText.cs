using System.Text;

namespace Froth.Server.Reports;

/// <summary>Makes text from data safe to stand in XML and in links. Escaping is the writers' work; this removes what cannot be escaped.</summary>
internal static class SafeText
{
    /// <summary>The text without control characters and broken surrogate pairs, which no XML document may hold.</summary>
    public static string Clean(string text)
    {
        if (!text.Any(c => char.IsControl(c) || char.IsSurrogate(c) || c >= '\uFFFE')) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\t' or '\n' or '\r') clean.Append(' ');
            else if (!Rune.IsControl(rune) && rune.Value is not (0xFFFE or 0xFFFF)) clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    /// <summary>The address where it is an absolute http or https URL, else null: nothing else may become a link.</summary>
    public static string? Link(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) ? uri.AbsoluteUri : null;
}
