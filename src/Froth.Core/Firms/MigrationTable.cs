using Froth.Core.Data;

namespace Froth.Core.Firms;

/// <summary>Weight of the firms in each class at one snapshot.</summary>
/// <param name="Day">The snapshot.</param>
/// <param name="Firms">Firms with a class and a known weight.</param>
/// <param name="Unknown">Firms without a class, in the panel but in no share.</param>
/// <param name="Shares">Share of each of H, S, P, E; NaN when no firm can be weighed.</param>
public sealed record StateShares(DateOnly Day, int Firms, int Unknown, IReadOnlyList<double> Shares)
{
    /// <summary>Share of P and E together, which are also told apart.</summary>
    public double PonziAndEquity => Shares[(int)MigrationState.Ponzi] + Shares[(int)MigrationState.EquityDependent];
}

/// <summary>A migration matrix with the moves behind it.</summary>
public sealed record MigrationTable
{
    /// <summary>Quarters of a step.</summary>
    public required int Horizon { get; init; }

    /// <summary>How moves are weighed.</summary>
    public required MigrationWeight Weight { get; init; }

    /// <summary>Currency of the weights; null for counts and when no weight is known.</summary>
    public Unit? Currency { get; init; }

    /// <summary>Every move in the matrix, ascending by day, then firm.</summary>
    public required IReadOnlyList<MigrationMove> Moves { get; init; }

    /// <summary>Moves left out because the weight was unknown or in another currency.</summary>
    public required IReadOnlyList<MigrationMove> LeftOut { get; init; }

    /// <summary>Shares of the classes at the last snapshot; null when there is none.</summary>
    public StateShares? Latest { get; init; }

    /// <summary>The matrix.</summary>
    public required MigrationMatrix Matrix { get; init; }

    /// <summary>
    /// The table of all moves that ended by a day. A move weighs the firm's size at its start over the mean size of the firms that started
    /// on the same day, so that no snapshot counts for more because prices were higher. Sizes are compared in one currency only, that of
    /// most firms: without a rate of the day other firms are left out and told.
    /// </summary>
    /// <param name="migration">Classes and moves.</param>
    /// <param name="horizon">Quarters of a step: 1 or 4.</param>
    /// <param name="weight">How moves are weighed.</param>
    /// <param name="upTo">The day.</param>
    /// <param name="latestYear">True for the moves of the last year alone.</param>
    /// <exception cref="ArgumentException">The horizon is neither 1 nor 4.</exception>
    public static MigrationTable Of(ClassMigration migration, int horizon, MigrationWeight weight, DateOnly upTo, bool latestYear = false)
    {
        ArgumentNullException.ThrowIfNull(migration);
        var moves = migration.Moves(horizon, upTo, latestYear ? 4 / horizon : null);
        DateOnly? last = migration.Days.Any(d => d <= upTo) ? migration.Days.Last(d => d <= upTo) : null;
        var sizes = moves.Select(m => SizeOf(m.From, weight)).ToList();
        var currency = weight == MigrationWeight.Count ? null : CurrencyOf(moves.Select((m, i) => (m.Firm, sizes[i])));
        var kept = moves.Select((m, i) => (Move: m, Size: weight == MigrationWeight.Count ? 1 : sizes[i] is { } s && s.Currency == currency ? s.Value : double.NaN)).ToList();
        var means = kept.Where(k => !double.IsNaN(k.Size)).GroupBy(k => k.Move.From.Day).ToDictionary(g => g.Key, g => g.Average(k => k.Size));
        List<(MigrationMove Move, double Weight)> weighed = [.. kept.Where(k => !double.IsNaN(k.Size))
            .Select(k => (k.Move, means[k.Move.From.Day] > 0 ? k.Size / means[k.Move.From.Day] : 0))];
        return new MigrationTable
        {
            Horizon = horizon, Weight = weight, Currency = currency, Matrix = MigrationMatrix.Of(weighed),
            Moves = [.. weighed.Select(w => w.Move)], LeftOut = [.. kept.Where(k => double.IsNaN(k.Size)).Select(k => k.Move)],
            Latest = last is { } day ? SharesOn(migration.On(day), day, weight, currency) : null,
        };
    }

    private static FirmSize? SizeOf(FirmState state, MigrationWeight weight) =>
        weight == MigrationWeight.Count || state.Service is not { } service ? null : FirmSize.Of(service.Quarter, weight, state.Day);

    private static Unit? CurrencyOf(IEnumerable<(string Firm, FirmSize? Size)> sizes) => sizes.Where(s => s.Size is not null)
        .GroupBy(s => s.Size!.Currency).OrderByDescending(g => g.Select(s => s.Firm).Distinct().Count()).ThenBy(g => g.Key.Code, StringComparer.Ordinal).FirstOrDefault()?.Key;

    private static StateShares SharesOn(IReadOnlyList<FirmState> states, DateOnly day, MigrationWeight weight, Unit? currency)
    {
        var classed = states.Where(s => MigrationStates.IsClass(s.State)).ToList();
        var weighed = classed.Select(s => (s.State, Weight: weight == MigrationWeight.Count ? 1 : SizeOf(s, weight) is { } size && size.Currency == currency ? size.Value : double.NaN))
            .Where(s => !double.IsNaN(s.Weight)).ToList();
        var sum = weighed.Sum(s => s.Weight);
        return new StateShares(day, weighed.Count, states.Count(s => s.State == MigrationState.Unknown),
            [.. MigrationStates.Classes.Select(c => sum > 0 ? weighed.Where(s => s.State == c).Sum(s => s.Weight) / sum : double.NaN)]);
    }
}
