using System.Text.Json;

namespace Froth.Data.Sources.LiteLlm;

/// <summary>
/// The firm that sells under a provider of the price list. The seller, not the maker of the model: what Azure asks for a model of OpenAI is
/// Microsoft's price. Only what is certain stands here.
/// </summary>
internal static class LiteLlmFirms
{
    private static readonly Dictionary<string, string> Sellers = new(StringComparer.Ordinal)
    {
        ["openai"] = "openai",
        ["text-completion-openai"] = "openai",
        ["chatgpt"] = "openai",
        ["anthropic"] = "anthropic",
        ["azure"] = "microsoft",
        ["azure_ai"] = "microsoft",
        ["azure_text"] = "microsoft",
        ["github_copilot"] = "microsoft",
        ["bedrock"] = "amazon",
        ["bedrock_converse"] = "amazon",
        ["bedrock_mantle"] = "amazon",
        ["sagemaker"] = "amazon",
        ["amazon_nova"] = "amazon",
        ["gemini"] = "alphabet",
        ["palm"] = "alphabet",
        ["mistral"] = "mistral-ai",
        ["codestral"] = "mistral-ai",
        ["text-completion-codestral"] = "mistral-ai",
        ["xai"] = "xai",
        ["deepseek"] = "deepseek",
        ["groq"] = "groq",
        ["databricks"] = "databricks",
        ["perplexity"] = "perplexity",
        ["oci"] = "oracle",
        ["dashscope"] = "alibaba",
        ["moonshot"] = "moonshot-ai",
        ["minimax"] = "minimax",
        ["zai"] = "z-ai",
        ["cerebras"] = "cerebras",
        ["nebius"] = "nebius",
        ["nscale"] = "nscale",
        ["lambda_ai"] = "lambda",
        ["crusoe"] = "crusoe",
        ["nvidia_nim"] = "nvidia",
        ["meta_llama"] = "meta",
        ["meta"] = "meta",
        ["volcengine"] = "bytedance",
        ["tencent"] = "tencent",
    };

    /// <summary>The seller's entity id, where it is certain and the store knows it; else null.</summary>
    public static string? Of(string provider, ParseSink sink)
    {
        if (provider.StartsWith("vertex_ai", StringComparison.Ordinal)) return sink.Entities.Find("alphabet")?.Id;
        return Sellers.TryGetValue(provider, out var id) ? sink.Entities.Find(id)?.Id : null;
    }

    /// <summary>The provider that a record names, or null.</summary>
    public static string? ProviderOf(JsonElement record) =>
        record.ValueKind == JsonValueKind.Object && record.TryGetProperty("litellm_provider", out var told) && told.ValueKind == JsonValueKind.String ? told.GetString() : null;

    /// <summary>The provider that the list puts before a key with a slash (<c>azure/gpt-4</c>), or null.</summary>
    public static string? PrefixOf(string key) => key.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? key[..slash] : null;
}
