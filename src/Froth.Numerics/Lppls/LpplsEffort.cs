namespace Froth.Numerics;

/// <summary>How closely a box is searched for its lowest sum of squares.</summary>
/// <param name="Shifts">Places of the grid for tc on each side of the window's end, spaced by ratio; at least 2.</param>
/// <param name="Powers">Places for m, 2 to 8.</param>
/// <param name="FrequencyStep">Distance of the places for ω, in radians per unit of ln(tc − t).</param>
/// <param name="Starts">Candidates followed down from each grid.</param>
/// <param name="Verify">
/// Whether a second grid, its places between those of the first, must lead to the same optimum; where it does not, a third of twice the
/// density decides.
/// </param>
public sealed record LpplsEffort(int Shifts, int Powers, double FrequencyStep, int Starts, bool Verify)
{
    /// <summary>
    /// What found the lowest optimum known, from far denser grids, in 838 of 840 windows of 30 to 400 rows of the Nasdaq and of random walks.
    /// </summary>
    public static LpplsEffort Usual { get; } = new(8, 4, 0.75, 8, true);

    /// <summary>One coarse grid without a second look, for many resamples of a window whose own fit was verified.</summary>
    public static LpplsEffort Quick { get; } = new(6, 3, 0.75, 4, false);

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Shifts, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(Powers, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Powers, LpplsKernel.MostPowers);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(FrequencyStep);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Starts);
    }
}
