using Froth.Numerics;

namespace Froth.Core.Realisation;

/// <summary>How many times cheaper something becomes in a year.</summary>
public static class PriceFall
{
    /// <summary>Level of the interval.</summary>
    public const double Level = 0.90;

    /// <summary>Draws of the bootstrap.</summary>
    public const int Draws = 1000;

    private const int MonthsInYear = 12;
    private static readonly PoissonBootstrap Bootstrap = new(0xF607A_9A11UL);

    /// <summary>Yearly factor between two prices; above 1 when the price fell.</summary>
    public static double AnnualFactor(double first, double last, double years)
    {
        if (!(first > 0)) throw new ArgumentOutOfRangeException(nameof(first), first, "A price must be positive.");
        if (!(last > 0)) throw new ArgumentOutOfRangeException(nameof(last), last, "A price must be positive.");
        if (!(years > 0)) throw new ArgumentOutOfRangeException(nameof(years), years, "The span must be positive.");
        return Math.Pow(first / last, 1 / years);
    }

    /// <summary>
    /// Yearly factor from the least-squares slope of the logarithm of the lowest price on months, after every month.
    /// </summary>
    /// <param name="prices">One row a model, one column a month; NaN where the model does not qualify.</param>
    /// <param name="months">Number of columns.</param>
    /// <returns>One factor a month; NaN before the second month with a price.</returns>
    public static double[] Factors(IReadOnlyList<double[]> prices, int months) => Factors(prices, months, _ => true);

    /// <summary>
    /// Interval of each of those factors when the models are drawn anew. A model is a block: all its months come or go together,
    /// because its prices are not independent. For a minimum only whether a model is drawn matters, not how often.
    /// </summary>
    public static (double Low, double High)[] Intervals(IReadOnlyList<string> models, IReadOnlyList<double[]> prices, int months)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(prices);
        var keys = models.Select(PoissonBootstrap.KeyOf).ToArray();
        var draws = Enumerable.Range(0, months).Select(_ => new double[Draws]).ToArray();
        for (var draw = 0; draw < Draws; draw++)
        {
            var number = draw;
            var factors = Factors(prices, months, i => Bootstrap.Weight(number, keys[i]) > 0);
            for (var month = 0; month < months; month++) draws[month][draw] = factors[month];
        }

        return [.. draws.Select(d => PoissonBootstrap.Interval(d, Level))];
    }

    private static double[] Factors(IReadOnlyList<double[]> prices, int months, Func<int, bool> isDrawn)
    {
        var lowest = new double[months];
        lowest.AsSpan().Fill(double.PositiveInfinity);
        for (var model = 0; model < prices.Count; model++)
        {
            if (!isDrawn(model)) continue;
            var row = prices[model];
            for (var month = 0; month < months; month++)
            {
                // False for NaN: a month in which the model does not qualify.
                if (row[month] < lowest[month]) lowest[month] = row[month];
            }
        }

        var slope = new RunningSlope();
        var factors = new double[months];
        for (var month = 0; month < months; month++)
        {
            slope.Add(month, double.IsInfinity(lowest[month]) ? double.NaN : Math.Log(lowest[month]));
            factors[month] = Math.Exp(-MonthsInYear * slope.Slope);
        }

        return factors;
    }
}
