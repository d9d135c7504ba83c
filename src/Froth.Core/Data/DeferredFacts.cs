using System.Collections;

namespace Froth.Core.Data;

/// <summary>
/// Lineage gathered when somebody looks at it, each fact once. A reading that compares hundreds of firms rests on thousands of facts,
/// and few readings are ever explained.
/// </summary>
internal sealed class DeferredFacts(Func<IEnumerable<Fact>> gather) : IReadOnlyList<Fact>
{
    // The same fact is the same object inside one vintage, and comparing records field by field is slow.
    private readonly Lazy<Fact[]> _facts = new(() => [.. gather().Distinct<Fact>(ReferenceEqualityComparer.Instance)]);

    public int Count => _facts.Value.Length;

    public Fact this[int index] => _facts.Value[index];

    public IEnumerator<Fact> GetEnumerator() => ((IEnumerable<Fact>)_facts.Value).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
