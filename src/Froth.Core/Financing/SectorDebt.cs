using Froth.Core.Data;
using Froth.Core.Indicators;
using Froth.Core.Time;

namespace Froth.Core.Financing;

/// <summary>Debt of the sector as a whole as others tell it, by kind, and how a mix of debt becomes a reading.</summary>
public static class SectorDebt
{
    /// <summary>Id of the sector.</summary>
    public const string Entity = "ai-sector";

    /// <summary>Debt sold by AI firms over a period; the dimension is the kind, none for all of it.</summary>
    public const string Issued = "ai-debt-issued";

    /// <summary>Debt of AI firms at a day; the dimension is the kind, none for all of it.</summary>
    public const string Outstanding = "ai-debt-outstanding";

    /// <summary>
    /// One series of the sector: a reading for each period of which the total and at least one kind are told, on the day on which all of it was
    /// known; none when there is no such period. Without a total a kind has no share.
    /// </summary>
    /// <param name="told">
    /// Latest facts of <see cref="Issued"/> or of <see cref="Outstanding"/>, in one currency. Left out: unconfirmed ones, and those whose dimension
    /// narrows a kind (<c>abs|cmbs-only</c>), because they lie within another row or count something else.
    /// </param>
    public static IReadOnlyList<ReadingSeries> Series(IReadOnlyList<Observation> told)
    {
        ArgumentNullException.ThrowIfNull(told);
        // Two periods first known on one day would make two readings of it; the one that ends later stands.
        List<Reading> readings = [.. told.Where(o => o.Grade < Grade.Unconfirmed && !o.Dimension.Contains('|')).GroupBy(o => o.Period)
            .Where(g => g.Any(o => o.Dimension.Length == 0)).Select(g => (Period: g.Key, Day: g.Max(KnownOn), Mix: DebtMix.Of(g))).Where(p => p.Mix is not null)
            .GroupBy(p => p.Day).Select(g => g.MaxBy(p => p.Period)).OrderBy(p => p.Day).Select(p => ReadingOf(p.Day, p.Mix!) with { Remark = RemarkOf(p.Period, p.Mix!) })];
        return readings.Count == 0 ? [] : [new ReadingSeries(Entity, readings)];
    }

    /// <summary>A mix as a reading: the share of shadow kinds at least, with what is unknown at most.</summary>
    public static Reading ReadingOf(DateOnly day, DebtMix mix)
    {
        ArgumentNullException.ThrowIfNull(mix);
        if (!(mix.Total > 0)) return Reading.None(day, MissingReason.NonPositiveDenominator, new("There is no debt.", "没有债务。"), mix.Lineage);
        return new Reading
        {
            Date = day, Value = mix.ShadowShare, Low = mix.ShadowShare, High = mix.MostShadowShare, Coverage = mix.ToldShare, Lineage = mix.Lineage,
            Parts =
            [
                .. DebtKinds.All.Where(mix.Amounts.ContainsKey).Select(k => new Part(DebtKinds.NameOf(k), mix.Share(k))),
                new(new("Herfindahl index of the told kinds", "已披露类别的赫芬达尔指数"), mix.Herfindahl),
            ],
        };
    }

    // Counts of different houses do not draw the line around AI in one place.
    private static Bilingual RemarkOf(Period period, DebtMix mix)
    {
        var sources = mix.Lineage.Select(f => f.Provenance.Source.Id).Distinct(StringComparer.Ordinal).Count();
        return new($"Told for {period} by {sources} source(s), whose counts do not cover exactly the same debt.", $"所述期间：{period}；来源 {sources} 个，各自统计口径不尽相同。");
    }

    private static DateOnly KnownOn(Observation told) => told.PublishedAt > told.Date ? told.PublishedAt : told.Date;
}
