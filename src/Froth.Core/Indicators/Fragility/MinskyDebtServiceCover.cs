using Froth.Core.Data;
using Froth.Core.Firms;

namespace Froth.Core.Indicators.Fragility;

/// <summary>κ_D: cash before interest over interest and principal due.</summary>
public sealed class MinskyDebtServiceCover : Indicator
{
    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "minsky-debt-service-cover",
        Title = new("Debt service cover κ_D", "偿债保障倍数 κ_D"),
        Meaning = new(
            "How many times over a firm's cash flow pays the interest and principal falling due. From 1 on it is hedge finance in Minsky's sense; below it must roll debt over.",
            "企业现金流相当于到期利息与本金的多少倍。不低于 1 即明斯基意义上的对冲型融资；低于 1 则须借新还旧。"),
        Pillar = Pillar.Fragility, Unit = Unit.Ratio, Display = Display.Multiple, Frequency = Frequency.Quarterly,
        Method = new(
            "(Cash from operations + interest paid inside it) / (interest paid + interest capitalised + principal due as the opening balance sheet told it + lease principal), twelve months; the quarter alone as a part. " +
            "Panel: each firm when its accounts became known. Headline: the median of firms with a value, from three firms on; parts and remark count those without debt service and those unknown. Coverage: firms with a value / firms with accounts.",
            "（经营现金流＋其中已付利息）÷（已付利息＋资本化利息＋期初资产负债表所示到期本金＋融资租赁本金），过去十二个月；单季年化列为分项。面板：各企业账目可知之日。行业值：有数值企业的中位数（至少三家）；分项与备注列明无偿债义务与不详的家数。覆盖率 = 有数值企业/有账目企业。"),
        Caveats = MinskyReadings.Caveats,
        Citations = [MinskyReadings.Primary, MinskyReadings.Minsky],
        Bands = Bands.FallingBelow(1.5, 1.0, 0.5, ThresholdStatus.Froth, "Froth's own: 1 is where hedge finance ends in Minsky's wording; 1.5 and 0.5 stand around it", 0.05),
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => FirmPanel.Inputs;

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs) =>
        FirmReadings.Median(inputs, q => MinskyReadings.Read(q, s => s.DebtServiceCover, MinskyReadings.NothingDue));

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("Interest is paid, principal is not", "付得起利息，还不起本金"),
            Working = "Cash from operations 80 after 20 of interest: 80 + 20 = 100. Due 20 + 180 = 200. 100 / 200 = 0.5.",
            Facts = MinskyReadings.Year("a", 80, 20, 180, 50), Entity = "a", Expected = 0.5,
        },
        new()
        {
            Title = new("The middle of three firms", "三家企业的中位数"),
            Working = "a: 100 / 200 = 0.5; b: (380 + 20) / (20 + 180) = 2; c: (180 + 20) / (20 + 180) = 1. The middle one is 1.",
            Facts = [.. MinskyReadings.Year("a", 80, 20, 180, 50), .. MinskyReadings.Year("b", 380, 20, 180, 50), .. MinskyReadings.Year("c", 180, 20, 180, 50)],
            Expected = 1,
        },
    ];
}
