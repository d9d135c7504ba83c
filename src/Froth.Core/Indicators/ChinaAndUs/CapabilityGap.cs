using Froth.Core.Data;
using Froth.Core.Firms;

namespace Froth.Core.Indicators.ChinaAndUs;

/// <summary>Best capability index of a lab of the United States less the best of a lab of China.</summary>
public sealed class CapabilityGap : Indicator
{
    private const int StaleDays = 184;

    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "china-us-capability-gap",
        Title = new("Capability gap, best US model less best Chinese model", "能力差距：美国最优模型减中国最优模型"),
        Meaning = new(
            "How far the best tested models of the two countries are apart. A gap that narrows while valuations stay far apart means that the price is for something else than the model.",
            "两国最优受测模型相差多远。若差距收窄而估值仍相去甚远，则价格所买的并非模型本身。"),
        Pillar = Pillar.ChinaAndUs, Unit = Unit.Index, Display = Display.Number, Frequency = Frequency.Irregular, StaleAfterDays = StaleDays,
        Method = new(
            "max over US labs − max over Chinese labs of the best Epoch Capabilities Index of a model released by the day, on each day on which either rose. A lab counts for the country of its seat. The panel shows each country's best.",
            "截至当日已发布模型的Epoch能力指数：美国实验室最高分减中国实验室最高分，在任一方上升之日计算。实验室按注册地归入国家。分项列出各国最高分。"),
        Caveats = new Bilingual(
            "Scores of past days are those of a later fit. Google DeepMind counts for the United States, where its owner sits.",
            "过往日期的得分取自其后的拟合。Google DeepMind按其母公司所在地计入美国。").Then(CapabilityBook.Caveats),
        Citations = [CapabilityBook.Source, ChinaUsExamples.Methods],
        Bands = ChinaUsExamples.NoBands,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => CapabilityBook.Inputs;

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("The one behind catches up by five points", "落后一方追上五分"),
            Working = "US best 150 (the lab at 140 does not count), Chinese best 138, then 143: gap 150 − 138 = 12, then 150 − 143 = 7.",
            Entities = ChinaUsExamples.Labs,
            Facts =
            [
                ExampleFacts.At("us-lab", CapabilityBook.Concept, "2025-01-10", 150, Unit.Index, "a"),
                ExampleFacts.At("us-lab-2", CapabilityBook.Concept, "2025-02-10", 140, Unit.Index, "b"),
                ExampleFacts.At("cn-lab", CapabilityBook.Concept, "2025-03-10", 138, Unit.Index, "c"),
                ExampleFacts.At("cn-lab-2", CapabilityBook.Concept, "2025-04-10", 143, Unit.Index, "d"),
            ],
            Expected = 7,
        },
    ];

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs)
    {
        var book = CapabilityBook.Of(inputs);
        List<Reading> readings = [];
        foreach (var day in book.Days)
        {
            if (book.Best(Country.UnitedStates, day) is not { } us || book.Best(Country.China, day) is not { } china) continue;
            Fact[] facts = [us.Fact, china.Fact];
            if (readings.Count > 0 && readings[^1].Lineage.SequenceEqual(facts)) continue;
            readings.Add(new Reading { Date = day, Value = us.Score - china.Score, Lineage = facts, Parts = [PartOf(us, inputs), PartOf(china, inputs)] });
        }

        var panel = new[] { ("us", Country.UnitedStates), ("china", Country.China) }.Select(c => new ReadingSeries(c.Item1, Rises(book, c.Item2))).Where(s => s.Readings.Count > 0);
        var headline = readings.Count > 0 ? IndicatorResult.Of(readings) : IndicatorResult.None(inputs.Vintage.AsOf, MissingReason.NoData, new(
            "Scores of labs of both countries are needed.", "需要两国实验室的得分。"));
        return headline with { Panel = [.. panel] };
    }

    private static IReadOnlyList<Reading> Rises(CapabilityBook book, string country) =>
        [.. book.Days.Select(day => (Day: day, Best: book.Best(country, day))).Where(d => d.Best?.Fact.Date == d.Day)
            .Select(d => new Reading { Date = d.Day, Value = d.Best!.Score, Lineage = [d.Best.Fact] })];

    private static Part PartOf(LabScore best, InputSet inputs)
    {
        var name = inputs.Entities.NameOf(best.Lab);
        return new(new($"{name.English}, {best.Fact.Dimension}", $"{name.In(Language.SimplifiedChinese)}，{best.Fact.Dimension}"), best.Score);
    }
}
