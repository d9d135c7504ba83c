using System.Globalization;
using System.Text.Json;

namespace Froth.Core.Filings;

/// <summary>
/// The reviewed table from concepts to the tags that can carry them. It lies beside this file as <c>concepts.json</c> and travels in
/// the assembly.
/// </summary>
public sealed class ConceptMap
{
    private static readonly Lazy<ConceptMap> Ours = new(ReadShipped);
    private readonly Dictionary<string, ConceptRule> _byConcept;

    /// <summary>Makes a map; every sum may only name concepts of the map that come to an end without it.</summary>
    /// <exception cref="ArgumentException">Two rules share a concept, or a sum names an unknown concept or itself.</exception>
    public ConceptMap(int version, IReadOnlyList<ConceptRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        Version = version;
        _byConcept = rules.ToDictionary(r => r.Concept, StringComparer.Ordinal);
        List<ConceptRule> ordered = [];
        foreach (var rule in rules) Order(rule, ordered, []);
        Rules = ordered;
    }

    /// <summary>The map of this version of the program.</summary>
    public static ConceptMap Shipped => Ours.Value;

    /// <summary>Raised with every change that can change a resolved value.</summary>
    public int Version { get; }

    /// <summary>Every rule, each after those that its sums need.</summary>
    public IReadOnlyList<ConceptRule> Rules { get; }

    /// <summary>The rule of a concept, or null.</summary>
    public ConceptRule? Find(string concept) => _byConcept.GetValueOrDefault(concept);

    /// <summary>Every tag that some rule names.</summary>
    public IReadOnlySet<string> Tags => Rules.SelectMany(r => r.Tags).Select(t => t.Tag).ToHashSet(StringComparer.Ordinal);

    /// <summary>The part of the map that these concepts need, sums and the splits that adjust shares included.</summary>
    public ConceptMap Needed(IEnumerable<string> concepts)
    {
        ArgumentNullException.ThrowIfNull(concepts);
        var needed = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(concepts.Where(_byConcept.ContainsKey));
        while (open.TryPop(out var concept))
        {
            if (!needed.Add(concept)) continue;
            foreach (var term in _byConcept[concept].Sums.SelectMany(s => s)) open.Push(term.Concept);
        }

        return new ConceptMap(Version, [.. Rules.Where(r => needed.Contains(r.Concept))]);
    }

    /// <summary>Reads a map from JSON.</summary>
    /// <exception cref="ArgumentException">A rule is incomplete; the message names it.</exception>
    public static ConceptMap Read(Stream json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new ConceptMap(root.GetProperty("version").GetInt32(), [.. root.GetProperty("concepts").EnumerateArray().Select(RuleOf)]);
    }

    private static ConceptMap ReadShipped()
    {
        using var stream = typeof(ConceptMap).Assembly.GetManifestResourceStream("Froth.Core.Filings.concepts.json")
            ?? throw new InvalidOperationException("The assembly lacks its table of concepts.");
        return Read(stream);
    }

    private void Order(ConceptRule rule, List<ConceptRule> ordered, HashSet<string> above)
    {
        if (ordered.Contains(rule)) return;
        if (!above.Add(rule.Concept)) throw new ArgumentException($"The sums of {rule.Concept} lead back to itself.");
        foreach (var term in rule.Sums.SelectMany(s => s))
        {
            if (!_byConcept.TryGetValue(term.Concept, out var needed)) throw new ArgumentException($"{rule.Concept} sums the unknown concept {term.Concept}.");
            Order(needed, ordered, above);
        }

        above.Remove(rule.Concept);
        ordered.Add(rule);
    }

    private static ConceptRule RuleOf(JsonElement json)
    {
        var concept = Text(json, "concept");
        if (concept.Length == 0) throw new ArgumentException("A rule has no concept.");
        string[] exact = Texts(json, "tags"), parts = Texts(json, "parts"), substitutes = Texts(json, "substitutes");
        var tags = exact.Select(t => (t, TagMeaning.Exact)).Concat(parts.Select(t => (t, TagMeaning.Part))).Concat(substitutes.Select(t => (t, TagMeaning.Substitute)));
        return new ConceptRule
        {
            Concept = concept,
            Title = new Bilingual(Text(json, "en"), Text(json, "zh")),
            Kind = Enum.Parse<ConceptKind>(Text(json, "kind"), ignoreCase: true),
            Measure = Enum.Parse<ConceptMeasure>(Text(json, "measure").Replace("-", "", StringComparison.Ordinal), ignoreCase: true),
            Tags = [.. tags.Select((t, i) => new TagCandidate(t.t, t.Item2, i))],
            Matching = Text(json, "matching") is { Length: > 0 } pattern ? pattern : null,
            Rises = Flag(json, "rises"),
            IsToldAsDuration = Flag(json, "toldAsDuration"),
            HasUnknownOverlap = Flag(json, "overlap"),
            IsDimensioned = Flag(json, "dimensioned"),
            Within = Text(json, "within"),
            SumOver = Text(json, "sumOver") is { Length: > 0 } axis ? axis : null,
            Sums = json.TryGetProperty("sums", out var sums) ? [.. sums.EnumerateArray().Select(SumOf)] : [],
            Exceptions = json.TryGetProperty("except", out var except) ? [.. except.EnumerateArray().Select(ExceptionOf)] : [],
        };
    }

    private static IReadOnlyList<SumTerm> SumOf(JsonElement json) =>
        [.. json.EnumerateArray().Select(t => t.GetString()!).Select(t => new SumTerm(t.Trim('?', '!', '-'), t.EndsWith('?'), t.StartsWith('!'), t.StartsWith('-')))];

    private static TagException ExceptionOf(JsonElement json) => new(
        Text(json, "entity"),
        Text(json, "tag") is { Length: > 0 } tag ? tag : null,
        json.TryGetProperty("value", out var value) ? value.GetDecimal() : null,
        Text(json, "after") is { Length: > 0 } after ? DateOnly.ParseExact(after, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
        Text(json, "why"));

    private static string Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private static string[] Texts(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? [.. value.EnumerateArray().Select(v => v.GetString()!)] : [];

    private static bool Flag(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.GetBoolean();
}
