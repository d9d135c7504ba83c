using Froth.Core.Data;
using Froth.Core.Realisation;

namespace Froth.Core.Indicators.Realisation;

/// <summary>Price of the model with the best score.</summary>
public sealed class FrontierPrice : Indicator
{
    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "frontier-price",
        Title = new("Price of the frontier model", "前沿模型价格"),
        Meaning = new(
            "What the best tested model costs. It need not fall while a fixed capability becomes cheap; both are true at once.",
            "测试成绩最好的模型的价格。恒定能力变得便宜时，前沿价格未必下降，二者并不矛盾。"),
        Pillar = Pillar.Realisation, Unit = Unit.UsDollarPerMillionTokens, Display = Display.Price, Frequency = Frequency.Monthly, MoneyDegree = 1,
        Method = new Bilingual(
            "Price at the month's end of the model with the highest score on GPQA Diamond; among equal scores the cheapest. Range: prices of all models within one standard error of the best.",
            "月末时 GPQA Diamond 得分最高模型的价格；同分取最便宜者。区间：得分与最优者相差一个标准误以内的所有模型的价格。").Then(ModelPrices.Rules),
        Caveats = new(
            "The best tested model, which need not be the best on sale. The price for a token, not for a task: newer models use more tokens.",
            "为已测试模型中的最优者，未必是市面最优。按词元而非任务计价：新模型耗用更多词元。"),
        Citations = [ModelPrices.Methods, PriceSources.Gundlach, ModelPrices.Source],
        Bands = Bands.None(new("No direction of the price is worse.", "价格升降无所谓好坏。")),
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => ModelPrices.Inputs;

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs)
    {
        var prices = new ModelPrices(inputs);
        var readings = prices.Months().Select(day => At(day, prices.On(day))).OfType<Reading>().ToList();
        return readings.Count > 0 ? IndicatorResult.Of(readings) : IndicatorResult.None(inputs.Vintage.AsOf, MissingReason.NoData, new(
            "No model has both a score and a price.", "没有既有评分又有价格的模型。"));
    }

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("The best of two", "两者取优"),
            Working = "a scores 0.80 (error 0.02) at 10 in, 30 out: 0.75 × 10 + 0.25 × 30 = 15. b scores 0.79 at 2 and 6: 3, within one error of a. Value 15, range 3 to 15.",
            Facts = [.. PriceSources.Model("a", "2025-03-31", 0.80, 0.02, 10, 30), .. PriceSources.Model("b", "2025-03-31", 0.79, 0.02, 2, 6)],
            Expected = 15, ExpectedLow = 3, ExpectedHigh = 15,
        },
    ];

    private static Reading? At(DateOnly day, IReadOnlyList<PricedModel> models)
    {
        if (models.Count == 0) return null;
        var best = models.OrderByDescending(m => m.Score).ThenBy(m => m.Price).ThenBy(m => m.Model, StringComparer.Ordinal).First();
        var reach = double.IsNaN(best.StandardError) ? best.Score : best.Score - best.StandardError;
        var near = models.Where(m => m.Score >= reach).ToList();
        return new Reading
        {
            Date = day, Value = best.Price, Low = near.Min(m => m.Price), High = near.Max(m => m.Price), Lineage = best.Facts,
            Remark = new($"{best.Model}, score {best.Score:0.000}.", $"{best.Model}，得分 {best.Score:0.000}。"),
        };
    }
}
