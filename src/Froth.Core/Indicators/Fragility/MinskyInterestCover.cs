using Froth.Core.Data;
using Froth.Core.Firms;

namespace Froth.Core.Indicators.Fragility;

/// <summary>κ_I: cash before interest over interest.</summary>
public sealed class MinskyInterestCover : Indicator
{
    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "minsky-interest-cover",
        Title = new("Cash interest cover κ_I", "现金利息保障倍数 κ_I"),
        Meaning = new(
            "How many times over a firm's cash flow pays its interest, capitalised interest included. Below 1 it borrows or sells assets to pay interest: Ponzi finance in Minsky's sense.",
            "企业现金流相当于利息（含资本化利息）的多少倍。低于 1 即靠借款或变卖资产付息，属明斯基意义上的庞氏型融资。"),
        Pillar = Pillar.Fragility, Unit = Unit.Ratio, Display = Display.Multiple, Frequency = Frequency.Quarterly,
        Method = new(
            "(Cash from operations + interest paid inside it) / (interest paid + interest capitalised), twelve months; the quarter alone as a part. Panel: each firm when its accounts became known. Headline: the median of firms with a value, from three firms on.",
            "（经营现金流＋其中已付利息）÷（已付利息＋资本化利息），过去十二个月；单季年化列为分项。面板：各企业账目可知之日。行业值：有数值企业的中位数（至少三家）。"),
        Caveats = MinskyReadings.Caveats,
        Citations = [MinskyReadings.Primary, MinskyReadings.Minsky],
        Bands = Bands.FallingBelow(3, 1.5, 1.0, ThresholdStatus.Froth, "Froth's own: 1 is where Ponzi finance begins in Minsky's wording; 3 and 1.5 are warnings before it", 0.1),
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => FirmPanel.Inputs;

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs) =>
        FirmReadings.Median(inputs, q => MinskyReadings.Read(q, s => s.InterestCover, MinskyReadings.NothingDue));

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("Capitalised interest is a payment too", "资本化利息也是支付"),
            Working = "Cash from operations 80 + 20 interest paid inside it = 100. Interest 20 paid + 30 capitalised = 50. 100 / 50 = 2.",
            Facts =
            [
                .. MinskyReadings.Year("a", 80, 20, 180, 50),
                ExampleFacts.Over("a", FirmConcepts.InterestCapitalised, "2025-01-01", "2025-12-31", 30, Unit.UsDollar),
            ],
            Entity = "a", Expected = 2,
        },
    ];
}
