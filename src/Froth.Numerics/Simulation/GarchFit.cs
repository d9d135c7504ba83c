namespace Froth.Numerics.Simulation;

/// <summary>What came of a <see cref="GarchFit"/>.</summary>
public enum GarchStatus
{
    /// <summary>The likelihood has a maximum inside the bounds, and it was found.</summary>
    Fitted,

    /// <summary>α is 0 at the maximum: the variance does not react, and β means nothing. The parameters are those of a constant variance.</summary>
    NotIdentified,

    /// <summary>The maximum lies where α + β reaches 1; the parameters are just short of it and the variance in the long run is unreliable.</summary>
    AtUnitPersistence,

    /// <summary>The search did not settle; the parameters are the best ones seen.</summary>
    NotConverged,

    /// <summary>The returns do not vary; there are no parameters.</summary>
    NoVariation,

    /// <summary>There are fewer returns than <see cref="GarchFit.FewestReturns"/>; there are no parameters.</summary>
    TooShort,

    /// <summary>A return is NaN or infinite; there are no parameters.</summary>
    NotFinite,
}

/// <summary>
/// A GARCH(1,1) with a constant mean fitted by Gaussian quasi maximum likelihood, in units of the returns' own standard deviation so that their
/// scale does not matter. The squared surprise and the variance before the first return are the sample variance. The search begins at the best of a few pairs of α
/// and β with ω from the sample variance. Sources: Bollerslev (1986), Journal of Econometrics 31, 307–327; Bollerslev and Wooldridge (1992), Econometric
/// Reviews 11, 143–172; Francq, Horváth and Zakoïan (2011), Journal of Financial Econometrics 9, 619–656, for the start.
/// </summary>
/// <param name="Status">What came of it.</param>
/// <param name="Parameters">The parameters; null when there are none.</param>
/// <param name="LogLikelihood">Sum of −½(ln 2π + ln h + e²/h) over the returns; NaN when there are no parameters.</param>
/// <param name="Gain">Log likelihood above that of a constant mean and variance, not negative; NaN when there are no parameters.</param>
public sealed record GarchFit(GarchStatus Status, Garch? Parameters, double LogLikelihood, double Gain)
{
    /// <summary>Fewer returns than these are not fitted: 50.</summary>
    public const int FewestReturns = 50;

    private const double HighestPersistence = 1 - 1e-6;
    private const double LowestLogOmega = -20;
    private const int MostRounds = 30;

    private static readonly (double Alpha, double Beta)[] Starts = [(0.02, 0.97), (0.05, 0.9), (0.1, 0.85), (0.1, 0.6), (0.3, 0.6), (0.2, 0.2), (0.3, 0.01)];

    /// <summary>Fits.</summary>
    /// <param name="returns">Returns, one after the other.</param>
    public static GarchFit Of(ReadOnlySpan<double> returns)
    {
        if (returns.Length < FewestReturns) return None(GarchStatus.TooShort);
        var (mean, deviation, largest) = Moments(returns);
        if (!double.IsFinite(mean) || !double.IsFinite(deviation)) return None(GarchStatus.NotFinite);
        if (!(deviation > 1e-12 * largest)) return None(GarchStatus.NoVariation);
        var unit = new double[returns.Length];
        for (var t = 0; t < unit.Length; t++) unit[t] = (returns[t] - mean) / deviation;
        var (point, loss, converged) = Search(unit);
        return Told(unit.Length, point, loss, converged, mean, deviation);
    }

    private static GarchFit None(GarchStatus status) => new(status, null, double.NaN, double.NaN);

    private static (double Mean, double Deviation, double Largest) Moments(ReadOnlySpan<double> returns)
    {
        double mean = 0, square = 0, largest = 0;
        foreach (var r in returns) mean += r / returns.Length;
        foreach (var r in returns) (square, largest) = (square + (r - mean) * (r - mean), Math.Max(largest, Math.Abs(r)));
        return (mean, Math.Sqrt(square / returns.Length), largest);
    }

    // The search walks over μ, ln ω, α + β and α's part of it without bounds: beyond a bound it meets the mirror image of what lies before it, so that
    // it neither gets stuck at a wall nor runs away.
    private static (Garch Unit, double Loss, bool HasConverged) Search(double[] unit)
    {
        var best = Starts.Select(s => (double[])[0, Math.Log(1 - s.Alpha - s.Beta), s.Alpha + s.Beta, s.Alpha / (s.Alpha + s.Beta)]).MinBy(p => Loss(unit, Inside(p)))!;
        var loss = Loss(unit, Inside(best));
        var converged = false;
        // A simplex may lose a direction; it is begun anew until that gains nothing.
        for (var round = 0; round < MostRounds && !converged; round++)
        {
            var (next, settled) = NelderMead.Minimise(p => Loss(unit, Inside(p)), best, round % 2 == 0 ? 0.1 : -0.03, 1e-13, 2000);
            converged = settled && loss - next < 1e-9;
            loss = next;
        }

        return (Inside(best), loss, converged);
    }

    private static Garch Inside(double[] p)
    {
        var (persistence, share) = (Mirrored(p[2], 0, HighestPersistence), Mirrored(p[3], 0, 1));
        return new Garch(p[0], Math.Exp(Mirrored(p[1], LowestLogOmega, -LowestLogOmega)), persistence * share, persistence * (1 - share));
    }

    private static double Mirrored(double x, double low, double high)
    {
        var width = high - low;
        var place = Math.Abs(Math.IEEERemainder(x - low, 2 * width));
        return low + Math.Min(place, width);
    }

    // Minus the log likelihood less its constant.
    private static double Loss(double[] unit, Garch garch)
    {
        var (square, variance) = (1.0, 1.0);
        var sum = 0.0;
        foreach (var r in unit)
        {
            variance = garch.Omega + garch.Alpha * square + garch.Beta * variance;
            square = (r - garch.Mean) * (r - garch.Mean);
            sum += Math.Log(variance) + square / variance;
        }

        return sum / 2;
    }

    private static GarchFit Told(int n, Garch unit, double loss, bool converged, double mean, double deviation)
    {
        var flat = n / 2.0;
        var constant = -n * (Math.Log(2 * Math.PI) / 2 + Math.Log(deviation));
        if (unit.Alpha < 1e-5 || loss > flat - 1e-6)
            return new GarchFit(GarchStatus.NotIdentified, new Garch(mean, deviation * deviation, 0, 0), constant - flat, 0);
        var garch = new Garch(mean + deviation * unit.Mean, deviation * deviation * unit.Omega, unit.Alpha, unit.Beta);
        var status = !converged ? GarchStatus.NotConverged : garch.Persistence > HighestPersistence - 1e-5 ? GarchStatus.AtUnitPersistence : GarchStatus.Fitted;
        return new GarchFit(status, garch, constant - loss, flat - loss);
    }
}
