namespace Froth.Core.Bubbles;

/// <summary>The confidence that the whole procedure shows on random walks, one of each sign a walk.</summary>
/// <param name="Rising">Rising shares, 0 to 1.</param>
/// <param name="Falling">Falling shares, as many.</param>
public sealed record LpplsChance(double[] Rising, double[] Falling)
{
    /// <summary>Walks.</summary>
    public int Paths => Rising.Length;

    /// <summary>These walks and the following ones.</summary>
    public LpplsChance And(LpplsChance next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return new([.. Rising, .. next.Rising], [.. Falling, .. next.Falling]);
    }

    /// <summary>The first walks of these.</summary>
    public LpplsChance First(int paths) => new(Rising[..paths], Falling[..paths]);

    /// <summary>Walks whose rising share is at or above a value, over all walks.</summary>
    public double RisingRate(double share) => (double)Rising.Count(s => s >= share) / Paths;

    /// <summary>Walks whose falling share is at or above a value, over all walks.</summary>
    public double FallingRate(double share) => (double)Falling.Count(s => s >= share) / Paths;
}
