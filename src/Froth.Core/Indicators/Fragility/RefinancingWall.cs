using Froth.Core.Data;
using Froth.Core.Financing;
using Froth.Core.Firms;

namespace Froth.Core.Indicators.Fragility;

/// <summary>Debt due within two years against the money at hand to pay it.</summary>
public sealed class RefinancingWall : Indicator
{
    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "refinancing-wall",
        Title = new("Debt due within 24 months to cash and undrawn credit", "24 个月内到期债务/现金与未提授信"),
        Meaning = new(
            "Above 1 a firm cannot pay what falls due within two years from what it holds; it depends on cash yet to be earned or on new lenders.",
            "超过 1 则企业现有资金不足以偿付两年内到期的债务，须靠未来现金流或新的贷款方。"),
        Pillar = Pillar.Fragility, Unit = Unit.Ratio, Display = Display.Percent, Frequency = Frequency.Quarterly,
        Method = new Bilingual(
            "Principal due in the first two buckets of the table of maturities / (cash + current securities + committed undrawn credit at the quarter's end). Where undrawn credit is not told it counts as none, so the value is " +
            "the most it can be and the lower end is open. In mid-year a first bucket may hold only the rest of the fiscal year: the upper end adds the third bucket. Part: share of all debt due within 24 months.",
            "到期表前两档本金/(季末现金+流动有价证券+已承诺未提取授信)。未披露未提授信时按零计，数值为上界、下端开放。年中时首档可能仅为财年剩余部分，上限计入第三档。分项：24 个月内到期占全部债务的比重。").Then(FirmMedians.Rule),
        Caveats = new(
            "Cash pledged or needed to run the business is counted as free; covenants can close a credit line when it is needed. Commercial paper outside the table is not in it.",
            "受限或经营必需的现金亦计为可用；授信可能因限制性条款在需要时无法提取。到期表之外的商业票据未计入。"),
        Citations = [new("Froth methods, section 3.5: maturity mismatch, refinancing inside the life of assets and lease cover")],
        Bands = Bands.Rising(0.5, 1, 2, ThresholdStatus.Froth, "Froth's own: at 1 what falls due within two years uses up all cash and credit lines"),
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => FirmPanel.Inputs;

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs) => FirmMedians.Compute(inputs, Wall);

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("Ten due, five held", "到期一百亿、手持五十亿"),
            Working = "Due 7 in year 1 and 3 in year 2 of 20 in all: 10. Cash 1 + undrawn credit 4 = 5. 10 / 5 = 2; half of the debt is due within 24 months.",
            Facts =
            [
                ExampleFacts.Over("cloud", Concepts.OperatingCashFlow, "2024-01-01", "2024-12-31", 4e9, Unit.UsDollar),
                ExampleFacts.At("cloud", FirmConcepts.Cash, "2024-12-31", 1e9, Unit.UsDollar),
                ExampleFacts.At("cloud", FirmConcepts.UndrawnCredit, "2024-12-31", 4e9, Unit.UsDollar),
                .. FirmConcepts.DebtDue.Select((c, i) => ExampleFacts.At("cloud", c, "2024-12-31", ((double[])[7e9, 3e9, 10e9, 0, 0, 0])[i], Unit.UsDollar)),
            ],
            Entity = "cloud", Expected = 2, ExpectedLow = 2, ExpectedHigh = 2,
        },
    ];

    private static Reading Wall(FirmQuarter quarter)
    {
        var debt = DebtMaturities.Of(quarter);
        if (debt.Why is { } why) return Reading.None(quarter.Known, MissingReason.NoData, why);
        if (FirmDebt.Liquidity(quarter) is not { } liquid) return Reading.None(quarter.Known, MissingReason.NoData, quarter.WhyMissing(FirmConcepts.Cash), debt.Lineage);
        var undrawn = quarter.Balance(FirmConcepts.UndrawnCredit);
        var held = liquid.Value + (undrawn?.Value ?? 0);
        IReadOnlyList<Fact> lineage = [.. debt.Lineage.Concat(liquid.Lineage).Concat(undrawn?.Lineage ?? []).Distinct()];
        Part[] parts =
        [
            new(new("Share of debt due within 24 months", "24 个月内到期的债务占比"), debt.DueWithinTwoYears / debt.Total, double.NaN, debt.MostDueWithinTwoYears / debt.Total),
            new(new("Due within 24 months", "24 个月内到期"), debt.DueWithinTwoYears, double.NaN, debt.MostDueWithinTwoYears) { Unit = quarter.Currency },
            new(new("Cash and current securities", "现金与流动有价证券"), liquid.Value) { Unit = quarter.Currency },
            new(new("Undrawn credit", "未提授信"), undrawn?.Value ?? double.NaN) { Unit = quarter.Currency },
        ];
        if (held <= 0) return Reading.None(quarter.Known, MissingReason.NonPositiveDenominator, new("No cash and no credit line is told.", "未披露现金或授信。"), lineage) with { Parts = parts };
        var value = debt.DueWithinTwoYears / held;
        Bilingual? untold = undrawn is null ? new Bilingual("Undrawn credit is not told: the most it can be.", "未提授信未披露：数值为上界。") : null;
        var table = DebtMaturityGap.TableRemark(debt);
        return new Reading
        {
            Date = quarter.Known, Value = value, Low = undrawn is null ? double.NaN : value, High = debt.MostDueWithinTwoYears / held, Parts = parts, Lineage = lineage,
            Remark = untold is { } first && table is { } second ? first.Then(second) : untold ?? table,
        };
    }
}
