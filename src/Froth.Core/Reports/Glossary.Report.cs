using Froth.Core.Data;
using Froth.Core.Financing;
using Froth.Core.Indicators;

namespace Froth.Core.Reports;

/// <content>Words that only the report and pages need.</content>
public static partial class Glossary
{
    /// <summary>Frame of the report.</summary>
    public static readonly Bilingual
        SkipToContent = new("Skip to content", "跳到正文"),
        Contents = new("Contents", "目录"),
        Overview = new("Overview", "总览"),
        OfflineNote = new(
            "This file is complete in itself: it loads nothing from any network.",
            "本文件自成一体，打开时不访问任何网络。"),
        NoScore = new(
            "Vulnerability (how much fuel there is) and stress (whether it burns) are two readings and are never merged into one score.",
            "脆弱性（“燃料”有多少）与压力（是否已在燃烧）是两类读数，绝不合成为一个总分。"),
        ProgramVersion = new("Program version", "程序版本"),
        GeneratedOn = new("Generated on", "生成日期"),
        MethodVersion = new("Method version", "方法版本"),
        MethodVersions = new("Method versions", "方法版本"),
        SourcesUsed = new("Sources used", "所用来源"),
        Publisher = new("Publisher", "发布方"),
        SourceTitle = new("Title", "标题"),
        SourceDate = new("Source dated", "来源日期"),
        Address = new("Address", "网址"),
        NoAddress = new("no address", "无网址"),
        ReportLicence = new(
            "Froth is published under the Apache-2.0 licence. Figures remain under the licences of their sources, listed above.",
            "Froth 以 Apache-2.0 许可发布；各项数据仍适用上列来源各自的许可。");

    /// <summary>The four questions and their answers.</summary>
    public static readonly Bilingual
        WhatChanged = new("What changed?", "发生了什么变化？"),
        WhyChanged = new("Why?", "为什么？"),
        HowSure = new("How sure are we?", "有多大把握？"),
        WhatWouldChange = new("What would change our mind?", "什么会改变判断？"),
        NothingChanged = new("No reading differs from a month earlier.", "与一个月前相比，各项读数均无变化。"),
        NoFreshFacts = new(
            "No new public facts stand behind the present readings. Changes come from windows moving on or facts falling out of them:",
            "当前读数背后没有新公布的公开事实；变化源于统计窗口的推移或事实移出窗口："),
        NoOutlook = new(
            "No indicator has a band yet, so no threshold can be crossed.",
            "目前尚无指标可定等级，因而没有可供证伪的阈值。"),
        ChangeOrder = new(
            "Moves between bands first, then by size against the indicator's usual step.",
            "先列等级变动，再按变化幅度相对该指标惯常步长排序。"),
        NewFacts = new("New facts of the month, by source", "本月新增事实（按来源）"),
        Moved = new("behind", "涉及"),
        Now = new("now", "现值"),
        WorseIf = new("graver", "转差"),
        BetterIf = new("milder", "转好"),
        Coming = new("Graver if the next reading is", "下一读数达到此值则转差"),
        Going = new("Milder if the next reading is", "下一读数达到此值则转好"),
        LeastCovered = new("Least covered", "覆盖最低"),
        OldestReading = new("Oldest reading", "最旧读数"),
        ByStatus = new("Indicators by status", "按状态划分的指标数"),
        ByGrade = new("Facts behind the readings, by grade", "读数所依据的事实（按可信等级）");

    /// <summary>Parts of a pillar and of an indicator.</summary>
    public static readonly Bilingual
        Figure = new("Figure", "图"),
        TableTwin = new("Readings as a table", "读数表"),
        LatestTwelve = new("last 12 readings", "最近12个读数"),
        Low = new("Low", "下限"),
        High = new("High", "上限"),
        Remark = new("Remark", "备注"),
        Thresholds = new("Thresholds", "阈值"),
        From = new("From", "起点"),
        Standing = new("Standing", "性质"),
        Basis = new("Basis", "依据"),
        PanelValues = new("Latest reading by entity", "各主体最新读数"),
        WorkedExample = new("Worked example", "算例"),
        Working = new("Working", "演算"),
        Result = new("Result", "结果"),
        CounterEvidence = new("Counter-evidence", "反面证据"),
        Falsifier = new("What would change this reading", "什么会改变这一读数"),
        Lineage = new("Where this value comes from", "数值从何而来"),
        LineageOfTable = new("Where these numbers come from:", "这些数字从何而来："),
        Concept = new("Concept", "概念"),
        Period = new("Period", "期间"),
        Frequency = new("Frequency", "频率"),
        NoneStated = new("none stated", "未注明"),
        NotApplicable = new("n/a", "不适用"),
        NoBand = new("no band", "未定级"),
        Latest = new("Latest reading", "最新读数"),
        PreviousValue = new("a month earlier", "一个月前"),
        Fact = new("Fact", "事实"),
        Evidence = new("Evidence", "证据"),
        NotShown = new("Not charted", "未绘图"),
        OwnHistory = new("of its own history", "（自身历史分位）"),
        BackToOverview = new("Back to the overview", "回到总览"),
        NothingMissing = new("Every indicator has a value at this date.", "该日期所有指标均有数值。"),
        WithoutValue = new("Without a value", "无数值"),
        WithReservation = new("With a value, under reservation", "有数值但须保留"),
        LogScale = new("log scale", "对数刻度"),
        RemainingHistory = new("No reading has a value yet", "尚无任何有值读数");

