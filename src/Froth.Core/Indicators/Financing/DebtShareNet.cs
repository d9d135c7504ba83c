using Froth.Core.Data;
using Froth.Core.Financing;
using Froth.Core.Firms;

namespace Froth.Core.Indicators.Financing;

/// <summary>Net debt raised over net debt and net equity raised, from filings.</summary>
public sealed class DebtShareNet : Indicator
{
    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "debt-share-net", Version = 2,
        Title = new("Debt share of external financing, net, as filed", "外部融资中的债务占比（净额，申报口径）"),
        Meaning = new(
            "What listed AI firms raise after paying back debt and buying back shares. Where buy-backs exceed all issues there is no external financing to take a share of.",
            "上市 AI 企业在还债和回购之后净筹得的资金中债务的比重。若回购超过全部发行，则谈不上外部融资占比。"),
        Pillar = Pillar.Financing, Unit = Unit.Ratio, Display = Display.Percent, Frequency = Frequency.Quarterly,
        Method = new(
            "(debt issued − repaid) / ((debt issued − repaid) + (equity issued − repurchased)), trailing twelve months as filed; can lie outside 0 to 1 when one component is negative, and its sign is then shown. " +
            "Not meaningful (n.m.) when the denominator is not positive: both components are shown instead. Sector: Alphabet, Apple and NVIDIA at calendar quarter ends where all three are known; the basket stays these three. Firm: every firm with accounts, in its own currency.",
            "(发债−偿债)/((发债−偿债)+(发股−回购))，按申报数据取过去十二个月；某一项为负时可能超出 0 至 1，符号照列。分母不为正时无意义（n.m.），改列两个分项。行业：三家公司数据齐备的日历季末，篮子固定为这三家。企业：凡有账目的公司，以其本币计。"),
        Caveats = new(
            "Firms that return cash to shareholders have no reading for years: that is an answer, not a gap. Debt of vehicles and leases is not in these lines.",
            "持续向股东返还现金的公司多年没有读数：这本身就是答案，而非数据缺失。特殊目的载体与租赁的债务不在其中。"),
        Citations = [FiledDebtShare.Methods, FiledDebtShare.Filings],
        Bands = Bands.RisingPercentile,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => FirmPanel.Inputs;

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs) =>
        FiledDebtShare.Compute(inputs, [Concepts.EquityRepurchased, Concepts.DebtIssued, Concepts.DebtRepaid, Concepts.EquityIssued],
            y => Math.Abs(y[1]) - Math.Abs(y[2]), y => Math.Abs(y[3]) - Math.Abs(y[0]));

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("More borrowed than repaid, some shares bought back", "借多还少、少量回购"),
            Working = "Debt 30 − 10 = 20 bn; equity 15 − 10 = 5 bn. 20 / 25 = 0.8.",
            Facts = Year(30e9, 10e9, 15e9, 10e9), Entity = "alphabet", Expected = 0.8,
        },
        new()
        {
            Title = new("Buy-backs exceed everything raised", "回购超过全部筹资"),
            Working = "Debt 30 − 10 = 20 bn; equity 0 − 60 = −60 bn. The sum is −40 bn: not meaningful.",
            Facts = Year(30e9, 10e9, 0, 60e9), Entity = "alphabet", Expected = double.NaN, ExpectedMissing = MissingReason.NonPositiveDenominator,
        },
    ];

    private static Observation[] Year(double issued, double repaid, double sharesIssued, double repurchased) =>
    [
        ExampleFacts.Over("alphabet", Concepts.OperatingCashFlow, "2024-01-01", "2024-12-31", 100e9, Unit.UsDollar),
        ExampleFacts.Over("alphabet", Concepts.DebtIssued, "2024-01-01", "2024-12-31", issued, Unit.UsDollar),
        ExampleFacts.Over("alphabet", Concepts.DebtRepaid, "2024-01-01", "2024-12-31", repaid, Unit.UsDollar),
        ExampleFacts.Over("alphabet", Concepts.EquityIssued, "2024-01-01", "2024-12-31", sharesIssued, Unit.UsDollar),
        ExampleFacts.Over("alphabet", Concepts.EquityRepurchased, "2024-01-01", "2024-12-31", repurchased, Unit.UsDollar),
    ];
}
