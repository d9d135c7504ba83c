using Froth.Core.Data;
using Froth.Core.Entities;
using Froth.Core.Firms;
using Froth.Core.Indicators;

namespace Froth.Core.Reports;

/// <summary>One firm in a list of firms: who it is and how it is financed, from its newest quarter known at a vintage.</summary>
/// <param name="Entity">The firm.</param>
/// <param name="Financing">Its financing at that quarter.</param>
/// <param name="AsOf">The day from which it is seen.</param>
public sealed record FirmRow(Entity Entity, FirmFinancing Financing, DateOnly AsOf)
{
    /// <summary>Last day of the quarter.</summary>
    public DateOnly End => Financing.Quarter.End;

    /// <summary>True when the quarter is too old to stand for the firm today.</summary>
    public bool IsStale => AsOf.DayNumber - End.DayNumber > FirmPanel.LongestAgeDays;

    /// <summary>The classes that what is known leaves open; null when nothing is known about its cash.</summary>
    public ClassBounds? Possible => ClassBounds.Of(Financing.TwelveMonths);

    /// <summary>Every firm with accounts at the vintage of the facts, by id.</summary>
    /// <param name="facts">Facts that hold the inputs of <see cref="FirmPanel"/> and the flows.</param>
    public static IReadOnlyList<FirmRow> All(FactSet facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var panel = FirmPanel.Of(new InputSet(facts, FirmPanel.Inputs));
        return [.. panel.Firms.Where(f => f.On(panel.AsOf) is not null).Select(f => new FirmRow(
            EntityOf(facts, f.Firm), FirmFinancing.Read(f.On(panel.AsOf)!, facts.Flows), panel.AsOf))];
    }

    internal static Entity EntityOf(FactSet facts, string id) =>
        facts.Entities.Find(id) ?? new Entity { Id = id, Name = Bilingual.Same(id), Kind = EntityKind.Firm };
}
