using Froth.Core.Data;
using Froth.Core.Firms;

namespace Froth.Core.Indicators.Fragility;

/// <summary>How much more frequent fragile financing is among the smaller firms than among the larger.</summary>
public sealed class HeadTailGap : Indicator
{
    private const int FewestFirms = 5;

    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "head-tail-gap",
        Title = new("Fragile financing: smaller half minus larger half", "脆弱融资占比：小公司减大公司"),
        Meaning = new(
            "Share of Ponzi-financed and equity-dependent firms among the smaller half minus that among the larger half. Positive when the tail is the more fragile one.",
            "规模较小一半公司中庞氏型与依赖股权型的占比，减去较大一半中的占比；为正表示尾部更脆弱。"),
        Pillar = Pillar.Fragility, Unit = Unit.Ratio, Display = Display.Percent, Frequency = Frequency.Quarterly,
        Method = new(
            "At each calendar quarter end all firms with accounts at most 275 days old, by market value (at most 275 days old), else assets, in US dollars at the newest rate of the last year; the larger half holds the middle firm. Class on twelve months of accounts. Value: (P + E) / firms with a class in the smaller half − the same in the larger half. " +
            "Range: 90 % interval of Newcombe's square-and-add method on Wilson ends. Fewer than 5 firms with a class in a half: no value. P and E stand apart in the parts, U is in no share. Coverage: firms with size and class / firms with accounts.",
            "每个日历季末，取账目不早于275天的全部公司，按市值（不早于275天）排序，无市值者用总资产，按一年内最新汇率折算为美元；居中公司归入较大一半。类别依滚动十二个月账目。数值＝较小一半的(P+E)/有类别公司数−较大一半的同一占比。" +
            "区间为基于Wilson端点的Newcombe平方和法90%区间。任一半有类别公司不足5家则不给值。分项分列P与E；U不计入占比。覆盖率＝有规模且有类别的公司/有账目的公司。"),
        Caveats = new(
            "Market value and assets are not the same measure of size; a firm without a known price can stand in the wrong half. A high price alone makes a firm a leader, so size and class are not independent. The firms are those whose accounts are in the data, not a sample.",
            "市值与总资产并非同一口径，缺市值的公司可能被归入错误的一半。高股价本身即令公司成为“头部”，故规模与类别并不独立。样本为数据所含公司，并非随机抽样。"),
        Citations =
        [
            new("Froth methods, sections 1.2 and 1.5: classes of firms by size"),
            new("Newcombe, R. G. (1998), Interval estimation for the difference between independent proportions, Statistics in Medicine 17, 873–890, method 10 (not read in the source; its example 56/70 − 48/80 is reproduced)"),
        ],
        Bands = Bands.None(new(
            "A difference between two handfuls of firms; its interval says more than a rank would.", "两组少量公司之差，区间比分位更有意义。")),
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => HeadAndTail.Inputs;

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs)
    {
        var readings = ClassMigration.Of(inputs).Days.Select(day => HeadAndTail.On(inputs, day)).Where(t => t.Upper.Firms.Count > 0).Select(Read).ToList();
        return readings.Count > 0 ? IndicatorResult.Of(readings) : IndicatorResult.None(
            inputs.Vintage.AsOf, MissingReason.NoData, new("No firm with accounts has a known size.", "没有账目与规模均已知的公司。"));
    }

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("Five large firms and five small ones", "五大五小"),
            Working = "Interest 1, principal 10 and cash are for twelve months. Large (assets 1000): five with cash 19 + 1: H, so 0 of 5. Small (assets 100): four with cash −2 + 1 < 1: P, one with 8 + 1: S, so 4 of 5. 0.8 − 0 = 0.8. Wilson: 4/5 from 0.4353 to 0.9540, 0/5 up to 0.3511: 0.8 − √(0.3647² + 0.3511²) = 0.2937, 0.8 + 0.1540 = 0.9540.",
            Facts = [.. Enumerable.Range(0, 10).SelectMany(Firm)],
            Expected = 0.8, ExpectedLow = 0.29374, ExpectedHigh = 0.95404, Tolerance = 1e-4,
        },
    ];

    private static IEnumerable<Fact> Firm(int number)
    {
        var (id, cash) = ($"f{number}", number < 5 ? 19.0 : number < 9 ? -2 : 8);
        return [.. MigrationExample.Firm(id, cash, cash), ExampleFacts.At(id, FirmConcepts.Assets, "2025-03-31", number < 5 ? 1000 : 100, Unit.UsDollar)];
    }

    private static Reading Read(HeadAndTail table)
    {
        var (upper, lower, gap) = (table.Upper, table.Lower, table.Gap);
        Part[] parts =
        [
            .. Share(new("smaller half", "较小一半"), lower), .. Share(new("larger half", "较大一半"), upper),
            MigrationReadings.Count(new("Firms with a class, smaller half", "较小一半有类别公司数"), lower.Classed), MigrationReadings.Count(new("Firms with a class, larger half", "较大一半有类别公司数"), upper.Classed),
            MigrationReadings.Count(new("Firms of class U", "类别不详公司数"), upper.Firms.Count + lower.Firms.Count - upper.Classed - lower.Classed),
        ];
        var accounts = upper.Firms.Count + lower.Firms.Count + table.LeftOut.Count;
        var coverage = (double)(upper.Classed + lower.Classed) / accounts;
        if (gap.N < FewestFirms)
        {
            return MigrationReadings.TooFew(table.Day, new(
                $"n too small: {lower.Classed} firms with a class in the smaller half, {upper.Classed} in the larger; {FewestFirms} in each are needed.",
                $"样本过小：较小一半{lower.Classed}家、较大一半{upper.Classed}家有类别，各须{FewestFirms}家。")) with { Parts = parts, Coverage = coverage };
        }

        return new Reading { Date = table.Day, Value = gap.Value, Low = gap.Low, High = gap.High, Coverage = coverage, Lineage = table.Facts, Parts = parts };
    }

    private static IEnumerable<Part> Share(Bilingual half, SizeGroup firms)
    {
        foreach (var state in (MigrationState[])[MigrationState.Ponzi, MigrationState.EquityDependent])
        {
            var letter = MigrationStates.LetterOf(state);
            yield return new Part(new($"{letter}, {half.English}", $"{half.Chinese}：{letter}"), firms.Classed == 0 ? double.NaN : (double)firms.In(state) / firms.Classed);
        }
    }
}