    /// <summary>How to read the figures.</summary>
    public static readonly Bilingual HowToRead = new(
        "Every panel ends on the as-of day, so a line that stops short of the right edge is old. Short histories share one date axis; histories longer than fifteen years keep their own. Shading is the range of each reading; dots are single readings; thin grey lines are the other entities; dashed lines are thresholds on the value itself.",
        "各小图右端均为截至日，曲线未及右缘即表示数据偏旧。较短的历史共用同一时间轴，超过十五年的历史使用各自的时间轴。阴影为读数区间，圆点为单个读数，灰色细线为其他主体，虚线为数值阈值。");

    /// <summary>Name of a role of pillars.</summary>
    public static Bilingual Of(PillarRole role) => role switch
    {
        PillarRole.Vulnerability => new("Vulnerability", "脆弱性指标"),
        PillarRole.Stress => new("Stress", "压力指标"),
        PillarRole.Context => new("Context", "背景指标"),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Unnamed role."),
    };

    /// <summary>Name of a frequency.</summary>
    public static Bilingual Of(Frequency frequency) => frequency switch
    {
        Indicators.Frequency.Monthly => new("monthly", "月度"),
        Indicators.Frequency.Quarterly => new("quarterly", "季度"),
        Indicators.Frequency.Annual => new("annual", "年度"),
        Indicators.Frequency.Irregular => new("irregular", "不定期"),
        _ => throw new ArgumentOutOfRangeException(nameof(frequency), frequency, "Unnamed frequency."),
    };

    /// <summary>Standing of a threshold.</summary>
    public static Bilingual Of(ThresholdStatus status) => status switch
    {
        ThresholdStatus.Published => new("published", "已发表"),
        ThresholdStatus.Convention => new("convention", "通行惯例"),
        ThresholdStatus.Froth => new("Froth's own", "本项目自定"),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unnamed standing."),
    };

    /// <summary>Name of an access class.</summary>
    public static Bilingual Of(AccessClass access) => access switch
    {
        AccessClass.Public => new("public", "公开"),
        AccessClass.Licensed => new("licensed", "受许可限制"),
        AccessClass.Confidential => new("confidential", "保密"),
        _ => throw new ArgumentOutOfRangeException(nameof(access), access, "Unnamed access class."),
    };

    /// <summary>Name of a kind of change.</summary>
    public static Bilingual Of(ChangeCause cause) => cause switch
    {
        ChangeCause.Unchanged => new("unchanged", "未变"),
        ChangeCause.NewReading => new("new reading", "新读数"),
        ChangeCause.Revision => new("revised", "修订"),
        ChangeCause.FirstReading => new("first reading", "首个读数"),
        ChangeCause.Lost => new("lost", "读数消失"),
        _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, "Unnamed cause."),
    };

    /// <summary>Name of a kind of flow.</summary>
    public static Bilingual Of(FlowKind kind) => kind switch
    {
        FlowKind.EquityInvestment => new("equity investment", "股权投资"),
        FlowKind.Warrant => new("warrant", "认股权证"),
        FlowKind.DebtLoan => new("loan", "贷款"),
        FlowKind.DebtBond => new("bond", "债券"),
        FlowKind.Abs => new("asset-backed securities", "资产支持证券"),
        FlowKind.Spv => new("special-purpose vehicle", "特殊目的实体融资"),
        FlowKind.Guarantee => new("guarantee", "担保"),
        FlowKind.ChipSupply => new("chip supply", "芯片供应"),
        FlowKind.PurchaseCommitment => new("purchase commitment", "采购承诺"),
        FlowKind.ComputeLease => new("compute lease", "算力租赁"),
        FlowKind.RevenueShare => new("revenue share", "收入分成"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unnamed flow kind."),
    };

    /// <summary>Name of a concept; the id itself for concepts that only a user's files know.</summary>
    public static Bilingual OfConcept(string concept) => concept switch
    {
        Concepts.Revenue => new("revenue", "营业收入"),
        Concepts.NetIncome => new("net income", "净利润"),
        Concepts.OperatingIncome => new("operating income", "营业利润"),
        Concepts.OperatingCashFlow => new("operating cash flow", "经营现金流"),
        Concepts.CapitalExpenditure => new("capital expenditure", "资本开支"),
        Concepts.DebtIssued => new("debt issued", "债务发行"),
        Concepts.DebtRepaid => new("debt repaid", "债务偿还"),
        Concepts.EquityIssued => new("equity issued", "股权发行"),
        Concepts.EquityRepurchased => new("shares repurchased", "股份回购"),
        Concepts.SharesOutstanding => new("shares outstanding", "已发行股数"),
        Concepts.MarketCapitalisation => new("market capitalisation", "市值"),
        Concepts.DataCentreRevenue => new("data-centre revenue", "数据中心收入"),
        Concepts.RevenueRunRate => new("revenue run-rate", "年化收入"),
        Concepts.RoundAmount => new("round amount", "轮次融资额"),
        Concepts.PostMoneyValuation => new("post-money valuation", "投后估值"),
        Concepts.Price => new("price", "价格"),
        Concepts.Earnings => new("earnings", "盈利"),
        Concepts.RealPrice => new("real price", "实际价格"),
        Concepts.RealEarnings => new("real earnings", "实际盈利"),
        Concepts.ConsumerPriceIndex => new("consumer price index", "居民消费价格指数"),
        Concepts.LongRate => new("ten-year yield", "十年期收益率"),
        _ => Bilingual.Same(concept),
    };
}
