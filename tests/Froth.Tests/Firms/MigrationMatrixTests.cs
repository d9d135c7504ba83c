using Froth.Core.Firms;
using Froth.Tests.Indicators;

namespace Froth.Tests.Firms;

public sealed class MigrationMatrixTests
{
    private const MigrationState H = MigrationState.Hedge, S = MigrationState.Speculative, P = MigrationState.Ponzi, U = MigrationState.Unknown;

    private static readonly DateOnly Day = new(2024, 12, 31);

    [Fact]
    public void Matrix_OfThePublishedCounts_HasTheirPowerAndMobility()
    {
        var vector = VectorFile.Of("minsky.migration");
        var (counts, power) = (vector.InMatrix("counts"), vector.OutMatrix("P4"));
        List<(MigrationMove, double)> moves = [];
        for (var i = 0; i < 3; i++)
            for (var j = 0; j < 3; j++) moves.AddRange(Moves((MigrationState)i, (MigrationState)j, (int)counts[i, j]));
        var matrix = MigrationMatrix.Of(moves);
        matrix.Mobility.ShouldBe(vector.Out("shorrocks"), vector.Tolerance);
        var after = matrix.After(4)!;
        for (var i = 0; i < 3; i++)
            for (var j = 0; j < 3; j++) after[i, j].ShouldBe(power[i, j], vector.Tolerance);
        (matrix.Down, matrix.Up).ShouldBe((5, 4));
        double.IsNaN(matrix.DownRatio).ShouldBeTrue("nine moves are fewer than ten");
    }

    // Beta(k + 1/8, 20 − k + 7/8) integrated numerically outside this program.
    [Theory]
    [InlineData(18, 0.72534242, 0.96116631)]
    [InlineData(2, 0.02071210, 0.22482908)]
    [InlineData(0, 0, 0.03411068)]
    public void Interval_OfACell_IsTheBetaMarginalOfTheDirichlet(int count, double low, double high)
    {
        var cell = MigrationMatrix.Of([.. Moves(H, S, count), .. Moves(H, H, 20 - count)]).Rows[0].Cell(S);
        cell.Count.ShouldBe(count);
        cell.Low.ShouldBe(low, 1e-7);
        cell.High.ShouldBe(high, 1e-7);
    }

    [Fact]
    public void Row_OfNineMoves_IsRefusedWithItsCounts()
    {
        var row = MigrationMatrix.Of([.. Moves(S, P, 4), .. Moves(S, U, 5)]).Rows[1];
        row.IsRefused.ShouldBeTrue();
        row.Why!.Value.English.ShouldContain("n too small: 9");
        (row.Cell(P).Count, row.Cell(U).Count, row.Count).ShouldBe((4, 5, 9));
        row.Cells.ShouldAllBe(c => double.IsNaN(c.Share) && double.IsNaN(c.Low) && double.IsNaN(c.High));
        MigrationMatrix.Of(Moves(S, P, 10)).Rows[1].IsRefused.ShouldBeFalse();
    }

    [Fact]
    public void Row_WithTheEndOfData_KeepsItInTheDenominator()
    {
        var row = MigrationMatrix.Of([.. Moves(H, H, 15), .. Moves(H, U, 5)]).Rows[0];
        row.Cell(H).Share.ShouldBe(0.75, 1e-12);
        row.Cell(U).Share.ShouldBe(0.25, 1e-12);
        row.Cells.Sum(c => c.Share).ShouldBe(1, 1e-12);
    }

    [Fact]
    public void Row_Weighed_CountsAsItsEffectiveNumber()
    {
        // 20 moves of weight 1 and 20 of weight 3: share 60 / 80, effective 80² / (20 + 180) = 32, of which 24.
        var cell = MigrationMatrix.Of([.. Moves(H, H, 20), .. Moves(H, S, 20, 3)]).Rows[0].Cell(S);
        cell.Share.ShouldBe(0.75, 1e-12);
        cell.Effective.ShouldBe(24, 1e-9);
        cell.Low.ShouldBe(0.59816905, 1e-7);
        cell.High.ShouldBe(0.84780889, 1e-7);
    }

    [Fact]
    public void Row_InWhichOneFirmWeighsAlmostAll_IsRefused() =>
        MigrationMatrix.Of([.. Moves(H, H, 12), .. Moves(H, S, 1, 100)]).Rows[0].Why!.Value.English.ShouldContain("13 moves weigh as");

    [Fact]
    public void After_WhenTheWayLeadsThroughARefusedClass_IsNotTold()
    {
        MigrationMatrix.Of([.. Moves(H, H, 15), .. Moves(H, S, 5), .. Moves(S, S, 3)]).After(4).ShouldBeNull();
        MigrationMatrix.Of([.. Moves(H, H, 15), .. Moves(H, U, 5), .. Moves(S, S, 3)]).After(2)![0, (int)U].ShouldBe(0.25 + 0.75 * 0.25, 1e-12);
    }

    [Fact]
    public void Mobility_WithOneClass_IsNaNAndWithTwoHoldsItsRange()
    {
        double.IsNaN(MigrationMatrix.Of(Moves(H, H, 20)).Mobility).ShouldBeTrue();
        var matrix = MigrationMatrix.Of([.. Moves(H, H, 20), .. Moves(S, S, 20)]);
        matrix.Mobility.ShouldBe(0, 1e-12);
        matrix.MobilityRange.Low.ShouldBe(0, 1e-12);
        matrix.MobilityRange.High.ShouldBeInRange(0.05, 0.5);
    }

    private static List<(MigrationMove Move, double Weight)> Moves(MigrationState from, MigrationState to, int count, double weight = 1) =>
        [.. Enumerable.Range(0, count).Select(i => (new MigrationMove(State(i, from, Day.AddMonths(-3)), State(i, to, Day)), weight))];

    private static FirmState State(int firm, MigrationState state, DateOnly day) => new() { Firm = $"f{firm}", Day = day, State = state };
}
