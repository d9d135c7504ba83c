namespace Froth.Core.Entities;

/// <summary>What an entity is.</summary>
public enum EntityKind
{
    /// <summary>A company.</summary>
    Firm,

    /// <summary>A company whose business is training models.</summary>
    Lab,

    /// <summary>An investor.</summary>
    Fund,

    /// <summary>A state or one of its bodies.</summary>
    Government,

    /// <summary>A special-purpose vehicle.</summary>
    Vehicle,

    /// <summary>An unnamed pool, such as "bond investors".</summary>
    Group,

    /// <summary>A market or index.</summary>
    Market,

    /// <summary>The whole AI sector.</summary>
    Sector,

    /// <summary>A country.</summary>
    Country,
}

/// <summary>Someone or something that facts are about.</summary>
public sealed record Entity
{
    /// <summary>Stable kebab-case id: URL, CLI argument, column.</summary>
    public required string Id { get; init; }

    /// <summary>Name in both languages; the Latin name stands in where no Chinese one is in use.</summary>
    public required Bilingual Name { get; init; }

    /// <summary>What it is.</summary>
    public required EntityKind Kind { get; init; }

    /// <summary>Part of the value chain (chips, cloud, model_lab, …); may be empty.</summary>
    public string Segment { get; init; } = "";

    /// <summary>ISO 3166 alpha-2 code of its seat; may be empty.</summary>
    public string Country { get; init; } = "";

    /// <summary>Identifiers by scheme: cik, lei, ticker, uscc.</summary>
    public IReadOnlyDictionary<string, string> Identifiers { get; init; } = new Dictionary<string, string>();

    /// <summary>Other names and ids it is found by.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
}

/// <summary>All known entities, found by id, name, alias, ticker or CIK.</summary>
public sealed class EntityBook
{
    private readonly Dictionary<string, Entity> _byId;
    private readonly Dictionary<string, Entity> _byAnyName = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Builds the book; on a clash of names the entity that comes first keeps the name.</summary>
    /// <exception cref="ArgumentException">Two entities share an id.</exception>
    public EntityBook(IEnumerable<Entity> entities)
    {
        All = [.. entities.OrderBy(e => e.Id, StringComparer.Ordinal)];
        _byId = All.ToDictionary(e => e.Id, StringComparer.Ordinal);
        foreach (var entity in All)
        {
            string[] names = [entity.Id, entity.Name.English, entity.Name.Chinese, .. entity.Aliases, .. entity.Identifiers.Values];
            foreach (var name in names)
            {
                if (name.Length > 0) _byAnyName.TryAdd(name, entity);
            }
        }
    }

    /// <summary>No entities.</summary>
    public static EntityBook Empty { get; } = new([]);

    /// <summary>Every entity, by id.</summary>
    public IReadOnlyList<Entity> All { get; }

    /// <summary>The entity with exactly that id, or null.</summary>
    public Entity? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The entity a person means by an id, name, alias, ticker or CIK, or null. Letter case does not matter.</summary>
    public Entity? Resolve(string name) => _byAnyName.GetValueOrDefault(name.Trim());

    /// <summary>The entity's name, or the id itself where it is not known.</summary>
    public Bilingual NameOf(string id) => Find(id)?.Name ?? Bilingual.Same(id);
}
