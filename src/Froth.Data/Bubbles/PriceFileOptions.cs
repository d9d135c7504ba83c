namespace Froth.Data.Bubbles;

/// <summary>How a file of prices is read.</summary>
public sealed record PriceFileOptions
{
    /// <summary>Column of prices by name or number from 1; null for close, value or price, or the only column of numbers.</summary>
    public string? Column { get; init; }

    /// <summary>Column of dates by name or number from 1; null to find it by its name or its content.</summary>
    public string? DateColumn { get; init; }

    /// <summary>Refuse prices of 0 and below, which have no logarithm.</summary>
    public bool MustBePositive { get; init; }

    /// <summary>Accept missing stretches and mixed frequencies.</summary>
    public bool AllowGaps { get; init; }
}
