using System.Globalization;
using System.Text;
using System.Text.Json;
using Froth.Core;
using Froth.Data.Sources.Tables;

namespace Froth.Data.Sources.LiteLlm;

/// <summary>
/// List prices of models at the firms that sell them, and the history of their changes. The same model's price hardly ever moves, so
/// that a fall of prices must be measured at constant quality. The dimension is the list's own key; a key may pass to a newer model.
/// </summary>
internal sealed class LiteLlmSource : ISource
{
    private const string List = "litellm-list";
    private const string Changes = "litellm-changes";
    private const string SourceId = "litellm-prices";
    private const int LongestLine = 1 << 20;

    public SourceDescription Description { get; } = new()
    {
        Id = "litellm",
        Title = new Bilingual("LiteLLM price list", "LiteLLM 价格表"),
        Summary = new Bilingual(
            "List prices of language models in US dollars for a million tokens, by seller. A price of zero means free or unknown and is left out. The same model's price hardly moves: compare at constant quality instead.",
            "各销售方语言模型的标价（美元/百万token）。价格为零表示免费或未知，予以舍去。同一模型的标价几乎不动：应按同等质量比较。"),
        Publisher = "LiteLLM (BerriAI)",
        Url = "https://github.com/BerriAI/litellm/blob/main/model_prices_and_context_window.json",
        Licence = "MIT",
        Arguments = [new SourceArgument("recorded", new Bilingual("Day on which the list was recorded (yyyy-MM-dd).", "价格表的记录日期（yyyy-MM-dd）。"))],
        SuggestedSchedule = "0 6 * * 1",
    };

    public IReadOnlyList<SourceRequest> Requests(SourceArguments arguments, SourceSettings settings) =>
    [
        new SourceRequest(new Uri("https://raw.githubusercontent.com/BerriAI/litellm/main/model_prices_and_context_window.json"), "model_prices_and_context_window.json")
        {
            MediaTypes = ["text/plain", "application/json"], MaximumBytes = 64L << 20,
        },
    ];

    public string? Recognise(SourceFile file)
    {
        var head = file.Head.TrimStart("\uFEFF \r\n\t"u8);
        if (head is not [(byte)'{', ..] || head.IndexOf("\"input_cost_per_token\""u8) < 0) return null;
        var line = head.IndexOf((byte)'\n') is >= 0 and var end ? head[..end] : head;
        if (line.IndexOf("\"snapshot\""u8) >= 0 && line.IndexOf("\"record\""u8) >= 0 && line.IndexOf("\"model\""u8) >= 0) return Changes;
        return head.IndexOf("\"litellm_provider\""u8) >= 0 ? List : null;
    }

    public void Parse(SourceFile file, string format, SourceArguments arguments, ParseSink sink)
    {
        sink.Row("sources", file.Name, ("id", SourceId), ("publisher", "LiteLLM (BerriAI)"), ("title", "Model price list"),
            ("url", "https://github.com/BerriAI/litellm/blob/main/model_prices_and_context_window.json"), ("licence", "MIT"), ("access", "public"));
        var prices = new LiteLlmPrices(sink, SourceId, format == Changes ? Providers(file) : null);
        if (format == List) ParseList(file, arguments, sink, prices);
        else if (format == Changes) ParseChanges(file, sink, prices);
        else throw new ArgumentException($"'{format}' is not a format of LiteLLM.", nameof(format));
        prices.TellZeros();
    }

