using System.Text;
using Froth.Core;
using Froth.Core.Entities;
using Froth.Core.Filings;

namespace Froth.Data.Sources;

/// <summary>One filed fact as a parser told it, in plain values.</summary>
/// <param name="Entity">Entity id.</param>
/// <param name="Tag">Taxonomy and tag.</param>
/// <param name="Dimension">Members; empty for the whole firm.</param>
/// <param name="Unit">Unit as filed.</param>
/// <param name="Start">First day; null for a balance.</param>
/// <param name="End">Last day.</param>
/// <param name="Value">The number.</param>
/// <param name="Filed">Day of the filing.</param>
/// <param name="Accession">Number of the filing.</param>
/// <param name="Form">Form of the filing.</param>
/// <param name="IsRounded">Whether the source rounds dates.</param>
public sealed record ParsedFact(
    string Entity, string Tag, string Dimension, string Unit, DateOnly? Start, DateOnly End, decimal Value, DateOnly Filed, string Accession, string Form, bool IsRounded);

/// <summary>One row of a canonical table as a parser told it.</summary>
/// <param name="Table">Name of the table.</param>
/// <param name="Locator">Place in the response.</param>
/// <param name="Cells">Cells by column.</param>
public sealed record ParsedRow(string Table, string Locator, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>A cell; empty where none was told.</summary>
    public string this[string column] => Cells.GetValueOrDefault(column) ?? "";
}

/// <summary>
/// Keeps in memory what a parser tells, for use without a store: tools, benches, tests. Knows the entities it is given; names match
/// when they are equal but for letter case.
/// </summary>
/// <param name="today">The day of the run.</param>
/// <param name="known">Entities known beforehand.</param>
public class MemorySink(DateOnly today, params IReadOnlyList<Entity> known) : ParseSink
{
    private readonly List<Entity> _entities = [.. known];
    private readonly List<string> _words = [""];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal) { [""] = 0 };
    private EntityBook? _book;

    /// <summary>Filed facts, in the order told.</summary>
    public List<ParsedFact> Facts { get; } = [];

    /// <summary>Rows of canonical tables, in the order told.</summary>
    public List<ParsedRow> Rows { get; } = [];

    /// <summary>Pieces refused.</summary>
    public List<(string Locator, string Column, string Reason, string Raw)> Refused { get; } = [];

    /// <summary>Names that meant no known entity.</summary>
    public List<string> Unresolved { get; } = [];

    /// <inheritdoc />
    public override EntityBook Entities => _book ??= new EntityBook(_entities);

    /// <inheritdoc />
    public override DateOnly Today => today;

    /// <summary>Parses a file with a source, by the format that the source itself recognises.</summary>
    public static MemorySink Parse(ISource source, string path, DateOnly today, SourceArguments? arguments = null, params IReadOnlyList<Entity> known)
    {
        var sink = new MemorySink(today, known);
        var file = SourceFile.At(path);
        source.Parse(file, source.Recognise(file) ?? throw new InvalidOperationException($"{path} was not recognised."), arguments ?? SourceArguments.None, sink);
        return sink;
    }

    /// <inheritdoc />
    public override void Row(string table, string locator, params ReadOnlySpan<(string Column, string? Value)> cells)
    {
        var told = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (column, value) in cells) told[column] = value ?? "";
        Rows.Add(new ParsedRow(table, locator, told));
    }

    /// <inheritdoc />
    public override void Refuse(string locator, string column, string reason, ReadOnlySpan<byte> raw) =>
        Refused.Add((locator, column, reason, Encoding.UTF8.GetString(raw[..Math.Min(raw.Length, 500)])));

    /// <inheritdoc />
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

    /// <inheritdoc />
    public override string? EntityNamed(string name, string locator)
    {
        if (Entities.Resolve(name) is { } entity) return entity.Id;
        Unresolved.Add(name);
        return null;
    }

    /// <inheritdoc />
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
            Facts.Add(new ParsedFact(
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
