using System.Globalization;
using Froth.Core;

namespace Froth.Data.Bubbles;

/// <summary>Refuses prices that are slips of the pen: limits no series of prices has come near (conventions of this program).</summary>
internal static class PriceOutliers
{
    // A price this many times its median, or this many times its neighbour.
    private const double LargestOfMedian = 1e9;
    private const double LargestStep = 1e6;

    public static void Refuse(string file, string column, List<double> values, List<int> lines)
    {
        var sizes = values.Select(Math.Abs).Order().ToArray();
        var median = sizes[sizes.Length / 2];
        if (median == 0) return;
        for (var i = 0; i < values.Count; i++)
        {
            if (Math.Abs(values[i]) > LargestOfMedian * median) throw Outlier(i);
            if (i == 0 || !(values[i] > 0) || !(values[i - 1] > 0)) continue;
            var step = values[i] / values[i - 1];
            // Of two neighbours the outlier is the one further from the median.
            if (step > LargestStep || step < 1 / LargestStep) throw Outlier(Distance(i) >= Distance(i - 1) ? i : i - 1);
        }

        double Distance(int i) => Math.Abs(Math.Log(Math.Abs(values[i]) / median));

        BadPricesException Outlier(int i) => PricePlace.Refuse(file, lines[i], column, Problem(values[i]));
    }

    public static Bilingual Problem(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return new($"{text} is out of all proportion to the other prices. Correct or remove it.", $"{text}与其他价格相差悬殊。请更正或删除。");
    }
}
