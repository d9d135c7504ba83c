using Froth.Numerics;

namespace Froth.Core.Signals;

/// <summary>
/// How far a quarterly series stands above its own trend, with nothing but its past: the one-sided Hodrick–Prescott gap in the manner of the
/// Bank for International Settlements, and Hamilton's cycle beside it. Both are relative to the series' own past, so a boom that lasts long
/// enough counts as normal. Source: Froth methods 3.4.
/// </summary>
/// <param name="Trend">One-sided trend; NaN where there is none.</param>
/// <param name="Gap">The series less its trend; NaN where there is none.</param>
/// <param name="Cycle">Residual of Hamilton's regression on the data up to the quarter; NaN where there is none.</param>
public readonly record struct TrendGap(double Trend, double Gap, double Cycle)
{
    /// <summary>Fewest quarters up to and including one for which a gap is given: a shorter past has no trend to speak of.</summary>
    public const int FewestQuarters = 40;

    /// <summary>Smoothness for quarterly credit-like series.</summary>
    public const double Lambda = 400_000;

    private const int Horizon = 8;
    private const int Lags = 4;

    /// <summary>True when there is a gap.</summary>
    public bool HasValue => !double.IsNaN(Gap);

    /// <summary>A gap for each quarter, without a number for the first <see cref="FewestQuarters"/> − 1.</summary>
    /// <param name="quarters">Successive quarters without a hole.</param>
    public static TrendGap[] Of(ReadOnlySpan<double> quarters)
    {
        var trend = new double[quarters.Length];
        HodrickPrescott.OneSided(quarters, Lambda, FewestQuarters, trend);
        var gaps = new TrendGap[quarters.Length];
        for (var i = 0; i < quarters.Length; i++)
        {
            var cycle = i + 1 < FewestQuarters ? double.NaN : HamiltonFilter.Last(quarters[..(i + 1)], Horizon, Lags);
            gaps[i] = new TrendGap(trend[i], quarters[i] - trend[i], cycle);
        }

        return gaps;
    }

    /// <summary>The gap of the last quarter alone; without a number below <see cref="FewestQuarters"/>.</summary>
    /// <param name="quarters">Successive quarters without a hole.</param>
    public static TrendGap Last(ReadOnlySpan<double> quarters)
    {
        if (quarters.Length < FewestQuarters) return new TrendGap(double.NaN, double.NaN, double.NaN);
        var trend = new double[quarters.Length];
        HodrickPrescott.Trend(quarters, Lambda, trend);
        return new TrendGap(trend[^1], quarters[^1] - trend[^1], HamiltonFilter.Last(quarters, Horizon, Lags));
    }
}
