using System.CommandLine;
using Froth.Cli.Output;
using Froth.Core.Indicators;
using Froth.Core.Reports;
using Spectre.Console;
using Monitor = Froth.Core.Reports.Monitor;

namespace Froth.Cli.Commands;

/// <summary><c>froth monitor</c>: the state of the sector in one table, and the report beside it.</summary>
internal static class MonitorCommand
{
    public static Command Build(CommonOptions options)
    {
        var report = new Option<string?>("--report")
        {
            Description = Words.Say("where to write the HTML report (default: ~/.froth/reports/)", "HTML报告的写入位置（默认~/.froth/reports/）"),
            HelpName = "file",
        };
        var noReport = new Option<bool>("--no-report") { Description = Words.Say("write no report", "不写报告") };
        var strict = new Option<bool>("--strict")
        {
            Description = Words.Say("exit with 1 when any indicator has no value or a stale one", "任一指标缺值或过期时以退出码1结束"),
        };
        var command = new Command("monitor", Words.Say("show every indicator and write the report", "显示全部指标并生成报告"))
        {
            options.AsOf, options.KnownAt, options.Format, options.Lang, options.FailOn, options.Store, report, noReport, strict,
        };
        command.SetAction(parsed => Run(parsed, options, parsed.GetValue(report), parsed.GetValue(noReport), parsed.GetValue(strict)));
        return command;
    }

    private static int Run(ParseResult parsed, CommonOptions options, string? reportFile, bool noReport, bool strict)
    {
        using var session = Session.Open(parsed.GetValue(options.Store));
        var (monitor, facts) = session.Monitor(options.VintageOf(parsed));
        var report = noReport ? null : Task.Run(() => ReportFile.Write(monitor, facts.Entities, reportFile));
        Print(monitor, parsed.GetValue(options.Format));
        Stages.Ended("monitor printed");
        if (report is not null) TellReport(report.GetAwaiter().GetResult());
        Stages.Ended("report written");
        return Findings(monitor, parsed.GetValue(options.FailOn), strict) ? ExitCode.Findings : ExitCode.Fine;
    }

    private static void Print(Monitor monitor, OutputFormat format)
    {
        switch (format)
        {
            case OutputFormat.Json:
                using (var stream = Console.OpenStandardOutput()) MonitorJson.Write(stream, monitor, Words.Language);
                break;
            case OutputFormat.Csv:
                MonitorCsv.Write(Console.Out, monitor, Words.Language);
                break;
            default:
                Terminal.Out.MarkupLine($"[bold]{Markup.Escape(Glossary.Monitor.In(Words.Language))}[/]  [dim]{Markup.Escape(Banner(monitor))}[/]");
                MonitorTable.Write(Terminal.Out, monitor, Words.Language);
                Terminal.Out.MarkupLine("[dim]" + Markup.Escape(Summary(monitor)) + "[/]");
                break;
        }
    }

    private static string Banner(Monitor monitor) => Words.Say(
        $"as of {monitor.Vintage}, data {monitor.DataVersion}", $"截至{monitor.Vintage}，数据版本{monitor.DataVersion}");

    private static string Summary(Monitor monitor)
    {
        int Count(ReadingStatus status) => monitor.Rows.Count(r => r.Status == status);
        var pillars = monitor.Rows.Select(r => r.Definition.Pillar).Distinct().Count();
        return Words.Say(
            $"{monitor.Rows.Count} indicators over {pillars} pillars: {Count(ReadingStatus.Current)} current, {Count(ReadingStatus.Stale)} stale, "
            + $"{Count(ReadingStatus.ShortHistory)} with a short history, {Count(ReadingStatus.NotEstimable)} not estimable, {Count(ReadingStatus.Missing)} missing. "
            + "Why a number is what it is: froth explain <indicator>",
            $"{pillars}个支柱共{monitor.Rows.Count}项指标：当前{Count(ReadingStatus.Current)}，过期{Count(ReadingStatus.Stale)}，"
            + $"历史不足{Count(ReadingStatus.ShortHistory)}，无法估计{Count(ReadingStatus.NotEstimable)}，缺失{Count(ReadingStatus.Missing)}。数字由来：froth explain <指标>");
    }

    private static void TellReport(string path) =>
        Terminal.Error.WriteLine(Words.Say($"Report: {path}", $"报告：{path}"));

    private static bool Findings(Monitor monitor, Band? failOn, bool strict)
    {
        var reached = failOn is { } band && monitor.Rows.Any(r => r.Status == ReadingStatus.Current && r.Band >= band);
        return reached || (strict && monitor.Rows.Any(r => r.Status is ReadingStatus.Missing or ReadingStatus.NotEstimable or ReadingStatus.Stale));
    }
}
