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
        var facts = (reading?.Lineage ?? []).Distinct(ReferenceEqualityComparer.Instance).Cast<Fact>().ToList();
        var open = facts.Where(f => f.Access == AccessClass.Public)
            .OrderByDescending(f => f.Date).ThenByDescending(f => f.PublishedAt).ThenBy(f => f.Key, StringComparer.Ordinal).ToList();
        var withheld = facts.Where(f => f.Access != AccessClass.Public)
            .GroupBy(f => (f.Access, Licence: f.Access == AccessClass.Licensed ? f.Provenance.Source.Licence : ""))
            .Select(g => new Withheld(g.Key.Access, g.Key.Licence, g.Count()))
            .OrderBy(w => w.Access).ThenBy(w => w.Licence, StringComparer.Ordinal).ToList();
        return new LineageExtract([.. open.Take(cap)], facts.Count, Math.Max(0, open.Count - cap), withheld);
    }
}

/// <summary>The publications behind a monitor.</summary>
public static class SourcesUsed
{
    /// <summary>Every source that any reading rests on, once, by publisher, then date. Confidential sources are not named.</summary>
    public static IReadOnlyList<Source> Of(Monitor monitor)
    {
        ArgumentNullException.ThrowIfNull(monitor);
        // Histories repeat the same few sources many thousand times, so references are compared before contents.
        var seen = new HashSet<Source>(ReferenceEqualityComparer.Instance);
        foreach (var series in monitor.Rows.SelectMany(r => r.Result.Panel.Prepend(r.Result.Headline)))
        {
            foreach (var reading in series.Readings) Add(reading.Lineage, seen);
        }

        return [.. seen.Where(s => s.Access != AccessClass.Confidential)
            .DistinctBy(s => (s.Publisher, s.Title, s.Url, s.Date, s.Licence))
            .OrderBy(s => s.Publisher, StringComparer.OrdinalIgnoreCase).ThenBy(s => s.Date).ThenBy(s => s.Title, StringComparer.Ordinal)];
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
