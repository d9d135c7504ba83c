namespace Froth.Core.Indicators;

/// <summary>Every indicator of the program, found by one scan of this assembly.</summary>
public static class IndicatorCatalogue
{
    private static readonly Lazy<IReadOnlyList<Indicator>> Scanned = new(() =>
        [.. typeof(Indicator).Assembly.GetTypes()
            .Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(Indicator)))
            .Select(t => (Indicator)Activator.CreateInstance(t)!)
            .OrderBy(i => i.Definition.Pillar).ThenBy(i => i.Definition.Id, StringComparer.Ordinal)]);

    /// <summary>All indicators, by pillar, then id.</summary>
    public static IReadOnlyList<Indicator> All => Scanned.Value;

    /// <summary>The indicator with that id, or null.</summary>
    public static Indicator? Find(string id) => All.FirstOrDefault(i => string.Equals(i.Definition.Id, id, StringComparison.OrdinalIgnoreCase));
}
