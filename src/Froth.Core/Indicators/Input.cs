using Froth.Core.Data;
using Froth.Core.Entities;
using Froth.Core.Financing;
using Froth.Core.Time;

namespace Froth.Core.Indicators;

/// <summary>A declared need of an indicator: a concept (of one entity or of all), or money flows.</summary>
/// <param name="ConceptId">Concept id, or null for flows.</param>
/// <param name="Entity">Entity id, or null for all entities.</param>
/// <param name="Unit">Unit every observation must have; others are left out. Null admits any.</param>
public sealed record Input(string? ConceptId, string? Entity, Unit? Unit)
{
    /// <summary>Money flows of every kind.</summary>
    public static readonly Input Flows = new(null, null, null);

    /// <summary>A concept of every entity, in one unit.</summary>
    public static Input Concept(string concept, Unit unit) => new(concept, null, unit);

    /// <summary>A concept of one entity, in one unit.</summary>
    public static Input Concept(string entity, string concept, Unit unit) => new(concept, entity, unit);
}

/// <summary>
/// What an indicator may see: its declared inputs at one vintage and nothing else. Asking for anything undeclared is a programming
/// error and throws, so the lineage shown to a reader can never be shorter than what was used.
/// </summary>
public sealed class InputSet
{
    private readonly FactSet _facts;
    private readonly HashSet<Input> _declared;

    /// <summary>Opens the facts of one vintage to an indicator with these declared inputs.</summary>
    public InputSet(FactSet facts, IReadOnlyList<Input> declared)
    {
        _facts = facts ?? throw new ArgumentNullException(nameof(facts));
        _declared = [.. declared];
    }

    /// <summary>The vintage seen from.</summary>
    public Vintage Vintage => _facts.Vintage;

    /// <summary>Known entities.</summary>
    public EntityBook Entities => _facts.Entities;

    /// <summary>The same inputs from a later day, where the facts were cut from such a view; null otherwise. Only for what no later fact can change.</summary>
    internal InputSet? Later => _facts.Later is { } later ? new InputSet(later, [.. _declared]) : null;

    /// <summary>True when an earlier view of the same facts exists.</summary>
    internal bool HasEarlier => _facts.HasEarlier;

    /// <summary>Latest visible revision of each fact, ordered by entity, period, dimension.</summary>
    /// <exception cref="InvalidOperationException">The input was not declared.</exception>
    public IReadOnlyList<Observation> Latest(Input input) => Select(input, _facts.Latest);

    /// <summary>All visible revisions, ordered by entity, period, dimension, publication: for values that must be what was known on a past day.</summary>
    /// <exception cref="InvalidOperationException">The input was not declared.</exception>
    public IReadOnlyList<Observation> Revisions(Input input) => Select(input, _facts.Revisions);

    /// <summary>Latest visible revision of every flow, by announcement date.</summary>
    /// <exception cref="InvalidOperationException">Flows were not declared.</exception>
    public IReadOnlyList<Flow> Flows()
    {
        Demand(Input.Flows);
        return _facts.Flows;
    }

    /// <summary>
    /// What several indicators derive from the same declared inputs, worked out once a vintage.
    /// </summary>
    /// <param name="needed">The inputs that the derivation reads; all must be declared.</param>
    /// <param name="derive">The derivation; it is given an opening on <paramref name="needed"/> and nothing else.</param>
    /// <typeparam name="T">What is derived; one thing a type.</typeparam>
    /// <exception cref="InvalidOperationException">An input was not declared.</exception>
    public T Shared<T>(IReadOnlyList<Input> needed, Func<InputSet, T> derive) where T : class
    {
        ArgumentNullException.ThrowIfNull(needed);
        ArgumentNullException.ThrowIfNull(derive);
        foreach (var input in needed) Demand(input);
        return _facts.Derived(() => derive(new InputSet(_facts, needed)));
    }

    private IReadOnlyList<Observation> Select(Input input, Func<string, IReadOnlyList<Observation>> from)
    {
        Demand(input);
        if (input.ConceptId is null) throw new InvalidOperationException("Flows are read with Flows().");
        if (input is { Entity: null, Unit: null }) return from(input.ConceptId);
        return [.. from(input.ConceptId).Where(o => (input.Entity is null || o.Entity == input.Entity) && (input.Unit is null || o.Unit == input.Unit))];
    }

    private void Demand(Input input)
    {
        if (!_declared.Contains(input))
            throw new InvalidOperationException($"Input {input.ConceptId ?? "flows"} was not declared by the indicator.");
    }
}
