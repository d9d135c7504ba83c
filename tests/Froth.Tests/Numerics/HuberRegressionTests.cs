using CsCheck;
using Froth.Numerics;

namespace Froth.Tests.Numerics;

public sealed class HuberRegressionTests
{
    // Brownlee's stack loss data: air flow, water temperature, acid concentration, loss. The fit is in many textbooks.
    private static readonly double[][] StackLoss =
    [
        [80, 27, 89, 42], [80, 27, 88, 37], [75, 25, 90, 37], [62, 24, 87, 28], [62, 22, 87, 18], [62, 23, 87, 18], [62, 24, 93, 19],
        [62, 24, 93, 20], [58, 23, 87, 15], [58, 18, 80, 14], [58, 18, 89, 14], [58, 17, 88, 13], [58, 18, 82, 11], [58, 19, 93, 12],
        [50, 18, 89, 8], [50, 18, 86, 7], [50, 19, 72, 8], [50, 19, 79, 8], [50, 20, 80, 9], [56, 20, 82, 15], [70, 20, 91, 15],
    ];

    [Fact]
    public void Fit_StackLoss_GivesThePublishedCoefficients()
    {
        var fit = HuberRegression.Fit(Design(StackLoss), 4, Target(StackLoss))!;

        fit.HasConverged.ShouldBeTrue();
        double[] expected = [-41.0264984, 0.8293843, 0.9260660, -0.1278467];
        for (var j = 0; j < 4; j++) fit.Coefficients[j].ShouldBe(expected[j], 1e-6);
        fit.Scale.ShouldBe(2.4405361, 1e-6);
        fit.Residuals[20].ShouldBe(-8.9176724, 1e-6);
        fit.LeftOutResiduals[20].ShouldBe(-10.2586021, 1e-6, "a fit without the last row and with the weights of the others");
    }

    [Fact]
    public void Fit_AnyData_SolvesHubersEquations() => Gen.Double[-5, 5].Array[3].Array[12, 30].Sample(rows =>
    {
        if (HuberRegression.Fit(Design(rows), 3, Target(rows)) is not { HasConverged: true, Scale: > 1e-6 } fit) return;
        var design = Design(rows);
        for (var j = 0; j < 3; j++)
        {
            var sum = 0.0;
            for (var i = 0; i < rows.Length; i++) sum += design[i * 3 + j] * Math.Clamp(fit.Residuals[i] / fit.Scale, -1.345, 1.345);
            sum.ShouldBe(0, 1e-5);
        }
    }, iter: 200);

    [Fact]
    public void Fit_OneWildPoint_LeavesTheLine()
    {
        double[][] rows = [.. Enumerable.Range(0, 20).Select(i => new[] { (double)i, 3 + 2 * i + 0.1 * (i % 3 - 1) + (i == 10 ? 1000 : 0) })];
        var fit = HuberRegression.Fit(Design(rows), 2, Target(rows))!;
        fit.Coefficients[1].ShouldBe(2, 0.02);
        fit.Residuals[10].ShouldBeGreaterThan(990);
    }

    [Fact]
    public void Fit_ExactLine_HasNoScaleAndNoResidual()
    {
        double[][] rows = [.. Enumerable.Range(0, 8).Select(i => new[] { (double)i, 1 + i })];
        var fit = HuberRegression.Fit(Design(rows), 2, Target(rows))!;
        fit.Coefficients[1].ShouldBe(1, 1e-12);
        fit.MedianAbsoluteResidual.ShouldBe(0, 1e-12);
    }

    [Fact]
    public void Fit_ColumnsThatDepend_IsNone()
    {
        double[][] rows = [.. Enumerable.Range(0, 9).Select(i => new[] { (double)i, 2.0 * i, i % 4 })];
        HuberRegression.Fit(Design(rows), 3, Target(rows)).ShouldBeNull();
    }

    [Fact]
    public void LeastSquares_Leverages_AddUpToTheColumns() =>
        LeastSquares.Fit(Design(StackLoss), 4, Target(StackLoss))!.Leverages.Sum().ShouldBe(4, 1e-10);

    [Fact]
    public void LeastSquares_LengthsThatDoNotFit_Throw()
    {
        Should.Throw<ArgumentException>(() => LeastSquares.Fit(new double[5], 2, new double[3]));
        Should.Throw<ArgumentException>(() => LeastSquares.Fit(new double[6], 2, new double[3], new double[2]));
        Should.Throw<ArgumentException>(() => LeastSquares.Fit(new double[2], 2, new double[1]));
    }

    // A constant in front, the last number of a row is y.
    private static double[] Design(double[][] rows) => [.. rows.SelectMany(r => r[..^1].Prepend(1))];

    private static double[] Target(double[][] rows) => [.. rows.Select(r => r[^1])];
}
