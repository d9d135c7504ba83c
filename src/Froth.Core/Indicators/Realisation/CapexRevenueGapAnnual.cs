using Froth.Core.Data;
using Froth.Core.Realisation;

namespace Froth.Core.Indicators.Realisation;

/// <summary>Revenue a year required by all live purchases of chips, less the revenue that labs have.</summary>
public sealed class CapexRevenueGapAnnual : Indicator
{
    private const int CentralLifeYears = 5;
    private const int ShortLifeYears = 3;
    private const int LongLifeYears = 6;
    private const int FewestQuarters = 4;
    private const int QuartersInYear = 4;

    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "capex-revenue-gap-annual",
        Title = new("Annual gap between required and actual AI revenue", "AI 年收入缺口（所需减实际）"),
        Meaning = new(
            "How many dollars a year are still missing for the chips in use to pay for themselves.",
            "要让在用芯片收回成本，每年还差多少收入。"),
        Pillar = Pillar.Realisation, Unit = Unit.UsDollar, Display = Display.Money, Frequency = Frequency.Quarterly, MoneyDegree = 1,
        Method = new(
            "Σ over the purchases of the last L years of A − AI revenue. A = K · r / (1 − (1 + r)^−L) / (1 − 0.5); K = NVIDIA data-centre revenue of a quarter × 2, r = 8 %. L = 5 years; low with 6, high with 3. AI revenue = newest run-rates " +
            "of the labs, each at most a year old. Dated by publication of the quarter, with run-rates dated by then. Coverage: recorded quarters of the last five years. At least four quarters. Where one is missing between recorded ones, NVIDIA's filed revenue of it times the smaller and the larger share of the quarters beside it bounds it; the coverage does not count it.",
            "对过去 L 年的采购求和 A，再减去 AI 收入。A = K·r/(1−(1+r)^−L)/(1−0.5)；K = 英伟达单季数据中心收入 × 2，r = 8%。L = 5 年；下限取 6 年，上限取 3 年。AI 收入为各实验室最近的年化收入（不超过一年）之和。以季度业绩公布日计，" +
            "年化收入须在该日或之前。覆盖率：最近五年中有记录的季度占比。至少四个季度；若已记录季度之间有缺失，则以英伟达该季申报的总收入乘以相邻季度占比的较小值与较大值界定，且不计入覆盖率。"),
        Caveats = new(
            "Purchases before the record begins are missing, so early values are too low; they were small. Labs' revenue is not all AI revenue: cloud products and advertising also earn. Other makers' chips are left out.",
            "记录起点之前的采购未计入，早期数值偏低，但当时规模很小。实验室收入并非全部 AI 收入：云产品与广告也有贡献。未计其他厂商的芯片。"),
        Citations = [CapexGap.Methods, CapexGap.Cahn],
        Bands = Bands.RisingPercentile,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => [.. DataCentrePurchases.Inputs, .. RevenueRunRates.Inputs];

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs)
    {
        var purchases = new DataCentrePurchases(inputs);
        var runRates = new RevenueRunRates(inputs);
        var readings = purchases.Publications()
            .Where(p => purchases.Quarters.Count(q => DataCentrePurchases.KnownFrom(q) <= p.Day) >= FewestQuarters)
            .Select(p => Gap(p.Day, purchases, runRates)).ToList();
        return readings.Count > 0 ? IndicatorResult.Of(readings) : IndicatorResult.None(inputs.Vintage.AsOf, MissingReason.InsufficientHistory, new(
            "Four quarters of purchases are needed.", "需要四个季度的采购数据。"));
    }

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("A year of purchases at 51.2 billion a quarter", "每季 512 亿、共一年的采购"),
            Working = "K = 4 × 51.2 × 2 = 409.6 bn. L = 5: 409.6 × 0.08 / (1 − 1.08^−5) / 0.5 = 205.2 bn; L = 6: 177.2; L = 3: 317.9. Less a run-rate of 40 bn: 165.2 (137.2 to 277.9).",
            Facts =
            [
                ExampleFacts.Over("nvidia", Concepts.DataCentreRevenue, "2024-10-28", "2025-01-26", 51.2e9, Unit.UsDollar),
                ExampleFacts.Over("nvidia", Concepts.DataCentreRevenue, "2025-01-27", "2025-04-27", 51.2e9, Unit.UsDollar),
                ExampleFacts.Over("nvidia", Concepts.DataCentreRevenue, "2025-04-28", "2025-07-27", 51.2e9, Unit.UsDollar),
                ExampleFacts.Over("nvidia", Concepts.DataCentreRevenue, "2025-07-28", "2025-10-26", 51.2e9, Unit.UsDollar),
                ExampleFacts.At("openai", Concepts.RevenueRunRate, "2025-06-30", 40e9, Unit.UsDollar),
            ],
            Expected = 165.2e9, ExpectedLow = 137.2e9, ExpectedHigh = 277.9e9, Tolerance = 0.1e9,
        },
    ];

    private static Reading Gap(DateOnly day, DataCentrePurchases purchases, RevenueRunRates runRates)
    {
        var rates = runRates.Labs.Select(l => runRates.On(l, day)).OfType<Observation>().ToList();
        var told = purchases.Quarters.Where(q => DataCentrePurchases.KnownFrom(q) <= day).Select(PurchaseQuarter.Of).ToList();
        if (rates.Count == 0) return Reading.None(day, MissingReason.NoData, new("No lab's run-rate is known.", "没有已知的实验室年化收入。"), Facts(told));
        var known = purchases.KnownBy(day);
        var quarters = known ?? told;
        var coverage = (double)Live(quarters, CentralLifeYears).Count(q => q.IsRecorded) / (CentralLifeYears * QuartersInYear);
        var central = Required(quarters, CentralLifeYears, q => q.Value);
        var (low, high) = (Required(quarters, LongLifeYears, q => q.Low), Required(quarters, ShortLifeYears, q => q.High));
        (low, high) = (Math.Min(low, Math.Min(central, high)), Math.Max(low, Math.Max(central, high)));
        var revenue = rates.Sum(o => o.Double);
        Part[] parts = [new(new("Required a year", "每年所需收入"), central, low, high), new(new("Labs' run-rates", "实验室年化收入"), revenue)];
        IReadOnlyList<Fact> facts = [.. Facts(Live(quarters, LongLifeYears)), .. rates];
        if (known is null)
        {
            return Reading.None(day, MissingReason.BelowCoverage, new(
                "A quarter of purchases is missing between recorded ones and nothing bounds it; what the recorded ones require stands in the parts as a lower bound.",
                "已记录季度之间缺少采购数据且无从界定；分项列出仅就已记录部分计算的所需收入，为下界。"), facts) with { Coverage = coverage, Parts = parts };
        }

        return new Reading
        {
            Date = day, Value = central - revenue, Low = low - revenue, High = high - revenue, Coverage = coverage, Lineage = facts, Parts = parts,
            Remark = RemarkOn(Live(quarters, LongLifeYears), rates.Count),
        };
    }

    private static Bilingual RemarkOn(IReadOnlyList<PurchaseQuarter> live, int labs)
    {
        var bounded = live.Count(q => !q.IsRecorded);
        var basis = new Bilingual($"{live.Count} quarters of purchases, {labs} labs.", $"{live.Count} 个季度的采购，{labs} 家实验室。");
        return bounded == 0 ? basis : basis.Then(new(
            $"{bounded} of the quarters are not recorded; they are bounded by NVIDIA's filed revenue and the shares of the quarters beside them.",
            $"其中 {bounded} 个季度没有记录，以英伟达申报的总收入乘以相邻季度的占比界定。"));
    }

    private static List<Fact> Facts(IEnumerable<PurchaseQuarter> quarters) => [.. quarters.SelectMany(q => q.Facts).Distinct()];

    private static double Required(IReadOnlyList<PurchaseQuarter> quarters, int lifeYears, Func<PurchaseQuarter, double> bought) =>
        Live(quarters, lifeYears).Sum(q => CapexGap.AnnualRevenue(CapexGap.TotalCost(bought(q)), lifeYears));

    // A quarter's chips live for L years from its end; fiscal quarter ends drift by days, so half a month of grace keeps 4 · L of them.
    private static List<PurchaseQuarter> Live(IReadOnlyList<PurchaseQuarter> quarters, int lifeYears)
    {
        var oldest = quarters[^1].End.AddYears(-lifeYears).AddDays(15);
        return [.. quarters.Where(q => q.End > oldest)];
    }
}
