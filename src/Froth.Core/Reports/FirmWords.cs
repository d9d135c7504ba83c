namespace Froth.Core.Reports;

/// <summary>The words in which firms are spoken of, wherever they are shown.</summary>
public static class FirmWords
{
    /// <summary>Titles and labels.</summary>
    public static readonly Bilingual
        Firms = new("Firms by financing class", "企业融资类别"),
        Firm = new("Firm", "企业"),
        Country = new("Country", "国家"),
        Class = new("Class", "类别"),
        Lenses = new("Over lenses", "各口径区间"),
        Lens = new("Lens", "口径"),
        DrawShare = new("Share of draws", "抽样占比"),
        Margin = new("Margin", "安全边际"),
        Gap = new("Funding gap", "资金缺口"),
        TwelveMonths = new("Twelve months", "十二个月"),
        SingleQuarter = new("Quarter × 4", "单季×4"),
        CashFlow = new("Cash before interest", "付息前经营现金"),
        Operating = new("Cash from operations as told", "披露的经营活动现金流"),
        Interest = new("Interest, capitalised included", "利息（含资本化）"),
        Principal = new("Principal due", "到期本金"),
        CapitalExpenditure = new("Capital expenditure", "资本开支"),
        Commitments = new("Take-or-pay due in the window", "窗口内到期的照付不议义务"),
        Liquidity = new("Cash and current securities", "现金及短期投资"),
        InterestCover = new("κ_I interest cover", "κ_I 利息覆盖"),
        DebtServiceCover = new("κ_D debt service cover", "κ_D 偿债覆盖"),
        InvestmentCover = new("κ_X with investment (at most)", "κ_X 含投资（上限）"),
        MarginOfSafety = new("Margin of safety", "安全边际"),
        FundingGap = new("Funding gap (at least)", "资金缺口（下限）"),
        Runway = new("Months that liquidity lasts", "流动性可维持月数"),
        History = new("Past quarters with what is known today", "以今日所知回看各季度"),
        Measures = new("Measures", "指标"),
        NotKnown = new("Not known, and why", "未知项及原因"),
        VendorFinanced = new("Suppliers that also finance the firm", "同时提供资金的供应商");

    /// <summary>How a list of firms is read.</summary>
    public static readonly Bilingual HowToRead = new(
        "Class by cash over twelve months: H covers interest and principal due, S interest alone, P not even interest, E has no debt and lives on equity, U is not decided (in brackets what remains possible). "
        + "Range over the lenses of the literature, with how many of them decide. The share of draws moves every figure within its grade and is no probability. κ_X and the gap count investment; commitments are seldom told, so κ_X is at most and the gap at least what is shown.",
        "类别按过去十二个月现金判定：H 覆盖利息与到期本金，S 仅覆盖利息，P 连利息也不能覆盖，E 无债务而依赖股权，U 未能判定（括号内为尚有可能的类别）。区间为文献各口径的范围及可判定的口径数。抽样占比按数据等级扰动各项，并非概率。κ_X 与资金缺口计入投资；承诺事项很少披露，故 κ_X 为上限、缺口为下限。");

    /// <summary>A firm has no accounts.</summary>
    public static readonly Bilingual NoAccounts = new(
        "No accounts of this firm are known at this date, so no class is given.", "该日期尚无此企业的账目，故不给出类别。");
}
