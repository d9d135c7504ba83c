namespace Froth.Numerics;

/// <summary>
/// One place in the three nonlinear parameters and what the kernel found there. Time runs in units of the window's length: the curve is
/// a0 + a1 (x^m − 1)/m + a2 x^m cos(ω ln x) + a3 x^m sin(ω ln x) with x = |shift + (t2 − t)/dt|, of log prices less their mean.
/// The second column spans the same as x^m and stays well apart from the first as m goes to zero.
/// </summary>
internal struct LpplsPoint
{
    /// <summary>(tc − t2)/dt.</summary>
    public double Shift;

    /// <summary>The exponent m.</summary>
    public double Power;

    /// <summary>The angular log-frequency ω.</summary>
    public double Frequency;

    /// <summary>Weighted sum of squared residuals, infinite where the columns depend on each other.</summary>
    public double Sse;

    public double A0, A1, A2, A3;

    /// <summary>Approximate second derivatives of Sse/2 (Kaufman's), in the order shift, power, frequency.</summary>
    public double H00, H01, H02, H11, H12, H22;

    /// <summary>The exact second derivatives of Sse/2 with the coefficients following; not positive definite far from an optimum.</summary>
    public double E00, E01, E02, E11, E12, E22;

    /// <summary>Minus the exact first derivatives of Sse/2.</summary>
    public double G0, G1, G2;
}
