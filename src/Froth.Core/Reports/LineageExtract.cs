using System.Globalization;
using Froth.Core.Data;
using Froth.Core.Indicators;

namespace Froth.Core.Reports;

/// <summary>Facts that may not be shown, counted by the terms that forbid it.</summary>
/// <param name="Access">Access class.</param>
/// <param name="Licence">Licence of licensed facts; empty for confidential ones, whose terms are themselves confidential.</param>
/// <param name="Count">Number of facts.</param>
public sealed record Withheld(AccessClass Access, string Licence, int Count);

/// <summary>The facts behind one reading, as far as they may and should be printed.</summary>
/// <param name="Shown">Public facts, the latest described day first, at most the cap.</param>
/// <param name="Total">All distinct facts behind the reading.</param>
/// <param name="Omitted">Public facts left out because of the cap.</param>
/// <param name="Withheld">Facts left out because of their access class.</param>
public sealed record LineageExtract(IReadOnlyList<Fact> Shown, int Total, int Omitted, IReadOnlyList<Withheld> Withheld)
{
    /// <summary>Takes the extract of a reading.</summary>
    /// <param name="reading">The reading; null gives an empty extract.</param>
    /// <param name="cap">Most facts shown.</param>
    public static LineageExtract Of(Reading? reading, int cap)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cap);
        var facts = new HashSet<Fact>(reading?.Lineage ?? [], ReferenceEqualityComparer.Instance);
        var open = facts.Where(f => AccessGate.Allow(f, Exit.Export)).ToList();
        open.Sort(LatestDayFirst);
        var withheld = new List<Withheld>();
        foreach (var fact in facts.Where(f => !AccessGate.Allow(f, Exit.Export))) Count(fact, withheld);
        withheld.Sort((a, b) => a.Access != b.Access ? a.Access.CompareTo(b.Access) : string.CompareOrdinal(a.Licence, b.Licence));
        return new LineageExtract([.. open.Take(cap)], facts.Count, Math.Max(0, open.Count - cap), withheld);
    }

    private static int LatestDayFirst(Fact a, Fact b)
    {
        var byDay = b.Date.CompareTo(a.Date);
        if (byDay != 0) return byDay;
        var byPublication = b.PublishedAt.CompareTo(a.PublishedAt);
        return byPublication != 0 ? byPublication : string.CompareOrdinal(a.Key, b.Key);
    }

    private static void Count(Fact fact, List<Withheld> withheld)
    {
        var licence = fact.Access == AccessClass.Licensed ? fact.Provenance.Source.Licence : "";
        var at = withheld.FindIndex(w => w.Access == fact.Access && w.Licence == licence);
        if (at < 0) withheld.Add(new Withheld(fact.Access, licence, 1));
        else withheld[at] = withheld[at] with { Count = withheld[at].Count + 1 };
    }
}

/// <summary>The publications behind a monitor.</summary>
public static class SourcesUsed
{
    /// <summary>Every source that any reading, rank or row of the countries rests on, once, by publisher, then date. Confidential sources are not named.</summary>
    public static IReadOnlyList<Source> Of(Monitor monitor)
    {
        ArgumentNullException.ThrowIfNull(monitor);
        // Histories repeat the same few sources many thousand times, so references are compared before contents.
        var seen = new HashSet<Source>(ReferenceEqualityComparer.Instance);
        foreach (var series in monitor.Rows.SelectMany(r => r.Result.Panel.Prepend(r.Result.Headline)))
        {
            foreach (var reading in series.Readings) Add(reading.Lineage, seen);
        }

        if (monitor.HeadAndTail is { } head) Add(head.Facts, seen);
        foreach (var row in monitor.Countries?.Rows ?? [])
        {
            Add(row.First.Facts, seen);
            Add(row.Second.Facts, seen);
        }

        var sources = seen.Where(s => s.Access != AccessClass.Confidential).DistinctBy(KeyOf).ToList();
        sources.Sort((a, b) => ByPublisher(a, b));
        return sources;
    }

    /// <summary>What makes two sources the same line of a list.</summary>
    public static string KeyOf(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return string.Join('\n', source.Publisher, source.Title, source.Url, source.Date?.DayNumber.ToString(CultureInfo.InvariantCulture), source.Licence);
    }

    private static int ByPublisher(Source a, Source b)
    {
        var byName = string.Compare(a.Publisher, b.Publisher, StringComparison.OrdinalIgnoreCase);
        if (byName != 0) return byName;
        var byDate = (a.Date ?? DateOnly.MinValue).CompareTo(b.Date ?? DateOnly.MinValue);
        return byDate != 0 ? byDate : string.CompareOrdinal(KeyOf(a), KeyOf(b));
    }

    private static void Add(IReadOnlyList<Fact> facts, HashSet<Source> seen)
    {
        Source? last = null;
        for (var i = 0; i < facts.Count; i++)
        {
            var source = facts[i].Provenance.Source;
            if (ReferenceEquals(source, last)) continue;
            seen.Add(source);
            last = source;
        }
    }
}
