namespace Froth.Numerics;

/// <summary>Nested windows that end on the same row, and what is done with each.</summary>
/// <param name="Longest">Rows of the longest.</param>
/// <param name="Shortest">Rows of the shortest.</param>
/// <param name="Step">Rows by which each is shorter than the one before.</param>
/// <param name="Box">Where the fits look.</param>
/// <param name="Filter">When a fit qualifies.</param>
/// <param name="Effort">How closely the fits look.</param>
public sealed record LpplsWindows(int Longest, int Shortest, int Step, LpplsBox Box, LpplsFilter Filter, LpplsEffort Effort)
{
    /// <summary>126 windows from 750 to 125 rows by fives, the part of the usual search space after t2, the usual filter.</summary>
    public static LpplsWindows Usual { get; } = new(750, 125, 5, LpplsBox.Search, LpplsFilter.Usual, LpplsEffort.Usual);

    /// <summary>How many windows there are for each end.</summary>
    public int Count => (Longest - Shortest) / Step + 1;

    /// <summary>Rows of a window, the longest being number 0.</summary>
    public int RowsOf(int window) => Longest - window * Step;

    /// <summary>Where a window starts that ends on a row; negative where the series is too short for it.</summary>
    public int StartOf(int window, int end) => end - RowsOf(window) + 1;

    internal void Check()
    {
        if (Shortest < LpplsFit.FewestRows) throw new ArgumentException($"{Shortest} rows are fewer than {LpplsFit.FewestRows}.", nameof(Shortest));
        if (Longest < Shortest) throw new ArgumentException($"{Longest} rows are fewer than the shortest window's {Shortest}.", nameof(Longest));
        if (Step < 1) throw new ArgumentException($"{Step} is not positive.", nameof(Step));
        ArgumentNullException.ThrowIfNull(Box);
        ArgumentNullException.ThrowIfNull(Filter);
        ArgumentNullException.ThrowIfNull(Effort);
        Box.Check();
        Effort.Check();
    }
}
