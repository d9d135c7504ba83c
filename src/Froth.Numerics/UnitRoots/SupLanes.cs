namespace Froth.Numerics;

/// <summary>What a sweep found in each lane.</summary>
internal struct SupLanes<TVector>
    where TVector : struct
{
    /// <summary>Of the largest ratio; its denominator is zero and the numerator −1 where there was none.</summary>
    public TVector Numerator, Denominator;

    /// <summary>k of the largest ratio's first row.</summary>
    public TVector Row;

    /// <summary>Of the longest window.</summary>
    public TVector LastNumerator, LastDenominator;

    /// <summary>Sums of squares of level and error left over in the shortest window; after <see cref="Share"/> as shares of those of the longest.</summary>
    public TVector Level, Error;

    public static SupLanes<TVector> Nothing<TLanes>()
        where TLanes : struct, ILanes<TVector> => new() { Numerator = TLanes.Broadcast(-1) };

    public void Take<TLanes>(TVector numerator, TVector denominator, TVector row)
        where TLanes : struct, ILanes<TVector>
    {
        var mine = TLanes.Multiply(numerator, Denominator);
        var best = TLanes.Multiply(Numerator, denominator);
        Row = TLanes.SelectGreater(mine, best, row, Row);
        Numerator = TLanes.SelectGreater(mine, best, numerator, Numerator);
        Denominator = TLanes.SelectGreater(mine, best, denominator, Denominator);
        (LastNumerator, LastDenominator) = (numerator, denominator);
    }

    /// <summary>
    /// Turns what is left over into shares. What is left over and the totals can only grow with the window: the first over the last bounds
    /// how many digits subtraction has cost in every window between.
    /// </summary>
    public void Share<TLanes>(TVector levelTotal, TVector stepTotal)
        where TLanes : struct, ILanes<TVector> => (Level, Error) = (TLanes.Divide(Level, levelTotal), TLanes.Divide(Error, stepTotal));
}
