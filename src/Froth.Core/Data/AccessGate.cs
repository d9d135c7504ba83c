namespace Froth.Core.Data;

/// <summary>Ways by which facts leave the program.</summary>
public enum Exit
{
    /// <summary>A figure computed from many facts, or used inside the program only.</summary>
    Computation,

    /// <summary>A single fact shown with its source: <c>explain</c>, a foot of a report.</summary>
    Citation,

    /// <summary>Rows handed on: JSON, CSV, API, tables of a report.</summary>
    Export,
}

/// <summary>What passed an exit and how many facts were held back there.</summary>
/// <param name="Items">The facts that may leave.</param>
/// <param name="Withheld">How many may not; printed beside the result, so that nothing is dropped silently.</param>
public sealed record Gated<T>(IReadOnlyList<T> Items, int Withheld);

/// <summary>
/// The one rule for what may leave by which exit. Public facts leave by all; licensed facts may be computed with and cited one by
/// one, but their rows are not exported; confidential facts may only be computed with.
/// </summary>
public static class AccessGate
{
    /// <summary>True when <paramref name="fact"/> may leave by <paramref name="exit"/>.</summary>
    public static bool Allow(Fact fact, Exit exit)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return Allow(fact.Access, exit);
    }

    /// <summary>True when something of class <paramref name="access"/> may leave by <paramref name="exit"/>.</summary>
    public static bool Allow(AccessClass access, Exit exit) => exit switch
    {
        Exit.Computation => true,
        Exit.Citation => access is AccessClass.Public or AccessClass.Licensed,
        Exit.Export => access is AccessClass.Public,
        _ => throw new ArgumentOutOfRangeException(nameof(exit), exit, "Unmapped exit."),
    };

    /// <summary>Keeps of <paramref name="facts"/> those that may leave by <paramref name="exit"/>, and counts the others.</summary>
    public static Gated<T> Filter<T>(IEnumerable<T> facts, Exit exit) where T : Fact
    {
        ArgumentNullException.ThrowIfNull(facts);
        var allowed = new List<T>();
        var withheld = 0;
        foreach (var fact in facts)
        {
            if (Allow(fact, exit)) allowed.Add(fact);
            else withheld++;
        }

        return new Gated<T>(allowed, withheld);
    }
}
