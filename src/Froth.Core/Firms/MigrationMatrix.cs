using Froth.Numerics;
using MathNet.Numerics.Distributions;

namespace Froth.Core.Firms;

/// <summary>One cell: moves from a class to a state.</summary>
/// <param name="To">The state moved to.</param>
/// <param name="Count">Moves counted, whatever their weight.</param>
/// <param name="Share">Share of the row's weight; NaN in a refused row.</param>
/// <param name="Effective">Moves of equal weight that carry as much as the row's, times the share; the count itself when all weigh alike.</param>
/// <param name="RowEffective">The same of the whole row.</param>
public sealed record MigrationCell(MigrationState To, int Count, double Share, double Effective, double RowEffective)
{
    private static readonly double Prior = 1.0 / MigrationStates.All.Count;

    /// <summary>
    /// 5 percent quantile of the share's posterior under a Dirichlet prior of 1/K for each of the K states; NaN in a refused row. Of a cell
    /// without moves it lies a hair above zero.
    /// </summary>
    public double Low => Quantile(0.05);

    /// <summary>95 percent quantile of the same posterior; NaN in a refused row. Of a cell with all moves it lies a hair below one.</summary>
    public double High => Quantile(0.95);

    private double Quantile(double share) => double.IsNaN(Share) ? double.NaN
        : Beta.InvCDF(Prior + Effective, 1 - Prior + RowEffective - Effective, share);
}

/// <summary>One row: all moves from a class.</summary>
/// <param name="From">The class.</param>
/// <param name="Count">Moves counted.</param>
/// <param name="Effective">Moves of equal weight that would carry as much (Kish): (Σw)² / Σw²; the count itself when all weigh alike.</param>
/// <param name="Cells">A cell a state.</param>
public sealed record MigrationRow(MigrationState From, int Count, double Effective, IReadOnlyList<MigrationCell> Cells)
{
    /// <summary>Fewest moves, counted and effective, from which shares are told.</summary>
    public const int FewestMoves = 10;

    /// <summary>True when there are too few moves: counts are shown and no share.</summary>
    public bool IsRefused => IsTooFew(Count, Effective);

    /// <summary>Why shares are refused; null when they are not.</summary>
    public Bilingual? Why => !IsRefused ? null
        : Count < FewestMoves ? new($"n too small: {Count} moves, {FewestMoves} needed", $"样本过小：{Count}次迁移，至少需{FewestMoves}次")
        : new($"n too small: {Count} moves weigh as {Effective:0.0} equal ones, {FewestMoves} needed", $"样本过小：{Count}次迁移按权重仅相当于{Effective:0.0}次，至少需{FewestMoves}次");

    /// <summary>The cell of a state.</summary>
    public MigrationCell Cell(MigrationState to) => Cells[(int)to];

    internal static bool IsTooFew(int count, double effective) => count < FewestMoves || effective < FewestMoves - 1e-9;
}

/// <summary>Counts and shares of moves between classes, with what sums them up. Methods 1.5.</summary>
public sealed class MigrationMatrix
{
    private MigrationMatrix(IReadOnlyList<MigrationRow> rows, int down, int up)
    {
        (Rows, Down, Up) = (rows, down, up);
        Kept = [.. rows.Where(r => !r.IsRefused)];
    }

    /// <summary>A row a class: H, S, P, E.</summary>
    public IReadOnlyList<MigrationRow> Rows { get; }

    /// <summary>The rows with moves enough.</summary>
    public IReadOnlyList<MigrationRow> Kept { get; }

    /// <summary>Moves to a less safe state.</summary>
    public int Down { get; }

    /// <summary>Moves to a safer state.</summary>
    public int Up { get; }

    /// <summary>Moves down for each move up; NaN without a move up or with fewer than <see cref="MigrationRow.FewestMoves"/> of both.</summary>
    public double DownRatio => Up > 0 && Down + Up >= MigrationRow.FewestMoves ? (double)Down / Up : double.NaN;

