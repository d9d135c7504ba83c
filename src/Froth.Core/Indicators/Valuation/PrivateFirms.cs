using Froth.Core.Data;
using Froth.Core.Entities;
using Froth.Core.Valuation;

namespace Froth.Core.Indicators.Valuation;

/// <summary>The private AI firms that the indicators of private valuations look at, and the inputs that they share.</summary>
internal static class PrivateFirms
{
    // Rounds in every currency are read so that those left out can be counted; only dollars are added up.
    public static readonly Input Amounts = new(Concepts.RoundAmount, null, null);
    public static readonly Input Valuations = new(Concepts.PostMoneyValuation, null, null);

    public static readonly Bilingual UnconfirmedLeftOut = new(
        "Valuations told by one weak source only are left out; the coverage says how much of the sum they would have been.",
        "仅有单一弱来源的估值未计入；覆盖率反映其在总额中所占比重。");

    /// <summary>True for firms that train models, and for those that the entity book does not know.</summary>
    public static bool IsLab(EntityBook book, string firm) => book.Find(firm) is not { } known || known.Kind == EntityKind.Lab || known.Segment == "model_lab";

    /// <summary>True for labs and for firms that sell applications of AI; not for clouds, chips and data centres, which are valued by other things.</summary>
    public static bool IsLabOrApplication(EntityBook book, string firm) => IsLab(book, firm) || book.Find(firm)?.Segment == "application";

    /// <summary>The marks in dollars that are better than unconfirmed, and the same with the unconfirmed ones.</summary>
    public static (MarkBook Confirmed, MarkBook All) Marks(InputSet inputs, Func<EntityBook, string, bool> scope)
    {
        var (amounts, valuations) = (inputs.Latest(Amounts), inputs.Latest(Valuations));
        MarkBook Open(bool confirmedOnly) =>
            new(Round.Join(amounts, valuations, Unit.UsDollar, confirmedOnly), firm => scope(inputs.Entities, firm));
        return (Open(true), Open(false));
    }

    /// <summary>Share of the summed marks that is better than unconfirmed; NaN when there is none.</summary>
    public static double ConfirmedShare(MarkBook confirmed, MarkBook all, DateOnly day)
    {
        var total = all.TotalOn(day);
        // A weak later mark may lie below the confirmed one, and a share above one would mean nothing.
        return total > 0 ? Math.Min(1, confirmed.TotalOn(day) / total) : double.NaN;
    }

    /// <summary>Number of valuations in scope up to a day that are in another currency than dollars, as a part.</summary>
    public static Part OtherCurrencies(InputSet inputs, Func<EntityBook, string, bool> scope, DateOnly day) => new(
        new("Valuations in other currencies, left out", "未计入的其他币种估值数"),
        inputs.Latest(Valuations).Count(o => o.Unit != Unit.UsDollar && o.Date <= day && scope(inputs.Entities, o.Entity))) { Unit = Unit.Count };

    /// <summary>No private valuation at all.</summary>
    public static IndicatorResult None(InputSet inputs, MissingReason reason) => IndicatorResult.None(inputs.Vintage.AsOf, reason, new(
        "Too few told valuations of private AI firms.", "私营AI公司的已披露估值过少。"));
}
