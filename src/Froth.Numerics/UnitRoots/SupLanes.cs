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

    /// <summary>Sums of squares of level and error left over in the shortest window.</summary>
    public TVector Level, Error;

    /// <summary>One where the sums have kept their digits, else zero: there the end is to be worked out again by plane rotations.</summary>
    public TVector Sound;

    // Sums that keep less than this share after centring have lost six digits.
    private const double LeastShare = 1e-6;

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

    /// <summary>The largest t ratio.</summary>
    public readonly TVector Sup<TLanes>()
        where TLanes : struct, ILanes<TVector> => Ratio<TLanes>(Numerator, Denominator);

    /// <summary>The t ratio of the longest window.</summary>
    public readonly TVector Whole<TLanes>()
        where TLanes : struct, ILanes<TVector> => Ratio<TLanes>(LastNumerator, LastDenominator);

    /// <summary>
    /// One where centring left enough of the sums of squares of levels and errors, else zero; zero also where there was nothing to leave.
    /// What is left over and the totals can only grow with the window, so the first window's rest over the last one's total bounds how many
    /// digits subtraction has cost in every window between.
    /// </summary>
    public void Judge<TLanes>(TVector levelTotal, TVector stepTotal)
        where TLanes : struct, ILanes<TVector>
    {
        TVector one = TLanes.Broadcast(1), zero = TLanes.Broadcast(0), least = TLanes.Broadcast(LeastShare);
        var level = TLanes.SelectGreater(Level, TLanes.Multiply(least, levelTotal), one, zero);
        Sound = TLanes.SelectGreater(Error, TLanes.Multiply(least, stepTotal), level, zero);
    }

    private static TVector Ratio<TLanes>(TVector numerator, TVector denominator)
        where TLanes : struct, ILanes<TVector> => TLanes.WithSign(TLanes.SquareRoot(TLanes.Divide(TLanes.Magnitude(numerator), denominator)), numerator);
}
