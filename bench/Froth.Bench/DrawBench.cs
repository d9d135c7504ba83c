using System.Diagnostics;
using Froth.Numerics;

namespace Froth.Bench;

/// <summary>Time a random number takes in a long fill and in the fill of one series; the best of many short rounds, so that other work on the machine counts little.</summary>
internal static class DrawBench
{
    private const int Rounds = 40;

    public static void Run(int rows)
    {
        rows /= Rounds;
        foreach (var length in (int[])[1000, 100_000])
        {
            Time("normal", rows, length, NormalDraws.Fill);
            Time("uniform", rows, length, UniformDraws.Fill);
            Time("sign", rows, length, UniformDraws.Signs);
        }
    }

    private static void Time(string what, int rows, int length, Fill fill)
    {
        var numbers = new double[length];
        var best = double.PositiveInfinity;
        var sum = 0.0;
        for (var round = 0; round < Rounds; round++)
        {
            sum = 0;
            var clock = Stopwatch.StartNew();
            for (var first = 0L; first + length <= rows; first += length)
            {
                fill(42, first, numbers);
                sum += numbers[0] + numbers[length - 1];
            }

            best = Math.Min(best, clock.Elapsed.TotalNanoseconds / (rows / length * (double)length));
        }

        Console.WriteLine($"draws {what,-8} fills of {length,7:N0}: {best,6:F2} ns a number{(what == "normal" ? " (target 4)" : "")}, checksum {sum:R}");
    }

    private delegate void Fill(ulong seed, long first, Span<double> into);
}
