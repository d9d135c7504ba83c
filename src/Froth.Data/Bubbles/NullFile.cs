using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Froth.Numerics;

namespace Froth.Data.Bubbles;

/// <summary>
/// Distributions and blocks of a simulation as bytes: the key, the numbers (little-endian), and a SHA-256 of all before it. What does not add
/// up is not read.
/// </summary>
internal static class NullFile
{
    private static readonly PsyStatistic[] Statistics = [PsyStatistic.Adf, PsyStatistic.Sadf, PsyStatistic.Gsadf];

    public static byte[] Write(NullKey key, NullDistribution distribution) => Sealed(writer =>
    {
        writer.Write(key.Text);
        writer.Write(distribution.Failed);
        foreach (var statistic in Statistics) Write(writer, distribution.Statistics(statistic));
        writer.Write(distribution.SequenceLevels.Count);
        foreach (var level in distribution.SequenceLevels)
        {
            writer.Write(level);
            Write(writer, distribution.Sequence(level));
            Write(writer, distribution.SadfSequence(level));
        }
    });

    /// <summary>The distribution in these bytes; null when they are damaged or of another key.</summary>
    public static NullDistribution? ReadDistribution(NullKey key, byte[] bytes) => Read(key, bytes, reader =>
    {
        var failed = reader.ReadInt32();
        double[][] sorted = [Doubles(reader), Doubles(reader), Doubles(reader)];
        var (sequences, sadfSequences) = (new Dictionary<double, double[]>(), new Dictionary<double, double[]>());
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var level = reader.ReadDouble();
            (sequences[level], sadfSequences[level]) = (Doubles(reader), Doubles(reader));
        }

        return NullDistribution.Restore(sorted, sequences, sadfSequences, failed);
    });

    public static byte[] Write(NullKey key, NullBlock block) => Sealed(writer =>
    {
        writer.Write(key.Text);
        writer.Write(block.First);
        Write(writer, block.Adf);
        Write(writer, block.Sadf);
        Write(writer, block.Gsadf);
        writer.Write(block.Bsadf.Length);
        writer.Write(MemoryMarshal.AsBytes<float>(block.Bsadf));
        writer.Write(MemoryMarshal.AsBytes<float>(block.SadfTo));
    });

    /// <summary>The block in these bytes; null when they are damaged or of another key.</summary>
    public static NullBlock? ReadBlock(NullKey key, byte[] bytes) => Read(key, bytes, reader =>
    {
        var first = reader.ReadInt64();
        var (adf, sadf, gsadf) = (Doubles(reader), Doubles(reader), Doubles(reader));
        var bsadf = new float[reader.ReadInt32()];
        var sadfTo = new float[bsadf.Length];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(bsadf.AsSpan()));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(sadfTo.AsSpan()));
        return new NullBlock(first, adf, sadf, gsadf, bsadf) { SadfTo = sadfTo };
    });

    private static byte[] Sealed(Action<BinaryWriter> content)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        content(writer);
        writer.Flush();
        writer.Write(SHA256.HashData(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
        writer.Flush();
        return stream.ToArray();
    }

    private static T? Read<T>(NullKey key, byte[] bytes, Func<BinaryReader, T> content)
        where T : class
    {
        if (bytes.Length <= SHA256.HashSizeInBytes) return null;
        var body = bytes.Length - SHA256.HashSizeInBytes;
        if (!SHA256.HashData(bytes.AsSpan(0, body)).AsSpan().SequenceEqual(bytes.AsSpan(body))) return null;
        using var reader = new BinaryReader(new MemoryStream(bytes, 0, body), Encoding.UTF8);
        return reader.ReadString() == key.Text ? content(reader) : null;
    }

    private static void Write(BinaryWriter writer, ReadOnlySpan<double> values)
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values));
    }

    private static double[] Doubles(BinaryReader reader)
    {
        var values = new double[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
