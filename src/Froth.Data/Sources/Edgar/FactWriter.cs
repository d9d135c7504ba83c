namespace Froth.Data.Sources.Edgar;

/// <summary>
/// Fills batches of filed facts and hands them over. The words that a run of facts shares are written once, when the run ends, and
/// not with each fact.
/// </summary>
internal sealed class FactWriter(ParseSink sink)
{
    private readonly List<FiledFactBatch> _held = [];
    private FiledFactBatch? _batch;
    private int _count;
    private int _runFrom;
    private int _entity;
    private int _tag;
    private int _dimension;
    private int _unit;
    private bool _isHolding;
    private long _bytesDone;
    private (int Held, int Count) _mark;

    /// <summary>Tells how many bytes of the response were read so far. Of a member of a zip only the zip's own progress counts.</summary>
    public void Advance(long bytes)
    {
        if (!_isHolding) _bytesDone = bytes;
    }

    /// <summary>Begins facts that share their words.</summary>
    public void Begin(int entity, int tag, int dimension, int unit)
    {
        EndRun();
        (_entity, _tag, _dimension, _unit) = (entity, tag, dimension, unit);
    }

    /// <summary>Adds a fact of the present run, with exact dates.</summary>
    public void Add(int start, int end, Int128 value, int filed, long accession, int form)
    {
        var batch = _batch;
        var row = _count;
        if (batch is null || row == FiledFactBatch.Capacity) (batch, row) = NextBatch();
        batch.Start[row] = start;
        batch.End[row] = end;
        batch.Value[row] = value;
        batch.Filed[row] = filed;
        batch.Accession[row] = accession;
        batch.Form[row] = form;
        _count = row + 1;
    }

    /// <summary>Adds a fact with words of its own, whose dates its source has rounded.</summary>
    public void AddRounded(in FactWords words, int start, int end, Int128 value, int filed, long accession, int form)
    {
        EndRun();
        Add(start, end, value, filed, accession, form);
        var (batch, row) = (_batch!, _count - 1);
        batch.Entity[row] = words.Entity;
        batch.Tag[row] = words.Tag;
        batch.Dimension[row] = words.Dimension;
        batch.Unit[row] = words.Unit;
        batch.Rounded[row] = 1;
        _runFrom = _count;
    }

    /// <summary>Hands over what is left.</summary>
    public void Finish()
    {
        Release();
        if (_count > 0) Land(_batch!);
        _batch = null;
        _count = _runFrom = 0;
    }

    /// <summary>From here on nothing is handed over before <see cref="Release"/>, and <see cref="TakeBack"/> undoes it.</summary>
    public void Hold()
    {
        EndRun();
        _isHolding = true;
        _mark = (0, _count);
    }

    /// <summary>What was held is good.</summary>
    public void Release()
    {
        EndRun();
        _isHolding = false;
        foreach (var batch in _held) Land(batch);
        _held.Clear();
    }

    /// <summary>What was held is not good: only what came before stays.</summary>
    public void TakeBack()
    {
        _isHolding = false;
        if (_held.Count > 0) _batch = _held[0];
        _held.Clear();
        _count = _runFrom = _mark.Count;
    }

    private (FiledFactBatch Batch, int Row) NextBatch()
    {
        EndRun();
        if (_batch is not null)
        {
            sink.ThrowIfCancelled();
            _batch.Count = _count;
            if (_isHolding) _held.Add(_batch);
            else Land(_batch);
        }

        _batch = sink.Rent();
        _count = _runFrom = 0;
        return (_batch, 0);
    }

    private void Land(FiledFactBatch batch)
    {
        if (ReferenceEquals(batch, _batch)) batch.Count = _count;
        sink.Land(batch, _bytesDone);
    }

    // A rented batch still holds what it held before, so every column is written.
    private void EndRun()
    {
        var length = _count - _runFrom;
        if (length <= 0) return;
        _batch!.Entity.AsSpan(_runFrom, length).Fill(_entity);
        _batch.Tag.AsSpan(_runFrom, length).Fill(_tag);
        _batch.Dimension.AsSpan(_runFrom, length).Fill(_dimension);
        _batch.Unit.AsSpan(_runFrom, length).Fill(_unit);
        _batch.Rounded.AsSpan(_runFrom, length).Clear();
        _runFrom = _count;
    }
}

/// <summary>Numbers of the words of one fact.</summary>
internal readonly record struct FactWords(int Entity, int Tag, int Dimension, int Unit);
