using Froth.Core.Data;
using Froth.Core.Financing;
using Froth.Core.Firms;

namespace Froth.Core.Indicators.Financing;

/// <summary>Debt issued over debt and equity issued, from filings.</summary>
public sealed class DebtShareGrossFiled : Indicator
{
    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "debt-share-gross-filed", Version = 2,
        Title = new("Debt share of external financing, gross, as filed", "外部融资中的债务占比（总额，申报口径）"),
        Meaning = new(
            "How listed AI firms raise money when they raise it: by borrowing or by selling shares.",
            "上市 AI 企业筹资时靠举债还是靠发股。"),
        Pillar = Pillar.Financing, Unit = Unit.Ratio, Display = Display.Percent, Frequency = Frequency.Quarterly,
        Method = new(
            "debt issued / (debt issued + equity issued), trailing twelve months as filed. Sector: Alphabet, Apple and NVIDIA at calendar quarter ends where both lines of all three are known; " +
            "firm: every firm with accounts, in its own currency, on the day its twelve months became known. The basket stays these three, because a firm that joined would break the series. A line that was not filed is unknown, never zero.",
            "发债/(发债+发股)，按申报数据取过去十二个月。行业：三家公司两项数据齐备的日历季末；企业：凡有账目的公司，以其本币计，以其十二个月数据可知之日计。篮子固定为这三家，新增公司会造成序列断裂。未申报的项目视为未知，绝不按零处理。"),
        Caveats = new(
            "Gross: commercial paper that is rolled over counts each time it is filed as issued. Shares issued are mostly employees' plans.",
            "总额口径：滚动发行的商业票据凡申报为发行即计入。发股多为员工持股计划。"),
        Citations = [FiledDebtShare.Methods, FiledDebtShare.Filings],
        Bands = Bands.RisingPercentile,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => FirmPanel.Inputs;

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs) =>
        FiledDebtShare.Compute(inputs, [Concepts.EquityIssued, Concepts.DebtIssued], y => Math.Abs(y[1]), y => Math.Abs(y[0]));

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("Nine billion borrowed, one from shares", "举债九十亿、发股十亿"),
            Working = "9 / (9 + 1) = 0.9.",
            Facts =
            [
                ExampleFacts.Over("apple", Concepts.OperatingCashFlow, "2024-01-01", "2024-12-31", 100e9, Unit.UsDollar),
                ExampleFacts.Over("apple", Concepts.DebtIssued, "2024-01-01", "2024-12-31", 9e9, Unit.UsDollar),
                ExampleFacts.Over("apple", Concepts.EquityIssued, "2024-01-01", "2024-12-31", 1e9, Unit.UsDollar),
            ],
            Entity = "apple", Expected = 0.9,
        },
    ];
}
