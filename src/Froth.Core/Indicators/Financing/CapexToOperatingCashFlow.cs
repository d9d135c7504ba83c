using Froth.Core.Data;
using Froth.Core.Financing;
using Froth.Core.Firms;

namespace Froth.Core.Indicators.Financing;

/// <summary>Capital expenditure as a share of operating cash flow over twelve months.</summary>
public sealed class CapexToOperatingCashFlow : Indicator
{
    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "capex-to-ocf", Version = 2,
        Title = new("Capital expenditure to operating cash flow", "资本开支/经营现金流"),
        Meaning = new(
            "How much of what the business earns in cash is built into plant at once. Above 1, building goes on only with outside money.",
            "企业经营所得现金有多少随即投入建设。超过 1 则只能靠外部资金继续扩张。"),
        Pillar = Pillar.Financing, Unit = Unit.Ratio, Display = Display.Percent, Frequency = Frequency.Quarterly,
        Method = new(
            "Capital expenditure / cash from operations, both over the trailing twelve months as filed. Sector: sums of Alphabet, Apple and NVIDIA at each calendar quarter end, from each firm's " +
            "newest twelve months known on that day and no older than 150 days; no reading where one of the three is missing. The basket stays these three, whose filings reach back to 2009: a firm that joined would break the series. Firm: every firm with accounts, on the day its twelve months became known.",
            "资本开支/经营活动现金流，均为按申报数据计算的过去十二个月。行业：每个日历季末，取 Alphabet、苹果、英伟达当日已知且不早于 150 天的最近十二个月加总；三家缺一则不给出读数。篮子固定为这三家（申报记录可追溯至 2009 年），新增公司会造成序列断裂。企业：凡有账目的公司，以其十二个月数据可知之日计。"),
        Caveats = new(
            "Three firms are not the sector: the others stand in the panel only. Leases and vehicles stand outside capital expenditure.",
            "三家公司不等于全行业：其余公司仅见于企业序列。租赁与特殊目的载体不在资本开支之内。"),
        Citations =
        [
            new("Froth methods, section 3.3: self-financing, capital expenditure over cash from operations"),
            new("U.S. Securities and Exchange Commission, company facts of Alphabet, Apple and NVIDIA", "https://www.sec.gov/edgar/sec-api-documentation"),
        ],
        Bands = Bands.Rising(0.70, 0.90, 1.00, ThresholdStatus.Froth, "Froth's own: at 1 building uses up all cash from operations; 0.70 and 0.90 are warnings before it", 0.02),
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => FirmPanel.Inputs;

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs) => new FiledFirms(inputs, [Concepts.OperatingCashFlow, Concepts.CapitalExpenditure]).Read(ShareOf);

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("One firm, one fiscal year", "单家公司、单个财年"),
            Working = "Capital expenditure 60 bn, cash from operations 100 bn: 60 / 100 = 0.6.",
            Facts = OneYear("alphabet", 60e9, 100e9),
            Entity = "alphabet", Expected = 0.6,
        },
        new()
        {
            Title = new("The three firms together", "三家公司合计"),
            Working = "Capital expenditure 60 + 10 + 5 = 75 bn over cash from operations 100 + 100 + 50 = 250 bn: 0.3.",
            Facts = [.. OneYear("alphabet", 60e9, 100e9), .. OneYear("apple", 10e9, 100e9), .. OneYear("nvidia", 5e9, 50e9)],
            Expected = 0.3,
        },
    ];

    private static Reading ShareOf(DateOnly day, IReadOnlyList<FirmYear> years)
    {
        var (cash, capex) = (years.Sum(y => y[0]), years.Sum(y => y[1]));
        var currency = years[0].Quarter.Currency;
        Part[] parts =
        [
            new(new("Capital expenditure", "资本开支"), capex) { Unit = currency },
            new(new("Cash from operations", "经营活动现金流"), cash) { Unit = currency },
        ];
        IReadOnlyList<Fact> facts = [.. years.SelectMany(y => y.Facts).Distinct()];
        return cash > 0
            ? new Reading { Date = day, Value = capex / cash, Parts = parts, Lineage = facts }
            : Reading.None(day, MissingReason.NonPositiveDenominator, new("Cash from operations is not positive.", "经营活动现金流不为正。"), facts) with { Parts = parts };
    }

    private static Observation[] OneYear(string firm, double capex, double cash) =>
    [
        ExampleFacts.Over(firm, Concepts.CapitalExpenditure, "2024-01-01", "2024-12-31", capex, Unit.UsDollar),
        ExampleFacts.Over(firm, Concepts.OperatingCashFlow, "2024-01-01", "2024-12-31", cash, Unit.UsDollar),
    ];
}
