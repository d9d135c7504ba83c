using Froth.Core.Data;

namespace Froth.Core.Valuation;

/// <summary>What kind of event set the price or brought the money.</summary>
public enum RoundType
{
    /// <summary>A kind that the data do not tell.</summary>
    Unknown,

    /// <summary>New shares for new money.</summary>
    Primary,

    /// <summary>Old shares change hands; the firm gets nothing.</summary>
    Secondary,

    /// <summary>An offer to buy old shares from employees and early investors.</summary>
    Tender,

    /// <summary>A price set by a merger or share swap in which the firm goes on.</summary>
    Merger,

    /// <summary>The listing: from this day on the market sets the price.</summary>
    Ipo,

    /// <summary>The debt within a round.</summary>
    DebtPart,

    /// <summary>A corporate buyer takes a large stake; how much of the money is new is not told.</summary>
    Strategic,

    /// <summary>First part of a round that is still open; the amount told at its end contains it.</summary>
    FirstClose,
}

/// <summary>One funding round of one firm: the money raised and the value it set, either of which may be untold.</summary>
/// <param name="Firm">Entity id.</param>
/// <param name="Id">Id of the round in the data.</param>
/// <param name="Type">What kind of event it was.</param>
/// <param name="Date">Day of the round.</param>
/// <param name="Amount">The fact that tells the money raised, or null.</param>
/// <param name="PostMoney">The fact that tells the valuation after the round, or null.</param>
public sealed record Round(string Firm, string Id, RoundType Type, DateOnly Date, Observation? Amount, Observation? PostMoney)
{
    /// <summary>Valuation after the round; NaN when untold. "More than" counts at the floor that was told.</summary>
    public double PostMoneyValue => Told(PostMoney);

    /// <summary>Money raised; NaN when untold. "More than" counts at its floor, "up to" does not count: only called cash does.</summary>
    public double Raised => Told(Amount);

    /// <summary>New money that the valuation after the round contains: the amount of a primary round; NaN when untold.</summary>
    public double NewCash => Type is RoundType.Primary or RoundType.FirstClose ? Raised : 0;

    /// <summary>
    /// Valuation before the round: after it less the new money; the same as after where only old shares changed hands. NaN when the
    /// money or its nature is untold.
    /// </summary>
    public double PreMoneyValue => Type switch
    {
        RoundType.Primary or RoundType.FirstClose => PostMoneyValue - Raised,
        RoundType.Secondary or RoundType.Tender or RoundType.Merger => PostMoneyValue,
        _ => double.NaN,
    };

    /// <summary>The facts of the round that exist.</summary>
    public IEnumerable<Observation> Facts => new[] { PostMoney, Amount }.OfType<Observation>();

    /// <summary>Joins amounts and valuations of one currency to rounds, by firm, round and day; ascending by firm, then day.</summary>
    /// <param name="amounts">Money raised, latest revisions.</param>
    /// <param name="valuations">Valuations after the round, latest revisions.</param>
    /// <param name="currency">Facts in other currencies stay out: nothing is converted without a rate.</param>
    /// <param name="confirmedOnly">True leaves out what is unconfirmed, estimated or assumed: no headline stands on it.</param>
    public static IReadOnlyList<Round> Join(IEnumerable<Observation> amounts, IEnumerable<Observation> valuations, Unit currency, bool confirmedOnly = true)
    {
        var raised = ByRound(amounts, currency, confirmedOnly);
        var valued = ByRound(valuations, currency, confirmedOnly);
        return [.. raised.Keys.Union(valued.Keys)
            .Select(key => Of(key.Firm, key.Dimension, key.Date, raised.GetValueOrDefault(key), valued.GetValueOrDefault(key)))
            .OrderBy(r => r.Firm, StringComparer.Ordinal).ThenBy(r => r.Date).ThenBy(r => r.Type == RoundType.FirstClose ? 0 : 1).ThenBy(r => r.Id, StringComparer.Ordinal)];
    }

    private static Dictionary<(string Firm, string Dimension, DateOnly Date), Observation> ByRound(IEnumerable<Observation> facts, Unit currency, bool confirmedOnly)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var rounds = new Dictionary<(string, string, DateOnly), Observation>();
        foreach (var fact in facts)
        {
            if (fact.Unit == currency && (!confirmedOnly || fact.Grade < Grade.Unconfirmed)) rounds[(fact.Entity, fact.Dimension, fact.Date)] = fact;
        }

        return rounds;
    }

    private static Round Of(string firm, string dimension, DateOnly date, Observation? amount, Observation? valuation)
    {
        var colon = dimension.LastIndexOf(':');
        var type = Codes.TryParse<RoundType>(dimension[(colon + 1)..], out var known) ? known : RoundType.Unknown;
        return new Round(firm, colon < 0 ? dimension : dimension[..colon], type, date, amount, valuation);
    }

    private static double Told(Observation? fact) => (double?)(fact?.Value.Central ?? fact?.Value.Low) ?? double.NaN;
}
