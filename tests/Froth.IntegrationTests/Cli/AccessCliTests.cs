namespace Froth.IntegrationTests.Cli;

/// <summary>Licensed and confidential rows take part in computation and leave by no exit.</summary>
public sealed class AccessCliTests : IDisposable
{
    private const string Secret = "zq-secret-note";

    private readonly FrothProgram _froth = new();

    public AccessCliTests()
    {
        // A fresher round of a lab, so that several indicators rest on it.
        var file = _froth.Write("own.csv",
            "entity,concept,dimension,end,value,unit,grade,published,publisher,title,url,source_date,licence,note\n"
            + $"anthropic,post-money-valuation,X1:primary,2026-10-15,1500000000000,USD,company,2026-10-15,{Secret},{Secret},https://example.org/,2026-10-15,own,{Secret}\n");
        _froth.Run("ingest", "csv", file, "--access", "confidential").ExitCode.ShouldBe(0);
    }

    public void Dispose() => _froth.Dispose();

    [Theory]
    [InlineData("explain", "labs-price-to-run-rate", "--format", "json")]
    [InlineData("explain", "labs-price-to-run-rate", "--format", "csv")]
    [InlineData("explain", "labs-price-to-run-rate", "--all")]
    [InlineData("entity", "show", "anthropic", "--format", "json")]
    [InlineData("entity", "show", "anthropic", "--format", "csv")]
    [InlineData("monitor", "--format", "json")]
    [InlineData("monitor", "--format", "csv")]
    [InlineData("monitor")]
    public void Exit_ConfidentialRow_IsUsedAndNotShown(params string[] arguments)
    {
        var report = Path.Combine(_froth.Home, "r.html");
        var outcome = _froth.Run(arguments[0] == "monitor" ? [.. arguments, "--report", report] : arguments);
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        (outcome.Output + outcome.Error).ShouldNotContain(Secret);
        if (arguments[0] == "monitor") File.ReadAllText(report).ShouldNotContain(Secret);
    }

    [Fact]
    public void Explain_ConfidentialInput_IsCountedAsWithheld()
    {
        var json = _froth.Run("explain", "labs-price-to-run-rate", "--format", "json").Json;
        json.GetProperty("withheld").GetInt32().ShouldBe(1);
        json.GetProperty("date").GetString().ShouldBe("2026-10-15");
    }

    [Fact]
    public void Quarantine_RowOfAConfidentialFile_KeepsPlaceAndReasonOnly()
    {
        var file = _froth.Write("bad.csv", $"entity,concept,end,value,unit,published,note\nnvidia,own-count,2025-01-32,5,count,2025-02-01,{Secret}\n");
        _froth.Run("ingest", "csv", file, "--access", "confidential");
        var outcome = _froth.Run("data", "quarantine", "--format", "json");
        outcome.Output.ShouldContain("bad.csv");
        outcome.Output.ShouldContain("2025-01-32");
        outcome.Output.ShouldNotContain(Secret);
    }
}
