using Froth.Core.Data;
using Froth.Core.Financing;

namespace Froth.Core.Indicators.Dependence;

/// <summary>Herfindahl–Hirschman index of the receivers of signed financing.</summary>
public sealed class FundingHhi : Indicator
{
    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "funding-hhi",
        Title = new("Funding concentration (HHI)", "融资集中度（HHI）"),
        Meaning = new(
            "How much of the outside money goes to how few. The higher, the more the sector depends on single firms.",
            "外部资金集中于多少家企业。数值越高，行业越依赖个别企业。"),
        Pillar = Pillar.Dependence, Unit = Unit.Ratio, Display = Display.Number, Frequency = Frequency.Monthly, StaleAfterDays = FinancingReadings.StaleAfterDays,
        Method = new Bilingual(
            "HHI = Σ s², from 1/n (equal shares) to 1 (one receiver); the part gives it on the scale to 10,000.",
            "HHI = Σ s²，取值从 1/n（份额均等）到 1（单一融资方）；分项给出万分制数值。").Then(ReceiverConcentration.Window).Then(FinancingReadings.Rules),
        Caveats = ReceiverConcentration.Caveats,
        Citations = [ReceiverConcentration.Methods],
        Bands = Bands.RisingPercentile,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => FinancingBook.Inputs;

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs) => ReceiverConcentration.Compute(inputs, Concentration.Herfindahl);

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("One receiver of half, five of a tenth", "一家占半，五家各占一成"),
            Working = "Shares 5/10 and five times 1/10: 0.5² + 5 · 0.1² = 0.25 + 0.05 = 0.30.",
            Facts =
            [
                .. Enumerable.Range(1, 5).Select(i => ExampleFacts.Deal($"a{i}", "2025-03-10", "fund", "openai", FlowKind.EquityInvestment, 1e9)),
                .. Enumerable.Range(1, 5).Select(i => ExampleFacts.Deal($"b{i}", "2025-06-30", "bank", $"cloud{i}", FlowKind.DebtLoan, 1e9)),
            ],
            Expected = 0.30, Tolerance = 1e-12,
        },
    ];
}
