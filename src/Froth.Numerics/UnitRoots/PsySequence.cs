namespace Froth.Numerics;

/// <summary>What the recursive tests found, one entry an end date: entry i is for the window ending at level <see cref="FirstEnd"/> + i.</summary>
public sealed class PsySequence
{
    internal PsySequence(int observations, int minimumWindow, int lag)
    {
        (Observations, MinimumWindow, Lag, FirstEnd) = (observations, minimumWindow, lag, minimumWindow + lag);
        var length = observations - FirstEnd;
        (Badf, Bsadf, ArgmaxStart, Status, SetAside) = (new double[length], new double[length], new int[length], new WindowStatus[length], new int[length]);
    }

    /// <summary>T, levels in the series.</summary>
    public int Observations { get; }

    /// <summary>Fewest rows in a window.</summary>
    public int MinimumWindow { get; }

    /// <summary>Lagged differences.</summary>
    public int Lag { get; }

    /// <summary>Zero-based index of the first end level: minimum window + lag.</summary>
    public int FirstEnd { get; }

    /// <summary>The t ratio of the window from the first level; NaN where that window has none.</summary>
    public double[] Badf { get; }

    /// <summary>The largest t ratio over all starts; NaN where no window has one, with <see cref="Status"/> saying why.</summary>
    public double[] Bsadf { get; }

    /// <summary>Zero-based start level of the window with the largest ratio; −1 where there is none.</summary>
    public int[] ArgmaxStart { get; }

    /// <summary><see cref="WindowStatus.Computed"/>, or why no window has a ratio: the reason of the shortest.</summary>
    public WindowStatus[] Status { get; }

    /// <summary>Windows ending here that have no ratio (constant, straight or collinear) and were left out of the supremum.</summary>
    public int[] SetAside { get; }

    /// <summary>The ADF statistic of the whole series.</summary>
    public double Adf => Badf[^1];

    /// <summary>The largest BADF; NaN where there is none.</summary>
    public double Sadf => Largest(Badf);

    /// <summary>The largest BSADF; NaN where there is none.</summary>
    public double Gsadf => Largest(Bsadf);

    private static double Largest(ReadOnlySpan<double> values)
    {
        var best = double.NaN;
        foreach (var value in values) if (!(value <= best)) best = double.IsNaN(value) ? best : value;
        return best;
    }
}
