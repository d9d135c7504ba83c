namespace Froth.Numerics;

/// <summary>What a sweep found, lane by lane.</summary>
internal readonly ref struct SupValues
{
    private readonly ReadOnlySpan<double> _values;
    private readonly int _lanes;

    private SupValues(ReadOnlySpan<double> values, int lanes)
    {
        _values = values;
        _lanes = lanes;
    }

    /// <summary>Spreads vectors out into <paramref name="room"/>, seven numbers a lane.</summary>
    public static SupValues Of<TLanes, TVector>(in SupLanes<TVector> found, Span<double> room)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        var lanes = TLanes.Count;
        TLanes.Store(found.Numerator, ref room[0], 0);
        TLanes.Store(found.Denominator, ref room[0], lanes);
        TLanes.Store(found.LastNumerator, ref room[0], 2 * lanes);
        TLanes.Store(found.LastDenominator, ref room[0], 3 * lanes);
        TLanes.Store(found.Row, ref room[0], 4 * lanes);
        TLanes.Store(found.Level, ref room[0], 5 * lanes);
        TLanes.Store(found.Error, ref room[0], 6 * lanes);
        return new(room, lanes);
    }

    /// <summary>The largest t ratio.</summary>
    public double Sup(int lane) => Ratio(_values[lane], _values[_lanes + lane]);

    /// <summary>The t ratio of the longest window.</summary>
    public double Whole(int lane) => Ratio(_values[2 * _lanes + lane], _values[3 * _lanes + lane]);

    /// <summary>Rows back from the first lane's end to the first row of the window with the largest ratio.</summary>
    public int Row(int lane) => (int)_values[4 * _lanes + lane];

    /// <summary>Least share of the level's sum of squares that centring left; NaN where there was nothing.</summary>
    public double Level(int lane) => _values[5 * _lanes + lane];

    /// <summary>Least share of the steps' sum of squares that the regression left; NaN where there was nothing.</summary>
    public double Error(int lane) => _values[6 * _lanes + lane];

    private static double Ratio(double numerator, double denominator) => Math.Sign(numerator) * Math.Sqrt(Math.Abs(numerator) / denominator);
}
