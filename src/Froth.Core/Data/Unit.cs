namespace Froth.Core.Data;

/// <summary>What a unit measures; two values of different dimension are never added or compared.</summary>
public enum UnitKind
{
    /// <summary>Money in one currency.</summary>
    Money,

    /// <summary>A pure number: share, multiple, factor.</summary>
    Ratio,

    /// <summary>A number of things.</summary>
    Count,

    /// <summary>A duration.</summary>
    Duration,

    /// <summary>Money per physical or digital unit.</summary>
    Price,

    /// <summary>A level with its own base.</summary>
    Index,

    /// <summary>A physical quantity.</summary>
    Physical,
}

/// <summary>A unit of measure, known by a short code. Codes of money are ISO 4217 letters.</summary>
/// <param name="Code">Stable code as used in files and JSON.</param>
/// <param name="Kind">What it measures.</param>
public readonly record struct Unit(string Code, UnitKind Kind)
{
    /// <summary>United States dollar.</summary>
    public static readonly Unit UsDollar = new("USD", UnitKind.Money);

    /// <summary>A pure number; shares are fractions of one.</summary>
    public static readonly Unit Ratio = new("ratio", UnitKind.Ratio);

    /// <summary>A number of things.</summary>
    public static readonly Unit Count = new("count", UnitKind.Count);

    /// <summary>Months.</summary>
    public static readonly Unit Months = new("months", UnitKind.Duration);

    /// <summary>Years.</summary>
    public static readonly Unit Years = new("years", UnitKind.Duration);

    /// <summary>An index level.</summary>
    public static readonly Unit Index = new("index", UnitKind.Index);

    /// <summary>United States dollars for a million tokens.</summary>
    public static readonly Unit UsDollarPerMillionTokens = new("usd-per-million-tokens", UnitKind.Price);

    /// <summary>United States dollars for one accelerator for one hour.</summary>
    public static readonly Unit UsDollarPerGpuHour = new("usd-per-gpu-hour", UnitKind.Price);

    /// <summary>A multiplication factor per year.</summary>
    public static readonly Unit FactorPerYear = new("factor-per-year", UnitKind.Ratio);

    /// <summary>Standard deviations.</summary>
    public static readonly Unit StandardDeviations = new("sd", UnitKind.Ratio);

    /// <summary>10^18 floating-point operations a second.</summary>
    public static readonly Unit Exaflops = new("eflops", UnitKind.Physical);

    /// <summary>Gigawatts of electric power.</summary>
    public static readonly Unit Gigawatts = new("gigawatts", UnitKind.Physical);

    /// <summary>
    /// 10^12 floating-point operations: an amount of work, as of a training run, and not a rate. The store keeps values below 10^20
    /// with eighteen decimals, so that plain operations would not fit; in this unit both 40 and 5·10^26 operations are exact.
    /// </summary>
    public static readonly Unit TeraOperations = new("tera-operations", UnitKind.Physical);

    private static readonly string[] Currencies =
        ["USD", "CNY", "EUR", "GBP", "JPY", "HKD", "KRW", "TWD", "CHF", "CAD", "AUD", "SGD", "INR", "SEK", "SAR", "AED",
            "DKK", "NOK", "ILS", "BRL", "MXN", "ZAR", "TRY", "PLN", "THB", "IDR", "MYR", "NZD", "PHP", "VND", "RUB"];

    private static readonly Dictionary<string, Unit> Known = new Unit[]
        {
            Ratio, Count, Months, Years, Index, UsDollarPerMillionTokens, UsDollarPerGpuHour, FactorPerYear, StandardDeviations, Exaflops, Gigawatts,
            TeraOperations,
        }
        .Concat(Currencies.Select(c => new Unit(c, UnitKind.Money)))
        .Concat(Currencies.Select(c => new Unit(c + "/share", UnitKind.Price)))
        .ToDictionary(u => u.Code, StringComparer.Ordinal);

    /// <summary>Every known unit, in the order of their codes.</summary>
    public static IReadOnlyList<Unit> All { get; } = [.. Known.Values.OrderBy(u => u.Code, StringComparer.Ordinal)];

    /// <summary>True for money, whatever the currency.</summary>
    public bool IsMoney => Kind == UnitKind.Money;

    /// <summary>Finds a unit by its exact code.</summary>
    public static bool TryParse(string? code, out Unit unit) => Known.TryGetValue(code ?? "", out unit);

    /// <summary>The unit with that code.</summary>
    /// <exception cref="ArgumentException">The code is not known; the message lists those that are.</exception>
    public static Unit Parse(string code) => TryParse(code, out var unit)
        ? unit
        : throw new ArgumentException($"Unknown unit '{code}'. Known: {string.Join(", ", All.Select(u => u.Code))}.", nameof(code));

    /// <inheritdoc />
    public override string ToString() => Code;
}
