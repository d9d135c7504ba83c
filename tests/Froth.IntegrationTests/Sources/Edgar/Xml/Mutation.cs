using CsCheck;
using Froth.Data.Sources;

namespace Froth.IntegrationTests.Sources.Edgar.Xml;

/// <summary>Damages sound bytes at random: cut, flipped, spliced, repeated.</summary>
internal static class Mutation
{
    /// <summary>Feeds damaged bytes; anything but success and <see cref="SourceFormatException"/> fails the test, with the bytes.</summary>
    public static void Sample(byte[] sound, Action<byte[]> parse, long iterations = 3_000)
    {
        var place = Gen.Int[0, sound.Length - 1];
        var one = Gen.Select(Gen.Int[0, 5], place, place, Gen.Byte, Gen.Int[1, 40]);
        one.Array[1, 6].Sample(
            steps =>
            {
                var bytes = sound;
                foreach (var (kind, from, to, value, length) in steps) bytes = Damage(bytes, kind, from % Math.Max(1, bytes.Length), to % Math.Max(1, bytes.Length), value, length);
                try
                {
                    parse(bytes);
                }
                catch (SourceFormatException)
                {
                    // This is how a parser says that the bytes are not what they should be.
                }
            },
            iter: iterations);
    }

    private static byte[] Damage(byte[] bytes, int kind, int from, int to, byte value, int length)
    {
        if (bytes.Length == 0) return bytes;
        length = Math.Min(length, bytes.Length - from);
        var damaged = (byte[])bytes.Clone();
        switch (kind)
        {
            case 0:
                return bytes[..from];
            case 1:
                damaged[from] ^= (byte)(1 << value % 8);
                return damaged;
            case 2:
                damaged[from] = value;
                return damaged;
            case 3:
                return [.. bytes[..from], .. bytes[(from + length)..]];
            case 4:
                return [.. bytes[..to], .. bytes[from..(from + length)], .. bytes[to..]];
            default:
                // Digits and signs, which keep the XML sound and reach the readers of values.
                damaged[from] = "0123456789-+.:;=/ePYTx \n"u8[value % 24];
                return damaged;
        }
    }
}
