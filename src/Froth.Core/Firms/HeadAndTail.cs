using Froth.Core.Data;
using Froth.Core.Financing;
using Froth.Core.Indicators;
using Froth.Numerics;

namespace Froth.Core.Firms;

/// <summary>
/// Firms by size on one day, so that "leaders are hedge-financed, the tail is Ponzi-financed" becomes a table that can be refuted. Size is
/// market value where one is known, else assets, in US dollars at the newest rate known on the day and at most a year old; a rate that is
/// some percent off moves hardly a rank. Firms without size or rate are left out and named.
/// </summary>
public sealed class HeadAndTail
{
    // Deciles from twenty firms on; quarters and halves of fewer.
    private const int FewestForDeciles = 20;
    private const int FewestForQuarters = 8;
    private const int OldestRateDays = 366;

    private HeadAndTail(DateOnly day, IReadOnlyList<HeadTailFirm> ranked, IReadOnlyList<(string Firm, Bilingual Why)> leftOut)
    {
        (Day, LeftOut) = (day, leftOut);
        var groups = GroupsFor(ranked.Count);
        Groups = [.. Enumerable.Range(0, groups).Select(g => new SizeGroup(g + 1, [.. ranked.Where((_, i) => i * groups / ranked.Count == g)]))];
        var head = (ranked.Count + 1) / 2;
        (Upper, Lower) = (new SizeGroup(1, [.. ranked.Take(head)]), new SizeGroup(2, [.. ranked.Skip(head)]));
        Claims = ClaimsOf(Upper, Lower);
    }

    /// <summary>What an indicator that reads head and tail must declare.</summary>
    public static IReadOnlyList<Input> Inputs { get; } = [.. ClassMigration.Inputs, .. DollarRates.Inputs];

    /// <summary>The day.</summary>
    public DateOnly Day { get; }

    /// <summary>The groups, the largest firms first: ten from 20 firms on, four from 8, two from 2, else one; none without firms.</summary>
    public IReadOnlyList<SizeGroup> Groups { get; }

    /// <summary>The larger half; it holds the middle firm of an odd number.</summary>
    public SizeGroup Upper { get; }

    /// <summary>The smaller half.</summary>
    public SizeGroup Lower { get; }

    /// <summary>Firms that could not be ranked, and why.</summary>
    public IReadOnlyList<(string Firm, Bilingual Why)> LeftOut { get; }

    /// <summary>
    /// The three parts of the claim: most of the upper half is H; most of the lower half is P or E; the lower half's share of P and E exceeds
    /// the upper half's.
    /// </summary>
    public IReadOnlyList<HeadTailClaim> Claims { get; }

    /// <summary>The last part: share of P and E in the lower half minus that in the upper half, of firms with a class.</summary>
    public HeadTailClaim Gap => Claims[2];

    /// <summary>Supported when every part is, contradicted when any part is, else not decided.</summary>
    public HeadTailVerdict Verdict => Claims.All(c => c.Verdict == HeadTailVerdict.Supported) ? HeadTailVerdict.Supported
        : Claims.Any(c => c.Verdict == HeadTailVerdict.Contradicted) ? HeadTailVerdict.Contradicted : HeadTailVerdict.NotDecided;

    /// <summary>The facts behind ranks and classes.</summary>
    public IReadOnlyList<Fact> Facts =>
        [.. Upper.Firms.Concat(Lower.Firms).SelectMany(f => f.State.Facts.Concat(f.Size.Lineage).Concat(f.Rate is null ? [] : [f.Rate])).Distinct()];

    /// <summary>Head and tail on a day, from what had been published by then.</summary>
    /// <param name="inputs">Inputs that declare <see cref="Inputs"/>.</param>
    /// <param name="day">The day.</param>
    public static HeadAndTail On(InputSet inputs, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        List<HeadTailFirm> firms = [];
        List<(string Firm, Bilingual Why)> leftOut = [];
        foreach (var state in ClassMigration.Of(inputs).On(day))
        {
            if (state.Service is not { } service) leftOut.Add((state.Firm, state.Why!.Value));
            else if (Ranked(inputs, state, service.Quarter, day) is { } firm) firms.Add(firm);
            else leftOut.Add((state.Firm, new("Neither market value nor assets are known in a currency with a rate of the last year.", "市值与总资产均未知，或无一年内的汇率可换算。")));
        }

        return new HeadAndTail(day, [.. firms.OrderByDescending(f => f.Dollars).ThenBy(f => f.State.Firm, StringComparer.Ordinal)], leftOut);
    }

    private static int GroupsFor(int firms) => firms >= FewestForDeciles ? 10 : firms >= FewestForQuarters ? 4 : Math.Min(firms, 2);

    private static HeadTailFirm? Ranked(InputSet inputs, FirmState state, FirmQuarter quarter, DateOnly day)
    {
        foreach (var basis in (MigrationWeight[])[MigrationWeight.MarketCap, MigrationWeight.Assets])
        {
            if (FirmSize.Of(quarter, basis, day) is not { } size) continue;
            var rate = RateOf(inputs, size.Currency, day);
            if (rate is null && size.Currency != Unit.UsDollar) continue;
            return new HeadTailFirm { State = state, Size = size, Basis = basis, Dollars = size.Value * (rate?.Double ?? 1), Rate = rate };
        }

        return null;
    }

    private static Observation? RateOf(InputSet inputs, Unit currency, DateOnly day)
    {
        if (DollarRates.Inputs.FirstOrDefault(i => i.ConceptId == $"{currency.Code.ToLowerInvariant()}-usd") is not { } input) return null;
        return inputs.Revisions(input).Where(r => r.Date <= day && r.PublishedAt <= day && day.DayNumber - r.Date.DayNumber <= OldestRateDays && r.Double > 0)
            .MaxBy(r => (r.Date, r.PublishedAt, r.RecordedAt));
    }

    private static HeadTailClaim[] ClaimsOf(SizeGroup upper, SizeGroup lower)
    {
        int Risky(SizeGroup half) => half.In(MigrationState.Ponzi, MigrationState.EquityDependent);
        HeadTailClaim Majority(Bilingual claim, int k, int n)
        {
            var (low, high) = ShareInterval.Of(k, n);
            return new HeadTailClaim(claim, n == 0 ? double.NaN : (double)k / n, low, high, 0.5, n);
        }

        var gap = ShareInterval.Difference(Risky(lower), lower.Classed, Risky(upper), upper.Classed);
        return
        [
            Majority(new("Most of the larger half is hedge-financed (H)", "规模较大的一半多为对冲型（H）"), upper.In(MigrationState.Hedge), upper.Classed),
            Majority(new("Most of the smaller half is Ponzi-financed or equity-dependent (P or E)", "规模较小的一半多为庞氏型或依赖股权型（P或E）"), Risky(lower), lower.Classed),
            new HeadTailClaim(new("P and E are more frequent in the smaller half than in the larger", "P与E在较小一半中的占比高于较大一半"),
                gap.Value, gap.Low, gap.High, 0, Math.Min(upper.Classed, lower.Classed)),
        ];
    }
}
