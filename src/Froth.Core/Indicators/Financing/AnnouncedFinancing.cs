using Froth.Core.Data;
using Froth.Core.Financing;

namespace Froth.Core.Indicators.Financing;

/// <summary>Signed external financing announced in the three months that end with each month.</summary>
public sealed class AnnouncedFinancing : Indicator
{
    /// <summary>Length of the window in months.</summary>
    public const int WindowMonths = 3;

    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "announced-financing",
        Title = new("Announced AI financing, three months", "AI 融资公布额（三个月滚动）"),
        Meaning = new(
            "How much new equity and debt the sector's firms have contracted to receive. Fast growth of outside money is the fuel of a financing boom.",
            "行业内企业签约获得的新增股权与债务资金规模。外部资金快速增长是融资热潮的燃料。"),
        Pillar = Pillar.Financing, Unit = Unit.UsDollar, Display = Display.Money, Frequency = Frequency.Monthly, StaleAfterDays = FinancingReadings.StaleAfterDays, MoneyDegree = 1,
        Method = new Bilingual(
            "Sum of signed external financing announced in the month and the two before it. Parts: equity, bonds, loans, vehicles and asset-backed securities; apart from these and in no " +
            "total, what is announced without binding anyone.",
            "当月及前两个月公布的已签约外部融资之和。分项：股权、债券、贷款、特殊目的载体与资产支持证券；另列不具约束力的公布金额，不计入任何合计。").Then(FinancingReadings.Rules),
        Caveats = FinancingReadings.Caveats,
        Citations = [FinancingReadings.Methods],
        Bands = Bands.RisingPercentile,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => FinancingBook.Inputs;

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs) =>
        FinancingReadings.OfWindows(inputs, WindowMonths, fewestReceivers: 1, w => FinancingReadings.OfSum(w, w.SignedTotal, PartsOf(w)));

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("A share sale, a bond and a letter of intent", "一笔股权融资、一只债券与一份意向书"),
            Working = "January to March 2025: equity 2 bn + bond 3 bn + two loans of 0.5 bn = 6 bn. The 7 bn letter of intent of March binds nobody and stays out. Low = high = 6 bn.",
            Facts =
            [
                ExampleFacts.Deal("a", "2025-01-10", "fund", "lab", FlowKind.EquityInvestment, 2e9),
                ExampleFacts.Deal("b", "2025-02-10", "holders", "cloud", FlowKind.DebtBond, 3e9),
                .. Enumerable.Range(1, 2).Select(i => ExampleFacts.Deal($"l{i}", "2025-02-20", "bank", "cloud", FlowKind.DebtLoan, 0.5e9)),
                ExampleFacts.Deal("c", "2025-03-31", "maker", "lab", FlowKind.EquityInvestment, 7e9) with { Binding = Binding.LetterOfIntent },
            ],
            Expected = 6e9, ExpectedLow = 6e9, ExpectedHigh = 6e9,
        },
        new()
        {
            Title = new("A ceiling counts only in the upper end", "“最高”金额只计入上限"),
            Working = "Three loans of 1 bn to 1.5 bn and an investment of up to 4 bn. Value and low = 3 + 0 = 3 bn; high = 4.5 + 4 = 8.5 bn.",
            Facts =
            [
                .. Enumerable.Range(1, 3).Select(i => ExampleFacts.Deal($"a{i}", "2025-02-10", "bank", "cloud", FlowKind.DebtLoan, 1e9) with { Value = Amount.Range(1_000_000_000m, 1_500_000_000m) }),
                ExampleFacts.Deal("b", "2025-03-31", "maker", "lab", FlowKind.EquityInvestment, 4e9) with { Value = Amount.Range(null, 4_000_000_000m), IsUpTo = true },
            ],
            Expected = 3e9, ExpectedLow = 3e9, ExpectedHigh = 8.5e9,
        },
    ];

    private static Part[] PartsOf(FinancingWindow window) =>
    [
        FinancingReadings.PartOf(new("Equity", "股权"), window.SumSigned(f => f.Layer == FlowLayer.Equity)),
        FinancingReadings.PartOf(new("Bonds", "债券"), window.SumSigned(f => f.Kind == FlowKind.DebtBond)),
        FinancingReadings.PartOf(new("Loans", "贷款"), window.SumSigned(f => f.Kind == FlowKind.DebtLoan)),
        FinancingReadings.PartOf(new("Vehicles and asset-backed", "特殊目的载体与资产支持证券"), window.SumSigned(f => f.Kind is FlowKind.Spv or FlowKind.Abs)),
        FinancingReadings.PartOf(new("Apart: announced, not known to bind", "另列：已公布但不具或不明约束力"), window.NotBindingTotal),
    ];
}
