using System.Globalization;

namespace Froth.Core.Data;

/// <summary>
/// A number as it was told: a point, a range, a ceiling ("up to"), or a floor. A missing end is open, and stays open through
/// arithmetic: adding a ceiling to a range never invents a floor.
/// </summary>
/// <param name="Low">Lower end, or null where none was told.</param>
/// <param name="High">Upper end, or null where none was told.</param>
/// <param name="Mode">Central value where one was told beside the ends, else null.</param>
public readonly record struct Amount(decimal? Low, decimal? High, decimal? Mode = null)
{
    /// <summary>Nothing told.</summary>
    public static readonly Amount Unknown = new(null, null);

    /// <summary>Exactly zero.</summary>
    public static readonly Amount Zero = Point(0);

    /// <summary>A single value.</summary>
    public static Amount Point(decimal value) => new(value, value);

    /// <summary>A range, either end of which may be open.</summary>
    /// <exception cref="ArgumentException">Low is above high.</exception>
    public static Amount Range(decimal? low, decimal? high, decimal? mode = null)
    {
        if (low > high) throw new ArgumentException($"low {low} is above high {high}", nameof(low));
        if (mode < low || mode > high) throw new ArgumentException($"the central value {mode} lies outside {low} to {high}", nameof(mode));
        return new Amount(low, high, mode);
    }

    /// <summary>True when both ends are the same number.</summary>
    public bool IsPoint => Low is not null && Low == High;

    /// <summary>True when no end is known.</summary>
    public bool IsUnknown => Low is null && High is null && Mode is null;

    /// <summary>
    /// One number to draw: the told central value, else the point or the middle of a closed range, else null. An open range
    /// has no centre.
    /// </summary>
    public decimal? Central => Mode ?? (IsPoint ? Low : Low is { } low && High is { } high ? low + (high - low) / 2 : null);

    /// <summary>The same amount with an open lower end closed at zero: money paid is never negative.</summary>
    public Amount FlooredAtZero() => Low is null ? this with { Low = 0 } : this;

    /// <summary>Sum end by end; an open end of either term leaves the sum open there.</summary>
    public static Amount operator +(Amount left, Amount right) => new(left.Low + right.Low, left.High + right.High, CentralSum(left, right));

    /// <summary>Difference: the lowest minus the highest and the reverse.</summary>
    public static Amount operator -(Amount left, Amount right) => left + -right;

    /// <summary>Sign change swaps the ends.</summary>
    public static Amount operator -(Amount value) => new(-value.High, -value.Low, -value.Mode);

    /// <summary>Product with an exact number; a negative factor swaps the ends.</summary>
    public static Amount operator *(Amount value, decimal factor) => factor >= 0
        ? new Amount(value.Low * factor, value.High * factor, value.Mode * factor)
        : new Amount(value.High * factor, value.Low * factor, value.Mode * factor);

    /// <summary>Sum of all, zero for none.</summary>
    public static Amount Sum(IEnumerable<Amount> amounts)
    {
        ArgumentNullException.ThrowIfNull(amounts);
        return amounts.Aggregate(Zero, (total, next) => total + next);
    }

    /// <inheritdoc />
    public override string ToString() => this switch
    {
        { IsPoint: true } => Low!.Value.ToString(CultureInfo.InvariantCulture),
        { IsUnknown: true } => "?",
        { Low: null } => string.Create(CultureInfo.InvariantCulture, $"≤{High}"),
        { High: null } => string.Create(CultureInfo.InvariantCulture, $"≥{Low}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Low}..{High}"),
    };

    // A told centre survives only next to a term that has one too; a pure range sum needs none, its middle is derived.
    private static decimal? CentralSum(Amount left, Amount right) =>
        left.Mode is null && right.Mode is null ? null : left.Central + right.Central;
}
