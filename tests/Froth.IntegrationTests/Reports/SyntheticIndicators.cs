using Froth.Core;
using Froth.Core.Data;
using Froth.Core.Indicators;

namespace Froth.IntegrationTests.Reports;

/// <summary>The indicators of the synthetic monitor.</summary>
internal static class SyntheticIndicators
{
    private static readonly Bands Cape = Bands.Rising(20, 26, 32, ThresholdStatus.Convention, "Long-run quantiles as commonly quoted", 1);
    private static readonly Bands Share = Bands.Rising(0.25, 0.4, 0.6, ThresholdStatus.Published, "Invented & Co. (2024), table 3", 0.02);
    private static readonly Bands Runway = Bands.FallingBelow(12, 6, 3, ThresholdStatus.Froth, "Froth's own");
    private static readonly Bands NoBands = Bands.None(new("no threshold has been published", "尚无已发表的阈值"));

    public static IReadOnlyList<Indicator> All { get; } = [.. Valuation().Concat(Financing()).Concat(Fragility()).Concat(Realisation()).Concat(Stress())];

    private static IEnumerable<Indicator> Valuation()
    {
        yield return new EchoIndicator(Define("cape", "Cyclically adjusted P/E", "周期调整市盈率（日支金检验）", Pillar.Valuation, Unit.Ratio, Display.Multiple, Frequency.Monthly, Cape), "x-cape", 120)
        {
            Worked = [Worked],
        };
        yield return new EchoIndicator(Define("cape-yield", "Excess CAPE yield", "CAPE超额收益率", Pillar.Valuation, Unit.Ratio, Display.Percent, Frequency.Monthly, Bands.FallingPercentile), "x-yield", 12);
        yield return new EchoIndicator(Define("pe", "Price to earnings, trailing twelve months, of listed AI firms", "上市人工智能企业滚动十二个月市盈率", Pillar.Valuation, Unit.Ratio, Display.Multiple, Frequency.Quarterly, Bands.RisingPercentile), "x-pe", 4);
        yield return new EchoIndicator(Define("post-money", "Post-money valuation of unlisted labs", "未上市实验室投后估值", Pillar.Valuation, Unit.UsDollar, Display.Money, Frequency.Irregular, Bands.RisingPercentile), "x-post", 2)
        {
            Parts = [new(new("new cash", "新增现金"), 40e9), new(new("re-marking", "重新估值"), 103e9, 90e9, 110e9), new(new("rounds", "轮次"), 5) { Unit = Unit.Count }],
        };
        yield return new EchoIndicator(Define("implied-growth", "Growth implied by the price", "价格隐含增长率", Pillar.Valuation, Unit.Ratio, Display.Percent, Frequency.Quarterly, NoBands), "x-none")
        {
            Instead = Reading.None(SyntheticMonitor.AsOf, MissingReason.NotIdentified, new("no growth rate below 60 % a year solves the equation", "年增长率低于60%时方程无解")),
        };
    }

    private static IEnumerable<Indicator> Financing()
    {
        yield return new EchoIndicator(Define("announced", "Announced AI financing by quarter", "季度公布的人工智能融资额", Pillar.Financing, Unit.UsDollar, Display.Money, Frequency.Quarterly, Bands.RisingPercentile), "x-financing", 4) { Coverage = 0.82 };
        yield return new EchoIndicator(Define("venture-share", "AI share of global venture funding", "人工智能占全球风险投资的比重", Pillar.Financing, Unit.Ratio, Display.Percent, Frequency.Quarterly, Share), "x-share", 60) { Coverage = 0.64 };
        yield return new EchoIndicator(Define("debt-share", "Debt share of external financing", "外部融资中的债务占比", Pillar.Financing, Unit.Ratio, Display.Percent, Frequency.Quarterly, Share), "x-debt") { Coverage = 0.91 };
        yield return new EchoIndicator(Define("injected", SyntheticMonitor.Injection, "注入" + SyntheticMonitor.Injection, Pillar.Financing, Unit.Ratio, Display.Number, Frequency.Quarterly, Bands.RisingPercentile), "x-hhi");
    }

