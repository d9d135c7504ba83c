using Froth.Data.Sources;
using Froth.Data.Stores;

namespace Froth.Data.Ingest;

/// <summary>
/// Parses the files of a run one after the other, on one thread, and hands over batches in that order: what lands does not
/// depend on the timing of threads.
/// </summary>
internal sealed class RunParser(ParseContext context, IngestOptions options, BatchPools pools, Action<ParsedBatch> emit, CancellationToken cancellation)
{
    private const int BytesInRow = 96;

    /// <summary>Parses all <paramref name="files"/>, each known by its shape or by its source and format.</summary>
    public void Parse(IReadOnlyList<InputFile> files)
    {
        var progress = new RunProgress(options.Progress, context, files.Sum(f => f.Length));
        var csv = new CsvFileParser(context, options, pools, emit, progress, cancellation);
        context.Seen.Expect(files.Where(f => f.Shape == CsvShape.Observations || f.Shape == CsvShape.FiledFacts).Sum(f => f.Length) / BytesInRow);
        foreach (var file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            if (file.Source is null) ParseCsv(csv, file);
            else ParseResponse(csv, file, progress);
            progress.EndFile(file.Length);
        }
    }

    private void ParseCsv(CsvFileParser csv, InputFile file)
    {
        using var stream = new FileStream(file.BytesPath, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        csv.Parse(file, stream);
        emit(new ParsedBatch { File = file, End = FileEnd.Whole });
    }

    private void ParseResponse(CsvFileParser csv, InputFile file, RunProgress progress)
    {
        var sink = new StoringSink(context, file, options, csv, pools, emit, progress, cancellation);
        try
        {
            file.Source!.Parse(file.AsResponse(options.Clock.GetUtcNow()), file.Format, file.Arguments, sink);
        }
        catch (SourceFormatException fault)
        {
            var problem = new QuarantinedRow(0, file.Name, 0, "", fault.Message, "");
            if (sink.HasFlushed) throw new IngestRejectedException($"Nothing was ingested: {problem}", [problem]);
            sink.TakeBack();
            emit(new ParsedBatch { File = file, Quarantined = [problem], End = FileEnd.Unusable });
            return;
        }

        sink.Complete();
        emit(new ParsedBatch { File = file, End = FileEnd.Whole });
    }
}
