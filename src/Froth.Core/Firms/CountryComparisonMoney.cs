using Froth.Core.Data;
using Froth.Core.Financing;
using Froth.Core.Indicators;

namespace Froth.Core.Firms;

/// <summary>Rows on who received how much from outside, of which kind and from whom.</summary>
internal static class CountryComparisonMoney
{
    private static readonly Bilingual Group = new("Money from outside", "外部融资");
    private static readonly Bilingual Deals = new("deals", "交易笔数");
    private static readonly Bilingual Receivers = new("receivers", "融资方数");

    public static IEnumerable<CountryComparisonRow> Rows(CountryComparisonScope scope)
    {
        var book = CountryMoneyBook.Of(scope.Inputs);
        return Window(scope, book, "12m", new("twelve months", "近十二个月"), scope.AsOf.AddMonths(-12).AddDays(1))
            .Concat(Window(scope, book, "since-2023", new("since 2023", "2023年以来"), new DateOnly(2023, 1, 1)));
    }

    private static IEnumerable<CountryComparisonRow> Window(CountryComparisonScope scope, CountryMoneyBook book, string suffix, Bilingual span, DateOnly first)
    {
        var all = book.Between(first, scope.AsOf).Where(r => r.Layer is not null).ToList();
        List<CountryMoney> Of(Country country) => [.. all.Where(r => r.Country == country.Code)];
        Bilingual Title(string english, string chinese) => new($"{english}, {span.English}", $"{chinese}（{span.Chinese}）");

        yield return scope.Row($"money-{suffix}", Group, Title("Equity and debt raised", "股权与债务融资额"), Unit.UsDollar, Display.Money, Deals,
            c => Total(Of(c), book.Unconfirmed(c.Code, first, scope.AsOf), scope));
        foreach (var layer in Enum.GetValues<AiLayer>())
        {
            var name = AiLayers.NameOf(layer);
            yield return scope.Row($"money-{Codes.Of(layer)}-{suffix}", Group, Title($"of it to {name.English}", $"其中：{name.Chinese}"), Unit.Ratio, Display.Percent, Deals,
                c => Share(Of(c), r => r.Layer == layer));
        }

        yield return scope.Row($"hhi-{suffix}", Group, Title("Concentration of receivers, Herfindahl–Hirschman, 0 to 1", "融资方集中度，赫芬达尔指数，0至1"), Unit.Ratio, Display.Number, Receivers, c => Herfindahl(Of(c)));
        yield return scope.Row($"debt-share-{suffix}", Group, Title("Debt share", "债务占比"), Unit.Ratio, Display.Percent, Deals,
            c => DealsOnly(Of(c), r => r.Kind == FlowLayer.Debt), new Bilingual("Deals only: rounds tell equity alone.", "仅计交易：融资轮次只含股权。"));
        yield return scope.Row($"state-share-{suffix}", Group, Title("Share of states and their funds among payers", "国家及国有基金出资占比"), Unit.Ratio, Display.Percent, Deals,
            c => StateShare(Of(c), scope), new Bilingual(
                "Any state, at face value, which is not a subsidy. Value: states pay alone; upper end: with all deals in which a state is one of several payers.",
                "不限本国，按面值计，面值不等于补贴。数值：国家单独出资；上限：含国家参与的全部共同出资交易。"));
    }

    private static CountryComparisonSide Total(IReadOnlyList<CountryMoney> rows, IReadOnlyList<string> unconfirmed, CountryComparisonScope scope)
    {
        List<CountryMoney> priced = [.. Priced(rows)];
        IReadOnlyList<Bilingual> missing = [.. MissingOf(rows, unconfirmed, scope)];
        if (priced.Count == 0) return CountryComparisonSide.None(Nothing, missing) with { Coverage = rows.Count > 0 ? 0 : double.NaN };
        var sum = Sum(priced);
        return new() { Value = sum.Told, Low = sum.Low, High = sum.High, Count = priced.Count, Coverage = Coverage(rows), Missing = missing, Facts = FactsOf(priced) };
    }

    private static CountryComparisonSide Share(IReadOnlyList<CountryMoney> rows, Func<CountryMoney, bool> which)
    {
        List<CountryMoney> priced = [.. Priced(rows)], part = [.. priced.Where(which)];
        if (priced.Count == 0) return CountryComparisonSide.None(Nothing);
        // A layer of which nothing is recorded is silent, not empty.
        if (part.Count == 0)
        {
            return CountryComparisonSide.None(new(
                "No deal with an amount is recorded for this layer.", "该层没有收录有金额的交易。"), new Bilingual("deals of this layer with an amount", "该层有金额的交易")) with { Coverage = Coverage(rows) };
        }

        return ShareOf(part, [.. priced.Where(r => !which(r))], Coverage(rows)) with { Count = part.Count };
    }

