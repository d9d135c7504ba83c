using System.Diagnostics;
using System.Globalization;

namespace Froth.Bench;

/// <summary>Times whole starts of the published program, as a person waits for them. One figure a line, medians.</summary>
internal static class StartBench
{
    private const int Runs = 9;

    public static void Run()
    {
        var launcher = Path.Combine(Root(), "froth");
        var home = Directory.CreateTempSubdirectory("froth-bench-").FullName;
        try
        {
            // Builds when a source is newer, so that what is timed is this very code.
            Start(launcher, home, "version");
            Tell("froth version", Median(() => Start(launcher, home, "version")), "target <= 80 ms");
            var cold = Median(() => Cold(launcher), 3);
            Tell("froth monitor, cold (new home, default data loaded, report written)", cold, "target <= 3,000 ms");
            Start(launcher, home, "monitor");
            Tell("froth monitor, warm (report written)", Median(() => Start(launcher, home, "monitor")), "target <= 1,000 ms");
            Tell("froth monitor --format json --no-report, warm", Median(() => Start(launcher, home, "monitor", "--format", "json", "--no-report")), "");
            Tell("froth explain debt-share --entity coreweave, warm", Median(() => Start(launcher, home, "explain", "debt-share", "--entity", "coreweave")), "");
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    private static (double Milliseconds, long PeakBytes) Cold(string launcher)
    {
        var home = Directory.CreateTempSubdirectory("froth-bench-cold-").FullName;
        try
        {
            return Start(launcher, home, "monitor");
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    private static (double Milliseconds, long PeakBytes) Start(string program, string home, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        // The build, if there is one, needs the real home; the program is told where its own things are.
        start.Environment["FROTH_STORE"] = Path.Combine(home, "froth.duckdb");
        if (arguments is ["monitor"]) start.ArgumentList.Add("--report");
        if (arguments is ["monitor"]) start.ArgumentList.Add(Path.Combine(home, "report.html"));
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var drained = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        long peak = 0;
        while (!process.WaitForExit(5)) peak = Math.Max(peak, PeakOf(process.Id));
        var elapsed = watch.Elapsed.TotalMilliseconds;
        drained.Wait();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}");
        return (elapsed, peak);
    }

    // The kernel's high-water mark; 0 where there is no /proc.
    private static long PeakOf(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static (double Milliseconds, long PeakBytes) Median(Func<(double Milliseconds, long PeakBytes)> run, int runs = Runs)
    {
        var all = Enumerable.Range(0, runs).Select(_ => run()).ToList();
        return (all.Select(a => a.Milliseconds).Order().ElementAt(runs / 2), all.Max(a => a.PeakBytes));
    }

    private static void Tell(string what, (double Milliseconds, long PeakBytes) figure, string target) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"start.{what}: {figure.Milliseconds:0} ms, peak {figure.PeakBytes / 1e6:0} MB{(target.Length > 0 ? $" ({target}, <= 300 MB)" : "")}"));

    internal static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Froth.slnx"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException("Froth.slnx was not found above the bench.");
    }
}
