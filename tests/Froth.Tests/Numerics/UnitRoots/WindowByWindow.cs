using System.Numerics;

namespace Froth.Tests.Numerics.UnitRoots;

/// <summary>The tests as they are written down, one regression a window, in whole numbers without any rounding until the last root.</summary>
internal static class WindowByWindow
{
    /// <summary>The t ratio of the level in the window of levels [start, end].</summary>
    public static double Ratio(double[] levels, int start, int end, int lag)
    {
        // A double is a whole number of some power of two, and a t ratio does not change with the unit.
        BigInteger[] y = [.. levels.Select(v => new BigInteger(Math.ScaleB(v, 200)) >> 20)];
        int rows = end - start - lag, size = lag + 2;
        var columns = new BigInteger[size][];
        for (var m = 1; m <= lag; m++) columns[m - 1] = [.. Enumerable.Range(start + lag, rows).Select(r => y[r + 1 - m] - y[r - m])];
        columns[lag] = [.. Enumerable.Range(start + lag, rows).Select(r => y[r] - y[start])];
        columns[lag + 1] = [.. Enumerable.Range(start + lag, rows).Select(r => y[r + 1] - y[r])];
        BigInteger[] sums = [.. columns.Select(c => c.Aggregate(BigInteger.Add))];
        var moments = new BigInteger[size, size];
        for (var i = 0; i < size; i++)
            for (var j = 0; j < size; j++)
                moments[i, j] = rows * columns[i].Zip(columns[j], BigInteger.Multiply).Aggregate(BigInteger.Add) - sums[i] * sums[j];
        // Elimination without fractions (Bareiss): the rest is multiplied by one number, which cancels in the ratio.
        BigInteger before = 1;
        for (var p = 0; p < lag; p++)
        {
            for (var i = p + 1; i < size; i++)
                for (var j = p + 1; j < size; j++) moments[i, j] = (moments[i, j] * moments[p, p] - moments[i, p] * moments[p, j]) / before;
            before = moments[p, p];
        }
        BigInteger a = moments[lag, lag], b = moments[lag + 1, lag], c = moments[lag + 1, lag + 1];
        var (above, below) = (b * b * (rows - 2 - lag), a * c - b * b);
        // Sixty digits of the quotient are enough for a double.
        return b.Sign * Math.Sqrt((double)((above << 200) / below)) * Math.ScaleB(1, -100);
    }

    /// <summary>BSADF at every end.</summary>
    public static double[] Sequence(double[] levels, int lag, int window) =>
        [.. Enumerable.Range(window + lag, levels.Length - window - lag).Select(end => Enumerable.Range(0, end - window - lag + 1).Max(start => Ratio(levels, start, end, lag)))];
}
