using Froth.Core.Data;
using Froth.Core.Financing;

namespace Froth.Core.Indicators.Financing;

/// <summary>Debt in the external financing that firms have contracted to receive, gross of repayments.</summary>
public sealed class DebtShare : Indicator
{
    /// <summary>Window of the sector series. Twelve months would leave fewer than twelve comparable readings in the covered period.</summary>
    public const int SectorWindowMonths = 6;

    /// <summary>Window of a firm's series.</summary>
    public const int FirmWindowMonths = 12;

    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "debt-share",
        Title = new("Debt share of external financing, gross", "外部融资中的债务占比（总额）"),
        Meaning = new(
            "How much of the new money must be paid back whatever happens. A boom that moves from equity to debt becomes fragile.",
            "新增资金中无论如何都须偿还的比例。热潮由股权转向债务，脆弱性随之上升。"),
        Pillar = Pillar.Financing, Unit = Unit.Ratio, Display = Display.Percent, Frequency = Frequency.Monthly, StaleAfterDays = FinancingReadings.StaleAfterDays,
        Method = new Bilingual(
            "debt / (debt + equity), debt = loans, bonds, asset-backed securities and vehicles. Sector: trailing six months to each month end; six, because twelve months would leave " +
            "fewer than twelve comparable readings since January 2025. Firm: on each day with a new row, the twelve months to that day, earlier years included. Lowest share: debt at its low end " +
            "against equity at its high end; highest share: the reverse; an open end of the amounts leaves that end open.",
            "债务/(债务+股权)；债务含贷款、债券、资产支持证券与特殊目的载体。行业序列：截至各月末的过去六个月；若取十二个月，2025 年 1 月以来可比读数将不足十二个。企业序列：每逢新增交易日，取截至当日的十二个月，含更早年份。" +
            "占比下限：债务取低值、股权取高值；上限反之；金额一端未披露则该端开放。").Then(FinancingReadings.Rules),
        Caveats = new Bilingual(
            "A vehicle counts as debt although part of it is equity. Gross: refinancing counts as new debt; see debt-share-net for filed figures.",
            "特殊目的载体整体计为债务，尽管其中含有股权。此为总额口径：再融资也算新债；申报口径的净额见 debt-share-net。").Then(FinancingReadings.Caveats),
        Citations =
        [
            new("Froth methods, section 3.2: gross and net debt share of external financing"),
            new("BIS Quarterly Review: hyperscalers' bond issuance above 100 billion dollars in 2025"),
        ],
        Bands = Bands.RisingPercentile,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => FinancingBook.Inputs;

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs)
    {
        var book = new FinancingBook(inputs);
        var sector = book.RollingMonths(SectorWindowMonths).Select(w => ShareOf(w, w.Signed, w.Coverage, w.LeftOutRemark())).ToList();
        var panel = book.Recipients.Select(firm => new ReadingSeries(firm, [.. book.SigningDays(firm).Select(day => FirmShare(book, firm, day))])).ToList();
        return sector.Count > 0
            ? new IndicatorResult(new ReadingSeries(null, sector), panel)
            : IndicatorResult.None(inputs.Vintage.AsOf, MissingReason.InsufficientHistory, new(
                "Six whole recorded months since January 2025 are needed.", "需要 2025 年 1 月以来六个完整且有记录的月份。")) with { Panel = panel };
    }

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("Loans of 3 to 4 billion beside equity of 1 to 2", "三十至四十亿贷款与十至二十亿股权"),
            Working = "Four loans and four share sales, each of a quarter of the sum. Firmly told: debt 3 bn, equity 1 bn: 3 / 4 = 0.75. Lowest: 3 / (3 + 2) = 0.6. Highest: 4 / (4 + 1) = 0.8.",
            Facts =
            [
                .. Enumerable.Range(1, 4).Select(i => ExampleFacts.Deal($"a{i}", "2025-02-10", "bank", "cloud", FlowKind.DebtLoan, 0.75e9) with { Value = Amount.Range(750_000_000m, 1_000_000_000m) }),
                .. Enumerable.Range(1, 4).Select(i => ExampleFacts.Deal($"b{i}", "2025-06-30", "fund", "lab", FlowKind.EquityInvestment, 0.25e9) with { Value = Amount.Range(250_000_000m, 500_000_000m) }),
            ],
            Expected = 0.75, ExpectedLow = 0.6, ExpectedHigh = 0.8,
        },
        new()
        {
            Title = new("One firm: a bond after a share sale", "单家企业：先发股、后发债"),
            Working = "On 21 May 2025: debt 2 bn, equity 0.5 bn since 22 May 2024. 2 / 2.5 = 0.8.",
            Facts =
            [
                ExampleFacts.Deal("a", "2025-03-11", "fund", "cloud", FlowKind.EquityInvestment, 0.5e9),
                ExampleFacts.Deal("b", "2025-05-21", "holders", "cloud", FlowKind.DebtBond, 2e9),
            ],
            Entity = "cloud", Expected = 0.8,
        },
    ];

    private static Reading FirmShare(FinancingBook book, string firm, DateOnly day)
    {
        var window = book.Between(day.AddMonths(-FirmWindowMonths).AddDays(1), day);
        var all = window.AllSigned.Where(r => r.Recipient == firm).ToList();
        var priced = window.Signed.Where(r => r.Recipient == firm).ToList();
        return ShareOf(window, priced, (double)priced.Count / all.Count, null);
    }

    private static Reading ShareOf(FinancingWindow window, IReadOnlyList<FinancingRow> rows, double coverage, Bilingual? remark)
    {
        if (rows.Count == 0) return FinancingReadings.NothingSigned(window) with { Coverage = coverage };
        var debt = ToldMoney.Sum(rows.Where(r => r.Flow.Layer == FlowLayer.Debt).Select(r => r.Money!.Value));
        var equity = ToldMoney.Sum(rows.Where(r => r.Flow.Layer == FlowLayer.Equity).Select(r => r.Money!.Value));
        Part[] parts =
        [
            FinancingReadings.PartOf(new("Debt", "债务"), debt) with { Unit = Unit.UsDollar },
            FinancingReadings.PartOf(new("Equity", "股权"), equity) with { Unit = Unit.UsDollar },
        ];
        IReadOnlyList<Fact> facts = [.. rows.SelectMany(r => r.Facts).Distinct()];
        if (debt.Told + equity.Told <= 0)
        {
            return Reading.None(window.Last, MissingReason.NonPositiveDenominator, new(
                "Only ceilings are told: no money is firm.", "只披露了“最高”金额，没有确有把握的数额。"), facts) with { Parts = parts, Coverage = coverage };
        }

        return new Reading
        {
            Date = window.Last, Value = debt.Told / (debt.Told + equity.Told), Low = Ratio(debt.Low, equity.High), High = Ratio(debt.High, equity.Low),
            Coverage = coverage, Lineage = facts, Parts = parts, Remark = remark,
        };
    }

    // With neither debt nor equity at these ends the share could be anything, so that end is open.
    private static double Ratio(double debt, double equity) => debt + equity > 0 ? debt / (debt + equity) : double.NaN;
}
