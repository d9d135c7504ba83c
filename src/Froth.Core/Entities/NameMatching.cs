using System.Text;

namespace Froth.Core.Entities;

/// <summary>Compares names of firms as registers, filings and tables spell them.</summary>
public static class NameMatching
{
    /// <summary>
    /// Similarity from which two names are put before a person as perhaps the same. Below it the pairs that the Jaro–Winkler measure
    /// finds in lists of firms are mostly different firms with a common first word.
    /// </summary>
    public const double ReviewThreshold = 0.90;

    private static readonly HashSet<string> LegalForms = new(StringComparer.Ordinal)
    {
        "inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "llc", "llp", "lp", "plc", "ag", "se", "sa", "nv", "bv", "gmbh", "kk", "pte",
        "spa", "oyj", "ab", "asa", "pty",
    };

    private static readonly string[] ChineseForms = ["股份有限公司", "有限责任公司", "有限公司", "股份公司", "株式会社", "集团公司", "公司"];

    /// <summary>
    /// The name without what does not tell firms apart: letter case, punctuation, spaces at the ends, full-width forms, and legal forms at
    /// its end (Inc, Corp, Ltd, AG, 有限公司, …). The words stay separated by single spaces; a name of nothing but legal forms stays whole.
    /// </summary>
    /// <param name="name">Name as told; may be empty.</param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    public static string Normalise(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var words = Joined(Plain(name).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var count = words.Count;
        while (count > 1 && LegalForms.Contains(words[count - 1])) count--;
        var text = string.Join(' ', words.Take(count));
        foreach (var form in ChineseForms)
        {
            if (text.Length > form.Length && text.EndsWith(form, StringComparison.Ordinal)) return text[..^form.Length].TrimEnd();
        }

        return text;
    }

    /// <summary>
    /// Jaro–Winkler similarity: 1 for equal texts, 0 for texts without a common letter; a common beginning of up to four letters counts
    /// extra, with weight 0.1.
    /// </summary>
    /// <param name="first">One text, usually normalised.</param>
    /// <param name="second">The other text.</param>
    /// <exception cref="ArgumentNullException">A text is null.</exception>
    public static double Similarity(string first, string second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var jaro = Jaro(first, second);
        var prefix = 0;
        while (prefix < Math.Min(4, Math.Min(first.Length, second.Length)) && first[prefix] == second[prefix]) prefix++;
        return jaro + prefix * 0.1 * (1 - jaro);
    }

    private static double Jaro(string first, string second)
    {
        if (first == second) return 1;
        if (first.Length == 0 || second.Length == 0) return 0;
        var reach = Math.Max(0, Math.Max(first.Length, second.Length) / 2 - 1);
        Span<bool> inFirst = first.Length <= 256 ? stackalloc bool[first.Length] : new bool[first.Length];
        Span<bool> inSecond = second.Length <= 256 ? stackalloc bool[second.Length] : new bool[second.Length];
        var common = 0;
        for (var i = 0; i < first.Length; i++)
        {
            for (var j = Math.Max(0, i - reach); j <= Math.Min(second.Length - 1, i + reach); j++)
            {
                if (inSecond[j] || first[i] != second[j]) continue;
                inFirst[i] = inSecond[j] = true;
                common++;
                break;
            }
        }

        if (common == 0) return 0;
        var transposed = Transposed(first, second, inFirst, inSecond);
        return ((double)common / first.Length + (double)common / second.Length + (common - transposed / 2.0) / common) / 3;
    }

    private static int Transposed(string first, string second, ReadOnlySpan<bool> inFirst, ReadOnlySpan<bool> inSecond)
    {
        var (transposed, j) = (0, 0);
        for (var i = 0; i < first.Length; i++)
        {
            if (!inFirst[i]) continue;
            while (!inSecond[j]) j++;
            if (first[i] != second[j++]) transposed++;
        }

        return transposed;
    }

    // Full-width letters are shifted by hand: the program runs without culture data, where normalisation forms do nothing.
    private static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var told in name)
        {
            var letter = told is >= '\uFF01' and <= '\uFF5E' ? (char)(told - 0xFEE0) : told;
            if (letter is '\'' or '\u2019' or '.') continue;
            if (letter == '&') plain.Append(" and ");
            else if (char.IsLetterOrDigit(letter)) plain.Append(char.ToLowerInvariant(letter));
            else plain.Append(' ');
        }

        return plain.ToString();
    }

    // Forms that are spelled with spaces as often as with points: "S A", "L L C".
    private static List<string> Joined(string[] words)
    {
        var joined = new List<string>(words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            var letters = i;
            while (letters < words.Length && words[letters].Length == 1 && char.IsAsciiLetter(words[letters][0])) letters++;
            var together = string.Concat(words[i..letters]);
            if (letters - i > 1 && LegalForms.Contains(together))
            {
                joined.Add(together);
                i = letters - 1;
            }
            else
            {
                joined.Add(words[i]);
            }
        }

        return joined;
    }
}
