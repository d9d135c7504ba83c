using Froth.Core.Data;
using Froth.Core.Firms;

namespace Froth.Core.Indicators.ChinaAndUs;

/// <summary>Valuation of US labs over that of Chinese labs of equal capability.</summary>
public sealed class ValuationAtEqualCapability : Indicator
{
    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "china-us-valuation-at-equal-capability",
        Title = new("Valuation at equal capability, US lab over Chinese lab", "同等能力下的估值：美国实验室/中国实验室"),
        Meaning = new(
            "How many times as much a US lab is valued as a Chinese lab whose models can do about the same. Far above one, the higher price is not backed by what the models can do, but by revenue, access to capital or expectation.",
            "模型能力相近时，美国实验室估值是中国实验室的多少倍。远高于一意味着更高的价格并非由模型能力支撑，而是由收入、融资便利或预期支撑。"),
        Pillar = Pillar.ChinaAndUs, Unit = Unit.Ratio, Display = Display.Multiple, Frequency = Frequency.Irregular,
        Method = new(
            $"Pairs of a US and a Chinese lab whose best scores on the day lie within {EqualCapability.Tolerance} points (Froth's own tolerance: about what the best score gained in three months of 2025) and whose newest valuation (post-money, or market value once listed; better than unconfirmed) is at most twelve months old. Value: median of the pairs' ratios on a logarithmic scale; range: lowest and highest pair. On days on which a score or a valuation of a lab is new, up to {CapabilityBook.LongestSilenceDays} days after the newest score. Only firms whose business is training models: the value of a cloud says nothing of its models.",
            $"取当日最高分相差不超过{EqualCapability.Tolerance}分（Froth自定：约为2025年最高分三个月的升幅）、且最近估值（投后估值，上市后为市值；可信度高于“未证实”）不超过十二个月的中美实验室配对。数值为各对估值之比的对数中位数，区间为最低与最高一对。在实验室得分或估值更新之日计算，至最近得分后{CapabilityBook.LongestSilenceDays}天止。仅含以训练模型为业的企业：云厂商的市值不反映其模型。"),
        Caveats = new Bilingual(
            "Very few pairs; the parts say how many, and a single pair is two firms, not two countries. A valuation is a price for new preferred shares and also pays for revenue, computing contracts and growth. A valuation is set on another day than the score.",
            "配对极少，分项列明数量；单独一对只是两家企业，并非两国。投后估值是新发优先股的价格，亦包含收入、算力合同与增长。估值日与得分日不同。").Then(CapabilityBook.Caveats),
        Citations = [CapabilityBook.Source, ChinaUsExamples.Methods],
        Bands = ChinaUsExamples.NoBands,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => LabValueBook.Inputs;

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("Two pairs, one lab out of reach", "两对可比，一家相差过大"),
            Working = "US labs: 147 points at 200, 146 points at 50. Chinese lab: 145 points at 4; the other at 130 points is no match. Ratios 200 / 4 = 50 and 50 / 4 = 12.5; √(50 · 12.5) = 25.",
            Entities = ChinaUsExamples.Labs,
            Facts =
            [
                ExampleFacts.At("us-lab", CapabilityBook.Concept, "2025-01-10", 147, Unit.Index, "a"),
                ExampleFacts.At("us-lab-2", CapabilityBook.Concept, "2025-01-10", 146, Unit.Index, "b"),
                ExampleFacts.At("cn-lab", CapabilityBook.Concept, "2025-01-10", 145, Unit.Index, "c"),
                ExampleFacts.At("cn-lab-2", CapabilityBook.Concept, "2025-01-10", 130, Unit.Index, "d"),
                ExampleFacts.At("us-lab", Concepts.PostMoneyValuation, "2025-02-01", 200, Unit.UsDollar, "1:primary"),
                ExampleFacts.At("us-lab-2", Concepts.PostMoneyValuation, "2025-02-01", 50, Unit.UsDollar, "2:primary"),
                ExampleFacts.At("cn-lab", Concepts.PostMoneyValuation, "2025-02-01", 4, Unit.UsDollar, "3:primary"),
                ExampleFacts.At("cn-lab-2", Concepts.PostMoneyValuation, "2025-02-01", 1, Unit.UsDollar, "4:primary"),
            ],
            Expected = 25, ExpectedLow = 12.5, ExpectedHigh = 50,
        },
    ];

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs)
    {
        var book = LabValueBook.Of(inputs);
        List<Reading> readings = [];
        foreach (var day in book.Days)
        {
            var equal = EqualCapability.On(book, Country.UnitedStates, Country.China, day);
            if (equal.Pairs.Count == 0) continue;
            var reading = Read(equal, day, inputs);
            if (readings.Count == 0 || !readings[^1].Lineage.SequenceEqual(reading.Lineage)) readings.Add(reading);
        }

        return readings.Count > 0 ? IndicatorResult.Of(readings) : IndicatorResult.None(inputs.Vintage.AsOf, MissingReason.NoData, new(
            "No US and Chinese lab of equal capability both have a valuation of the last twelve months.", "没有能力相当且近十二个月均有估值的中美实验室。"));
    }

    private static Reading Read(EqualCapability equal, DateOnly day, InputSet inputs) => new()
    {
        Date = day, Value = equal.Median, Low = equal.Low, High = equal.High,
        Lineage = [.. equal.FirstLabs.Concat(equal.SecondLabs).SelectMany(l => l.Facts).Distinct()],
        Parts =
        [
            new(new("Pairs", "配对数"), equal.Pairs.Count) { Unit = Unit.Count },
            .. equal.FirstLabs.Concat(equal.SecondLabs).Select(l => new Part(inputs.Entities.NameOf(l.Lab), l.Dollars) { Unit = Unit.UsDollar }),
        ],
        Remark = equal.Pairs.Count == 1 ? new Bilingual("A single pair: two firms, not two countries.", "仅一对：两家企业，并非两国。") : null,
    };
}
