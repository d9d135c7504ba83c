using Froth.Core.Data;
using Froth.Core.Financing;
using Froth.Core.Firms;

namespace Froth.Core.Indicators.Fragility;

/// <summary>Years of earnings before interest, taxes, depreciation and amortisation that net debt amounts to.</summary>
public sealed class NetDebtToEbitda : Indicator
{
    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "net-debt-to-ebitda",
        Title = new("Net debt to EBITDA", "净债务/EBITDA"),
        Meaning = new(
            "How many years of operating earnings it would take to pay off what is owed beyond cash. Below zero there is more cash than debt.",
            "扣除现金后的债务需多少年的经营收益才能还清。为负表示现金多于债务。"),
        Pillar = Pillar.Fragility, Unit = Unit.Ratio, Display = Display.Multiple, Frequency = Frequency.Quarterly,
        Method = new Bilingual(
            "(total debt − cash − current securities) / (income from operations + depreciation and amortisation over twelve months), without a firm's own adjustments. Not meaningful (n.m.) when the denominator is not positive.",
            "(总债务−现金−流动有价证券)/(过去十二个月经营利润+折旧与摊销)，不采用企业自行调整的口径。分母不为正时无意义（n.m.）。").Then(FirmMedians.Rule),
        Caveats = new(
            "Securities held for the long term and leases stand outside. Where equipment wears out in a few years depreciation is a cost like any other, and EBITDA flatters: see the cover by EBIT.",
            "长期持有的证券与租赁不在其中。设备数年即报废时，折旧与其他成本无异，EBITDA 会美化偿债能力；请对照 EBIT 口径的覆盖倍数。"),
        Citations = [new("Froth methods, section 3.3: self-financing and leverage")],
        Bands = Bands.Rising(2, 4, 6, ThresholdStatus.Convention,
            "In common use among lenders; 6 is named for total debt in the US interagency guidance on leveraged lending of 2013, which was not read for this", 0.2),
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => FirmPanel.Inputs;

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs) => FirmMedians.Compute(inputs, Leverage);

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("Twenty billion of net debt on five of EBITDA", "净债务两百亿、EBITDA 五十亿"),
            Working = "Debt 24 − cash 3 − securities 1 = 20 bn. EBITDA = 2 + 3 = 5 bn. 20 / 5 = 4.",
            Facts = Accounts(2e9), Entity = "cloud", Expected = 4,
        },
        new()
        {
            Title = new("Losses beyond depreciation", "亏损超过折旧"),
            Working = "Income from operations −4, depreciation 3: EBITDA −1 bn. Not meaningful.",
            Facts = Accounts(-4e9), Entity = "cloud", Expected = double.NaN, ExpectedMissing = MissingReason.NonPositiveDenominator,
        },
    ];

    private static Reading Leverage(FirmQuarter quarter)
    {
        if (FirmDebt.Total(quarter) is not { } debt) return Reading.None(quarter.Known, MissingReason.NoData, FirmDebt.WhyNoTotal(quarter));
        if (FirmDebt.Liquidity(quarter) is not { } liquid) return Reading.None(quarter.Known, MissingReason.NoData, quarter.WhyMissing(FirmConcepts.Cash));
        if (FirmDebt.Ebitda(quarter) is not { } ebitda)
        {
            var missing = quarter.Year(Concepts.OperatingIncome) is null ? Concepts.OperatingIncome : FirmConcepts.DepreciationAmortisation;
            return Reading.None(quarter.Known, MissingReason.NoData, quarter.WhyMissing(missing));
        }

        Part[] parts =
        [
            new(new("Net debt", "净债务"), debt.Value - liquid.Value) { Unit = quarter.Currency },
            new(new("EBITDA", "EBITDA（息税折旧摊销前利润）"), ebitda.Value) { Unit = quarter.Currency },
        ];
        IReadOnlyList<Fact> lineage = [.. debt.Lineage.Concat(liquid.Lineage).Concat(ebitda.Lineage).Distinct()];
        return ebitda.Value > 0
            ? new Reading { Date = quarter.Known, Value = (debt.Value - liquid.Value) / ebitda.Value, Parts = parts, Lineage = lineage }
            : Reading.None(quarter.Known, MissingReason.NonPositiveDenominator, new("EBITDA is not positive: n.m.", "EBITDA 不为正：n.m.。"), lineage) with { Parts = parts };
    }

    private static Observation[] Accounts(double income) =>
    [
        ExampleFacts.Over("cloud", Concepts.OperatingIncome, "2024-01-01", "2024-12-31", income, Unit.UsDollar),
        ExampleFacts.Over("cloud", FirmConcepts.DepreciationAmortisation, "2024-01-01", "2024-12-31", 3e9, Unit.UsDollar),
        ExampleFacts.At("cloud", FirmConcepts.DebtTotal, "2024-12-31", 24e9, Unit.UsDollar),
        ExampleFacts.At("cloud", FirmConcepts.Cash, "2024-12-31", 3e9, Unit.UsDollar),
        ExampleFacts.At("cloud", FirmConcepts.MarketableSecuritiesCurrent, "2024-12-31", 1e9, Unit.UsDollar),
    ];
}