    private static IEnumerable<Indicator> Fragility()
    {
        yield return new EchoIndicator(Define("runway", "Months of runway", "现金可支撑月数", Pillar.Fragility, Unit.Months, Display.Number, Frequency.Irregular, Runway), "x-runway", 3);
        yield return new EchoIndicator(Define("absent", "Firms in Ponzi finance", "庞氏融资企业占比", Pillar.Fragility, Unit.Ratio, Display.Percent, Frequency.Annual, NoBands), "x-absent");
        yield return new EchoIndicator(Define("hhi", "Concentration of funding (HHI)", "融资集中度（HHI）", Pillar.Dependence, Unit.Index, Display.Number, Frequency.Quarterly, Bands.RisingPercentile), "x-hhi", 8);
    }

    private static IEnumerable<Indicator> Realisation()
    {
        yield return new EchoIndicator(Define("cheapest", "Cheapest price at constant quality", "同等质量下的最低价格", Pillar.Realisation, Unit.UsDollarPerMillionTokens, Display.Price, Frequency.Monthly, Bands.FallingPercentile), "x-cheapest");
        yield return new EchoIndicator(Define("frontier", "Frontier price", "前沿模型价格", Pillar.Realisation, Unit.UsDollarPerMillionTokens, Display.Price, Frequency.Monthly, Bands.RisingPercentile), "x-frontier", 3);
        yield return new EchoIndicator(Define("gap", "Capex minus AI revenue", "资本开支与人工智能收入之差", Pillar.Realisation, Unit.UsDollar, Display.Money, Frequency.Quarterly, Bands.FallingPercentile), "x-gap", 6);
        yield return new EchoIndicator(Define("licensed", "Rental price index of accelerators", "加速器租赁价格指数", Pillar.Realisation, Unit.Index, Display.Number, Frequency.Quarterly, Bands.RisingPercentile), "x-licensed", 6);
    }

    private static IEnumerable<Indicator> Stress()
    {
        yield return new EchoIndicator(Define("spread", "High-yield spread of AI borrowers", "人工智能借款人高收益债利差", Pillar.Liquidity, Unit.Index, Display.Number, Frequency.Monthly, Bands.Rising(350, 450, 600, ThresholdStatus.Convention, "Market convention")), "x-spread", 2);
        for (var i = 1; i <= 6; i++)
            yield return new EchoIndicator(Define($"explosive-{i}", $"Explosiveness of AI basket {i}", $"人工智能组合{i}的爆炸性", Pillar.Exuberance, Unit.StandardDeviations, Display.Number, Frequency.Monthly, Bands.RisingPercentile), "x-spread", i);
    }

    private static Example Worked => new()
    {
        Title = new("December 1999", "1999年12月"), Working = "price 1428.68 / mean real earnings 32.32 = 44.20 < 45", Expected = 44.2,
        Facts = [ExampleFacts.At("ai-sector", "x-cape", "1999-12-31", 44.2, Unit.Ratio)],
    };

    private static Definition Define(string id, string english, string chinese, Pillar pillar, Unit unit, Display display, Frequency frequency, Bands bands) => new()
    {
        Id = id, Title = new(english, chinese), Pillar = pillar, Unit = unit, Display = display, Frequency = frequency, Bands = bands,
        Meaning = new("How much investors pay for a unit of what the firms earn; high values ask for a long run of good years.", "投资者为企业每单位盈利所付的价格；数值越高，越需要多年的好光景来支撑。"),
        Method = new("Price divided by the mean of ten years of earnings in constant money; the mean ends in the month described.", "价格除以此前十年不变价盈利的均值，均值截至所述月份。"),
        Caveats = new("Changes of accounting rules move the denominator; buy-backs raise growth of earnings per share.", "会计准则变化会影响分母；回购会推高每股盈利增速。"),
        Citations = [new("Campbell, J. Y. & Shiller, R. J. (1998). Valuation ratios and the long-run stock market outlook. Journal of Portfolio Management 24(2).", "https://doi.org/10.3905/jpm.24.2.11"), new("Unlinked note", "javascript:alert(4)")],
    };
}
