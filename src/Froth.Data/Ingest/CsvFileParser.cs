using System.Text.Unicode;
using Froth.Data.Sources;

namespace Froth.Data.Ingest;

/// <summary>Parses files of canonical shapes on one thread, and hands over batches in the order of their rows.</summary>
internal sealed class CsvFileParser(ParseContext context, IngestOptions options, BatchPools pools, Action<ParsedBatch> emit, RunProgress progress, CancellationToken cancellation)
{
    private const int RecordsInBatch = 4096;

    /// <summary>Parses one file, whose shape is known.</summary>
    public void Parse(InputFile file, Stream stream)
    {
        var records = new CsvRecords(stream, options.MaximumRowBytes);
        CsvHeader.Read(records, file.Name, out var header);
        if (file.Shape == CsvShape.Observations) ParseObservations(file, records, header);
        else if (file.Shape == CsvShape.FiledFacts) ParseFiledFacts(file, records, header);
        else ParseRecords(file, records, header);
    }

    private void ParseObservations(InputFile file, CsvRecords records, List<string> header)
    {
        var report = new RowReport(file);
        var parser = new ObservationParser(context, file, header, report);
        var batch = pools.Observations.Rent();
        while (records.Next())
        {
            context.RowsRead++;
            if (!IsWhole(records, header, report)) continue;
            parser.Parse(records, batch);
            if (!batch.IsFull && report.Count < RecordsInBatch) continue;
            Emit(records, new ParsedBatch { File = file, Observations = batch, Records = parser.TakeSources(), Quarantined = report.Take() });
            batch = pools.Observations.Rent();
        }

        Emit(records, new ParsedBatch { File = file, Observations = batch, Records = parser.TakeSources(), Quarantined = report.Take() });
    }

    private void ParseFiledFacts(InputFile file, CsvRecords records, List<string> header)
    {
        var report = new RowReport(file);
        var parser = new FiledFactParser(context, file, header, report);
        var batch = pools.FiledFacts.Rent();
        while (records.Next())
        {
            context.RowsRead++;
            if (!IsWhole(records, header, report)) continue;
            parser.Parse(records, batch);
            if (!batch.IsFull && report.Count < RecordsInBatch) continue;
            Emit(records, new ParsedBatch { File = file, FiledFacts = batch, Quarantined = report.Take() });
            batch = pools.FiledFacts.Rent();
        }

        Emit(records, new ParsedBatch { File = file, FiledFacts = batch, Quarantined = report.Take() });
    }

    private void ParseRecords(InputFile file, CsvRecords records, List<string> header)
    {
        var report = new RowReport(file);
        var parser = new RecordParser(context, file, header, report);
        var rows = new List<RecordRow>();
        while (records.Next())
        {
            context.RowsRead++;
            if (IsWhole(records, header, report) && parser.Parse(records) is { } row) rows.Add(row);
            if (rows.Count + report.Count < RecordsInBatch) continue;
            Emit(records, new ParsedBatch { File = file, Records = rows, Quarantined = report.Take() });
            rows = [];
        }

        Emit(records, new ParsedBatch { File = file, Records = rows, Quarantined = report.Take() });
    }

    // The bytes of a table that a source told are not those of its file, so they say nothing of how far the file is.
    private void Emit(CsvRecords records, ParsedBatch batch)
    {
        cancellation.ThrowIfCancellationRequested();
        emit(batch);
        progress.Report(batch.File.IsTold ? null : records.Position);
    }

    private static bool IsWhole(CsvRecords record, List<string> header, RowReport report)
    {
        if (record.Problem is { } problem) report.Refuse(record, "", problem);
        else if (record.FieldCount != header.Count) report.Refuse(record, Last(record, header), WrongCount(record, header));
        else if (!record.IsAscii && !Utf8.IsValid(record.Raw)) report.Refuse(record, Invalid(record, header), "the text is not valid UTF-8; save the file as UTF-8");
        else return true;
        return false;
    }

    private static string WrongCount(CsvRecords record, List<string> header)
    {
        var count = $"the row has {record.FieldCount} fields, the header {header.Count}";
        return record.EndsWithFile && record.FieldCount < header.Count ? $"{count}: the file is cut off" : count;
    }

    private static string Last(CsvRecords record, List<string> header) => record.FieldCount < header.Count ? header[record.FieldCount] : "";

    private static string Invalid(CsvRecords record, List<string> header)
    {
        for (var i = 0; i < record.FieldCount; i++)
        {
            if (!Utf8.IsValid(record.Field(i))) return header[i];
        }

        return "";
    }
}

/// <summary>Batches that were stored and may be filled again.</summary>
internal sealed class BatchPool<T>(Func<T> create, Action<T> clear) where T : class
{
    private readonly System.Collections.Concurrent.ConcurrentBag<T> _free = [];

    public T Rent() => _free.TryTake(out var batch) ? batch : create();

    public void Return(T batch)
    {
        clear(batch);
        _free.Add(batch);
    }
}

/// <summary>The pools of one run.</summary>
internal sealed class BatchPools
{
    public BatchPool<ObservationBatch> Observations { get; } = new(() => new ObservationBatch(), batch => batch.Clear());

    public BatchPool<FiledFactBatch> FiledFacts { get; } = new(() => new FiledFactBatch(), batch => batch.Count = 0);

    public void Return(ParsedBatch stored)
    {
        if (stored.Observations is { } observations) Observations.Return(observations);
        if (stored.FiledFacts is { } facts) FiledFacts.Return(facts);
    }
}
