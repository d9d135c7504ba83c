using System.CommandLine;
using System.Text;
using Froth.Cli.Commands;

namespace Froth.Cli;

/// <summary>The <c>froth</c> program.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] arguments)
    {
        Console.OutputEncoding = new UTF8Encoding(false);
        Words.Settle(arguments);
        // The one answer that scripts ask for most often needs neither a parser nor a store.
        if (arguments is ["version"] or ["--version"]) return VersionCommand.Print();
        if (arguments is ["monitor", ..]) WarmUp.Begin(withReport: !arguments.Contains("--no-report"));
        try
        {
            var parsed = Root(arguments).Parse(arguments);
            Stages.Ended("command line parsed");
            if (parsed.Errors.Count == 0) return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
            foreach (var error in parsed.Errors) Console.Error.WriteLine("froth: " + error.Message);
            Console.Error.WriteLine(Words.Say("See 'froth --help'.", "参见“froth --help”。"));
            return ExitCode.Usage;
        }
        catch (Exception failure) when (Failures.Explain(failure) is { } told)
        {
            Console.Error.WriteLine("froth: " + told.Message);
            return told.Code;
        }
    }

    private static RootCommand Root(string[] arguments)
    {
        var options = new CommonOptions();
        var root = new RootCommand(Words.Say(
            "Froth monitors the AI sector's investment and financing, point in time, every number traceable.\n\nExit codes: ",
            "Froth按时点监测人工智能行业的投融资，每个数字皆可溯源。\n\n退出码：")
            + string.Join("; ", ExitCode.Table.Select(c => $"{c.Code} {c.Meaning.In(Words.Language)}")))
        {
            MonitorCommand.Build(options),
            IndicatorCommand.Build(options),
            ExplainCommand.Build(options),
            EntityCommand.Build(options),
            DataCommand.Build(options),
            FirmCommand.Build(options),
            FirmsCommand.Build(options),
            MigrationCommand.Build(options),
            CompareCommand.Build(options),
            arguments is ["bubble", ..] ? BubbleCommand.Build(options) : BubbleCommand.Named(),
            IngestCommand.Build(options, withSources: arguments is ["ingest", ..]),
            SourcesCommand.Build(options),
            arguments is ["schedule", ..] ? ScheduleCommand.Build(options) : ScheduleCommand.Named(),
            ReparseCommand.Build(options),
            VersionCommand.Build(),
        };
        // Without a command a newcomer wants to know what there is.
        root.SetAction(parsed => new System.CommandLine.Help.HelpAction().Invoke(parsed));
        return root;
    }
}
