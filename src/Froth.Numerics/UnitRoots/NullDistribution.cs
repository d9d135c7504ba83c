namespace Froth.Numerics;

/// <summary>Which of the tests.</summary>
public enum PsyStatistic
{
    /// <summary>The whole series.</summary>
    Adf,

    /// <summary>The largest over end dates of windows from the first level.</summary>
    Sadf,

    /// <summary>The largest over all windows.</summary>
    Gsadf,
}

/// <summary>The statistics of many paths without a bubble, to read critical values and p-values from.</summary>
public sealed class NullDistribution
{
    private readonly double[][] _sorted;
    private readonly Dictionary<double, double[]> _sequences;
    private readonly Dictionary<double, double[]> _sadfSequences;

    private NullDistribution(double[][] sorted, Dictionary<double, double[]> sequences, Dictionary<double, double[]> sadfSequences, int failed) =>
        (_sorted, _sequences, _sadfSequences, Failed) = (sorted, sequences, sadfSequences, failed);

    /// <summary>Replications with statistics.</summary>
    public int Replications => _sorted[0].Length;

    /// <summary>Replications without statistics (a bootstrap path without variation); left out of every quantile.</summary>
    public int Failed { get; }

    /// <summary>The levels for which there are critical sequences.</summary>
    public IReadOnlyCollection<double> SequenceLevels => _sequences.Keys;

    /// <summary>Whether there are <see cref="SadfSequence"/>s; a panel has none.</summary>
    public bool HasSadfSequences => _sadfSequences.Count > 0;

