using Froth.Core.Data;
using Froth.Core.Financing;
using Froth.Core.Time;

namespace Froth.Core.Indicators.Fragility;

/// <summary>Cash that private labs burn for each dollar of revenue.</summary>
public sealed class LabBurnToRevenue : Indicator
{
    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "lab-burn-to-revenue",
        Title = new("Cash burn to revenue of AI labs", "AI 实验室的现金消耗/收入"),
        Meaning = new(
            "Dollars of outside money used up for every dollar earned from customers.",
            "每从客户处赚得一元，要消耗多少外部资金。"),
        Pillar = Pillar.Fragility, Unit = Unit.Ratio, Display = Display.Number, Frequency = Frequency.Quarterly,
        Method = new(
            "B / R, cash burned over revenue of the same lab and the same period. Headline: sums over the labs known for the same quarter; panel: each lab, each period. An operating loss is not taken for burn. " +
            "Coverage: share of the known labs.",
            "B/R，同一实验室同期的现金消耗与收入之比。行业值：同一季度有数据的实验室加总；面板：各实验室各期。营业亏损不等同于现金消耗。覆盖率：有数据的实验室占比。"),
        Caveats = new(
            "Hardly any lab tells its burn, so the headline is the labs that do. Burn includes building and stocking up on computing, which can be put off.",
            "披露现金消耗的实验室极少，行业值仅代表披露者。现金消耗含可推迟的建设与算力储备支出。"),
        Citations = [LabSources.Methods, LabSources.Minsky],
        Bands = Bands.RisingPercentile,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => LabAccounts.Inputs;

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs)
    {
        var accounts = new LabAccounts(inputs);
        var pairs = accounts.CashBurn.Select(b => (Burn: b, Revenue: LabAccounts.Same(accounts.Revenue, b))).Where(p => p.Revenue is { Double: > 0 })
            .Select(p => (p.Burn, Revenue: p.Revenue!)).ToList();
        var panel = pairs.GroupBy(p => p.Burn.Entity, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new ReadingSeries(g.Key, [.. g.OrderBy(p => p.Burn.Period).DistinctBy(p => p.Burn.Date).Select(p => ReadingOf([p], double.NaN))])).ToList();
        var sector = pairs.Where(p => p.Burn.Period.Kind == PeriodKind.Quarter).GroupBy(p => p.Burn.Date).OrderBy(g => g.Key)
            .Select(g => ReadingOf([.. g], (double)g.Count() / accounts.LabsBy(g.Key).Count)).ToList();
        return sector.Count > 0
            ? new IndicatorResult(new ReadingSeries(null, sector), panel)
            : IndicatorResult.None(inputs.Vintage.AsOf, MissingReason.NoData, new(
                "No lab's burn and revenue of the same quarter are known.", "没有任何实验室同时披露同一季度的现金消耗与收入。")) with { Panel = panel };
    }

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("OpenAI, first quarter of 2026", "OpenAI 2026 年一季度"),
            Working = "Burn 3.7 bn over revenue 5.7 bn: 3.7 / 5.7 = 0.64912.",
            Facts =
            [
                ExampleFacts.Over("openai", Concepts.Revenue, "2026-01-01", "2026-03-31", 5.7e9, Unit.UsDollar),
                ExampleFacts.Over("openai", "cash-burn", "2026-01-01", "2026-03-31", -3.7e9, Unit.UsDollar),
            ],
            Expected = 0.64912, Tolerance = 1e-4,
        },
    ];

    private static Reading ReadingOf(IReadOnlyList<(Observation Burn, Observation Revenue)> pairs, double coverage)
    {
        var (burn, revenue) = (pairs.Sum(p => -p.Burn.Double), pairs.Sum(p => p.Revenue.Double));
        var labs = pairs.Select(p => p.Burn.Entity).Order(StringComparer.Ordinal).ToList();
        return new Reading
        {
            Date = pairs[0].Burn.Date, Value = burn / revenue, Coverage = coverage,
            Lineage = [.. pairs.SelectMany(p => new Fact[] { p.Burn, p.Revenue }).Distinct()],
            Remark = new($"Labs: {string.Join(", ", labs)}.", $"实验室：{string.Join("、", labs)}。"),
            Parts =
            [
                new(new("Cash burned", "现金消耗"), burn) { Unit = Unit.UsDollar },
                new(new("Revenue", "收入"), revenue) { Unit = Unit.UsDollar },
            ],
        };
    }
}
