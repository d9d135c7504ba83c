using System.Globalization;
using Froth.Numerics;

namespace Froth.Tests.Numerics.UnitRoots;

/// <summary>Sequences of two long series worked out in 113-bit arithmetic, one regression a window.</summary>
public sealed class PsyOracleTests
{
    private const double Tolerance = 1e-9;

    public static TheoryData<string, int, int, LaneWidth> Cases()
    {
        var cases = new TheoryData<string, int, int, LaneWidth>();
        foreach (var (series, window) in new[] { ("shiller_cape", 91), ("shiller_pd", 95) })
            foreach (var width in new[] { LaneWidth.One, LaneWidth.Four, LaneWidth.Eight })
                for (var lag = 0; lag <= 2; lag++) cases.Add(series, window, lag, width);
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Compute_ShillerSeries_EqualsTheReferenceAtEveryObservation(string series, int window, int lag, LaneWidth width)
    {
        var levels = Levels(series);
        PsySettings.DefaultMinimumWindow(levels.Length).ShouldBe(window);
        var found = Psy.Compute(levels, new PsySettings { Lag = lag, Width = width });
        var truth = Rows($"truth_{series}_minw{window}_lag{lag}.csv");
        truth.Length.ShouldBe(found.Bsadf.Length);
        for (var i = 0; i < truth.Length; i++)
        {
            (found.FirstEnd + i + 1).ShouldBe((int)truth[i][0]);
            found.Badf[i].ShouldBe(truth[i][1], Tolerance);
            found.Bsadf[i].ShouldBe(truth[i][2], Tolerance);
            (found.ArgmaxStart[i] + 1).ShouldBe((int)truth[i][3]);
        }
        var statistics = File.ReadLines(Repository.Shared("oracles", "psy", "statistics.csv")).Select(l => l.Split(','))
            .Single(f => f[0] == series && f[3] == lag.ToString(CultureInfo.InvariantCulture));
        double[] told = [.. statistics[4..].Select(f => double.Parse(f, CultureInfo.InvariantCulture))];
        found.Adf.ShouldBe(told[0], Tolerance);
        found.Sadf.ShouldBe(told[1], Tolerance);
        found.Gsadf.ShouldBe(told[2], Tolerance);
    }

    [Fact]
    public void Compute_RandomWalks_EqualTheReference()
    {
        var rows = Rows("random_walks_seed42_T200x10.csv");
        using var document = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Repository.Shared("oracles", "psy", "critical_values.json")));
        var told = document.RootElement.GetProperty("random_walks")[0];
        var settings = new PsySettings { Lag = told.GetProperty("lag").GetInt32(), MinimumWindow = told.GetProperty("minw").GetInt32() };
        for (var column = 0; column < 10; column++)
        {
            var found = Psy.Compute([.. rows.Select(r => r[column])], settings);
            found.Adf.ShouldBe(told.GetProperty("adf")[column].GetDouble(), Tolerance);
            found.Sadf.ShouldBe(told.GetProperty("sadf")[column].GetDouble(), Tolerance);
            found.Gsadf.ShouldBe(told.GetProperty("gsadf")[column].GetDouble(), Tolerance);
        }
    }

    [Theory]
    [InlineData(100, 19)]
    [InlineData(200, 27)]
    public void MonteCarlo_QuantilesOfRandomWalks_AreWithinFourStandardErrors(int n, int window)
    {
        using var document = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Repository.Shared("oracles", "psy", "critical_values.json")));
        var told = document.RootElement.GetProperty("monte_carlo_lag0").EnumerateArray().Single(e => e.GetProperty("n").GetInt32() == n && e.GetProperty("minw").GetInt32() == window);
        var simulation = new NullSimulation(new Froth.Numerics.Simulation.RandomWalk(), 7, n, new PsySettings { MinimumWindow = window });
        var found = NullRun.Distribution(simulation, 20_000, 2);
        foreach (var (statistic, name) in new[] { (PsyStatistic.Adf, "adf"), (PsyStatistic.Sadf, "sadf"), (PsyStatistic.Gsadf, "gsadf") })
            foreach (var (level, quantile) in new[] { (0.90, "q90"), (0.95, "q95"), (0.99, "q99") })
            {
                var reference = told.GetProperty(name);
                var error = Math.Sqrt(Math.Pow(reference.GetProperty("se").GetProperty(quantile).GetDouble(), 2) + Math.Pow(found.StandardError(statistic, level), 2));
                found.Quantile(statistic, level).ShouldBe(reference.GetProperty("q").GetProperty(quantile).GetDouble(), 4 * error, $"{name} {quantile}");
            }
    }

    private static double[] Levels(string series) => [.. Rows(series + ".csv").Select(r => r[1])];

    private static double[][] Rows(string file) =>
        [.. File.ReadLines(Repository.Shared("oracles", "psy", file)).Skip(1).Select(l => l.Split(',').Select(f => double.TryParse(f, CultureInfo.InvariantCulture, out var v) ? v : double.NaN).ToArray())];
}
