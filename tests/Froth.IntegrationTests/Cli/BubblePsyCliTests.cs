using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Froth.IntegrationTests.Cli;

/// <summary><c>froth bubble psy</c> as a user runs it.</summary>
public sealed class BubblePsyCliTests : IClassFixture<BubblePsyCliTests.Ran>
{
    private readonly FrothProgram _froth;
    private readonly string _prices;

    public BubblePsyCliTests(Ran ran) => (_froth, _prices) = (ran.Froth, ran.Prices);

    public sealed class Ran : IDisposable
    {
        public Ran()
        {
            // A quiet series, a rise by 6 % a month from the 80th to the 104th and a fall: known without any draw.
            var text = new StringBuilder("date,close\n");
            var level = 100.0;
            for (var i = 0; i < 160; i++)
            {
                level *= i is >= 80 and < 104 ? 1.06 : i is >= 104 and < 110 ? 0.8 : 1 + 0.02 * Math.Sin(i * 2.3);
                text.Append(CultureInfo.InvariantCulture, $"{new DateOnly(2000, 1, 1).AddMonths(i):yyyy-MM-dd},{level:R}\n");
            }

            Prices = Froth.Write("prices.csv", text.ToString());
        }

        internal FrothProgram Froth { get; } = new();

        internal string Prices { get; }

        public void Dispose() => Froth.Dispose();
    }

    [Fact]
    public void Json_OfABubble_HasTheDocumentedShape()
    {
        var json = Json("--log", "--lag", "0", "--reps", "199", "--seed", "3");
        json.EnumerateObject().Select(p => p.Name).ShouldBe(
            ["schema", "program", "series", "settings", "statistics", "reasons", "criticalValues", "pValues", "sequence", "episodes", "notes"]);
        json.GetProperty("schema").GetString().ShouldBe("froth.bubble-psy/1");
        var settings = json.GetProperty("settings");
        (settings.GetProperty("log").GetBoolean(), settings.GetProperty("lag").GetInt32(), settings.GetProperty("replications").GetInt32(), settings.GetProperty("seed").GetInt32())
            .ShouldBe((true, 0, 199, 3));
        var window = settings.GetProperty("minimumWindow").GetInt32();
        window.ShouldBe((int)Math.Floor((0.01 + 1.8 / Math.Sqrt(160)) * 160));
        foreach (var kind in (string[])["monteCarlo", "wildBootstrap"])
        {
            foreach (var test in (string[])["adf", "sadf", "gsadf"])
            {
                var critical = json.GetProperty("criticalValues").GetProperty(kind).GetProperty(test);
                critical.GetProperty("q90").GetDouble().ShouldBeLessThan(critical.GetProperty("q95").GetDouble());
                critical.GetProperty("q95").GetDouble().ShouldBeLessThan(critical.GetProperty("q99").GetDouble());
                critical.GetProperty("se95").GetDouble().ShouldBeGreaterThan(0);
                json.GetProperty("pValues").GetProperty(kind).GetProperty(test).GetDouble().ShouldBeInRange(1 / 200.0, 1);
            }
        }

        var sequence = json.GetProperty("sequence").EnumerateArray().ToList();
        sequence.Count.ShouldBe(160 - window);
        sequence[^1].GetProperty("date").GetString().ShouldBe("2013-04-01");
        sequence[^1].GetProperty("badf").GetDouble().ShouldBe(json.GetProperty("statistics").GetProperty("adf").GetDouble());
        sequence.Max(s => s.GetProperty("bsadf").GetDouble()).ShouldBe(json.GetProperty("statistics").GetProperty("gsadf").GetDouble());
        string.CompareOrdinal(sequence[^1].GetProperty("argmaxStart").GetString(), "2013-04-01").ShouldBeLessThan(0);
        var episode = json.GetProperty("episodes").EnumerateArray().First(e => e.GetProperty("by").GetString() == "monteCarlo" && e.GetProperty("sign").GetString() == "positive");
        string.CompareOrdinal(episode.GetProperty("start").GetString(), "2006-09-01").ShouldBeGreaterThanOrEqualTo(0);
        (episode.GetProperty("ongoing").GetBoolean(), episode.GetProperty("duration").GetInt32() >= 5).ShouldBe((false, true));
    }

