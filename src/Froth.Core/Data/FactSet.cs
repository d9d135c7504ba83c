using System.Collections.Concurrent;
using Froth.Core.Entities;
using Froth.Core.Filings;
using Froth.Core.Financing;
using Froth.Core.Time;

namespace Froth.Core.Data;

/// <summary>
/// Facts seen at one vintage. Built by filtering first and taking the latest revision afterwards; every earlier revision that was
/// visible at the vintage stays reachable through <see cref="Revisions"/>.
/// </summary>
public sealed class FactSet
{
    private readonly ILookup<string, Observation> _revisions;

    // Several indicators read the same concept, and sorting it each time cost more than computing them.
    private readonly ConcurrentDictionary<string, IReadOnlyList<Observation>> _latestSorted = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<Observation>> _revisionsSorted = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Type, Lazy<object>> _derived = new();

    private FactSet(Vintage vintage, IReadOnlyList<Observation> revisions, IReadOnlyList<Flow> flows, EntityBook entities)
    {
        Vintage = vintage;
        Entities = entities;
        AllObservations = revisions;
        Flows = flows;
        _revisions = revisions.ToLookup(o => o.Concept, StringComparer.Ordinal);
    }

    /// <summary>The point of view.</summary>
    public Vintage Vintage { get; }

    /// <summary>A later view of the same facts, from which what was known earlier need not be worked out again; null for most.</summary>
    internal FactSet? Later { get; private init; }

    /// <summary>True once an earlier view of the same facts was cut: it will ask for the same readings again.</summary>
    internal bool HasEarlier { get; private set; }

    /// <summary>Known entities.</summary>
    public EntityBook Entities { get; }

    /// <summary>Every visible revision of every observation.</summary>
    public IReadOnlyList<Observation> AllObservations { get; }

    /// <summary>The latest visible revision of every flow, by announcement date, then id.</summary>
    public IReadOnlyList<Flow> Flows { get; }

    /// <summary>Cuts facts at a vintage.</summary>
    /// <param name="vintage">The point of view.</param>
    /// <param name="observations">All revisions known, in any order.</param>
    /// <param name="flows">All revisions of flows known, in any order.</param>
    /// <param name="entities">Known entities.</param>
    /// <param name="filed">All facts of filings known, in any order; those visible are resolved to observations.</param>
    /// <param name="later">A view of the very same facts from a later day; what does not hang on the day is then shared with it.</param>
    /// <exception cref="ArgumentException">The later view is not later, or holds other recordings.</exception>
    public static FactSet Cut(
        Vintage vintage, IEnumerable<Observation> observations, IEnumerable<Flow> flows, EntityBook entities, IReadOnlyList<FiledFact>? filed = null, FactSet? later = null)
    {
        ArgumentNullException.ThrowIfNull(observations);
        ArgumentNullException.ThrowIfNull(flows);
        ArgumentNullException.ThrowIfNull(entities);
        if (later is not null)
        {
            if (later.Vintage.AsOf < vintage.AsOf || later.Vintage.KnownAt != vintage.KnownAt || later.Entities != entities)
                throw new ArgumentException($"The view of {later.Vintage} is not a later one of the same facts as that of {vintage}.", nameof(later));
            later.HasEarlier = true;
        }

        return new FactSet(
            vintage,
            [.. observations.Where(o => vintage.Admits(o)), .. Resolved(vintage, filed ?? [])],
            [.. LatestOf(flows.Where(f => vintage.Admits(f))).OrderBy(f => f.Date).ThenBy(f => f.Id, StringComparer.Ordinal)],
            entities) { Later = later };
    }

    // Filings are cut before they are resolved: which tag speaks for a period must not be learnt from a later filing.
    private static IReadOnlyList<Observation> Resolved(Vintage vintage, IReadOnlyList<FiledFact> filed) =>
        filed.Count == 0 ? [] : ConceptResolver.Shipped.Resolve(filed.Where(f => vintage.Admits(f)));

    /// <summary>Latest visible revision of each fact of a concept, ordered by entity, period, dimension.</summary>
    public IReadOnlyList<Observation> Latest(string concept) => _latestSorted.GetOrAdd(concept, c => [.. LatestOf(_revisions[c])
        .OrderBy(o => o.Entity, StringComparer.Ordinal).ThenBy(o => o.Period).ThenBy(o => o.Dimension, StringComparer.Ordinal)]);

    /// <summary>All visible revisions of a concept, ordered by entity, period, dimension, publication.</summary>
    public IReadOnlyList<Observation> Revisions(string concept) => _revisionsSorted.GetOrAdd(concept, c => [.. _revisions[c]
        .OrderBy(o => o.Entity, StringComparer.Ordinal).ThenBy(o => o.Period).ThenBy(o => o.Dimension, StringComparer.Ordinal)
        .ThenBy(o => o.PublishedAt).ThenBy(o => o.RecordedAt)]);

    /// <summary>What several indicators derive from the same facts, worked out once a vintage. Must be a pure function of this set.</summary>
    /// <typeparam name="T">What is derived; one thing a type.</typeparam>
    internal T Derived<T>(Func<T> derive) where T : class =>
        (T)_derived.GetOrAdd(typeof(T), _ => new Lazy<object>(derive)).Value;

    /// <summary>Keeps of each key the fact published last, and of those the one recorded last.</summary>
    public static IEnumerable<T> LatestOf<T>(IEnumerable<T> facts) where T : Fact
    {
        ArgumentNullException.ThrowIfNull(facts);
        var latest = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var fact in facts)
        {
            if (!latest.TryGetValue(fact.Key, out var held) || (fact.PublishedAt, fact.RecordedAt).CompareTo((held.PublishedAt, held.RecordedAt)) > 0)
                latest[fact.Key] = fact;
        }

        return latest.Values;
    }
}
