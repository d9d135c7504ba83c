namespace Froth.Numerics;

/// <summary>How the recursive right-tailed unit-root tests of Phillips, Shi and Yu (2015) are run.</summary>
public sealed record PsySettings
{
    /// <summary>Lagged differences in the regression; 0 or more.</summary>
    public int Lag { get; init; }

    /// <summary>
    /// Fewest regression rows in a window; null for <see cref="DefaultMinimumWindow"/>. The first window has one level and <see cref="Lag"/>
    /// levels more than rows. Other programs count levels, or rows without the constant: compare conventions before figures.
    /// </summary>
    public int? MinimumWindow { get; init; }

    /// <summary>Threads to use, at least 1. Results do not depend on it.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Numbers a kernel takes at a time.</summary>
    public LaneWidth Width { get; init; } = LaneWidth.Widest;

    /// <summary>⌊r₀·T⌋ with r₀ = 0.01 + 1.8/√T, the share that Phillips, Shi and Yu (2015) recommend.</summary>
    /// <param name="observations">T, levels in the series; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public static int DefaultMinimumWindow(int observations)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(observations, 1);
        return (int)Math.Floor((0.01 + 1.8 / Math.Sqrt(observations)) * observations);
    }

    /// <summary>The fewest rows for a series of <paramref name="observations"/> levels.</summary>
    /// <exception cref="ArgumentException">Lag, window or threads are out of range, or the series is shorter than its first window.</exception>
    internal int WindowFor(int observations)
    {
        if (Lag < 0) throw new ArgumentException($"The lag is {Lag}, below 0.", nameof(Lag));
        if (Threads < 1) throw new ArgumentException($"The number of threads is {Threads}, below 1.", nameof(Threads));
        // One degree of freedom is left with lag + 3 rows; the default for a very short series is below that.
        var window = MinimumWindow ?? Math.Max(DefaultMinimumWindow(Math.Max(1, observations)), Lag + 3);
        if (window < Lag + 3) throw new ArgumentException($"The minimum window is {window} rows; with lag {Lag} a regression needs {Lag + 3}.", nameof(MinimumWindow));
        if (observations < window + Lag + 1)
            throw new ArgumentException($"The series has {observations} levels; the first window needs {window + Lag + 1} ({window} rows, lag {Lag}).", nameof(MinimumWindow));
        return window;
    }
}
