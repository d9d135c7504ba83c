using System.Text.Json;

namespace Froth.IntegrationTests.Cli;

/// <summary><c>froth compare us china</c> from the shipped data, as a user runs it.</summary>
public sealed class CompareCliTests : IClassFixture<CommandLineTests.Ran>
{
    private readonly FrothProgram _froth;

    public CompareCliTests(CommandLineTests.Ran ran) => _froth = ran.Froth;

    [Fact]
    public void Compare_Json_HasBothSidesSourcesAndWhatIsMissing()
    {
        var json = _froth.Run("compare", "us", "china", "--as-of", "2026-10-09", "--format", "json").Json;
        json.GetProperty("schema").GetString().ShouldBe("froth.comparison/1");
        (json.GetProperty("first").GetProperty("code").GetString(), json.GetProperty("second").GetProperty("code").GetString()).ShouldBe(("US", "CN"));
        json.GetProperty("equalCapability").GetProperty("verdict").GetString()!.ShouldStartWith("Not decided");
        var rows = json.GetProperty("rows").EnumerateArray().ToDictionary(r => r.GetProperty("id").GetString()!);
        var money = rows["money-12m"].GetProperty("first");
        money.GetProperty("value").GetDouble().ShouldBeGreaterThan(1e10);
        money.GetProperty("facts").EnumerateArray().ShouldAllBe(f => f.GetProperty("source").GetProperty("publisher").GetString()!.Length > 0);
        var share = rows["ai30-marketcap-share"];
        share.GetProperty("first").GetProperty("value").GetDouble().ShouldBe(0.43);
        share.GetProperty("second").GetProperty("value").ValueKind.ShouldBe(JsonValueKind.Null);
        share.GetProperty("second").GetProperty("missing").GetArrayLength().ShouldBe(1);
        share.GetProperty("second").GetProperty("why").GetString()!.Length.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void Compare_Table_SpeaksBothLanguagesAndNamesWhatIsMissing()
    {
        var english = _froth.Run("compare", "us", "china").Output;
        english.ShouldContain("Missing inputs: China");
        english.ShouldContain("never mixed");
        var chinese = _froth.Run("compare", "US", "中国", "--lang", "zh-Hans").Output;
        chinese.ShouldContain("缺失输入: 中国");
        chinese.ShouldContain("静态市盈率");
    }

    [Fact]
    public void Compare_Csv_HasOneRowAMeasureAndCountry()
    {
        var lines = _froth.Run("compare", "china", "us", "--format", "csv").Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldStartWith("id,group,title,country,value,low,high,unit");
        lines.Count(l => l.StartsWith("pe-ttm,", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public void Compare_BeforeTheScoresWerePublished_SaysSo()
    {
        var json = _froth.Run("compare", "us", "china", "--as-of", "2025-06-30", "--format", "json").Json;
        var best = json.GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("id").GetString() == "capability-best").GetProperty("first");
        best.GetProperty("value").ValueKind.ShouldBe(JsonValueKind.Null);
        best.GetProperty("missing")[0].GetString().ShouldBe("capability scores of labs");
    }

    [Theory]
    [InlineData("atlantis", "china", "us, ")]
    [InlineData("china", "CN", "two countries")]
    public void Compare_WrongCountries_SaysWhatIsPossible(string first, string second, string told)
    {
        var outcome = _froth.Run("compare", first, second);
        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldStartWith("froth: ");
        outcome.Error.ShouldContain(told);
    }
}
