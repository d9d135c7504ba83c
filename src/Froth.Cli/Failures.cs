using Froth.Cli.Commands;
using Froth.Data.Bubbles;
using Froth.Data.Ingest;
using Froth.Data.Pulls;
using Froth.Data.Schedules;
using Froth.Data.Sources;
using Froth.Data.Stores;

namespace Froth.Cli;

/// <summary>The one mapping from exceptions to exit codes. What is not listed is a defect and shows its stack.</summary>
internal static class Failures
{
    public static (int Code, string Message)? Explain(Exception failure) => failure switch
    {
        UnknownNameException => (ExitCode.Usage, failure.Message),
        SourceNotConfiguredException or CronTextException => (ExitCode.Usage, failure.Message),
        SourceFormatException => (ExitCode.BadInput, failure.Message),
        SourceUnavailableException or SourceBusyException or ScheduleBookException => (ExitCode.Outage, failure.Message),
        BadPricesException bad => (ExitCode.BadInput, bad.Problem.In(Words.Language)),
        SimulationStoppedException { Progress: var at } => (ExitCode.Outage, Words.Say(
            $"stopped after {at.Done:#,0} of {at.Total:#,0} paths. They are saved: the same command goes on from there.",
            $"已停止，完成{at.Done:#,0}/{at.Total:#,0}条路径并已保存；再次执行同一命令即从此处继续。")),
        IngestRejectedException => (ExitCode.BadInput, failure.Message),
        StoreException => (ExitCode.Outage, failure.Message),
        OperationCanceledException => (ExitCode.Outage, Words.Say("stopped; nothing was changed. Run the same command again to start over.", "已停止，未作任何更改。可重新执行同一命令。")),
        UnauthorizedAccessException or IOException => (ExitCode.Outage, failure.Message + Words.Say(
            " Check the path, its permissions and the free space; --store and --report choose other places.",
            " 请检查路径、权限与剩余空间；可用--store与--report另选位置。")),
        _ => null,
    };
}
