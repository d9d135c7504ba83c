using System.Diagnostics;
using System.Text.Unicode;

namespace Froth.Data.Ingest;

/// <summary>
/// Parses the files of a run one after the other, on one thread, and hands over batches in that order: what lands does not
/// depend on the timing of threads.
/// </summary>
internal sealed class CsvFileParser(ParseContext context, IngestOptions options, BatchPool pool, Action<ParsedBatch> emit, CancellationToken cancellation)
{
    private const int RecordsInBatch = 4096;
    private const int BytesInRow = 96;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private long _bytesBefore;
    private long _bytesTotal;

    /// <summary>Parses all <paramref name="files"/>, whose shapes are known.</summary>
    public void Parse(IReadOnlyList<CsvFile> files)
    {
        _bytesTotal = files.Sum(f => f.Length);
        context.Seen.Expect(files.Where(f => f.Shape == CsvShape.Observations).Sum(f => f.Length) / BytesInRow);
        foreach (var file in files)
        {
            using var stream = new FileStream(file.BytesPath, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
            var records = new CsvRecords(stream, options.MaximumRowBytes);
            CsvHeader.Read(records, file.Name, out var header);
            if (file.Shape == CsvShape.Observations) ParseObservations(file, records, header);
            else ParseRecords(file, records, header);
            _bytesBefore += file.Length;
        }
    }

    private void ParseObservations(CsvFile file, CsvRecords records, List<string> header)
    {
        var report = new RowReport(file);
        var parser = new ObservationParser(context, file, header, report);
        var batch = pool.Rent();
        while (records.Next())
        {
            context.RowsRead++;
            if (!IsWhole(records, header, report)) continue;
            parser.Parse(records, batch);
            if (!batch.IsFull && report.Count < RecordsInBatch) continue;
            Emit(file, records, batch, parser.TakeSources(), report);
            batch = pool.Rent();
        }

        Emit(file, records, batch, parser.TakeSources(), report);
    }

    private void ParseRecords(CsvFile file, CsvRecords records, List<string> header)
    {
        var report = new RowReport(file);
        var parser = new RecordParser(context, file, header, report);
        var rows = new List<RecordRow>();
        while (records.Next())
        {
            context.RowsRead++;
            if (IsWhole(records, header, report) && parser.Parse(records) is { } row) rows.Add(row);
            if (rows.Count + report.Count < RecordsInBatch) continue;
            Emit(file, records, null, rows, report);
            rows = [];
        }

        Emit(file, records, null, rows, report);
    }

    private void Emit(CsvFile file, CsvRecords records, ObservationBatch? batch, IReadOnlyList<RecordRow> rows, RowReport report)
    {
        cancellation.ThrowIfCancellationRequested();
        emit(new ParsedBatch { File = file, Observations = batch, Records = rows, Quarantined = report.Take() });
        options.Progress?.Report(new IngestProgress(_bytesBefore + records.Position, _bytesTotal, context.RowsRead, _watch.Elapsed));
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
internal sealed class BatchPool
{
    private readonly System.Collections.Concurrent.ConcurrentBag<ObservationBatch> _free = [];

    public ObservationBatch Rent() => _free.TryTake(out var batch) ? batch : new ObservationBatch();

    public void Return(ObservationBatch batch)
    {
        batch.Clear();
        _free.Add(batch);
    }
}
