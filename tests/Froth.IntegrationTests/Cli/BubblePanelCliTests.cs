using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Froth.IntegrationTests.Cli;

/// <summary><c>froth bubble panel</c> over three made-up series.</summary>
public sealed class BubblePanelCliTests : IClassFixture<BubblePanelCliTests.Ran>
{
    private readonly FrothProgram _froth;
    private readonly string[] _files;

    public BubblePanelCliTests(Ran ran) => (_froth, _files) = (ran.Froth, ran.Files);

    public sealed class Ran : IDisposable
    {
        public Ran() => Files = [.. Enumerable.Range(0, 3).Select(i => Froth.Write($"p{i}.csv", Series(i, 0, 120)))];

        internal FrothProgram Froth { get; } = new();

        internal string[] Files { get; }

        public void Dispose() => Froth.Dispose();
    }

    [Fact]
    public void Json_OfACommonBubble_HasTheDocumentedShapeAndTheAverageOfTheSeries()
    {
        var json = Json("--reps", "199");
        json.EnumerateObject().Select(p => p.Name).ShouldBe(["schema", "program", "series", "settings", "statistics", "criticalValues", "pValues", "sequence", "episodes"]);
        var alone = _files.Select(f => _froth.Run("bubble", "psy", f, "--json", "--log", "--no-critical-values").Json.GetProperty("sequence").EnumerateArray().Select(s => s.GetProperty("bsadf").GetDouble()).ToList()).ToList();
        var sequence = json.GetProperty("sequence").EnumerateArray().Select(s => s.GetProperty("bsadf").GetDouble()).ToList();
        for (var i = 0; i < sequence.Count; i++) sequence[i].ShouldBe(alone.Average(a => a[i]), 1e-9);
        json.GetProperty("statistics").GetProperty("gsadf").GetDouble().ShouldBe(sequence.Max());
        json.GetProperty("pValues").GetProperty("sieveBootstrap").GetProperty("gsadf").GetDouble().ShouldBeInRange(1 / 200.0, 0.05);
        var episode = json.GetProperty("episodes")[0];
        string.CompareOrdinal(episode.GetProperty("start").GetString(), "2005-01-01").ShouldBeGreaterThanOrEqualTo(0);
        episode.GetProperty("sign").GetString().ShouldBe("positive");
    }

    [Fact]
    public void Json_ThreadsAndSavedValues_ChangeNoByte()
    {
        var cache = Path.Combine(_froth.Home, "panel-nulls");
        var one = Run("--json", "--reps", "130", "--threads", "1", "--cache", cache).Output;
        Run("--json", "--reps", "130", "--cache", cache).Output.ShouldBe(one);
        Run("--json", "--reps", "130", "--threads", "4", "--cache", cache + "2").Output.ShouldBe(one);
        Directory.GetFiles(cache).ShouldHaveSingleItem();
    }

    [Fact]
    public void Table_CsvAndPlot_AreThere()
    {
        var picture = Path.Combine(_froth.Home, "panel.svg");
        var table = Run("--reps", "130", "--plot", picture).Output;
        foreach (var part in (string[])["Panel of 3 series", "p2.csv close", "sieve bootstrap", "seed 1"]) table.ShouldContain(part);
        File.ReadAllText(picture).ShouldContain("average BSADF");
        Run("--reps", "130", "--lang", "zh-Hans").Output.ShouldContain("面板");
        Run("--csv", "--no-critical-values").Output.Split("\r\n")[0].ShouldBe("date,index,bsadf,sieve_bootstrap_critical,episode,level");
    }

    [Fact]
    public void Input_DatesThatDiffer_AreRefusedByFileAndCutOnRequest()
    {
        var text = Series(4, -5, 130).Split('\n').ToList();
        text.RemoveAt(60);
        var other = _froth.Write("other.csv", string.Join('\n', text));
        var refused = _froth.Run("bubble", "panel", _files[0], other, "--allow-gaps", "--log", "--no-critical-values", "--json");
        refused.ExitCode.ShouldBe(0, refused.Error);
        refused.Json.GetProperty("settings").GetProperty("observations").GetInt32().ShouldBe(119);
        // Without a hole, another start and end are no matter: the common span counts.
        var longer = _froth.Write("longer.csv", Series(4, -5, 130));
        _froth.Run("bubble", "panel", _files[0], longer, "--no-critical-values", "--json").Json.GetProperty("settings").GetProperty("observations").GetInt32().ShouldBe(120);
        var weekly = _froth.Write("other-day.csv", Series(4, 0, 120).Replace("2004-05-01", "2004-05-02", StringComparison.Ordinal));
        var named = _froth.Run("bubble", "panel", _files[0], weekly);
        named.ExitCode.ShouldBe(3);
        named.Error.ShouldContain("other-day.csv");
        named.Error.ShouldContain("2004-05-01");
    }

    [Fact]
    public void Usage_OneFile_ExitsWithTwo() => _froth.Run("bubble", "panel", _files[0]).ExitCode.ShouldBe(2);

    // Quiet months, all of which rise by 7 % for twenty months from the 70th on and fall back.
    private static string Series(int which, int from, int count)
    {
        var text = new StringBuilder("date,close\n");
        var level = 50.0 + which;
        for (var i = from; i < from + count; i++)
        {
            level *= i is >= 70 and < 90 ? 1.07 : i is >= 90 and < 96 ? 0.8 : 1 + 0.02 * Math.Sin(i * (2.3 + which));
            text.Append(CultureInfo.InvariantCulture, $"{new DateOnly(2000, 1, 1).AddMonths(i):yyyy-MM-dd},{level:R}\n");
        }

        return text.ToString();
    }

    private Outcome Run(params string[] arguments) => _froth.Run(["bubble", "panel", .. _files, "--log", .. arguments]);

    private JsonElement Json(params string[] arguments)
    {
        var outcome = Run(["--json", .. arguments]);
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        return outcome.Json;
    }
}
