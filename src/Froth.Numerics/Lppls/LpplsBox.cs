namespace Froth.Numerics;

/// <summary>
/// Where the three nonlinear parameters of a log-periodic power law are looked for. tc is given in window lengths after the window's
/// last time t2: tc = t2 + x·(t2 − t1).
/// </summary>
/// <remarks>
/// The law is about times before tc. A box that ends above t2 keeps to that. Where <paramref name="TcLow"/> is negative, tc may fall inside
/// the window: no observation is left out then, every one counts with its distance |tc − t|, before tc and after it alike.
/// </remarks>
/// <param name="TcLow">Least x; −1 to 1.</param>
/// <param name="TcHigh">Greatest x; not below the least, at most 10.</param>
/// <param name="MLow">Least exponent m; not negative. Zero stands for 10⁻⁶: at zero itself A and B have no limit.</param>
/// <param name="MHigh">Greatest exponent; at most 10.</param>
/// <param name="OmegaLow">Least angular log-frequency ω; positive.</param>
/// <param name="OmegaHigh">Greatest; at most 1000.</param>
public sealed record LpplsBox(double TcLow, double TcHigh, double MLow, double MHigh, double OmegaLow, double OmegaHigh)
{
    internal const double SmallestPower = 1e-6;

    /// <summary>m 0–2, ω 1–50, tc from a thousandth to a fifth of the window after t2: the usual search space, its part before t2 left out.</summary>
    public static LpplsBox Search { get; } = new(0.001, 0.2, 0, 2, 1, 50);

    /// <summary>
    /// As <see cref="Search"/> with tc on both sides of t2, up to a fifth of the window: the usual search space as it stands. The sum of squares
    /// has a kink wherever tc meets an observation, so the lowest optimum is missed more often here: in 5 of 60 windows, against 2 of 840.
    /// </summary>
    public static LpplsBox SearchBothSides { get; } = new(-0.2, 0.2, 0, 2, 1, 50);

    /// <summary>m 0.1–0.9, ω 4–25, tc up to a fifth of the window after t2.</summary>
    public static LpplsBox Narrow { get; } = new(0.001, 0.2, 0.1, 0.9, 4, 25);

    /// <summary>m 0.01–1.2, ω 2–25, tc up to half the window after t2.</summary>
    public static LpplsBox Wide { get; } = new(0.001, 0.5, 0.01, 1.2, 2, 25);

    internal LpplsBounds Bounds => new(TcLow, TcHigh, Math.Max(MLow, SmallestPower), Math.Max(MHigh, SmallestPower), OmegaLow, OmegaHigh);

    internal void Check()
    {
        Range(TcLow, -1, 1, nameof(TcLow));
        Range(TcHigh, TcLow, 10, nameof(TcHigh));
        Range(MLow, 0, 10, nameof(MLow));
        Range(MHigh, MLow, 10, nameof(MHigh));
        Range(OmegaLow, double.Epsilon, 1000, nameof(OmegaLow));
        Range(OmegaHigh, OmegaLow, 1000, nameof(OmegaHigh));
        if (TcLow == 0 && TcHigh == 0) throw new ArgumentException("tc on the last time alone leaves that row's angle open.", nameof(TcHigh));
    }

    private static void Range(double value, double low, double high, string name)
    {
        if (!(value >= low && value <= high)) throw new ArgumentException($"{value} is not between {low} and {high}.", name);
    }
}
