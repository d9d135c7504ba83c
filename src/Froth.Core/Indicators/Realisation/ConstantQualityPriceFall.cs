using Froth.Core.Data;
using Froth.Core.Realisation;

namespace Froth.Core.Indicators.Realisation;

/// <summary>How many times cheaper a fixed capability becomes in a year.</summary>
public sealed class ConstantQualityPriceFall : Indicator
{
    /// <summary>Fewest months with a price.</summary>
    public const int FewestMonths = 12;

    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "constant-quality-price-fall",
        Title = new("Yearly fall of the price at constant quality", "恒定能力价格年降幅（倍）"),
        Meaning = new(
            "By what factor the same capability becomes cheaper in a year. Revenue must grow by more than this in volume only to stand still.",
            "同等能力一年内变便宜多少倍。用量增长若不及此倍数，收入便会下滑。"),
        Pillar = Pillar.Realisation, Unit = Unit.FactorPerYear, Display = Display.Multiple, Frequency = Frequency.Monthly,
        Method = new Bilingual(
            "exp(−12 b), b = least-squares slope of ln P*(t) on months, P* the price at constant quality (score 0.50), all months up to t, at least twelve. Low and high: 90 % interval of a seeded bootstrap that draws whole " +
            "models (blocks), 1,000 draws with Poisson(1) weights; open where fewer than half of the draws give a slope. Parts: the same for scores of 0.35 and 0.70. Published figures for comparison: 9 to 900 times a year by task (Cottier et al.), 10 (a16z), 5 to 10 (Gundlach et al.).",
            "exp(−12b)，b 为 ln P*(t) 对月份的最小二乘斜率，P* 为恒定能力价格（得分 0.50），取截至 t 的全部月份且不少于十二个。上下限：固定种子、按整个模型（区块）抽样的自助法，泊松(1)权重 1,000 次的 90% 区间；有效抽样不足半数则开放。分项给出得分 0.35 与 0.70 的同口径结果。" +
            "已发表的参照：因任务而异每年 9 至 900 倍（Cottier 等）、10 倍（a16z）、5 至 10 倍（Gundlach 等）。").Then(ModelPrices.Rules),
        Caveats = new(
            "The lowest price falls in steps, so neighbouring months are not independent and a straight line fits loosely. Models tested together at the start of the record enter together.",
            "最低价呈阶梯式下降，相邻月份并不独立，直线拟合较粗。记录之初同批测试的模型同时计入。"),
        Citations = [ModelPrices.Methods, PriceSources.Cottier, PriceSources.A16z, PriceSources.Gundlach, ModelPrices.Source],
        Bands = Bands.RisingPercentile,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => ModelPrices.Inputs;

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs)
    {
        var prices = new ModelPrices(inputs);
        var all = prices.Months().Select(day => (Day: day, Models: prices.On(day))).ToList();
        var months = all.Select(m => (m.Day, Models: Reaching(m.Models, ConstantQualityPrice.HeadlineScore))).SkipWhile(m => m.Models.Count == 0).ToList();
        if (months.Count < FewestMonths)
        {
            return IndicatorResult.None(inputs.Vintage.AsOf, MissingReason.InsufficientHistory, new(
                $"{months.Count} months with a price; {FewestMonths} are needed.", $"仅有 {months.Count} 个月有价格，至少需要 {FewestMonths} 个月。"));
        }

        var (models, rows) = Table([.. months.Select(m => m.Models)]);
        var factors = PriceFall.Factors(rows, months.Count);
        var intervals = PriceFall.Intervals(models, rows, months.Count);
        var others = ConstantQualityPrice.OtherScores.Select(cut => (Cut: cut, ByDay: FactorsByDay(all, cut))).ToList();
        return IndicatorResult.Of([.. Enumerable.Range(FewestMonths - 1, months.Count - FewestMonths + 1).Select(i => new Reading
        {
            Date = months[i].Day, Value = factors[i], Low = intervals[i].Low, High = intervals[i].High,
            Lineage = [.. Cheapest(months, i).SelectMany(m => m.Facts).Distinct()],
            Remark = RemarkOn([.. Cheapest(months, i)]),
            Parts = [.. others.Select(o => new Part(new($"Score of at least {o.Cut:0.00}", $"得分不低于 {o.Cut:0.00}"), o.ByDay.GetValueOrDefault(months[i].Day, double.NaN)))],
        })]);
    }

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("A price that halves every quarter", "每季度减半的价格"),
            Working = "One model at 8, then 4, 2, 1 dollars, each for three months from January 2025. Months 0 to 11, ln 2 × (3,3,3,2,2,2,1,1,1,0,0,0): the slope on months is " +
                      "−ln 2 × 45 / 143 = −0.2181; exp(12 × 0.2181) = 13.70.",
            Facts =
            [
                .. PriceSources.Model("m", "2025-01-31", 0.60, 0.01, 8, 8),
                .. Enumerable.Range(0, 4).Select(i => (Day: $"2025-{3 * i + 1:00}-28", Price: 8 / Math.Pow(2, i))).Skip(1).SelectMany(p => new[]
                {
                    ExampleFacts.At("ai-sector", "model-input-price", p.Day, p.Price, Unit.UsDollarPerMillionTokens, "m"),
                    ExampleFacts.At("ai-sector", "model-output-price", p.Day, p.Price, Unit.UsDollarPerMillionTokens, "m"),
                }),
                .. PriceSources.Model("dear", "2025-06-30", 0.60, 0.01, 99, 99),
                .. PriceSources.Model("dearer", "2025-12-31", 0.60, 0.01, 99, 99),
            ],
            Expected = Math.Pow(2, 12 * 45.0 / 143), Tolerance = 1e-6,
        },
    ];

    private static List<PricedModel> Reaching(IReadOnlyList<PricedModel> models, double cut) => [.. models.Where(m => m.Score >= cut)];

    private static IEnumerable<PricedModel> Cheapest(List<(DateOnly Day, List<PricedModel> Models)> months, int last) =>
        months.Take(last + 1).Select(m => ModelPrices.Cheapest(m.Models)).OfType<PricedModel>();

    // One row a model and one column a month; NaN where the model is not there.
    private static (List<string> Models, List<double[]> Prices) Table(IReadOnlyList<List<PricedModel>> months)
    {
        List<string> models = [.. months.SelectMany(m => m).Select(m => m.Model).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var byMonth = months.Select(m => m.ToDictionary(x => x.Model, StringComparer.Ordinal)).ToList();
        return (models, [.. models.Select(model => byMonth.Select(m => m.GetValueOrDefault(model)?.Price ?? double.NaN).ToArray())]);
    }

    private static Dictionary<DateOnly, double> FactorsByDay(List<(DateOnly Day, IReadOnlyList<PricedModel> Models)> all, double cut)
    {
        var months = all.Select(m => (m.Day, Models: Reaching(m.Models, cut))).SkipWhile(m => m.Models.Count == 0).ToList();
        var factors = PriceFall.Factors(Table([.. months.Select(m => m.Models)]).Prices, months.Count);
        return months.Select((m, i) => (m.Day, i)).Skip(FewestMonths - 1).ToDictionary(m => m.Day, m => factors[m.i]);
    }

    private static Bilingual RemarkOn(IReadOnlyList<PricedModel> cheapest) => new(
        $"{cheapest.Count} months; the cheapest at first {cheapest[0].Model}, now {cheapest[^1].Model}.",
        $"{cheapest.Count} 个月；最便宜者由 {cheapest[0].Model} 变为 {cheapest[^1].Model}。");
}
