using CsCheck;
using Froth.Numerics;

namespace Froth.Tests.Numerics;

public sealed class TransitionSharesTests
{
    [Fact]
    public void SharesPowerAndMobility_OfThePublishedCounts_AreTheVector()
    {
        var vector = Indicators.VectorFile.Of("minsky.migration");
        var shares = TransitionShares.Of(vector.InMatrix("counts"));
        Same(shares, vector.OutMatrix("P"), vector.Tolerance);
        Same(TransitionShares.After(shares, 4), vector.OutMatrix("P4"), vector.Tolerance);
        TransitionShares.Mobility(shares).ShouldBe(vector.Out("shorrocks"), vector.Tolerance);
    }

    [Fact]
    public void Of_RowWithoutCounts_IsNaNAndTheOthersStand()
    {
        var shares = TransitionShares.Of(new double[,] { { 0, 0 }, { 1, 3 } });
        double.IsNaN(shares[0, 0]).ShouldBeTrue();
        shares[1, 1].ShouldBe(0.75);
    }

    [Fact]
    public void Misuse_IsRefusedByName()
    {
        Should.Throw<ArgumentException>(() => TransitionShares.Of(new double[,] { { -1 } })).Message.ShouldContain("-1");
        Should.Throw<ArgumentException>(() => TransitionShares.After(new double[2, 3], 1)).Message.ShouldContain("2 by 3");
        Should.Throw<ArgumentException>(() => TransitionShares.After(new double[2, 2], 0)).ParamName.ShouldBe("steps");
    }

    [Fact]
    public void After_AnyMatrixOfShares_KeepsRowsSummingToOne() => Gen.Double[0.01, 1].Array[9].Sample(cells =>
    {
        var counts = new double[3, 3];
        for (var i = 0; i < 9; i++) counts[i / 3, i % 3] = cells[i];
        var after = TransitionShares.After(TransitionShares.Of(counts), 7);
        for (var i = 0; i < 3; i++) (after[i, 0] + after[i, 1] + after[i, 2]).ShouldBe(1, 1e-12);
    });

    private static void Same(double[,] actual, double[,] expected, double tolerance)
    {
        for (var i = 0; i < expected.GetLength(0); i++)
            for (var j = 0; j < expected.GetLength(1); j++) actual[i, j].ShouldBe(expected[i, j], tolerance, $"cell {i}, {j}");
    }
}
