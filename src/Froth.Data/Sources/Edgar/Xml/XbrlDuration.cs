namespace Froth.Data.Sources.Edgar.Xml;

/// <summary>
/// Durations such as <c>P5Y</c>, in which filings tell useful lives, lease terms and vesting periods. In years: a month is a twelfth of
/// one, a day is one of 365.25. Where that does not end, the eighteenth decimal is rounded.
/// </summary>
internal static class XbrlDuration
{
    /// <summary>Longest text that is looked at.</summary>
    public const int Longest = 64;

    // A year in the smallest common part: twelfths for months, 1461ths of four years for days, then seconds of a day.
    private const long Year = 12L * 1461 * 86_400;
    private const long Month = Year / 12;
    private const long Day = Year / 1461 * 4;

    /// <summary>Reads an ISO 8601 duration of whole parts.</summary>
    /// <param name="text">The text, trimmed.</param>
    /// <param name="years">Years, scaled by 10^18.</param>
    /// <returns>False for any other text, and for parts of more than nine digits.</returns>
    public static bool TryYears(ReadOnlySpan<char> text, out Int128 years)
    {
        years = 0;
        var isNegative = text.StartsWith("-");
        if (isNegative) text = text[1..];
        if (text.Length < 3 || text[0] != 'P') return false;
        Int128 parts = 0;
        var order = "YMWDTHMS".AsSpan();
        for (var rest = text[1..]; rest.Length > 0;)
        {
            if (rest[0] == 'T')
            {
                var time = order.IndexOf('T');
                if (time < 0 || rest.Length == 1) return false;
                order = order[(time + 1)..];
                rest = rest[1..];
                continue;
            }

            var digits = rest.IndexOfAnyExceptInRange('0', '9');
            if (digits is < 1 or > 9) return false;
            var at = order.IndexOf(rest[digits]);
            var timeAt = order.IndexOf('T');
            if (at < 0 || (timeAt >= 0 && at > timeAt)) return false;
            parts += long.Parse(rest[..digits]) * (Int128)Weight(rest[digits], isTime: timeAt < 0);
            order = order[(at + 1)..];
            rest = rest[(digits + 1)..];
        }

        var scale = (Int128)1_000_000_000_000_000_000;
        var (whole, left) = Int128.DivRem(parts, Year);
        years = whole * scale + (left * scale + Year / 2) / Year;
        if (isNegative) years = -years;
        return true;
    }

    private static long Weight(char letter, bool isTime) => (letter, isTime) switch
    {
        ('Y', _) => Year,
        ('M', false) => Month,
        ('W', _) => 7 * Day,
        ('D', _) => Day,
        ('H', _) => Day / 24,
        ('M', true) => Day / 1_440,
        _ => Day / 86_400,
    };
}
