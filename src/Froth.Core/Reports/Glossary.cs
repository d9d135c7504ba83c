using Froth.Core.Data;
using Froth.Core.Indicators;

namespace Froth.Core.Reports;

/// <summary>The one glossary from which every table, page and report takes its words.</summary>
public static partial class Glossary
{
    /// <summary>Name of the program.</summary>
    public static readonly Bilingual Monitor = new("AI-sector financing monitor", "人工智能行业投融资监测");

    /// <summary>Column and label words.</summary>
    public static readonly Bilingual
        Pillar = new("Pillar", "支柱"),
        Indicator = new("Indicator", "指标"),
        Value = new("Value", "数值"),
        Range = new("Range", "区间"),
        Unit = new("Unit", "单位"),
        Percentile = new("Percentile", "历史分位"),
        PercentileShort = new("Pctl", "分位"),
        BandWord = new("Band", "等级"),
        Coverage = new("Coverage", "覆盖率"),
        CoverageShort = new("cov.", "覆盖"),
        AsOf = new("As of", "截至"),
        Age = new("Age", "距今"),
        Change = new("Change in a month", "月度变化"),
        ChangeShort = new("Δ month", "月变化"),
        Why = new("Why", "原因"),
        Status = new("Status", "状态"),
        Reason = new("Reason", "理由"),
        Method = new("Method", "方法"),
        Meaning = new("What it tells", "含义"),
        Caveats = new("Caveats", "注意事项"),
        Citations = new("References", "文献"),
        Sources = new("Sources", "来源"),
        Source = new("Source", "来源"),
        Published = new("Published", "公布日"),
        Grade = new("Grade", "可信等级"),
        Snapshot = new("Snapshot", "快照"),
        Locator = new("Place", "位置"),
        Missing = new("What is missing, and why", "缺失项及原因"),
        Observations = new("Observations", "观测数"),
        DataVersion = new("Data version", "数据版本"),
        Date = new("Date", "日期"),
        Parts = new("Parts", "构成"),
        Licence = new("Licence", "许可"),
        Entity = new("Entity", "主体");

    /// <summary>Name of a band.</summary>
    public static Bilingual Of(Band band) => band switch
    {
        Band.Calm => new("calm", "平静"),
        Band.Watch => new("watch", "关注"),
        Band.Elevated => new("elevated", "偏高"),
        Band.Alarm => new("alarm", "警报"),
        _ => throw new ArgumentOutOfRangeException(nameof(band), band, "Unnamed band."),
    };

    /// <summary>Name of a status.</summary>
    public static Bilingual Of(ReadingStatus status) => status switch
    {
        ReadingStatus.Current => new("current", "当前"),
        ReadingStatus.Stale => new("stale", "过期"),
        ReadingStatus.ShortHistory => new("short history", "历史不足"),
        ReadingStatus.NotEstimable => new("not estimable", "无法估计"),
        ReadingStatus.Missing => new("missing", "缺失"),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unnamed status."),
    };

    /// <summary>Name of a reason for a missing value.</summary>
    public static Bilingual Of(MissingReason reason) => reason switch
    {
        MissingReason.InsufficientHistory => new("too little history", "历史数据不足"),
        MissingReason.NonPositiveDenominator => new("n.m.: the denominator is not positive", "无意义（n.m.）：分母非正"),
        MissingReason.NotIdentified => new("the data do not determine it", "数据无法识别该值"),
        MissingReason.BelowCoverage => new("too little is covered", "覆盖率不足"),
        MissingReason.Stale => new("inputs are too old", "数据过旧"),
        MissingReason.NoData => new("no data", "无数据"),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Unnamed reason."),
    };

    /// <summary>Name of a grade.</summary>
    public static Bilingual Of(Grade grade) => grade switch
    {
        Data.Grade.Audited => new("audited", "经审计"),
        Data.Grade.Filed => new("filed", "监管申报"),
        Data.Grade.ThirdParty => new("third party", "第三方"),
        Data.Grade.Company => new("company", "公司披露"),
        Data.Grade.Press => new("press", "媒体报道"),
        Data.Grade.Unconfirmed => new("unconfirmed", "未证实"),
        Data.Grade.Estimated => new("estimated", "估计"),
        Data.Grade.Assumed => new("assumed", "假设"),
        _ => throw new ArgumentOutOfRangeException(nameof(grade), grade, "Unnamed grade."),
    };

    /// <summary>Name of a unit.</summary>
    public static Bilingual Of(Unit unit) => unit.Code switch
    {
        "USD" => new("US dollars", "美元"),
        "CNY" => new("renminbi", "人民币"),
        "EUR" => new("euros", "欧元"),
        "GBP" => new("pounds sterling", "英镑"),
        "JPY" => new("yen", "日元"),
        "HKD" => new("Hong Kong dollars", "港元"),
        "ratio" => new("ratio", "比率"),
        "count" => new("count", "个"),
        "months" => new("months", "个月"),
        "index" => new("index", "指数"),
        "usd-per-million-tokens" => new("US dollars per million tokens", "美元/百万词元"),
        "usd-per-gpu-hour" => new("US dollars per GPU-hour", "美元/GPU小时"),
        "factor-per-year" => new("factor a year", "倍/年"),
        "sd" => new("standard deviations", "标准差"),
        _ => Bilingual.Same(unit.Code),
    };
}
