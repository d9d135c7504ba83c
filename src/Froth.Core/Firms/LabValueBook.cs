using Froth.Core.Data;
using Froth.Core.Entities;
using Froth.Core.Financing;
using Froth.Core.Indicators;

namespace Froth.Core.Firms;

/// <summary>A lab with its capability and its valuation on one day.</summary>
/// <param name="Score">Its best score by that day.</param>
/// <param name="Dollars">Newest valuation told for a day not more than a year before.</param>
/// <param name="Facts">The facts behind both.</param>
public sealed record LabValue(LabScore Score, double Dollars, IReadOnlyList<Fact> Facts)
{
    /// <summary>Entity id.</summary>
    public string Lab => Score.Lab;
}

/// <summary>
/// Valuations of labs, private or listed: the newest of post-money valuations and market values that is better than unconfirmed. Firms
/// that do much else (clouds, advertising) are not labs, and their value says nothing about their models.
/// </summary>
internal sealed class LabValueBook
{
    /// <summary>Months for which a valuation stands, as in the readings of private valuations.</summary>
    public const int GoodMonths = 12;

    private static readonly Input PostMoney = new(Concepts.PostMoneyValuation, null, null);
    private static readonly Input MarketValue = new(Concepts.MarketCapitalisation, null, null);

    private readonly DollarRates _rates;
    private readonly EntityBook _entities;
    private readonly ILookup<string, Observation> _valuations;

    private LabValueBook(InputSet inputs)
    {
        Capability = CapabilityBook.Of(inputs);
        AsOf = inputs.Vintage.AsOf;
        _rates = new DollarRates(inputs);
        _entities = inputs.Entities;
        _valuations = inputs.Latest(PostMoney).Concat(inputs.Latest(MarketValue))
            .Where(o => o.Grade < Grade.Unconfirmed && o.Unit.IsMoney && (o.Value.Central ?? o.Value.Low) > 0 && IsLab(o.Entity))
            .OrderBy(o => o.Date).ThenBy(o => o.Concept == Concepts.MarketCapitalisation).ThenBy(o => o.Key, StringComparer.Ordinal).ToLookup(o => o.Entity, StringComparer.Ordinal);
    }

    /// <summary>What must be declared to open the book.</summary>
    public static IReadOnlyList<Input> Inputs { get; } = [.. CapabilityBook.Inputs, PostMoney, MarketValue, .. DollarRates.Inputs];

    /// <summary>The book of a vintage.</summary>
    public static LabValueBook Of(InputSet inputs) => inputs.Shared(Inputs, i => new LabValueBook(i));

    /// <summary>The scores.</summary>
    public CapabilityBook Capability { get; }

    /// <summary>The day from which it is seen.</summary>
    public DateOnly AsOf { get; }

    /// <summary>The newest day on which both scores and valuations can be read; null without scores.</summary>
    public DateOnly? LastDay => Capability.LastDay is { } last ? last < AsOf ? last : AsOf : null;

    /// <summary>Days on which a score or a valuation of a lab is dated and the newest score by then is not too old, ascending.</summary>
    public IEnumerable<DateOnly> Days => Capability.Days.Concat(_valuations.SelectMany(v => v).Select(o => o.Date)).Distinct().Order().Where(Capability.IsKnownOn);

    /// <summary>Labs of a country with a score and a valuation on a day, by id.</summary>
    public IReadOnlyList<LabValue> On(string country, DateOnly day) =>
        [.. Capability.On(day).Where(s => s.Country == country && IsLab(s.Lab)).Select(s => Of(s, day)).OfType<LabValue>()];

    /// <summary>Labs of a country whose comparison fails on a day, and what each lacks.</summary>
    public IReadOnlyList<Bilingual> Lacking(string country, DateOnly day)
    {
        var scored = Capability.On(day).Where(s => s.Country == country && IsLab(s.Lab)).ToList();
        var names = scored.Select(s => s.Lab).ToHashSet(StringComparer.Ordinal);
        var valued = _valuations.Select(v => v.Key).Where(lab => _entities.Find(lab)?.Country == country && !names.Contains(lab) && Valuation(lab, day) is not null);
        return
        [
            .. scored.Where(s => Of(s, day) is null).Select(s => Named(s.Lab, new("valuation of the last twelve months", "近十二个月估值"))),
            .. valued.Order(StringComparer.Ordinal).Select(lab => Named(lab, new("score on the capability index", "能力指数得分"))),
        ];
    }

    /// <summary>The valuation of a lab on a day in dollars, and the facts behind it; null when none is told or converted.</summary>
    public (double Dollars, Observation Told, IReadOnlyList<Fact> Facts)? Valuation(string lab, DateOnly day)
    {
        if (_valuations[lab].LastOrDefault(o => o.Date <= day && o.Date >= day.AddMonths(-GoodMonths)) is not { } told) return null;
        var amount = (double)(told.Value.Central ?? told.Value.Low)!.Value;
        if (told.Unit == Unit.UsDollar) return (amount, told, [told]);
        return _rates.Nearest(told.Unit, told.Date, day) is { Value.Central: { } rate } fact ? (amount * (double)rate, told, [told, fact]) : null;
    }

    /// <summary>Labs of a country that were ever valued, by id.</summary>
    public IReadOnlyList<string> Labs(string country) => [.. _valuations.Select(v => v.Key).Where(l => _entities.Find(l)?.Country == country).Order(StringComparer.Ordinal)];

    private LabValue? Of(LabScore score, DateOnly day) =>
        Valuation(score.Lab, day) is { } value ? new LabValue(score, value.Dollars, [score.Fact, .. value.Facts]) : null;

    private Bilingual Named(string lab, Bilingual what)
    {
        var name = _entities.NameOf(lab);
        return new($"{name.English}: {what.English}", $"{name.In(Language.SimplifiedChinese)}：{what.Chinese}");
    }

    private bool IsLab(string id) => _entities.Find(id)?.Kind == EntityKind.Lab;
}
