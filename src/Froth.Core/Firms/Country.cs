using Froth.Core.Entities;

namespace Froth.Core.Firms;

/// <summary>A country that can be set beside another.</summary>
/// <param name="Code">ISO 3166 alpha-2 code.</param>
/// <param name="Id">Entity id of the country; null where the entity book has none.</param>
/// <param name="Name">Name, or the code where no name is known.</param>
public sealed record Country(string Code, string? Id, Bilingual Name)
{
    /// <summary>Code of the United States.</summary>
    public const string UnitedStates = "US";

    /// <summary>Code of China.</summary>
    public const string China = "CN";

    /// <summary>Every country in which an entity has its seat: those with an entity of their own first, then by code.</summary>
    public static IReadOnlyList<Country> All(EntityBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return [.. book.All.Where(e => e.Country.Length > 0).GroupBy(e => e.Country, StringComparer.Ordinal).Select(g => Of(g.Key, g))
            .OrderBy(c => c.Id is null).ThenBy(c => c.Code, StringComparer.Ordinal)];
    }

    /// <summary>The country that a person means by an id, name, alias or code; null for none.</summary>
    public static Country? Find(EntityBook book, string name)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(name);
        var wanted = book.Resolve(name) is { Kind: EntityKind.Country } named ? named.Country : name.Trim();
        return All(book).FirstOrDefault(c => string.Equals(c.Code, wanted, StringComparison.OrdinalIgnoreCase));
    }

    private static Country Of(string code, IEnumerable<Entity> entities) =>
        entities.FirstOrDefault(e => e.Kind == EntityKind.Country) is { } own ? new Country(code, own.Id, own.Name) : new Country(code, null, Bilingual.Same(code));
}
