namespace Froth.DefaultData;

/// <summary>Whose number an indicator row is, what it measures and over which time.</summary>
internal static class SectorConcepts
{
    const string Capex = "capital-expenditure";

    static readonly Dictionary<string, (string Entity, string Concept)> Named = new(StringComparer.Ordinal)
    {
        ["alphabet_capex_quarter"] = ("alphabet", Capex),
        ["amazon_capex_quarter"] = ("amazon", Capex),
        ["microsoft_capex_quarter"] = ("microsoft", Capex),
        ["microsoft_capex_quarter_incl_leases"] = ("microsoft", "capital-expenditure-incl-leases"),
        ["microsoft_leases_not_started"] = ("microsoft", "leases-not-started"),
        ["nvidia_market_cap"] = ("nvidia", "market-cap"),
        ["nvidia_market_cap_loss_1d"] = ("nvidia", "market-cap-loss-1d"),
        ["openai_partner_debt"] = ("openai", "partner-debt"),
        ["oracle_debt_outstanding"] = ("oracle", "debt-total"),
        ["cn_alibaba_capex_plan_3y"] = ("alibaba", "capital-expenditure-plan-3y"),
        ["cn_alibaba_capex_ttm"] = ("alibaba", Capex),
        ["cn_bytedance_capex_year"] = ("bytedance", Capex),
        ["cn_doubao_mau"] = ("bytedance", "doubao-mau"),
    };

    // Sums and rates over the part of the year that had passed, though the id does not say so.
    static readonly HashSet<string> SinceNewYear = new(StringComparer.Ordinal)
    {
        "ai_vc_amount_global", "ai_vc_share_global", "cn_model_layer_funding", "cn_model_layer_rounds",
        "genai_private_investment", "global_corporate_ai_investment", "hyperscaler_bonds_us", "hyperscaler_borrowing_ms",
        "hyperscaler_capex_total", "hyperscaler4_capex_year_cahn", "it_investment_share_of_gdp_growth",
        "us_bond_issuance_ai_share", "us_corporate_bond_issuance", "us_gdp_growth_ex_datacenters", "us_ig_issuance_total",
        "vc_funds_raised_count",
    };

    // Somebody's reckoning or plan, not a count of what happened. Where only one date of a series is, the date stands behind.
    static readonly HashSet<string> Reckoned = new(StringComparer.Ordinal)
    {
        "cn_alibaba_capex_plan_3y", "cn_bytedance_capex_year 2026-12-31", "cn_guidance_funds_ai",
        "hyperscaler4_capex_year 2026-12-31", "hyperscaler4_capex_year_cahn", "hyperscaler_borrowing_ms",
        "hyperscaler_capex_total", "required_ai_revenue_bain_2030", "required_ai_revenue_bain_2031",
        "required_ai_revenue_sequoia", "revenue_gap_bain_2030", "revenue_gap_bain_2031", "us_corporate_bond_issuance",
    };

    public static (string Entity, string Concept) Of(string id)
    {
        if (Named.TryGetValue(id, out var named)) return named;
        if (id.StartsWith("sp500_", StringComparison.Ordinal)) return ("sp500", Kebab(id["sp500_".Length..]));
        if (id.StartsWith("cn_", StringComparison.Ordinal)) return ("china", Kebab(id["cn_".Length..]));
        return ("ai-sector", Kebab(id));
    }

    public static bool IsReckoned(string id, string date) => Reckoned.Contains(id) || Reckoned.Contains($"{id} {date}");

    public static DateOnly? StartOf(string id, DateOnly end)
    {
        if (id == "cn_guidance_funds_ai") return new DateOnly(2000, 1, 1); // its text: 2000 to 2023
        if (id.Contains("_quarter", StringComparison.Ordinal)) return Dates.StartOfMonths(end, 3);
        if (id.EndsWith("_ttm", StringComparison.Ordinal)) return Dates.StartOfMonths(end, 12);
        var sinceNewYear = SinceNewYear.Contains(id) || id.EndsWith("_ytd", StringComparison.Ordinal)
            || id.EndsWith("_h1", StringComparison.Ordinal) || id.EndsWith("capex_year", StringComparison.Ordinal);
        return sinceNewYear ? Dates.StartOfYear(end) : null;
    }

    public static string Kebab(string id) => id.Replace('_', '-');
}
