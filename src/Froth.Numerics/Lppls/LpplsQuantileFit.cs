namespace Froth.Numerics;

/// <summary>
/// The log-periodic power law as a curve that a given share of the log prices lies below, by the pinball loss Σ ρ(y − curve) with
/// ρ(r) = r·(q − [r &lt; 0]): half the absolute error at q = 0.5, which a few wild days cannot bend.
/// </summary>
/// <remarks>
/// Sources: the loss on this law, Zhang, Zhang and Sornette (2016), PLoS ONE 11(11), e0165819; the loss brought down by a row of weighted least
/// squares whose smoothing shrinks, Hunter and Lange (2000), Journal of Computational and Graphical Statistics 9, 60–77. Each of the lowest
/// optima of least squares is a start: the lowest loss among their ends is not proved to be the lowest of all.
/// </remarks>
/// <param name="Quantile">q, between 0 and 1.</param>
/// <param name="Loss">The sum of the pinball loss in log prices; NaN where nothing was fitted.</param>
/// <param name="Fit">The curve. Its sum of squares and relative errors are of its own residuals; verified means that two starts ended in it.</param>
/// <param name="ShareBelow">Share of the log prices below the curve; near q where the fit is good. NaN where nothing was fitted.</param>
public sealed record LpplsQuantileFit(double Quantile, double Loss, LpplsFit Fit, double ShareBelow)
{
    private const int Starts = 6;
    private const double SameLoss = 1e-4;

    /// <summary>Fits a window.</summary>
    /// <param name="times">Strictly increasing.</param>
    /// <param name="logPrices">Natural logarithms, one a time.</param>
    /// <param name="quantile">q, above 0 and below 1.</param>
    /// <param name="box">Where to look.</param>
    /// <param name="effort">How closely; null for <see cref="LpplsEffort.Usual"/>.</param>
    /// <exception cref="ArgumentException">Lengths differ, times do not increase, q is not between 0 and 1, or box or effort make no sense.</exception>
    public static LpplsQuantileFit Of(
        ReadOnlySpan<double> times, ReadOnlySpan<double> logPrices, double quantile, LpplsBox box, LpplsEffort? effort = null)
    {
        if (!(quantile > 0 && quantile < 1)) throw new ArgumentException($"{quantile} is not between 0 and 1.", nameof(quantile));
        LpplsFitter.CheckTimes(times, logPrices.Length);
        var squares = new LpplsFitter(box, effort ?? LpplsEffort.Usual);
        var first = squares.Fit(times, logPrices);
        if (!first.HasParameters) return new LpplsQuantileFit(quantile, double.NaN, first, double.NaN);
        var descent = new LpplsQuantileDescent(times, logPrices, quantile, box.Bounds);
        var found = Distinct(squares.Ends).Take(Starts).Select(descent.Run).OrderBy(e => e.Loss).ToList();
        var best = found[0];
        var residuals = best.Residuals;
        var fit = LpplsCurve.InTimes(best.Point, times[0], times[^1], best.Mean) with
        {
            Rows = times.Length,
            SumOfSquares = residuals.Sum(r => r * r),
            MeanRelativeError = residuals.Average(r => Math.Abs(Math.Exp(r) - 1)),
            WorstRelativeError = residuals.Max(r => Math.Abs(Math.Exp(r) - 1)),
            Active = box.Bounds.Active(best.Point),
            Verified = found.Count(e => e.Loss <= best.Loss * (1 + SameLoss)) > 1,
            Evaluations = first.Evaluations + descent.Evaluations,
        };
        return new LpplsQuantileFit(quantile, best.Loss, fit, residuals.Count(r => r < 0) / (double)times.Length);
    }

    // The ends of the descents, the lowest first, each optimum once.
    private static IEnumerable<LpplsPoint> Distinct(IReadOnlyList<LpplsPoint> ends)
    {
        var kept = new List<LpplsPoint>();
        foreach (var end in ends.Where(e => double.IsFinite(e.Sse)).OrderBy(e => e.Sse))
        {
            if (kept.Any(k => Math.Abs(k.Sse - end.Sse) <= 1e-6 * end.Sse)) continue;
            kept.Add(end);
            yield return end;
        }
    }
}
