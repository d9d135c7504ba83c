using System.Runtime.InteropServices;
using Froth.Numerics;

namespace Froth.Data.Bubbles;

/// <summary>Distributions and blocks of a simulation as numbers in a file, little-endian.</summary>
internal static class NullFile
{
    private static readonly PsyStatistic[] Statistics = [PsyStatistic.Adf, PsyStatistic.Sadf, PsyStatistic.Gsadf];

    public static void Write(BinaryWriter writer, NullDistribution distribution)
    {
        writer.Write(distribution.Failed);
        foreach (var statistic in Statistics) Write(writer, distribution.Statistics(statistic));
        writer.Write(distribution.SequenceLevels.Count);
        foreach (var level in distribution.SequenceLevels)
        {
            writer.Write(level);
            Write(writer, distribution.Sequence(level));
            Write(writer, distribution.HasSadfSequences ? distribution.SadfSequence(level) : []);
        }
    }

    public static NullDistribution Distribution(BinaryReader reader)
    {
        var failed = reader.ReadInt32();
        double[][] sorted = [Doubles(reader), Doubles(reader), Doubles(reader)];
        var (sequences, sadfSequences) = (new Dictionary<double, double[]>(), new Dictionary<double, double[]>());
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var level = reader.ReadDouble();
            sequences[level] = Doubles(reader);
            if (Doubles(reader) is { Length: > 0 } found) sadfSequences[level] = found;
        }

        return NullDistribution.Restore(sorted, sequences, sadfSequences, failed);
    }

    public static void Write(BinaryWriter writer, NullBlock block)
    {
        writer.Write(block.First);
        Write(writer, block.Adf);
        Write(writer, block.Sadf);
        Write(writer, block.Gsadf);
        writer.Write(block.Bsadf.Length);
        writer.Write(block.SadfTo.Length);
        writer.Write(MemoryMarshal.AsBytes<float>(block.Bsadf));
        writer.Write(MemoryMarshal.AsBytes<float>(block.SadfTo));
    }

    public static NullBlock Block(BinaryReader reader)
    {
        var first = reader.ReadInt64();
        var (adf, sadf, gsadf) = (Doubles(reader), Doubles(reader), Doubles(reader));
        var bsadf = new float[reader.ReadInt32()];
        var sadfTo = new float[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(bsadf.AsSpan()));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(sadfTo.AsSpan()));
        return new NullBlock(first, adf, sadf, gsadf, bsadf) { SadfTo = sadfTo };
    }

    public static void Write(BinaryWriter writer, ReadOnlySpan<double> values)
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values));
    }

    public static double[] Doubles(BinaryReader reader)
    {
        var values = new double[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
