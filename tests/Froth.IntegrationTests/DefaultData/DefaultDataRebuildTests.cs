using System.Diagnostics;

namespace Froth.IntegrationTests.DefaultData;

/// <summary>The shipped rows are what the builder makes of the recorded files, to the byte.</summary>
public sealed class DefaultDataRebuildTests
{
    [Fact]
    public async Task DefaultData_Rebuilt_EqualsWhatIsShipped()
    {
        var shared = Repository.Shared("facts");
        var folder = Directory.CreateTempSubdirectory("froth-data-").FullName;
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "Froth.DefaultData.dll"), "--shared", Path.GetDirectoryName(shared)!, "--out", folder })
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await error);
        var made = Directory.GetFiles(folder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal).ToList();
        made.ShouldBe(Directory.GetFiles(Repository.Path("data")).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
        foreach (var name in made) File.ReadAllBytes(Path.Combine(folder, name)).ShouldBe(File.ReadAllBytes(Repository.Path("data", name)), name);
        Directory.Delete(folder, recursive: true);
    }
}