    /// <summary>Puts blocks together, in any order.</summary>
    /// <param name="blocks">Blocks of one simulation that do not overlap.</param>
    /// <param name="levels">Levels of the critical sequences, between 0 and 1.</param>
    /// <exception cref="ArgumentException">No blocks or none with statistics, overlapping blocks, blocks of different simulations, or a level out of range.</exception>
    public static NullDistribution Of(IReadOnlyList<NullBlock> blocks, params ReadOnlySpan<double> levels)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        if (blocks.Count == 0) throw new ArgumentException("There are no blocks.", nameof(blocks));
        var ordered = blocks.OrderBy(b => b.First).ToArray();
        var ends = ordered[0].Bsadf.Length / ordered[0].Count;
        for (var i = 0; i < ordered.Length; i++)
        {
            if (ordered[i].Bsadf.Length != ends * ordered[i].Count) throw new ArgumentException($"Block {i} is of another simulation.", nameof(blocks));
            if (i > 0 && ordered[i].First < ordered[i - 1].First + ordered[i - 1].Count) throw new ArgumentException($"Block {i} overlaps the one before.", nameof(blocks));
        }
        double[][] sorted = [Sorted(ordered, b => b.Adf), Sorted(ordered, b => b.Sadf), Sorted(ordered, b => b.Gsadf)];
        if (sorted.Any(s => s.Length == 0)) throw new ArgumentException("No replication has statistics.", nameof(blocks));
        var sequences = new Dictionary<double, double[]>();
        var sadfSequences = new Dictionary<double, double[]>();
        foreach (var level in levels)
        {
            sequences[Checked(level)] = new double[ends];
            if (ordered.All(b => b.SadfTo.Length == b.Bsadf.Length)) sadfSequences[level] = new double[ends];
        }
        FillSequences(ordered, ends, sequences, b => b.Bsadf);
        FillSequences(ordered, ends, sadfSequences, b => b.SadfTo);
        return new(sorted, sequences, sadfSequences, ordered.Sum(b => b.Count) - sorted[2].Length);
    }

    /// <summary>A distribution from what another one told, for instance read from a file.</summary>
    /// <param name="sorted">ADF, SADF and GSADF statistics, each in rising order: <see cref="Statistics"/>.</param>
    /// <param name="sequences">Critical sequences by level: <see cref="Sequence"/>.</param>
    /// <param name="sadfSequences">Those of SADF: <see cref="SadfSequence"/>; empty for none.</param>
    /// <param name="failed">Replications without statistics.</param>
    /// <exception cref="ArgumentException">Not three statistics, none of them, statistics that are NaN or do not rise, or a level out of range.</exception>
    public static NullDistribution Restore(IReadOnlyList<double[]> sorted, IReadOnlyDictionary<double, double[]> sequences, IReadOnlyDictionary<double, double[]> sadfSequences, int failed)
    {
        ArgumentNullException.ThrowIfNull(sorted);
        ArgumentNullException.ThrowIfNull(sequences);
        ArgumentNullException.ThrowIfNull(sadfSequences);
        ArgumentOutOfRangeException.ThrowIfNegative(failed);
        if (sorted.Count != 3) throw new ArgumentException($"There are {sorted.Count} lists of statistics, not 3.", nameof(sorted));
        foreach (var values in sorted)
        {
            if (values.Length == 0 || double.IsNaN(values[0])) throw new ArgumentException("A list of statistics is empty or begins with NaN.", nameof(sorted));
            for (var i = 1; i < values.Length; i++) if (!(values[i] >= values[i - 1])) throw new ArgumentException($"Statistic {i} does not rise.", nameof(sorted));
        }
        return new([.. sorted], sequences.ToDictionary(s => Checked(s.Key), s => s.Value), sadfSequences.ToDictionary(s => Checked(s.Key), s => s.Value), failed);
    }

    /// <summary>The statistics of all replications that have them, in rising order.</summary>
    public ReadOnlySpan<double> Statistics(PsyStatistic statistic) => _sorted[(int)statistic];

    /// <summary>The quantile of a statistic by linear interpolation between order statistics (R's type 7).</summary>
    /// <param name="statistic">Which.</param>
    /// <param name="level">Between 0 and 1: 0.95 for the critical value at 5 %.</param>
    /// <exception cref="ArgumentException">The level is out of range.</exception>
    public double Quantile(PsyStatistic statistic, double level) => Quantile(_sorted[(int)statistic], Checked(level));

    /// <summary>
    /// Standard error of a quantile from the number of replications alone: half the distance between the order statistics one binomial
    /// standard deviation to either side.
    /// </summary>
    /// <exception cref="ArgumentException">The level is out of range.</exception>
    public double StandardError(PsyStatistic statistic, double level)
    {
        var sorted = _sorted[(int)statistic];
        var width = Math.Sqrt(Checked(level) * (1 - level) / sorted.Length);
        return (Quantile(sorted, Math.Min(1, level + width)) - Quantile(sorted, Math.Max(0, level - width))) / 2;
    }

    /// <summary>Share of paths at least as extreme, the series itself counted with them: (1 + number ≥ value) / (1 + replications). NaN for NaN.</summary>
    public double PValue(PsyStatistic statistic, double value)
    {
        if (double.IsNaN(value)) return double.NaN;
        var sorted = _sorted[(int)statistic];
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < value) low = middle + 1;
            else high = middle;
        }
        return (1.0 + sorted.Length - low) / (1.0 + sorted.Length);
    }

    /// <summary>The quantile of BSADF at each end date.</summary>
    /// <param name="level">One of <see cref="SequenceLevels"/>.</param>
    /// <exception cref="ArgumentException">Another level.</exception>
    public ReadOnlySpan<double> Sequence(double level) => At(_sequences, level);

    /// <summary>The quantile of the SADF of the sample up to each end date.</summary>
    /// <param name="level">One of <see cref="SequenceLevels"/>.</param>
    /// <exception cref="ArgumentException">Another level, or a simulation without such sequences.</exception>
    public ReadOnlySpan<double> SadfSequence(double level) => At(_sadfSequences, level);

    private static double[] At(Dictionary<double, double[]> sequences, double level) =>
        sequences.TryGetValue(level, out var found) ? found : throw new ArgumentException($"There is no sequence at {level}, only at {string.Join(", ", sequences.Keys)}.", nameof(level));

    private static double Checked(double level) => level is > 0 and < 1 ? level : throw new ArgumentException($"The level is {level}, not between 0 and 1.", nameof(level));

    private static double[] Sorted(NullBlock[] blocks, Func<NullBlock, double[]> of)
    {
        var values = blocks.SelectMany(of).Where(v => !double.IsNaN(v)).ToArray();
        Array.Sort(values);
        return values;
    }

    private static void FillSequences(NullBlock[] blocks, int ends, Dictionary<double, double[]> sequences, Func<NullBlock, float[]> of)
    {
        if (sequences.Count == 0) return;
        var column = new float[blocks.Sum(b => b.Count)];
        var values = new double[column.Length];
        for (var end = 0; end < ends; end++)
        {
            var count = 0;
            foreach (var block in blocks)
                foreach (var value in of(block).AsSpan(end * block.Count, block.Count))
                    if (float.IsFinite(value)) column[count++] = value;
            column.AsSpan(0, count).Sort();
            for (var i = 0; i < count; i++) values[i] = column[i];
            foreach (var (level, sequence) in sequences) sequence[end] = count == 0 ? double.NaN : Quantile(values.AsSpan(0, count), level);
        }
    }

    private static double Quantile(ReadOnlySpan<double> sorted, double level)
    {
        var place = level * (sorted.Length - 1);
        var below = (int)Math.Floor(place);
        return below + 1 < sorted.Length ? sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]) : sorted[below];
    }
}
