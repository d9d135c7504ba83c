using System.Buffers.Binary;
using System.IO.Compression;

namespace Froth.Data.Sources.Edgar;

/// <summary>
/// What a zip from outside may cost. JSON of filings shrinks about twenty-fold and the most repetitive real table about forty-fold,
/// so a ratio of 200 is met by bombs alone. Nothing beyond these bounds is ever inflated, whatever the zip declares.
/// </summary>
internal sealed record InflationLimits
{
    private const int EndRecord = 22;
    private const int LongestComment = 1 << 16;
    private const int ShortestEntry = 46;

    /// <summary>Members are held in memory whole, one at a time.</summary>
    public static InflationLimits Default { get; } = new();

    /// <summary>One file for every filer that ever was: the published index of all filings holds about a million.</summary>
    public static InflationLimits EveryFiler { get; } = new() { Members = 2_000_000 };

    /// <summary>Members are read as a stream, so their length costs time and no memory.</summary>
    public static InflationLimits Streamed { get; } = new() { MemberBytes = 8L << 30, Members = 1_000 };

    /// <summary>Most bytes of one member, inflated.</summary>
    public long MemberBytes { get; init; } = 256L << 20;

    /// <summary>Most bytes that one compressed byte may become.</summary>
    public int Ratio { get; init; } = 200;

    /// <summary>Most members.</summary>
    public int Members { get; init; } = 100_000;

    /// <summary>True for the faults by which .NET says that a zip is damaged or made to deceive.</summary>
    public static bool IsDamage(Exception fault) =>
        fault is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException;

    /// <summary>Opens a zip, after a look at how many members it claims, since its directory is read into memory whole.</summary>
    /// <exception cref="SourceFormatException">It is no zip, is truncated, or has too many members.</exception>
    public ZipArchive Open(FileStream stream, string name)
    {
        try
        {
            CheckDirectory(stream, name);
            stream.Position = 0;
            var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            // The directory is read at the first look; a damaged one must show itself here and not in the middle of the work.
            if (archive.Entries.Count > Members) throw TooManyMembers(name, archive.Entries.Count);
            return archive;
        }
        catch (Exception fault) when (IsDamage(fault))
        {
            throw new SourceFormatException($"{name} is not a whole zip file ({fault.Message}). It was probably cut off; download it again.", fault);
        }
    }

    /// <summary>Why a member may not be opened, by what the zip declares; null when it may.</summary>
    public string? Objection(ZipArchiveEntry member)
    {
        if (IsTricky(member.FullName)) return "its name leads out of the zip, which no published file does";
        if (member.FullName.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)) return "it is a zip inside a zip";
        if (member.Length > MemberBytes) return $"it declares {member.Length:N0} bytes, more than the {MemberBytes:N0} allowed";
        return IsTooDense(member.Length, member.CompressedLength) ? $"it declares that it grows more than {Ratio}-fold, as a zip bomb does" : null;
    }

    /// <summary>The bytes of a member; reading past a bound throws <see cref="InvalidDataException"/>.</summary>
    public Stream Inflate(ZipArchiveEntry member) => new BoundedStream(member.Open(), this, member.CompressedLength);

    // Small members may be all zeros and mean no harm.
    private bool IsTooDense(long inflated, long compressed) => inflated > 1 << 20 && inflated / Math.Max(1, compressed) > Ratio;

    private static bool IsTricky(string name) =>
        name.StartsWith('/') || name.Contains('\\') || name.Contains(':') || name.Contains('\0') || name.Split('/').Contains("..");

    private SourceFormatException TooManyMembers(string name, long members) =>
        new($"{name} claims {members:N0} members, more than the {Members:N0} allowed. It is not one of the published bulk files.");

    // The end record tells how many members there are and where their directory begins. Both may lie, but the directory lies before
    // the end record, so its true length bounds how many members can be found in it.
    private void CheckDirectory(FileStream stream, string name)
    {
        var tail = new byte[Math.Min(stream.Length, EndRecord + LongestComment)];
        stream.Position = stream.Length - tail.Length;
        stream.ReadExactly(tail);
        var at = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (at < 0 || at + EndRecord > tail.Length) throw new InvalidDataException("its end record is missing");
        long members = BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(at + 10));
        long begin = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 16));
        if (members == ushort.MaxValue || begin == uint.MaxValue) ReadLongRecord(stream, tail.AsSpan(0, at), ref members, ref begin);
        var directory = stream.Length - tail.Length + at - begin;
        if (members > Members || directory / ShortestEntry > Members * 4L) throw TooManyMembers(name, Math.Max(members, directory / ShortestEntry));
    }

    private static void ReadLongRecord(FileStream stream, ReadOnlySpan<byte> before, ref long members, ref long begin)
    {
        var locator = before.LastIndexOf("PK\x06\x07"u8);
        if (locator < 0 || locator + 16 > before.Length) return;
        var place = BinaryPrimitives.ReadInt64LittleEndian(before[(locator + 8)..]);
        Span<byte> record = stackalloc byte[56];
        if (place < 0 || place > stream.Length - record.Length) throw new InvalidDataException("its long end record lies outside of the file");
        stream.Position = place;
        stream.ReadExactly(record);
        members = BinaryPrimitives.ReadInt64LittleEndian(record[32..]);
        begin = BinaryPrimitives.ReadInt64LittleEndian(record[48..]);
        if (members < 0 || begin < 0) throw new InvalidDataException("its long end record is damaged");
    }

    /// <summary>Counts what really comes out of a member, whatever was declared.</summary>
    private sealed class BoundedStream(Stream inner, InflationLimits limits, long compressed) : ForwardStream
    {
        private long _read;

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            _read += read;
            if (_read > limits.MemberBytes) throw new InvalidDataException($"it inflates to more than the {limits.MemberBytes:N0} bytes allowed");
            if (limits.IsTooDense(_read, compressed)) throw new InvalidDataException($"it grows more than {limits.Ratio}-fold, as a zip bomb does");
            return read;
        }

                        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
