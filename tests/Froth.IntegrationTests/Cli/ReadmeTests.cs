using System.Text.RegularExpressions;

namespace Froth.IntegrationTests.Cli;

/// <summary>Every command that the README shows is run, so that the examples cannot rot.</summary>
public sealed partial class ReadmeTests
{
    [Theory]
    [InlineData("README.md", 8)]
    [InlineData("README.zh-Hans.md", 8)]
    public void Commands_InTheReadme_Run(string readme, int fewest)
    {
        using var froth = new FrothProgram();
        froth.Write("my-deals.csv",
            "id,from,to,kind,announced,low,high,currency,binding,published,what\nM1,nvidia,openai,equity-investment,2026-10-01,1000000,2000000,USD,binding,2026-10-02,an example\n");
        froth.Write("prices.csv", "date,close\n" + string.Concat(Enumerable.Range(0, 120).Select(i => $"{new DateOnly(2015, 1, 1).AddMonths(i):yyyy-MM-dd},{100 + i * i % 7 + i}\n")));
        var commands = Command().Matches(File.ReadAllText(Repository.Path(readme))).Select(m => m.Groups[1].Value.Trim()).ToList();
        commands.Count.ShouldBeGreaterThanOrEqualTo(fewest);
        foreach (var command in commands)
        {
            var outcome = froth.Run(command.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            outcome.ExitCode.ShouldBe(command.Contains("--fail-on", StringComparison.Ordinal) ? 1 : 0, $"{command}: {outcome.Error}");
            (outcome.Output + outcome.Error).Length.ShouldBeGreaterThan(20, command);
        }
    }

    [GeneratedRegex(@"^    \./froth ([^#\n]*)", RegexOptions.Multiline)]
    private static partial Regex Command();
}
