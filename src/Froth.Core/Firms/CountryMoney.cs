using Froth.Core.Data;
using Froth.Core.Entities;
using Froth.Core.Financing;
using Froth.Core.Indicators;
using Froth.Core.Valuation;

namespace Froth.Core.Firms;

/// <summary>One signed financing of a receiver.</summary>
/// <param name="Recipient">Entity id; several receivers of one deal are joined by a plus sign.</param>
/// <param name="Country">Code of the receiver's country; empty when it is unknown or when several receivers sit in several countries.</param>
/// <param name="Layer">Layer of the receiver; null when it belongs to none.</param>
/// <param name="Kind">Equity or debt.</param>
/// <param name="Payers">Ids of those who pay; empty for a round, whose investors are told in words only.</param>
/// <param name="IsRound">True when the source is a funding round, false when it is a recorded deal.</param>
/// <param name="Money">Dollars; null when no amount was told or no dated rate converts it.</param>
/// <param name="Facts">The deal or round, and the rate.</param>
internal sealed record CountryMoney(
    string Recipient, string Country, AiLayer? Layer, FlowLayer Kind, IReadOnlyList<string> Payers, bool IsRound, ToldMoney? Money, IReadOnlyList<Fact> Facts);

/// <summary>
/// External financing by country of the receiver: the deals of <see cref="FinancingBook"/>, and funding rounds of firms for which no deal
/// tells the same money. A round enters only when no deal brought its firm equity within <see cref="SameMoneyDays"/> of it, so that a
/// round is never added to the deals it is made of.
/// </summary>
internal sealed class CountryMoneyBook
{
    /// <summary>Days around a round within which a deal is taken for part of the same money. Froth's own choice: half a year.</summary>
    public const int SameMoneyDays = 183;

    private static readonly Input RoundAmounts = new(Concepts.RoundAmount, null, null);

    private readonly FinancingBook _deals;
    private readonly DollarRates _rates;
    private readonly EntityBook _entities;
    private readonly ILookup<string, DateOnly> _equityDays;
    private readonly IReadOnlyList<(Observation Fact, RoundType Type)> _rounds;
    private readonly IReadOnlyList<(string Receiver, DateOnly Day)> _unconfirmed;

    private CountryMoneyBook(InputSet inputs)
    {
        _deals = inputs.Shared(FinancingBook.Inputs, i => new FinancingBook(i));
        _rates = new DollarRates(inputs);
        _entities = inputs.Entities;
        // Rows that count in no total still tell that the money of a round is in the record of deals.
        _equityDays = inputs.Flows().Where(f => f.Kind == FlowKind.EquityInvestment).SelectMany(f => f.To.Select(to => (to, f.Date))).ToLookup(p => p.to, p => p.Date, StringComparer.Ordinal);
        _unconfirmed =
        [
            .. inputs.Flows().Where(f => f.Grade >= Grade.Unconfirmed && f.CountsInTotal && f.Stage != FlowStage.Announced && FlowKinds.IsFinancing(f.Kind) && f.To.Count == 1).Select(f => (f.To[0], f.Date)),
            .. inputs.Latest(RoundAmounts).Where(o => o.Grade >= Grade.Unconfirmed && !_equityDays.Contains(o.Entity)).Select(o => (o.Entity, o.Date)),
        ];
        _rounds = [.. inputs.Latest(RoundAmounts).Where(o => o.Grade < Grade.Unconfirmed && o.Unit.IsMoney)
            .Select(o => (Fact: o, Type: TypeOf(o))).Where(r => r.Type is RoundType.Primary or RoundType.FirstClose or RoundType.Ipo)];
    }

    /// <summary>What must be declared to open the book.</summary>
    public static IReadOnlyList<Input> Inputs { get; } = [.. FinancingBook.Inputs, RoundAmounts];

