using System.Text.Json;

namespace Froth.DefaultData;

internal sealed record PriceEntry(DateOnly Snapshot, string Place, decimal? Input, decimal? Output);

/// <summary>List prices joined to test scores, so that the price of a given quality can be followed.</summary>
internal sealed class ModelPriceBuilder(string scoreSource, string priceSource)
{
    const decimal PerMillion = 1_000_000m;
    const string Prices = "samples/model_prices/litellm_price_changes.jsonl";
    const string LastList = "samples/model_prices/litellm_2026-07-24.json";
    static readonly DateOnly LastListed = new(2026, 7, 24);

    /// <summary>Tested models left out, each with the reason.</summary>
    public List<string> LeftOut { get; } = [];

    public static ModelPriceBuilder Create(SourceRegistry sources) => new(
        sources.Add("Epoch AI", "AI Benchmarking Hub: GPQA Diamond", "https://epoch.ai/benchmarks", "2025-12-17", "newest row of the file", "CC BY 4.0 (Epoch AI)"),
        sources.Add("LiteLLM (BerriAI)", "Model price list, weekly history of changes",
            "https://github.com/BerriAI/litellm/blob/main/model_prices_and_context_window.json", "2026-07-24", "last snapshot", "MIT"));

    public List<Observation> Build(InputFolder inputs)
    {
        var prices = ReadPrices(inputs.Text(Prices, "LiteLLM model price list, log of weekly changes 2024-01-30 to 2026-07-24"));
        var last = ReadLastList(inputs.Text(LastList, "LiteLLM model price list, whole list of 2026-07-24"));
        var rows = new List<Observation>();
        var scores = inputs.Csv("samples/epoch/benchmarks/gpqa_diamond.csv", "Epoch AI, benchmark data, gpqa_diamond.csv");
        foreach (var row in scores.Rows.Where(r => r["Model version"].Length > 0))
        {
            var model = row["Model version"];
            if (row["Started at"].Length == 0) { LeftOut.Add($"{model} (no run date)"); continue; }
            var listed = ListedFor(model, prices);
            var priced = PricesOf(model, row["Release date"], listed).ToList();
            if (priced.Count == 0) { LeftOut.Add($"{model} ({(listed.Count == 0 ? "no list price" : "no price above zero since its release")})"); continue; }
            rows.AddRange(ScoreOf(model, row));
            rows.AddRange(priced);
            rows.AddRange(StillListed(model, priced, last));
        }
        return rows;
    }

    static List<PriceEntry> ListedFor(string model, Dictionary<string, List<PriceEntry>> prices)
    {
        var listed = prices.GetValueOrDefault(ModelAliases.KeyOf(model), []);
        return ModelAliases.EarlierKeyOf(model) is not { } earlier ? listed
            : [.. prices.GetValueOrDefault(earlier.Key, []).Where(e => e.Snapshot < earlier.Until), .. listed];
    }

    static Dictionary<string, List<PriceEntry>> ReadPrices(string text)
    {
        var prices = new Dictionary<string, List<PriceEntry>>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var json = JsonDocument.Parse(line);
            var (entry, record) = (json.RootElement, json.RootElement.GetProperty("record"));
            var key = entry.GetProperty("model").GetString()!;
            if (key.EndsWith(":free", StringComparison.Ordinal)) continue; // a free tier is not a price
            if (!prices.TryGetValue(key, out var list)) prices[key] = list = [];
            var place = $"{entry.GetProperty("repo").GetString()}@{entry.GetProperty("commit").GetString()} {key}";
            list.Add(new PriceEntry(Dates.Parse(entry.GetProperty("snapshot").GetString()!), place,
                PerToken(record, "input_cost_per_token"), PerToken(record, "output_cost_per_token")));
        }
        return prices;
    }

    static Dictionary<string, PriceEntry> ReadLastList(string text)
    {
        using var json = JsonDocument.Parse(text);
        return json.RootElement.EnumerateObject().ToDictionary(m => m.Name, m => new PriceEntry(LastListed, $"model_prices_and_context_window.json {m.Name}",
            PerToken(m.Value, "input_cost_per_token"), PerToken(m.Value, "output_cost_per_token")), StringComparer.Ordinal);
    }

    // The log tells changes only. A price that the last list still shows is told once more, so that it does not look months old.
    IEnumerable<Observation> StillListed(string model, List<Observation> priced, Dictionary<string, PriceEntry> last)
    {
        if (priced.Max(p => p.End) >= LastListed || !last.TryGetValue(ModelAliases.KeyOf(model), out var entry) || entry.Input is null || entry.Output is null) yield break;
        yield return PriceOf("model-input-price", model, entry, entry.Input.Value);
        yield return PriceOf("model-output-price", model, entry, entry.Output.Value);
    }

    static decimal? PerToken(JsonElement record, string field) =>
        record.ValueKind == JsonValueKind.Object && record.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Number && Numbers.Parse(value.GetRawText()) is > 0 and var price ? price * PerMillion : null;

    IEnumerable<Observation> ScoreOf(string model, CsvRow row)
    {
        // A score describes the model as released; that it was so became known with the run.
        var run = Dates.Parse(row["Started at"][..10]);
        var released = row["Release date"].Length == 0 || Dates.Parse(row["Release date"]) > run ? run : Dates.Parse(row["Release date"]);
        var best = row["Best score (across scorers)"];
        var score = new Observation
        {
            Entity = "ai-sector", Concept = "gpqa-diamond-score", Dimension = model, End = released, Value = Numbers.Parse(best), Unit = "ratio",
            Grade = Grades.ThirdParty, Published = run, Source = scoreSource, Locator = $"gpqa_diamond.csv run {row["id"]}",
            Note = best == row["mean_score"] ? "" : $"best of several ways to read the answers; mean {row["mean_score"]}",
        };
        yield return score;
        if (row["stderr"].Length > 0)
            yield return score with { Concept = "gpqa-diamond-standard-error", Value = Numbers.Parse(row["stderr"]), Note = "" };
    }

    // A key may have carried an older model before this one came out: such prices are not this model's.
    IEnumerable<Observation> PricesOf(string model, string release, List<PriceEntry> entries)
    {
        var from = release.Length == 0 ? DateOnly.MinValue : Dates.Parse(release);
        decimal? input = null, output = null;
        foreach (var entry in entries.Where(e => e.Snapshot >= from && e.Input is not null && e.Output is not null).OrderBy(e => e.Snapshot))
        {
            if (entry.Input != input) yield return PriceOf("model-input-price", model, entry, entry.Input!.Value);
            if (entry.Output != output) yield return PriceOf("model-output-price", model, entry, entry.Output!.Value);
            (input, output) = (entry.Input, entry.Output);
        }
    }

    Observation PriceOf(string concept, string model, PriceEntry entry, decimal price) => new()
    {
        Entity = "ai-sector", Concept = concept, Dimension = model, End = entry.Snapshot, Value = price, Unit = "usd-per-million-tokens",
        Grade = Grades.ThirdParty, Published = entry.Snapshot, Source = priceSource, Locator = entry.Place,
    };
}
