using Froth.Core.Data;
using Froth.Core.Financing;
using Froth.Core.Firms;

namespace Froth.Core.Indicators.Financing;

/// <summary>Growth of what a firm raises from outside, from its cash flow statements.</summary>
public sealed class ExternalFinancingGrowth : Indicator
{
    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "external-financing-growth",
        Title = new("Growth of external financing, as filed", "外部融资增速（申报口径）"),
        Meaning = new(
            "How much more debt and equity firms raise than a year before. Growth that outruns a firm's own cash is the fuel of a financing boom.",
            "企业举债与发股的筹资额较上年增长多少。超出自身现金的快速增长是融资热潮的燃料。"),
        Pillar = Pillar.Financing, Unit = Unit.Ratio, Display = Display.Percent, Frequency = Frequency.Quarterly,
        Method = new Bilingual(
            "(debt issued + equity issued over twelve months) / (the same one year before) − 1, both as known on the day, gross of repayments and buy-backs. A line that is not told is unknown, never zero.",
            "(过去十二个月发债+发股)/(上年同期)−1，两者均以当日所知为准，不扣除偿债与回购。未披露的项目视为未知，绝不按零处理。").Then(FirmMedians.Rule),
        Caveats = new(
            "Gross: paper that is rolled over counts each time, and shares issued are mostly employees' plans. One bond moves a single firm's figure by a multiple.",
            "总额口径：滚动发行的票据重复计入，发股多为员工持股计划。单只债券即可使单家企业的数值成倍变动。"),
        Citations = [new("Froth methods, section 3.1: growth of financing"), FiledDebtShare.Filings],
        Bands = Bands.RisingPercentile,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => FirmPanel.Inputs;

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs) => FirmMedians.Compute(inputs, Growth);

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("From ten to fifteen billion", "由一百亿到一百五十亿"),
            Working = "2023: debt 8 + equity 2 = 10 bn. 2024: 12 + 3 = 15 bn. 15 / 10 − 1 = 0.5.",
            Facts = [.. Year("2023", 8e9, 2e9), .. Year("2024", 12e9, 3e9)], Entity = "cloud", Expected = 0.5,
        },
        new()
        {
            Title = new("Nothing raised a year before", "上年未筹资"),
            Working = "2023: nothing. 2024: 15 bn. Growth from nothing has no rate: n.m.",
            Facts = [.. Year("2023", 0, 0), .. Year("2024", 12e9, 3e9)], Entity = "cloud", Expected = double.NaN, ExpectedMissing = MissingReason.NonPositiveDenominator,
        },
    ];

    private static Reading Growth(FirmQuarter quarter)
    {
        foreach (var concept in (string[])[Concepts.DebtIssued, Concepts.EquityIssued])
        {
            if (quarter.Year(concept) is null) return Reading.None(quarter.Known, MissingReason.NoData, quarter.WhyMissing(concept));
        }

        var year = quarter.Year(Concepts.DebtIssued)! + quarter.Year(Concepts.EquityIssued)!;
        if (quarter.YearBefore(Concepts.DebtIssued) is not { } debt || quarter.YearBefore(Concepts.EquityIssued) is not { } equity)
        {
            return Reading.None(quarter.Known, MissingReason.InsufficientHistory, new(
                "What was raised in the twelve months a year before is not known.", "上年同期十二个月的筹资额未知。"), year.Lineage);
        }

        var before = debt + equity;
        Part[] parts =
        [
            new(new("Raised in twelve months", "过去十二个月筹资"), year.Value) { Unit = quarter.Currency },
            new(new("A year before", "上年同期"), before.Value) { Unit = quarter.Currency },
        ];
        IReadOnlyList<Fact> lineage = [.. year.Lineage.Concat(before.Lineage).Distinct()];
        return before.Value > 0
            ? new Reading { Date = quarter.Known, Value = year.Value / before.Value - 1, Parts = parts, Lineage = lineage }
            : Reading.None(quarter.Known, MissingReason.NonPositiveDenominator, new("Nothing was raised a year before.", "上年同期未从外部筹资。"), lineage) with { Parts = parts };
    }

    private static Observation[] Year(string year, double debt, double equity) =>
    [
        ExampleFacts.Over("cloud", Concepts.OperatingCashFlow, $"{year}-01-01", $"{year}-12-31", 5e9, Unit.UsDollar),
        ExampleFacts.Over("cloud", Concepts.DebtIssued, $"{year}-01-01", $"{year}-12-31", debt, Unit.UsDollar),
        ExampleFacts.Over("cloud", Concepts.EquityIssued, $"{year}-01-01", $"{year}-12-31", equity, Unit.UsDollar),
    ];
}
