using Froth.Core.Data;
using Froth.Core.Firms;
using Froth.Core.Valuation;

namespace Froth.Core.Indicators.Valuation;

/// <summary>How far a firm's price over sales stands above what growth, margin, size and country explain across firms.</summary>
public sealed class EnterpriseToSalesResidual : Indicator
{
    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "ev-sales-residual",
        Title = new("Enterprise value to sales: unexplained part", "企业价值/营收：截面残差"),
        Meaning = new(
            "How much dearer a firm is than others that grow as fast, earn the same gross margin and are of the same size and country. 3 is three times the usual distance; negative is cheaper.",
            "与增速、毛利率、规模及国家相同的公司相比贵多少；3表示偏离为常见幅度的三倍，负值表示更便宜。"),
        Pillar = Pillar.Valuation,
        Unit = Unit.Ratio,
        Display = Display.Number,
        Frequency = Frequency.Quarterly,
        Method = new(
            "At the end of each calendar quarter, over all firms priced within 100 days: ln(EV/S) on growth of sales over a year, gross margin and ln sales, all of the last four quarters known, with an effect for each country and currency of three firms or more. Huber regression (1.345, iterated). EV is market value plus debt less cash and current securities. The value is the residual in median absolute residuals; the range reaches to the residual with the firm left out. At least eight firms more than coefficients, else there is no fit.",
            "每季末对100天内有市值的全部公司：以ln(EV/营收)对营收同比增速、毛利率、ln营收（均为已公布的最近四季）回归，并对公司数不少于三家的国家与币种设固定效应；采用Huber稳健回归（1.345，迭代加权）。EV＝市值＋债务−现金及流动证券。数值为残差除以残差绝对值中位数；区间延伸至剔除该公司后的残差。公司数须比系数多八家以上，否则不拟合。"),
        Caveats = new(
            "Relative: when all are dear together, residuals show nothing. Volatility belongs into the regression by the method and is left out, for prices of single firms day by day are not kept; part of a high residual may be low risk. Growth and margin are themselves what a bubble inflates. With few firms the fit is loose: see its share explained and number. A firm of very high growth pulls the line towards itself; the range shows by how much.",
            "仅为相对水平：若整体偏贵，残差无从显示。按方法应纳入波动率，因未保存个股日行情而从缺，残差偏高部分或反映风险较低。增速与毛利率本身也会被泡沫推高。公司较少时拟合较松，须看解释度与样本数。增速极高的公司会把拟合线拉向自身，区间反映其影响。"),
        Citations =
        [
            new("Froth methods, section 2.9: cross-section residual"),
            new("Rhodes-Kropf, M., Robinson, D. T. and Viswanathan, S. (2005), Journal of Financial Economics 77, 561–603: valuation waves, the ancestor of the decomposition"),
            new("Huber, P. J. (1964), Annals of Mathematical Statistics 35, 73–101: robust estimation of a location parameter"),
        ],
        Bands = Bands.None(new(
            "The residual is relative to the other firms of the same quarter and its median is near zero by construction.", "残差相对同季度其他公司而言，其中位数按构造接近零。")),
        MoneyDegree = 0,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs { get; } = PricedFirms.Inputs;

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("Eleven firms are one too few", "十一家公司少一家"),
            Working = "Eleven firms of one country with all figures; constant, growth, margin and size are 4 coefficients, and 4 + 8 = 12 firms are needed.",
            Entity = "firm-01",
            Facts = [.. Enumerable.Range(1, 11).SelectMany(CrossSection)],
            Expected = double.NaN,
            ExpectedMissing = MissingReason.InsufficientHistory,
        },
        new()
        {
            Title = new("Twelve firms", "十二家公司"),
            Working = "Twelve made-up firms: firm i has sales 10·i², growth 5·(i mod 5) percent, gross margin 30 + 4·(i mod 7) percent and EV/S = 2 + (i mod 4) + i/10. The iteration, run outside Froth, gives the twelfth a residual of −1.069371 median absolute residuals, and −1.439032 with it left out.",
            Entity = "firm-12",
            Facts = [.. Enumerable.Range(1, 12).SelectMany(CrossSection)],
            Expected = -1.06937140,
            ExpectedLow = -1.43903242,
            ExpectedHigh = -1.06937140,
            Tolerance = 1e-6,
        },
    ];

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs) => PricedSeries.AtQuarterEnds(inputs, Read);

    private static Reading Read(PricedDay day, Pricing found)
    {
        var sales = day.Sales;
        IReadOnlyList<Part> parts =
        [
            new(new("Firms in the regression", "回归中的公司数"), sales.Count) { Unit = Unit.Count },
            new(new("Share of variance explained (R²)", "解释度（R²）"), sales.Explained),
        ];
        var coverage = (double)sales.Count / day.All.Count;
        if (sales.Find(found.Firm) is not { } residual)
        {
            var why = sales.WhyNot(found.Firm)!.Value;
            // A firm that lacks figures of its own says so; one that has them all waits for more firms.
            var reason = why == sales.WhyNone ? MissingReason.InsufficientHistory : MissingReason.NoData;
            return Reading.None(day.Day, reason, why, [found.Price!]) with { Parts = parts, Coverage = coverage };
        }

        var without = double.IsNaN(residual.LeftOut) ? residual.Residual : residual.LeftOut;
        return new Reading
        {
            Date = day.Day, Value = residual.Residual, Low = Math.Min(residual.Residual, without), High = Math.Max(residual.Residual, without),
            Lineage = sales.Lineage, Coverage = coverage,
            Remark = found.Priced!.IsUnconfirmed ? FirmMultiples.UnconfirmedPrice : null,
            Parts = [new(new("Enterprise value over sales", "企业价值/营收"), residual.Multiple), new(new("Residual with the firm left out", "剔除该公司后的残差"), residual.LeftOut), .. parts],
        };
    }

    private static IEnumerable<Fact> CrossSection(int i)
    {
        var id = $"firm-{i:00}";
        var sales = 10.0 * i * i;
        return
        [
            ExampleFacts.At(id, Concepts.MarketCapitalisation, "2024-12-31", sales * (2 + i % 4 + i / 10.0), Unit.UsDollar),
            ExampleFacts.Over(id, Concepts.Revenue, "2022-10-01", "2023-09-30", sales / (1 + 0.05 * (i % 5)), Unit.UsDollar),
            ExampleFacts.Over(id, Concepts.Revenue, "2023-10-01", "2024-09-30", sales, Unit.UsDollar),
            ExampleFacts.Over(id, FirmConcepts.GrossProfit, "2023-10-01", "2024-09-30", sales * (0.30 + 0.04 * (i % 7)), Unit.UsDollar),
            ExampleFacts.At(id, FirmConcepts.Cash, "2024-09-30", 0, Unit.UsDollar),
            ExampleFacts.At(id, FirmConcepts.DebtTotal, "2024-09-30", 0, Unit.UsDollar),
        ];
    }
}
