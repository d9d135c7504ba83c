using MathNet.Numerics.LinearAlgebra;

namespace Froth.Tests.Numerics.UnitRoots;

/// <summary>The tests as they are written down: one regression a window by orthogonal factors, no running sums. Slow and plain, to compare with.</summary>
internal static class WindowByWindow
{
    /// <summary>The t ratio of the level in the window of levels [start, end].</summary>
    public static double Ratio(double[] levels, int start, int end, int lag)
    {
        var rows = end - start - lag;
        var design = Matrix<double>.Build.Dense(rows, 2 + lag);
        var steps = Vector<double>.Build.Dense(rows);
        for (var i = 0; i < rows; i++)
        {
            var r = start + lag + i;
            steps[i] = levels[r + 1] - levels[r];
            design[i, 0] = 1;
            design[i, 1] = levels[r] - levels[start];
            for (var m = 1; m <= lag; m++) design[i, 1 + m] = levels[r + 1 - m] - levels[r - m];
        }
        var factors = design.QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin);
        var coefficients = factors.Solve(steps);
        var errors = steps - design * coefficients;
        var inverse = factors.R.Inverse();
        var variance = errors.DotProduct(errors) / (rows - 2 - lag);
        return coefficients[1] / Math.Sqrt(variance * inverse.Row(1).DotProduct(inverse.Row(1)));
    }

    /// <summary>BSADF at every end.</summary>
    public static double[] Sequence(double[] levels, int lag, int window) =>
        [.. Enumerable.Range(window + lag, levels.Length - window - lag).Select(end => Enumerable.Range(0, end - window - lag + 1).Max(start => Ratio(levels, start, end, lag)))];
}
