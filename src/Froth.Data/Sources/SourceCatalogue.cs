using Froth.Data.Sources.Mapped;

namespace Froth.Data.Sources;

/// <summary>Every source of the program, found in this assembly: a new source is one new class.</summary>
public static class SourceCatalogue
{
    private static readonly Lazy<IReadOnlyList<ISource>> Found = new(() => [.. typeof(ISource).Assembly.GetTypes()
        .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(ISource)))
        .Select(t => (ISource)Activator.CreateInstance(t)!).OrderBy(s => s.Description.Id, StringComparer.Ordinal)]);

    /// <summary>All sources, by id.</summary>
    public static IReadOnlyList<ISource> All => Found.Value;

    /// <summary>The source with that id, or null.</summary>
    public static ISource? Find(string id) => All.FirstOrDefault(s => s.Description.Id == id);

    /// <summary>The source that knows a file by its content, with the format; null when none does.</summary>
    public static (ISource Source, string Format)? Recognise(SourceFile file)
    {
        foreach (var source in All)
        {
            // Every table could be a mapped one, so that source is only ever asked for by name.
            if (source is not MappedSource && source.Recognise(file) is { } format) return (source, format);
        }

        return null;
    }
}
