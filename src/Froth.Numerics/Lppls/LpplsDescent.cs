namespace Froth.Numerics;

/// <summary>
/// Levenberg (1944) and Marquardt (1963) inside a box: a parameter on a bound that the descent would push it through is held for the
/// step, and a step is cut off at the bounds. Damping after Nielsen (1999). Kaufman's second derivatives lead towards an optimum; near
/// one, where the exact ones are positive definite, those take over and halve the number of steps several times.
/// </summary>
internal static class LpplsDescent
{
    private const double FirstDamping = 1e-3;
    private const double LeastDamping = 1e-12;
    private const double MostDamping = 1e14;

    // Below this share of the total nothing is left but rounding.
    private const double ExactShare = 1e-26;

    /// <summary>Goes down from a start until a step changes the sum of squares by less than the tolerance's share.</summary>
    /// <returns>The lowest point, and whether it came to rest within the evaluations allowed.</returns>
    public static (LpplsPoint Point, bool Converged) Run(LpplsKernel kernel, in LpplsBounds bounds, LpplsPoint at, double tolerance, int most)
    {
        kernel.Value(ref at);
        if (double.IsPositiveInfinity(at.Sse)) return (at, false);
        kernel.Derivatives(ref at);
        var (damping, growth) = (FirstDamping, 2.0);
        for (var evaluations = 1; evaluations < most; evaluations++)
        {
            if (at.Sse <= ExactShare * kernel.Total) return (at, true);
            var next = Step(bounds, at, damping, out var predicted);
            if (next.Shift == at.Shift && next.Power == at.Power && next.Frequency == at.Frequency) return (at, true);
            // A step that the bounds have bent may promise nothing; a shorter one leans towards the gradient and does.
            if (predicted > 0) kernel.Value(ref next);
            var won = predicted > 0 ? at.Sse - next.Sse : -1;
            if (won > 0)
            {
                var done = won <= tolerance * at.Sse && predicted <= tolerance * at.Sse;
                var quality = 2 * won / predicted - 1;
                at = next;
                if (done) return (at, true);
                kernel.Derivatives(ref at);
                damping = Math.Max(damping * Math.Max(1.0 / 10, 1 - quality * quality * quality), LeastDamping);
                growth = 2;
            }
            else
            {
                if ((predicted > 0 && predicted <= tolerance * at.Sse) || damping > MostDamping) return (at, true);
                damping *= growth;
                growth *= 2;
            }
        }

        return (at, false);
    }

    private static LpplsPoint Step(in LpplsBounds bounds, in LpplsPoint at, double damping, out double predicted)
    {
        var (side0, side1, side2) = bounds.Active(at);
        var free = (!(side0 * at.G0 > 0), !(side1 * at.G1 > 0), !(side2 * at.G2 > 0));
        var exact = new Hessian(at.E00, at.E01, at.E02, at.E11, at.E12, at.E22);
        var usual = new Hessian(at.H00, at.H01, at.H02, at.H11, at.H12, at.H22);
        var (d0, d1, d2) = (0.0, 0.0, 0.0);
        var used = exact;
        if (!Solve(exact, at, damping, free, ref d0, ref d1, ref d2))
        {
            used = usual;
            Solve(usual, at, damping, free, ref d0, ref d1, ref d2);
        }

        var next = at;
        next.Shift = Math.Clamp(at.Shift + d0, bounds.ShiftLow, bounds.ShiftHigh);
        next.Power = Math.Clamp(at.Power + d1, bounds.PowerLow, bounds.PowerHigh);
        next.Frequency = Math.Clamp(at.Frequency + d2, bounds.FrequencyLow, bounds.FrequencyHigh);
        (d0, d1, d2) = (next.Shift - at.Shift, next.Power - at.Power, next.Frequency - at.Frequency);
        predicted = 2 * (d0 * at.G0 + d1 * at.G1 + d2 * at.G2) - d0 * d0 * used.H00 - d1 * d1 * used.H11 - d2 * d2 * used.H22
            - 2 * (d0 * d1 * used.H01 + d0 * d2 * used.H02 + d1 * d2 * used.H12);
        return next;
    }

    // Solves (S H S + damping I) z = S g with S = diag(H)^−½ for the free parameters; the held ones stay. False where H without the
    // damping is not positive definite.
    private static bool Solve(
        in Hessian h, in LpplsPoint at, double damping, (bool, bool, bool) free, ref double d0, ref double d1, ref double d2)
    {
        if ((free.Item1 && !(h.H00 > 0)) || (free.Item2 && !(h.H11 > 0)) || (free.Item3 && !(h.H22 > 0))) return false;
        var (s0, s1, s2) = (Scale(h.H00, free.Item1), Scale(h.H11, free.Item2), Scale(h.H22, free.Item3));
        var (h01, h02, h12) = (h.H01 * s0 * s1, h.H02 * s0 * s2, h.H12 * s1 * s2);
        var determinant = 1 - h01 * h01 - h02 * h02 - h12 * h12 + 2 * h01 * h02 * h12;
        if (!(h01 * h01 < 1) || !(determinant > 0)) return false;
        var diagonal = 1 + damping;
        var l00 = Math.Sqrt(diagonal);
        var l10 = h01 / l00;
        var l20 = h02 / l00;
        var l11 = Math.Sqrt(Math.Max(diagonal - l10 * l10, damping));
        var l21 = (h12 - l20 * l10) / l11;
        var l22 = Math.Sqrt(Math.Max(diagonal - l20 * l20 - l21 * l21, damping));
        var z0 = at.G0 * s0 / l00;
        var z1 = (at.G1 * s1 - l10 * z0) / l11;
        var z2 = (at.G2 * s2 - l20 * z0 - l21 * z1) / (l22 * l22);
        z1 = (z1 - l21 * z2) / l11;
        z0 = (z0 - l10 * z1 - l20 * z2) / l00;
        (d0, d1, d2) = (z0 * s0, z1 * s1, z2 * s2);
        return true;
    }

    private static double Scale(double diagonal, bool free) => free ? 1 / Math.Sqrt(diagonal) : 0;

    private readonly record struct Hessian(double H00, double H01, double H02, double H11, double H12, double H22);
}
