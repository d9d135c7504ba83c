using Froth.Core;
using Froth.Core.Entities;
using Froth.Data.Sources.Tables;

namespace Froth.IntegrationTests.Sources.Tables;

/// <summary>The entities of the default data, as a parser of AI data meets them.</summary>
public static class DefaultEntities
{
    private static readonly Lazy<IReadOnlyList<Entity>> Loaded = new(Load);

    public static IReadOnlyList<Entity> All => Loaded.Value;

    private static List<Entity> Load()
    {
        using var stream = File.OpenRead(Repository.Path("data", "entities.csv"));
        var table = new HeadedTable(stream, "entities.csv", new TableShape("entities", "* id\n* name\n! name_zh\n! aliases"));
        var sink = new RecordingSink(DateOnly.MaxValue);
        var entities = new List<Entity>();
        while (table.Next(sink))
        {
            entities.Add(new Entity
            {
                Id = table["id"], Name = new Bilingual(table["name"], table["name_zh"].Length > 0 ? table["name_zh"] : table["name"]), Kind = EntityKind.Firm,
                Aliases = table["aliases"].Split('|', StringSplitOptions.RemoveEmptyEntries),
            });
        }

        return entities;
    }
}
