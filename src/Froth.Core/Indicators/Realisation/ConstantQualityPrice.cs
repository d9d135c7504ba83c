using Froth.Core.Data;
using Froth.Core.Realisation;

namespace Froth.Core.Indicators.Realisation;

/// <summary>Lowest price of a model that reaches a fixed score.</summary>
public sealed class ConstantQualityPrice : Indicator
{
    /// <summary>Score that a model must reach for the headline.</summary>
    public const double HeadlineScore = 0.50;

    /// <summary>One-sided 95 % of the normal distribution, so that the range is a 90 % one.</summary>
    private const double NormalQuantile = 1.645;

    /// <summary>Scores shown beside the headline.</summary>
    internal static readonly double[] OtherScores = [0.35, 0.70];

    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "constant-quality-price",
        Title = new("Price at constant quality (GPQA Diamond ≥ 50 %)", "恒定能力价格（GPQA Diamond ≥ 50%）"),
        Meaning = new(
            "What a fixed capability costs at the cheapest supplier. A fast fall spreads use and at the same time undercuts the revenue that dear models were built for.",
            "同等能力在最便宜供应商处的价格。快速下跌促进普及，同时也侵蚀高价模型赖以回本的收入。"),
        Pillar = Pillar.Realisation, Unit = Unit.UsDollarPerMillionTokens, Display = Display.Price, Frequency = Frequency.Monthly, MoneyDegree = 1,
        Method = new Bilingual(
            "P*(t) = lowest price at the month's end among models that score at least 0.50 on GPQA Diamond; parts for 0.35 and 0.70. High: only models whose score less 1.645 standard errors still reaches the cut; " +
            "low: also those whose score plus 1.645 standard errors does.",
            "P*(t) 为月末时 GPQA Diamond 得分不低于 0.50 的模型中的最低价；分项给出 0.35 与 0.70。上限：仅计得分减 1.645 个标准误仍达标者；下限：得分加 1.645 个标准误达标者也计入。").Then(ModelPrices.Rules),
        Caveats = new(
            "List prices, not spending on a task: newer models use more tokens. Scores are dated by the benchmark run, so an older model enters when it was tested. Open models count at the listed host's price. One benchmark, which training data may have leaked into.",
            "此为标价而非完成任务的开销：新模型耗用更多词元。评分以测试运行日计，老模型在被测试时才计入。开源模型按所列托管方价格。仅用一个基准，且可能存在训练数据泄漏。"),
        Citations = [ModelPrices.Methods, ModelPrices.Source, PriceSources.Cottier],
        Bands = Bands.None(new("A low price is good for users and bad for sellers: no direction is worse.", "低价利于用户而不利于卖方，没有孰优孰劣的方向。")),
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => ModelPrices.Inputs;

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs)
    {
        var prices = new ModelPrices(inputs);
        var readings = prices.Months().Select(day => At(day, prices.On(day))).OfType<Reading>().ToList();
        return readings.Count > 0 ? IndicatorResult.Of(readings) : IndicatorResult.None(inputs.Vintage.AsOf, MissingReason.NoData, new(
            "No model with a score of at least 0.50 has a price.", "没有得分不低于 0.50 且有价格的模型。"));
    }

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("The cheaper model misses the cut", "更便宜的模型未达标"),
            Working = "a scores 0.60 at 4 in, 8 out: 0.75 × 4 + 0.25 × 8 = 5. b scores 0.48 (error 0.02) at 1 and 1: 1, but 0.48 < 0.50. Value 5. " +
                      "Low: 0.48 + 1.645 × 0.02 = 0.513 reaches the cut, so 1. High: a, 0.60 − 1.645 × 0.03 = 0.551, so 5.",
            Facts = [.. PriceSources.Model("a", "2025-03-31", 0.60, 0.03, 4, 8), .. PriceSources.Model("b", "2025-03-31", 0.48, 0.02, 1, 1)],
            Expected = 5, ExpectedLow = 1, ExpectedHigh = 5,
        },
    ];

    private static Reading? At(DateOnly day, IReadOnlyList<PricedModel> models)
    {
        if (ModelPrices.Cheapest(models.Where(m => m.Score >= HeadlineScore)) is not { } cheapest) return null;
        return new Reading
        {
            Date = day, Value = cheapest.Price, Low = Low(models, HeadlineScore), High = High(models, HeadlineScore), Lineage = cheapest.Facts,
            Remark = new($"{cheapest.Model}, the cheapest of {models.Count(m => m.Score >= HeadlineScore)} models.",
                $"{cheapest.Model}，{models.Count(m => m.Score >= HeadlineScore)} 个达标模型中最便宜者。"),
            Parts =
            [
                .. OtherScores.Select(cut => new Part(
                    new($"Score of at least {cut:0.00}", $"得分不低于 {cut:0.00}"),
                    ModelPrices.Cheapest(models.Where(m => m.Score >= cut))?.Price ?? double.NaN, Low(models, cut), High(models, cut))),
            ],
        };
    }

    // A model without a standard error is taken at its score when it helps to lower the price, and is not sure enough to bound it from above.
    private static double Low(IReadOnlyList<PricedModel> models, double cut) => ModelPrices.Cheapest(models.Where(m =>
        m.Score + (double.IsNaN(m.StandardError) ? 0 : NormalQuantile * m.StandardError) >= cut))?.Price ?? double.NaN;

    private static double High(IReadOnlyList<PricedModel> models, double cut) =>
        ModelPrices.Cheapest(models.Where(m => m.Score - NormalQuantile * m.StandardError >= cut))?.Price ?? double.NaN;
}
