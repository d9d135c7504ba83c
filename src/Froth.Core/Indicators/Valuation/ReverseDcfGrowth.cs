using Froth.Core.Data;
using Froth.Core.Valuation;

namespace Froth.Core.Indicators.Valuation;

/// <summary>Growth of earnings that a price needs to be fair.</summary>
public sealed class ReverseDcfGrowth : Indicator
{
    private const double Years = 10;
    private const double ExitRatio = 25;

    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "reverse-dcf-growth",
        Title = new("Earnings growth that the price implies", "市价隐含的盈利增速（反向DCF）"),
        Meaning = new(
            "By how much earnings must grow each year for ten years so that a buyer at this price earns a normal return. Set it beside what firms of that size have ever achieved.",
            "买入者若要获得正常回报，盈利须连续十年每年增长多少；可与同等规模公司的历史增速对照。"),
        Pillar = Pillar.Valuation,
        Unit = Unit.Ratio,
        Display = Display.Percent,
        Frequency = Frequency.Irregular,
        Method = new(
            "(1 + r)(P/E ÷ 25)^(1/10) − 1 with the trailing P/E: return r of 10 percent a year, nothing paid out, a ratio of 25 after ten years. The range spans r of 8 to 12 percent.",
            "(1＋r)×(市盈率÷25)^(1/10) − 1，采用滚动市盈率；年回报率r取10%，不计派息，十年后市盈率为25倍。区间对应r为8%至12%。"),
        Caveats = new(
            "The exit ratio of 25 and the return are assumptions. Nothing paid out overstates the growth needed of firms that buy back shares. Earnings at a peak hide how much growth is needed.",
            "退出市盈率25倍与回报率均为假设。不计派息与回购会高估所需增速；盈利处于高点时则会掩盖所需增速。"),
        Citations = [new("Mauboussin, M., on base rates of ten-year growth, for comparison"), new("Froth methods, section 2.4: reverse DCF with an exit multiple")],
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
            Title = new("The ratio stays at 25", "市盈率维持25倍"),
            Working = "Market value 750, earnings 30: P/E 25, as at the exit. Then the price grows as earnings do, and growth must be the return itself: 10 percent, range 8 to 12.",
            Facts =
            [
                ExampleFacts.At(FirmMultiples.HeadlineFirm, Concepts.MarketCapitalisation, "2024-06-05", 750, Unit.UsDollar),
                ExampleFacts.Over(FirmMultiples.HeadlineFirm, Concepts.NetIncome, "2023-01-30", "2024-01-28", 30, Unit.UsDollar),
            ],
            Expected = 0.10,
            ExpectedLow = 0.08,
            ExpectedHigh = 0.12,
        },
        new()
        {
            Title = new("A ratio of 100", "市盈率为100"),
            Working = "P/E 100: (100/25)^(1/10) = 4^0.1 = 1.1486984; 1.10 · 1.1486984 − 1 = 0.2635682.",
            Facts =
            [
                ExampleFacts.At(FirmMultiples.HeadlineFirm, Concepts.MarketCapitalisation, "2024-06-05", 3000, Unit.UsDollar),
                ExampleFacts.Over(FirmMultiples.HeadlineFirm, Concepts.NetIncome, "2023-01-30", "2024-01-28", 30, Unit.UsDollar),
            ],
            Expected = 0.2635682,
            Tolerance = 1e-7,
        },
    ];

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs) =>
        FirmMultiples.ImplyFromTrailing(inputs, (pe, rate) => PriceEarnings.ImpliedGrowth(pe, rate, Years, ExitRatio));
}