    private static CountryComparisonSide Herfindahl(IReadOnlyList<CountryMoney> rows)
    {
        List<CountryMoney> priced = [.. Priced(rows)];
        List<double> amounts = [.. priced.GroupBy(r => r.Recipient, StringComparer.Ordinal).Select(g => Sum(g).Told)];
        if (amounts.Count < ReceiverConcentration.FewestReceivers || amounts.Sum() <= 0)
        {
            return CountryComparisonSide.None(new(
                $"{amounts.Count} receivers with an amount; fewer than {ReceiverConcentration.FewestReceivers} say nothing of concentration.",
                $"有金额的融资方仅{amounts.Count}家，不足{ReceiverConcentration.FewestReceivers}家，无法判断集中度。"),
                new Bilingual("amounts of more receivers", "更多融资方的金额")) with { Count = amounts.Count, Coverage = Coverage(rows) };
        }

        return new() { Value = Concentration.Herfindahl(amounts), Count = amounts.Count, Coverage = Coverage(rows), Facts = FactsOf(priced) };
    }

    // Firms that only rounds tell of may well have debt that no source tells; counting them would show them as free of it.
    private static CountryComparisonSide DealsOnly(IReadOnlyList<CountryMoney> rows, Func<CountryMoney, bool> which)
    {
        List<CountryMoney> deals = [.. rows.Where(r => !r.IsRound)], priced = [.. Priced(deals)];
        if (priced.Count == 0)
        {
            return CountryComparisonSide.None(new(
                "No deal is recorded, at most funding rounds.", "没有收录交易，至多只有融资轮次。"),
                new Bilingual("loans, bonds, vehicles and share sales with those who pay", "贷款、债券、特殊目的载体与股权交易及其出资方"));
        }

        return ShareOf([.. priced.Where(which)], [.. priced.Where(r => !which(r))], Coverage(deals)) with { Count = priced.Count };
    }

    private static CountryComparisonSide StateShare(IReadOnlyList<CountryMoney> rows, CountryComparisonScope scope)
    {
        bool IsState(string payer) => StateMoney.IsState(scope.Entities, payer);
        var alone = DealsOnly(rows, r => r.Payers.Count > 0 && r.Payers.All(IsState));
        if (!alone.HasValue) return alone;
        var withOthers = DealsOnly(rows, r => r.Payers.Any(IsState));
        var states = rows.Where(r => !r.IsRound && r.Money is not null).SelectMany(r => r.Payers).Where(IsState);
        return alone with { High = withOthers.High, Names = scope.NamesOf(states) };
    }

    private static CountryComparisonSide ShareOf(IReadOnlyList<CountryMoney> part, IReadOnlyList<CountryMoney> rest, double coverage)
    {
        var (inside, outside) = (Sum(part), Sum(rest));
        if (inside.Told + outside.Told <= 0)
            return CountryComparisonSide.None(new("Only ceilings are told: no money is firm.", "只披露了“最高”金额，没有确有把握的数额。")) with { Coverage = coverage };
        return new()
        {
            Value = inside.Told / (inside.Told + outside.Told), Low = Ratio(inside.Low, outside.High), High = Ratio(inside.High, outside.Low), Coverage = coverage,
            Facts = FactsOf([.. part, .. rest]),
        };
    }

    private static double Ratio(double part, double rest) => part + rest > 0 ? part / (part + rest) : double.NaN;

    private static IEnumerable<Bilingual> MissingOf(IReadOnlyList<CountryMoney> rows, IReadOnlyList<string> unconfirmed, CountryComparisonScope scope)
    {
        if (!rows.Any(r => !r.IsRound)) yield return new("recorded deals (funding rounds only, if anything)", "交易记录（至多只有融资轮次）");
        var unpriced = scope.NamesOf(rows.Where(r => r.Money is null).Select(r => r.Recipient));
        var (line, weak) = (CountryComparisonScope.Line(unpriced), CountryComparisonScope.Line(scope.NamesOf(unconfirmed)));
        if (unpriced.Count > 0) yield return new($"amount, or a dollar rate within 60 days, of deals of {line.English}", $"{line.Chinese}交易的金额或60天内的汇率");
        if (unconfirmed.Count > 0) yield return new($"a second source for money told by one weak source: {weak.English}", $"仅有单一弱来源的融资尚缺第二来源：{weak.Chinese}");
    }

    private static Bilingual Nothing { get; } = new("No signed financing with an amount is recorded.", "没有收录有金额的已签约融资。");

    private static IEnumerable<CountryMoney> Priced(IEnumerable<CountryMoney> rows) => rows.Where(r => r.Money is not null);

    private static double Coverage(IReadOnlyList<CountryMoney> rows) => rows.Count == 0 ? double.NaN : (double)Priced(rows).Count() / rows.Count;

    private static ToldMoney Sum(IEnumerable<CountryMoney> rows) => ToldMoney.Sum(rows.Select(r => r.Money!.Value));

    private static IReadOnlyList<Fact> FactsOf(IEnumerable<CountryMoney> rows) => [.. rows.SelectMany(r => r.Facts).Distinct()];
}
