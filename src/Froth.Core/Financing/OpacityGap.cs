namespace Froth.Core.Financing;

/// <summary>A named gap of disclosure on how debt is raised and secured.</summary>
/// <param name="Code">The word in files: the dimension of <see cref="Firms.FirmConcepts.OpacityGap"/>.</param>
/// <param name="Name">What cannot be seen.</param>
public sealed record OpacityGap(string Code, Bilingual Name)
{
    /// <summary>The closed list. Source: Froth methods 3.7; Froth's own.</summary>
    public static IReadOnlyList<OpacityGap> All { get; } =
    [
        new("rating-private", new("the rating is private", "评级不公开")),
        new("filing-144a", new("sold under Rule 144A without a public filing", "依 144A 规则发行，无公开申报文件")),
        new("vie-unconsolidated", new("the vehicle is not consolidated", "可变利益实体未并表")),
        new("rvg-unquantified", new("a residual-value guarantee without an amount", "残值担保未量化")),
        new("collateral-value-undisclosed", new("the value of the collateral is not told", "抵押物价值未披露")),
        new("maturity-undisclosed", new("the maturities are not told", "到期结构未披露")),
        new("counterparty-unnamed", new("the counterparty is not named", "交易对手未具名")),
        new("related-party-lender", new("the lender is a related party", "贷款方为关联方")),
        new("rehypothecation-unclear", new("whether the collateral is pledged again is not clear", "抵押物是否再质押不明")),
        new("covenants-undisclosed", new("the covenants are not told", "限制性条款未披露")),
    ];
}
