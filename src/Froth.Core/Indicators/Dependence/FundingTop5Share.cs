using Froth.Core.Data;
using Froth.Core.Financing;

namespace Froth.Core.Indicators.Dependence;

/// <summary>Share of the five largest receivers of signed financing.</summary>
public sealed class FundingTop5Share : Indicator
{
    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "funding-top5-share",
        Title = new("Share of the five largest receivers", "前五大融资方占比"),
        Meaning = new(
            "How much of the outside money goes to five firms.",
            "五家企业拿走了多少外部资金。"),
        Pillar = Pillar.Dependence, Unit = Unit.Ratio, Display = Display.Percent, Frequency = Frequency.Monthly, StaleAfterDays = FinancingReadings.StaleAfterDays,
        Method = new Bilingual(
            "Sum of the five largest s.",
            "最大五个 s 之和。").Then(ReceiverConcentration.Window).Then(FinancingReadings.Rules),
        Caveats = ReceiverConcentration.Caveats,
        Citations = [ReceiverConcentration.Methods],
        Bands = Bands.RisingPercentile,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => FinancingBook.Inputs;

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs) => ReceiverConcentration.Compute(inputs, Concentration.TopShare);

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("Six receivers", "六个融资方"),
            Working = "Two deals each; sums 6, 5, 4, 3, 2 and 1 bn: (6 + 5 + 4 + 3 + 2) / 21 = 20 / 21.",
            Facts =
            [
                .. Enumerable.Range(2, 12).Select(i => ExampleFacts.Deal($"d{i}", "2025-06-30", "fund", $"lab{i / 2}", FlowKind.EquityInvestment, i / 2 * 0.5e9)),
            ],
            Expected = 20.0 / 21, Tolerance = 1e-12,
        },
    ];
}