    [Fact]
    public void Json_ThreadsAndSavedValues_ChangeNoByte()
    {
        var one = Run("--json", "--reps", "150", "--threads", "1", "--cache", Cache("one")).Output;
        Run("--json", "--reps", "150", "--threads", "4", "--cache", Cache("four")).Output.ShouldBe(one);
        Run("--json", "--reps", "150", "--cache", Cache("one")).Output.ShouldBe(one);
        Run("--json", "--reps", "150", "--seed", "2", "--cache", Cache("one")).Output.ShouldNotBe(one);
        Directory.GetFiles(Cache("one")).Length.ShouldBe(4);
    }

    [Fact]
    public void Cache_DamagedFile_IsNamedAndTheAnswerIsTheSame()
    {
        var right = Run("--json", "--reps", "130", "--cache", Cache("damaged")).Output;
        var file = Directory.GetFiles(Cache("damaged"), "wild-*").ShouldHaveSingleItem();
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..^1]);
        var again = Run("--json", "--reps", "130", "--cache", Cache("damaged"));
        again.Output.ShouldBe(right);
        again.Error.ShouldContain(Path.GetFileName(file));
        Run("--json", "--reps", "130", "--cache", Cache("damaged")).Error.ShouldBeEmpty();
    }

    [Fact]
    public void Table_InBothLanguages_HasVerdictsEpisodesAndConventions()
    {
        var english = Run("--log", "--reps", "150").Output;
        foreach (var part in (string[])["GSADF", "Monte Carlo", "wild bootstrap", "exuberance", "seed 1", "160 observations", "monthly"]) english.ShouldContain(part);
        var chinese = Run("--log", "--reps", "150", "--lang", "zh-Hans").Output;
        foreach (var part in (string[])["蒙特卡洛", "野自助法", "种子1", "月度"]) chinese.ShouldContain(part);
    }

    [Fact]
    public void Csv_HasOneRowAnEndDate()
    {
        var lines = Run("--csv", "--reps", "150").Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldStartWith("date,index,value,badf,bsadf,argmax_start");
        lines.Length.ShouldBe(1 + 160 - (int)Math.Floor((0.01 + 1.8 / Math.Sqrt(160)) * 160));
    }

    [Fact]
    public void Bare_WithoutCriticalValues_SimulatesNothing()
    {
        var json = Json("--no-critical-values", "--cache", Cache("none"));
        json.GetProperty("criticalValues").GetProperty("monteCarlo").ValueKind.ShouldBe(JsonValueKind.Null);
        json.GetProperty("episodes").GetArrayLength().ShouldBe(0);
        Directory.Exists(Cache("none")).ShouldBeFalse();
    }

    [Fact]
    public void Statistics_OfTheReferenceSeries_AreTheReferenceNumbersAndDates()
    {
        var outcome = _froth.Run("bubble", "psy", Repository.Shared("oracles", "psy", "shiller_cape.csv"), "--json", "--min-window", "91");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        var statistics = outcome.Json.GetProperty("statistics");
        statistics.GetProperty("adf").GetDouble().ShouldBe(-1.6748604310495128, 1e-9);
        statistics.GetProperty("sadf").GetDouble().ShouldBe(1.1120764196861959, 1e-9);
        statistics.GetProperty("gsadf").GetDouble().ShouldBe(7.596353582785136, 1e-9);
        var found = outcome.Json.GetProperty("episodes").EnumerateArray().Where(e => e.GetProperty("by").GetString() == "monteCarlo")
            .Select(e => (e.GetProperty("start").GetString(), e.GetProperty("peak").GetString(), e.GetProperty("end").GetString())).ToList();
        using var dates = JsonDocument.Parse(File.ReadAllText(Repository.Shared("oracles", "psy", "datestamps_shiller.json")));
        var expected = dates.RootElement.EnumerateArray().Single(d => d.GetProperty("series").GetString() == "shiller_cape" && d.GetProperty("min_duration").GetInt32() == 7)
            .GetProperty("episodes").EnumerateArray().Select(e => (e.GetProperty("start").GetString(), e.GetProperty("peak").GetString(), e.GetProperty("end_exclusive").GetString())).ToList();
        found.ShouldBe(expected);
    }

    [Theory]
    [InlineData("svg")]
    [InlineData("png")]
    public void Plot_IsAPictureWithItsWords(string kind)
    {
        var path = Path.Combine(_froth.Home, "pictures", "psy." + kind);
        var outcome = Run("--reps", "150", "--plot", path);
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        var bytes = File.ReadAllBytes(path);
        if (kind == "png")
        {
            bytes.AsSpan(1, 3).SequenceEqual("PNG"u8).ShouldBeTrue();
            bytes.Length.ShouldBeGreaterThan(10_000);
            return;
        }

        var text = Encoding.UTF8.GetString(bytes);
        foreach (var part in (string[])["<svg", "prices.csv", "2013-04-01", "BSADF", "Monte Carlo 95%", "wild bootstrap 95%", "froth 0."]) text.ShouldContain(part);
        File.Exists(path + ".part").ShouldBeFalse();
    }

    [Theory]
    [InlineData("date,close\n2000-01-01,1\n2000-02-01,\n", "line 3, column close")]
    [InlineData("date,close\n2000-01-01,1\n2000-02-01,NaN\n", "line 3, column close")]
    [InlineData("date,close\n2000-02-01,1\n2000-01-01,2\n", "line 3, column date")]
    [InlineData("date,close\n2000-02-01,1\n2000-02-01,2\n", "line 3, column date")]
    [InlineData("date,close\n2000-02-01,1\n2000-03-01,0\n", "line 3, column close")]
    [InlineData("date,close\n2000-02-01,1\n2000-03-01,2\n", "2 rows")]
    public void Input_Bad_ExitsWithThreeAndNamesThePlace(string text, string place)
    {
        var outcome = _froth.Run("bubble", "psy", _froth.Write("bad.csv", text), "--log");
        outcome.ExitCode.ShouldBe(3, outcome.Error);
        outcome.Error.ShouldContain("bad.csv");
        outcome.Error.ShouldContain(place);
        outcome.Output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    public void Input_ConstantStraightOrExponential_ExitsWithThreeAndSaysWhy(bool constant, bool log)
    {
        var rows = Enumerable.Range(0, 60).Select(i => (constant ? 5 : log ? Math.Pow(2, i) : 3 + i).ToString("R", CultureInfo.InvariantCulture));
        string[] options = log ? ["--log"] : [];
        var outcome = _froth.Run(["bubble", "psy", _froth.Write("flat.csv", "close\n" + string.Join('\n', rows) + "\n"), .. options]);
        outcome.ExitCode.ShouldBe(3, outcome.Output);
        outcome.Error.ShouldContain("lines 2 to 61, column close");
    }

    [Fact]
    public void Input_PartlyConstant_HasReasonsInsteadOfNumbers()
    {
        var rows = Enumerable.Range(0, 90).Select(i => (i < 40 ? 5 : 5 + Math.Sin(i * i)).ToString("R", CultureInfo.InvariantCulture));
        var outcome = _froth.Run("bubble", "psy", _froth.Write("partly.csv", "close\n" + string.Join('\n', rows) + "\n"), "--json", "--reps", "100");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        var first = outcome.Json.GetProperty("sequence")[0];
        first.GetProperty("bsadf").ValueKind.ShouldBe(JsonValueKind.Null);
        first.GetProperty("reason").GetString().ShouldBe("the level does not vary");
        first.GetProperty("index").GetInt32().ShouldBe(outcome.Json.GetProperty("settings").GetProperty("firstEnd").GetInt32());
        outcome.Json.GetProperty("notes").GetArrayLength().ShouldBeGreaterThan(0);
        outcome.Output.ShouldNotContain("NaN");
    }

    [Theory]
    [InlineData("--reps", "0")]
    [InlineData("--lag", "-1")]
    [InlineData("--threads", "0")]
    [InlineData("--min-window", "2")]
    [InlineData("--level", "80")]
    [InlineData("--plot", "picture.gif")]
    public void Usage_Wrong_ExitsWithTwoAndNamesTheValue(string option, string value)
    {
        var outcome = Run(option, value);
        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain(value);
    }

    [Fact]
    public void Help_NamesEveryOption()
    {
        var help = _froth.Run("bubble", "psy", "--help").Output;
        foreach (var option in (string[])["--column", "--date-column", "--log", "--lag", "--min-window", "--reps", "--seed", "--threads", "--no-critical-values", "--bootstrap", "--level", "--dating",
            "--min-duration", "--allow-gaps", "--plot", "--plot-font", "--cache", "--format", "--json", "--csv", "--lang"]) help.ShouldContain(option);
    }

    private string Cache(string name) => Path.Combine(_froth.Home, "nulls-" + name);

    private Outcome Run(params string[] arguments) => _froth.Run(["bubble", "psy", _prices, .. arguments]);

    private JsonElement Json(params string[] arguments)
    {
        var outcome = Run(["--json", .. arguments]);
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        return outcome.Json;
    }
}
