using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Froth.IntegrationTests.Cli;

/// <summary><c>froth bubble lppls</c> with few and short windows.</summary>
public sealed class BubbleLpplsCliTests : IClassFixture<BubbleLpplsCliTests.Ran>
{
    private static readonly string[] Small = ["--longest", "90", "--shortest", "40", "--step", "10", "--ends", "3", "--every", "10"];

    private readonly FrothProgram _froth;
    private readonly string _prices;

    public BubbleLpplsCliTests(Ran ran) => (_froth, _prices) = (ran.Froth, ran.Prices);

    public sealed class Ran : IDisposable
    {
        public Ran()
        {
            // An LPPLS curve with tc three days after the last, m = 0.5, ω = 8, and a little saw-tooth for noise.
            var text = new StringBuilder("date,close\n");
            for (var i = 0; i < 160; i++)
            {
                var left = 162.0 - i;
                var log = 6 - 0.1 * Math.Sqrt(left) * (1 + 0.05 * Math.Cos(8 * Math.Log(left))) + 0.0005 * (i % 2);
                text.Append(CultureInfo.InvariantCulture, $"{new DateOnly(2020, 1, 1).AddDays(i):yyyy-MM-dd},{Math.Exp(log):R}\n");
            }

            Prices = Froth.Write("curve.csv", text.ToString());
        }

        internal FrothProgram Froth { get; } = new();

        internal string Prices { get; }

        public void Dispose() => Froth.Dispose();
    }

    [Fact]
    public void Json_OfALpplsCurve_QualifiesFindsTcAndTellsFalseAlarms()
    {
        var json = Json("--reps", "8");
        json.EnumerateObject().Select(p => p.Name).ShouldBe(["schema", "program", "series", "settings", "indicators", "criticalTimes", "falseAlarms", "notes"]);
        json.GetProperty("settings").GetProperty("windows").GetInt32().ShouldBe(6);
        var indicators = json.GetProperty("indicators").EnumerateArray().ToList();
        indicators.Select(i => i.GetProperty("date").GetString()).ShouldBe(["2020-05-19", "2020-05-29", "2020-06-08"]);
        var last = indicators[^1];
        last.GetProperty("rising").GetDouble().ShouldBeGreaterThan(0);
        last.GetProperty("falling").GetDouble().ShouldBe(0);
        last.GetProperty("risingFalseAlarms").GetDouble().ShouldBeInRange(0, 1);
        last.GetProperty("fallingFalseAlarms").GetDouble().ShouldBe(1);
        var rising = json.GetProperty("criticalTimes").GetProperty("rising");
        rising.GetProperty("windows").GetInt32().ShouldBeGreaterThan(0);
        var quantiles = rising.GetProperty("quantiles").EnumerateArray().Select(q => q.GetProperty("after").GetDouble()).ToList();
        quantiles.Count.ShouldBe(5);
        quantiles.ShouldBeInOrder();
        foreach (var alarm in json.GetProperty("falseAlarms").EnumerateArray())
        {
            alarm.GetProperty("paths").GetInt32().ShouldBe(8);
            var rate = alarm.GetProperty("rising");
            rate.GetProperty("low").GetDouble().ShouldBeLessThanOrEqualTo(rate.GetProperty("rate").GetDouble());
        }
    }

    [Fact]
    public void Json_ThreadsAndSavedPaths_ChangeNoByte()
    {
        var cache = Path.Combine(_froth.Home, "walks");
        var longer = Run("--json", "--reps", "40", "--threads", "1", "--cache", Path.Combine(_froth.Home, "other")).Output;
        var shorter = Run("--json", "--reps", "20", "--cache", cache).Output;
        // Goes on from twenty.
        Run("--json", "--reps", "40", "--threads", "4", "--cache", cache).Output.ShouldBe(longer);
        Run("--json", "--reps", "20", "--cache", cache).Output.ShouldBe(shorter);
        var file = Directory.GetFiles(cache).ShouldHaveSingleItem();
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..^3]);
        var repaired = Run("--json", "--reps", "20", "--cache", cache);
        repaired.Output.ShouldBe(shorter);
        repaired.Error.ShouldContain(Path.GetFileName(file));
    }

    [Fact]
    public void Table_CsvAndPlot_AreThere()
    {
        var picture = Path.Combine(_froth.Home, "lppls.svg");
        var english = Run("--reps", "4", "--plot", picture).Output;
        foreach (var part in (string[])["rising", "random walks", "False alarms", "not a forecast", "6 windows of 90 to 40 rows"]) english.ShouldContain(part);
        File.ReadAllText(picture).ShouldContain("LPPLS confidence");
        Run("--reps", "4", "--lang", "zh-Hans").Output.ShouldContain("误报率");
        Run("--no-false-alarms", "--csv").Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(4);
        Json("--no-false-alarms").GetProperty("falseAlarms").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public void Input_TooShortOrNotPositive_ExitsWithThree()
    {
        var outcome = _froth.Run("bubble", "lppls", _prices);
        outcome.ExitCode.ShouldBe(3);
        outcome.Error.ShouldContain("160 rows");
        var zero = _froth.Run("bubble", "lppls", _froth.Write("zero.csv", "close\n1\n0\n"));
        zero.ExitCode.ShouldBe(3);
        zero.Error.ShouldContain("line 3, column close");
        _froth.Run("bubble", "lppls", _prices, "--longest", "50", "--shortest", "60").ExitCode.ShouldBe(2);
    }

    private Outcome Run(params string[] arguments) => _froth.Run(["bubble", "lppls", _prices, .. Small, .. arguments]);

    private JsonElement Json(params string[] arguments)
    {
        var outcome = Run(["--json", .. arguments]);
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        return outcome.Json;
    }
}
