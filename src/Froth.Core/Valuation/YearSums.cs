using System.Collections.Concurrent;
using Froth.Core.Data;
using Froth.Core.Firms;

namespace Froth.Core.Valuation;

/// <summary>
/// Sums over the twelve months up to an earlier quarter, kept for as long as nothing more was told of those months: five years of
/// research are looked at again each quarter, and four of them are the same as the quarter before.
/// </summary>
internal sealed class YearSums(IReadOnlyDictionary<string, ILookup<string, Observation>> told)
{
    // A quarter looks so many months back, and a week ahead.
    private const int MonthsBack = 27;
    private const int WeekDrift = 7;

    private readonly ConcurrentDictionary<(string Firm, string Concept, DateOnly End, Unit Currency, int Known), FirmFigure?> _sums = new();

    /// <summary>The sum as known on the day from which the quarter is seen; null when it cannot be derived.</summary>
    public FirmFigure? Of(FirmQuarter quarter, string concept, int yearsBack)
    {
        if (yearsBack == 0) return quarter.Year(concept);
        var earlier = quarter.Before(4 * yearsBack);
        var (first, last) = (earlier.End.AddMonths(-MonthsBack), earlier.End.AddDays(WeekDrift));
        var known = 0;
        foreach (var fact in told[concept][quarter.Firm])
        {
            if (fact.PublishedAt <= quarter.Known && fact.Period.End <= quarter.Known && fact.Period.End > first && fact.Period.End <= last) known++;
        }

        // Facts only ever become known, so as many of them are the same ones.
        return known == 0 ? null : _sums.GetOrAdd((quarter.Firm, concept, earlier.End, quarter.Currency, known), _ => earlier.Year(concept));
    }
}
