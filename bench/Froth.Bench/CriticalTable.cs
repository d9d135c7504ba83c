using System.Globalization;
using Froth.Numerics;
using Froth.Numerics.Simulation;

namespace Froth.Bench;

/// <summary>Makes the table of critical values that the exuberance indicators read: BSADF of random walks at every end date.</summary>
internal static class CriticalTable
{
    private const int Window = 91, Longest = 2400, Replications = 20_000;
    private const ulong Seed = 1;

    public static void Write(string path)
    {
        var simulation = new NullSimulation(new RandomWalk(), Seed, Longest, new PsySettings { MinimumWindow = Window });
        var blocks = NullRun.Blocks(simulation, Replications, Environment.ProcessorCount, done: (_, total) => Console.Error.Write($"\r{total} of {Replications}"));
        var found = NullDistribution.Of(blocks, 0.90, 0.95, 0.99);
        using var file = new StreamWriter(path) { NewLine = "\n" };
        file.WriteLine("rows,q90,q95,q99");
        for (var i = 0; i < simulation.Ends; i++)
            file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Window + i},{found.Sequence(0.90)[i]:0.0000},{found.Sequence(0.95)[i]:0.0000},{found.Sequence(0.99)[i]:0.0000}"));
    }
}
