namespace Froth.Numerics;

/// <summary>
/// Hodrick–Prescott trend: the series τ that minimises Σ(y − τ)² + λ·Σ(second difference of τ)². The normal equations (I + λD'D)τ = y have
/// five bands and are solved by a banded LDL' factorisation in time proportional to the length. NaN in the data makes the trend NaN: no
/// gap is bridged. Source: Hodrick and Prescott (1997), Journal of Money, Credit and Banking 29.
/// </summary>
public static class HodrickPrescott
{
    // Stands for "many rows follow": the coefficients of a row that no longer feels the lower end.
    private const int Endless = int.MaxValue;

    /// <summary>The two-sided trend, which at every point uses the whole series.</summary>
    /// <param name="values">The series, equally spaced.</param>
    /// <param name="lambda">Smoothness, not negative: 0 gives the data, a very large one the straight line of least squares.</param>
    /// <param name="trend">Takes the trend; as long as <paramref name="values"/>. May be the same memory.</param>
    /// <exception cref="ArgumentException">The lengths differ, or λ is negative or not a number.</exception>
    public static void Trend(ReadOnlySpan<double> values, double lambda, Span<double> trend)
    {
        Check(values, lambda, trend);
        var count = values.Length;
        if (count == 0) return;
        var rows = new Row[count];
        Row before = default, beforeThat = default;
        for (var i = 0; i < count; i++)
        {
            rows[i] = Next(i, count, lambda, values[i], before, beforeThat);
            (beforeThat, before) = (before, rows[i]);
        }

        for (var i = count - 1; i >= 0; i--)
        {
            var value = rows[i].Forward / rows[i].Pivot;
            if (i + 1 < count) value -= rows[i + 1].First * trend[i + 1];
            if (i + 2 < count) value -= rows[i + 2].Second * trend[i + 2];
            trend[i] = value;
        }
    }

    /// <summary>
    /// The one-sided trend: at each point the end of the two-sided trend of the data up to it, so that later data change nothing. All points
    /// together take time proportional to the length, because the end of a trend needs only the downward half of the factorisation and
    /// of that only the last two rows depend on where the data end.
    /// </summary>
    /// <param name="values">The series, equally spaced.</param>
    /// <param name="lambda">Smoothness, not negative.</param>
    /// <param name="minimum">Fewest points up to and including a point for which a trend is given; earlier ones are NaN. At least 1.</param>
    /// <param name="trend">Takes the trend; as long as <paramref name="values"/> and not the same memory.</param>
    /// <exception cref="ArgumentException">The lengths differ, λ is negative or not a number, or the minimum is below 1.</exception>
    public static void OneSided(ReadOnlySpan<double> values, double lambda, int minimum, Span<double> trend)
    {
        Check(values, lambda, trend);
        if (minimum < 1) throw new ArgumentException($"The minimum is {minimum}, below 1.", nameof(minimum));
        // Rows end − 3 and end − 4: the last two that are the same whether the data end at `end` or later.
        Row settled = default, settledBefore = default;
        for (var end = 1; end <= values.Length; end++)
        {
            if (end >= 3) (settledBefore, settled) = (settled, Next(end - 3, Endless, lambda, values[end - 3], settled, settledBefore));
            var last = end == 1
                ? Next(0, 1, lambda, values[0], default, default)
                : Last(values, end, lambda, settled, settledBefore);
            trend[end - 1] = end < minimum ? double.NaN : last.Forward / last.Pivot;
        }
    }

    private static Row Last(ReadOnlySpan<double> values, int end, double lambda, in Row settled, in Row settledBefore)
    {
        var next = Next(end - 2, end, lambda, values[end - 2], settled, settledBefore);
        return Next(end - 1, end, lambda, values[end - 1], next, settled);
    }

    // Row i of the factorisation and of the downward solve, from the two rows above it.
    private static Row Next(int i, int count, double lambda, double value, in Row before, in Row beforeThat)
    {
        var second = i >= 2 ? lambda * Holds(i - 2, count) / beforeThat.Pivot : 0;
        var first = i >= 1 ? (-2 * lambda * (Holds(i - 1, count) + Holds(i - 2, count)) - second * beforeThat.Pivot * before.First) / before.Pivot : 0;
        var diagonal = 1 + lambda * (Holds(i, count) + 4 * Holds(i - 1, count) + Holds(i - 2, count));
        return new Row(
            diagonal - first * first * before.Pivot - second * second * beforeThat.Pivot, first, second,
            value - first * before.Forward - second * beforeThat.Forward);
    }

    // 1 when the second difference that begins at k lies inside the data.
    private static int Holds(int k, int count) => k >= 0 && k <= count - 3 ? 1 : 0;

    private static void Check(ReadOnlySpan<double> values, double lambda, Span<double> trend)
    {
        if (trend.Length != values.Length) throw new ArgumentException($"The trend has {trend.Length} places for {values.Length} values.", nameof(trend));
        if (!(lambda >= 0) || double.IsInfinity(lambda)) throw new ArgumentException($"λ is {lambda}.", nameof(lambda));
    }

    private readonly record struct Row(double Pivot, double First, double Second, double Forward);
}
