using Froth.Core.Filings;
using Froth.Data.Sources;

namespace Froth.Data.Ingest;

/// <summary>Turns records of the shape <see cref="CsvShape.FiledFacts"/> into columns.</summary>
internal sealed class FiledFactParser : ColumnParser
{
    private readonly ResolvedCells _sources;
    private readonly int _entity, _tag, _dimension, _start, _end, _value, _unit, _accession, _form, _filed, _source;

    public FiledFactParser(ParseContext context, InputFile file, List<string> header, RowReport report)
        : base(context, file, report)
    {
        int At(string name) => header.IndexOf(name);
        _sources = new ResolvedCells(id => id.Length == 0 || context.Sources.Contains(id) ? (context.Words.Add(id), null) : (0, $"unknown source '{id}'; add it to a sources file"));
        (_entity, _tag, _dimension, _start, _end, _value) = (At("entity"), At("tag"), At("dimension"), At("start"), At("end"), At("value"));
        (_unit, _accession, _form, _filed, _source) = (At("unit"), At("accession"), At("form"), At("filed"), At("source"));
    }

    /// <summary>Adds the record to <paramref name="batch"/>, or reports why not.</summary>
    public void Parse(CsvRecords record, FiledFactBatch batch)
    {
        Begin();
        var at = batch.Count;
        batch.Rounded[at] = 0;
        if (Who(record, batch, at) && When(record, batch, at) && HowMuch(record, batch, at))
        {
            if (IsNew(record, batch, at)) batch.Count = at + 1;
            else Context.Duplicates++;
        }
        else
        {
            Refuse(record);
        }
    }

    private bool Who(CsvRecords record, FiledFactBatch batch, int at) =>
        Resolve(record, _entity, "entity", Entities, required: true, out batch.Entity[at])
        && Resolve(record, _tag, "tag", Words, required: true, out batch.Tag[at])
        && Resolve(record, _dimension, "dimension", Words, required: false, out batch.Dimension[at])
        && Resolve(record, _unit, "unit", Words, required: true, out batch.Unit[at])
        && Resolve(record, _form, "form", Words, required: false, out batch.Form[at])
        && Resolve(record, _source, "source", _sources, required: false, out batch.Source[at]);

    private bool When(CsvRecords record, FiledFactBatch batch, int at) =>
        Times(record, _start, _end, (_filed, "filed"), out batch.Start[at], out batch.End[at], out batch.Filed[at]);

    private bool HowMuch(CsvRecords record, FiledFactBatch batch, int at)
    {
        batch.Accession[at] = 0;
        if (_accession >= 0 && record.Field(_accession) is { IsEmpty: false } told)
        {
            if (!Accession.TryParse(told, out var accession)) return Fail("accession", $"'{Cells.Show(told)}' is not the number of a filing; write 0001045810-24-000029");
            batch.Accession[at] = accession.Number;
        }

        var cell = record.Field(_value);
        if (cell.IsEmpty) return Fail("value", "the cell is empty");
        return DecimalText.Read(cell, out batch.Value[at]) is not { } reason || Fail("value", reason);
    }

    // All that a row tells is its key here: filings may well tell one fact differently, and then both stand.
    private bool IsNew(CsvRecords record, FiledFactBatch batch, int at)
    {
        var content = WordTable.Mix((ulong)batch.Value[at] ^ (ulong)batch.Accession[at]);
        content = WordTable.Mix(content ^ (ulong)(batch.Value[at] >> 64) ^ (ulong)(uint)batch.Form[at] << 32 ^ (uint)batch.Filed[at]);
        var key = new RevisionKey(batch.Tag[at], batch.Entity[at], batch.Dimension[at], batch.Unit[at], batch.Start[at], batch.End[at], (int)content);
        return Context.Seen.Add(key, key.Hash(), content, File.Index, File.LineOf(record)) is not { Same: true };
    }
}
