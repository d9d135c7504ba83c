using Froth.Core.Data;
using Froth.Core.Indicators;

namespace Froth.Core.Realisation;

/// <summary>Literature on model prices, and the facts of one model for a worked example.</summary>
public static class PriceSources
{
    /// <summary>Epoch's price trends.</summary>
    public static Citation Cottier { get; } = new("Cottier et al., Epoch AI, March 2025: prices for a fixed capability fall by 9 to 900 times a year, 40 times for GPT-4-level science");

    /// <summary>The two points of a16z.</summary>
    public static Citation A16z { get; } = new("a16z, November 2024: 60 to 0.06 dollars for a million tokens in three years, ten times a year");

    /// <summary>Cost of benchmarks at the frontier.</summary>
    public static Citation Gundlach { get; } = new(
        "Gundlach et al., arXiv 2511.23455: benchmark cost at frontier level falls 5 to 10 times a year; running frontier models becomes 3 to 18 times dearer", "https://arxiv.org/abs/2511.23455");

    /// <summary>Score, standard error and both prices of one model, all dated on one day.</summary>
    public static IReadOnlyList<Observation> Model(string model, string day, double score, double standardError, double input, double output) =>
    [
        ExampleFacts.At("ai-sector", "gpqa-diamond-score", day, score, Unit.Ratio, model),
        ExampleFacts.At("ai-sector", "gpqa-diamond-standard-error", day, standardError, Unit.Ratio, model),
        ExampleFacts.At("ai-sector", "model-input-price", day, input, Unit.UsDollarPerMillionTokens, model),
        ExampleFacts.At("ai-sector", "model-output-price", day, output, Unit.UsDollarPerMillionTokens, model),
    ];
}
