using System.Globalization;
using Froth.Numerics;
using Froth.Testing;

namespace Froth.Tests.Numerics.Lppls;

/// <summary>Series that the tests of the log-periodic power law share.</summary>
internal static class LpplsSamples
{
    public static (double[] Times, double[] LogPrices) Nasdaq()
    {
        var rows = File.ReadLines(Repository.Shared("samples", "prices", "nasdaq_dotcom_1994_2000.csv")).Skip(1).Select(l => l.Split(',')).ToList();
        // Day 1 is 1 January of the year 1, as the reference counts.
        return ([.. rows.Select(r => DateOnly.Parse(r[0], CultureInfo.InvariantCulture).DayNumber + 1.0)],
            [.. rows.Select(r => Math.Log(double.Parse(r[4], CultureInfo.InvariantCulture)))]);
    }

    /// <summary>Five days a week, as trading days are.</summary>
    public static double[] Weekdays(int rows) => [.. Enumerable.Range(0, rows).Select(i => i / 5 * 7 + i % 5 + 700000.0)];

    /// <summary>An exact curve and noise of a standard deviation.</summary>
    public static double[] Curve(
        double[] times, double criticalTime, double m, double omega, double b = -0.02, double c1 = 0.001, double c2 = -0.0008,
        double noise = 0, ulong seed = 1)
    {
        var draws = new double[times.Length];
        NormalDraws.Fill(seed, 0, draws);
        return [.. times.Select((t, i) =>
        {
            var x = criticalTime - t;
            var angle = omega * Math.Log(x);
            return 8 + Math.Pow(x, m) * (b + c1 * Math.Cos(angle) + c2 * Math.Sin(angle)) + noise * draws[i];
        })];
    }

    public static double[] Walk(int rows, ulong seed, double deviation = 0.012)
    {
        var path = new double[rows];
        NormalDraws.Fill(seed, 0, path);
        path[0] = 5;
        for (var i = 1; i < rows; i++) path[i] = path[i - 1] + deviation * path[i];
        return path;
    }
}
