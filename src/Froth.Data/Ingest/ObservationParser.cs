using Froth.Core.Data;

namespace Froth.Data.Ingest;

/// <summary>Turns records of the shape <see cref="CsvShape.Observations"/> into columns.</summary>
internal sealed class ObservationParser : ColumnParser
{
    private readonly ResolvedCells _units;
    private readonly ResolvedCells _grades;
    private readonly ObservationSource _source;
    private readonly int _entity, _concept, _dimension, _start, _end, _value, _low, _high, _unit, _grade, _published, _locator, _note;
    private RevisionKey _key;
    private uint _hash;

    public ObservationParser(ParseContext context, InputFile file, List<string> header, RowReport report)
        : base(context, file, report)
    {
        int At(string name) => header.IndexOf(name);
        _units = new ResolvedCells(text => Unit.TryParse(text, out var unit)
            ? (context.Words.Add(unit.Code), null)
            : (0, $"unknown unit '{text}'; known: {string.Join(", ", Unit.All.Select(u => u.Code))}"));
        _grades = new ResolvedCells(text => text.Length == 0 ? ((int)Grade.Unconfirmed, null) : Codes.TryParse<Grade>(text, out var grade)
            ? ((int)grade, null)
            : (0, $"unknown grade '{text}'; known: {string.Join(", ", Codes.All<Grade>())}"));
        _source = new ObservationSource(context, file, header);
        (_entity, _concept, _dimension, _start, _end) = (At("entity"), At("concept"), At("dimension"), At("start"), At("end"));
        (_value, _low, _high, _unit, _grade) = (At("value"), At("low"), At("high"), At("unit"), At("grade"));
        (_published, _locator, _note) = (At("published"), At("locator"), At("note"));
    }

    /// <summary>Publications told inside rows since the last batch.</summary>
    public IReadOnlyList<RecordRow> TakeSources() => _source.TakeNew();

    /// <summary>Adds the record to <paramref name="batch"/>, or reports why not.</summary>
    public void Parse(CsvRecords record, ObservationBatch batch)
    {
        Begin();
        var at = batch.Count;
        if (Who(record, batch, at) && When(record, batch, at) && Announce(batch, at) && HowMuch(record, batch, at) && Whence(record, batch, at) && IsNew(record, batch, at))
            batch.Count = at + 1;
        else Refuse(record);
    }

    private bool Who(CsvRecords record, ObservationBatch batch, int at)
    {
        batch.Line[at] = File.LineOf(record);
        return Resolve(record, _entity, "entity", Entities, required: true, out batch.Entity[at])
            && Resolve(record, _concept, "concept", Words, required: true, out batch.Concept[at])
            && Resolve(record, _dimension, "dimension", Words, required: false, out batch.Dimension[at])
            && Resolve(record, _unit, "unit", _units, required: true, out batch.Unit[at]);
    }

    private bool When(CsvRecords record, ObservationBatch batch, int at) =>
        Times(record, _start, _end, (_published, "published"), out batch.Start[at], out batch.End[at], out batch.Published[at]);

    private bool Announce(ObservationBatch batch, int at)
    {
        _key = new RevisionKey(batch.Concept[at], batch.Entity[at], batch.Dimension[at], batch.Unit[at], batch.Start[at], batch.End[at], batch.Published[at]);
        _hash = _key.Hash();
        Context.Seen.Announce(_hash);
        return true;
    }

    private bool HowMuch(CsvRecords record, ObservationBatch batch, int at)
    {
        var told = Told.Nothing;
        if (!Number(record, _value, "value", Told.Value, ref told, out batch.Value[at])
            || !Number(record, _low, "low", Told.Low, ref told, out batch.Low[at])
            || !Number(record, _high, "high", Told.High, ref told, out batch.High[at])) return false;
        batch.Told[at] = told;
        if (told == Told.Value) return true;
        if (told == Told.Nothing) return Fail("value", "at least one of value, low and high is needed");
        var (value, low, high) = (batch.Value[at], batch.Low[at], batch.High[at]);
        if ((told & (Told.Low | Told.High)) == (Told.Low | Told.High) && low > high) return Fail("low", $"low {DecimalText.ToDecimal(low)} is above high {DecimalText.ToDecimal(high)}");
        var outside = (told & Told.Value) != 0 && (((told & Told.Low) != 0 && value < low) || ((told & Told.High) != 0 && value > high));
        return !outside || Fail("value", $"the central value {DecimalText.ToDecimal(value)} lies outside low to high");
    }

    private bool Whence(CsvRecords record, ObservationBatch batch, int at)
    {
        var grade = 0;
        if (_grade < 0) grade = (int)Grade.Unconfirmed;
        else if (!Resolve(record, _grade, "grade", _grades, required: false, out grade)) return false;
        batch.Grade[at] = (byte)grade;
        if (!_source.Resolve(record, out batch.Source[at], out var column, out var reason)) return Fail(column, reason);
        return Keep(record, _locator, "locator", batch, out batch.Locator[at]) && Keep(record, _note, "note", batch, out batch.Note[at]);
    }

    private bool IsNew(CsvRecords record, ObservationBatch batch, int at)
    {
        if (Context.Seen.Add(_key, _hash, Content(batch, at), File.Index, File.LineOf(record)) is not { } first) return true;
        if (first.Same)
        {
            Context.Duplicates++;
            return false;
        }

        return Fail("value", $"contradicts {File.PlaceOf(Context.Files[first.File], first.Line)}, which tells the same fact with the same publication date differently; that row was kept");
    }

    private ulong Content(ObservationBatch batch, int at)
    {
        var hash = WordTable.Mix((ulong)batch.Value[at] ^ (ulong)batch.Told[at] << 56 ^ (ulong)batch.Grade[at] << 48);
        hash = WordTable.Mix(hash ^ (ulong)(batch.Value[at] >> 64) ^ (uint)batch.Source[at]);
        if (batch.Told[at] != Told.Value)
        {
            hash = WordTable.Mix(hash ^ (ulong)batch.Low[at] ^ (ulong)(batch.Low[at] >> 64) << 1);
            hash = WordTable.Mix(hash ^ (ulong)batch.High[at] ^ (ulong)(batch.High[at] >> 64) << 1);
        }

        // Where in a response a source tells a row does not make it another row; lists grow at either end.
        if (batch.Locator[at].Length > 0 && !File.IsTold) hash = WordTable.Mix(hash ^ WordTable.Hash(batch.Text(batch.Locator[at])));
        return batch.Note[at].Length > 0 ? WordTable.Mix(hash ^ ~WordTable.Hash(batch.Text(batch.Note[at]))) : hash;
    }

    private bool Number(CsvRecords record, int field, string column, Told bit, ref Told told, out Int128 scaled)
    {
        scaled = 0;
        if (field < 0) return true;
        var cell = record.Field(field);
        if (cell.IsEmpty) return true;
        told |= bit;
        return DecimalText.Read(cell, out scaled) is not { } reason || Fail(column, reason);
    }

    private bool Keep(CsvRecords record, int field, string column, ObservationBatch batch, out (int, int) kept)
    {
        kept = default;
        if (field < 0) return true;
        var cell = record.Field(field);
        if (Cells.IsFormula(cell)) return Fail(column, ResolvedCells.FormulaReason(cell));
        kept = batch.Keep(cell);
        return true;
    }
}
