using Froth.Core.Data;
using Froth.Core.Firms;

namespace Froth.Core.Indicators.Fragility;

/// <summary>Operating income over interest expense.</summary>
public sealed class InterestCoverEbit : Indicator
{
    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "interest-cover-ebit",
        Title = new("EBIT interest cover", "息税前利润利息保障倍数"),
        Meaning = new(
            "How many times over a firm's operating profit pays its interest, after depreciation of what the debt paid for. Read it beside the cover by the firm's own adjusted EBITDA.",
            "企业营业利润（已扣除债务所购资产的折旧）相当于利息的多少倍。应与公司自定口径的经调整 EBITDA 保障倍数对照。"),
        Pillar = Pillar.Fragility, Unit = Unit.Ratio, Display = Display.Multiple, Frequency = Frequency.Quarterly,
        Method = new(
            "Operating income / interest expense over twelve months; over the quarter alone where twelve months cannot be derived, which the remark says. Both are parts. Headline: the median of firms with a value, from three firms on; firms without interest are counted apart.",
            "过去十二个月营业利润 ÷ 利息费用；无法得出十二个月时取单季并在备注说明，两者均列为分项。行业值：有数值企业的中位数（至少三家）；无利息支出的企业另计。"),
        Caveats = InterestCoverReadings.Caveats,
        Citations =
        [
            new("Froth methods, section 1.3: lenses of the literature; the ratio after Davis, de Souza and Hernandez (2019), Cambridge Journal of Economics 43(3), 541–583"),
            new("Banerjee, R. and Hofmann, B. (2018), The rise of zombie firms, BIS Quarterly Review: cover below 1 for three years"),
        ],
        Bands = Bands.FallingBelow(4, 2, 1, ThresholdStatus.Froth, "Froth's own: below 1 operating profit does not pay interest, the cut of the zombie literature; 4 and 2 are warnings before it", 0.1),
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => FirmPanel.Inputs;

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs) => FirmReadings.Median(inputs, q => InterestCoverReadings.Read(q, "davis-ebit-cover"));

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("CoreWeave, third quarter of 2025", "CoreWeave 2025 年三季度"),
            Working = "Operating income 51.85, interest expense, net 310.555 (millions of dollars): 51.85 / 310.555 = 0.16696.",
            Facts = InterestCoverReadings.Quarter("2025-07-01", "2025-09-30", 51.85, 838.124, 310.555),
            Entity = "coreweave", Expected = 0.16696, Tolerance = 1e-5,
        },
    ];
}
