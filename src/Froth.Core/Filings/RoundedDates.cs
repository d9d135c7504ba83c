using Froth.Core.Time;

namespace Froth.Core.Filings;

/// <summary>
/// Brings facts with rounded dates beside exact ones: they only speak for filings of which nothing exact is held, and then under the
/// exact period of the firm that they stand for, where one is known.
/// </summary>
internal static class RoundedDates
{
    // Month ends stand for days up to half a month away, and whole quarters for spans a little shorter or longer.
    private const int EndTolerance = 16;
    private const int LengthTolerance = 20;

    public static IEnumerable<FiledFact> Settle(List<FiledFact> facts)
    {
        if (!facts.Exists(f => f.HasRoundedDates)) return facts;
        var exact = facts.FindAll(f => !f.HasRoundedDates);
        var accessions = exact.Select(f => f.Accession).ToHashSet();
        var periods = exact.Select(f => f.Period).Distinct().OrderBy(p => p).ToList();
        return exact.Concat(facts.Where(f => f.HasRoundedDates && !accessions.Contains(f.Accession)).Select(f => f with { Period = Nearest(f.Period, periods) }));
    }

    private static Period Nearest(Period rounded, List<Period> periods)
    {
        var near = periods.Where(p => p.Start is null == rounded.Start is null
            && Math.Abs(p.End.DayNumber - rounded.End.DayNumber) <= EndTolerance && Math.Abs(p.Days - rounded.Days) <= LengthTolerance).ToList();
        return near.Count == 0 ? rounded : near.MinBy(p => Math.Abs(p.End.DayNumber - rounded.End.DayNumber));
    }
}
