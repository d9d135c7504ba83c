using System.Collections.Concurrent;
using Froth.Core.Data;
using Froth.Core.Indicators;

namespace Froth.Core.Valuation;

/// <summary>Values and ranks of every method for all priced firms, day by day; each day is worked out when first asked for.</summary>
internal sealed class ValuationBook
{
    private readonly ConcurrentDictionary<DateOnly, Page> _pages = new();

    private readonly ValuationBook? _later;

    private ValuationBook(InputSet inputs) => (Prices, _later) = (PricedFirms.Of(inputs), inputs.Later is { } later ? Of(later) : null);

    public PricedFirms Prices { get; }

    public static ValuationBook Of(InputSet inputs) => inputs.Shared(PricedFirms.Inputs, i => new ValuationBook(i));

    /// <summary>The vector of one firm.</summary>
    public ValuationDeviation Read(string firm, DateOnly day)
    {
        var page = PageOf(day);
        if (page.Find(firm) is { } values)
        {
            MethodRank[] ranks = [.. ValuationMethod.All.Select((_, i) => Rank(firm, day, page, i, values[i]))];
            return new ValuationDeviation(firm, day, ranks, new DeferredFacts(() => FactsOf(ranks, page)));
        }

        var why = Prices.Find(firm, day).Why!.Value;
        return new ValuationDeviation(firm, day, [.. ValuationMethod.All.Select(m => new MethodRank(m) { Why = why })], []);
    }

    // A rank among firms rests on what is known of all of them.
    private static IEnumerable<Fact> FactsOf(MethodRank[] ranks, Page page) =>
        ranks.SelectMany((rank, i) => rank.HasRank ? rank.Lineage.Concat(rank.Basis == RankBasis.Firms ? page.Lineage(i) : []) : []);

    private MethodRank Rank(string firm, DateOnly day, Page page, int method, MethodValue value)
    {
        var of = ValuationMethod.All[method];
        var rank = new MethodRank(of) { Value = value.Value, Why = value.Why, Lineage = value.Lineage };
        if (value.Why is not null || of.SameOrderAs is not null) return rank;
        var peers = page.Sorted[method];
        if (peers.Length >= ValuationDeviation.FewestFirms) return rank with { Rank = Dearness(peers, value.Value, of), Basis = RankBasis.Firms, Comparable = peers.Length };
        var (past, lineage) = History(firm, day, method);
        if (past.Length < ValuationDeviation.FewestOfHistory)
            return rank with { Why = TooFew(peers.Length, past.Length) };
        return rank with { Rank = Dearness(past, value.Value, of), Basis = RankBasis.OwnHistory, Comparable = past.Length, Lineage = lineage };
    }

    // The ends of quarters up to the day and the day itself.
    private (double[] Values, IReadOnlyList<Fact> Lineage) History(string firm, DateOnly day, int method)
    {
        List<double> values = [];
        List<Fact> lineage = [];
        foreach (var end in Prices.QuarterEnds.Where(e => e < day).Append(day))
        {
            if (PageOf(end).Find(firm)?[method] is not { Why: null } value) continue;
            values.Add(value.Value);
            lineage.AddRange(value.Lineage);
        }

        double[] sorted = [.. values.Order()];
        return (sorted, new DeferredFacts(() => lineage));
    }

    // Share of values below and half of those equal, from the cheap end.
    private static double Dearness(double[] sorted, double value, ValuationMethod method)
    {
        var (first, past) = (Bound(sorted, value, after: false), Bound(sorted, value, after: true));
        var rank = (first + past) / 2.0 / sorted.Length;
        return method.IsLowDear ? 1 - rank : rank;
    }

    private static int Bound(double[] sorted, double value, bool after)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < value || (after && sorted[middle] == value)) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private static Bilingual TooFew(int firms, int past) => new(
        $"Applies, but has no rank: {firms} firms to compare with (5 needed) and {past} quarters of its own (12 needed).",
        $"适用但无法排序：可比公司{firms}家（需5家），自身历史{past}个季度（需12个）。");

    private Page PageOf(DateOnly day) => _pages.GetOrAdd(day, d =>
        _later is not null && ReferenceEquals(_later.Prices.On(d), Prices.On(d)) ? _later.PageOf(d) : new Page(Prices.On(d)));

    private sealed class Page
    {
        private readonly Dictionary<string, MethodValue[]> _values;

        public Page(PricedDay day)
        {
            _values = day.Firms.ToDictionary(f => f.Firm, f => ValuationMethod.All.Select(m => m.Read(f, day)).ToArray(), StringComparer.Ordinal);
            Sorted = [.. ValuationMethod.All.Select((_, i) => _values.Values.Select(v => v[i]).Where(v => v.Why is null).Select(v => v.Value).Order().ToArray())];
        }

        /// <summary>The values of the day by method, ascending.</summary>
        public double[][] Sorted { get; }

        public IEnumerable<Fact> Lineage(int method) => _values.Values.Where(v => v[method].Why is null).SelectMany(v => v[method].Lineage);

        public MethodValue[]? Find(string firm) => _values.GetValueOrDefault(firm);
    }
}
