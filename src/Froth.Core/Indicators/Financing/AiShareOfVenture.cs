using Froth.Core.Data;

namespace Froth.Core.Indicators.Financing;

/// <summary>Share of the world's venture money that goes to AI, by quarter.</summary>
public sealed class AiShareOfVenture : Indicator
{
    private static readonly Input Share = Input.Concept("ai-sector", "ai-vc-share-global-quarter", Unit.Ratio);

    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "ai-share-of-venture",
        Title = new("AI share of global venture money", "AI 占全球风险投资的比重"),
        Meaning = new(
            "How far venture investors have put everything on one sector. A high share leaves little else to fall back on.",
            "风险资本在多大程度上押注单一行业。占比越高，退路越少。"),
        Pillar = Pillar.Financing, Unit = Unit.Ratio, Display = Display.Percent, Frequency = Frequency.Quarterly,
        Method = new(
            "As published for single calendar quarters. Half-year, year-to-date and United States figures are other series and are not joined to it.",
            "采用按单个日历季度公布的数值。半年、年初至今以及美国口径属于其他序列，不与之拼接。"),
        Caveats = new(
            "Few quarters are recorded, all from one data provider and through the press. What counts as an AI firm is the provider's choice, and it widens as firms rename themselves.",
            "收录的季度很少，且均来自同一数据商并经媒体转述。何为 AI 企业由数据商界定，且随企业改称而扩大。"),
        Citations = [new("PitchBook, AI share of global venture capital by quarter, as reported in the press"), new("Froth methods, section 3: financing growth and mix")],
        Bands = Bands.RisingPercentile,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => [Share];

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs)
    {
        var readings = inputs.Latest(Share).Where(o => o.Grade != Grade.Unconfirmed && !double.IsNaN(o.Double)).Select(ReadingOf).DistinctBy(r => r.Date).ToList();
        return readings.Count > 0 ? IndicatorResult.Of(readings) : IndicatorResult.None(inputs.Vintage.AsOf, MissingReason.NoData, new(
            "No quarter is recorded.", "没有收录任何季度数据。"));
    }

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("A published quarter", "已公布的季度"),
            Working = "53.2 % of the quarter's venture money = 0.532, taken as published.",
            Facts = [ExampleFacts.Over("ai-sector", "ai-vc-share-global-quarter", "2025-07-01", "2025-09-30", 0.532, Unit.Ratio)],
            Expected = 0.532,
        },
    ];

    private static Reading ReadingOf(Observation o) => new()
    {
        Date = o.Date, Value = o.Double, Lineage = [o],
        Low = o.Value.IsPoint ? double.NaN : (double?)o.Value.Low ?? double.NaN,
        High = o.Value.IsPoint ? double.NaN : (double?)o.Value.High ?? double.NaN,
    };
}
