using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Froth.Core;
using Froth.Core.Data;
using Froth.Core.Entities;

namespace Froth.Data.Ingest;

/// <summary>What the parsers of one run share: the words, the entities, sources and filings known so far, the rows seen, the tallies.</summary>
internal sealed class ParseContext : IDisposable
{
    private static readonly string[] Schemes = ["ticker", "cik", "lei", "uscc"];

    private readonly Dictionary<string, Entity> _entities;
    private EntityBook? _book;
    private NameIndex? _names;
    private Dictionary<string, string>? _identifiers;

    public ParseContext(WordTable words, IEnumerable<Entity> entities, IEnumerable<string> sources, KnownFilings filings, IngestOptions options)
    {
        Words = words;
        _entities = entities.ToDictionary(e => e.Id, StringComparer.Ordinal);
        Sources = new HashSet<string>(sources, StringComparer.Ordinal);
        Filings = filings;
        Today = DateOnly.FromDateTime(options.Clock.GetUtcNow().UtcDateTime);
        if (words.Count == 0) words.Add("");
    }

    public WordTable Words { get; }

    public HashSet<string> Sources { get; }

    public KnownFilings Filings { get; }

    public DuplicateTable Seen { get; } = new();

    /// <summary>First row of each key of the small shapes, for contradictions within the run.</summary>
    public Dictionary<string, (string Content, InputFile File, int Line)> SeenRecords { get; } = new(StringComparer.Ordinal);

    public List<InputFile> Files { get; } = [];

    public DateOnly Today { get; }

    public long RowsRead { get; set; }

    public long Duplicates { get; set; }

    public EntityBook Book => _book ??= new EntityBook(_entities.Values);

    /// <summary>The same entities by name; it grows with them, since building it anew for every newcomer would take forever.</summary>
    public NameIndex Names => _names ??= new NameIndex(_entities.Values);

    public Entity? Find(string id) => _entities.GetValueOrDefault(id);

    public void Know(Entity entity)
    {
        _entities[entity.Id] = entity;
        _book = null;
        _names?.Add(entity);
        if (_identifiers is not null) Index(entity);
    }

    /// <summary>Takes back entities that a file told which then turned out to be unusable.</summary>
    public void Forget(IEnumerable<string> ids)
    {
        foreach (var id in ids) _entities.Remove(id);
        (_book, _names, _identifiers) = (null, null, null);
    }

    public bool Knows(string id) => _entities.ContainsKey(id);

    /// <summary>Id of the entity with that identifier, or null.</summary>
    public string? FindBy(string scheme, string value)
    {
        if (_identifiers is null)
        {
            // An entity that somebody described comes before one that was only made up from its identifier.
            _identifiers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (var entity in _entities.Values.OrderBy(e => Schemes.Any(s => e.Id.StartsWith(s + "-", StringComparison.Ordinal))).ThenBy(e => e.Id, StringComparer.Ordinal)) Index(entity);
        }

        return _identifiers.GetValueOrDefault(KeyOf(scheme, value));
    }

    /// <summary>An identifier in its one spelling: CIKs come with and without leading zeros.</summary>
    public static string Trimmed(string scheme, string value) => scheme == "cik" ? value.Trim().TrimStart('0') : value.Trim();

    public void Dispose() => Seen.Dispose();

    /// <summary>Why a day of publication cannot be, or null.</summary>
    public string? Future(DateOnly published) => published > Today
        ? string.Create(CultureInfo.InvariantCulture, $"publication date {published:yyyy-MM-dd} lies after the run's date {Today:yyyy-MM-dd}")
        : null;

    /// <summary>Id of a source told inside a row, from what is told, so that the same publication has the same id everywhere.</summary>
    public static string InlineSourceId(string publisher, string title, string url, string date)
    {
        var told = Encoding.UTF8.GetBytes(string.Join('\u001f', publisher, title, url, date));
        return "source-" + Convert.ToHexStringLower(SHA256.HashData(told))[..12];
    }

    /// <summary>An entity from the cells of its row.</summary>
    public static Entity EntityOf(RecordRow row)
    {
        var identifiers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var scheme in Schemes)
        {
            if (row[scheme].Length > 0) identifiers[scheme] = row[scheme];
        }

        Codes.TryParse<EntityKind>(row["kind"], out var kind);
        return new Entity
        {
            Id = row["id"],
            Name = new Bilingual(row["name"], row["name_zh"].Length > 0 ? row["name_zh"] : row["name"]),
            Kind = kind,
            Segment = row["segment"],
            Country = row["country"],
            Identifiers = identifiers,
            Aliases = row["aliases"].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        };
    }

    private void Index(Entity entity)
    {
        foreach (var (scheme, value) in entity.Identifiers) _identifiers!.TryAdd(KeyOf(scheme, value), entity.Id);
    }

    private static string KeyOf(string scheme, string value) => $"{scheme}|{Trimmed(scheme, value)}";
}
