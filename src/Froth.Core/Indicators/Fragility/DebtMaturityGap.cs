using Froth.Core.Data;
using Froth.Core.Financing;
using Froth.Core.Firms;

namespace Froth.Core.Indicators.Fragility;

/// <summary>By how many years debt outlasts the assets it paid for.</summary>
public sealed class DebtMaturityGap : Indicator
{
    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "debt-maturity-gap",
        Title = new("Maturity of debt less life of assets", "债务期限与资产寿命之差"),
        Meaning = new(
            "Above zero, debt is still owed when the equipment is worn out. Far below zero, debt must be rolled over several times within the equipment's life.",
            "为正表示设备报废时债务仍未到期；远低于零则表示设备寿命内须多次再融资。"),
        Pillar = Pillar.Fragility, Unit = Unit.Years, Display = Display.Number, Frequency = Frequency.Quarterly,
        Method = new Bilingual(
            "Weighted average maturity of debt less the life of assets, in years. Maturity: each bucket of the told table at its middle; what is due after five years is assumed to last 10.5 years (6 to 15; Froth's own). " +
            "Life: the told life of computing equipment, else net plant over a year's depreciation and amortisation, which is too long for a firm that builds fast. Low: buckets at their near end less the longest life told or implied; high: the reverse, because the weights " +
            "of the classes are not known. In mid-year, filers that count by fiscal years have nearer buckets than their number says; the low end allows for it. A table told once a year stands for three further quarters. " +
            "A table with a bucket missing is read when the told ones make 95 % of total debt. Parts: both terms, and the share of debt due after the assets' life.",
            "债务加权平均期限减资产寿命（年）。期限：到期表各档取中点，五年以后到期者假定为 10.5 年（6 至 15 年，Froth 自定）。寿命：取披露的计算设备年限，否则取固定资产净额除以年折旧与摊销（对快速扩张的企业偏长）。" +
            "下限：各档取近端、寿命取披露或推算的最长者；上限反之，因各类资产权重未知。年中时，按财年分档的公司其到期日比档位所示更近，下限已计入。一年披露一次的到期表沿用其后三个季度。" +
            "缺档的到期表，若已披露部分达总债务 95% 则予采用。分项：两项年数，以及资产寿命之后到期的债务占比。").Then(FirmMedians.Rule),
        Caveats = new(
            "Net plant holds land, buildings and sites under construction, and depreciation holds intangibles. Useful lives are the firm's own choice. A vehicle's long bond on shell and power is not in it: see lease-cover.",
            "固定资产净额含土地、建筑与在建工程，折旧摊销含无形资产。使用年限由企业自行选定。特殊目的载体为厂房与电力发行的长期债券不在其中，见 lease-cover。"),
        Citations = [new("Froth methods, section 3.5: maturity mismatch, refinancing inside the life of assets and lease cover")],
        Bands = Bands.Rising(0, 2, 5, ThresholdStatus.Froth, "Froth's own: at zero debt and assets end together"),
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => FirmPanel.Inputs;

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs) => FirmMedians.Compute(inputs, Gap);

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("Half due in the first year, half later", "一半一年内到期、一半五年后到期"),
            Working = "Debt 50 due in year 1 and 50 later: (50 × 0.5 + 50 × 10.5) / 100 = 5.5 years. Assets: plant 30 / depreciation 5 = 6 years; servers are told at 4, which counts. " +
                "5.5 − 4 = 1.5. Low: (50 × 0 + 50 × 6) / 100 = 3, less 6 = −3. High: (50 × 1 + 50 × 15) / 100 = 8, less 4 = 4.",
            Facts =
            [
                ExampleFacts.Over("cloud", Concepts.OperatingCashFlow, "2024-01-01", "2024-12-31", 4e9, Unit.UsDollar),
                ExampleFacts.Over("cloud", FirmConcepts.DepreciationAmortisation, "2024-01-01", "2024-12-31", 5e9, Unit.UsDollar),
                ExampleFacts.At("cloud", FirmConcepts.PropertyPlantEquipment, "2024-12-31", 30e9, Unit.UsDollar),
                ExampleFacts.At("cloud", FirmConcepts.UsefulLife, "2024-12-31", 4, Unit.Years, AssetLives.Computing),
                .. FirmConcepts.DebtDue.Select((c, i) => ExampleFacts.At("cloud", c, "2024-12-31", i is 0 or 5 ? 50e9 : 0, Unit.UsDollar)),
            ],
            Entity = "cloud", Expected = 1.5, ExpectedLow = -3, ExpectedHigh = 4,
        },
    ];

    private static Reading Gap(FirmQuarter quarter)
    {
        var debt = DebtMaturities.Of(quarter);
        if (debt.Why is { } why) return Reading.None(quarter.Known, MissingReason.NoData, why);
        var assets = AssetLives.Of(quarter);
        IReadOnlyList<Fact> lineage = [.. debt.Lineage.Concat(assets.Lineage).Distinct()];
        var maturity = new Part(new("Average maturity of debt", "债务平均期限"), debt.AverageYears, debt.ShortestAverageYears, debt.LongestAverageYears);
        var life = assets.CentralYears;
        if (double.IsNaN(life))
        {
            return Reading.None(quarter.Known, MissingReason.NotIdentified, new(
                "Neither net plant and depreciation nor the life of computing equipment is told.", "既未披露固定资产与折旧，也未披露计算设备年限。"), lineage) with { Parts = [maturity] };
        }

        return new Reading
        {
            Date = quarter.Known, Value = debt.AverageYears - life, Low = debt.ShortestAverageYears - assets.LongestYears, High = debt.LongestAverageYears - assets.ShortestYears,
            Lineage = lineage, Remark = TableRemark(debt),
            Parts =
            [
                maturity,
                new(new("Life of assets", "资产寿命"), life, assets.ShortestYears, assets.LongestYears),
                new(new("Share of debt due after the assets' life", "资产寿命之后到期的债务占比"),
                    debt.ShareAfter(life), debt.LeastShareAfter(assets.LongestYears), debt.MostShareAfter(assets.ShortestYears)) { Unit = Unit.Ratio },
            ],
        };
    }

    internal static Bilingual? TableRemark(DebtMaturities debt) => debt.TableDate is { } day && debt.Quarter.End.DayNumber - day.DayNumber > 7
        ? new($"Table of maturities of {day:yyyy-MM-dd}.", $"到期表截至 {day:yyyy-MM-dd}。") : null;
}
