using Froth.Core.Data;

namespace Froth.Core.Indicators.Valuation;

/// <summary>Earnings yield of CAPE above the real ten-year rate.</summary>
public sealed class ExcessCapeYield : Indicator
{
    private static readonly Input LongRate = Input.Concept(CapeMonths.Market, Concepts.LongRate, Unit.Ratio);
    private static readonly Input ConsumerPrices = Input.Concept(CapeMonths.Market, Concepts.ConsumerPriceIndex, Unit.Index);

    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "excess-cape-yield",
        Title = new("Excess CAPE yield", "超额CAPE收益率（ECY）"),
        Meaning = new(
            "What shares earn, by ten-year average earnings, above the real yield of ten-year government bonds. Low or negative means shares pay little or nothing for their risk.",
            "按十年平均盈利计算的股票收益率超出十年期国债实际收益率的部分。偏低或为负，说明持股几乎没有风险补偿。"),
        Pillar = Pillar.Valuation,
        Unit = Unit.Ratio,
        Display = Display.Percent,
        Frequency = Frequency.Monthly,
        Method = new(
            "1/CAPE minus (ten-year nominal yield minus yearly consumer price inflation over the past 120 months). A fraction: 0.02 is two percent.",
            "1/CAPE 减去（十年期名义收益率 − 过去120个月消费者物价年化涨幅）。以小数表示：0.02即2%。"),
        Caveats = new(
            "This is the variant with realised ten-year inflation. Other variants subtract break-even inflation or take the nominal yield; they give other numbers and are not to be mixed with this one. Ends where the earnings end.",
            "本指标采用“过去十年已实现通胀”口径；另有以盈亏平衡通胀或直接以名义收益率计算的口径，数值不同，不可混用。序列止于盈利数据的最后月份。"),
        Citations =
        [
            new("Shiller, R. J., Black, L. and Jivraj, F. (2020), on the excess CAPE yield"),
            new("S&P 500 monthly data after Robert Shiller, mirror datasets/s-and-p-500 (PDDL)", "https://github.com/datasets/s-and-p-500"),
        ],
        Bands = Bands.FallingPercentile,
        MoneyDegree = 0,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs { get; } = [CapeMonths.RealPrice, CapeMonths.RealEarnings, LongRate, ConsumerPrices];

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("CAPE of 20, prices doubled in ten years", "CAPE为20，十年间物价翻倍"),
            Working = "CAPE = 100 / 5 = 20, yield 5 %. Prices 100 to 200 in 120 months: 2^(1/10) − 1 = 7.1773463 % a year. Long rate 10 %: real 2.8226537 %. ECY = 5 − 2.8226537 = 2.1773463 %.",
            Facts =
            [
                .. CapeMonths.Example(Concepts.RealEarnings, "2000-01", 120, _ => 5, Unit.Index),
                .. CapeMonths.Example(Concepts.RealPrice, "2010-01", 1, _ => 100, Unit.Index),
                .. CapeMonths.Example(Concepts.LongRate, "2010-01", 1, _ => 0.10, Unit.Ratio),
                .. CapeMonths.Example(Concepts.ConsumerPriceIndex, "2000-01", 1, _ => 100, Unit.Index),
                .. CapeMonths.Example(Concepts.ConsumerPriceIndex, "2010-01", 1, _ => 200, Unit.Index),
            ],
            Expected = 0.021773463,
            Tolerance = 1e-8,
        },
    ];

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var rates = new MonthlySeries(inputs.Latest(LongRate));
        var prices = new MonthlySeries(inputs.Latest(ConsumerPrices));
        var readings = new List<Reading>();
        foreach (var month in CapeMonths.Of(inputs))
        {
            var (rate, now, then) = (rates.IndexOf(month.Month), prices.IndexOf(month.Month), prices.IndexOf(month.Month - CapeMonths.Window));
            if (rate < 0 || now < 0 || then < 0 || prices.Values[then] <= 0) continue;
            var inflation = Math.Pow(prices.Values[now] / prices.Values[then], 12.0 / CapeMonths.Window) - 1;
            readings.Add(new Reading
            {
                Date = month.Date,
                Value = 1 / month.Value - (rates.Values[rate] - inflation),
                Coverage = CapeMonths.WholeWindow,
                Lineage = new FactWindow(month.Price, new(rates.Facts, rate, 1), new(prices.Facts, now, 1), new(prices.Facts, then, 1), month.Earnings),
            });
        }

        return readings.Count == 0 ? CapeMonths.None(inputs) : new IndicatorResult(new ReadingSeries(CapeMonths.Market, readings), []);
    }
}
