namespace Froth.Numerics;

/// <summary>
/// A log-periodic power law fitted to one window of log prices by least squares:
/// A + B·(tc − t)^m + C1·(tc − t)^m·cos(ω ln(tc − t)) + C2·(tc − t)^m·sin(ω ln(tc − t)).
/// Sources: Johansen, Ledoit and Sornette (2000), International Journal of Theoretical and Applied Finance 3, 219–255; this form, with the
/// phase turned into C1 and C2, Filimonov and Sornette (2013), Physica A 392, 3698–3707.
/// </summary>
/// <remarks>
/// A, B, C1 and C2 follow from tc, m and ω by linear least squares, so only three parameters are searched: variable projection, Golub and
/// Pereyra (1973), SIAM Journal on Numerical Analysis 10, 413–432. All numbers are NaN where the status says that nothing was fitted.
/// </remarks>
public sealed record LpplsFit
{
    /// <summary>Fewest rows that are fitted: two for each of the seven parameters.</summary>
    public const int FewestRows = 14;

    /// <summary>What came of it.</summary>
    public required LpplsStatus Status { get; init; }

    /// <summary>First time of the window, in the caller's unit (days, usually).</summary>
    public required double T1 { get; init; }

    /// <summary>Last time of the window.</summary>
    public required double T2 { get; init; }

    /// <summary>Rows in the window.</summary>
    public required int Rows { get; init; }

    /// <summary>tc, in the unit of the times. A parameter of the curve, not a forecast of a date.</summary>
    public double CriticalTime { get; init; } = double.NaN;

    /// <summary>m.</summary>
    public double Exponent { get; init; } = double.NaN;

    /// <summary>ω, in radians for each factor e of tc − t.</summary>
    public double Omega { get; init; } = double.NaN;

    /// <summary>A: the log price that the curve has at tc.</summary>
    public double A { get; init; } = double.NaN;

    /// <summary>B, for times in the caller's unit; negative where the curve accelerates upwards.</summary>
    public double B { get; init; } = double.NaN;

    /// <summary>C1, of the cosine.</summary>
    public double C1 { get; init; } = double.NaN;

    /// <summary>C2, of the sine.</summary>
    public double C2 { get; init; } = double.NaN;

    /// <summary>Sum of squared residuals of the log prices.</summary>
    public double SumOfSquares { get; init; } = double.NaN;

    /// <summary>D = m|B| / (ω·√(C1² + C2²)): at least 1 where the hazard rate never turns negative; infinite without oscillation.</summary>
    public double Damping { get; init; } = double.NaN;

    /// <summary>
    /// O = ω/(2π) · ln|(tc − t1)/(tc − t2)|, not rounded. The other form in print has t2 − t1 below the line and is near
    /// zero for every tc close to t2; it is not used.
    /// </summary>
    public double Oscillations { get; init; } = double.NaN;

    /// <summary>Mean over the rows of |price/fitted price − 1|.</summary>
    public double MeanRelativeError { get; init; } = double.NaN;

    /// <summary>Greatest over the rows of |price/fitted price − 1|.</summary>
    public double WorstRelativeError { get; init; } = double.NaN;

    /// <summary>For tc, m and ω: −1 on the box's lower bound, 1 on its upper, 0 between. On a bound the sum of squares falls outwards.</summary>
    public (int CriticalTime, int Exponent, int Omega) Active { get; init; }

    /// <summary>
    /// Whether two grids of starts, the places of one between those of the other, led to this optimum. Strong evidence that it is the lowest in
    /// the box, not a proof: see <see cref="LpplsEffort.Usual"/>.
    /// </summary>
    public bool Verified { get; init; }

    /// <summary>How often the curve was fitted linearly on the way, grid points not counted.</summary>
    public long Evaluations { get; init; }

    /// <summary>Whether there are parameters to read.</summary>
    public bool HasParameters => Status is LpplsStatus.Fitted or LpplsStatus.NotConverged;

    /// <summary>(tc − t2)/(t2 − t1): how far after the window's end tc lies, in window lengths; NaN where nothing was fitted.</summary>
    public double CriticalShift => (CriticalTime - T2) / (T2 - T1);

    /// <summary>Fits a window; the lowest sum of squares in the whole box is looked for.</summary>
    /// <param name="times">Strictly increasing, in days usually; gaps stay as they are.</param>
    /// <param name="logPrices">Natural logarithms, one a time; a NaN among them gives <see cref="LpplsStatus.Gap"/>.</param>
    /// <param name="box">Where to look.</param>
    /// <param name="effort">How closely; null for <see cref="LpplsEffort.Usual"/>.</param>
    /// <exception cref="ArgumentException">Lengths differ, times do not increase or are not finite, or box or effort make no sense.</exception>
    public static LpplsFit Of(ReadOnlySpan<double> times, ReadOnlySpan<double> logPrices, LpplsBox box, LpplsEffort? effort = null)
    {
        LpplsFitter.CheckTimes(times, logPrices.Length);
        return new LpplsFitter(box, effort ?? LpplsEffort.Usual).Fit(times, logPrices);
    }

    /// <summary>The curve's log price at a time; NaN where nothing was fitted.</summary>
    /// <param name="time">In the unit of the times; its distance to tc counts, on either side.</param>
    public double LogPriceAt(double time)
    {
        var distance = Math.Abs(CriticalTime - time);
        if (distance == 0) return A;
        var (sin, cos) = Math.SinCos(Omega * Math.Log(distance));
        return A + Math.Pow(distance, Exponent) * (B + C1 * cos + C2 * sin);
    }
}
