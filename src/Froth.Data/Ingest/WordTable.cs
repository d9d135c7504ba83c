using System.Buffers.Binary;
using System.Text;

namespace Froth.Data.Ingest;

/// <summary>Numbers distinct byte strings 0, 1, 2 … in the order of their first sight.</summary>
internal sealed class WordTable
{
    private readonly List<(int Start, int Length)> _words = [];
    private byte[] _bytes = new byte[4096];
    private int _used;
    private ulong[] _slots = new ulong[256];

    /// <summary>How many distinct strings were seen.</summary>
    public int Count => _words.Count;

    public ReadOnlySpan<byte> this[int index] => _bytes.AsSpan(_words[index].Start, _words[index].Length);

    public string Text(int index) => Encoding.UTF8.GetString(this[index]);

    public int Add(string word) => Add(Encoding.UTF8.GetBytes(word));

    /// <summary>The number of <paramref name="word"/>; a new one if it is new.</summary>
    public int Add(ReadOnlySpan<byte> word)
    {
        var hash = (uint)Hash(word);
        var mask = (uint)_slots.Length - 1;
        for (var slot = hash & mask; ; slot = (slot + 1) & mask)
        {
            var held = _slots[slot];
            if (held == 0) return Insert(word, hash, slot);
            if ((uint)(held >> 32) == hash && this[(int)(uint)held - 1].SequenceEqual(word)) return (int)(uint)held - 1;
        }
    }

    /// <summary>A well-mixed 64-bit hash that is the same in every process.</summary>
    public static ulong Hash(ReadOnlySpan<byte> text)
    {
        var hash = (ulong)text.Length * 0x9E3779B97F4A7C15;
        while (text.Length >= 8)
        {
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(text));
            text = text[8..];
        }

        return Mix(hash ^ Tail(text));
    }

    // Up to seven bytes as one number, by two reads that may overlap: a loop over the bytes would cost more than the mixing.
    private static ulong Tail(ReadOnlySpan<byte> text) => text.Length switch
    {
        0 => 0,
        < 4 => text[0] | (ulong)text[text.Length >> 1] << 8 | (ulong)text[^1] << 16,
        _ => BinaryPrimitives.ReadUInt32LittleEndian(text) | (ulong)BinaryPrimitives.ReadUInt32LittleEndian(text[^4..]) << 32,
    };

    /// <summary>One round of mixing: multiply to 128 bits and fold.</summary>
    public static ulong Mix(ulong value)
    {
        var high = Math.BigMul(value ^ 0x2D358DCCAA6C78A5, 0x8BB84B93962EACC9, out var low);
        return high ^ low;
    }

    private int Insert(ReadOnlySpan<byte> word, uint hash, uint slot)
    {
        if (_used + word.Length > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _used + word.Length));
        word.CopyTo(_bytes.AsSpan(_used));
        _words.Add((_used, word.Length));
        _used += word.Length;
        _slots[slot] = (ulong)hash << 32 | (uint)_words.Count;
        if (_words.Count * 2 > _slots.Length) Grow();
        return _words.Count - 1;
    }

    private void Grow()
    {
        var old = _slots;
        _slots = new ulong[old.Length * 2];
        var mask = (uint)_slots.Length - 1;
        foreach (var held in old)
        {
            if (held == 0) continue;
            var slot = (uint)(held >> 32) & mask;
            while (_slots[slot] != 0) slot = (slot + 1) & mask;
            _slots[slot] = held;
        }
    }
}
