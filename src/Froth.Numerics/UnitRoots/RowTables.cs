namespace Froth.Numerics;

/// <summary>Tables by number of rows, so that a sweep loads what it would otherwise count up: n and n/2.</summary>
internal static class RowTables
{
    /// <summary>Entries before that of zero rows: what is subtracted for degrees of freedom, and lanes whose first row is not reached yet.</summary>
    public const int Before = 64;

    private const int After = 16;

    /// <summary>Two tables of <paramref name="longest"/> rows one after the other; entry <see cref="Before"/> + n of each is for n rows.</summary>
    public static double[] Of(int longest)
    {
        var length = Length(longest);
        var tables = new double[2 * length];
        for (var i = 0; i < length; i++) (tables[i], tables[length + i]) = (i - Before, 0.5 * (i - Before));
        return tables;
    }

    /// <summary>Length of one table.</summary>
    public static int Length(int longest) => Before + longest + After;
}
