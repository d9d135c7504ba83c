using Froth.Core.Data;
using Froth.Core.Firms;

namespace Froth.Core.Indicators.Fragility;

/// <summary>κ_X: cash before interest over debt service, capital expenditure and commitments.</summary>
public sealed class MinskyInvestmentCover : Indicator
{
    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "minsky-investment-cover",
        Title = new("Debt service and investment cover κ_X", "偿债与投资保障倍数 κ_X"),
        Meaning = new(
            "Whether a firm's cash flow pays debt service and building together. Below 1 it must raise money outside to go on as it does, even when its debt alone is well covered.",
            "企业现金流能否同时覆盖偿债与建设投资。低于 1 则须对外筹资方能维持，即使偿债本身保障充足。"),
        Pillar = Pillar.Fragility, Unit = Unit.Ratio, Display = Display.Multiple, Frequency = Frequency.Quarterly,
        Method = new(
            "(Cash from operations + interest paid inside it) / (interest + principal due + capital expenditure + take-or-pay due within a year), twelve months; the quarter alone as a part. Commitments that are not told count as none, so the value is then the most it can be. Headline: the median of firms with a value, from three firms on.",
            "（经营现金流＋其中已付利息）÷（利息＋到期本金＋资本开支＋一年内到期的照付不议承诺），过去十二个月；单季年化列为分项。未披露的承诺按零计，此时数值为上限。行业值：有数值企业的中位数（至少三家）。"),
        Caveats = new(
            "Growth investment is no obligation: a firm may stop. A growing hedge firm looks speculative here. Few filers tell what take-or-pay falls due.",
            "扩张性投资并非义务，企业可以停止；成长中的对冲型企业在此会显得像投机型。披露照付不议到期额的企业很少。"),
        Citations = [MinskyReadings.Primary, new("Nishi, H. (2019), Cambridge Journal of Economics 43(3), 585–622: investment inside the cash-flow identity")],
        Bands = Bands.FallingBelow(1.0, 0.75, 0.5, ThresholdStatus.Froth, "Froth's own: at 1 all is paid from own cash; 0.75 and 0.5 stand below it", 0.03),
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => FirmPanel.Inputs;

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs) => FirmReadings.Median(
        inputs, q => MinskyReadings.Read(q, s => s.InvestmentCover, MinskyReadings.NothingDue, MinskyReadings.WithoutCapitalExpenditure));

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("Debt is covered, building is not", "偿债有余，建设不足"),
            Working = "Cash 380 + 20 = 400. Due 20 + 80 = 100, so debt service cover is 4. With capital expenditure 400: 400 / (100 + 400) = 0.8.",
            Facts = MinskyReadings.Year("a", 380, 20, 80, 400), Entity = "a", Expected = 0.8,
        },
    ];
}
