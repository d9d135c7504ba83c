using Froth.Core.Data;
using Froth.Core.Indicators.Valuation;

namespace Froth.Core.Indicators.Exuberance;

/// <summary>Whether CAPE grows explosively.</summary>
public sealed class CapeExuberance : Indicator
{
    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "exuberance-cape",
        Title = new("Exuberance of CAPE", "CAPE 的爆炸性"),
        Meaning = new(
            "Whether the US market's price to ten-year earnings has been rising at a rate that feeds on itself, faster than any random walk would nineteen times in twenty.",
            "美国股市价格与十年平均盈利之比是否正以自我强化的速度上升，快于二十次中有十九次的随机游走。"),
        Pillar = Pillar.Exuberance, Unit = Unit.Ratio, Display = Display.Number, Frequency = Frequency.Monthly,
        Method = ExuberanceMonths.Method("CAPE of each month, not in logarithms.", "各月CAPE，不取对数。"),
        Caveats = ExuberanceMonths.Caveats,
        Citations = ExuberanceMonths.Citations,
        Bands = ExuberanceMonths.Bands,
        MoneyDegree = 0,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs { get; } = [CapeMonths.RealPrice, CapeMonths.RealEarnings];

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("One window", "恰好一个窗口"),
            Working = "Earnings 1 throughout, so CAPE is the price: month i has 10 + (i² mod 7) + i/10. With 92 months there is one window of 91 rows; its t ratio, worked out in fractions, is −3.694445. " +
                "The 95 % quantile of random walks with 91 rows is −0.0712. Difference: −3.623245.",
            Facts = Facts(92),
            Expected = -3.694445 + 0.0712, Tolerance = 1e-6,
        },
        new()
        {
            Title = new("Ninety-one months are too few", "九十一个月不足"),
            Working = "91 months of CAPE give 90 rows, one fewer than the shortest window.",
            Facts = Facts(91),
            Expected = double.NaN, ExpectedMissing = MissingReason.InsufficientHistory,
        },
    ];

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return ExuberanceMonths.Of(inputs, CapeMonths.Market, [.. CapeMonths.Of(inputs).Select(m => new MonitoredMonth(m.Date, m.Month, m.Value, m.Price, m.Earnings))]);
    }

    private static IReadOnlyList<Fact> Facts(int months) =>
    [
        .. CapeMonths.Example(Concepts.RealEarnings, "1990-01", 120 + months, _ => 1, Unit.Index),
        .. CapeMonths.Example(Concepts.RealPrice, "2000-01", months, i => 10 + i * i % 7 + i / 10.0, Unit.Index),
    ];
}
