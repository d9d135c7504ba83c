namespace Froth.Core.Signals;

/// <summary>
/// Rank of each value among itself and everything before it: the only kind of percentile that could have been read on the day.
/// </summary>
public static class ExpandingPercentile
{
    /// <summary>
    /// For each value the share of values up to and including it that are smaller, ties counted half; from 0 to 1.
    /// NaN values get NaN and do not enter the ranks of others.
    /// </summary>
    /// <param name="values">Values in order of time.</param>
    public static double[] Of(ReadOnlySpan<double> values)
    {
        var sorted = new List<double>(values.Length);
        var ranks = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i]))
            {
                ranks[i] = double.NaN;
                continue;
            }

            var first = LowerBound(sorted, values[i]);
            sorted.Insert(first, values[i]);
            var past = first + 1;
            while (past < sorted.Count && sorted[past] == values[i]) past++;
            ranks[i] = (first + (past - first) / 2.0) / sorted.Count;
        }

        return ranks;
    }

    private static int LowerBound(List<double> sorted, double value)
    {
        var (low, high) = (0, sorted.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < value) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
