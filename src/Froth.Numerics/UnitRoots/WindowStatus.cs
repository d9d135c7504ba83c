namespace Froth.Numerics;

/// <summary>Whether a regression over a window has a t ratio, and if not why.</summary>
public enum WindowStatus
{
    /// <summary>There is a t ratio.</summary>
    Computed,

    /// <summary>Fewer rows than coefficients and one degree of freedom need.</summary>
    TooShort,

    /// <summary>The level does not vary, or the lags explain all of it.</summary>
    ConstantLevel,

    /// <summary>The lagged steps are constant or explain each other.</summary>
    CollinearLags,

    /// <summary>The steps do not vary, or the regression leaves no error: a straight or an exactly exponential stretch.</summary>
    ExactFit,
}
