using Froth.Core.Data;
using Froth.Core.Realisation;

namespace Froth.Core.Indicators.Realisation;

/// <summary>Lifetime revenue that a year of chip purchases at the present pace must bring in (Cahn).</summary>
public sealed class CapexRevenueGapLifetime : Indicator
{
    private const int QuartersInYear = 4;

    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "capex-revenue-gap-lifetime",
        Title = new("Lifetime revenue required per year of chip purchases", "一年芯片采购所需的全生命周期收入"),
        Meaning = new(
            "What end users must pay, over the whole life of the equipment, for the chips bought in one year. It is not a sum per year: that is the common misreading.",
            "一年所购芯片在其整个使用寿命内须由最终用户支付的收入总额。它不是每年的数额，这正是常见的误读。"),
        Pillar = Pillar.Realisation, Unit = Unit.UsDollar, Display = Display.Money, Frequency = Frequency.Quarterly, MoneyDegree = 1,
        Method = new(
            "NVIDIA data-centre revenue of the quarter × 4 (a year) × 2 (chips are half the total cost) ÷ 0.5 (end users' suppliers keep half). Nothing is deducted. Dated by publication of the quarter; as first told.",
            "英伟达当季数据中心收入 × 4（年化）× 2（芯片约占总成本一半）÷ 0.5（面向最终用户的供应商保留一半毛利）。不作任何扣减。以季度业绩公布日计，采用首次公布值。"),
        Caveats = new(
            "Other chip makers and firms' own chips are left out, so it is too low; some chips serve other uses than AI revenue, so it is too high. The factors 2 and 2 are Cahn's round figures.",
            "未计其他芯片厂商与自研芯片，因而偏低；部分芯片并非用于 AI 创收，因而偏高。两个 2 倍系数为 Cahn 的取整值。"),
        Citations = [CapexGap.Cahn, CapexGap.Methods],
        Bands = Bands.RisingPercentile,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => DataCentrePurchases.Inputs;

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs)
    {
        var readings = new DataCentrePurchases(inputs).Publications().Select(p => Required(p.Day, p.Quarter)).ToList();
        return readings.Count > 0 ? IndicatorResult.Of(readings) : IndicatorResult.None(inputs.Vintage.AsOf, MissingReason.NoData, new(
            "No quarter of data-centre revenue is known.", "没有已知的数据中心季度收入。"));
    }

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("NVIDIA's third quarter of fiscal 2026", "英伟达 2026 财年第三季度"),
            Working = "51.2 × 4 = 204.8 bn a year; × 2 = 409.6 bn total cost; ÷ 0.5 = 819.2 bn lifetime revenue.",
            Facts = [ExampleFacts.Over("nvidia", Concepts.DataCentreRevenue, "2025-07-28", "2025-10-26", 51.2e9, Unit.UsDollar)],
            Expected = 819.2e9, Tolerance = 1,
        },
    ];

    private static Reading Required(DateOnly day, Observation quarter)
    {
        var year = quarter.Double * QuartersInYear;
        return new Reading
        {
            Date = day, Value = CapexGap.LifetimeRevenue(year), Lineage = [quarter],
            Parts = [new(new("Chips a year", "芯片年采购额"), year), new(new("Total cost", "总成本"), CapexGap.TotalCost(year))],
        };
    }
}
