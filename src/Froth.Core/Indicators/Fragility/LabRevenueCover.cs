using Froth.Core.Data;
using Froth.Core.Financing;
using Froth.Core.Time;

namespace Froth.Core.Indicators.Fragility;

/// <summary>Revenue of private labs over all their spending of the same period.</summary>
public sealed class LabRevenueCover : Indicator
{
    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "lab-revenue-cover",
        Title = new("Revenue cover of AI labs", "AI 实验室的收入覆盖率"),
        Meaning = new(
            "How much of what labs spend their customers pay for. Below 1, the rest must come from investors or lenders.",
            "实验室的支出中有多少由客户买单。低于 1 的部分须由投资人或债权人填补。"),
        Pillar = Pillar.Fragility, Unit = Unit.Ratio, Display = Display.Percent, Frequency = Frequency.Annual,
        Method = new(
            "ρ = revenue / spending of the same period. Spending, in this order: the told total; revenue + cash burned; revenue − operating income. Where several are known the range shows all of them. " +
            "Panel: each lab, each period. Headline: sums over the labs known for the same whole year; quarters are not joined to it. Coverage: share of the known labs.",
            "ρ = 同期收入/支出。支出依次取：披露的总支出；收入加现金消耗；收入减营业利润。若多种口径并存，以区间列示。面板：各实验室各期。行业值：同一完整年度内有数据的实验室加总，季度数据不与之拼接。覆盖率：有数据的实验室占比。"),
        Caveats = new(
            "Press and leaked figures. Operating costs include pay in shares, burn does not; the two bases can lie far apart. Labs that tell nothing are likely the weaker ones.",
            "数据来自媒体与泄露文件。营业成本含股权激励而现金消耗不含，两种口径可能相差甚远。不披露的实验室往往更弱。"),
        Citations = [LabSources.Methods, LabSources.Minsky],
        Bands = Bands.FallingBelow(1.00, 0.60, 0.30, ThresholdStatus.Froth, "Froth's own: at 1 revenue covers all cost (methods 1.4); 0.60 and 0.30 are steps below it"),
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => LabAccounts.Inputs;

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs)
    {
        var accounts = new LabAccounts(inputs);
        var panel = accounts.Years.GroupBy(y => y.Lab, StringComparer.Ordinal)
            .Select(g => new ReadingSeries(g.Key, [.. g.OrderBy(y => y.Revenue.Period).DistinctBy(y => y.Revenue.Date).Select(y => Cover([y], double.NaN))])).ToList();
        var sector = accounts.Years.Where(y => y.Revenue.Period.Kind == PeriodKind.Annual).GroupBy(y => y.Revenue.Date).OrderBy(g => g.Key)
            .Select(g => Cover([.. g.OrderBy(y => y.Lab, StringComparer.Ordinal)], (double)g.Count() / accounts.LabsBy(g.Key).Count)).ToList();
        return sector.Count > 0
            ? new IndicatorResult(new ReadingSeries(null, sector), panel)
            : IndicatorResult.None(inputs.Vintage.AsOf, MissingReason.NoData, new(
                "No lab's revenue and spending of the same whole year are known.", "没有任何实验室同时披露同一完整年度的收入与支出。")) with { Panel = panel };
    }

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("OpenAI 2025 in round press figures", "OpenAI 2025 年（媒体整数口径）"),
            Working = "Revenue 13 bn, spending 34 bn: 13 / 34 = 0.38235.",
            Facts =
            [
                ExampleFacts.Over("openai", Concepts.Revenue, "2025-01-01", "2025-12-31", 13e9, Unit.UsDollar),
                ExampleFacts.Over("openai", "total-spending", "2025-01-01", "2025-12-31", -34e9, Unit.UsDollar),
            ],
            Expected = 0.38235, Tolerance = 1e-4,
        },
        new()
        {
            Title = new("OpenAI, first quarter of 2026, from cash burn", "OpenAI 2026 年一季度（按现金消耗）"),
            Working = "Revenue 5.7 bn, burn 3.7 bn, so spending 5.7 + 3.7 = 9.4 bn: 5.7 / 9.4 = 0.60638.",
            Facts =
            [
                ExampleFacts.Over("openai", Concepts.Revenue, "2026-01-01", "2026-03-31", 5.7e9, Unit.UsDollar),
                ExampleFacts.Over("openai", "cash-burn", "2026-01-01", "2026-03-31", -3.7e9, Unit.UsDollar),
            ],
            Entity = "openai", Expected = 0.60638, Tolerance = 1e-4,
        },
    ];

    private static Reading Cover(IReadOnlyList<LabYear> years, double coverage)
    {
        var revenue = years.Sum(y => y.Revenue.Double);
        var (least, most) = (years.Sum(y => y.Spending.Min(s => s.Dollars)), years.Sum(y => y.Spending.Max(s => s.Dollars)));
        var spread = years.Any(y => y.Spending.Count > 1);
        return new Reading
        {
            Date = years[0].Revenue.Date,
            Value = revenue / years.Sum(y => y.Spending[0].Dollars),
            Low = spread ? revenue / most : double.NaN,
            High = spread ? revenue / least : double.NaN,
            Coverage = coverage,
            Lineage = [.. years.SelectMany(y => y.Facts).Distinct()],
            Parts =
            [
                new(new("Revenue", "收入"), revenue) { Unit = Unit.UsDollar },
                new(new("Spending", "支出"), years.Sum(y => y.Spending[0].Dollars), spread ? least : double.NaN, spread ? most : double.NaN) { Unit = Unit.UsDollar },
            ],
            Remark = new(
                string.Join("; ", years.Select(y => $"{y.Lab}, {y.Revenue.Period}: {BasisName(y.Spending[0].Basis).English}")),
                string.Join("；", years.Select(y => $"{y.Lab}，{y.Revenue.Period}：{BasisName(y.Spending[0].Basis).Chinese}"))),
        };
    }

    private static Bilingual BasisName(SpendingBasis basis) => basis switch
    {
        SpendingBasis.Total => new("told spending", "披露的总支出"),
        SpendingBasis.RevenuePlusBurn => new("revenue plus burn", "收入加现金消耗"),
        _ => new("revenue minus operating income", "收入减营业利润"),
    };
}
