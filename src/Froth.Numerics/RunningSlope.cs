namespace Froth.Numerics;

/// <summary>
/// Least-squares slope of y on x, one point at a time: after each point the slope over all points so far is at hand. Centred sums
/// (Welford), so long series lose no digits.
/// </summary>
public struct RunningSlope
{
    private double _meanX;
    private double _meanY;
    private double _crossDeviation;
    private double _squareDeviation;

    /// <summary>Number of points taken in.</summary>
    public int Count { get; private set; }

    /// <summary>Slope over the points so far; NaN for fewer than two distinct x.</summary>
    public readonly double Slope => _squareDeviation > 0 ? _crossDeviation / _squareDeviation : double.NaN;

    /// <summary>Takes in a point. A point with NaN in it is left out.</summary>
    public void Add(double x, double y)
    {
        if (double.IsNaN(x) || double.IsNaN(y)) return;
        Count++;
        var stepX = x - _meanX;
        _meanX += stepX / Count;
        _squareDeviation += stepX * (x - _meanX);
        _meanY += (y - _meanY) / Count;
        _crossDeviation += stepX * (y - _meanY);
    }
}
