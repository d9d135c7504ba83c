using System.Globalization;
using System.Text.Json;

namespace Froth.IntegrationTests.Cli;

/// <summary><c>froth bubble lppls</c> on small files, as a user runs it.</summary>
public sealed class BubbleLpplsCliTests : IDisposable
{
    private static readonly string[] Small = ["--longest", "100", "--shortest", "40", "--step", "20", "--dates", "2", "--reps", "5"];

    private readonly FrothProgram _froth = new();

    public void Dispose() => _froth.Dispose();

    [Fact]
    public void Lppls_Json_HasFalseAlarmsBesideEveryConfidenceAndNoSingleDate()
    {
        var json = Run("--json").Json;
        json.GetProperty("schema").GetString().ShouldBe("froth.bubble-lppls/1");
        json.GetProperty("settings").GetProperty("windows").GetInt32().ShouldBe(4);
        var dates = json.GetProperty("dates").EnumerateArray().ToList();
        dates.Select(d => d.GetProperty("date").GetString()).ShouldBe(["2020-07-13", "2020-07-18"]);
        foreach (var sign in dates.SelectMany(d => (JsonElement[])[d.GetProperty("rising"), d.GetProperty("falling")]))
        {
            var n = sign.GetProperty("qualified").GetInt32();
            sign.GetProperty("confidence").GetDouble().ShouldBe(n / 4.0);
            sign.GetProperty("tcAfterEnd").GetProperty("n").GetInt32().ShouldBe(n);
            foreach (var kind in (string[])["randomWalk", "garch"])
            {
                var alarms = sign.GetProperty("falseAlarms").GetProperty(kind);
                if (n == 0) alarms.ValueKind.ShouldBe(JsonValueKind.Null);
                else alarms.GetProperty("paths").GetInt32().ShouldBe(5);
            }
        }

        // The file ends in a log-periodic rise, so that the last date has something to say.
        dates[1].GetProperty("rising").GetProperty("qualified").GetInt32().ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Lppls_Plot_HasBothSharesAndWhatWalksReach()
    {
        var picture = Path.Combine(_froth.Home, "lppls.svg");
        Run("--plot", picture);
        var text = File.ReadAllText(picture);
        foreach (var part in (string[])["LPPLS confidence", "2020-07-18", "4 windows of 40–100", "1 random walk in 20 reaches"]) text.ShouldContain(part);
    }

    [Fact]
    public void Lppls_OneAndTwoThreads_GiveTheSameJson() => Run("--json", "--threads", "2").Output.ShouldBe(Run("--json", "--threads", "1").Output);

    [Fact]
    public void Lppls_TableAndCsv_TellSharesInBothLanguages()
    {
        var english = Run().Output;
        english.ShouldContain("2020-07-18: ");
        english.ShouldContain("of 5 random walks without a bubble reach as much");
        english.ShouldContain("not a forecast");
        Run("--lang", "zh-Hans").Output.ShouldContain("泡沫形态");
        var csv = Run("--csv", "--no-false-alarms").Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        csv[0].ShouldStartWith("date,index,value,sign,qualified,windows,confidence,null");
        csv.Length.ShouldBe(1 + 2 * 2);
    }

    [Theory]
    [InlineData("close\n1\n2\n3\n", "line")]
    [InlineData("close\n1\n0\n3\n", "line 3, column close")]
    public void Lppls_AFileThatCannotBeFitted_EndsWithThreeAndNamesThePlace(string text, string place)
    {
        var ran = _froth.Run("bubble", "lppls", _froth.Write("bad.csv", text));
        ran.ExitCode.ShouldBe(3);
        ran.Error.ShouldContain("bad.csv, " + place);
    }

    [Fact]
    public void Lppls_AConstantPrice_EndsWithThree()
    {
        var ran = _froth.Run("bubble", "lppls", _froth.Write("flat.csv", "close\n" + string.Concat(Enumerable.Repeat("5\n", 200))));
        ran.ExitCode.ShouldBe(3);
        ran.Error.ShouldContain("never changes");
    }

    [Theory]
    [InlineData("--reps", "0")]
    [InlineData("--every", "0")]
    [InlineData("--shortest", "13")]
    [InlineData("--longest", "50")]
    public void Lppls_AnOptionOutOfRange_IsAUsageError(string option, string value)
    {
        var ran = _froth.Run("bubble", "lppls", _froth.Write("p.csv", "close\n1\n2\n"), option, value);
        ran.ExitCode.ShouldBe(2);
        ran.Error.ShouldContain(option);
    }

    private Outcome Run(params string[] more)
    {
        var text = "date,close\n";
        for (var t = 0; t < 200; t++)
        {
            double left = 203 - t;
            var price = Math.Exp(8 + Math.Sqrt(left) * (-0.05 - 0.05 * 0.5 / 9 * Math.Cos(9 * Math.Log(left))) + 0.002 * Math.Sin(t * t));
            text += string.Create(CultureInfo.InvariantCulture, $"{new DateOnly(2020, 1, 1).AddDays(t):yyyy-MM-dd},{price:R}\n");
        }

        return _froth.Run(["bubble", "lppls", _froth.Write("prices.csv", text), .. Small, .. more]);
    }
}
