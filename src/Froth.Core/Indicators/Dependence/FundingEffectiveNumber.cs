using Froth.Core.Data;
using Froth.Core.Financing;

namespace Froth.Core.Indicators.Dependence;

/// <summary>Effective number of receivers of signed financing.</summary>
public sealed class FundingEffectiveNumber : Indicator
{
    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "funding-effective-n",
        Title = new("Effective number of funded firms", "有效融资方数量"),
        Meaning = new(
            "How many equally funded firms would be as concentrated as the recorded ones. The lower, the more hangs on a few.",
            "相同集中度下相当于多少家获得等额资金的企业。数值越低，越系于少数几家。"),
        Pillar = Pillar.Dependence, Unit = Unit.Count, Display = Display.Number, Frequency = Frequency.Monthly, StaleAfterDays = FinancingReadings.StaleAfterDays,
        Method = new Bilingual(
            "1 / HHI, HHI = Σ s².",
            "1/HHI，HHI = Σ s²。").Then(ReceiverConcentration.Window).Then(FinancingReadings.Rules),
        Caveats = ReceiverConcentration.Caveats,
        Citations = [ReceiverConcentration.Methods],
        Bands = Bands.FallingPercentile,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => FinancingBook.Inputs;

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs) => ReceiverConcentration.Compute(inputs, Concentration.EffectiveNumber);

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("One receiver of half, five of a tenth", "一家占半，五家各占一成"),
            Working = "Shares 0.5 and five times 0.1: HHI = 0.25 + 0.05 = 0.30; 1 / 0.30 = 3.333.",
            Facts =
            [
                .. Enumerable.Range(1, 5).Select(i => ExampleFacts.Deal($"a{i}", "2025-03-10", "fund", "openai", FlowKind.EquityInvestment, 1e9)),
                .. Enumerable.Range(1, 5).Select(i => ExampleFacts.Deal($"b{i}", "2025-06-30", "bank", $"cloud{i}", FlowKind.DebtLoan, 1e9)),
            ],
            Expected = 1 / 0.30, Tolerance = 1e-12,
        },
    ];
}
