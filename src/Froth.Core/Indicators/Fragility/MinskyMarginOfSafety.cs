using Froth.Core.Data;
using Froth.Core.Firms;

namespace Froth.Core.Indicators.Fragility;

/// <summary>m: what is left of cash after debt service, as a share of it.</summary>
public sealed class MinskyMarginOfSafety : Indicator
{
    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "minsky-margin-of-safety",
        Title = new("Margin of safety m", "安全边际 m"),
        Meaning = new(
            "By how much cash flow exceeds the debt service falling due, as a share of it; negative when it falls short. The continuous companion of the class.",
            "现金流超出到期偿债额的幅度（占偿债额之比），不足时为负。与分类并列的连续指标。"),
        Pillar = Pillar.Fragility, Unit = Unit.Ratio, Display = Display.Percent, Frequency = Frequency.Quarterly,
        Method = new(
            "(Cash before interest − interest − principal due) / (interest + principal due), twelve months; the quarter alone as a part. Headline: the median of firms with a value, from three firms on.",
            "（付息前现金流−利息−到期本金）÷（利息＋到期本金），过去十二个月；单季年化列为分项。行业值：有数值企业的中位数（至少三家）。"),
        Caveats = MinskyReadings.Caveats,
        Citations = [MinskyReadings.Primary, MinskyReadings.Minsky],
        Bands = Bands.FallingBelow(0.5, 0, -0.5, ThresholdStatus.Froth, "Froth's own: at 0 cash just meets debt service; 0.5 and −0.5 stand around it", 0.05),
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => FirmPanel.Inputs;

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs) =>
        FirmReadings.Median(inputs, q => MinskyReadings.Read(q, s => s.MarginOfSafety, MinskyReadings.NothingDue));

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("Half of what is due is lacking", "到期款项缺一半"),
            Working = "Cash 80 + 20 = 100, due 20 + 180 = 200: (100 − 200) / 200 = −0.5.",
            Facts = MinskyReadings.Year("a", 80, 20, 180, 50), Entity = "a", Expected = -0.5,
        },
    ];
}
