using Froth.Core.Data;
using Froth.Core.Realisation;

namespace Froth.Core.Indicators.Realisation;

/// <summary>Yearly fall of the price of a GPT-3-level model between two published points.</summary>
public sealed class Mmlu42PriceFall : Indicator
{
    private const double DaysInYear = 365.25;
    private static readonly Input Price = Input.Concept("ai-sector", "inference-price-mmlu42", Unit.UsDollarPerMillionTokens);

    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "mmlu42-price-fall",
        Title = new("Yearly price fall at GPT-3 level (MMLU 42)", "GPT-3 水平（MMLU 42）价格年降幅（倍）"),
        Meaning = new(
            "The widely quoted figure for how fast a fixed capability became cheaper before the recorded benchmark runs begin.",
            "在有记录的基准测试之前，同等能力降价速度的常被引用的数字。"),
        Pillar = Pillar.Realisation, Unit = Unit.FactorPerYear, Display = Display.Multiple, Frequency = Frequency.Irregular,
        Method = new(
            "(p₀ / p₁)^(1/years) from the first to each later published price of the cheapest model that reaches MMLU 42; years = days / 365.25. Two points give no interval.",
            "(p₀/p₁)^(1/年数)，由达到 MMLU 42 的最便宜模型的首个公布价至其后各公布价；年数 = 天数/365.25。两点无法给出区间。"),
        Caveats = new(
            "Two points chosen by one investor; the first is the launch price of a model without rivals. A level this low says nothing about the frontier.",
            "仅为一家投资机构选取的两点，首点是尚无对手时的上市价。如此低的能力水平与前沿无关。"),
        Citations = [PriceSources.A16z, ModelPrices.Methods],
        Bands = Bands.RisingPercentile,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => [Price];

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs)
    {
        var points = inputs.Latest(Price).Where(o => o.Double > 0).OrderBy(o => o.Date).DistinctBy(o => o.Date).ToList();
        return points.Count >= 2
            ? IndicatorResult.Of([.. points.Skip(1).Select((p, i) => Fall(points[0], p, i + 2))])
            : IndicatorResult.None(inputs.Vintage.AsOf, MissingReason.InsufficientHistory, new("Two published prices are needed.", "需要两个公布价格。"));
    }

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("From 60 dollars to 6 cents", "由 60 美元到 6 美分"),
            Working = "30 November 2021 to 12 November 2024: 1078 days = 2.9514 years. 60 / 0.06 = 1000; 1000^(1/2.9514) = 10.387.",
            Facts =
            [
                ExampleFacts.At("ai-sector", "inference-price-mmlu42", "2021-11-30", 60, Unit.UsDollarPerMillionTokens),
                ExampleFacts.At("ai-sector", "inference-price-mmlu42", "2024-11-12", 0.06, Unit.UsDollarPerMillionTokens),
            ],
            Expected = Math.Pow(1000, 365.25 / 1078), Tolerance = 1e-6,
        },
    ];

    private static Reading Fall(Observation first, Observation last, int points) => new()
    {
        Date = last.Date, Value = PriceFall.AnnualFactor(first.Double, last.Double, (last.Date.DayNumber - first.Date.DayNumber) / DaysInYear), Lineage = [first, last],
        Remark = new($"From {points} published points: no interval and no history to compare with.", $"仅有 {points} 个公布点：没有区间，也没有可比历史。"),
    };
}
