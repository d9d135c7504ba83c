using Froth.Core.Entities;
using Froth.Core.Financing;

namespace Froth.Core.Valuation;

/// <summary>
/// Who put money into a round, as told by recorded flows of the same weeks. Who led it is told of hardly any round, so that taking part
/// is what can be counted.
/// </summary>
internal sealed class RoundInvestors(IReadOnlyList<Flow> flows, EntityBook entities)
{
    /// <summary>Most days between a round and the flow that tells its investors.</summary>
    public const int NearDays = 45;

    private readonly ILookup<string, Flow> _byFirm = flows.Where(f => f.Kind == FlowKind.EquityInvestment)
        .SelectMany(f => f.To.Select(to => (to, f))).ToLookup(p => p.to, p => p.f, StringComparer.Ordinal);

    /// <summary>Flows that tell investors of a round, as known on a day; empty when none does.</summary>
    public IReadOnlyList<Flow> Of(Round round, DateOnly day) =>
        [.. _byFirm[round.Firm].Where(f => f.Announced <= day && f.PublishedAt <= day && Math.Abs(f.Announced.DayNumber - round.Date.DayNumber) <= NearDays)];

    /// <summary>True when one of the investors told is an operating company: it buys for more than the return.</summary>
    public bool HasStrategic(IEnumerable<Flow> told) => told.SelectMany(f => f.From).Any(id =>
        entities.Find(id) is { Kind: EntityKind.Firm or EntityKind.Lab } known && known.Segment is not ("investor" or ""));

    /// <summary>True when one of the investors told is recorded as having put money into the firm before the round.</summary>
    public bool HasInsider(Round round, IEnumerable<Flow> told)
    {
        var before = _byFirm[round.Firm].Where(f => f.Announced.DayNumber < round.Date.DayNumber - NearDays).SelectMany(f => f.From).ToHashSet(StringComparer.Ordinal);
        return told.SelectMany(f => f.From).Any(before.Contains);
    }
}
