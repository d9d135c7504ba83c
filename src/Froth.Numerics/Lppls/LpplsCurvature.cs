namespace Froth.Numerics;

/// <summary>
/// Gradient and second derivatives of half the sum of squares once the linear coefficients are slaved to the three parameters, from sums
/// over the rows. In the text d are the curve's derivatives, r the residuals, and v = 1/x, l = ln x.
/// </summary>
internal static class LpplsCurvature
{
    /// <summary>Fills in gradient and both second derivatives; H00 to H22 hold the sums of d·d before.</summary>
    /// <param name="p">Parameters and coefficients; takes the result.</param>
    /// <param name="factor">Of the columns at the point.</param>
    /// <param name="along">Sums of each d with the constant and the three columns: twelve.</param>
    /// <param name="bent">Sums of r times v, l, v², vl, l² with x^m, with the second and with the third column: fifteen.</param>
    public static void Complete(ref LpplsPoint p, in LpplsFactor factor, ReadOnlySpan<double> along, ReadOnlySpan<double> bent)
    {
        var (m, w, a1, a2, a3) = (p.Power, p.Frequency, p.A1, p.A2, p.A3);
        var f = bent[..5];
        var b = bent.Slice(5, 5);
        var c = bent.Slice(10, 5);

        // r against the derivatives of the second and third column by the shift.
        var (byShift2, byShift3) = (m * b[0] - w * c[0], m * c[0] + w * b[0]);
        p.G0 = a1 * f[0] + a2 * byShift2 + a3 * byShift3;
        p.G1 = a1 * f[1] / m + a2 * b[1] + a3 * c[1];
        p.G2 = a3 * b[1] - a2 * c[1];

        // r against the curve's second derivatives.
        var (mixed2, mixed3) = (b[0] + m * b[3] - w * c[3], c[0] + m * c[3] + w * b[3]);
        var (turn, stretch) = (w - 2 * m * w, m * m - m - w * w);
        var s00 = a1 * (m - 1) * f[2] + a2 * (stretch * b[2] + turn * c[2]) + a3 * (stretch * c[2] - turn * b[2]);
        var s01 = a1 * f[3] + a2 * mixed2 + a3 * mixed3;
        var s02 = a3 * mixed2 - a2 * mixed3;
        var s11 = a1 * (f[4] - 2 * f[1] / m) / m + a2 * b[4] + a3 * c[4];
        var s12 = a3 * b[4] - a2 * c[4];
        var s22 = -a2 * b[4] - a3 * c[4];
        (p.E00, p.E01, p.E02) = (p.H00 - s00, p.H01 - s01, p.H02 - s02);
        (p.E11, p.E12, p.E22) = (p.H11 - s11, p.H12 - s12, p.H22 - s22);

        // What the coefficients make good by following: with the columns held for Kaufman's, moved for the exact.
        var shift = factor.Forward(along[1], along[2], along[3], along[0]);
        var power = factor.Forward(along[5], along[6], along[7], along[4]);
        var frequency = factor.Forward(along[9], along[10], along[11], along[8]);
        var shiftMoved = factor.Forward(along[1] - f[0], along[2] - byShift2, along[3] - byShift3, along[0]);
        var powerMoved = factor.Forward(along[5] - f[1] / m, along[6] - b[1], along[7] - c[1], along[4]);
        var frequencyMoved = factor.Forward(along[9], along[10] + c[1], along[11] - b[1], along[8]);
        p.H00 -= LpplsFactor.Dot(shift, shift);
        p.H01 -= LpplsFactor.Dot(shift, power);
        p.H02 -= LpplsFactor.Dot(shift, frequency);
        p.H11 -= LpplsFactor.Dot(power, power);
        p.H12 -= LpplsFactor.Dot(power, frequency);
        p.H22 -= LpplsFactor.Dot(frequency, frequency);
        p.E00 -= LpplsFactor.Dot(shiftMoved, shiftMoved);
        p.E01 -= LpplsFactor.Dot(shiftMoved, powerMoved);
        p.E02 -= LpplsFactor.Dot(shiftMoved, frequencyMoved);
        p.E11 -= LpplsFactor.Dot(powerMoved, powerMoved);
        p.E12 -= LpplsFactor.Dot(powerMoved, frequencyMoved);
        p.E22 -= LpplsFactor.Dot(frequencyMoved, frequencyMoved);
    }
}
