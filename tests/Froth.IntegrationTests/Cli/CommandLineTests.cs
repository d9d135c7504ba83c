namespace Froth.IntegrationTests.Cli;

public sealed class CommandLineTests : IClassFixture<CommandLineTests.Ran>
{
    private readonly FrothProgram _froth;

    public CommandLineTests(Ran ran) => _froth = ran.Froth;

    public sealed class Ran : IDisposable
    {
        internal FrothProgram Froth { get; } = new();

        public void Dispose() => Froth.Dispose();
    }

    [Fact]
    public void Version_Asked_IsPrinted() => _froth.Run("version").Output.ShouldStartWith("froth 0.");

    [Theory]
    [InlineData("monitor", "--as-of", "30.06.2025")]
    [InlineData("monitor", "--fail-on", "panic")]
    [InlineData("monitor", "--format", "yaml")]
    [InlineData("no-such-command")]
    [InlineData("explain", "no-such-indicator")]
    [InlineData("explain", "debt-share", "--entity", "no-such-firm")]
    [InlineData("entity", "show", "no-such-firm")]
    public void Usage_Wrong_ExitsWithTwoAndSaysWhatToDo(params string[] arguments)
    {
        var outcome = _froth.Run(arguments);
        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldStartWith("froth: ");
    }

    [Fact]
    public void Explain_MisspeltIndicator_OffersTheNearest() => _froth.Run("explain", "debt-shar").Error.ShouldContain("debt-share");

    [Fact]
    public void Help_InChinese_SpeaksChinese()
    {
        _froth.Run("--help", "--lang", "zh-Hans").Output.ShouldContain("退出码");
        _froth.Run("monitor", "--help").Output.ShouldContain("--as-of");
    }

    [Fact]
    public void Ingest_BadRows_LandsTheRestAndQuarantinesThem()
    {
        var file = _froth.Write("mine.csv", "entity,concept,end,value,unit,published\nnvidia,my-count,2025-01-31,5,count,2025-02-01\nnvidia,my-count,2025-02-31,6,count,2025-03-01\nnvidia,my-count,2025-03-31,\"1,2.3\",count,2025-04-01\n");
        var outcome = _froth.Run("ingest", "csv", file);
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Error.ShouldContain("line 3");
        outcome.Error.ShouldContain("line 4");
        _froth.Run("data", "quarantine", "--format", "json").Json.GetProperty("rows").GetArrayLength().ShouldBe(2);
        _froth.Run("ingest", "csv", file).Output.ShouldContain("Nothing changed");
    }

    [Fact]
    public void Ingest_BadRowsUnderStrict_ExitsWithThreeAndLandsNothing()
    {
        var file = _froth.Write("strict.csv", "entity,concept,end,value,unit,published\nnvidia,strict-count,2025-01-31,5,count,2025-02-01\nnvidia,strict-count,2025-02-28,6,parsecs,2025-03-01\n");
        var outcome = _froth.Run("ingest", "csv", file, "--strict");
        outcome.ExitCode.ShouldBe(3);
        outcome.Error.ShouldContain("parsecs");
        _froth.Run("entity", "show", "nvidia", "--format", "json").Output.ShouldNotContain("strict-count");
    }

    [Fact]
    public void Ingest_MissingFile_ExitsWithThree() => _froth.Run("ingest", "csv", "nowhere.csv").ExitCode.ShouldBe(3);

    [Fact]
    public void Store_Corrupt_IsRefusedWithFourAndLeftAsItWas()
    {
        using var froth = new FrothProgram();
        var store = froth.Write("broken.duckdb", "this is not a store");
        var outcome = froth.Run("data", "info", "--store", store);
        outcome.ExitCode.ShouldBe(4);
        outcome.Error.ShouldContain("broken.duckdb");
        File.ReadAllText(store).ShouldBe("this is not a store");
    }
}
