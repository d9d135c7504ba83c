using Froth.Core.Data;
using Froth.Core.Indicators;

namespace Froth.Core.Firms;

/// <summary>The moves of single quarters up to one snapshot.</summary>
/// <param name="Day">The snapshot.</param>
/// <param name="All">All moves by then.</param>
/// <param name="Year">Those of the last four quarters.</param>
/// <param name="Facts">What decides all of them.</param>
internal sealed record MigrationDay(DateOnly Day, MigrationMatrix All, MigrationMatrix Year, IReadOnlyList<Fact> Facts);

/// <summary>Migration from snapshot to snapshot, each with all moves by then. Worked out once a vintage, for several indicators read it.</summary>
internal sealed class MigrationPath
{
    private MigrationPath(IReadOnlyList<MigrationDay> days) => Days = days;

    /// <summary>The snapshots that ended a move, ascending.</summary>
    public IReadOnlyList<MigrationDay> Days { get; }

    /// <summary>The path of a vintage.</summary>
    /// <param name="inputs">Inputs that declare <see cref="ClassMigration.Inputs"/>.</param>
    public static MigrationPath Of(InputSet inputs) => inputs.Shared(ClassMigration.Inputs, i =>
        // What came later never changes a move, so an earlier view sees the first part of the path.
        i.Later is { } later ? new MigrationPath([.. Of(later).Days.Where(d => d.Day <= i.Vintage.AsOf)]) : new MigrationPath(Walk(ClassMigration.Of(i))));

    private static List<MigrationDay> Walk(ClassMigration migration)
    {
        List<(MigrationMove Move, double Weight)> all = [];
        List<(DateOnly Day, MigrationMatrix All, MigrationMatrix Year, int Facts)> days = [];
        List<Fact> facts = [];
        HashSet<Fact> seen = new(ReferenceEqualityComparer.Instance);
        foreach (var day in migration.Days)
        {
            var ended = migration.Moves(1, day, steps: 1);
            if (ended.Count == 0) continue;
            foreach (var move in ended)
            {
                all.Add((move, 1));
                foreach (var fact in move.Facts) if (seen.Add(fact)) facts.Add(fact);
            }

            var yearAgo = day.AddYears(-1);
            days.Add((day, MigrationMatrix.Of(all), MigrationMatrix.Of([.. all.Where(m => m.Move.To.Day > yearAgo)]), facts.Count));
        }

        // Each snapshot rests on the facts of the one before and a few more: all are parts of one list.
        Fact[] told = [.. facts];
        return [.. days.Select(d => new MigrationDay(d.Day, d.All, d.Year, new ArraySegment<Fact>(told, 0, d.Facts)))];
    }
}
