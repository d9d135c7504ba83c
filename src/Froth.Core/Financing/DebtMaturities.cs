using Froth.Core.Data;
using Froth.Core.Firms;

namespace Froth.Core.Financing;

/// <summary>
/// When a firm's debt falls due, from the table of maturities in its notes: years one to five, and later. What lies inside a bucket is not
/// told, so an average is a range. Some filers count from the day of the table, some by fiscal years, so that in the middle of a year their
/// first bucket is shorter and all later ones lie nearer; the range covers both. Source: Froth methods 3.5.
/// </summary>
public sealed record DebtMaturities
{
    /// <summary>Assumed shortest average life of what is due after five years. Froth's own.</summary>
    public const double LaterShortestYears = 6;

    /// <summary>Assumed longest average life of what is due after five years. Froth's own.</summary>
    public const double LaterLongestYears = 15;

    /// <summary>Assumed central life of what is due after five years: the middle of the two.</summary>
    public const double LaterYears = (LaterShortestYears + LaterLongestYears) / 2;

    /// <summary>Share of total debt from which told buckets stand for the whole table although one is missing. Froth's own.</summary>
    public const double WholeFrom = 0.95;

    private const int Later = 5;

    /// <summary>The quarter read.</summary>
    public required FirmQuarter Quarter { get; init; }

    /// <summary>Day of the table; the quarter's end or, for a table told once a year, up to three quarters earlier. Null when there is none.</summary>
    public DateOnly? TableDate { get; init; }

    /// <summary>Principal due in years one to five and later, in the firm's currency; a bucket that is not told counts as none once the table is whole.</summary>
    public IReadOnlyList<double> Buckets { get; init; } = [];

    /// <summary>Years by which later buckets may lie nearer than their number says: the part of the fiscal year gone by at the table's day.</summary>
    public double NearerBy { get; init; }

    /// <summary>Why there is no table to read; null when there is.</summary>
    public Bilingual? Why { get; init; }

    /// <summary>Everything it rests on.</summary>
    public IReadOnlyList<Observation> Lineage { get; init; } = [];

    /// <summary>All principal in the table; NaN when there is none.</summary>
    public double Total => Why is null ? Buckets.Sum() : double.NaN;

    /// <summary>Weighted average maturity in years, each bucket at its middle; NaN when unknown.</summary>
    public double AverageYears => Average(Middle);

    /// <summary>The same with each bucket at its near end.</summary>
    public double ShortestAverageYears => Average(Near);

    /// <summary>The same with each bucket at its far end.</summary>
    public double LongestAverageYears => Average(Far);

    /// <summary>Principal due within 24 months: the first two buckets; NaN when unknown.</summary>
    public double DueWithinTwoYears => Why is null ? Buckets[0] + Buckets[1] : double.NaN;

    /// <summary>The most that can be due within 24 months: with the third bucket where the first may be short.</summary>
    public double MostDueWithinTwoYears => Why is null ? DueWithinTwoYears + (NearerBy > 0 ? Buckets[2] : 0) : double.NaN;

    /// <summary>Share of the debt that falls due after a number of years, each bucket at its middle; NaN when unknown.</summary>
    public double ShareAfter(double years) => Share(Middle, years);

    /// <summary>The least that share can be, each bucket at its near end.</summary>
    public double LeastShareAfter(double years) => Share(Near, years);

    /// <summary>The most that share can be, each bucket at its far end.</summary>
    public double MostShareAfter(double years) => Share(Far, years);

    /// <summary>Reads the newest table that stands for a quarter.</summary>
    public static DebtMaturities Of(FirmQuarter quarter)
    {
        ArgumentNullException.ThrowIfNull(quarter);
        Bilingual? why = null;
        for (var back = 0; back <= FirmDebt.CarriedQuarters; back++)
        {
            var at = back == 0 ? quarter : quarter.Before(back);
            List<FirmFigure?> told = [.. FirmConcepts.DebtDue.Select(at.Balance)];
            if (told.TrueForAll(b => b is null)) continue;
            var sum = told.Sum(b => b?.Value ?? 0);
            if (told.Contains(null) && !(FirmDebt.Total(at) is { } total && sum >= WholeFrom * total.Value)) why ??= Incomplete;
            else if (sum <= 0 || told.Exists(b => b?.Value < 0)) why ??= Nothing;
            else return Whole(quarter, at, told);
        }

        return new DebtMaturities { Quarter = quarter, Why = why ?? quarter.WhyMissing(FirmConcepts.DebtDueYear1) };
    }

    private static Bilingual Incomplete { get; } = new(
        "The table of maturities is not told whole, and what is told is less than 95 % of total debt.", "到期表披露不全，且已披露部分不足总债务的 95%。");

    private static Bilingual Nothing { get; } = new("The table of maturities shows no debt.", "到期表未列示债务。");

    private static DebtMaturities Whole(FirmQuarter quarter, FirmQuarter at, List<FirmFigure?> told)
    {
        List<Observation> lineage = [.. told.OfType<FirmFigure>().SelectMany(f => f.Lineage).Distinct()];
        return new DebtMaturities
        {
            Quarter = quarter, TableDate = lineage.Max(o => o.Period.End), Buckets = [.. told.Select(b => b?.Value ?? 0)], Lineage = lineage, NearerBy = YearGoneBy(at),
        };
    }

    // In quarters of a year since the last fiscal year end; three where no annual account tells when that was.
    private static double YearGoneBy(FirmQuarter at)
    {
        var year = at.LastFiscalYear(Concepts.OperatingCashFlow) ?? at.LastFiscalYear(Concepts.Revenue) ?? at.LastFiscalYear(Concepts.NetIncome);
        if (year is null) return 0.75;
        var days = at.End.DayNumber - year.Lineage.Max(o => o.Period.End).DayNumber;
        return Math.Clamp(Math.Round(days / 91.3) / 4, 0, 0.75);
    }

    private double Average(Func<int, double> place) => Why is not null ? double.NaN : Enumerable.Range(0, Buckets.Count).Sum(i => Buckets[i] * place(i)) / Total;

    private double Share(Func<int, double> place, double years) =>
        Why is not null ? double.NaN : Enumerable.Range(0, Buckets.Count).Where(i => place(i) > years).Sum(i => Buckets[i]) / Total;

    private static double Middle(int bucket) => bucket == Later ? LaterYears : bucket + 0.5;

    private double Near(int bucket) => bucket == Later ? LaterShortestYears : Math.Max(0, bucket - NearerBy);

    private static double Far(int bucket) => bucket == Later ? LaterLongestYears : bucket + 1;
}
