namespace Froth.Numerics;

/// <summary>Seeds made from seeds, so that each replication of a simulation reads a stream of its own.</summary>
public static class DrawSeed
{
    /// <summary>
    /// The seed of one replication's stream: depends on the two numbers only, so replications can be made in any order and more can be
    /// added later without changing the earlier ones.
    /// </summary>
    /// <param name="seed">The seed of the whole simulation.</param>
    /// <param name="replication">Number of the replication; any value, usually 0, 1, 2, ...</param>
    public static ulong Of(ulong seed, long replication) => CounterBits.Mix(CounterBits.At(CounterBits.Key(seed), (ulong)replication) ^ 0xD1B54A32D192ED03UL);
}
