using System.Diagnostics;

namespace Froth.Data.Ingest;

/// <summary>How far the parsing of a run has come, over all its files.</summary>
internal sealed class RunProgress(IProgress<IngestProgress>? told, ParseContext context, long bytesTotal)
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private long _bytesBefore;
    private long _position;

    /// <summary>Tells a place in the present file; null when only rows have been added since.</summary>
    public void Report(long? position = null)
    {
        _position = position ?? _position;
        told?.Report(new IngestProgress(_bytesBefore + _position, bytesTotal, context.RowsRead, _watch.Elapsed));
    }

    /// <summary>The present file has been read to its end.</summary>
    public void EndFile(long length)
    {
        _bytesBefore += length;
        _position = 0;
        Report();
    }
}
