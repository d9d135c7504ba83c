using System.Globalization;
using Froth.Core.Entities;
using Froth.Data.Ingest;
using Froth.Data.Sources;

namespace Froth.Bench;

/// <summary>Takes what a parser tells and keeps only counts. Batches go back into use at once, as when another thread stores them.</summary>
internal sealed class BenchSink(DateOnly today) : ParseSink
{
    private readonly WordTable _words = MakeWords();
    private readonly Stack<FiledFactBatch> _free = new();

    public long Facts { get; private set; }

    public long Rows { get; private set; }

    public long Refused { get; private set; }

    /// <summary>Depends on every value, so that no work can be left out unnoticed.</summary>
    public Int128 Sum { get; private set; }

    public override EntityBook Entities => EntityBook.Empty;

    public override DateOnly Today => today;

    public override void Row(string table, string locator, params ReadOnlySpan<(string Column, string? Value)> cells) => Rows++;

    public override void Refuse(string locator, string column, string reason, ReadOnlySpan<byte> raw) => Refused++;

    public override string EntityOf(string scheme, string value, string name) => string.Create(CultureInfo.InvariantCulture, $"{scheme}-{value}");

    public override string? EntityNamed(string name, string locator) => null;

    public override void ThrowIfCancelled()
    {
    }

    internal override int Word(ReadOnlySpan<byte> word) => _words.Add(word);

    internal override FiledFactBatch Rent() => _free.TryPop(out var batch) ? batch : new FiledFactBatch();

    internal override void Land(FiledFactBatch batch, long bytesDone)
    {
        Facts += batch.Count;
        Sum += batch.Value[batch.Count - 1] + batch.Filed[0] + batch.Accession[0];
        batch.Count = 0;
        _free.Push(batch);
    }

    private static WordTable MakeWords()
    {
        var words = new WordTable();
        words.Add("");
        return words;
    }
}
