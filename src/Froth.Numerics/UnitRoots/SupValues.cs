namespace Froth.Numerics;

/// <summary>What a sweep found, lane by lane.</summary>
internal readonly ref struct SupValues
{
    /// <summary>Numbers that a lane takes in the room for <see cref="Of"/>.</summary>
    public const int Length = 4;

    private readonly ReadOnlySpan<double> _values;
    private readonly int _lanes;

    private SupValues(ReadOnlySpan<double> values, int lanes)
    {
        _values = values;
        _lanes = lanes;
    }

    /// <summary>Spreads vectors out into <paramref name="room"/>, <see cref="Length"/> numbers a lane.</summary>
    public static SupValues Of<TLanes, TVector>(in SupLanes<TVector> found, Span<double> room)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        var lanes = TLanes.Count;
        TLanes.Store(found.Sup<TLanes>(), ref room[0], 0);
        TLanes.Store(found.Whole<TLanes>(), ref room[0], lanes);
        TLanes.Store(found.Row, ref room[0], 2 * lanes);
        TLanes.Store(found.Sound, ref room[0], 3 * lanes);
        return new(room, lanes);
    }

    /// <summary>The largest t ratio.</summary>
    public double Sup(int lane) => _values[lane];

    /// <summary>The t ratio of the longest window.</summary>
    public double Whole(int lane) => _values[_lanes + lane];

    /// <summary>Rows back from the first lane's end to the first row of the window with the largest ratio.</summary>
    public int Row(int lane) => (int)_values[2 * _lanes + lane];

    /// <summary>Whether the sums have kept their digits.</summary>
    public bool IsSound(int lane) => _values[3 * _lanes + lane] > 0;
}
