using Froth.Core.Data;

namespace Froth.Core.Valuation;

/// <summary>
/// The last told valuation of every private firm on any day, carried forward until the next one, and the new money between two of
/// them. A firm leaves on the day of its listing: from then on the market sets its price.
/// </summary>
public sealed class MarkBook
{
    private readonly Dictionary<string, List<Round>> _marks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(DateOnly Date, double Cash, Round Round)>> _cash = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateOnly> _listed = new(StringComparer.Ordinal);

    /// <summary>Opens the rounds (as <see cref="Round.Join"/> orders them) of the firms in scope.</summary>
    public MarkBook(IReadOnlyList<Round> rounds, Func<string, bool> inScope)
    {
        ArgumentNullException.ThrowIfNull(rounds);
        ArgumentNullException.ThrowIfNull(inScope);
        foreach (var firm in rounds.Where(r => inScope(r.Firm)).GroupBy(r => r.Firm))
        {
            _marks[firm.Key] = [.. firm.Where(r => r.Type != RoundType.Ipo && r.PostMoneyValue > 0)];
            _cash[firm.Key] = [.. Called([.. firm])];
            if (firm.FirstOrDefault(r => r.Type == RoundType.Ipo) is { } listing) _listed[firm.Key] = listing.Date;
        }

        Firms = [.. _marks.Where(m => m.Value.Count > 0).Select(m => m.Key).Order(StringComparer.Ordinal)];
        Days = [.. _marks.Values.SelectMany(m => m).Select(r => r.Date).Concat(Firms.Where(_listed.ContainsKey).Select(f => _listed[f])).Distinct().Order()];
    }

    /// <summary>Firms that were ever valued, by id.</summary>
    public IReadOnlyList<string> Firms { get; }

    /// <summary>Days on which a valuation was told or a valued firm was listed, ascending, each once.</summary>
    public IReadOnlyList<DateOnly> Days { get; }

    /// <summary>The round that set the firm's valuation as it stood on <paramref name="day"/>; null before the first and after the listing.</summary>
    public Round? LastMark(string firm, DateOnly day) =>
        !_marks.TryGetValue(firm, out var marks) || (_listed.TryGetValue(firm, out var listed) && listed <= day)
            ? null
            : marks.FindLast(r => r.Date <= day);

    /// <summary>The marks of all firms that had one on <paramref name="day"/>, by firm.</summary>
    public IReadOnlyList<Round> MarksOn(DateOnly day) => [.. Firms.Select(f => LastMark(f, day)).OfType<Round>()];

    /// <summary>Sum of the marks on <paramref name="day"/>.</summary>
    public double TotalOn(DateOnly day) => MarksOn(day).Sum(r => r.PostMoneyValue);

    /// <summary>
    /// New money that came in after one mark and is contained in a later one of the same firm: primary rounds dated after the first and
    /// up to the second, priced or not. Of a round told in two closes the second counts only with what it adds.
    /// </summary>
    public (double Cash, IReadOnlyList<Observation> Lineage) CashBetween(Round from, Round to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        var called = _cash[to.Firm].Where(c => c.Date > from.Date && c.Date <= to.Date).ToList();
        return (called.Sum(c => c.Cash), [.. called.Select(c => c.Round.Amount).OfType<Observation>()]);
    }

    /// <summary>True when <paramref name="next"/> is the close of the round of which <paramref name="previous"/> was the first part.</summary>
    public static bool IsCloseOf(Round previous, Round next)
    {
        ArgumentNullException.ThrowIfNull(previous);
        ArgumentNullException.ThrowIfNull(next);
        return previous.Type == RoundType.FirstClose && next.Type == RoundType.Primary && next.Date <= previous.Date.AddMonths(12);
    }

    private static IEnumerable<(DateOnly Date, double Cash, Round Round)> Called(List<Round> rounds)
    {
        Round? open = null;
        foreach (var round in rounds.Where(r => r.NewCash > 0))
        {
            var already = open is not null && IsCloseOf(open, round) ? open.NewCash : 0;
            yield return (round.Date, round.NewCash - already, round);
            open = round.Type == RoundType.FirstClose ? round : null;
        }
    }
}
