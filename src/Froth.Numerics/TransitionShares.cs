namespace Froth.Numerics;

/// <summary>Square matrices of shares that pass from one state (row) to another (column) in one step.</summary>
public static class TransitionShares
{
    /// <summary>Each count over the sum of its row; a row without counts is NaN.</summary>
    /// <exception cref="ArgumentException">A count is negative or NaN.</exception>
    public static double[,] Of(double[,] counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var shares = new double[counts.GetLength(0), counts.GetLength(1)];
        for (var i = 0; i < counts.GetLength(0); i++)
        {
            var sum = 0.0;
            for (var j = 0; j < counts.GetLength(1); j++)
                sum += counts[i, j] >= 0 ? counts[i, j] : throw new ArgumentException($"The count {counts[i, j]} in row {i} is not a count.", nameof(counts));
            for (var j = 0; j < counts.GetLength(1); j++) shares[i, j] = sum > 0 ? counts[i, j] / sum : double.NaN;
        }

        return shares;
    }

    /// <summary>Shares after a number of steps: the matrix to that power.</summary>
    /// <param name="shares">Square matrix.</param>
    /// <param name="steps">At least 1.</param>
    /// <exception cref="ArgumentException">The matrix is not square, or there are fewer steps than one.</exception>
    public static double[,] After(double[,] shares, int steps)
    {
        var n = SizeOf(shares);
        if (steps < 1) throw new ArgumentException($"{steps} steps are fewer than one.", nameof(steps));
        var power = (double[,])shares.Clone();
        for (var step = 1; step < steps; step++)
        {
            var next = new double[n, n];
            for (var i = 0; i < n; i++)
                for (var j = 0; j < n; j++)
                    for (var k = 0; k < n; k++) next[i, j] += power[i, k] * shares[k, j];
            power = next;
        }

        return power;
    }

    /// <summary>
    /// Mobility after Shorrocks: (n − trace) / (n − 1). 0 when nothing moves; 1 when the next state does not depend on the present one. NaN for
    /// fewer than two states.
    /// </summary>
    /// <exception cref="ArgumentException">The matrix is not square.</exception>
    public static double Mobility(double[,] shares)
    {
        var n = SizeOf(shares);
        var trace = 0.0;
        for (var i = 0; i < n; i++) trace += shares[i, i];
        return n < 2 ? double.NaN : (n - trace) / (n - 1);
    }

    private static int SizeOf(double[,] shares)
    {
        ArgumentNullException.ThrowIfNull(shares);
        var (rows, columns) = (shares.GetLength(0), shares.GetLength(1));
        return rows == columns ? rows : throw new ArgumentException($"A matrix of {rows} by {columns} is not square.", nameof(shares));
    }
}
