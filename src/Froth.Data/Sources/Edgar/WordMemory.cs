using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Froth.Data.Sources.Edgar;

/// <summary>
/// Remembers which word a text of a table became, so that the text is judged and the sink asked once. Made for rows that come by the
/// million: sixteen bytes are hashed at a time, and a hit touches one slot and the text itself.
/// </summary>
/// <param name="make">Number of the word of a new text; negative for one that is no word.</param>
internal sealed class WordMemory(WordMemory.Making make)
{
    private const int MostTexts = 5_000_000;

    private Slot[] _slots = new Slot[1_024];
    private byte[] _texts = new byte[1 << 16];
    private int _used;
    private int _count;

    /// <summary>Number of the word of a text.</summary>
    public delegate int Making(ReadOnlySpan<byte> text);

    /// <summary>Number of the word of a text.</summary>
    /// <exception cref="SourceFormatException">There are more texts than any real table holds.</exception>
    public int Of(ReadOnlySpan<byte> text)
    {
        var hash = Hash(text);
        var slots = _slots;
        for (var i = (int)hash & (slots.Length - 1); ; i = (i + 1) & (slots.Length - 1))
        {
            ref readonly var slot = ref slots[i];
            if (slot.Hash == hash && text.SequenceEqual(_texts.AsSpan(slot.Start, slot.Length))) return slot.Word;
            if (slot.Hash == 0) return Add(text, hash, i);
        }
    }

    // One multiplication to 128 bits for sixteen bytes; the last sixteen may overlap those before. Never 0, which marks a free slot.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Hash(ReadOnlySpan<byte> text)
    {
        ref var bytes = ref MemoryMarshal.GetReference(text);
        var length = text.Length;
        var hash = (ulong)length * 0x9E3779B97F4A7C15;
        if (length < 16) return Fold(Tail(text), length < 8 ? 0 : Unsafe.ReadUnaligned<ulong>(ref bytes), hash) | 1ul << 63;
        for (var at = 0; at < length - 16; at += 16) hash = Fold(Word(ref bytes, at), Word(ref bytes, at + 8), hash);
        return Fold(Word(ref bytes, length - 16), Word(ref bytes, length - 8), hash) | 1ul << 63;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Word(ref byte bytes, int at) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref bytes, at));

    // The last eight bytes, or all of them where there are fewer.
    private static ulong Tail(ReadOnlySpan<byte> text)
    {
        if (text.Length >= 8) return BinaryPrimitives.ReadUInt64LittleEndian(text[^8..]);
        if (text.Length >= 4) return BinaryPrimitives.ReadUInt32LittleEndian(text) | (ulong)BinaryPrimitives.ReadUInt32LittleEndian(text[^4..]) << 32;
        return text.Length == 0 ? 0 : text[0] | (ulong)text[text.Length >> 1] << 8 | (ulong)text[^1] << 16;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Fold(ulong first, ulong second, ulong hash)
    {
        var high = Math.BigMul(first ^ 0x2D358DCCAA6C78A5 ^ hash, second ^ 0x8BB84B93962EACC9, out var low);
        return high ^ low;
    }

    private int Add(ReadOnlySpan<byte> text, ulong hash, int free)
    {
        if (_count == MostTexts || _used > Array.MaxLength / 2 - text.Length) throw new SourceFormatException("num.txt holds more different texts than any quarter does. Download the zip again.");
        if (_used + text.Length > _texts.Length) Array.Resize(ref _texts, Math.Max(_texts.Length * 2, _used + text.Length));
        text.CopyTo(_texts.AsSpan(_used));
        var word = make(text);
        _slots[free] = new Slot(hash, word, _used, text.Length);
        _used += text.Length;
        if (++_count * 2 > _slots.Length) Grow();
        return word;
    }

    private void Grow()
    {
        var old = _slots;
        _slots = new Slot[old.Length * 4];
        foreach (var slot in old)
        {
            if (slot.Hash == 0) continue;
            var i = (int)slot.Hash & (_slots.Length - 1);
            while (_slots[i].Hash != 0) i = (i + 1) & (_slots.Length - 1);
            _slots[i] = slot;
        }
    }

    private readonly record struct Slot(ulong Hash, int Word, int Start, int Length);
}