    /// <summary>The rules in words.</summary>
    public static Bilingual Rules { get; } = new(
        "Deals: equity and debt that count once, are better than unconfirmed and bind the parties. Funding rounds (primary rounds and listings) enter only for firms to which no deal brought equity within " +
        "183 days of the round (Froth's own choice), so no round is added to the deals it is made of. A receiver counts for the country of its seat. Other currencies need a rate dated within 60 days.",
        "交易：不重复计算、可信度高于“未证实”且已签约的股权与债务融资。融资轮次（一级轮次与上市）仅在前后183天内（Froth自定）无股权交易记录的企业计入，避免与其所含交易重复。按融资方注册地归入国家。非美元金额须有60天内的汇率。");

    /// <summary>The book of a vintage.</summary>
    public static CountryMoneyBook Of(InputSet inputs) => inputs.Shared(Inputs, i => new CountryMoneyBook(i));

    /// <summary>Everything signed in a closed span of days, of every country; with nothing dated after its last day.</summary>
    public IReadOnlyList<CountryMoney> Between(DateOnly first, DateOnly last) =>
    [
        .. _deals.Between(first, last).AllSigned.Select(OfDeal),
        .. _rounds.Where(r => r.Fact.Date >= first && r.Fact.Date <= last && IsOnlySource(r.Fact, last) && !IsClosedLater(r, last)).Select(r => OfRound(r.Fact, last)),
    ];

    /// <summary>Receivers of a country for whom one weak source tells money in a closed span of days; it is not counted.</summary>
    public IReadOnlyList<string> Unconfirmed(string country, DateOnly first, DateOnly last) =>
        [.. _unconfirmed.Where(u => u.Day >= first && u.Day <= last && _entities.Find(u.Receiver) is { } known && known.Country == country && AiLayers.Of(known) is not null)
            .Select(u => u.Receiver).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private CountryMoney OfDeal(FinancingRow row)
    {
        var receivers = row.Flow.To.Select(_entities.Find).ToList();
        var countries = receivers.Select(e => e?.Country ?? "").Distinct(StringComparer.Ordinal).ToList();
        var layers = receivers.Select(AiLayers.Of).Distinct().ToList();
        return new CountryMoney(row.Recipient, countries.Count == 1 ? countries[0] : "", layers.Count == 1 ? layers[0] : null, row.Flow.Layer, row.Flow.From, false, row.Money, [.. row.Facts]);
    }

    private CountryMoney OfRound(Observation round, DateOnly last)
    {
        var entity = _entities.Find(round.Entity);
        var rate = round.Unit == Unit.UsDollar ? null : _rates.Nearest(round.Unit, round.Date, last);
        ToldMoney? money = round.Unit == Unit.UsDollar ? ToldMoney.Of(round.Value, false, Amount.Point(1)) : rate is null ? null : ToldMoney.Of(round.Value, false, rate.Value);
        return new CountryMoney(round.Entity, entity?.Country ?? "", AiLayers.Of(entity), FlowLayer.Equity, [], true, money, rate is null ? [round] : [round, rate]);
    }

    private bool IsOnlySource(Observation round, DateOnly last) =>
        !_equityDays[round.Entity].Any(day => day <= last && Math.Abs(day.DayNumber - round.Date.DayNumber) <= SameMoneyDays);

    // The amount told at the close of a round contains its first part.
    private bool IsClosedLater((Observation Fact, RoundType Type) round, DateOnly last) => round.Type == RoundType.FirstClose && _rounds.Any(r =>
        r.Type == RoundType.Primary && r.Fact.Entity == round.Fact.Entity && r.Fact.Date >= round.Fact.Date && r.Fact.Date <= round.Fact.Date.AddMonths(12) && r.Fact.Date <= last);

    private static RoundType TypeOf(Observation round) =>
        Codes.TryParse<RoundType>(round.Dimension[(round.Dimension.LastIndexOf(':') + 1)..], out var type) ? type : RoundType.Unknown;
}
