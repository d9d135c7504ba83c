namespace Froth.Server.Reports.Charts;

/// <summary>Breaks a title into lines, since SVG text does not wrap by itself.</summary>
internal static class TextWrap
{
    /// <summary>At most <paramref name="most"/> lines of at most <paramref name="ems"/> ems; what does not fit ends in an ellipsis.</summary>
    public static List<string> Lines(string text, double ems, int most)
    {
        var lines = new List<string>();
        var rest = text.Trim();
        while (rest.Length > 0 && lines.Count < most)
        {
            var fits = Fitting(rest, ems);
            if (fits < rest.Length && lines.Count == most - 1)
            {
                lines.Add(rest[..Math.Max(1, fits - 1)].TrimEnd() + "…");
                return lines;
            }

            var end = fits == rest.Length ? fits : BreakBefore(rest, fits);
            lines.Add(rest[..end].TrimEnd());
            rest = rest[end..].TrimStart();
        }

        return lines;
    }

    private static int Fitting(string text, double ems)
    {
        var length = 0;
        while (length < text.Length && EmMeasure.Ems(text.AsSpan(0, length + 1)) <= ems) length++;
        return Math.Max(1, length);
    }

    // Chinese may break between any two characters; words of Latin letters break at spaces only.
    private static int BreakBefore(string text, int limit)
    {
        for (var i = limit; i > limit / 2; i--)
        {
            if (text[i] == ' ' || text[i] >= '\u2E80' && text[i] is not ('，' or '。' or '）' or '、' or '：')) return i;
        }

        return limit;
    }
}
