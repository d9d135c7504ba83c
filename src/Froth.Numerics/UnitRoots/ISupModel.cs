namespace Froth.Numerics;

/// <summary>
/// The running sums of a regression while its window grows backwards from an end date, and the t ratio they give. Everything is measured
/// from the level at the end date: sums of a level that lies far from zero would lose the digits that matter.
/// </summary>
internal interface ISupModel<TLanes, TLayout, TVector, TSelf>
    where TLanes : struct, ILanes<TVector>
    where TLayout : struct, IRowLayout<TLanes, TVector>
    where TVector : struct
    where TSelf : struct
{
    /// <summary>No rows yet. <paramref name="end"/> is the first lane's end date in plane 0.</summary>
    static abstract TSelf At(ref readonly double end, int lag);

    /// <summary>Takes row <paramref name="k"/> into the window; <paramref name="end"/> is the end date in plane 0, and row k is the k-th before it.</summary>
    void Add(ref readonly double end, nint stride, nint k);

    /// <summary>As <see cref="Add"/>, but only in lanes with at least one row: where <paramref name="count"/> is above zero.</summary>
    void AddWhereAny(ref readonly double end, nint stride, nint k, TVector count);

    /// <summary>The t ratio as sign(t)·t² = numerator over denominator.</summary>
    /// <param name="count">Rows n.</param>
    /// <param name="half">n/2.</param>
    /// <param name="freedom">Degrees of freedom n − 2 − lag.</param>
    /// <param name="numerator">With the sign of t.</param>
    /// <param name="denominator">Not negative; zero where level or error do not vary.</param>
    void Evaluate(TVector count, TVector half, TVector freedom, out TVector numerator, out TVector denominator);

    /// <summary>Sums of squares of the level left over by the lags, and of the regression's error.</summary>
    void LeftOver(TVector count, TVector half, out TVector level, out TVector error);

    /// <summary>Sum of squared distances of the levels from the end level.</summary>
    TVector LevelTotal { get; }

    /// <summary>Sum of squared steps.</summary>
    TVector StepTotal { get; }
}
