namespace Froth.Data.Sources.Prices;

/// <summary>Where the columns of a price file stand; -1 for those it lacks.</summary>
internal sealed record PriceColumns(int Date, int High, int Low, int Close, int AdjustedClose, int Volume)
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "date", "open", "high", "low", "close", "closelast", "adjclose", "adjustedclose", "volume", "dividends", "stocksplits", "ticker", "symbol", "name",
    };

    /// <summary>
    /// The columns under a header, in any order and letter case; null when it is not one of prices. A header with any other column is
    /// something else that happens to have prices in it.
    /// </summary>
    public static PriceColumns? Find(IReadOnlyList<string> header)
    {
        var names = header.Select(h => new string([.. h.Where(char.IsAsciiLetter)]).ToLowerInvariant()).ToList();
        if (!names.TrueForAll(Known.Contains) || names.Distinct().Count() != names.Count) return null;
        int At(params string[] words) => names.FindIndex(n => words.Contains(n));
        var found = new PriceColumns(At("date"), At("high"), At("low"), At("close", "closelast"), At("adjclose", "adjustedclose"), At("volume"));
        var others = At("open", "high", "low", "volume");
        return found.Date >= 0 && (found.Close >= 0 || found.AdjustedClose >= 0) && (others >= 0 || found.AdjustedClose >= 0) ? found : null;
    }
}
