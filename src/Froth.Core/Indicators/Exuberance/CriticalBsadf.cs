using System.Globalization;

namespace Froth.Core.Indicators.Exuberance;

/// <summary>
/// Quantiles of BSADF for random walks by the number of regression rows since the first one, with windows of at least
/// <see cref="MinimumWindow"/> rows and no lag. The table is made by the bench `critical-values` from 20,000 walks with seed 1.
/// </summary>
internal static class CriticalBsadf
{
    /// <summary>
    /// Rows of the shortest window. It is fixed, so that a longer series never changes what an earlier month was told: the rule of Phillips, Shi
    /// and Yu, which grows with the series, gives it for the 1,713 months that CAPE had when the table was made.
    /// </summary>
    public const int MinimumWindow = 91;

    private static readonly Lazy<double[][]> Table = new(Read);

    /// <summary>The 90, 95 and 99 per cent quantiles at an end date with so many rows before it; null beyond the table or before its first entry.</summary>
    public static (double Q90, double Q95, double Q99)? At(int rows) =>
        rows >= MinimumWindow && rows - MinimumWindow < Table.Value.Length && Table.Value[rows - MinimumWindow] is [var q90, var q95, var q99] ? (q90, q95, q99) : null;

    private static double[][] Read()
    {
        using var stream = typeof(CriticalBsadf).Assembly.GetManifestResourceStream("Froth.Core.Indicators.bsadf-critical.csv")
            ?? throw new InvalidOperationException("The assembly lacks its table of critical values.");
        using var reader = new StreamReader(stream);
        var table = new List<double[]>();
        for (var line = reader.ReadLine(); line is not null; line = reader.ReadLine())
        {
            var fields = line.Split(',');
            // The first line names the columns.
            if (fields[0] == "rows") continue;
            table.Add([.. fields[1..].Select(f => double.Parse(f, CultureInfo.InvariantCulture))]);
        }
        return [.. table];
    }
}
