namespace Froth.Numerics.Simulation;

/// <summary>
/// A random process whose paths can be drawn again: the same seed, replication and length always give the same numbers, in any order and
/// on any thread. Each kind is a record of its parameters, in the units of the levels unless it says otherwise.
/// </summary>
public abstract record SimulatedProcess
{
    /// <summary>Draws one path of levels; its length T is that of the span.</summary>
    /// <param name="seed">Chooses the whole simulation.</param>
    /// <param name="replication">Which of its paths: 0, 1, 2, ... Each reads a stream of its own.</param>
    /// <param name="into">Takes the levels, the first of which is the process's start. Left alone when empty.</param>
    public void Path(ulong seed, long replication, Span<double> into)
    {
        if (into.IsEmpty) return;
        var stream = DrawSeed.Of(seed, replication);
        NormalDraws.Fill(stream, 0, into);
        Draw(stream, into);
    }

    // The span holds standard normal numbers, of which number t drives step t; what else is drawn comes from the uniform numbers of the stream.
    private protected abstract void Draw(ulong stream, Span<double> path);

    private protected static double Positive(double value, string name) =>
        value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, "It must be above 0 and finite.");

    private protected static double NotNegative(double value, string name) =>
        value >= 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, "It must be 0 or more and finite.");

    private protected static double Finite(double value, string name) =>
        double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, "It must be finite.");

    private protected static double Share(double value, string name) =>
        value > 0 && value <= 1 ? value : throw new ArgumentOutOfRangeException(name, value, "It must be above 0 and at most 1.");
}
