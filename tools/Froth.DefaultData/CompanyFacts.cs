using System.Text.Json;

namespace Froth.DefaultData;

internal sealed record FilingFact(
    string Tag, DateOnly? Start, DateOnly End, decimal Value, string Accession, string Form, DateOnly Filed);

/// <summary>The as-filed facts of one firm. Only annual and quarterly reports: proxies and prospectuses are sometimes mis-scaled.</summary>
internal sealed class CompanyFacts
{
    readonly Dictionary<string, List<FilingFact>> _byTag = new(StringComparer.Ordinal);

    public required string Entity { get; init; }
    public required string Source { get; init; }

    public static CompanyFacts Read(
        InputFolder inputs, SourceRegistry sources, string entity, string name, string cik, string recorded, IReadOnlySet<string> tags)
    {
        var bytes = inputs.Bytes($"samples/edgar/companyfacts/{cik}.json", $"SEC companyfacts {cik} ({name}), recorded {recorded}");
        var source = sources.Add($"{name} (SEC)", $"EDGAR companyfacts {cik}", $"https://data.sec.gov/api/xbrl/companyfacts/{cik}.json",
            recorded, "date of recording", "public domain (US SEC filing)");
        var firm = new CompanyFacts { Entity = entity, Source = source };
        using var json = JsonDocument.Parse(bytes);
        foreach (var taxonomy in json.RootElement.GetProperty("facts").EnumerateObject())
            foreach (var tag in taxonomy.Value.EnumerateObject())
                if (tags.Contains($"{taxonomy.Name}:{tag.Name}"))
                    firm.Read($"{taxonomy.Name}:{tag.Name}", tag.Value.GetProperty("units"));
        return firm;
    }

    public IReadOnlyList<FilingFact> Of(string tag) => _byTag.TryGetValue(tag, out var facts) ? facts : [];

    void Read(string tag, JsonElement units)
    {
        var facts = new List<FilingFact>();
        foreach (var unit in units.EnumerateObject())
        {
            // A firm may report a second currency under one tag; all three read here report in dollars.
            if (unit.Name is not ("USD" or "shares" or "USD/shares")) continue;
            foreach (var fact in unit.Value.EnumerateArray())
                if (fact.GetProperty("form").GetString() is "10-K" or "10-Q" or "10-K/A" or "10-Q/A")
                    facts.Add(Of(tag, fact));
        }
        _byTag[tag] = facts;
    }

    static FilingFact Of(string tag, JsonElement fact) => new(
        tag, fact.TryGetProperty("start", out var start) ? Dates.Parse(start.GetString()!) : null,
        Dates.Parse(fact.GetProperty("end").GetString()!), Numbers.Parse(fact.GetProperty("val").GetRawText()),
        fact.GetProperty("accn").GetString()!, fact.GetProperty("form").GetString()!, Dates.Parse(fact.GetProperty("filed").GetString()!));
}
