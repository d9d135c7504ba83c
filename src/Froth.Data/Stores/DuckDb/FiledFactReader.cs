using System.Globalization;
using Froth.Core.Filings;
using Froth.Core.Time;
using Froth.Data.Ingest;

namespace Froth.Data.Stores.DuckDb;

/// <summary>Reads filed facts of a generation, where those of one entity and tag lie together.</summary>
internal sealed unsafe class FiledFactReader(FactReader facts)
{
    // Up to so many entities are looked up one by one, each in its own stretch of the file.
    private const int MostLookedUp = 64;

    private const string Columns = "entity, tag, dimension, unit, starts, ends, value, filed, accession, form, rounded, run, snapshot, source";

    /// <summary>Every visible revision that the two sets admit.</summary>
    /// <param name="vintage">The point of view; the day of filing is the day of publication.</param>
    /// <param name="entities">Numbers of entities, or null for all.</param>
    /// <param name="tags">Numbers of tags, or null for all.</param>
    public List<FiledFact> Read(Vintage vintage, bool[]? entities, bool[]? tags)
    {
        var visible = string.Create(CultureInfo.InvariantCulture, $"filed <= date '{vintage.AsOf:yyyy-MM-dd}' and {facts.Known(vintage)}{StoreReading.Between("tag", tags)}");
        var read = new List<FiledFact>();
        if (entities is not null && entities.Count(e => e) <= MostLookedUp)
        {
            for (var entity = 0; entity < entities.Length; entity++)
            {
                if (entities[entity]) Add(read, string.Create(CultureInfo.InvariantCulture, $"entity = {entity} and {visible}"), null, tags);
            }
        }
        else
        {
            Add(read, visible + StoreReading.Between("entity", entities), entities, tags);
        }

        return read;
    }

    private void Add(List<FiledFact> read, string where, bool[]? entities, bool[]? tags)
    {
        using var rows = facts.Session.Query($"select {Columns} from filed_facts where {where}");
        while (rows.NextChunk())
        {
            var chunk = new Chunk(rows, facts);
            for (var i = 0; i < rows.Count; i++)
            {
                if (entities is not null && !entities[chunk.Entity[i]]) continue;
                if (tags is null || tags[chunk.Tag[i]]) read.Add(chunk.Build(i));
            }
        }
    }

    /// <summary>The columns of one chunk, fetched once.</summary>
    private readonly ref struct Chunk(DuckRows rows, FactReader facts)
    {
        private readonly FactReader _facts = facts;
        private readonly ReadOnlySpan<int> _dimension = rows.Ints(2), _unit = rows.Ints(3), _starts = rows.Ints(4), _ends = rows.Ints(5), _filed = rows.Ints(7);
        private readonly ReadOnlySpan<int> _form = rows.Ints(9), _run = rows.Ints(11), _snapshot = rows.Ints(12), _source = rows.Ints(13);
        private readonly ReadOnlySpan<Int128> _value = rows.Scaled(6);
        private readonly ReadOnlySpan<long> _accession = rows.Longs(8);
        private readonly ReadOnlySpan<byte> _rounded = rows.Bytes(10);
        private readonly ulong* _hasStart = rows.Validity(4);

        public ReadOnlySpan<int> Entity { get; } = rows.Ints(0);

        public ReadOnlySpan<int> Tag { get; } = rows.Ints(1);

        public FiledFact Build(int i)
        {
            var source = _facts.SourceOf(_source[i], _snapshot[i]);
            return new FiledFact
            {
                Entity = _facts.Word(Entity[i]),
                Tag = _facts.Word(Tag[i]),
                Dimension = _facts.Word(_dimension[i]),
                Unit = _facts.Word(_unit[i]),
                Period = new Period(DuckRows.IsNull(_hasStart, i) ? null : Cells.Date(_starts[i]), Cells.Date(_ends[i])),
                Value = DecimalText.ToDecimal(_value[i]),
                Filed = Cells.Date(_filed[i]),
                Accession = new Accession(_accession[i]),
                Form = _facts.Word(_form[i]),
                HasRoundedDates = _rounded[i] != 0,
                RecordedAt = _facts.RecordedAt(_run[i]),
                Provenance = _facts.ProvenanceOf(source, _snapshot[i]),
            };
        }
    }
}
