using Froth.Core.Data;
using Froth.Core.Time;

namespace Froth.Core.Financing;

/// <summary>How long money lasts at a rate of burning it.</summary>
public static class LabBurn
{
    /// <summary>Months that cash lasts; NaN when nothing is burned.</summary>
    /// <param name="cash">Cash at hand.</param>
    /// <param name="burnPerMonth">Cash burned in a month, in the same money.</param>
    public static double RunwayMonths(double cash, double burnPerMonth) => burnPerMonth > 0 ? cash / burnPerMonth : double.NaN;

    /// <summary>Cash burned a month, positive when cash leaves: a monthly figure as it is, a span divided by its months.</summary>
    /// <param name="burn">A fact of cash burn, negative when cash leaves.</param>
    /// <param name="isMonthly">True when the fact is already a rate per month.</param>
    public static double PerMonth(Observation burn, bool isMonthly)
    {
        ArgumentNullException.ThrowIfNull(burn);
        return -burn.Double / (isMonthly ? 1 : Months(burn.Period));
    }

    private static double Months(Period period) => period.Kind switch
    {
        PeriodKind.Month => 1,
        PeriodKind.Quarter => 3,
        PeriodKind.HalfYear => 6,
        PeriodKind.NineMonths => 9,
        PeriodKind.Annual => 12,
        _ => double.NaN,
    };
}
