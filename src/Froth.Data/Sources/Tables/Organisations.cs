namespace Froth.Data.Sources.Tables;

/// <summary>
/// The entities that the makers of AI data mean by their own names for laboratories and clouds. Only what is certain stands here: a
/// laboratory counts as its owner from the day it was owned.
/// </summary>
internal sealed class Organisations(ParseSink sink)
{
    /// <summary>The whole sector: right for a figure about a model or a machine whose firm the store does not know.</summary>
    public const string Sector = "ai-sector";

    private static readonly Dictionary<string, (string Id, DateOnly Since)> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Google"] = ("alphabet", default),
        ["Google DeepMind"] = ("alphabet", default),
        ["DeepMind"] = ("alphabet", new DateOnly(2014, 1, 26)),
        ["Google Research"] = ("alphabet", default),
        ["Google Brain"] = ("alphabet", default),
        ["Google Cloud"] = ("alphabet", default),
        ["Meta AI"] = ("meta", default),
        ["Facebook"] = ("meta", default),
        ["Facebook AI"] = ("meta", default),
        ["Facebook AI Research"] = ("meta", default),
        ["Microsoft Research"] = ("microsoft", default),
        ["Microsoft Research Asia"] = ("microsoft", default),
        ["Microsoft Azure"] = ("microsoft", default),
        ["Amazon Web Services"] = ("amazon", default),
        ["Mistral"] = ("mistral-ai", default),
        ["Moonshot"] = ("moonshot-ai", default),
        ["Z.ai (Zhipu AI)"] = ("z-ai", default),
        ["Zhipu AI"] = ("z-ai", default),
        ["Nebius AI"] = ("nebius", default),
        ["Lambda Labs"] = ("lambda", default),
        ["Stargate (OpenAI)"] = ("stargate", default),
    };

    private readonly Dictionary<string, string?> _resolved = new(StringComparer.Ordinal);

    /// <summary>The entity that a name means on a day, or null when none is certain.</summary>
    public string? Find(string name, DateOnly day, string locator)
    {
        if (name.Length == 0) return null;
        if (Known.TryGetValue(name, out var known)) return day >= known.Since ? sink.Entities.Find(known.Id)?.Id : null;
        if (!_resolved.TryGetValue(name, out var id)) _resolved[name] = id = sink.EntityNamed(name, locator);
        return id;
    }

    /// <summary>The first of several organisations with commas between, and a note that keeps what the entity does not say.</summary>
    public (string? Entity, string Note) First(string names, DateOnly day, string locator)
    {
        var all = names.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (all.Length == 0) return (null, "no organisation told");
        var entity = Find(all[0], day, locator);
        if (entity is null) return (null, $"by {string.Join(", ", all)}");
        return (entity, all.Length > 1 ? $"with {string.Join(", ", all[1..])}" : "");
    }
}
