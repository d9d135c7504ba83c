namespace Froth.DefaultData;

internal sealed record Entity
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public string NameZh { get; init; } = "";
    public required string Kind { get; init; }
    public string Segment { get; init; } = "";
    public string Country { get; init; } = "";
    public string Listed { get; init; } = "";
    public string Ticker { get; init; } = "";
    public string Cik { get; init; } = "";
    public List<string> Aliases { get; init; } = [];
    public string Note { get; init; } = "";
    public string Source { get; init; } = "";
}

/// <summary>What the company list does not hold: names of parties to deals, two tested labs, the market, the sector and two countries.</summary>
internal static class EntityTable
{
    /// <summary>Parties of deals, and tested labs, that have no company record: name | id (empty: from the name) | kind | segment | country | Chinese name.</summary>
    public static readonly string[] Parties =
    [
        "01.AI|01-ai|lab|model_lab|CN|零一万物",
        "8090 Industries||fund|investor|US|",
        "AI clouds (not named)||group|neocloud||AI云厂商（未具名）",
        "AI labs (not named)||group|model_lab||AI实验室（未具名）",
        "Abilene data-centre JV||vehicle|datacenter|US|",
        "Aker||firm|investor|NO|",
        "BNP Paribas||firm|bank|FR|法国巴黎银行",
        "Baichuan||lab|model_lab|CN|百川智能",
        "Bank lenders (not named)||group|bank||银行贷款方（未具名）",
        "Baron||fund|investor|US|",
        "Berkshire Hathaway||firm|investor|US|伯克希尔·哈撒韦",
        "Bond investors (not named)||group|investor||债券投资者（未具名）",
        "Bpifrance||firm|bank|FR|",
        "Brookfield||fund|investor|CA|",
        "Cisco||firm|chips|US|思科",
        "Citadel||fund|investor|US|",
        "Citi||firm|bank|US|花旗",
        "Credit Agricole CIB||firm|bank|FR|东方汇理银行",
        "Data-centre landlords (not named)||group|datacenter||数据中心业主（未具名）",
        "Equipment makers (not named)||group|chips||设备厂商（未具名）",
        "Fidelity||fund|investor|US|富达",
        "GIP||fund|investor|US|",
        "Goldman Sachs||firm|bank|US|高盛",
        "Greenoaks||fund|investor|US|",
        "HSBC||firm|bank|GB|汇丰",
        "Intel Capital||fund|investor|US|英特尔资本",
        "KKR||fund|investor|US|",
        "La Banque Postale||firm|bank|FR|",
        "MUFG||firm|bank|JP|三菱日联",
        "Memory and component suppliers (not named)||group|chips||存储与零部件供应商（未具名）",
        "Meta El Paso data-centre vehicle||vehicle|datacenter|US|",
        "Mizuho||firm|bank|JP|瑞穗",
        "Morgan Stanley||firm|bank|US|摩根士丹利",
        "Mubadala Capital||fund|investor|AE|",
        "Natixis||firm|bank|FR|",
        "Parkway Venture Capital||fund|investor|US|",
        "Primary Digital||firm|datacenter|US|",
        "QIA||fund|investor|QA|卡塔尔投资局",
        "SMBC||firm|bank|JP|三井住友银行",
        "Share and bond investors (not named)||group|investor||股票与债券投资者（未具名）",
        "Share buyers (not named)||group|investor||股票买方（未具名）",
        "StepStone||fund|investor|US|",
        "TPU leasing SPV (Anthropic)|tpu-leasing-spv-anthropic|vehicle|datacenter|US|",
        "TWG Global||fund|investor|US|",
        "Valor||fund|investor|US|",
        "xAI Colossus 2 SPV||vehicle|datacenter|US|",
    ];

    /// <summary>Firms that no recorded deal names and whose accounts are typed: id | name | Chinese name | segment | country | ticker.</summary>
    public static readonly string[] Firms =
    [
        "applied-digital|Applied Digital||datacenter|US|APLD",
        "baidu|Baidu|百度|cloud|CN|BIDU",
        "cambricon|Cambricon|寒武纪|chips|CN|688256.SH",
        "hygon|Hygon|海光信息|chips|CN|688041.SH",
        "moore-threads|Moore Threads|摩尔线程|chips|CN|688795.SH",
    ];

    /// <summary>Companies whose kind their segment does not tell.</summary>
    public static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["C009"] = "vehicle", ["C067"] = "vehicle", // data-centre vehicles, not operators
        ["C025"] = "firm", ["C038"] = "firm", ["C065"] = "firm", ["C066"] = "firm", ["C072"] = "firm",
    };

    /// <summary>Segments that the company list tells more broadly: a bank that lends is no fund.</summary>
    public static readonly Dictionary<string, string> Segments = new(StringComparer.Ordinal) { ["C038"] = "bank" };

    /// <summary>Chinese names that differ from the company list, which marks its own as unchecked.</summary>
    public static readonly Dictionary<string, string> NamesZh = new(StringComparer.Ordinal)
    {
        ["C003"] = "谷歌母公司 Alphabet",
        ["C043"] = "", // used in Latin letters
    };

    /// <summary>The vehicle that holds the chips is a debtor of its own, so the lab may not answer to its name.</summary>
    public static readonly Dictionary<string, string> NotAnAlias = new(StringComparer.Ordinal)
    {
        ["C078"] = "xAI Colossus 2 SPV",
    };

    /// <summary>Names that the funding rounds use and the company list does not.</summary>
    public static readonly Dictionary<string, string> MoreAliases = new(StringComparer.Ordinal)
    {
        ["C021"] = "Anysphere (Cursor)",
        ["C079"] = "智谱",
    };

    public static IEnumerable<Entity> Aggregates(string sp500Source, string appleSource) =>
    [
        new() { Id = "apple", Name = "Apple", NameZh = "苹果", Kind = "firm", Segment = "devices", Country = "US", Listed = "true",
            Ticker = "AAPL", Cik = "320193", Aliases = ["Apple Inc."], Source = appleSource,
            Note = "No party to a recorded deal; kept as a comparison with full filings" },
        new() { Id = "sp500", Name = "S&P 500", NameZh = "标普500", Kind = "market", Country = "US", Aliases = ["SPX", "S&P Composite"], Source = sp500Source },
        new() { Id = "base-rates", Name = "Base rates of growth", NameZh = "增长基准率", Kind = "market", Country = "US", Note = "How firms of a size have grown" },
        new() { Id = "fx", Name = "Exchange rates", NameZh = "汇率", Kind = "market", Note = "Rates that recorded facts imply" },
        new() { Id = "ai-sector", Name = "AI sector", NameZh = "人工智能行业", Kind = "sector" },
        new() { Id = "us", Name = "United States", NameZh = "美国", Kind = "country", Country = "US" },
        new() { Id = "china", Name = "China", NameZh = "中国", Kind = "country", Country = "CN" },
    ];
}
