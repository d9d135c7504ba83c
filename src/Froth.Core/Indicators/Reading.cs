using Froth.Core.Data;

namespace Froth.Core.Indicators;

/// <summary>Why there is no number.</summary>
public enum MissingReason
{
    /// <summary>Too few observations.</summary>
    InsufficientHistory,

    /// <summary>A ratio whose denominator is zero or negative: "n.m.".</summary>
    NonPositiveDenominator,

    /// <summary>The data do not determine the answer.</summary>
    NotIdentified,

    /// <summary>Too little of what should be covered is covered.</summary>
    BelowCoverage,

    /// <summary>The newest input is too old.</summary>
    Stale,

    /// <summary>No input at all at this vintage.</summary>
    NoData,
}

/// <summary>A named component of a reading, such as the loans within announced financing. Same unit as the reading unless told.</summary>
/// <param name="Name">Name in both languages.</param>
/// <param name="Value">Central value; NaN when it has none.</param>
/// <param name="Low">Lower end; NaN when open or not a range.</param>
/// <param name="High">Upper end; NaN when open or not a range.</param>
public sealed record Part(Bilingual Name, double Value, double Low = double.NaN, double High = double.NaN)
{
    /// <summary>Unit, where it differs from the reading's.</summary>
    public Unit? Unit { get; init; }
}

/// <summary>
/// One dated value of an indicator: a point, a range, or a reason why there is none. NaN is missing and never stands for zero.
/// </summary>
public sealed record Reading
{
    /// <summary>The day described.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Central value in the definition's unit; NaN when there is none.</summary>
    public double Value { get; init; } = double.NaN;

    /// <summary>Lower end of the range; NaN when the reading is a point or the end is open.</summary>
    public double Low { get; init; } = double.NaN;

    /// <summary>Upper end of the range; NaN when the reading is a point or the end is open.</summary>
    public double High { get; init; } = double.NaN;

    /// <summary>Why <see cref="Value"/> is NaN; null when it is not.</summary>
    public MissingReason? Missing { get; init; }

    /// <summary>The reason, or a remark on the reading, in words; null when there is nothing to add.</summary>
    public Bilingual? Remark { get; init; }

    /// <summary>Share, 0 to 1, of what should have entered that did (rows, firms, money — the indicator's method says which); NaN when not applicable.</summary>
    public double Coverage { get; init; } = double.NaN;

    /// <summary>The facts this very value was computed from.</summary>
    public IReadOnlyList<Fact> Lineage { get; init; } = [];

    /// <summary>Named components; empty for most.</summary>
    public IReadOnlyList<Part> Parts { get; init; } = [];

    /// <summary>True when there is a number.</summary>
    public bool HasValue => !double.IsNaN(Value);

    /// <summary>A dated reason instead of a number.</summary>
    public static Reading None(DateOnly date, MissingReason reason, Bilingual remark, IReadOnlyList<Fact>? lineage = null) =>
        new() { Date = date, Missing = reason, Remark = remark, Lineage = lineage ?? [] };
}

/// <summary>The readings of one indicator for the sector or one entity, ascending by date, one a date.</summary>
/// <param name="Entity">Entity id, or null for the sector as a whole.</param>
/// <param name="Readings">Readings by ascending date.</param>
public sealed record ReadingSeries(string? Entity, IReadOnlyList<Reading> Readings)
{
    /// <summary>The last reading, or null when there is none at all.</summary>
    public Reading? Latest => Readings.Count == 0 ? null : Readings[^1];
}

/// <summary>
/// What an indicator computed at one vintage. The headline series stands in tables; a panel adds one series an entity.
/// </summary>
/// <param name="Headline">The series shown in the monitor.</param>
/// <param name="Panel">Further series, one an entity; empty for a sector indicator.</param>
public sealed record IndicatorResult(ReadingSeries Headline, IReadOnlyList<ReadingSeries> Panel)
{
    /// <summary>A sector indicator without a panel.</summary>
    public static IndicatorResult Of(IReadOnlyList<Reading> readings) => new(new ReadingSeries(null, readings), []);

    /// <summary>No number at all, and why.</summary>
    public static IndicatorResult None(DateOnly date, MissingReason reason, Bilingual remark) => Of([Reading.None(date, reason, remark)]);

    /// <summary>The series of an entity (null for the headline), or null when the indicator has none for it.</summary>
    public ReadingSeries? For(string? entity) => entity is null || entity == Headline.Entity
        ? Headline
        : Panel.FirstOrDefault(s => s.Entity == entity);
}
