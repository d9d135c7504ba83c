using Froth.Core.Data;
using Froth.Core.Time;
using Froth.Data.Ingest;

namespace Froth.Data.Stores.DuckDb;

/// <summary>
/// Reads observations of a generation. The rows lie sorted by concept, entity, dimension, unit, period, publication and run, and
/// the engine keeps that order for a plain scan; so the latest revision of a fact is the last of its neighbours, and taking it
/// after the filter costs one comparison a row.
/// </summary>
internal sealed unsafe class ObservationReader(FactReader facts)
{
    private const string Columns =
        "concept, entity, dimension, unit, starts, ends, value, low, high, grade, published, source, snapshot, line, locator, note, run";

    /// <summary>Every row that <paramref name="where"/> and the two sets admit.</summary>
    /// <param name="where">Condition in SQL, the vintage included.</param>
    /// <param name="concepts">Numbers of concepts, or null for all.</param>
    /// <param name="entities">Numbers of entities, or null for all.</param>
    public List<Observation> Revisions(string where, bool[]? concepts, bool[]? entities)
    {
        var observations = new List<Observation>();
        using var rows = facts.Session.Query($"select {Columns} from observations where {where}");
        while (rows.NextChunk())
        {
            var chunk = new Chunk(rows, facts);
            for (var i = 0; i < rows.Count; i++)
            {
                if (concepts is not null && !concepts[chunk.Concept[i]]) continue;
                if (entities is not null && !entities[chunk.Entity[i]]) continue;
                observations.Add(chunk.Build(i));
            }
        }

        return observations;
    }

    /// <summary>The last visible revision of each fact that <paramref name="where"/> and the two sets admit.</summary>
    /// <param name="where">Condition in SQL, the vintage included.</param>
    /// <param name="entities">Numbers of entities, or null for all.</param>
    /// <param name="ends">Last days of periods, or null for all.</param>
    public List<Observation> Latest(string where, bool[]? entities, HashSet<int>? ends)
    {
        var latest = new List<Observation>();
        (int, int, int, int, int, int)? last = null;
        Observation? held = null;
        using var rows = facts.Session.Query($"select {Columns} from observations where {where}");
        while (rows.NextChunk())
        {
            var chunk = new Chunk(rows, facts);
            for (var i = 0; i < rows.Count; i++)
            {
                if (entities is not null && !entities[chunk.Entity[i]]) continue;
                if (ends is not null && !ends.Contains(chunk.End[i])) continue;
                var key = chunk.Key(i);
                if (held is not null && key != last) latest.Add(held);
                last = key;

                // Only the last row of a fact in this chunk is worth building.
                if (i + 1 < rows.Count && chunk.Key(i + 1) == key) continue;
                held = chunk.Build(i);
            }
        }

        if (held is not null) latest.Add(held);
        return latest;
    }

    /// <summary>The columns of one chunk, fetched once.</summary>
    private readonly ref struct Chunk
    {
        private readonly FactReader _facts;
        private readonly ReadOnlySpan<int> _dimension, _unit, _start, _published, _source, _snapshot, _line, _run;
        private readonly ReadOnlySpan<Int128> _value, _low, _high;
        private readonly ReadOnlySpan<byte> _grade;
        private readonly ReadOnlySpan<DuckText> _locator, _note;
        private readonly ulong* _hasStart, _hasValue, _hasLow, _hasHigh;

        public Chunk(DuckRows rows, FactReader facts)
        {
            _facts = facts;
            Concept = rows.Ints(0);
            Entity = rows.Ints(1);
            _dimension = rows.Ints(2);
            _unit = rows.Ints(3);
            _start = rows.Ints(4);
            _hasStart = rows.Validity(4);
            End = rows.Ints(5);
            _value = rows.Scaled(6);
            _hasValue = rows.Validity(6);
            _low = rows.Scaled(7);
            _hasLow = rows.Validity(7);
            _high = rows.Scaled(8);
            _hasHigh = rows.Validity(8);
            _grade = rows.Bytes(9);
            _published = rows.Ints(10);
            _source = rows.Ints(11);
            _snapshot = rows.Ints(12);
            _line = rows.Ints(13);
            _locator = rows.Texts(14);
            _note = rows.Texts(15);
            _run = rows.Ints(16);
        }

        public ReadOnlySpan<int> Concept { get; }

        public ReadOnlySpan<int> Entity { get; }

        public ReadOnlySpan<int> End { get; }

        public (int, int, int, int, int, int) Key(int i) =>
            (Concept[i], Entity[i], _dimension[i], _unit[i], End[i], DuckRows.IsNull(_hasStart, i) ? int.MinValue : _start[i]);

        public Observation Build(int i)
        {
            var source = _facts.SourceOf(_source[i], _snapshot[i]);
            Unit.TryParse(_facts.Word(_unit[i]), out var unit);
            return new Observation
            {
                Entity = _facts.Word(Entity[i]),
                Concept = _facts.Word(Concept[i]),
                Dimension = _facts.Word(_dimension[i]),
                Period = new Period(DuckRows.IsNull(_hasStart, i) ? null : Cells.Date(_start[i]), Cells.Date(End[i])),
                Value = AmountAt(i),
                Unit = unit,
                Grade = (Grade)_grade[i],
                PublishedAt = Cells.Date(_published[i]),
                RecordedAt = _facts.RecordedAt(_run[i]),
                Provenance = _facts.ProvenanceOf(source, _snapshot[i], _line[i], _locator[i].ToString()),
                Note = _note[i].ToString(),
            };
        }

        // A value alone is a point; beside an end it is the central value of a range.
        private Amount AmountAt(int i)
        {
            decimal? value = DuckRows.IsNull(_hasValue, i) ? null : DecimalText.ToDecimal(_value[i]);
            decimal? low = DuckRows.IsNull(_hasLow, i) ? null : DecimalText.ToDecimal(_low[i]);
            decimal? high = DuckRows.IsNull(_hasHigh, i) ? null : DecimalText.ToDecimal(_high[i]);
            return low is null && high is null && value is { } point ? Amount.Point(point) : new Amount(low, high, value);
        }
    }
}
