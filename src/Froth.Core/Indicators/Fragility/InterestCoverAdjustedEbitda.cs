using Froth.Core.Data;
using Froth.Core.Firms;

namespace Froth.Core.Indicators.Fragility;

/// <summary>The firm's own adjusted EBITDA over interest expense.</summary>
public sealed class InterestCoverAdjustedEbitda : Indicator
{
    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "interest-cover-adjusted-ebitda",
        Title = new("Adjusted EBITDA interest cover", "经调整 EBITDA 利息保障倍数"),
        Meaning = new(
            "The cover that firms and lenders quote: the company's own adjusted EBITDA over interest. Where it stands far above EBIT cover, depreciation and what the company adds back make the difference.",
            "公司与贷款人惯用的口径：公司自定的经调整 EBITDA 相当于利息的多少倍。若远高于息税前利润口径，差额即来自折旧与公司加回项。"),
        Pillar = Pillar.Fragility, Unit = Unit.Ratio, Display = Display.Multiple, Frequency = Frequency.Quarterly,
        Method = new(
            "Adjusted EBITDA as the company tells it / interest expense over twelve months; over the quarter alone where twelve months cannot be derived, which the remark says. Both are parts. Headline: the median of firms with a value, from three firms on.",
            "过去十二个月公司披露的经调整 EBITDA ÷ 利息费用；无法得出十二个月时取单季并在备注说明，两者均列为分项。行业值：有数值企业的中位数（至少三家）。"),
        Caveats = InterestCoverReadings.Caveats.Then(new("Each company defines the measure for itself; most tell none.", "各公司定义不一，多数不披露。")),
        Citations = [new("Froth methods, sections 1.3 and 1.6: adjusted EBITDA cover beside EBIT cover (Froth's own arrangement)")],
        Bands = Bands.FallingBelow(4, 2, 1, ThresholdStatus.Froth, "Froth's own, the same as for EBIT cover so that the two can be read side by side", 0.1),
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => FirmPanel.Inputs;

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs) => FirmReadings.Median(inputs, q => InterestCoverReadings.Read(q, "adjusted-ebitda-cover"));

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("CoreWeave, third quarter of 2025", "CoreWeave 2025 年三季度"),
            Working = "Adjusted EBITDA 838.124, interest expense, net 310.555 (millions of dollars): 838.124 / 310.555 = 2.69879.",
            Facts = InterestCoverReadings.Quarter("2025-07-01", "2025-09-30", 51.85, 838.124, 310.555),
            Entity = "coreweave", Expected = 2.69879, Tolerance = 1e-5,
        },
    ];
}
