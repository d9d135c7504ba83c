using System.Globalization;

namespace Froth.DefaultData;

/// <summary>Exact decimal arithmetic only: a binary fraction would make 13.07 billion something else.</summary>
internal static class Numbers
{
    static readonly Dictionary<string, (decimal Factor, string Code)> Units = new(StringComparer.Ordinal)
    {
        ["USD"] = (1m, "USD"),
        ["USD_bn"] = (1_000_000_000m, "USD"),
        ["USD_tn"] = (1_000_000_000_000m, "USD"),
        ["USD_tn_equivalent"] = (1_000_000_000_000m, "USD"),
        ["CNY_bn"] = (1_000_000_000m, "CNY"),
        ["percent"] = (0.01m, "ratio"),
        ["percent_annualised"] = (0.01m, "ratio"),
        ["percent_target_2027"] = (0.01m, "ratio"),
        ["percent_target_2030"] = (0.01m, "ratio"),
        ["million"] = (1_000_000m, "count"),
        ["count"] = (1m, "count"),
        ["ratio"] = (1m, "ratio"),
        ["index"] = (1m, "index"),
        ["guilders"] = (1m, "guilders"),
        ["times_per_year"] = (1m, "factor-per-year"),
        ["EFLOPS"] = (1m, "eflops"),
        ["USD_per_million_tokens"] = (1m, "usd-per-million-tokens"),
        ["USD_per_gpu_hour"] = (1m, "usd-per-gpu-hour"),
    };

    public static decimal Parse(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    public static decimal? ParseOptional(string text) => text.Length == 0 ? null : Parse(text);

    public static (decimal Value, string Unit) Scale(string value, string unit)
    {
        if (!Units.TryGetValue(unit, out var u)) throw new InvalidDataException($"Unknown unit '{unit}'.");
        return (Parse(value) * u.Factor, u.Code);
    }

    /// <summary>Plain digits: no exponent, no grouping, no trailing zeros left over from scaling.</summary>
    public static string Format(decimal? value) =>
        value is { } v ? v.ToString("0.############################", CultureInfo.InvariantCulture) : "";
}
