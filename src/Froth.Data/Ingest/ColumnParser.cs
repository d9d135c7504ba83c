namespace Froth.Data.Ingest;

/// <summary>
/// What the parsers of shapes that come by the million have in common: repeated cells (entities, words) are resolved once and found again by
/// their bytes, so that a row costs no allocation; the first fault of a row is kept until the row is refused.
/// </summary>
internal abstract class ColumnParser
{
    private readonly RowReport _report;
    private readonly int _today;
    private string _column = "";
    private string? _reason;

    protected ColumnParser(ParseContext context, InputFile file, RowReport report)
    {
        (Context, File, _report) = (context, file, report);
        _today = Cells.Days(context.Today);
        Entities = new ResolvedCells(text => context.Book.Resolve(text) is { } found
            ? (context.Words.Add(found.Id), null)
            : (0, $"unknown entity '{text}'; add it to an entities file or use an id, name or alias that is known"));
        Words = new ResolvedCells(text => (context.Words.Add(text), null));
    }

    protected ParseContext Context { get; }

    protected InputFile File { get; }

    protected ResolvedCells Entities { get; }

    protected ResolvedCells Words { get; }

    /// <summary>Forgets the fault of the row before.</summary>
    protected void Begin() => _reason = null;

    /// <summary>Reports the record's fault, if it has one.</summary>
    protected void Refuse(CsvRecords record)
    {
        if (_reason is not null) _report.Refuse(record, _column, _reason);
    }

    protected bool Fail(string column, string reason)
    {
        _column = column;
        _reason = reason;
        return false;
    }

    protected bool Resolve(CsvRecords record, int field, string column, ResolvedCells cells, bool required, out int resolved)
    {
        resolved = 0;
        if (field < 0) return true;
        var cell = record.Field(field);
        if (cell.IsEmpty && required) return Fail(column, "the cell is empty");
        return cells.Find(cell, out resolved, out var reason) || Fail(column, reason);
    }

    /// <summary>The period of a row and the day on which the world could know it.</summary>
    protected bool Times(CsvRecords record, int startField, int endField, (int Field, string Name) known, out int start, out int end, out int day)
    {
        (start, end, day) = (ObservationBatch.NoStart, 0, 0);
        if (startField >= 0 && record.Field(startField).Length > 0 && !Date(record, startField, "start", out start)) return false;
        if (!Date(record, endField, "end", out end) || !Date(record, known.Field, known.Name, out day)) return false;
        if (start > end) return Fail("start", "the period starts after it ends");
        return day <= _today || Fail(known.Name, Context.Future(Cells.Date(day))!);
    }

    private bool Date(CsvRecords record, int field, string column, out int days)
    {
        var cell = record.Field(field);
        return Cells.TryDate(cell, out days) || Fail(column, cell.IsEmpty ? "the cell is empty" : $"'{Cells.Show(cell)}' is not a date; write yyyy-MM-dd");
    }
}
