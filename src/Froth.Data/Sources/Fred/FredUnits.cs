using System.Globalization;
using Froth.Core.Data;

namespace Froth.Data.Sources.Fred;

/// <summary>A unit of the program and the factor that brings a FRED figure into it.</summary>
internal readonly record struct FredUnit(string Code, decimal Factor);

/// <summary>
/// Units of series. A response of FRED does not tell its unit, so it is known for common series, told by the user for all others,
/// and never guessed.
/// </summary>
internal static class FredUnits
{
    private static readonly FredUnit Percent = new("ratio", 0.01m);

    private static readonly Dictionary<string, FredUnit> Known = new (string Ids, FredUnit Unit)[]
    {
        ("DGS1MO DGS3MO DGS6MO DGS1 DGS2 DGS3 DGS5 DGS7 DGS10 DGS20 DGS30 GS1 GS2 GS5 GS10 GS30 TB3MS", Percent),
        ("T10Y2Y T10Y3M T10YIE T5YIE T5YIFR DFII5 DFII10 DFII30 DFF EFFR FEDFUNDS SOFR DFEDTARU DFEDTARL MORTGAGE30US", Percent),
        ("BAA AAA DBAA DAAA BAA10Y AAA10Y BAMLH0A0HYM2 BAMLH0A0HYM2EY BAMLH0A3HYC BAMLC0A0CM BAMLC0A0CMEY BAMLC0A1CAAA BAMLC0A4CBBB UNRATE TCU", Percent),
        ("CPIAUCSL CPIAUCNS CPILFESL PCEPI PCEPILFE INDPRO PPIACO UMCSENT VIXCLS SP500 NASDAQCOM NASDAQ100 DJIA DTWEXBGS NFCI STLFSI4", new FredUnit("index", 1m)),
        ("GDP CP PNFI M2SL", new FredUnit("USD", 1_000_000_000m)),
        ("WALCL", new FredUnit("USD", 1_000_000m)),
        ("PAYEMS", new FredUnit("count", 1_000m)),
        ("ICSA", new FredUnit("count", 1m)),
    }.SelectMany(g => g.Ids.Split(' ').Select(id => (id, g.Unit))).ToDictionary(p => p.id, p => p.Unit, StringComparer.Ordinal);

    /// <summary>The unit of a series: as told by the argument <c>unit</c>, else as known.</summary>
    /// <returns>Null when found, else what the user has to do.</returns>
    /// <exception cref="SourceFormatException">The argument is malformed.</exception>
    public static string? Find(string series, SourceArguments arguments, out FredUnit unit)
    {
        foreach (var told in arguments.Of("unit"))
        {
            var cut = told.IndexOf('=', StringComparison.Ordinal);
            if (cut < 0) throw Malformed(told, "it has no '='");
            if (!told[..cut].Trim().Equals(series, StringComparison.OrdinalIgnoreCase)) continue;
            unit = Parse(told, told[(cut + 1)..]);
            return null;
        }

        return Known.TryGetValue(series, out unit)
            ? null
            : $"FRED does not tell the unit of {series} in its data; look it up on https://fred.stlouisfed.org/series/{series} and give it as --unit {series}=UNIT, such as {series}=percent, {series}=index or {series}=USD*1000000000 for billions of dollars";
    }

    private static FredUnit Parse(string told, string words)
    {
        if (words.Trim() == "percent") return Percent;
        var parts = words.Split('*', StringSplitOptions.TrimEntries);
        if (parts.Length > 2 || !Unit.TryParse(parts[0], out var unit)) throw Malformed(told, $"known units are percent, {string.Join(", ", Unit.All.Select(u => u.Code))}");
        var factor = 1m;
        if (parts.Length == 2 && (!decimal.TryParse(parts[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out factor) || factor <= 0)) throw Malformed(told, "the factor is not a positive number");
        return new FredUnit(unit.Code, factor);
    }

    private static SourceFormatException Malformed(string told, string why) =>
        new($"unit: '{told}' is not understood, because {why}. Write SERIES=UNIT or SERIES=UNIT*FACTOR, such as DGS10=percent or GDP=USD*1000000000.");
}
