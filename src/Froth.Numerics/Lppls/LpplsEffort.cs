namespace Froth.Numerics;

/// <summary>How closely a box is searched for its lowest sum of squares.</summary>
/// <param name="Shifts">Places of the grid for tc on each side of the window's end, spaced by ratio.</param>
/// <param name="Powers">Places for m, 1 to 8.</param>
/// <param name="FrequencyStep">Distance of the places for ω, in radians per unit of ln(tc − t).</param>
/// <param name="Starts">Candidates followed down from each grid.</param>
/// <param name="Verify">
/// Whether a second grid, its places between those of the first, must lead to the same optimum; where it does not, a third of twice the
/// density decides.
/// </param>
public sealed record LpplsEffort(int Shifts, int Powers, double FrequencyStep, int Starts, bool Verify)
{
    /// <summary>What finds the lowest optimum of windows of daily prices in nearly every case, see the guide's figures.</summary>
    public static LpplsEffort Usual { get; } = new(8, 4, 0.5, 10, true);
}
