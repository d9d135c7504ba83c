using Froth.Core.Data;
using Froth.Core.Time;

namespace Froth.Core.Realisation;

/// <summary>What was bought in one fiscal quarter: told, or bounded by what is told about it.</summary>
/// <param name="End">Last day of the quarter.</param>
/// <param name="Value">Central value in US dollars.</param>
/// <param name="Low">Lower end; equal to the value where the figure is told.</param>
/// <param name="High">Upper end; equal to the value where the figure is told.</param>
/// <param name="Facts">What it rests on.</param>
public sealed record PurchaseQuarter(DateOnly End, double Value, double Low, double High, IReadOnlyList<Observation> Facts)
{
    /// <summary>True when the figure itself is recorded.</summary>
    public bool IsRecorded => Low.Equals(High);

    /// <summary>A recorded figure.</summary>
    public static PurchaseQuarter Of(Observation told)
    {
        ArgumentNullException.ThrowIfNull(told);
        return new PurchaseQuarter(told.Date, told.Double, told.Double, told.Double, [told]);
    }

    /// <summary>
    /// A quarter whose own figure is not recorded: the firm's whole revenue of that quarter, which is filed, times the smaller and the
    /// larger of the shares that purchases had in the recorded quarters on either side.
    /// </summary>
    /// <param name="revenue">The firm's revenue of the quarter.</param>
    /// <param name="before">Recorded quarter before, with the firm's revenue of it.</param>
    /// <param name="after">Recorded quarter after, with the firm's revenue of it.</param>
    public static PurchaseQuarter Bounded(
        FiscalFigure revenue, (Observation Told, FiscalFigure Revenue) before, (Observation Told, FiscalFigure Revenue) after)
    {
        ArgumentNullException.ThrowIfNull(revenue);
        var (first, second) = (before.Told.Double / before.Revenue.Value, after.Told.Double / after.Revenue.Value);
        return new PurchaseQuarter(revenue.Period.End, revenue.Value * (first + second) / 2, revenue.Value * Math.Min(first, second), revenue.Value * Math.Max(first, second),
            [.. revenue.Lineage, before.Told, .. before.Revenue.Lineage, after.Told, .. after.Revenue.Lineage]);
    }
}