    /// <summary>90 percent interval of <see cref="DownRatio"/>: the odds of the Wilson interval of the share of moves down; NaN where it is.</summary>
    public (double Low, double High) DownRatioRange
    {
        get
        {
            if (double.IsNaN(DownRatio)) return (double.NaN, double.NaN);
            var (low, high) = ShareInterval.Of(Down, Down + Up);
            return (low / (1 - low), high / (1 - high));
        }
    }

    /// <summary>
    /// Shorrocks' mobility over the classes with moves enough; an exit counts as leaving the class. NaN with fewer than two such classes.
    /// </summary>
    public double Mobility => Kept.Count < 2 ? double.NaN : (Kept.Count - Kept.Sum(r => r.Cell(r.From).Share)) / (Kept.Count - 1);

    /// <summary>The mobility with every diagonal cell at its upper, and at its lower end: wider than a 90 percent interval; NaN where it is.</summary>
    public (double Low, double High) MobilityRange => Kept.Count < 2 ? (double.NaN, double.NaN)
        : (Math.Min(Mobility, (Kept.Count - Kept.Sum(r => r.Cell(r.From).High)) / (Kept.Count - 1)),
           Math.Max(Mobility, (Kept.Count - Kept.Sum(r => r.Cell(r.From).Low)) / (Kept.Count - 1)));

    /// <summary>The matrix of moves, each with its weight.</summary>
    public static MigrationMatrix Of(IReadOnlyList<(MigrationMove Move, double Weight)> moves)
    {
        ArgumentNullException.ThrowIfNull(moves);
        var (count, weight) = (new int[MigrationStates.Classes.Count, MigrationStates.All.Count], new double[MigrationStates.Classes.Count, MigrationStates.All.Count]);
        var (sum, squares) = (new double[MigrationStates.Classes.Count], new double[MigrationStates.Classes.Count]);
        var (down, up) = (0, 0);
        foreach (var (move, w) in moves)
        {
            var (from, to) = ((int)move.From.State, (int)move.To.State);
            count[from, to]++;
            weight[from, to] += w;
            sum[from] += w;
            squares[from] += w * w;
            var direction = move.Direction;
            if (direction > 0) down++;
            else if (direction < 0) up++;
        }

        return new MigrationMatrix([.. MigrationStates.Classes.Select(c => RowOf(c, count, weight, sum[(int)c], squares[(int)c]))], down, up);
    }

    /// <summary>
    /// Shares after several steps, from each class with moves enough to every state, in the order of <see cref="MigrationStates.All"/>; firms
    /// that left do not come back. Null when such a class leads to one whose row was refused: nothing is known of the way on.
    /// </summary>
    public double[,]? After(int steps)
    {
        if (Kept.Count == 0 || Kept.Any(r => Rows.Any(refused => refused.IsRefused && r.Cell(refused.From).Count > 0))) return null;
        var shares = new double[MigrationStates.All.Count, MigrationStates.All.Count];
        for (var i = 0; i < MigrationStates.All.Count; i++)
        {
            if (i < Rows.Count && !Rows[i].IsRefused) foreach (var cell in Rows[i].Cells) shares[i, (int)cell.To] = cell.Share;
            else shares[i, i] = 1;
        }

        return TransitionShares.After(shares, steps);
    }

    private static MigrationRow RowOf(MigrationState from, int[,] count, double[,] weight, double sum, double squares)
    {
        var moves = MigrationStates.All.Sum(to => count[(int)from, (int)to]);
        var effective = squares > 0 ? sum * sum / squares : 0;
        var refused = MigrationRow.IsTooFew(moves, effective);
        return new MigrationRow(from, moves, effective, [.. MigrationStates.All.Select(to =>
        {
            var share = refused ? double.NaN : weight[(int)from, (int)to] / sum;
            return new MigrationCell(to, count[(int)from, (int)to], share, share * effective, effective);
        })]);
    }
}
