using Froth.Core.Data;
using Froth.Core.Valuation;

namespace Froth.Core.Indicators.Valuation;

/// <summary>What the told valuations of unlisted labs may be worth when preference rights are taken out.</summary>
public sealed class PostMoneyHaircut : Indicator
{
    // Published averages of how far post-money lies above fair value: 48 % (2020) and 39 % (follow-up with several rounds a firm).
    private const double HighOverstatement = 0.48;
    private const double LowOverstatement = 0.39;

    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "post-money-haircut",
        Title = new("Unlisted labs' valuations after the usual haircut", "未上市实验室估值折减区间"),
        Meaning = new(
            "The summed told valuations of unlisted AI labs, marked down by what research found such valuations to exceed fair value by on average. Read the band, not its middle.",
            "未上市AI实验室已披露估值之和，按研究发现的平均高估幅度折减后的区间。请看区间，而非其中点。"),
        Pillar = Pillar.Valuation,
        Unit = Unit.UsDollar,
        Display = Display.Money,
        Frequency = Frequency.Irregular,
        Method = new(
            "Sum of each unlisted lab's last post-money valuation, divided by 1.48 for the lower and by 1.39 for the upper end. The value is the middle of the band and serves only to rank a reading in its own history. Beside it a single-round option model (σ 0.9, r 2.5 percent, 4 years, even odds of a listing) shows the effect for the median round; its range spans from sale only to listing only.",
            "各未上市实验室最近投后估值之和，下限除以1.48，上限除以1.39。数值为区间中点，仅用于与自身历史排序。另附单轮期权模型（σ=0.9，r=2.5%，期限4年，上市与出售各半）对中位轮次的结果，其区间对应全部出售至全部上市。"),
        Caveats = new(
            "A band, never a point estimate: averages over American unicorns of another decade and trade, applied to a handful of labs whose charters nobody has read. Marks are carried forward, however old; listed labs leave. Tenders price common shares, for which the haircut is another.",
            "这是区间，绝非点估计：数据源于另一时期、以其他行业为主的美国独角兽公司均值，套用于少数章程无从查阅的实验室。估值无论新旧一律沿用，上市者剔除。要约收购对应普通股，其折减幅度不同。"),
        Citations =
        [
            new("Gornall, W. and Strebulaev, I. A. (2020), Journal of Financial Economics 135, 120–143: 48 % on average over 135 US unicorns"),
            new("Gornall and Strebulaev, follow-up with several rounds a firm, 37,000 rounds of 19,000 firms: 39 %"),
        ],
        Bands = Bands.None(new(
            "The level rises with every round; the band shows uncertainty, not alarm.", "总额随每轮融资上升；该区间反映不确定性，而非警戒程度。")),
        MoneyDegree = 1,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs { get; } = [PrivateFirms.Amounts, PrivateFirms.Valuations];

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("Two labs", "两家实验室"),
            Working = "1000 + 480 = 1480. 1480 / 1.48 = 1000; 1480 / 1.39 = 1064.7482014; middle 1032.3741007.",
            Facts =
            [
                ExampleFacts.At("a", Concepts.PostMoneyValuation, "2024-05-01", 1000, Unit.UsDollar, "1:primary"),
                ExampleFacts.At("b", Concepts.PostMoneyValuation, "2024-06-01", 480, Unit.UsDollar, "2:secondary"),
            ],
            Expected = 1032.3741007,
            ExpectedLow = 1000,
            ExpectedHigh = 1064.7482014,
            Tolerance = 1e-6,
        },
    ];

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var (marks, all) = PrivateFirms.Marks(inputs, PrivateFirms.IsLab);
        var readings = all.Days.Where(day => marks.MarksOn(day).Count > 0).Select(day => Read(inputs, marks, all, day)).ToList();
        return readings.Count == 0 ? PrivateFirms.None(inputs, MissingReason.NoData) : IndicatorResult.Of(readings);
    }

    private static Reading Read(InputSet inputs, MarkBook marks, MarkBook all, DateOnly day)
    {
        var last = marks.MarksOn(day);
        var weak = all.MarksOn(day);
        var told = last.Sum(r => r.PostMoneyValue);
        var (low, high) = (told / (1 + HighOverstatement), told / (1 + LowOverstatement));
        return new Reading
        {
            Date = day,
            Value = (low + high) / 2,
            Low = low,
            High = high,
            Coverage = PrivateFirms.ConfirmedShare(marks, all, day),
            Remark = new("A band, not an estimate; valuations told by one weak source are left out.", "为区间而非估计值；仅有单一弱来源的估值未计入。"),
            Lineage = [.. last.Concat(weak).SelectMany(r => r.Facts).Distinct()],
            Parts =
            [
                new(new("Valuations as told", "已披露估值合计"), told),
                new(new("The same with unconfirmed valuations", "含未经证实估值的合计"), weak.Sum(r => r.PostMoneyValue)),
                new(new("Of it told more than twelve months ago", "其中12个月以前披露"), last.Where(r => r.Date < day.AddMonths(-12)).Sum(r => r.PostMoneyValue)),
                .. OptionModel(last),
                PrivateFirms.OtherCurrencies(inputs, PrivateFirms.IsLab, day),
            ],
        };
    }

    private static IEnumerable<Part> OptionModel(IReadOnlyList<Round> marks)
    {
        double[] fractions = [.. marks.Where(r => r.NewCash > 0 && r.NewCash < r.PostMoneyValue).Select(r => r.NewCash / r.PostMoneyValue).Order()];
        if (fractions.Length == 0) yield break;
        var fraction = fractions[fractions.Length / 2];
        double Fair(double listings) => new GornallStrebulaev { ListingShare = listings }.FairValue(fraction, fraction);
        // When every exit is a listing all shares are alike, and the told valuation is the fair one.
        yield return new Part(new("Option model, median round: fair value over post-money", "期权模型（中位轮次）：公允价值与投后估值之比"), Fair(0.5), Fair(0), 1)
        {
            Unit = Unit.Ratio,
        };
    }
}
