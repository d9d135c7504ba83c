using Froth.Core.Data;
using Froth.Core.Valuation;

namespace Froth.Core.Indicators.Valuation;

/// <summary>How dear a firm is by every method that applies to it: median rank, spread and the vector behind them.</summary>
public sealed class FirmValuationDeviation : Indicator
{
    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "valuation-deviation",
        Title = new("Valuation deviation: median rank over methods", "估值偏离：多方法排名中位数"),
        Meaning = new(
            "Where a firm stands between the cheapest (0) and the dearest (1) by the methods that apply to it. Read the parts and the spread: methods that disagree widely leave the median with little to say.",
            "按适用的各种方法，公司在最便宜（0）与最贵（1）之间的位置。请同时看各方法分项与离散程度：各方法分歧大时，中位数说明不了什么。"),
        Pillar = Pillar.Valuation,
        Unit = Unit.Ratio,
        Display = Display.Percent,
        Frequency = Frequency.Quarterly,
        Method = new(
            "At the end of each calendar quarter each method ranks the firm among all firms to which it applies, ties counted half; with fewer than five of them among the firm's own quarters, today's included, from twelve on; else it has no rank. The value is the median of the ranks from three ranked methods on, the range reaches from the lowest to the highest rank. The parts are the vector: rank and value of each method, or why it does not apply. Methods that order firms as the trailing P/E does have no rank of their own.",
            "每季末，各方法将该公司在所有适用公司中排序（并列计半）；适用公司不足五家时，改与公司自身历史各季度（含当季，不少于十二个）比较；仍不足则无排名。数值为排名中位数（至少三种方法有排名），区间为最低至最高排名。分项即向量：各方法的排名与数值，或其不适用的原因。与滚动市盈率排序完全一致的方法不重复计票。"),
        Caveats = new(
            "Ranks are relative: the dearest of cheap firms ranks 1, and when all grow dear together no rank moves. A rank in the firm's own history and one among firms answer different questions; each part says which it is. The methods share price, earnings and sales, so many agreeing ones are fewer than they look. Loss-makers are ranked only by methods without earnings.",
            "排名为相对位置：一群便宜公司中最贵者亦排为1，整体变贵时排名不变。与自身历史比和与其他公司比回答的是不同问题，分项逐一注明。各方法共用市值、盈利与营收，看似一致的结论其实并不独立。亏损公司只能由不依赖盈利的方法排序。"),
        Citations = [new("Froth methods, section 2: valuation deviation; median and spread of ranks are Froth's own")],
        Bands = Bands.Rising(0.70, 0.85, 0.95, ThresholdStatus.Froth, "Froth's convention: the dearest 30, 15 and 5 percent", 0.03),
        MoneyDegree = 0,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs { get; } = ValuationDeviation.Inputs;

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("Five firms, one year of earnings each", "五家公司，各有一年盈利"),
            Working = "P/E of 10, 20, 30, 40 and 50: static, trailing and dynamic all rank the fourth (4 − 0.5)/5 = 0.7. Three ranks of 0.7: median 0.7, spread 0.",
            Entity = "d",
            Facts = [.. Enumerable.Range(1, 5).SelectMany(i => SectorExample.Firm(((char)('a' + i - 1)).ToString(), 100 * i, 10))],
            Expected = 0.7,
            ExpectedLow = 0.7,
            ExpectedHigh = 0.7,
        },
        new()
        {
            Title = new("Four firms", "四家公司"),
            Working = "Four firms and one quarter: too few firms and too little history, so there is no rank, and the parts say so.",
            Entity = "d",
            Facts = [.. Enumerable.Range(1, 4).SelectMany(i => SectorExample.Firm(((char)('a' + i - 1)).ToString(), 100 * i, 10))],
            Expected = double.NaN,
            ExpectedMissing = MissingReason.InsufficientHistory,
        },
    ];

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return PricedSeries.AtQuarterEnds(inputs, (day, firm) => Read(ValuationDeviation.Of(inputs, firm.Firm, day.Day), firm));
    }

    private static Reading Read(ValuationDeviation deviation, Pricing firm)
    {
        IReadOnlyList<Part> parts = [new(new("Methods with a rank", "有排名的方法数"), deviation.Ranked) { Unit = Unit.Count }, .. deviation.Methods.SelectMany(Parts)];
        if (double.IsNaN(deviation.Median))
        {
            return Reading.None(deviation.Day, MissingReason.InsufficientHistory, new(
                "Fewer than three methods rank the firm; see the parts.", "有排名的方法不足三种，见各分项。"), [firm.Price!]) with { Parts = parts };
        }

        return new Reading
        {
            Date = deviation.Day, Value = deviation.Median, Low = deviation.Lowest, High = deviation.Highest, Parts = parts,
            Coverage = (double)deviation.Ranked / deviation.Methods.Count(m => m.Method.SameOrderAs is null), Lineage = deviation.Lineage,
            Remark = firm.Priced!.IsUnconfirmed ? FirmMultiples.UnconfirmedPrice : null,
        };
    }

    private static IEnumerable<Part> Parts(MethodRank rank)
    {
        var name = rank.Method.Name;
        if (rank.HasRank)
        {
            yield return new Part(rank.Basis == RankBasis.Firms
                ? new($"{name.English}: rank among {rank.Comparable} firms", $"{name.Chinese}：在{rank.Comparable}家公司中的排名")
                : new($"{name.English}: rank among its own {rank.Comparable} quarters", $"{name.Chinese}：在自身{rank.Comparable}个季度中的排名"), rank.Rank);
        }
        else if (rank.Why is { } why)
        {
            yield return new Part(new($"{name.English}: {why.English}", $"{name.Chinese}：{why.Chinese}"), double.NaN);
        }

        if (!double.IsNaN(rank.Value))
            yield return new Part(new($"{name.English}: value", $"{name.Chinese}：数值"), rank.Value) { Unit = rank.Method.Unit };
    }
}
