using Froth.Core.Data;
using Froth.Core.Indicators.Valuation;

namespace Froth.Core.Indicators.Exuberance;

/// <summary>Whether the price–dividend ratio grows explosively.</summary>
public sealed class PriceDividendExuberance : Indicator
{
    private static readonly Input Price = Input.Concept(CapeMonths.Market, Concepts.Price, Unit.Index);

    private static readonly Input Dividends = Input.Concept(CapeMonths.Market, Concepts.Dividends, Unit.Index);

    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "exuberance-price-dividend",
        Title = new("Exuberance of price to dividends", "市价与股息之比的爆炸性"),
        Meaning = new(
            "Whether the US market's price to dividends has been rising at a rate that feeds on itself: the series on which the test was first read for bubbles.",
            "美国股市市价与股息之比是否正以自我强化的速度上升；该检验最初即用此序列识别泡沫。"),
        Pillar = Pillar.Exuberance, Unit = Unit.Ratio, Display = Display.Number, Frequency = Frequency.Monthly,
        Method = ExuberanceMonths.Method("Price of the month over the dividends of the twelve months, not in logarithms.", "当月价格除以过去十二个月股息，不取对数。"),
        Caveats = ExuberanceMonths.Caveats.Then(new(
            "Firms have come to pay by buying back shares, which makes the ratio rise without exuberance.", "企业日益以回购代替分红，比率会因此上升而与狂热无关。")),
        Citations = ExuberanceMonths.Citations,
        Bands = ExuberanceMonths.Bands,
        MoneyDegree = 0,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs { get; } = [Price, Dividends];

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("One window", "恰好一个窗口"),
            Working = "Dividends 2 throughout and a price of twice 10 + (i² mod 7) + i/10 in month i: the ratio is the series of which the t ratio over its one window of 91 rows is −3.694445. " +
                "Less the 95 % quantile −0.0712: −3.623245.",
            Facts =
            [
                .. CapeMonths.Example(Concepts.Dividends, "2000-01", 92, _ => 2, Unit.Index),
                .. CapeMonths.Example(Concepts.Price, "2000-01", 92, i => 2 * (10 + i * i % 7 + i / 10.0), Unit.Index),
            ],
            Expected = -3.694445 + 0.0712, Tolerance = 1e-6,
        },
        new()
        {
            Title = new("A straight line", "直线"),
            Working = "The ratio rises by 1 every month: the regression leaves no error, so there is no t ratio.",
            Facts =
            [
                .. CapeMonths.Example(Concepts.Dividends, "2000-01", 92, _ => 1, Unit.Index),
                .. CapeMonths.Example(Concepts.Price, "2000-01", 92, i => 10 + i, Unit.Index),
            ],
            Expected = double.NaN, ExpectedMissing = MissingReason.NotIdentified,
        },
    ];

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var prices = new MonthlySeries(inputs.Latest(Price));
        var dividends = new MonthlySeries(inputs.Latest(Dividends));
        List<MonitoredMonth> months = [];
        for (var i = 0; i < prices.Facts.Length; i++)
        {
            var month = MonthlySeries.MonthOf(prices.Facts[i].Date);
            var at = dividends.IndexOf(month);
            // A month without dividends paid has no ratio; it ends the run.
            if (at >= 0 && dividends.Values[at] > 0)
                months.Add(new(prices.Facts[i].Date, month, prices.Values[i] / dividends.Values[at], new(prices.Facts, i, 1), new(dividends.Facts, at, 1)));
        }

        return ExuberanceMonths.Of(inputs, CapeMonths.Market, months);
    }
}
