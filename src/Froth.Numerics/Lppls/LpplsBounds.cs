namespace Froth.Numerics;

/// <summary>Where the three nonlinear parameters may be, in the kernel's units.</summary>
internal readonly record struct LpplsBounds(double ShiftLow, double ShiftHigh, double PowerLow, double PowerHigh, double FrequencyLow, double FrequencyHigh)
{
    /// <summary>−1, 0 or 1 for each parameter: on its lower bound, between, on its upper.</summary>
    public (int Shift, int Power, int Frequency) Active(in LpplsPoint at) =>
        (Side(at.Shift, ShiftLow, ShiftHigh), Side(at.Power, PowerLow, PowerHigh), Side(at.Frequency, FrequencyLow, FrequencyHigh));

    private static int Side(double value, double low, double high) => value <= low ? -1 : value >= high ? 1 : 0;
}
