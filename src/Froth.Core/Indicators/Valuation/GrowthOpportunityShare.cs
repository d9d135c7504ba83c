using Froth.Core.Data;
using Froth.Core.Valuation;

namespace Froth.Core.Indicators.Valuation;

/// <summary>Share of a price that only future growth can explain.</summary>
public sealed class GrowthOpportunityShare : Indicator
{
    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "pvgo-share",
        Title = new("Share of the price that is future growth", "市值中未来增长的占比（PVGO）"),
        Meaning = new(
            "The part of the market value that present earnings, kept up for ever, do not pay for: it rests on growth still to come.",
            "市值中无法由“当前盈利永续”解释、只能寄望于未来增长的部分。"),
        Pillar = Pillar.Valuation,
        Unit = Unit.Ratio,
        Display = Display.Percent,
        Frequency = Frequency.Irregular,
        Method = new(
            "1 − 1/(r · P/E) with the trailing P/E and a discount rate r of 10 percent; the range spans 8 to 12 percent.",
            "1 − 1/(r×市盈率)，采用滚动市盈率，贴现率r取10%，区间对应8%至12%。"),
        Caveats = new(
            "The discount rate is an assumption and moves the share more than the price does; hence the range. Assumes that earnings kept level need no new investment. Near one the measure is flat: ratios of 100 and 300 differ by seven points.",
            "贴现率为假设，其影响往往大于价格本身，故给出区间。假设维持现有盈利无需新增投资。接近1时指标趋平：100倍与300倍仅相差约七个百分点。"),
        Citations = [new("Brealey, R. and Myers, S., Principles of Corporate Finance: present value of growth opportunities")],
        Bands = Bands.RisingPercentile,
        MoneyDegree = 0,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => FirmMultiples.TrailingInputs;

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("A ratio of 40", "市盈率为40"),
            Working = "Market value 1200, earnings 30: P/E 40. 1 − 1/(0.10 · 40) = 0.75; at 8 percent 1 − 1/3.2 = 0.6875; at 12 percent 1 − 1/4.8 = 0.7916667.",
            Facts =
            [
                ExampleFacts.At(FirmMultiples.HeadlineFirm, Concepts.MarketCapitalisation, "2024-06-05", 1200, Unit.UsDollar),
                ExampleFacts.Over(FirmMultiples.HeadlineFirm, Concepts.NetIncome, "2023-01-30", "2024-01-28", 30, Unit.UsDollar),
            ],
            Expected = 0.75,
            ExpectedLow = 0.6875,
            ExpectedHigh = 1 - 1 / 4.8,
        },
    ];

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs) =>
        FirmMultiples.ImplyFromTrailing(inputs, PriceEarnings.GrowthOpportunityShare);
}
