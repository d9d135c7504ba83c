using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Froth.Core;
using Froth.Core.Data;
using Froth.Core.Entities;

namespace Froth.Data.Ingest;

/// <summary>What the parsers of one run share: the words, the entities and sources known so far, the rows seen, the tallies.</summary>
internal sealed class ParseContext : IDisposable
{
    private readonly Dictionary<string, Entity> _entities;
    private EntityBook? _book;

    public ParseContext(WordTable words, IEnumerable<Entity> entities, IEnumerable<string> sources, IngestOptions options)
    {
        Words = words;
        _entities = entities.ToDictionary(e => e.Id, StringComparer.Ordinal);
        Sources = new HashSet<string>(sources, StringComparer.Ordinal);
        DefaultAccess = Codes.Of(options.DefaultAccess);
        Today = DateOnly.FromDateTime(options.Clock.GetUtcNow().UtcDateTime);
        if (words.Count == 0) words.Add("");
    }

    public WordTable Words { get; }

    public HashSet<string> Sources { get; }

    public DuplicateTable Seen { get; } = new();

    /// <summary>First row of each key of the small shapes, for contradictions within the run.</summary>
    public Dictionary<string, (string Content, CsvFile File, int Line)> SeenRecords { get; } = new(StringComparer.Ordinal);

    public List<CsvFile> Files { get; } = [];

    public string DefaultAccess { get; }

    public DateOnly Today { get; }

    public long RowsRead { get; set; }

    public long Duplicates { get; set; }

    public EntityBook Book => _book ??= new EntityBook(_entities.Values);

    public void Know(Entity entity)
    {
        _entities[entity.Id] = entity;
        _book = null;
    }

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
        foreach (var scheme in (string[])["ticker", "cik", "lei", "uscc"])
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
}
