using System.Globalization;
using System.Text.Json;
using Froth.Numerics.Dating;

namespace Froth.Tests.Numerics.Dating;

/// <summary>
/// The episodes of the reference file, from its statistics. The file's own critical sequence is not part of it; one that rises with the
/// logarithm of the window, intercept + slope · ln(observation − smallest window), passes between all observations inside and outside the episodes, so the episodes,
/// peaks and signs it gives must be those of the file.
/// </summary>
public sealed class ShillerEpisodesTests
{
    [Theory]
    [InlineData("shiller_pd", 95, -0.1796, 0.245)]
    [InlineData("shiller_cape", 91, 0.6614, 0.125)]
    public void Of_ShillersSeries_GivesTheEpisodesOfTheReference(string series, int window, double intercept, double slope)
    {
        var levels = Column($"{series}.csv", 1).Select(c => c.Value).ToArray();
        var dates = Lines($"{series}.csv").Select(l => l[0]).ToArray();
        var statistic = Enumerable.Repeat(double.NaN, levels.Length).ToArray();
        foreach (var (observation, value) in Column($"truth_{series}_minw{window}_lag0.csv", 2)) statistic[int.Parse(observation, CultureInfo.InvariantCulture) - 1] = value;
        var critical = levels.Select((_, t) => intercept + slope * Math.Log(t + 1 - window)).ToArray();
        using var file = JsonDocument.Parse(File.ReadAllText(Repository.Shared("oracles", "psy", "datestamps_shiller.json")));
        var compared = 0;
        foreach (var entry in file.RootElement.EnumerateArray().Where(e => e.GetProperty("series").GetString() == series))
        {
            entry.GetProperty("T").GetInt32().ShouldBe(levels.Length);
            var asked = entry.GetProperty("min_duration").GetInt32();
            // The file asks for 0 and for ln T rounded, which the settings give when they are not told.
            var settings = new DatingSettings { MinimumDuration = asked == 0 ? 0 : null };
            var episodes = EpisodeDating.Of(levels, statistic, critical, statistic.Where(s => !double.IsNaN(s)).Max(), critical[^1], settings);
            episodes.Select(e => Told(e, dates)).ShouldBe(entry.GetProperty("episodes").EnumerateArray().Select(Told));
            compared += episodes.Count;
        }

        compared.ShouldBeGreaterThan(11);
    }

    private static string Told(Episode e, string[] dates) => string.Create(CultureInfo.InvariantCulture,
        $"{dates[e.Start]} {dates[e.Peak]} {dates[e.End]} {e.Start + 1} {e.Peak + 1} {e.End + 1} {e.Duration} {(e.Sign == EpisodeSign.Positive ? "positive" : "negative")} {e.IsOngoing}");

    private static string Told(JsonElement e) => string.Create(CultureInfo.InvariantCulture,
        $"{e.GetProperty("start")} {e.GetProperty("peak")} {e.GetProperty("end_exclusive")} {e.GetProperty("start_obs")} {e.GetProperty("peak_obs")} {e.GetProperty("end_obs")} {e.GetProperty("duration")} {e.GetProperty("signal")} {e.GetProperty("ongoing").GetBoolean()}");

    private static IEnumerable<(string Key, double Value)> Column(string file, int column) => Lines(file).Select(l => (l[0], double.Parse(l[column], CultureInfo.InvariantCulture)));

    private static IEnumerable<string[]> Lines(string file) => File.ReadLines(Repository.Shared("oracles", "psy", file)).Skip(1).Select(l => l.Split(','));
}