    private static void ParseList(SourceFile file, SourceArguments arguments, ParseSink sink, LiteLlmPrices prices)
    {
        using var json = Document(file);
        var day = DayText.Argument(arguments) is null && Updated(json.RootElement) is { } updated && updated <= sink.Today ? updated : DayText.Recorded(file, arguments, sink);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var model in json.RootElement.EnumerateObject())
        {
            sink.ThrowIfCancelled();
            number++;
            try
            {
                if (model.Name is "sample_spec" or "last_updated") continue;
                if (!seen.Add(model.Name)) sink.Refuse($"/{model.Name}", "", "the list tells this key twice; the first stays", Encoding.UTF8.GetBytes(model.Name));
                else prices.Model($"/{model.Name}", model.Name, model.Value, day);
            }
            catch (InvalidOperationException fault)
            {
                // A text of broken Unicode is found only when it is read.
                sink.Refuse(string.Create(CultureInfo.InvariantCulture, $"model {number}"), "", $"a text of it is not valid Unicode: {fault.Message}", []);
            }
        }
    }

    private static JsonDocument Document(SourceFile file)
    {
        try
        {
            using var stream = file.Open();
            var json = JsonDocument.Parse(stream);
            if (json.RootElement.ValueKind == JsonValueKind.Object) return json;
            json.Dispose();
            throw new SourceFormatException($"{file.Name} is not a JSON object of models and their prices. Fetch it again; nothing of it was kept.");
        }
        catch (JsonException fault)
        {
            throw new SourceFormatException($"{file.Name} is not a whole JSON list of prices ({fault.Message}). Fetch it again; nothing of it was kept.", fault);
        }
    }

    private static DateOnly? Updated(JsonElement root) =>
        root.TryGetProperty("last_updated", out var told) && told.ValueKind == JsonValueKind.String ? DayText.Read(told.GetRawText().Trim('"')) : null;

    // Early records of the history do not name their provider. One key is one model of one seller, so that a later record of the same
    // key tells it; else the price's history would be torn in two where the name first appears.
    private static Dictionary<string, string> Providers(SourceFile file)
    {
        var providers = new Dictionary<string, string>(StringComparer.Ordinal);
        using var reader = new StreamReader(file.Open(), Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > LongestLine || !line.Contains("\"litellm_provider\"", StringComparison.Ordinal)) continue;
            try
            {
                using var json = JsonDocument.Parse(line);
                if (json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("record", out var record)
                    && Text(json.RootElement, "model") is { } model && LiteLlmFirms.ProviderOf(record) is { } provider) providers.TryAdd(model, provider);
            }
            catch (Exception fault) when (fault is JsonException or InvalidOperationException)
            {
                // The line is refused, with its reason, when the prices are read.
            }
        }

        return providers;
    }

    private static void ParseChanges(SourceFile file, ParseSink sink, LiteLlmPrices prices)
    {
        using var reader = new StreamReader(file.Open(), Encoding.UTF8);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (number % 256 == 0) sink.ThrowIfCancelled();
            if (line.Length == 0) continue;
            var locator = string.Create(CultureInfo.InvariantCulture, $"{file.Name} line {number}");
            if (line.Length > LongestLine) throw new SourceFormatException($"{locator} is longer than {LongestLine:N0} characters; nothing was read.");
            try
            {
                Change(line, locator, sink, prices);
            }
            catch (InvalidOperationException fault)
            {
                sink.Refuse(locator, "", $"a text of it is not valid Unicode: {fault.Message}", Encoding.UTF8.GetBytes(line));
            }
            catch (JsonException fault)
            {
                if (reader.Peek() < 0) throw new SourceFormatException($"{locator}: the file is cut off ({fault.Message}). Fetch it again; nothing of it was kept.", fault);
                sink.Refuse(locator, "", $"the line is not JSON: {fault.Message}", Encoding.UTF8.GetBytes(line));
            }
        }
    }

    private static void Change(string line, string locator, ParseSink sink, LiteLlmPrices prices)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        if (root.ValueKind != JsonValueKind.Object || Text(root, "snapshot") is not { } snapshot || Text(root, "model") is not { } model || !root.TryGetProperty("record", out var record))
            sink.Refuse(locator, "", "the line lacks snapshot, model or record", Encoding.UTF8.GetBytes(line));
        else if (DayText.Read(snapshot) is not { } day || day > sink.Today)
            sink.Refuse(locator, "snapshot", $"'{snapshot}' is not a day up to the run's date", Encoding.UTF8.GetBytes(line));
        else prices.Model(locator, model, record, day);
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var told) && told.ValueKind == JsonValueKind.String ? told.GetString() : null;
}
