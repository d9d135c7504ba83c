using System.Text.RegularExpressions;

namespace Froth.DefaultData;

/// <summary>
/// Which key of the price list is the model that was tested. Checked by hand, one by one: names alone mislead, since
/// some keys roll on to a newer model under the same name. Open models are priced at one host that serves them.
/// </summary>
internal static partial class ModelAliases
{
    // DeepSeek's own keys named these models until the next version took them over on the day given.
    static readonly Dictionary<string, (string Key, DateOnly Until)> EarlierKeys = new(StringComparer.Ordinal)
    {
        ["DeepSeek-R1"] = ("deepseek/deepseek-reasoner", new DateOnly(2025, 5, 28)),
        ["DeepSeek-V3"] = ("deepseek/deepseek-chat", new DateOnly(2025, 3, 24)),
    };

    static readonly Dictionary<string, string> Keys = new(StringComparer.Ordinal)
    {
        ["DeepSeek-R1"] = "deepseek/deepseek-r1",
        ["DeepSeek-R1-0528"] = "together_ai/deepseek-ai/DeepSeek-R1-0528-tput",
        ["DeepSeek-R1-Distill-Llama-70B"] = "groq/deepseek-r1-distill-llama-70b",
        ["DeepSeek-V3"] = "deepseek/deepseek-v3",
        ["Llama-2-70b-chat-hf"] = "deepinfra/meta-llama/Llama-2-70b-chat-hf",
        ["Llama-3.1-405B-Instruct"] = "together_ai/meta-llama/Meta-Llama-3.1-405B-Instruct-Turbo",
        ["Llama-3.1-70B-Instruct"] = "together_ai/meta-llama/Meta-Llama-3.1-70B-Instruct-Turbo",
        ["Llama-3.1-8B-Instruct"] = "together_ai/meta-llama/Meta-Llama-3.1-8B-Instruct-Turbo",
        ["Llama-3.2-90B-Vision-Instruct"] = "meta.llama3-2-90b-instruct-v1:0",
        ["Llama-3.3-70B-Instruct"] = "together_ai/meta-llama/Llama-3.3-70B-Instruct-Turbo",
        ["Llama-4-Maverick-17B-128E-Instruct-FP8"] = "together_ai/meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8",
        ["Llama-4-Scout-17B-16E-Instruct"] = "together_ai/meta-llama/Llama-4-Scout-17B-16E-Instruct",
        ["Meta-Llama-3-70B-Instruct"] = "groq/llama3-70b-8192",
        ["Meta-Llama-3-8B-Instruct"] = "groq/llama3-8b-8192",
        ["Mixtral-8x7B-Instruct-v0.1"] = "together_ai/mistralai/Mixtral-8x7B-Instruct-v0.1",
        ["Qwen3-235B-A22B-Thinking-2507"] = "together_ai/Qwen/Qwen3-235B-A22B-Thinking-2507",
        ["Yi-34B-Chat"] = "deepinfra/01-ai/Yi-34B-Chat",
        ["claude-2.0"] = "claude-2",
        ["gemma-2-27b-it"] = "gemini/gemini-gemma-2-27b-it",
        ["gemma-2-9b-it"] = "groq/gemma2-9b-it",
        ["openai/gpt-oss-120b"] = "together_ai/openai/gpt-oss-120b",
        ["qwen3-235b-a22b"] = "together_ai/Qwen/Qwen3-235B-A22B-fp8-tput",
        ["deepseek-reasoner"] = "deepseek/deepseek-v3.2", // the key of its own name still showed the price of V3.1
        ["gemini-1.5-flash-001"] = "gemini/gemini-1.5-flash-001",
        ["gemini-1.5-flash-002"] = "gemini/gemini-1.5-flash-002",
        ["gemini-1.5-pro-001"] = "gemini/gemini-1.5-pro-001",
        ["gemini-1.5-pro-002"] = "gemini/gemini-1.5-pro-002",
        ["gemini-2.0-flash-001"] = "gemini/gemini-2.0-flash-001",
        ["gemini-2.5-pro"] = "gemini/gemini-2.5-pro",
        ["gemini-2.5-pro-preview-05-06"] = "gemini/gemini-2.5-pro-preview-05-06",
        ["gemini-2.5-pro-preview-06-05"] = "gemini/gemini-2.5-pro-preview-06-05",
        ["gemini-3-flash-preview"] = "gemini/gemini-3-flash-preview",
        ["gemini-3-pro-preview"] = "gemini/gemini-3-pro-preview",
        ["grok-2-1212"] = "xai/grok-2-1212",
        ["grok-3-beta"] = "xai/grok-3-beta",
        ["grok-3-mini-beta"] = "xai/grok-3-mini-beta",
        ["kimi-k2-thinking-turbo"] = "moonshot/kimi-k2-thinking-turbo",
        ["magistral-small-2506"] = "mistral/magistral-small-2506",
        ["mistral-large-2402"] = "mistral/mistral-large-2402",
        ["mistral-large-2407"] = "mistral/mistral-large-2407",
        ["mistral-large-2411"] = "mistral/mistral-large-2411",
        ["mistral-medium-2505"] = "mistral/mistral-medium-2505",
        ["open-mistral-7b"] = "mistral/open-mistral-7b",
        ["open-mistral-nemo-2407"] = "mistral/open-mistral-nemo-2407",
        ["open-mixtral-8x22b"] = "mistral/open-mixtral-8x22b",
        ["open-mixtral-8x7b"] = "mistral/open-mixtral-8x7b",
        ["qwen-plus-2025-01-25"] = "dashscope/qwen-plus-2025-01-25",
        ["qwen-turbo-2024-11-01"] = "dashscope/qwen-turbo-2024-11-01",
        ["qwq-plus"] = "dashscope/qwq-plus",
    };

    /// <summary>A key that meant this model for a time, and the first day on which it no longer did.</summary>
    public static (string Key, DateOnly Until)? EarlierKeyOf(string model) =>
        EarlierKeys.TryGetValue(model, out var earlier) ? earlier : null;

    /// <summary>Key of the price list for a tested model; effort and thinking budgets change the bill, not the list price.</summary>
    public static string KeyOf(string model)
    {
        var name = Effort().Replace(model, "");
        return Keys.GetValueOrDefault(name, name);
    }

    [GeneratedRegex("_(low|medium|high|xhigh|[0-9]+K)$")]
    private static partial Regex Effort();
}
