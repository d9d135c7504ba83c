using System.Globalization;
using Froth.Core.Data;
using Froth.Core.Time;

namespace Froth.Core.Filings;

/// <summary>Over which time a figure of a firm runs.</summary>
public enum Basis
{
    /// <summary>A day.</summary>
    Instant,

    /// <summary>One fiscal quarter.</summary>
    Quarter,

    /// <summary>The four fiscal quarters up to a day.</summary>
    Ttm,

    /// <summary>One fiscal year.</summary>
    Annual,
}

/// <summary>State of a figure of a firm.</summary>
public enum FirmFactStatus
{
    /// <summary>Told by a filing under a tag that says the concept.</summary>
    Reported,

    /// <summary>Computed from other told figures.</summary>
    Derived,

    /// <summary>Told under a tag that says something near.</summary>
    Substitute,

    /// <summary>Covers only what is told.</summary>
    Partial,

    /// <summary>One of several readings between which nothing decides.</summary>
    Disputed,

    /// <summary>The newest figure, and too old to stand for the present.</summary>
    Stale,

    /// <summary>Not told. Never zero.</summary>
    Unknown,
}

/// <summary>One figure of a firm at a vintage, with its way back to the filing.</summary>
/// <param name="Concept">Concept id.</param>
/// <param name="Dimension">Members it is confined to; empty for the whole firm.</param>
/// <param name="Basis">Over which time it runs.</param>
/// <param name="Period">The days.</param>
/// <param name="Value">The number, or null where it is unknown.</param>
/// <param name="Unit">Its unit; null where it is unknown.</param>
/// <param name="Tag">Tag or tags used.</param>
/// <param name="Accession">The filing; for a derived figure the newest of those used.</param>
/// <param name="Form">Its form.</param>
/// <param name="Filed">The day on which the figure could first be known in this form; null where it is unknown.</param>
/// <param name="IsDerived">Whether it was computed.</param>
/// <param name="Status">Its state.</param>
/// <param name="Note">Why this tag, how it was derived, what else was told.</param>
/// <param name="Lineage">The observations behind it; for an unknown figure those that told it last, none where it was never told.</param>
public sealed record FirmFact(
    string Concept, string Dimension, Basis Basis, Period Period, decimal? Value, Unit? Unit, string Tag, Accession Accession, string Form,
    DateOnly? Filed, bool IsDerived, FirmFactStatus Status, Bilingual Note, IReadOnlyList<Observation> Lineage);

/// <summary>Everything that one firm's filings tell at a vintage: by day, quarter, twelve months and year.</summary>
/// <param name="Entity">Entity id.</param>
/// <param name="AsOf">The day from which it is seen.</param>
/// <param name="Facts">By concept, dimension, basis, end.</param>
/// <param name="Checks">Sums that should agree, with those that do not first.</param>
/// <param name="Splits">Splits of the firm's shares known at the vintage.</param>
public sealed record FirmFacts(string Entity, DateOnly AsOf, IReadOnlyList<FirmFact> Facts, IReadOnlyList<FilingCheck> Checks, IReadOnlyList<StockSplit> Splits)
{
    /// <summary>Days after its end from which twelve months no longer stand for the present.</summary>
    public const int StaleAfterDays = 185;

    /// <summary>Reads a firm's figures from its resolved observations.</summary>
    /// <param name="entity">Entity id.</param>
    /// <param name="asOf">The day from which it is seen; the observations must already be cut there.</param>
    /// <param name="resolved">What <see cref="ConceptResolver"/> returned.</param>
    /// <param name="map">The map used.</param>
    public static FirmFacts Of(string entity, DateOnly asOf, IReadOnlyList<Observation> resolved, ConceptMap map)
    {
        ArgumentNullException.ThrowIfNull(resolved);
        ArgumentNullException.ThrowIfNull(map);
        var own = resolved.Where(o => o.Entity == entity).ToList();
        var byConcept = own.ToLookup(o => o.Concept, StringComparer.Ordinal);
        var newestEnd = own.Where(o => o.Concept is Concepts.Revenue or "assets" or "cash" or Concepts.NetIncome).Select(o => o.Period.End).DefaultIfEmpty().Max();
        List<FirmFact> facts = [];
        foreach (var rule in map.Rules.OrderBy(r => r.Concept, StringComparer.Ordinal))
            facts.AddRange(FirmFactBuilder.Of(rule, [.. byConcept[rule.Concept]], asOf, newestEnd));
        return new FirmFacts(entity, asOf, facts, FilingChecks.Run(byConcept, map), StockSplits.Find(byConcept));
    }

    /// <summary>
    /// The same figures with numbers of shares, and values per share, on the basis of the newest split known. What was filed is kept in
    /// the note.
    /// </summary>
    /// <param name="map">The map used.</param>
    public FirmFacts AdjustedForSplits(ConceptMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return this with { Facts = [.. Facts.Select(f => Adjusted(f, map.Find(f.Concept)!.Measure))] };
    }

    private FirmFact Adjusted(FirmFact fact, ConceptMeasure measure)
    {
        if (measure is not (ConceptMeasure.Shares or ConceptMeasure.PerShare) || fact.Value is not { } value || fact.Filed is not { } filed) return fact;
        var factor = StockSplits.FactorSince(Splits, filed);
        if (factor == 1) return fact;
        var (told, by) = (value.ToString(CultureInfo.InvariantCulture), factor.ToString(CultureInfo.InvariantCulture));
        var note = new Bilingual($"Filed as {told}; adjusted for splits by the factor {by}.", $"申报值为{told}；已按拆股系数{by}调整。");
        return fact with { Value = measure == ConceptMeasure.Shares ? value * factor : value / factor, IsDerived = true, Status = FirmFactStatus.Derived, Note = note };
    }
}
