namespace Froth.Numerics;

/// <summary>Evenly laid out places in a box: shifts by ratio on either side of t2, exponents and frequencies by difference.</summary>
internal readonly struct LpplsGrid
{
    /// <param name="bounds">The box.</param>
    /// <param name="shifts">Places for tc.</param>
    /// <param name="powers">Places for m.</param>
    /// <param name="step">Wanted distance of the frequencies; the box is divided evenly with at most this.</param>
    /// <param name="phase">0: places from edge to edge; 0.5: in the middle of equal cells; between: somewhere else in the cells.</param>
    /// <param name="nearest">Shifts smaller than this are not told apart.</param>
    public LpplsGrid(in LpplsBounds bounds, int shifts, int powers, double step, double phase, double nearest)
    {
        Shifts = ShiftsOf(bounds.ShiftLow, bounds.ShiftHigh, shifts, phase, nearest);
        Powers = Spread(bounds.PowerLow, bounds.PowerHigh, powers, phase);
        var width = bounds.FrequencyHigh - bounds.FrequencyLow;
        var cells = Math.Max((int)Math.Ceiling(width / step), 1);
        FrequencyStep = width / cells;
        Frequencies = phase == 0 ? cells + 1 : cells;
        FirstFrequency = bounds.FrequencyLow + phase * FrequencyStep;
    }

    public double[] Shifts { get; }

    public double[] Powers { get; }

    public double FirstFrequency { get; }

    public double FrequencyStep { get; }

    public int Frequencies { get; }

    public int Count => Shifts.Length * Powers.Length * Frequencies;

    public LpplsPoint At(int place)
    {
        var (k, p, s) = (place % Frequencies, place / Frequencies % Powers.Length, place / Frequencies / Powers.Length);
        return new LpplsPoint { Shift = Shifts[s], Power = Powers[p], Frequency = FirstFrequency + k * FrequencyStep };
    }

    /// <summary>Whether none of the places next to it, along each of the three directions, is lower.</summary>
    public bool IsLowest(ReadOnlySpan<double> sse, int place)
    {
        var plane = Frequencies * Powers.Length;
        var (k, p, s) = (place % Frequencies, place / Frequencies % Powers.Length, place / plane);
        var here = sse[place];
        return !double.IsPositiveInfinity(here)
            && (k == 0 || sse[place - 1] >= here) && (k + 1 == Frequencies || sse[place + 1] > here)
            && (p == 0 || sse[place - Frequencies] >= here) && (p + 1 == Powers.Length || sse[place + Frequencies] > here)
            && (s == 0 || sse[place - plane] >= here) && (s + 1 == Shifts.Length || sse[place + plane] > here);
    }

    // Many lowest optima have tc on an edge of the box, so both edges are always places.
    private static double[] ShiftsOf(double low, double high, int count, double phase, double nearest)
    {
        if (low >= 0) return Ratios(low, high, count, phase, nearest);
        if (high <= 0) return [.. Ratios(-high, -low, count, phase, nearest).Select(x => -x)];
        return [.. Ratios(0, -low, count, phase, nearest).Reverse().Select(x => -x), .. Ratios(0, high, count, phase, nearest).Skip(1)];
    }

    private static double[] Ratios(double low, double high, int count, double phase, double nearest)
    {
        double[] inner = [.. Spread(Math.Log(low + nearest), Math.Log(high + nearest), count, phase).Select(x => Math.Exp(x) - nearest)];
        return phase == 0 ? [low, .. inner[1..^1], high] : [low, .. inner, high];
    }

    private static double[] Spread(double low, double high, int count, double phase)
    {
        var cells = Math.Max(count - 1, 1);
        return [.. Enumerable.Range(0, phase == 0 ? count : cells).Select(i => low + (i + phase) * (high - low) / cells)];
    }
}
