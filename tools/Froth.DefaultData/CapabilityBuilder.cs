using System.Globalization;

namespace Froth.DefaultData;

/// <summary>
/// Best Epoch Capabilities Index of each lab through time: one row for each day on which a new model of the lab raised it. The index of a
/// model is fitted together with those of all others, so every score stands as the recorded file gives it and was known with that file.
/// </summary>
internal static class CapabilityBuilder
{
    const string Name = "epoch_capabilities_index.csv";

    // Who stands behind the first organisation that the file names. Labs that the project knows no other fact about are not listed.
    static readonly Dictionary<string, string> Labs = new(StringComparer.Ordinal)
    {
        ["01.AI"] = "01.AI", ["Alibaba"] = "Alibaba", ["Amazon"] = "Amazon", ["Anthropic"] = "Anthropic", ["Baichuan"] = "Baichuan",
        ["Cerebras Systems"] = "Cerebras", ["Databricks"] = "Databricks", ["DeepMind"] = "Alphabet", ["DeepSeek"] = "DeepSeek",
        ["Google"] = "Alphabet", ["Google DeepMind"] = "Alphabet", ["Google Research"] = "Alphabet", ["Meta AI"] = "Meta",
        ["Microsoft"] = "Microsoft", ["Microsoft Research"] = "Microsoft", ["MiniMax"] = "MiniMax", ["Mistral AI"] = "Mistral AI",
        ["Moonshot"] = "Moonshot AI", ["NVIDIA"] = "NVIDIA", ["OpenAI"] = "OpenAI", ["xAI"] = "xAI", ["Z.ai (Zhipu AI)"] = "Z.ai",
    };

    // Dated 2024-09-05 in the file; its own name and its two other rows say 2025-09-05.
    static readonly HashSet<string> WronglyDated = new(StringComparer.Ordinal) { "Kimi-K2-Instruct-0905" };

    public static List<Observation> Build(InputFolder inputs, SourceRegistry sources, EntityRegistry entities)
    {
        var rows = inputs.Csv("samples/epoch/benchmarks/" + Name, "Epoch AI, benchmark data, " + Name).Rows;
        var newest = rows.Max(r => r["Release date"])!;
        var source = sources.Add("Epoch AI", "AI Benchmarking Hub: Epoch Capabilities Index", "https://epoch.ai/benchmarks", newest, "newest row of the file", "CC BY 4.0 (Epoch AI)");
        var usable = rows.Where(r => r["ECI Score"].Length > 0 && r["Release date"].Length > 0 && LabOf(r) is not null && !WronglyDated.Contains(r["Model version"]));
        return [.. usable.GroupBy(r => LabOf(r)!).SelectMany(lab => Rises(lab).Select(r => Of(r, entities.Find(lab.Key), source, Dates.Parse(newest))))];
    }

    static string? LabOf(CsvRow row) => Labs.GetValueOrDefault(row["Organization"].Split(',')[0]);

    static decimal ScoreOf(CsvRow row) => decimal.Parse(row["ECI Score"], NumberStyles.Float, CultureInfo.InvariantCulture);

    // Of several models of one day the best speaks; of several settings of one model that score alike the first by name.
    static IEnumerable<CsvRow> Rises(IEnumerable<CsvRow> rows)
    {
        var best = decimal.MinValue;
        foreach (var day in rows.GroupBy(r => r["Release date"]).OrderBy(d => d.Key, StringComparer.Ordinal))
        {
            var top = day.OrderByDescending(ScoreOf).ThenBy(r => r["Model version"], StringComparer.Ordinal).First();
            if (ScoreOf(top) <= best) continue;
            best = ScoreOf(top);
            yield return top;
        }
    }

    static Observation Of(CsvRow row, string lab, string source, DateOnly known) => new()
    {
        Entity = lab, Concept = "capability-index", Dimension = row["Model version"], End = Dates.Parse(row["Release date"]), Value = decimal.Round(ScoreOf(row), 6),
        Unit = "index", Grade = Grades.ThirdParty, Published = known, Source = source, Locator = $"{Name} {row["Model version"]}", Note = row["Model name"],
    };
}
