namespace Froth.Numerics;

/// <summary>What came of fitting a window.</summary>
public enum LpplsStatus
{
    /// <summary>An optimum was found.</summary>
    Fitted,

    /// <summary>The descent had not come to rest after the evaluations allowed; the numbers are those of its last place.</summary>
    NotConverged,

    /// <summary>Fewer rows than <see cref="LpplsFit.FewestRows"/>, or the window starts before the series.</summary>
    TooShort,

    /// <summary>A log price is NaN or infinite: a gap in the data is not filled in.</summary>
    Gap,

    /// <summary>A log price is beyond ±745: no price that a double can hold has such a logarithm.</summary>
    NotALogPrice,

    /// <summary>All log prices are the same.</summary>
    Constant,

    /// <summary>The curve's columns depend on each other wherever it was tried.</summary>
    Dependent,
}
