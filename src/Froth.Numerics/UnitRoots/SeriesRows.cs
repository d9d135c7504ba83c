namespace Froth.Numerics;

/// <summary>
/// The rows of one or several series side by side, newest first, as a sweep from an end date backwards reads them. Row r regresses
/// d(r) = y(r+1) − y(r) on y(r) and on d(r−1), …, d(r−lag). Plane 0 holds y(r), plane 1 d(r−1), plane 2 + m the product d(r)·d(r−m).
/// </summary>
internal sealed class SeriesRows
{
    /// <summary>The planes of one series or of <paramref name="sideBySide"/> interleaved ones.</summary>
    /// <param name="length">Levels in a series.</param>
    /// <param name="lag">Lagged differences.</param>
    /// <param name="sideBySide">Series side by side.</param>
    public SeriesRows(int length, int lag, int sideBySide)
    {
        (Length, Lag, SideBySide) = (length, lag, sideBySide);
        Levels = new double[length * sideBySide];
        Planes = new double[(3 + lag) * length * sideBySide];
    }

    /// <summary>Levels in a series.</summary>
    public int Length { get; }

    /// <summary>Lagged differences.</summary>
    public int Lag { get; }

    /// <summary>Series side by side.</summary>
    public int SideBySide { get; }

    /// <summary>The levels, oldest first, interleaved; fill and call <see cref="Arrange"/>.</summary>
    public double[] Levels { get; }

    /// <summary>What the rounding of the levels as given leaves in doubt; errors of this size are none.</summary>
    public double Noise { get; set; }

    /// <summary>The planes, newest row first, interleaved.</summary>
    public double[] Planes { get; }

    /// <summary>Numbers in a plane.</summary>
    public int Stride => Length * SideBySide;

    /// <summary>Works the planes out from the levels.</summary>
    public void Arrange()
    {
        for (var r = 0; r < Length; r++)
        {
            var row = (Length - 1 - r) * SideBySide;
            for (var i = 0; i < SideBySide; i++)
            {
                Planes[row + i] = Levels[r * SideBySide + i];
                Planes[Stride + row + i] = Step(r - 1, i);
                var step = Step(r, i);
                for (var m = 0; m <= Lag; m++) Planes[(2 + m) * Stride + row + i] = step * Step(r - m, i);
            }
        }
    }

    // Before the first step and after the last there is none; no window reads those rows.
    private double Step(int r, int i) => r < 0 || r >= Length - 1 ? 0 : Levels[(r + 1) * SideBySide + i] - Levels[r * SideBySide + i];
}
