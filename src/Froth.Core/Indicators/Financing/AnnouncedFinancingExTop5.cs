using Froth.Core.Data;
using Froth.Core.Financing;

namespace Froth.Core.Indicators.Financing;

/// <summary>Announced financing without the five largest receivers of the window: the breadth of the boom.</summary>
public sealed class AnnouncedFinancingExTop5 : Indicator
{
    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "announced-financing-ex-top5",
        Title = new("Announced AI financing without the five largest", "AI 融资公布额（剔除前五大）"),
        Meaning = new(
            "Whether money also reaches the breadth of the sector or only a few giants. A boom that widens is further along.",
            "资金是流向全行业，还是只流向少数巨头。热潮扩散意味着周期更靠后。"),
        Pillar = Pillar.Financing, Unit = Unit.UsDollar, Display = Display.Money, Frequency = Frequency.Monthly, StaleAfterDays = FinancingReadings.StaleAfterDays, MoneyDegree = 1,
        Method = new Bilingual(
            "As announced-financing, three months to each month end, without the five receivers with the largest sums of that window. No value when no more than five receivers are recorded.",
            "同 announced-financing，取截至各月末的三个月，剔除该窗口内金额最大的五个融资方。收录的融资方不超过五个时不给出数值。").Then(FinancingReadings.Rules),
        Caveats = new Bilingual(
            "Which five are left out changes from month to month.", "被剔除的五家逐月变化。").Then(FinancingReadings.Caveats),
        Citations = [FinancingReadings.Methods],
        Bands = Bands.RisingPercentile,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => FinancingBook.Inputs;

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs) => FinancingReadings.OfWindows(inputs, AnnouncedFinancing.WindowMonths, ReceiverConcentration.FewestReceivers, Rest);

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("Seven receivers", "七个融资方"),
            Working = "Sums 7, 6, 5, 4, 3, 2 and 1 bn. Without the five largest: 2 + 1 = 3 bn. Share of the five: 25 / 28.",
            Facts = [.. Enumerable.Range(1, 7).Select(i => ExampleFacts.Deal($"d{i}", i == 7 ? "2025-03-31" : "2025-03-10", "fund", $"lab{i}", FlowKind.EquityInvestment, i * 1e9))],
            Expected = 3e9, ExpectedLow = 3e9, ExpectedHigh = 3e9,
        },
    ];

    private static Reading Rest(FinancingWindow window)
    {
        var receivers = window.ByRecipient();
        Part[] parts =
        [
            new(new("Share of the five largest", "前五大占比"), Concentration.TopShare([.. receivers.Select(r => r.Money.Told)])) { Unit = Unit.Ratio },
            new(new("Receivers", "融资方数量"), receivers.Count) { Unit = Unit.Count },
        ];
        return FinancingReadings.OfSum(window, ToldMoney.Sum(receivers.Skip(Concentration.Leaders).Select(r => r.Money)), parts);
    }
}
