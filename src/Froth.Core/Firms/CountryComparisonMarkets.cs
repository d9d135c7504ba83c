using Froth.Core.Data;
using Froth.Core.Entities;
using Froth.Core.Indicators;
using Froth.Core.Indicators.Valuation;
using Froth.Core.Valuation;

namespace Froth.Core.Firms;

/// <summary>Rows on share prices: each kind of price–earnings ratio apart, and the weight of AI in stock indices.</summary>
internal static class CountryComparisonMarkets
{
    /// <summary>Days for which a market value stands. Froth's own choice: a year, since most are single sourced points.</summary>
    public const int LongestPriceAgeDays = 366;

    private static readonly Bilingual Ratios = new("Price–earnings ratios, kinds never mixed", "市盈率（各口径分列，绝不混用）");
    private static readonly Bilingual Indices = new("Weight in stock indices", "股指权重");
    private static readonly Bilingual Firms = new("firms", "企业数");
    private static readonly Bilingual IndexCounted = new("indices", "指数个数");

    private static readonly (PriceEarningsKind Kind, string Id, Bilingual Title)[] Kinds =
    [
        (PriceEarningsKind.Static, "pe-static", new("P/E, static, middle firm", "静态市盈率，中位数")),
        (PriceEarningsKind.TrailingTwelveMonths, "pe-ttm", new("P/E, trailing twelve months, middle firm", "滚动市盈率（TTM），中位数")),
        (PriceEarningsKind.DynamicAnnualised, "pe-dynamic-annualised", new("P/E, dynamic (annualised), middle firm", "动态市盈率（年化），中位数")),
    ];

    // Shares told about an index of any country; an index belongs to the country of its entity.
    private static readonly (string Concept, Bilingual Title)[] Shares =
    [
        ("ai30-marketcap-share", new("About thirty AI stocks in the index", "约三十只AI股票在指数中的占比")),
        ("mag7-marketcap-share", new("Seven largest technology stocks in the index", "七大科技股在指数中的占比")),
        ("nvidia-weight", new("NVIDIA in the index", "英伟达在指数中的权重")),
        ("top10-share", new("Ten largest stocks in the index", "十大权重股在指数中的占比")),
    ];

    private static readonly Bilingual PriceNote = new(
        "The newest price of each firm in the last year; the days differ.", "各企业近一年内最近的价格，日期不一。");

    /// <summary>The shares that are told.</summary>
    public static IReadOnlyList<Input> ToldInputs { get; } = [.. Shares.Select(s => new Input(s.Concept, null, null))];

    public static IEnumerable<CountryComparisonRow> Rows(CountryComparisonScope scope)
    {
        foreach (var (kind, id, title) in Kinds)
        {
            var series = FirmMultiples.Of(scope.Inputs, kind);
            yield return scope.Row(id, Ratios, title, Unit.Ratio, Display.Multiple, Firms, c => Multiples([.. series.Where(s => s.Entity is { } firm && scope.IsIn(firm, c))], scope), PriceNote);
        }

        foreach (var (concept, title) in Shares)
            yield return scope.Row(concept, Indices, title, Unit.Ratio, Display.Percent, IndexCounted, c => IndexShare(scope, c, concept, title));
    }

    private static CountryComparisonSide Multiples(IReadOnlyList<ReadingSeries> firms, CountryComparisonScope scope)
    {
        List<(string Firm, Reading Reading)> latest = [.. firms.Where(s => s.Latest is not null).Select(s => (s.Entity!, s.Latest!))];
        var used = latest.Where(l => l.Reading.HasValue && !IsOld(l.Reading)).ToList();
        IReadOnlyList<Bilingual> missing = [.. latest.Except(used).Select(l => Lacking(l.Firm, l.Reading))];
        if (latest.Count == 0)
        {
            return CountryComparisonSide.None(new("No market value of a firm is recorded.", "没有收录企业市值。"), new Bilingual("market values of firms", "企业市值"));
        }

        if (used.Count == 0) return CountryComparisonSide.None(new("No firm has both a price of the last year and earnings to set it against.", "没有企业兼有近一年的价格与可比盈利。"), missing) with { Coverage = 0 };
        List<double> values = [.. used.Select(l => l.Reading.Value)];
        return new()
        {
            Value = CountryComparisonScope.Median(values), Low = values.Count > 1 ? values.Min() : double.NaN, High = values.Count > 1 ? values.Max() : double.NaN, Count = values.Count,
            Coverage = (double)values.Count / latest.Count, Names = scope.NamesOf(used.Select(l => l.Firm)), Missing = missing, Facts = [.. used.SelectMany(l => l.Reading.Lineage).Distinct()],
        };

        bool IsOld(Reading reading) => scope.AsOf.DayNumber - reading.Date.DayNumber > LongestPriceAgeDays;
        Bilingual Lacking(string firm, Reading reading)
        {
            var (name, why) = (scope.Entities.NameOf(firm), reading.Remark ?? new Bilingual("no ratio.", "无比率。"));
            if (reading.HasValue) why = new($"newest market value is of {reading.Date:yyyy-MM-dd}.", $"最近市值为{reading.Date:yyyy-MM-dd}。");
            return new($"{name.English}: {why.English}", $"{name.In(Language.SimplifiedChinese)}：{why.In(Language.SimplifiedChinese)}");
        }
    }

    private static CountryComparisonSide IndexShare(CountryComparisonScope scope, Country country, string concept, Bilingual title)
    {
        var told = scope.Inputs.Latest(new Input(concept, null, null)).Where(o => scope.Entities.Find(o.Entity) is { Kind: EntityKind.Market } market && market.Country == country.Code
            && o.Unit == Unit.Ratio && o.Grade < Grade.Unconfirmed && !double.IsNaN(o.Double)).MaxBy(o => o.Date);
        if (told is not null) return new() { Value = told.Double, Count = 1, Names = scope.NamesOf([told.Entity]), Facts = [told] };
        var weak = scope.Inputs.Latest(new Input(concept, null, null)).Any(o => scope.Entities.Find(o.Entity)?.Country == country.Code);
        return CountryComparisonSide.None(
            weak ? new("Only one weak source tells it.", "仅有单一弱来源。") : new("No such share is recorded for an index of the country.", "没有收录该国指数的此类占比。"),
            new Bilingual($"index share: {title.English}", $"指数占比：{title.Chinese}"));
    }
}
