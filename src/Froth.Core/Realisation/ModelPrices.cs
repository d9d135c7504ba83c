using Froth.Core.Data;
using Froth.Core.Indicators;
using Froth.Core.Time;

namespace Froth.Core.Realisation;

/// <summary>One model as it stood on a day: its score on the benchmark and its price.</summary>
/// <param name="Model">Key of the model.</param>
/// <param name="Score">Share of questions answered correctly.</param>
/// <param name="StandardError">Standard error of the score; NaN when it is not told.</param>
/// <param name="Price">Blended price of a million tokens in US dollars.</param>
/// <param name="Facts">The facts behind it.</param>
public sealed record PricedModel(string Model, double Score, double StandardError, double Price, IReadOnlyList<Fact> Facts);

/// <summary>
/// Scores on GPQA Diamond and list prices of models. A model counts from the day on which both its score and its price are dated; a
/// price stays until a change is recorded. A model that is given away has no price to compare and is left out.
/// </summary>
public sealed class ModelPrices
{
    /// <summary>Weight of input tokens in the blended price; output has the rest. Three to one.</summary>
    public const double InputWeight = 0.75;

    /// <summary>Days without any new score after which months are no longer read: newer models would be missing.</summary>
    public const int LongestSilenceDays = 184;

    private static readonly Input ScoreInput = Input.Concept("ai-sector", "gpqa-diamond-score", Unit.Ratio);
    private static readonly Input ErrorInput = Input.Concept("ai-sector", "gpqa-diamond-standard-error", Unit.Ratio);
    private static readonly Input InputPrice = Input.Concept("ai-sector", "model-input-price", Unit.UsDollarPerMillionTokens);
    private static readonly Input OutputPrice = Input.Concept("ai-sector", "model-output-price", Unit.UsDollarPerMillionTokens);

    private readonly Dictionary<string, List<Observation>> _scores;
    private readonly Dictionary<string, List<Observation>> _errors;
    private readonly Dictionary<string, List<Observation>> _inputPrices;
    private readonly Dictionary<string, List<Observation>> _outputPrices;
    private readonly DateOnly _asOf;

    /// <summary>Reads scores and prices.</summary>
    /// <param name="inputs">Inputs that declare <see cref="Inputs"/>.</param>
    public ModelPrices(InputSet inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        _scores = ByModel(inputs.Latest(ScoreInput));
        _errors = ByModel(inputs.Latest(ErrorInput));
        _inputPrices = ByModel(inputs.Latest(InputPrice));
        _outputPrices = ByModel(inputs.Latest(OutputPrice));
        _asOf = inputs.Vintage.AsOf;
    }

    /// <summary>What an indicator that reads model prices must declare.</summary>
    public static IReadOnlyList<Input> Inputs { get; } = [ScoreInput, ErrorInput, InputPrice, OutputPrice];

    /// <summary>The choice of models and the blending, in words.</summary>
    public static Bilingual Rules { get; } = new(
        "Price = list price of a million tokens, three parts input to one part output. A model counts from the day on which its score and its price are both dated, a price until its next recorded change. " +
        "Months end half a year (184 days) after the newest score, because newer models would be missing.",
        "价格为每百万词元的标价，输入与输出按 3:1 加权。模型自评分与价格均已有日期之日起计入；价格沿用至下一次有记录的变动。最近一次评分半年（184 天）之后不再给出月度读数，以免遗漏新模型。");

    /// <summary>Where scores and prices come from.</summary>
    public static Citation Source { get; } = new("Epoch AI benchmark runs (CC BY 4.0) and LiteLLM price list with its history (MIT)");

    /// <summary>The definition.</summary>
    public static Citation Methods { get; } = new("Froth methods, section 6: price at constant quality, price of the frontier");

    /// <summary>Ends of the months in which there is something to read, ascending.</summary>
    public IEnumerable<DateOnly> Months()
    {
        var days = _scores.Values.SelectMany(o => o).Select(o => o.Date).Distinct().Order().ToList();
        return days.Count == 0 ? [] : CalendarEnds.Months(days[0], _asOf).Where(end => days.Exists(d => d <= end && d.AddDays(LongestSilenceDays) >= end));
    }

    /// <summary>Every model with a score and a price on a day, by key.</summary>
    public IReadOnlyList<PricedModel> On(DateOnly day) =>
        [.. _scores.Keys.Order(StringComparer.Ordinal).Select(m => On(m, day)).OfType<PricedModel>()];

    /// <summary>The cheapest of some models, by key among equally cheap ones; null for none.</summary>
    public static PricedModel? Cheapest(IEnumerable<PricedModel> models) =>
        models.OrderBy(m => m.Price).ThenBy(m => m.Model, StringComparer.Ordinal).FirstOrDefault();

    private PricedModel? On(string model, DateOnly day)
    {
        if (Last(_scores, model, day) is not { } score || Last(_inputPrices, model, day) is not { } input || Last(_outputPrices, model, day) is not { } output) return null;
        var price = InputWeight * input.Double + (1 - InputWeight) * output.Double;
        if (!(price > 0) || double.IsNaN(score.Double)) return null;
        // An error belongs to one benchmark run; that of another run says nothing about this score.
        var error = Last(_errors, model, day) is { } e && e.Date == score.Date ? e : null;
        Fact[] facts = error is null ? [score, input, output] : [score, error, input, output];
        return new PricedModel(model, score.Double, error?.Double ?? double.NaN, price, facts);
    }

    private static Observation? Last(Dictionary<string, List<Observation>> byModel, string model, DateOnly day) =>
        byModel.TryGetValue(model, out var facts) ? facts.FindLast(o => o.Date <= day) : null;

    private static Dictionary<string, List<Observation>> ByModel(IReadOnlyList<Observation> facts) => facts
        .GroupBy(o => o.Dimension, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.OrderBy(o => o.Date).ToList(), StringComparer.Ordinal);
}
