using Froth.Core.Data;
using Froth.Core.Firms;
using Froth.Core.Indicators;

namespace Froth.Core.Reports;

/// <summary>Moves between classes as seen from a vintage: what the command and the report show.</summary>
/// <param name="AsOf">The day from which they are seen.</param>
/// <param name="Pooled">All steps so far.</param>
/// <param name="Latest">The steps of the last year.</param>
public sealed record MigrationPage(DateOnly AsOf, MigrationTable Pooled, MigrationTable Latest)
{
    /// <summary>Steps over which the shares are also told: a year of quarters.</summary>
    public const int Steps = 4;

    /// <summary>Firms in any move counted.</summary>
    public int Firms => Pooled.Moves.Select(m => m.Firm).Distinct(StringComparer.Ordinal).Count();

    /// <summary>The page at the vintage of the facts.</summary>
    /// <param name="facts">Facts that hold <see cref="ClassMigration.Inputs"/>.</param>
    /// <param name="horizon">Quarters of a step: 1 or 4.</param>
    /// <param name="weight">How moves are weighed.</param>
    /// <exception cref="ArgumentException">The horizon is neither 1 nor 4.</exception>
    public static MigrationPage Of(FactSet facts, int horizon, MigrationWeight weight)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var (migration, day) = (ClassMigration.Of(new InputSet(facts, ClassMigration.Inputs)), facts.Vintage.AsOf);
        return new MigrationPage(day, MigrationTable.Of(migration, horizon, weight, day), MigrationTable.Of(migration, horizon, weight, day, latestYear: true));
    }
}
