using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Froth.Data.Ingest;

/// <summary>What makes two rows of one run tell the same fact as published on the same day.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct RevisionKey(int Concept, int Entity, int Dimension, int Unit, int Start, int End, int Published)
{
    public uint Hash()
    {
        var hash = WordTable.Mix((ulong)(uint)Concept << 32 | (uint)Entity);
        hash = WordTable.Mix(hash ^ ((ulong)(uint)Dimension << 32 | (uint)Unit));
        hash = WordTable.Mix(hash ^ ((ulong)(uint)Start << 32 | (uint)End));
        return (uint)WordTable.Mix(hash ^ (uint)Published);
    }
}

/// <summary>The rows seen in one run, by key, to find repetitions and contradictions.</summary>
internal sealed class DuplicateTable
{
    private const int BlockBits = 14;
    private const int MostExpected = 1 << 23;
    private readonly List<Entry[]> _blocks = [];
    private ulong[] _slots = new ulong[1 << 12];
    private int _count;

    /// <summary>
    /// Makes room for about that many rows, so that a long file does not have the table rebuilt under it time and again. It is a
    /// guess: more rows than that are taken too.
    /// </summary>
    public void Expect(long rows)
    {
        var slots = BitOperations.RoundUpToPowerOf2((ulong)Math.Min(rows, MostExpected) * 2);
        if (_count == 0 && slots > (ulong)_slots.Length) _slots = new ulong[slots];
    }

    /// <summary>
    /// Has the processor fetch the place of a key. In a large table that takes as long as reading the rest of the row, so the
    /// caller announces the key first and reads the rest meanwhile.
    /// </summary>
    public unsafe void Announce(uint hash)
    {
        if (Sse.IsSupported) Sse.Prefetch0(Unsafe.AsPointer(ref _slots[hash & ((uint)_slots.Length - 1)]));
    }

    /// <summary>Remembers a row unless its key was seen before.</summary>
    /// <returns>Null for a new key, else whether the content was the same and where the first row stands.</returns>
    public (bool Same, int File, int Line)? Add(in RevisionKey key, uint hash, ulong content, int file, int line)
    {
        var mask = (uint)_slots.Length - 1;
        var slot = hash & mask;
        for (; _slots[slot] != 0; slot = (slot + 1) & mask)
        {
            if ((uint)(_slots[slot] >> 32) != hash) continue;
            ref var held = ref At((int)(uint)_slots[slot] - 1);
            if (held.Key == key) return (held.Content == content, held.File, held.Line);
        }

        if (_count >> BlockBits == _blocks.Count) _blocks.Add(GC.AllocateUninitializedArray<Entry>(1 << BlockBits));
        At(_count++) = new Entry(key, content, file, line);
        _slots[slot] = (ulong)hash << 32 | (uint)_count;
        if ((long)_count * 2 > _slots.Length) Grow();
        return null;
    }

    private ref Entry At(int index) => ref _blocks[index >> BlockBits][index & ((1 << BlockBits) - 1)];

    private void Grow()
    {
        var old = _slots;
        _slots = new ulong[old.Length * 4];
        var mask = (uint)_slots.Length - 1;
        foreach (var held in old)
        {
            if (held == 0) continue;
            var slot = (uint)(held >> 32) & mask;
            while (_slots[slot] != 0) slot = (slot + 1) & mask;
            _slots[slot] = held;
        }
    }

    private readonly record struct Entry(RevisionKey Key, ulong Content, int File, int Line);
}
