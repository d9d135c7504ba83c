using Froth.Core.Data;

namespace Froth.Core.Firms;

/// <summary>What firms are weighed or ranked by.</summary>
public enum MigrationWeight
{
    /// <summary>Every firm alike.</summary>
    Count,

    /// <summary>Total assets.</summary>
    Assets,

    /// <summary>Market value.</summary>
    MarketCap,

    /// <summary>Debt.</summary>
    Debt,
}

/// <summary>How large a firm is on a day.</summary>
/// <param name="Value">The size in whole units of the currency; not negative.</param>
/// <param name="Currency">The currency.</param>
/// <param name="Lineage">The facts.</param>
public sealed record FirmSize(double Value, Unit Currency, IReadOnlyList<Observation> Lineage)
{
    /// <summary>The size of a firm as known on a day; null when it is not known or, for a market value, older than <see cref="FirmPanel.LongestAgeDays"/>.</summary>
    /// <param name="quarter">The firm as known on the day.</param>
    /// <param name="weight">What size means; not <see cref="MigrationWeight.Count"/>.</param>
    /// <param name="day">The day.</param>
    /// <exception cref="ArgumentOutOfRangeException">The weight has no size.</exception>
    public static FirmSize? Of(FirmQuarter quarter, MigrationWeight weight, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(quarter);
        return weight switch
        {
            MigrationWeight.MarketCap => MarketValue(quarter, day),
            MigrationWeight.Assets => Of(quarter, quarter.Balance(FirmConcepts.Assets)),
            MigrationWeight.Debt => Of(quarter, quarter.Balance(FirmConcepts.DebtTotal) ?? DebtOf(quarter)),
            _ => throw new ArgumentOutOfRangeException(nameof(weight), weight, "A count has no size."),
        };
    }

    private static FirmSize? MarketValue(FirmQuarter quarter, DateOnly day) =>
        quarter.Newest(Concepts.MarketCapitalisation) is { Unit.IsMoney: true, Double: > 0 } told && day.DayNumber - told.Date.DayNumber <= FirmPanel.LongestAgeDays
            ? new FirmSize(told.Double, told.Unit, [told]) : null;

    private static FirmFigure? DebtOf(FirmQuarter quarter) =>
        quarter.Balance(FirmConcepts.DebtCurrent) is { } near && quarter.Balance(FirmConcepts.DebtNoncurrent) is { } far ? near + far : null;

    private static FirmSize? Of(FirmQuarter quarter, FirmFigure? figure) =>
        figure is { Value: >= 0 } ? new FirmSize(figure.Value, quarter.Currency, figure.Lineage) : null;
}
