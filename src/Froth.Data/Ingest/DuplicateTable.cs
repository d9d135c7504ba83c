using System.Numerics;
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

/// <summary>
/// The rows seen in one run, by key, to find repetitions and contradictions. It lies outside the managed heap: that much memory, left
/// to the collector, would stay with the process long after the run.
/// </summary>
internal sealed unsafe class DuplicateTable : IDisposable
{
    private const int BlockBits = 14;
    private const int MostExpected = 1 << 23;
    private readonly List<nint> _blocks = [];
    private ulong* _slots;
    private uint _mask;
    private int _count;

    public DuplicateTable() => Allocate(1 << 12);

    /// <summary>
    /// Makes room for about that many rows, so that a long file does not have the table rebuilt under it time and again. It is a
    /// guess: more rows than that are taken too.
    /// </summary>
    public void Expect(long rows)
    {
        var slots = (uint)BitOperations.RoundUpToPowerOf2((ulong)Math.Min(rows, MostExpected) * 2);
        if (_count > 0 || slots <= _mask) return;
        NativeMemory.Free(_slots);
        Allocate(slots);
    }

    /// <summary>
    /// Has the processor fetch the place of a key. In a large table that takes as long as reading the rest of the row, so the
    /// caller announces the key first and reads the rest meanwhile.
    /// </summary>
    public void Announce(uint hash)
    {
        if (Sse.IsSupported) Sse.Prefetch0(_slots + (hash & _mask));
    }

    /// <summary>Remembers a row unless its key was seen before.</summary>
    /// <returns>Null for a new key, else whether the content was the same and where the first row stands.</returns>
    public (bool Same, int File, int Line)? Add(in RevisionKey key, uint hash, ulong content, int file, int line)
    {
        ObjectDisposedException.ThrowIf(_slots == null, this);
        var slot = hash & _mask;
        for (; _slots[slot] != 0; slot = (slot + 1) & _mask)
        {
            if ((uint)(_slots[slot] >> 32) != hash) continue;
            var held = At((int)(uint)_slots[slot] - 1);
            if (held->Key == key) return (held->Content == content, held->File, held->Line);
        }

        if (_count >> BlockBits == _blocks.Count) _blocks.Add((nint)NativeMemory.Alloc(1 << BlockBits, (nuint)sizeof(Entry)));
        *At(_count++) = new Entry(key, content, file, line);
        _slots[slot] = (ulong)hash << 32 | (uint)_count;
        if ((long)_count * 2 > _mask + 1L) Grow();
        return null;
    }

    public void Dispose()
    {
        NativeMemory.Free(_slots);
        _slots = null;
        foreach (var block in _blocks) NativeMemory.Free((void*)block);
        _blocks.Clear();
    }

    private Entry* At(int index) => (Entry*)_blocks[index >> BlockBits] + (index & ((1 << BlockBits) - 1));

    private void Allocate(uint slots)
    {
        _slots = (ulong*)NativeMemory.AllocZeroed(slots, sizeof(ulong));
        _mask = slots - 1;
    }

    private void Grow()
    {
        var old = _slots;
        var size = _mask + 1;
        Allocate(size * 4);
        for (var i = 0U; i < size; i++)
        {
            if (old[i] == 0) continue;
            var slot = (uint)(old[i] >> 32) & _mask;
            while (_slots[slot] != 0) slot = (slot + 1) & _mask;
            _slots[slot] = old[i];
        }

        NativeMemory.Free(old);
    }

    private readonly record struct Entry(RevisionKey Key, ulong Content, int File, int Line);
}
