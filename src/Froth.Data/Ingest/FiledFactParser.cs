using Froth.Core.Filings;
using Froth.Data.Sources;

namespace Froth.Data.Ingest;

/// <summary>Turns records of the shape <see cref="CsvShape.FiledFacts"/> into columns; repeated cells are resolved once.</summary>
internal sealed class FiledFactParser
{
    private readonly ParseContext _context;
    private readonly InputFile _file;
    private readonly RowReport _report;
    private readonly ResolvedCells _entities;
    private readonly ResolvedCells _words;
    private readonly ResolvedCells _sources;
    private readonly int _entity, _tag, _dimension, _start, _end, _value, _unit, _accession, _form, _filed, _source;
    private readonly int _today;
    private string _column = "";
    private string? _reason;

    public FiledFactParser(ParseContext context, InputFile file, List<string> header, RowReport report)
    {
        int At(string name) => header.IndexOf(name);
        _context = context;
        _file = file;
        _report = report;
        _entities = new ResolvedCells(text => context.Book.Resolve(text) is { } found
            ? (context.Words.Add(found.Id), null)
            : (0, $"unknown entity '{text}'; add it to an entities file or use an id, name or alias that is known"));
        _words = new ResolvedCells(text => (context.Words.Add(text), null));
        _sources = new ResolvedCells(id => context.Sources.Contains(id) ? (context.Words.Add(id), null) : (0, $"unknown source '{id}'; add it to a sources file"));
        (_entity, _tag, _dimension, _start, _end, _value) = (At("entity"), At("tag"), At("dimension"), At("start"), At("end"), At("value"));
        (_unit, _accession, _form, _filed, _source) = (At("unit"), At("accession"), At("form"), At("filed"), At("source"));
        _today = Cells.Days(context.Today);
    }

    /// <summary>Adds the record to <paramref name="batch"/>, or reports why not.</summary>
    public void Parse(CsvRecords record, FiledFactBatch batch)
    {
        _reason = null;
        var at = batch.Count;
        batch.Rounded[at] = 0;
        if (Who(record, batch, at) && When(record, batch, at) && HowMuch(record, batch, at))
        {
            if (IsNew(record, batch, at)) batch.Count = at + 1;
            else _context.Duplicates++;
        }
        else
        {
            _report.Refuse(record, _column, _reason!);
        }
    }

    private bool Who(CsvRecords record, FiledFactBatch batch, int at) =>
        Resolve(record, _entity, "entity", _entities, required: true, out batch.Entity[at])
        && Resolve(record, _tag, "tag", _words, required: true, out batch.Tag[at])
        && Resolve(record, _dimension, "dimension", _words, required: false, out batch.Dimension[at])
        && Resolve(record, _unit, "unit", _words, required: true, out batch.Unit[at])
        && Resolve(record, _form, "form", _words, required: false, out batch.Form[at])
        && Resolve(record, _source, "source", _sources, required: false, out batch.Source[at]);

    private bool When(CsvRecords record, FiledFactBatch batch, int at)
    {
        batch.Start[at] = FiledFactBatch.NoStart;
        if (_start >= 0 && record.Field(_start).Length > 0 && !Date(record, _start, "start", out batch.Start[at])) return false;
        if (!Date(record, _end, "end", out batch.End[at]) || !Date(record, _filed, "filed", out batch.Filed[at])) return false;
        if (batch.Start[at] > batch.End[at]) return Fail("start", "the period starts after it ends");
        return batch.Filed[at] <= _today || Fail("filed", _context.Future(Cells.Date(batch.Filed[at]))!);
    }

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
        return _context.Seen.Add(key, key.Hash(), content, _file.Index, _file.LineOf(record)) is not { Same: true };
    }

    private bool Resolve(CsvRecords record, int field, string column, ResolvedCells cells, bool required, out int resolved)
    {
        resolved = 0;
        if (field < 0) return true;
        var cell = record.Field(field);
        if (cell.IsEmpty) return !required || Fail(column, "the cell is empty");
        return cells.Find(cell, out resolved, out var reason) || Fail(column, reason);
    }

    private bool Date(CsvRecords record, int field, string column, out int days)
    {
        var cell = record.Field(field);
        return Cells.TryDate(cell, out days) || Fail(column, cell.IsEmpty ? "the cell is empty" : $"'{Cells.Show(cell)}' is not a date; write yyyy-MM-dd");
    }

    private bool Fail(string column, string reason)
    {
        _column = column;
        _reason = reason;
        return false;
    }
}
