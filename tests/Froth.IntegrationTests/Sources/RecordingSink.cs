using System.Text;
using Froth.Core;
using Froth.Core.Entities;
using Froth.Core.Filings;
using Froth.Data.Sources;

namespace Froth.IntegrationTests.Sources;

/// <summary>One filed fact as a parser told it, in plain values.</summary>
public sealed record TestFact(
    string Entity, string Tag, string Dimension, string Unit, DateOnly? Start, DateOnly End, decimal Value, DateOnly Filed, string Accession, string Form, bool IsRounded);

/// <summary>One row of a canonical table as a parser told it.</summary>
public sealed record TestRow(string Table, string Locator, IReadOnlyDictionary<string, string> Cells)
{
    public string this[string column] => Cells.GetValueOrDefault(column) ?? "";
}

/// <summary>Keeps in memory what a parser tells. Knows the entities it is given; names match when they are equal but for letter case.</summary>
public class RecordingSink(DateOnly today, params IReadOnlyList<Entity> known) : ParseSink
{
    private readonly List<Entity> _entities = [.. known];
    private readonly List<string> _words = [""];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal) { [""] = 0 };
    private EntityBook? _book;

    public List<TestFact> Facts { get; } = [];

    public List<TestRow> Rows { get; } = [];

    public List<(string Locator, string Column, string Reason, string Raw)> Refused { get; } = [];

    public List<string> Unresolved { get; } = [];

    public override EntityBook Entities => _book ??= new EntityBook(_entities);

    public override DateOnly Today => today;

    /// <summary>Parses a file with a source, by the format that the source itself recognises.</summary>
    public static RecordingSink Parse(ISource source, string path, DateOnly today, SourceArguments? arguments = null, params IReadOnlyList<Entity> known)
    {
        var sink = new RecordingSink(today, known);
        var file = SourceFile.At(path);
        source.Parse(file, source.Recognise(file) ?? throw new InvalidOperationException($"{path} was not recognised."), arguments ?? SourceArguments.None, sink);
        return sink;
    }

    public override void Row(string table, string locator, params ReadOnlySpan<(string Column, string? Value)> cells)
    {
        var told = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (column, value) in cells) told[column] = value ?? "";
        Rows.Add(new TestRow(table, locator, told));
    }

    public override void Refuse(string locator, string column, string reason, ReadOnlySpan<byte> raw) =>
        Refused.Add((locator, column, reason, Encoding.UTF8.GetString(raw[..Math.Min(raw.Length, 500)])));

    public override string EntityOf(string scheme, string value, string name)
    {
        var trimmed = scheme == "cik" ? value.TrimStart('0') : value;
        var held = _entities.Find(e => e.Identifiers.TryGetValue(scheme, out var id) && (scheme == "cik" ? id.TrimStart('0') : id) == trimmed);
        if (held is not null) return held.Id;
        var entity = new Entity
        {
            Id = $"{scheme}-{trimmed.ToLowerInvariant()}", Name = Bilingual.Same(name), Kind = EntityKind.Firm,
            Identifiers = new Dictionary<string, string> { [scheme] = value },
        };
        _entities.Add(entity);
        _book = null;
        return entity.Id;
    }

    public override string? EntityNamed(string name, string locator)
    {
        if (Entities.Resolve(name) is { } entity) return entity.Id;
        Unresolved.Add(name);
        return null;
    }

    public override void ThrowIfCancelled()
    {
    }

    internal override int Word(ReadOnlySpan<byte> word)
    {
        var text = Encoding.UTF8.GetString(word);
        if (_numbers.TryGetValue(text, out var number)) return number;
        _words.Add(text);
        return _numbers[text] = _words.Count - 1;
    }

    internal override FiledFactBatch Rent() => new();

    internal override void Land(FiledFactBatch batch, long bytesDone)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            Facts.Add(new TestFact(
                _words[batch.Entity[i]], _words[batch.Tag[i]], _words[batch.Dimension[i]], _words[batch.Unit[i]],
                batch.Start[i] == FiledFactBatch.NoStart ? null : Day(batch.Start[i]), Day(batch.End[i]), Unscaled(batch.Value[i]), Day(batch.Filed[i]),
                new Accession(batch.Accession[i]).ToString(), _words[batch.Form[i]], batch.Rounded[i] != 0));
        }
    }

    private static DateOnly Day(int days) => DateOnly.FromDayNumber(days + new DateOnly(1970, 1, 1).DayNumber);

    private static decimal Unscaled(Int128 value)
    {
        var scale = (Int128)1_000_000_000_000_000_000;
        return (decimal)(value / scale) + (decimal)(value % scale) / 1_000_000_000_000_000_000m;
    }
}
