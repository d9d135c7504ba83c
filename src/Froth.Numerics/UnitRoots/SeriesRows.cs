using System.Numerics.Tensors;

namespace Froth.Numerics;

/// <summary>
/// The rows of one or several series side by side as a sweep reads them. Row r regresses the step d(r) = y(r+1) − y(r) on y(r) and on
/// d(r−1), …, d(r−lag). Plane 0 holds the levels, plane 1 the steps, plane 2 + m the products d(r)·d(r−m); all oldest first, interleaved.
/// </summary>
internal sealed class SeriesRows
{
    private readonly double[] _planes;

    /// <summary>Room for one series or for <paramref name="sideBySide"/> interleaved ones.</summary>
    /// <param name="length">Levels in a series.</param>
    /// <param name="lag">Lagged steps.</param>
    /// <param name="sideBySide">Series side by side.</param>
    public SeriesRows(int length, int lag, int sideBySide)
    {
        (Length, Lag, SideBySide) = (length, lag, sideBySide);
        _planes = new double[(3 + lag) * length * sideBySide];
    }

    /// <summary>Levels in a series.</summary>
    public int Length { get; }

    /// <summary>Lagged steps.</summary>
    public int Lag { get; }

    /// <summary>Series side by side.</summary>
    public int SideBySide { get; }

    /// <summary>Numbers in a plane.</summary>
    public int Stride => Length * SideBySide;

    /// <summary>The levels, oldest first, interleaved; fill and call <see cref="Arrange"/>.</summary>
    public Span<double> Levels => Plane(0);

    /// <summary>What the rounding of the levels as given leaves in doubt; errors of this size are none.</summary>
    public double Noise { get; set; }

    /// <summary>The levels at one date; the planes that follow lie <see cref="Stride"/> apart.</summary>
    public ref double At(int date) => ref _planes[date * SideBySide];

    /// <summary>Works steps and products out from the levels. Places without a step keep zero; no window reads them.</summary>
    public void Arrange()
    {
        var levels = Levels;
        var steps = Plane(1)[..^SideBySide];
        TensorPrimitives.Subtract(levels[SideBySide..], levels[..^SideBySide], steps);
        for (var m = 0; m <= Lag; m++) TensorPrimitives.Multiply(steps[(m * SideBySide)..], steps[..^(m * SideBySide)], Plane(2 + m)[(m * SideBySide)..]);
    }

    private Span<double> Plane(int plane) => _planes.AsSpan(plane * Stride, Stride);
}
