using Froth.Core.Data;
using Froth.Core.Firms;

namespace Froth.Core.Indicators.ChinaAndUs;

/// <summary>Months by which labs of the United States had reached what the best model of China could do.</summary>
public sealed class CapabilityLead : Indicator
{
    private const int StaleDays = 184;
    private const double DaysAMonth = 365.25 / 12;

    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "china-us-capability-lead",
        Title = new("Capability lead of the US over China, months", "美国相对中国的能力领先（月）"),
        Meaning = new(
            "How long before a Chinese model of the same capability a US model existed. Points of an index do not say how much time they are worth; this does.",
            "同等能力的美国模型比中国模型早出现多久。指数分值不说明所值时间，此指标说明。"),
        Pillar = Pillar.ChinaAndUs, Unit = Unit.Months, Display = Display.Number, Frequency = Frequency.Irregular, StaleAfterDays = StaleDays,
        Method = new(
            "On each day on which the best Chinese score rose: the day less the day on which a US score first was at least as high, in months of 30.44 days. Negative values cannot be read: where no US score was as high, the reading says so.",
            "在中国最高分上升之日：该日减去美国得分首次不低于该分之日，以30.44天为一个月。若无美国得分达到该水平，则不给出数值并说明。"),
        Caveats = new Bilingual(
            "Read only when a new best Chinese model comes, so the lead between two such days is longer. Days are those of release as told.",
            "仅在中国出现新的最优模型时计算，故两次之间的实际领先更长。日期为所述发布日。").Then(CapabilityBook.Caveats),
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
            Title = new("Level reached 190 days later", "晚190天达到同一水平"),
            Working = "A US model reached 145 on 16 January 2025, a Chinese one 144 on 25 July 2025: 190 days / 30.4375 = 6.242 months. The US model of 139 does not count.",
            Entities = ChinaUsExamples.Labs,
            Facts =
            [
                ExampleFacts.At("us-lab", CapabilityBook.Concept, "2024-12-16", 139, Unit.Index, "a"),
                ExampleFacts.At("us-lab", CapabilityBook.Concept, "2025-01-16", 145, Unit.Index, "b"),
                ExampleFacts.At("cn-lab", CapabilityBook.Concept, "2025-07-25", 144, Unit.Index, "c"),
            ],
            Expected = 190 / 30.4375,
        },
        new()
        {
            Title = new("The country behind goes ahead", "落后者反超"),
            Working = "The best Chinese score 150 stands above the best US score 145: no US model reached it.",
            Entities = ChinaUsExamples.Labs,
            Facts =
            [
                ExampleFacts.At("us-lab", CapabilityBook.Concept, "2025-01-16", 145, Unit.Index, "b"),
                ExampleFacts.At("cn-lab", CapabilityBook.Concept, "2025-07-25", 150, Unit.Index, "c"),
            ],
            Expected = double.NaN, ExpectedMissing = MissingReason.NotIdentified,
        },
    ];

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs)
    {
        var book = CapabilityBook.Of(inputs);
        List<Reading> readings = [.. book.Days.Select(day => (Day: day, Best: book.Best(Country.China, day))).Where(d => d.Best?.Fact.Date == d.Day && book.Best(Country.UnitedStates, d.Day) is not null)
            .Select(d => Read(book, d.Day, d.Best!))];
        return readings.Count > 0 ? IndicatorResult.Of(readings) : IndicatorResult.None(inputs.Vintage.AsOf, MissingReason.NoData, new(
            "Scores of labs of both countries are needed.", "需要两国实验室的得分。"));
    }

    private static Reading Read(CapabilityBook book, DateOnly day, LabScore china) => book.FirstAt(Country.UnitedStates, china.Score, day) is { } us
        ? new Reading { Date = day, Value = (day.DayNumber - us.Fact.Date.DayNumber) / DaysAMonth, Lineage = [us.Fact, china.Fact] }
        : Reading.None(day, MissingReason.NotIdentified, new("No tested US model had reached the best Chinese score.", "尚无受测的美国模型达到中国最高分。"), [china.Fact]);
}
