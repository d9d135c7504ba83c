using Froth.Core.Data;

namespace Froth.Core.Financing;

/// <summary>A lab's cash and the rate at which it is burned, as told by a day.</summary>
/// <param name="Lab">Entity id.</param>
/// <param name="Date">Day of the newer of the two facts.</param>
/// <param name="Cash">Cash at hand.</param>
/// <param name="Burn">Burn over a span, or a monthly rate.</param>
/// <param name="BurnPerMonth">Cash burned a month; not positive when none is.</param>
public sealed record LabRunway(string Lab, DateOnly Date, Observation Cash, Observation Burn, double BurnPerMonth)
{
    /// <summary>Days after which one of the two facts no longer goes with the other, and after which a runway no longer stands.</summary>
    public const int LongestAgeDays = 366;

    /// <summary>Months that the cash lasts; NaN when none is burned.</summary>
    public double Months => LabBurn.RunwayMonths(Cash.Double, BurnPerMonth);

    /// <summary>Every runway of every lab: one for each day on which cash or burn was new, from the newest facts of that day.</summary>
    public static IReadOnlyList<LabRunway> All(LabAccounts accounts)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        return [.. accounts.LabsBy(DateOnly.MaxValue).SelectMany(lab => accounts.Cash.Concat(accounts.CashBurn).Concat(accounts.MonthlyBurn).Where(o => o.Entity == lab)
            .Select(o => o.Date).Distinct().Order().Select(day => On(accounts, lab, day)).OfType<LabRunway>())];
    }

    private static LabRunway? On(LabAccounts accounts, string lab, DateOnly day)
    {
        bool Counts(Observation o) => o.Entity == lab && o.Date <= day && day.DayNumber - o.Date.DayNumber <= LongestAgeDays;
        var cash = accounts.Cash.Where(Counts).MaxBy(o => o.Date);
        var burn = accounts.CashBurn.Where(Counts).Select(o => (Fact: o, PerMonth: LabBurn.PerMonth(o, false)))
            .Concat(accounts.MonthlyBurn.Where(Counts).Select(o => (Fact: o, PerMonth: LabBurn.PerMonth(o, true))))
            .Where(b => !double.IsNaN(b.PerMonth)).OrderBy(b => b.Fact.Date).LastOrDefault();
        return cash is null || burn.Fact is null ? null : new LabRunway(lab, day, cash, burn.Fact, burn.PerMonth);
    }
}
