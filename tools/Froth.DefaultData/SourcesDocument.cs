using System.Text;

namespace Froth.DefaultData;

/// <summary>Fills the counts, hashes and omissions into the hand-written text, so that they cannot go stale.</summary>
internal static class SourcesDocument
{
    public static byte[] Build(
        IEnumerable<CsvFile> files, IReadOnlyDictionary<string, string> hashes, IEnumerable<string> checks,
        IEnumerable<string> dropped, IEnumerable<string> modelsLeftOut)
    {
        using var stream = typeof(SourcesDocument).Assembly.GetManifestResourceStream("SOURCES.template.md")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal)
            .Replace("{{rows}}", Lines(files.Select(f => $"| `{f.Name}` | {f.Rows} |")), StringComparison.Ordinal)
            .Replace("{{hashes}}", Lines(hashes.Select(h => $"| {h.Key} | `{h.Value}` |")), StringComparison.Ordinal)
            .Replace("{{checks}}", Lines(checks.Select(c => "- " + c)), StringComparison.Ordinal)
            .Replace("{{dropped}}", Lines(dropped.Select(d => "- " + d)), StringComparison.Ordinal)
            .Replace("{{models}}", string.Join(", ", modelsLeftOut.Order(StringComparer.Ordinal)), StringComparison.Ordinal);
        return new UTF8Encoding(false).GetBytes(text);
    }

    static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);
}
