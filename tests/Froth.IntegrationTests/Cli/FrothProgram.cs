using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Froth.IntegrationTests.Cli;

/// <summary>What a run of the program left behind.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;
}

/// <summary>Runs the real program as a process of its own, in a home of its own.</summary>
internal sealed class FrothProgram : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "froth.dll");

    public string Home { get; } = Directory.CreateTempSubdirectory("froth-home-").FullName;

    public string Store => Path.Combine(Home, ".froth", "froth.duckdb");

    public Outcome Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Home };
        start.StandardOutputEncoding = start.StandardErrorEncoding = Encoding.UTF8;
        start.ArgumentList.Add(Program);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["HOME"] = Home;
        start.Environment.Remove("FROTH_STORE");
        foreach (var name in (string[])["FROTH_LANG", "FROTH_CONTACT", "FROTH_SETTINGS"]) start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Outcome(process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    public string Write(string name, string content)
    {
        var path = Path.Combine(Home, name);
        File.WriteAllText(path, content);
        return path;
    }

    public void Dispose() => Directory.Delete(Home, recursive: true);
}
