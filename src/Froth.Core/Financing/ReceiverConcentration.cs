using Froth.Core.Data;
using Froth.Core.Indicators;

namespace Froth.Core.Financing;

/// <summary>What the three indicators of funding concentration share: shares of the receivers of signed financing, six months to each month end.</summary>
public static class ReceiverConcentration
{
    /// <summary>Window. Twelve months would leave fewer than twelve comparable readings in the covered period.</summary>
    public const int WindowMonths = 6;

    /// <summary>Fewest receivers from which concentration says anything: with five or fewer the top five have it all by construction.</summary>
    public const int FewestReceivers = 6;

    /// <summary>The window in words.</summary>
    public static Bilingual Window { get; } = new(
        "s = a receiver's share of the signed external financing announced in the six months to each month end, firmly told amounts; six, because twelve months would leave " +
        "fewer than twelve comparable readings. Windows with fewer than six receivers are not read.",
        "s 为各融资方在截至各月末的六个月已签约外部融资（确有把握的金额）中的占比；若取十二个月，可比读数将不足十二个。融资方不足六个的窗口不给出读数。");

    /// <summary>What could mislead in every one of them.</summary>
    public static Bilingual Caveats { get; } = new Bilingual(
        "Large reported deals are over-represented, so concentration is overstated.",
        "见诸报道的大额交易占比偏高，集中度因此被高估。").Then(FinancingReadings.Caveats);

    /// <summary>The definition.</summary>
    public static Citation Methods { get; } = new("Froth methods, section 7.4: Herfindahl–Hirschman index, effective number and concentration ratio of funding");

    /// <summary>Runs a measure of concentration over every window.</summary>
    /// <param name="inputs">Inputs that declare <see cref="FinancingBook.Inputs"/>.</param>
    /// <param name="measure">From amounts by receiver to a number.</param>
    public static IndicatorResult Compute(InputSet inputs, Func<IReadOnlyList<double>, double> measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return FinancingReadings.OfWindows(inputs, WindowMonths, FewestReceivers, w => ReadingOf(w, measure, inputs));
    }

    private static Reading ReadingOf(FinancingWindow window, Func<IReadOnlyList<double>, double> measure, InputSet inputs)
    {
        var receivers = window.ByRecipient();
        List<double> amounts = [.. receivers.Select(r => r.Money.Told)];
        if (amounts.Sum() <= 0) return FinancingReadings.NothingSigned(window);
        var largest = receivers[0];
        var name = inputs.Entities.NameOf(largest.Recipient);
        Part[] parts =
        [
            new(new("Receivers", "融资方数量"), receivers.Count) { Unit = Unit.Count },
            new(new($"Largest: {name.English}", $"最大：{name.In(Language.SimplifiedChinese)}"), largest.Money.Told / amounts.Sum()) { Unit = Unit.Ratio },
            new(new("Index on the scale to 10,000", "指数（万分制）"), 10_000 * Concentration.Herfindahl(amounts)) { Unit = Unit.Index },
        ];
        return new Reading
        {
            Date = window.Last, Value = measure(amounts), Coverage = window.Coverage, Lineage = window.SignedFacts, Parts = parts, Remark = window.LeftOutRemark(),
        };
    }
}
