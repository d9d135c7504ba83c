using Froth.Core.Data;

namespace Froth.Data.Sources.Tushare;

/// <summary>One field of an interface and what it means here.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Concept">Concept of its observations.</param>
/// <param name="Unit">Unit after scaling.</param>
/// <param name="Factor">Factor that brings the figure into that unit.</param>
internal sealed record TushareField(string Field, string Concept, string Unit, decimal Factor = 1m);

/// <summary>What kind of dates an interface has.</summary>
internal enum TushareKind
{
    /// <summary>Amounts from 1 January to the end of a quarter.</summary>
    YearToDate,

    /// <summary>Amounts at the end of a quarter.</summary>
    Balance,

    /// <summary>Figures of one trading day.</summary>
    TradingDay,

    /// <summary>Weights of the members of an index.</summary>
    Weights,
}

/// <summary>
/// An interface of Tushare. The names and units are those of its documentation (https://tushare.pro/document/2): statements in yuan,
/// shares and market values in ten thousands, weights in percent.
/// </summary>
internal sealed record TushareApi(string Name, TushareKind Kind, string[] Keys, TushareField[] Values)
{
    private const string Yuan = "CNY";
    private const decimal TenThousand = 10_000m;

    private static readonly string[] StatementKeys = ["ts_code", "ann_date", "f_ann_date", "end_date", "report_type", "update_flag"];

    public static IReadOnlyList<TushareApi> All { get; } =
    [
        new("income", TushareKind.YearToDate, StatementKeys,
        [
            new("revenue", Concepts.Revenue, Yuan), new("operate_profit", Concepts.OperatingIncome, Yuan), new("n_income_attr_p", Concepts.NetIncome, Yuan),
        ]),
        new("cashflow", TushareKind.YearToDate, StatementKeys,
        [
            new("n_cashflow_act", Concepts.OperatingCashFlow, Yuan), new("c_pay_acq_const_fiolta", Concepts.CapitalExpenditure, Yuan),
        ]),
        new("balancesheet", TushareKind.Balance, StatementKeys,
        [
            new("money_cap", "monetary-funds", Yuan), new("inventories", "inventories", Yuan), new("total_assets", "total-assets", Yuan),
            new("total_liab", "total-liabilities", Yuan), new("total_hldr_eqy_exc_min_int", "shareholders-equity", Yuan),
        ]),

        // Static and trailing multiples never mix. The Chinese word for "dynamic" means either of two things, and Tushare gives neither.
        new("daily_basic", TushareKind.TradingDay, ["ts_code", "trade_date"],
        [
            new("close", Concepts.ClosingPrice, Yuan), new("pe", "pe-static", "ratio"), new("pe_ttm", "pe-ttm", "ratio"), new("pb", "price-to-book", "ratio"),
            new("ps", "price-to-sales-static", "ratio"), new("ps_ttm", "price-to-sales-ttm", "ratio"),
            new("total_share", Concepts.SharesOutstanding, "count", TenThousand), new("total_mv", Concepts.MarketCapitalisation, Yuan, TenThousand),
        ]),
        new("index_weight", TushareKind.Weights, ["index_code", "con_code", "trade_date"], [new("weight", "index-weight", "ratio", 0.01m)]),
    ];

    /// <summary>All fields that are asked for.</summary>
    public IEnumerable<string> Fields => Keys.Concat(Values.Select(v => v.Field));

    /// <summary>The interface with that name, or null.</summary>
    public static TushareApi? Find(string name) => All.FirstOrDefault(a => a.Name == name);

    /// <summary>The interface whose keys and at least one value stand among the fields of a response, which does not name its interface; or null.</summary>
    public static TushareApi? Of(IReadOnlyList<string> fields) =>
        All.FirstOrDefault(a => a.Keys.All(k => k == "update_flag" || fields.Contains(k)) && a.Values.Any(v => fields.Contains(v.Field)));
}
