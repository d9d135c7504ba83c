using Froth.Core.Data;
using Froth.Core.Firms;
using Froth.Core.Valuation;

namespace Froth.Core.Indicators.Valuation;

/// <summary>What a firm's book and the income above its owners' demand explain of its price.</summary>
public sealed class ResidualIncomeToPrice : Indicator
{
    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "residual-income-to-price",
        Title = new("Residual-income value over price", "剩余收益估值/市值"),
        Meaning = new(
            "Which part of the market value is explained by the firm's book and by earnings above a normal return that fade away over ten years. Low means that the price counts on earnings that do not fade, or that are still to come.",
            "市值中可由账面净资产及“十年内逐步消退的超额盈利”解释的部分。偏低说明市价寄望于不消退或尚未出现的盈利。"),
        Pillar = Pillar.Valuation,
        Unit = Unit.Ratio,
        Display = Display.Number,
        Frequency = Frequency.Irregular,
        Method = new(
            "V = book + Σ (return − r)·book of the year before, discounted at r, over market value. The return on book, trailing net income over the mean of the book now and a year ago, falls in a straight line to r over ten years; half of what is earned is kept; after ten years nothing is earned above r, so there is no continuing value. r is 10 percent, the range 8 to 12. The part with research capitalises research and development over five years in a straight line, before tax; it needs six years in a row told, else there is none.",
            "V＝净资产＋Σ(净资产收益率−r)×上年净资产的现值，再除以市值。净资产收益率取滚动净利润除以期初期末平均净资产，十年内线性降至r；盈利留存一半；十年后无超额收益，故无永续价值。r取10%，区间8%至12%。“研发资本化”一栏将研发支出按五年直线摊销（税前），需连续六年披露，否则不给出。"),
        Caveats = new(
            "Fade, retention and end are Froth's own assumptions; no firm follows them. Firms that buy back shares or build what they own out of expensed work, as training of models, have a book too low: hence the run with research. A book of zero or less gives no number. One-off gains count as income for ten fading years.",
            "消退、留存与终值均为Froth自定假设，没有公司会恰好如此。大量回购或将模型训练等投入费用化的公司净资产偏低，故另列研发资本化结果。净资产为零或为负则不计算。一次性收益会被当作十年渐退的盈利。"),
        Citations =
        [
            new("Ohlson, J. A. (1995), Contemporary Accounting Research 11, 661–687: earnings, book values and dividends; the formula is taken from Froth's methods, not from the paper"),
            new("Froth methods, section 2.5: residual income; fade and end are Froth's own"),
        ],
        Bands = Bands.FallingPercentile,
        MoneyDegree = 0,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs { get; } = PricedFirms.Inputs;

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("A return of 30 percent that fades", "净资产收益率由30%渐退"),
            Working = "Book 100 now and a year ago, net income 30: return 0.30. At r = 10 percent V = 186.376359, at 12 percent 173.227972, at 8 percent 201.095162 (summed year by year outside Froth). Over a market value of 400: 0.465941, 0.433070, 0.502738.",
            Facts = [.. Firm(100, 100, 30)],
            Expected = 0.465940898,
            ExpectedLow = 0.433069931,
            ExpectedHigh = 0.502737905,
            Tolerance = 1e-8,
        },
        new()
        {
            Title = new("No book", "净资产为负"),
            Working = "Book −5: a return on it means nothing.",
            Facts = [.. Firm(100, -5, 30)],
            Expected = double.NaN,
            ExpectedMissing = MissingReason.NonPositiveDenominator,
        },
    ];

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs) => PricedSeries.AtPrices(inputs, Read);

    private static Reading Read(PricedFirm firm)
    {
        var value = firm.Residual;
        if (value.Why is { } why)
            return Reading.None(firm.Day, value.HasNoBook ? MissingReason.NonPositiveDenominator : MissingReason.NoData, why, value.Lineage);
        var (filed, research) = (value.AsFiled, value.WithResearch);
        return new Reading
        {
            Date = firm.Day, Value = filed.Central, Low = filed.Low, High = filed.High, Lineage = value.Lineage,
            Remark = firm.IsUnconfirmed ? FirmMultiples.UnconfirmedPrice : null,
            Parts =
            [
                new(value.WhyNoResearch is { } none
                    ? new($"With research capitalised: none. {none.English}", $"研发资本化：无。{none.Chinese}")
                    : new("With research capitalised over five years", "研发支出按五年资本化"), research.Central, research.Low, research.High),
                new(new("Return on book", "净资产收益率"), value.ReturnOnBook),
            ],
        };
    }

    private static IEnumerable<Fact> Firm(double opening, double closing, double income) =>
    [
        ExampleFacts.At(FirmMultiples.HeadlineFirm, Concepts.MarketCapitalisation, "2024-12-31", 400, Unit.UsDollar),
        ExampleFacts.Over(FirmMultiples.HeadlineFirm, Concepts.NetIncome, "2022-10-01", "2023-09-30", income, Unit.UsDollar),
        ExampleFacts.Over(FirmMultiples.HeadlineFirm, Concepts.NetIncome, "2023-10-01", "2024-09-30", income, Unit.UsDollar),
        ExampleFacts.At(FirmMultiples.HeadlineFirm, FirmConcepts.StockholdersEquity, "2023-09-30", opening, Unit.UsDollar),
        ExampleFacts.At(FirmMultiples.HeadlineFirm, FirmConcepts.StockholdersEquity, "2024-09-30", closing, Unit.UsDollar),
    ];
}
