using System.Diagnostics;
using System.Globalization;
using System.Runtime;

namespace Froth.Cli;

/// <summary>Tells, with FROTH_TIMINGS=1, when each stage of a start ended, in milliseconds since the process began, and how much was compiled by then. For benches.</summary>
internal static class Stages
{
    private static readonly bool Told = Environment.GetEnvironmentVariable("FROTH_TIMINGS") == "1";

    public static void Ended(string stage)
    {
        if (!Told) return;
        var elapsed = DateTime.Now - Process.GetCurrentProcess().StartTime;
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalMilliseconds,8:0} ms  {stage} ({JitInfo.GetCompiledMethodCount()} methods compiled in {JitInfo.GetCompilationTime().TotalMilliseconds:0} ms)"));
    }
}
