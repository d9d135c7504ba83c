using System.CommandLine;
using System.Globalization;
using Froth.Cli.Output;
using Froth.Core;
using Froth.Data.Schedules;
using Froth.Data.Sources;

namespace Froth.Cli.Commands;

/// <summary><c>froth schedule add|list|remove|run</c>: keeps sources fresh.</summary>
internal static class ScheduleCommand
{
    public static Command Build(CommonOptions options)
    {
        var command = Named();
        foreach (var part in (Command[])[Add(options), List(options), Remove(options), Run(options)]) command.Add(part);
        return command;
    }

    /// <summary>The command by name alone, for the list of commands: its own options need every source.</summary>
    public static Command Named() => new("schedule", Words.Say("pull sources by the clock (cron expressions, UTC)", "按计划抓取数据源（cron表达式，UTC）"));

    private static Command Add(CommonOptions options)
    {
        var command = new Command("add", Words.Say("add a schedule for a source", "为数据源添加计划"));
        foreach (var source in SourceCatalogue.All.Where(s => s.Description.CanFetch))
        {
            var given = new SourceOptions(source);
            var cron = new Option<string>("--cron")
            {
                Description = Words.Say("five fields: minute hour day month weekday, in UTC", "五段：分 时 日 月 周，UTC"), DefaultValueFactory = _ => source.Description.SuggestedSchedule,
            };
            var one = new Command(source.Description.Id, source.Description.Title.In(Words.Language)) { cron };
            foreach (var option in given.All) one.Add(option);
            one.Add(options.Store);
            one.Add(options.Lang);
            one.SetAction(parsed =>
            {
                var entry = new ScheduleBook(Session.PathOf(parsed.GetValue(options.Store))).Add(source.Description.Id, given.Read(parsed), parsed.GetValue(cron)!);
                Console.Out.WriteLine(Words.Say($"{entry.Id}: next run {Instant(entry.NextRun())}. 'froth schedule run' makes the runs that are due.", $"{entry.Id}：下次运行{Instant(entry.NextRun())}。用“froth schedule run”执行到期任务。"));
                return ExitCode.Fine;
            });
            command.Add(one);
        }

        return command;
    }

    private static Command List(CommonOptions options)
    {
        var command = new Command("list", Words.Say("schedules and their next runs", "计划及其下次运行时间")) { options.Format, options.Lang, options.Store };
        command.SetAction(parsed =>
        {
            var entries = new ScheduleBook(Session.PathOf(parsed.GetValue(options.Store))).Entries();
            RowsText.Write(parsed.GetValue(options.Format), "froth.schedules/1", ["id", "source", "arguments", "cron", "enabled", "lastStarted", "lastCompleted", "nextRun"],
                entries.Select(e => new[] { e.Id, e.Source, e.Arguments.ToJson(), e.Cron, e.IsEnabled ? "true" : "false", Instant(e.LastStarted), Instant(e.LastCompleted), Instant(e.NextRun()) }));
            return ExitCode.Fine;
        });
        return command;
    }

    private static Command Remove(CommonOptions options)
    {
        var id = new Argument<string>("id") { Description = Words.Say("id as 'froth schedule list' prints it", "“froth schedule list”所列id") };
        var command = new Command("remove", Words.Say("remove a schedule; what was pulled stays", "删除计划；已抓取的数据保留")) { id, options.Lang, options.Store };
        command.SetAction(parsed => new ScheduleBook(Session.PathOf(parsed.GetValue(options.Store))).Remove(parsed.GetValue(id)!)
            ? ExitCode.Fine
            : throw new UnknownNameException(Words.Say($"No schedule is called '{parsed.GetValue(id)}'. See 'froth schedule list'.", $"没有名为“{parsed.GetValue(id)}”的计划。参见“froth schedule list”。")));
        return command;
    }

    private static Command Run(CommonOptions options)
    {
        var follow = new Option<bool>("--follow") { Description = Words.Say("go on, and make the runs as they fall due, until stopped", "持续运行，按计划执行直至停止") };
        var command = new Command("run", Words.Say("make the runs that are due, missed ones once", "执行到期任务（错过的补一次）")) { follow, options.Lang, options.Store };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var session = Session.Open(parsed.GetValue(options.Store));
            using var pulling = new Pulling(session);
            var runner = new ScheduleRunner(new ScheduleBook(session.Path), (entry, stop) => pulling.Pull(SourceCatalogue.Find(entry.Source)
                ?? throw new SourceNotConfiguredException($"No source is called '{entry.Source}'; remove the schedule {entry.Id}."), entry.Arguments, showsBar: false, stop));
            if (parsed.GetValue(follow))
            {
                await runner.RunLoop(new Lines(), cancellation);
                return ExitCode.Fine;
            }

            var runs = await runner.RunDue(TimeProvider.System.GetUtcNow(), new Lines(), cancellation);
            if (runs.Count == 0) Console.Out.WriteLine(Words.Say("Nothing is due.", "没有到期任务。"));
            return runs.Any(r => r.Failure is not null || r.Result?.Failures.Count > 0) ? ExitCode.Outage : ExitCode.Fine;
        });
        return command;
    }

    private static string Instant(DateTimeOffset? at) => at?.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture) ?? "";

    private sealed class Lines : IProgress<Bilingual>
    {
        public void Report(Bilingual value) => Console.Out.WriteLine(value.In(Words.Language));
    }
}
