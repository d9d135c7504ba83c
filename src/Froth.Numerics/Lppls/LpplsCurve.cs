namespace Froth.Numerics;

/// <summary>From the kernel's units, window lengths and a mean of zero, to the caller's.</summary>
internal static class LpplsCurve
{
    public static LpplsFit InTimes(in LpplsPoint point, double t1, double t2, double mean)
    {
        var (m, omega, length) = (point.Power, point.Frequency, t2 - t1);
        var criticalTime = t2 + point.Shift * length;
        var scale = Math.Pow(length, -m);
        var b = point.A1 / m;
        // cos(ω ln(x/length)) is cos(ω ln x) turned back by ω ln(length).
        var (sin, cos) = Math.SinCos(omega * Math.Log(length));
        var (c1, c2) = (scale * (point.A2 * cos - point.A3 * sin), scale * (point.A2 * sin + point.A3 * cos));
        return new LpplsFit
        {
            Status = LpplsStatus.Fitted,
            T1 = t1,
            T2 = t2,
            Rows = 0,
            CriticalTime = criticalTime,
            Exponent = m,
            Omega = omega,
            A = mean + point.A0 - b,
            B = b * scale,
            C1 = c1,
            C2 = c2,
            SumOfSquares = point.Sse,
            Damping = Math.Abs(point.A1) / (omega * double.Hypot(point.A2, point.A3)),
            Oscillations = omega / Math.Tau * Math.Log(Math.Abs((point.Shift + 1) / point.Shift)),
        };
    }
}
