namespace Froth.Core.Entities;

/// <summary>What a name means among known entities.</summary>
/// <param name="Entity">Id of the entity that it certainly means, or null.</param>
/// <param name="Candidate">Id of the most similar entity where none is certain; empty when none is similar.</param>
/// <param name="Score">Similarity of the candidate, 0 to 1; 1 where the name is certain or fits several entities equally.</param>
/// <param name="Reason">Why it is not certain, in a sentence; empty where it is.</param>
public sealed record NameMatch(string? Entity, string Candidate, double Score, string Reason);

/// <summary>
/// Finds entities by what they are called. Certain is an exact id, name, alias or identifier, and a name that is the same as that of
/// exactly one entity once legal forms and spelling are put aside. Similarity alone never decides; it proposes.
/// </summary>
public sealed class NameIndex
{
    private readonly Dictionary<string, string> _exact = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<string>> _normalised = new(StringComparer.Ordinal);

    /// <summary>Builds the index; on a clash of exact names the entity that comes first in the order of ids keeps the name.</summary>
    /// <exception cref="ArgumentNullException">The entities are null.</exception>
    public NameIndex(IEnumerable<Entity> entities)
    {
        ArgumentNullException.ThrowIfNull(entities);
        foreach (var entity in entities.OrderBy(e => e.Id, StringComparer.Ordinal)) Add(entity);
    }

    /// <summary>Adds an entity, or further names of a known one.</summary>
    /// <exception cref="ArgumentNullException">The entity is null.</exception>
    public void Add(Entity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        string[] names = [entity.Name.English, entity.Name.Chinese, .. entity.Aliases];
        foreach (var text in (string[])[entity.Id, .. names, .. entity.Identifiers.Values])
        {
            if (text.Length > 0) _exact.TryAdd(text, entity.Id);
        }

        foreach (var name in names)
        {
            var key = NameMatching.Normalise(name);
            if (key.Length == 0) continue;
            if (!_normalised.TryGetValue(key, out var ids)) _normalised[key] = ids = [];
            if (!ids.Contains(entity.Id)) ids.Add(entity.Id);
        }
    }

    /// <summary>The entity that a name certainly means, or null. Quick: similarity is not looked at.</summary>
    /// <param name="name">Name as told.</param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    public string? FindCertain(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (_exact.TryGetValue(name.Trim(), out var id)) return id;
        return _normalised.TryGetValue(NameMatching.Normalise(name), out var ids) && ids.Count == 1 ? ids[0] : null;
    }

    /// <summary>What a name means.</summary>
    /// <param name="name">Name as told.</param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    public NameMatch Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (FindCertain(name) is { } id) return Certain(id);
        var key = NameMatching.Normalise(name);
        if (key.Length == 0) return new NameMatch(null, "", 0, "the name is empty");
        if (_normalised.TryGetValue(key, out var ids))
        {
            return new NameMatch(null, ids.Min(StringComparer.Ordinal)!, 1, $"several entities are called so: {string.Join(", ", ids.Order(StringComparer.Ordinal))}");
        }

        var (score, candidate) = MostSimilar(key);
        return score >= NameMatching.ReviewThreshold
            ? new NameMatch(null, candidate, score, $"similar to the name of {candidate}, which is no proof")
            : new NameMatch(null, "", 0, "no known entity has such a name");
    }

    private (double Score, string Candidate) MostSimilar(string key)
    {
        var best = (Score: 0.0, Candidate: "");
        foreach (var (known, ids) in _normalised)
        {
            var score = NameMatching.Similarity(key, known);
            var candidate = ids.Min(StringComparer.Ordinal)!;
            if (score > best.Score || (score == best.Score && string.CompareOrdinal(candidate, best.Candidate) < 0)) best = (score, candidate);
        }

        return best;
    }

    private static NameMatch Certain(string id) => new(id, id, 1, "");
}
